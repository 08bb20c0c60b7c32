# SPDX-License-Identifier: GPL-3.0-or-later
"""templates, and init from each of them and from another campaign."""

import json
import unittest
from pathlib import Path

from program import FAILED, USAGE, Test

FILES = Path(__file__).resolve().parents[2] / "data" / "templates"
NAMES = sorted(path.stem for path in FILES.glob("*.json"))


def leaves(criteria):
    for node in criteria:
        if node["kind"] == "section":
            yield from leaves(node["criteria"])
        else:
            yield node


def due_dates(campaign):
    return [leaf["due"] for group in campaign["groups"] for leaf in leaves(group["criteria"]) if leaf["kind"] == "reports"]


class Templates(Test):
    def test_lists_what_each_is_made_of(self):
        listed = self.json("templates")
        self.assertEqual(NAMES, [template["name"] for template in listed])
        for template in listed:
            file = json.loads((FILES / f"{template['name']}.json").read_text(encoding="utf-8"))
            self.assertEqual(file["campaign"]["title"], template["title"])
            self.assertEqual([len(list(leaves(group["criteria"]))) for group in file["groups"]],
                             [group["criteria"] for group in template["groups"]])
            self.assertEqual([quota["key"] for quota in file["quotas"]], [quota["key"] for quota in template["quotas"]])
        self.assertIn("khoi-thi-dua", self.succeed("templates"))

    def test_each_makes_a_campaign_that_comes_back(self):
        for name in NAMES:
            with self.subTest(template=name):
                self.library = self.scratch / name
                self.assertEqual(name, self.json("init", "--template", name)["campaign"])
                self.assertGreater(len(self.json("units")), 100)
                before = self.dump()
                self.library = self.scratch / f"{name} again"
                self.succeed("load", self.write("again.json", before))
                self.assertEqual(before, self.dump())
                self.assertTrue(self.json("verify")["ok"])

    def test_dates_follow_the_first_day_and_are_said(self):
        made = self.json("init", "--template", "papi-2026", "--starts", "2026-04-01", "--units", "an-giang-2025")
        campaign = json.loads(self.dump())
        self.assertEqual([["2026-05-31", "2026-08-29", "2026-11-27"]] * 2, due_dates(campaign))
        self.assertEqual([None] * 6, [move["before"] for move in made["shifted"]])
        self.assertEqual(due_dates(campaign)[0], [move["after"] for move in made["shifted"] if move["group"] == "so-nganh"])

    def test_without_units_nobody_leads(self):
        done = self.run_cli("init", "--template", "papi-2026", "--units", "none")
        self.assertIn("of 8 criteria nobody leads the dimension", done.stderr)
        self.assertEqual([], json.loads(self.dump())["units"])

    def test_a_new_nominee_waits_for_the_published_result(self):
        self.succeed("init", "--template", "papi-2026")
        nominee = self.json("add", "nominee", "so-y-te", "group=so-nganh", "unit=SYT")
        self.assertEqual([("6", "not-assigned")], [(one["criterion"], one["state"]) for one in nominee["assessments"]])
        self.succeed("undo")
        self.assertEqual([], json.loads(self.dump())["nominees"])


class From(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()

    def test_all_but_nominees_and_answers(self):
        old = json.loads(self.dump())
        made = self.json("init", "--from", "papi-2021", "--starts", "2022-06-21", "--title", "Phong trào sau")
        self.assertEqual("papi-2022", made["campaign"])
        new = json.loads(self.succeed("dump", "--campaign", "papi-2022"))
        self.assertEqual(("Phong trào sau", "PAPI 2022"), (new["campaign"]["title"], new["campaign"]["short"]))
        self.assertEqual(("2022-06-21", "2022-12-31"), (new["campaign"]["starts"], new["campaign"]["ends"]))
        self.assertEqual([[], []], [new["nominees"], new["evidence"]])
        self.assertEqual([old["units"], old["quotas"]], [new["units"], new["quotas"]])
        self.assertEqual([[date.replace("2021", "2022") for date in due] for due in due_dates(old)], due_dates(new))
        self.assertEqual(sum(map(len, due_dates(new))), len(made["shifted"]))
        self.assertEqual(old, json.loads(self.succeed("dump", "--campaign", "papi-2021")))
        self.succeed("undo")
        self.assertEqual(["papi-2021"], [campaign["key"] for campaign in self.json("campaigns")])

    def test_units_of_another_time(self):
        done = self.run_cli("init", "--from", "papi-2021", "--starts", "2025-07-01")
        self.assertIn("take no part", done.stderr)
        self.succeed("init", "--from", "papi-2021", "--starts", "2025-07-01", "--units", "an-giang-2025")
        (made,) = [json.loads(self.succeed("dump", "--campaign", key)) for key in ("papi-2025-2",)]
        self.assertTrue(all(unit["valid_from"] for unit in made["units"]))

    def test_the_same_time_moves_nothing(self):
        self.assertEqual({"campaign": "papi-2021-2"}, self.json("init", "--from", "papi-2021"))

    def test_what_is_wrong_is_refused(self):
        self.refuse(USAGE, "give one of them", "init", "--from", "papi-2021", "--template", "trong")
        self.refuse(FAILED, "papi-1999", "init", "--from", "papi-1999")


class Own(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()

    def names(self):
        return [template["name"] for template in self.json("templates") if template["name"] not in NAMES]

    def test_a_campaign_is_kept_as_a_template_and_made_anew_from_it(self):
        old = json.loads(self.dump())
        self.succeed("templates", "--save", "mau-cua-toi")
        self.assertEqual(["mau-cua-toi"], self.names())
        self.assertIn("mau-cua-toi", self.succeed("templates"))
        self.succeed("remove", "campaign", "papi-2021")
        made = self.json("init", "--template", "mau-cua-toi", "--starts", "2022-06-21", "--units", "an-giang-2021")
        self.assertEqual("papi-2021", made["campaign"])
        new = json.loads(self.dump())
        self.assertEqual([[date.replace("2021", "2022") for date in due] for due in due_dates(old)], due_dates(new))
        self.assertEqual([old["quotas"], []], [new["quotas"], new["nominees"]])
        self.assertTrue(self.json("verify")["ok"])

    def test_each_step_is_an_action_that_is_undone(self):
        self.succeed("templates", "--save", "mot")
        self.succeed("templates", "--drop", "mot")
        self.assertEqual([], self.names())
        self.succeed("undo")
        self.assertEqual(["mot"], self.names())
        self.succeed("undo")
        self.assertEqual([], self.names())
        self.assertTrue(self.json("verify")["ok"])

    def test_templates_are_exchanged_as_files(self):
        target = self.scratch / "Mẫu.json"
        self.succeed("templates", "-o", target)
        self.library = self.scratch / "another"
        self.succeed("templates", "--load", target)
        self.assertEqual(["papi-2021-2"], self.names())

    def test_what_keeps_one_from_being_used_is_said(self):
        file = json.loads((FILES / "trong.json").read_text(encoding="utf-8"))
        file["campaign"]["key"] = "xa"
        file["groups"][0]["criteria"] = [
            {"code": "1", "title": "Một", "kind": "points", "max": "5.00", "due": ["+9999d"]}]
        self.succeed("templates", "--load", self.write("xa.json", json.dumps(file)))
        self.refuse_unchanged("due[0]: “3017", "init", "--template", "xa", "--starts", "2990-01-01")

    def test_an_unknown_name_is_told_all_that_there_are(self):
        self.succeed("templates", "--save", "mot")
        self.refuse_unchanged("papi-2026, trong; own templates: mot", "init", "--template", "xa")

    def test_they_come_back_with_a_backup(self):
        self.succeed("templates", "--save", "mot")
        self.succeed("backup")
        self.succeed("restore", self.library, "--to", self.scratch / "restored")
        self.library = self.scratch / "restored"
        self.assertEqual(["mot"], self.names())

    def test_what_is_wrong_is_refused(self):
        self.refuse(USAGE, "mau-cua-toi", "templates", "--save", "Mẫu của tôi")
        self.refuse(USAGE, "built-in", "templates", "--save", "papi-2021")
        self.refuse(USAGE, "give one of them", "templates", "--save", "mot", "--drop", "mot")
        self.refuse_unchanged("there is no template “hai”", "templates", "--drop", "hai")
        self.refuse(FAILED, "hỏng.json", "templates", "--load", self.write("hỏng.json", "{}"))
        self.refuse(FAILED, "thiếu.json cannot be read", "templates", "--load", self.scratch / "thiếu.json")

    def test_what_is_hostile_is_not_read_as_a_whole(self):
        path = self.write("lớn.json", '{"title": "' + "a" * (40 * 1024 * 1024))
        self.refuse(FAILED, "lớn.json: line 1", "templates", "--load", path)


if __name__ == "__main__":
    unittest.main()
