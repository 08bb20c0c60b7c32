# SPDX-License-Identifier: GPL-3.0-or-later
"""same: what stands twice and should not."""

import json
import unittest

from program import DEMO, DONE, FAILED, USAGE, Test

SHA = "0" * 64


def nominee(key, name, born, **more):
    return {
        "key": key,
        "group": "ca-nhan",
        "unit": "SYT",
        "person": {"name": name, "born": born},
        "initiative": {"title": "Sáng kiến A", "decision": "12/QĐ-SNV", "date": "2021-09-09"},
        "assessments": [{"criterion": "1", "verified": "90.00", "evidence": ["e1"]}],
        **more,
    }


def twice(**more):
    """A campaign in which one person stands twice, with one initiative and one document."""
    return {
        "format": "bangvang-campaign",
        "version": 1,
        "campaign": {
            "key": "dup",
            "title": "Đợt thử",
            "starts": "2021-06-21",
            "ends": "2021-12-31",
            "considered_on": "2022-05-20",
            "award": "Bằng khen",
        },
        "units": [{"code": "SYT", "name": "Sở Y tế"}],
        "groups": [
            {
                "key": "ca-nhan",
                "name": "Cá nhân",
                "kind": "individual",
                "criteria": [{"code": "1", "title": "Một", "kind": "points", "max": "100.00"}],
            }
        ],
        "quotas": [{"key": "q", "name": "Cá nhân", "kind": "individual", "groups": ["ca-nhan"], "count": 2}],
        "nominees": [nominee("p0", "Nguyễn Thị A", "1980-05-01"), nominee("p1", "NGUYỄN THỊ  A", "1980")],
        "evidence": [{"key": "e1", "file": "a.pdf", "sha256": SHA, "bytes": 5, "number": "45/KH"}],
        **more,
    }


WHAT = {"person": "Nguyễn Thị A", "initiative": "Sáng kiến A", "evidence": "45/KH"}


class Same(Test):
    def load(self, document):
        source = self.scratch / "campaign.json"
        source.write_text(json.dumps(document), encoding="utf-8")
        return self.run_cli("load", source)

    def kinds(self, *arguments):
        return [group["kind"] for group in self.json("same", *arguments)]

    def test_has_the_form_of_the_contract(self):
        self.load(twice())
        expected = [
            {"kind": kind, "strength": "strong", "nominees": ["p0", "p1"], "what": what, "silenced": False}
            for kind, what in WHAT.items()
        ]
        self.assertEqual(expected, self.json("same"))

    def test_the_table_says_the_same(self):
        self.load(twice())
        lines = self.succeed("same").splitlines()
        self.assertEqual(5, len(lines))
        self.assertEqual(["person", "strong", "Nguyễn", "Thị", "A", "p0", "p1"], lines[2].split())

    def test_where_nothing_is_the_same_it_says_so(self):
        self.load(twice(nominees=[]))
        self.assertEqual([], self.json("same"))
        self.assertEqual("Nothing is the same twice.\n", self.succeed("same"))

    def test_not_the_same_is_one_action(self):
        self.load(twice())
        before = self.dump()
        self.assertIn("Nguyễn Thị A; NGUYỄN THỊ A", self.succeed("same", "--distinct", "person", "p0", "p1"))
        self.assertEqual(["initiative", "evidence"], self.kinds())
        self.assertEqual(list(WHAT), self.kinds("--all"))
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_why_it_stands_is_told_with_all(self):
        self.load(twice())
        left = self.json("same", "--distinct", "evidence", "p1", "p0", "--reason", "Đồng tác giả")
        self.assertEqual(["person", "initiative"], [group["kind"] for group in left])
        found = self.json("same", "--all")[2]
        self.assertEqual((True, "Đồng tác giả"), (found["silenced"], found["reason"]))
        self.assertIn("Đồng tác giả", self.succeed("same", "--all"))

    def test_the_reason_is_made_tidy(self):
        self.load(twice())
        self.succeed("same", "--distinct", "person", "p0", "p1", "--reason", "  \u0110ồng\u00a0 tác giả \u200b")
        self.assertEqual("Đồng tác giả", self.json("same", "--all")[0]["reason"])

    def test_what_is_said_twice_is_one_action(self):
        self.load(twice())
        for reason in ((), ("--reason", "Đồng tác giả")):
            with self.subTest(reason):
                self.assertIn("Action", self.succeed("same", "--distinct", "person", "p0", "p1", *reason))
                actions = self.json("log")
                self.assertIn("Nothing changed", self.succeed("same", "--distinct", "person", "p1", "p0", *reason))
                self.assertEqual(actions, self.json("log"))

    def test_again_takes_it_back(self):
        self.load(twice())
        before = self.dump()
        self.succeed("same", "--distinct", "person", "p0", "p1")
        self.succeed("same", "--again", "person", "p0", "p1")
        self.assertEqual(before, self.dump())
        self.refuse(FAILED, "nothing was said", "same", "--again", "person", "p0", "p1")

    def test_what_is_said_wrongly_is_refused(self):
        self.load(twice())
        self.refuse(FAILED, "at least two", "same", "--distinct", "person", "p0")
        self.refuse(FAILED, "“px”", "same", "--distinct", "person", "p0", "px")
        self.refuse(USAGE, "KIND", "same", "--distinct", "people", "p0", "p1")
        self.refuse(USAGE, "KIND", "same", "--again")
        self.refuse(USAGE, "--again", "same", "--again", "--distinct", "person", "p0", "p1")
        self.refuse(USAGE, "--reason", "same", "--reason", "vì")
        self.refuse(USAGE, "--distinct", "same", "p0", "p1")
        for given in (("--all",), ("--date", "2022-05-20")):
            for verb in ("--distinct", "--again"):
                self.refuse(USAGE, "for listing only", "same", verb, *given, "person", "p0", "p1")
        self.refuse(FAILED, "control character", "same", "--distinct", "person", "p0", "p1", "--reason", "a\u0007")

    def test_the_interval_is_that_before_the_date(self):
        document = twice()
        document["campaign"]["rules"] = {"award_interval": 2}
        document["nominees"] = [nominee("p0", "A", "1980", awards=[{"form": "BẰNG KHEN", "date": "2020-12-30"}])]
        self.load(document)
        self.assertEqual(["commended"], self.kinds())
        self.assertEqual([], self.kinds("--date", "2023-01-01"))

    def test_load_counts_the_groups(self):
        done = self.load(twice())
        self.assertEqual(DONE, done.returncode)
        self.assertIn("3 groups of nominees look like the same twice", done.stderr)
        self.assertEqual(1, done.stderr.count("same twice"))

    def test_export_names_each_group_and_seals_all_the_same(self):
        self.load(twice())
        self.succeed("same", "--distinct", "initiative", "p0", "p1")
        done = self.run_cli("export", "--reason", "Bản giấy đã có", "-o", self.scratch / "x.xlsx")
        self.assertEqual(DONE, done.returncode, done.stderr)
        said = [line for line in done.stderr.splitlines() if "The same" in line]
        self.assertEqual(2, len(said), done.stderr)
        self.assertIn("The same person: Nguyễn Thị A (Nguyễn Thị A · ", said[0])
        self.assertIn("The same evidence: 45/KH (", said[1])

    def test_a_dossier_names_each_group_too(self):
        self.load(twice(evidence=[]) | {"nominees": [nominee("p0", "A", None, assessments=[]), nominee("p1", "A", None, assessments=[])]})
        done = self.run_cli("dossier", "-o", self.scratch / "x.zip")
        self.assertEqual(DONE, done.returncode, done.stderr)
        self.assertIn("The same person: A (A · Sở Y tế; A · Sở Y tế)", done.stderr)

    def test_it_does_not_stand_in_the_ranking(self):
        self.load(twice())
        before = self.succeed("--json", "rank")
        self.succeed("same", "--distinct", "person", "p0", "p1")
        self.assertEqual(before, self.succeed("--json", "rank"))
        self.assertNotIn("same", before)

    def test_the_demonstration_has_fewer_than_ten(self):
        self.succeed("load", DEMO)
        self.assertLess(len(self.json("same", "--all")), 10)


if __name__ == "__main__":
    unittest.main()
