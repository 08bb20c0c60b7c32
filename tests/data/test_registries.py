# SPDX-License-Identifier: GPL-3.0-or-later
"""Registries, mapping, PAPI tables, legal bases and template are whole and fit together.

    /usr/bin/python3 tests/data/test_registries.py
"""

import collections
import json
import runpy
import unittest
from datetime import date, timedelta
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"


def document(path):
    return json.loads((DATA / path).read_text(encoding="utf-8"))


OLD = {unit["code"]: unit for unit in document("units/an-giang-2021.json")}
NEW = {unit["code"]: unit for unit in document("units/an-giang-2025.json")}
COMMUNES = {"Xã", "Phường", "Thị trấn", "Đặc khu"}
TEMPLATE = document("templates/papi-2021.json")


def leaves(criteria):
    for criterion in criteria:
        if criterion["kind"] == "section":
            yield from leaves(criterion["criteria"])
        else:
            yield criterion


class RegistriesTest(unittest.TestCase):
    def test_the_files_are_what_the_scripts_make(self):
        units = runpy.run_path(str(DATA / "units" / "make-units.py"))
        self.assertEqual(list(OLD.values()), units["registry"]("2021", None, units["LAST_DAY_OF_THREE_TIERS"]))
        self.assertEqual(list(NEW.values()), units["registry"]("2025", units["FIRST_DAY_OF_TWO_TIERS"], None))
        self.assertEqual(TEMPLATE, runpy.run_path(str(DATA / "templates" / "make-papi-2021.py"))["template"]())

    def test_the_numbers_of_units_are_those_of_the_resolutions(self):
        old = collections.Counter(unit["type"] for unit in OLD.values())
        new = collections.Counter(unit["type"] for unit in NEW.values())
        self.assertEqual((old["Xã"], old["Phường"], old["Thị trấn"], len(OLD)), (116, 21, 19, 1 + 28 + 11 + 156))
        self.assertEqual((new["Xã"], new["Phường"], new["Đặc khu"], len(NEW)), (85, 14, 3, 1 + 15 + 102))

    def test_only_communes_of_2021_have_a_parent_and_it_is_a_district(self):
        for unit in OLD.values():
            if unit["type"] in COMMUNES:
                self.assertIn(OLD[unit["parent"]]["type"], ("Huyện", "Thị xã", "Thành phố"))
            else:
                self.assertIsNone(unit["parent"])
        self.assertEqual({unit["parent"] for unit in NEW.values()}, {None})

    def test_a_name_is_not_used_twice(self):
        for registry in (OLD, NEW):
            self.assertEqual(len({unit["name"] for unit in registry.values()}), len(registry))

    def test_another_spelling_is_an_alias(self):
        self.assertIn("UBND xã Mỹ Hoà Hưng", OLD["30313"]["aliases"])
        self.assertIn("UBND phường Vĩnh Nguơn", OLD["30328"]["aliases"])

    def test_the_tiers_follow_one_another_without_a_gap(self):
        last = max(unit["valid_to"] for unit in OLD.values())
        first = collections.Counter(unit["valid_from"] for unit in NEW.values()).most_common(1)[0][0]
        self.assertEqual(date.fromisoformat(last) + timedelta(days=1), date.fromisoformat(first))
        self.assertEqual((OLD["SKHDT"]["valid_to"], OLD["30285"]["valid_to"]), ("2025-02-28", "2024-12-31"))

    def test_every_old_commune_has_a_successor_that_exists(self):
        rows = document("units/an-giang-old-to-2025.json")["units"]
        self.assertEqual(len([row for row in rows if row["old"].isdigit()]), 303)
        self.assertLessEqual({code for code, unit in OLD.items() if unit["type"] in COMMUNES}, {row["old"] for row in rows})
        for row in rows:
            self.assertIn(row["new"], NEW)
            self.assertIn(row["part"], ("full", "partial"))

    def test_each_dimension_is_led_by_units_of_the_registry(self):
        dimensions = document("papi/dimensions.json")["dimensions"]
        self.assertEqual([dimension["code"] for dimension in dimensions], list(range(1, 9)))
        for period, registry in (("2021", OLD), ("2025", NEW)):
            for dimension in dimensions:
                leading = {lead["unit"] for lead in dimension["leads"][period]}
                self.assertTrue(leading)
                self.assertEqual(leading, {code for code, unit in registry.items() if dimension["code"] in unit["leads"]})

    def test_the_published_results_add_up(self):
        for row in document("papi/an-giang-results.json")["results"]:
            parts = sum(int(entry["result"].replace(".", "")) for entry in row["dimensions"])
            self.assertLessEqual(abs(parts - int(row["total"].replace(".", ""))), 4)

    def test_the_legal_bases_follow_one_another_without_a_gap(self):
        presets = sorted((document(path.relative_to(DATA)) for path in (DATA / "legal-bases").glob("*.json")), key=lambda preset: preset["valid_from"])
        for before, after in zip(presets, presets[1:]):
            self.assertEqual(date.fromisoformat(before["valid_to"]) + timedelta(days=1), date.fromisoformat(after["valid_from"]))
        self.assertIsNone(presets[-1]["valid_to"])

    def test_each_group_of_the_template_has_a_hundred_points(self):
        for group in TEMPLATE["groups"]:
            self.assertEqual(sum(int(leaf["max"].replace(".", "")) for leaf in leaves(group["criteria"])), 10000)

    def test_the_template_says_whose_points_they_are(self):
        for group in TEMPLATE["groups"]:
            for leaf in leaves(group["criteria"]):
                self.assertIn("kế hoạch 1078/KH-SNV không ấn định điểm", leaf["guide"])

    def test_the_template_quotes_the_plan_word_for_word(self):
        with open(DATA / "templates/source/criteria-1078.tsv", encoding="utf-8") as file:
            header, *rows = [line.rstrip("\n").split("\t") for line in file]
        quotes = {row[0]: dict(zip(header, row)) for row in rows}
        campaign = TEMPLATE["campaign"]
        self.assertEqual("Phong trào thi đua " + quotes["TITLE"]["quote"], campaign["title"])
        self.assertEqual("về " + quotes["SUBJECT"]["quote"], campaign["plan"]["subject"])
        groups = {group["key"]: group["criteria"] for group in TEMPLATE["groups"]}
        quoted = {"so-nganh": ["TT1", "TT2", "TT3", "TT4", "TT5", "TT6"], "cap-xa": ["XA", "TT3", "TT4", "TT5"],
                  "ca-nhan": ["CN1", "CN2"]}
        quoted["cap-huyen"] = quoted["so-nganh"]
        for group, codes in quoted.items():
            self.assertEqual([(quotes[code]["quote"], quotes[code]["short (proposal)"]) for code in codes],
                             [(criterion["title"], criterion["short"]) for criterion in groups[group]])

    def test_what_the_plan_does_not_ask_of_communes_is_said(self):
        reports, discipline, initiative = next(group for group in TEMPLATE["groups"] if group["key"] == "cap-xa")["criteria"][1:]
        for criterion in reports, discipline, initiative:
            self.assertIn("cách hiểu của Bảng Vàng", criterion["guide"])
        self.assertFalse(discipline["required"])

    def test_the_quotas_are_those_of_the_plan(self):
        self.assertEqual([(quota["key"], quota["count"], quota["groups"]) for quota in TEMPLATE["quotas"]],
                         [("tap-the", 5, ["so-nganh", "cap-huyen", "cap-xa"]), ("ca-nhan", 10, ["ca-nhan"])])


if __name__ == "__main__":
    unittest.main()
