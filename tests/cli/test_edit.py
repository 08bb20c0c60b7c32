# SPDX-License-Identifier: GPL-3.0-or-later
"""add, set, remove and score: every entity, with undo and redo to equal bytes."""

import json
import unittest

from program import FAILED, Test

ITEMS = '["Kế hoạch", "Báo cáo"]'
CRITERION = json.dumps([{"code": "1", "title": "Tiêu chí", "kind": "points", "max": "10.00"}])

# Entity, key, the fields of "add", the fields of "set".
RECORDS = [
    ("unit", "MOI", ["name=Ban Mới", "type=Ban"], ["name=Ban Mới thành lập", "leads=[1, 8]", "email=a@b.vn", "parent=884"]),
    ("group", "nhom-moi", ["name=Nhóm mới", "kind=individual", "criteria=" + CRITERION], ["name=Nhóm", "bonus_cap=5.00"]),
    ("criterion", "so-nganh/9", ["title=Thưởng", "kind=bonus", "max=5.00"], ["title=Điểm thưởng", "max=4.50"]),
    ("criterion", "so-nganh/10", ["title=Lĩnh vực", "kind=section"], ["code=11", "guide=Chấm\ntheo mục"]),
    ("criterion", "so-nganh/13", ["title=Công bố", "kind=points", "max=5"], ["state=not-assigned", "assessor=SYT"]),
    ("group", "nhom-hai", ["name=Nhóm", "kind=collective", "sum="], ["assessed_by=lead", "assessor=SNV", "sum=100.00"]),
    ("criterion", "so-nganh/12", ["title=Mục", "kind=checklist", "max=2", "items=" + ITEMS], ["tie_breaker=9"]),
    ("quota", "moi", ["name=Thêm", "kind=either", "count=2", 'groups=["so-nganh"]'], ["count=", "percent=10", 'per_group={"so-nganh": 1}']),
    ("nominee", "so-moi", ["group=so-nganh", "unit=SYT"], ["women_percent=71", "withdrawn=true", "summary=Tốt\nlắm"]),
    ("nominee", "nguoi-moi", ["group=ca-nhan", "unit=SYT", "person.name=Nguyễn Thị Ánh"],
     ["person.gender=female", "person.born=1980", "votes.for=9", "votes.members=11",
      'holds=[{"reason": "Khiếu nại", "from": "2021-10-01"}]', "initiative.title=Sáng kiến",
      "decision.place=outside", "decision.reason=Theo biên bản", 'awards=[{"year": 2020, "form": "Bằng khen"}]']),
    ("evidence", "moi", ["number=45/KH-SYT"], ["issued=2021-07-01", "title=Kế hoạch", "state=accepted"]),
    ("campaign", "papi-2022", ["title=Đợt 2022", "starts=2022-06-01", "ends=2022-12-31"],
     ["plan.number=12/KH", 'rules.tie_chain=["women", "votes"]', "considered_on=2023-02-01"]),
]


class Editing(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()

    def state(self, entity):
        """Every campaign, byte for byte; there is one unless the entity is a campaign."""
        if entity != "campaign":
            return self.succeed("dump", "--campaign", "papi-2021")
        return [self.succeed("dump", "--campaign", campaign["key"]) for campaign in self.json("campaigns")]

    def edit(self, *arguments):
        return self.json(*arguments, "--campaign", "papi-2021")


class Records(Editing):
    def test_every_entity_is_added_changed_and_removed_and_each_step_undone_and_redone(self):
        for entity, key, fields, changes in RECORDS:
            with self.subTest(entity=entity, key=key):
                states = [self.state(entity)]
                self.edit("add", entity, key, *fields)
                states.append(self.state(entity))
                changed = self.edit("set", entity, key, *changes)
                states.append(self.state(entity))
                name = "code" if "code" in changed else "key"
                owner = key.rpartition("/")[0]
                self.edit("remove", entity, f"{owner}/{changed[name]}" if owner else changed[name])
                states.append(self.state(entity))
                self.assertEqual(states[0], states[3])
                self.assertEqual(3, len({str(state) for state in states}))
                for state in states[2::-1]:
                    self.succeed("undo")
                    self.assertEqual(state, self.state(entity))
                for state in states[1:]:
                    self.succeed("redo")
                    self.assertEqual(state, self.state(entity))

    def test_the_answer_is_the_object_of_the_interchange_file(self):
        added = self.edit("add", "nominee", "so-moi", "group=so-nganh", "unit=SYT", "women_percent=71")
        whole = json.loads(self.dump())
        self.assertEqual(whole["nominees"][-1], added)
        self.assertEqual(added, self.edit("set", "nominees", "so-moi", "women_percent=71"))
        self.assertEqual(added, self.edit("remove", "nominee", "so-moi"))
        group = self.edit("set", "group", "cap-xa", "name=Xã")
        self.assertEqual(json.loads(self.dump())["groups"][2], group)
        self.assertGreater(len(group["criteria"]), 3)

    def test_a_section_takes_criteria_and_shows_them(self):
        self.edit("add", "criterion", "so-nganh/9", "title=Lĩnh vực", "kind=section")
        self.edit("add", "criterion", "so-nganh/9.1", "title=Tiêu chí", "kind=bonus", "max=1", "parent=9")
        section = self.edit("set", "criterion", "so-nganh/9", "title=Lĩnh vực khác")
        self.assertEqual(["9.1"], [child["code"] for child in section["criteria"]])
        self.assertEqual(section, json.loads(self.dump())["groups"][0]["criteria"][-1])

    def test_a_key_can_be_changed(self):
        before = self.dump()
        self.edit("set", "nominee", "so-y-te", "key=nganh-y-te")
        self.edit("set", "group", "so-nganh", "key=so")
        self.edit("set", "unit", "SYT", "code=SYTAG")
        after = self.dump()
        self.assertIn('"nganh-y-te"', after)
        self.assertNotIn('"so-y-te"', after)
        for _step in range(3):
            self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_an_empty_value_is_the_default(self):
        self.edit("set", "nominee", "so-y-te", "women_percent=50", "award=Giấy khen")
        nominee = self.edit("set", "nominee", "so-y-te", "women_percent=", "award=", "votes=")
        self.assertEqual([None, None, None], [nominee[name] for name in ("women_percent", "award", "votes")])

    def test_dates_are_taken_as_people_write_them_and_warned_of_where_they_cannot_be(self):
        for typed, born in (("5/1/1980", "1980-01-05"), ("05-01-1980", "1980-01-05"), ("5.1.1980", "1980-01-05"),
                            ("1980", "1980"), ("1980-01-05", "1980-01-05")):
            with self.subTest(typed=typed):
                person = self.json("add", "nominee", "nguoi-thu", "group=ca-nhan", "unit=SYT", "person.name=Chau A",
                                   f"person.born={typed}")["person"]
                self.assertEqual(born, person["born"])
                self.succeed("remove", "nominee", "nguoi-thu")
        done = self.run_cli("add", "nominee", "nguoi-thu", "group=ca-nhan", "unit=SYT", "person.name=Chau A",
                            "person.born=5/1/2080")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("warning: person.born: 05/01/2080 lies after the ranking’s date", done.stderr)
        due = self.json("set", "criterion", "so-nganh/3", 'due=["30/9/2021", "2021-12-15"]')["due"]
        self.assertEqual(["2021-09-30", "2021-12-15"], due)

    def test_a_unit_with_the_name_of_another_is_warned_of(self):
        name = next(unit["name"] for unit in self.json("units") if unit["code"] == "SYT")
        kind = next(unit["type"] for unit in self.json("units") if unit["code"] == "SYT")
        done = self.run_cli("add", "unit", "SYT2", f"name={name.upper()}", f"type={kind}")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn(f"warning: units: SYT, SYT2 have one name, “{name}”", done.stderr)
        self.assertEqual("", self.run_cli("set", "unit", "SYT2", "name=Sở Thử").stderr)
        self.assertIn("SYT, SYT2 have one name", self.run_cli("set", "unit", "SYT2", f"name={name}").stderr)

    def test_what_is_the_same_is_no_action(self):
        self.edit("set", "nominee", "so-y-te", "women_percent=50")
        actions = self.json("log")
        self.assertIn("Nothing changed", self.succeed("set", "nominee", "so-y-te", "women_percent=50"))
        self.assertEqual(actions, self.json("log"))

    def test_what_is_wrong_is_named_and_changes_nothing(self):
        for expected, *arguments in (
            ("group of the new nominee", "add", "nominee", "x", "unit=SYT"),
            ("kind of the new group", "add", "group", "x", "name=y"),
            ("“so-y-te”", "add", "nominee", "so-y-te", "group=so-nganh", "unit=SYT"),
            ("“SYT”", "add", "unit", "SYT", "name=Sở Y tế"),
            ("“1”", "add", "criterion", "so-nganh/1", "title=x", "kind=points", "max=1"),
            ("“1”", "add", "assessment", "so-y-te/1", "verified=1.00"),
            ("“NOPE”", "add", "nominee", "x", "group=so-nganh", "unit=NOPE"),
            ("person", "add", "nominee", "x", "group=ca-nhan", "unit=SYT"),
            ("person.name", "add", "nominee", "x", "group=ca-nhan", "unit=SYT", "person.position=Trưởng phòng"),
            ("“77”", "add", "criterion", "so-nganh/1.1", "title=x", "kind=points", "max=1", "parent=77"),
            ("criteria", "add", "criterion", "so-nganh/1.1", "title=x", "kind=points", "max=1", "parent=2"),
            ("max", "add", "criterion", "so-nganh/9", "title=x", "kind=points"),
            ("count", "add", "quota", "x", "name=x", "kind=either"),
            ("no field “colour”", "set", "nominee", "so-y-te", "colour=red"),
            ("women_percent: 101", "set", "nominee", "so-y-te", "women_percent=101"),
            ("women_percent", "set", "nominee", "so-y-te", "withdrawn=true", "women_percent=half"),
            ("group: ", "set", "nominee", "so-y-te", "group="),
            ("“place”", "set", "nominee", "so-y-te", "decision.reason=x"),
            ("votes.for", "set", "nominee", "so-y-te", "votes.for=12", "votes.members=11"),
            ("person", "set", "nominee", "so-y-te", "person.name=Nguyễn Văn An"),
            ("name: it is empty", "set", "unit", "SYT", "name= \u00a0"),
            ("name: the text has an invisible character", "set", "unit", "SYT", "name=Sở\u202e Y tế"),
            ("aliases[0]: the text has a control", "set", "unit", "SYT", 'aliases=["Sở\\u0007 Y tế"]'),
            ("ends", "set", "campaign", "papi-2021", "ends=2021-01-01"),
            ("“nope”", "remove", "nominee", "nope"),
            ("“nope”", "set", "criterion", "nope/1", "title=x"),
            ("“99”", "remove", "criterion", "so-nganh/99"),
            ("“99”", "remove", "assessment", "so-y-te/99"),
            ("nominees would go", "remove", "group", "so-nganh"),
            ("unit", "remove", "unit", "SYT"),
        ):
            with self.subTest(arguments=arguments):
                self.refuse_unchanged(expected, *arguments)


class Awards(Editing):
    """Quotas after others, and written decisions by quota."""

    def quota(self, key):
        (found,) = (one for one in json.loads(self.dump())["quotas"] if one["key"] == key)
        return found

    def nominee(self):
        (found,) = (one for one in json.loads(self.dump())["nominees"] if one["key"] == "so-y-te")
        return found

    def add_quota(self, key, *fields):
        return self.edit("add", "quota", key, "name=" + key, "kind=collective", 'groups=["so-nganh"]', "count=1", *fields)

    def test_a_quota_comes_after_others(self):
        first = self.quotas()[0]
        self.add_quota("co", "award=Cờ thi đua")
        self.assertEqual([first, "co"], self.add_quota("bk", "after=%s, co" % first)["after"])
        self.assertEqual("Cờ thi đua", self.quota("co")["award"])
        self.assertEqual(["co"], self.edit("set", "quota", "bk", "after=co")["after"])
        self.assertEqual([first], self.edit("set", "quota", "bk", 'after=["%s"]' % first)["after"])
        self.assertEqual([first], self.edit("set", "quota", "bk", 'after="%s"' % first)["after"])
        self.assertNotIn("after", self.edit("set", "quota", "bk", "after="))
        self.assertNotIn("after", self.quota("co"))

    def quotas(self):
        return [one["key"] for one in json.loads(self.dump())["quotas"]]

    def test_what_another_names_is_neither_removed_nor_put_behind_it(self):
        self.add_quota("co")
        self.add_quota("bk", "after=co")
        self.refuse_unchanged("still in use", "remove", "quota", "co")
        self.refuse_unchanged("after[0]", "set", "quota", "co", "after=bk")
        self.refuse_unchanged("after[0]", "set", "quota", "co", "after=co")
        self.refuse_unchanged("“nope”", "set", "quota", "co", "after=nope")
        self.edit("set", "nominee", "so-y-te", 'decisions=[{"quota": "bk", "place": "inside", "reason": "x"}]')
        self.refuse_unchanged("still in use", "remove", "quota", "bk")
        self.edit("set", "nominee", "so-y-te", "decisions=")
        self.edit("remove", "quota", "bk")
        self.edit("remove", "quota", "co")
        actions = self.json("log")[:-1]
        last = self.dump()
        for _action in actions:
            self.succeed("undo")
        for _action in actions:
            self.succeed("redo")
        self.assertEqual(last, self.dump())

    def test_one_decision_of_no_quota_is_that_of_older_files(self):
        before = self.dump()
        chosen = {"place": "inside", "reason": "Hội đồng"}
        self.add_quota("co")
        self.edit("set", "nominee", "so-y-te", "decisions=" + json.dumps([dict(chosen, quota=None)]))
        self.assertEqual(chosen, self.nominee()["decision"])
        self.assertNotIn("decisions", self.nominee())
        several = [dict(quota="co", **chosen), dict(quota=None, **chosen)]
        self.edit("set", "nominee", "so-y-te", "decisions=" + json.dumps(several))
        self.assertEqual(several, self.nominee()["decisions"])
        self.assertIsNone(self.nominee()["decision"])
        self.edit("set", "nominee", "so-y-te", "decision=" + json.dumps(chosen))
        self.assertEqual(chosen, self.nominee()["decision"])
        self.assertNotIn("decisions", self.nominee())
        for _action in self.json("log")[:-1]:
            self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_decisions_are_one_a_quota(self):
        twice = [{"quota": None, "place": "inside"}, {"quota": None, "place": "outside"}]
        self.refuse_unchanged("decisions[1].quota", "set", "nominee", "so-y-te", "decisions=" + json.dumps(twice))
        self.refuse_unchanged("“nope”", "set", "nominee", "so-y-te", 'decisions=[{"quota": "nope", "place": "inside"}]')
        both = ['decision={"place": "inside"}', "decisions=" + json.dumps(twice[:1])]
        self.refuse_unchanged("decisions: ", "set", "nominee", "so-y-te", *both)


class Assessments(Editing):
    def assessment(self, code="2"):
        (nominee,) = (nominee for nominee in self.json("nominees") if nominee["key"] == "so-y-te")
        (found,) = (entry for entry in nominee["assessments"] if entry["criterion"] == code)
        return found

    def test_every_field_can_be_set(self):
        before = self.dump()
        changed = self.edit(
            "set", "assessment", "so-y-te/2", "self=20.00", "verified=19.50", "final=19.25", "state=returned",
            "explanation=Đã bổ sung", "note=Xem lại", 'evidence=["e1"]',
        )
        self.assertEqual(self.assessment(), changed)
        self.assertEqual(["20.00", "19.50", "19.25"], [changed[name] for name in ("self", "verified", "final")])
        self.edit("set", "assessment", "so-y-te/1", "items=[1, 3]")
        self.edit("set", "assessment", "so-y-te/4", "passed=true")
        self.edit("set", "assessment", "so-y-te/6", 'results=[{"dimension": 6, "baseline": "7.1", "result": "7.2"}]')
        self.assertEqual("7.2000", self.assessment("6")["results"][0]["result"])
        for _action in self.json("log")[:-1]:
            self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_one_is_removed_and_added(self):
        removed = self.edit("remove", "assessment", "so-y-te/2")
        self.assertEqual([], [a for n in self.json("nominees") if n["key"] == "so-y-te"
                              for a in n["assessments"] if a["criterion"] == "2"])
        self.edit("add", "assessment", "so-y-te/2", "verified=3.00")
        self.assertEqual("3.00", self.assessment()["verified"])
        self.assertNotEqual(removed, self.assessment())
        self.succeed("undo")
        self.succeed("undo")
        self.assertEqual(removed, self.assessment())

    def test_score_writes_one_of_three_scores(self):
        self.assertEqual("12.50", self.edit("score", "so-y-te", "2", "12.5")["verified"])
        self.assertEqual("13.25", self.edit("score", "so-y-te", "2", "13,25", "--self")["self"])
        final = self.edit("score", "so-y-te", "2", "14", "--final", "--state", "accepted")
        self.assertEqual(final, self.assessment())
        self.assertEqual(
            ["13.25", "12.50", "14.00", "accepted"], [final[name] for name in ("self", "verified", "final", "state")]
        )
        self.assertIsNone(self.edit("score", "so-y-te", "2", "-", "--final")["final"])

    def test_score_says_what_it_did(self):
        self.edit("score", "so-y-te", "2", "12.5")
        self.assertIn("12,50 → 12,75", self.succeed("score", "so-y-te", "2", "12,75"))
        self.assertIn("12,50 → 12,75", self.json("log")[0]["label"])

    def test_score_refuses_what_is_out_of_range(self):
        for expected, *arguments in (
            ("0,00 to 30,00", "so-y-te", "2", "30.01"),
            ("0,00 to 30,00", "so-y-te", "2", "-0.01"),
            ("decimal places", "so-y-te", "2", "1,555"),
            ("not a number", "so-y-te", "2", "ten"),
            ("is not one of", "so-y-te", "2", "1", "--state", "lost"),
            ("“no-such”", "no-such", "2", "1"),
            ("“77”", "so-y-te", "77", "1"),
        ):
            with self.subTest(arguments=arguments):
                self.refuse_unchanged(expected, "score", *arguments)

    def test_a_score_changes_the_ranking(self):
        def total():
            group = next(group for group in self.json("rank")["groups"] if group["key"] == "so-nganh")
            return next(entry["total"] for entry in group["entries"] if entry["nominee"] == "so-y-te")

        self.edit("score", "so-y-te", "2", "10")
        low = float(total())
        self.edit("score", "so-y-te", "2", "10.25")
        self.assertAlmostEqual(low + 0.25, float(total()))

    def test_a_criterion_in_use_is_refused_a_lower_maximum(self):
        self.edit("score", "so-y-te", "2", "29")
        self.refuse(FAILED, "29,00 (2, at most 28,00)", "set", "criterion", "so-nganh/2", "max=28")


if __name__ == "__main__":
    unittest.main()
