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


if __name__ == "__main__":
    unittest.main()
