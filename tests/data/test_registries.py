# SPDX-License-Identifier: GPL-3.0-or-later
"""Registries, mapping, PAPI tables, legal bases and template are whole and fit together.

    /usr/bin/python3 tests/data/test_registries.py
"""

import collections
import json
import runpy
import sys
import unittest
from datetime import date, timedelta
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"
sys.path.insert(0, str(DATA / "templates"))
sys.dont_write_bytecode = True


def document(path):
    return json.loads((DATA / path).read_text(encoding="utf-8"))


OLD = {unit["code"]: unit for unit in document("units/an-giang-2021.json")}
NEW = {unit["code"]: unit for unit in document("units/an-giang-2025.json")}
COMMUNES = {"Xã", "Phường", "Thị trấn", "Đặc khu"}
TEMPLATE = document("templates/papi-2021.json")
ACTS = document("legal-bases/acts.json")["acts"]
RESULTS = {row["year"]: row for row in document("papi/an-giang-results.json")["results"]}


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
        papi = runpy.run_path(str(DATA / "papi" / "make-papi.py"))
        self.assertEqual(document("papi/dimensions.json")["dimensions"], papi["dimensions"]())
        self.assertEqual(list(RESULTS.values()), papi["all_results"]())
        bases = runpy.run_path(str(DATA / "legal-bases" / "make-legal-bases.py"))
        self.assertEqual(document("legal-bases/acts.json"), bases["legal_bases"]())
        for script in (DATA / "templates").glob("make-*.py"):
            name = script.stem.removeprefix("make-")
            with self.subTest(template=name):
                self.assertEqual(document(f"templates/{name}.json"), runpy.run_path(str(script))["template"]())
        blocs = runpy.run_path(str(DATA / "demo" / "make-khoi-thi-dua-demo.py"))
        self.assertEqual(document("demo/khoi-thi-dua-demo.json"), blocs["build"]())

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

    def test_corruption_is_led_by_the_inspectorate_alone_and_services_by_the_environment_too(self):
        led = {dimension["code"]: dimension["leads"] for dimension in document("papi/dimensions.json")["dimensions"]}
        for period, environment in (("2021", "STNMT"), ("2025", "SNNMT")):
            self.assertEqual([lead["unit"] for lead in led[4][period]], ["TTT"])
            self.assertIn(environment, [lead["unit"] for lead in led[6][period]])

    def test_who_leads_says_that_it_is_a_proposal(self):
        self.assertTrue(document("papi/dimensions.json")["leads_status"].startswith("Đề xuất của Bảng Vàng"))

    def test_the_published_results_add_up(self):
        whole = [row for row in RESULTS.values() if row["dimensions"]]
        self.assertEqual([row["year"] for row in whole], [2020, 2021, 2022, 2023, 2024])
        for row in whole:
            parts = sum(int(entry["result"].replace(".", "")) for entry in row["dimensions"])
            self.assertLessEqual(abs(parts - int(row["total"].replace(".", ""))), 4)

    def test_two_early_years_have_their_total_alone(self):
        for year, total, rank in ((2018, "44.4300", 25), (2019, "44.3700", 21)):
            self.assertEqual((RESULTS[year]["total"], RESULTS[year]["rank"], RESULTS[year]["dimensions"]), (total, rank, []))

    def test_results_have_the_day_of_their_publication(self):
        self.assertEqual({year: row["published"] for year, row in RESULTS.items()},
                         {2018: None, 2019: None, 2020: "2021-04-14", 2021: "2022-05-10", 2022: "2023-04-12", 2023: "2024-04-02", 2024: "2025-04-15"})

    def test_the_groups_of_provinces_are_those_published(self):
        groups = {year: {entry["dimension"]: entry["group"] for entry in row["dimensions"] if entry["group"]} for year, row in RESULTS.items()}
        self.assertEqual({year: found for year, found in groups.items() if found},
                         {2023: {4: "upper-middle", 6: "highest"},
                          2024: {1: "lowest", 2: "lower-middle", 3: "lowest", 4: "highest", 5: "lower-middle", 6: "lower-middle", 7: "highest", 8: "lowest"}})

    def test_each_kind_of_act_follows_the_one_before_without_a_gap(self):
        for kind in ("Luật Thi đua", "Nghị định", "Thông tư"):
            acts = sorted((act for act in ACTS if act["text"].startswith(kind)), key=lambda act: act["valid_from"])
            self.assertGreater(len(acts), 1)
            for before, after in zip(acts, acts[1:]):
                self.assertEqual(date.fromisoformat(before["valid_to"]) + timedelta(days=1), date.fromisoformat(after["valid_from"]))

    def test_each_wording_belongs_to_an_act(self):
        bases = runpy.run_path(str(DATA / "legal-bases" / "make-legal-bases.py"))
        self.assertEqual(len(bases["table"]("wordings.tsv")), sum(len(act["wordings"]) for act in ACTS))

    def test_only_the_province_s_own_act_has_gaps_and_no_days(self):
        self.assertEqual([act["name"] for act in ACTS if "…" in act["text"]], ["Quy chế thi đua, khen thưởng"])
        self.assertEqual([act["name"] for act in ACTS if act["valid_from"] is None], ["Quy chế thi đua, khen thưởng"])

    def test_the_template_cites_the_law_of_its_first_day(self):
        acts = ["26 tháng 11 năm 2003", "Nghị định số 91/2017/NĐ-CP", "Thông tư số 12/2019/TT-BNV", "Chỉ thị số 26/CT-TTg", "Kế hoạch số 1078/KH-SNV"]
        self.assertEqual(TEMPLATE["campaign"]["starts"], "2021-06-21")
        for line, act in zip(TEMPLATE["campaign"]["legal_bases"], acts, strict=True):
            self.assertIn(act, line)

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
