# SPDX-License-Identifier: GPL-3.0-or-later
"""Other campaigns than the first: each template filled, and the blocs of a province that does not exist.

Whatever is printed of these names neither the province, nor the campaign, nor the year of the first one;
recalculated by an office program, the workbook of each template says what the program says.
"""

import json
import random
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

from program import Test, run_tool

ROOT = Path(__file__).resolve().parents[2]
CHECK = ROOT / "tests" / "exchange" / "check-workbook.py"
TIED = re.compile(r"an giang|papi|2021", re.IGNORECASE)
LISTS = ("collectives", "individuals", "ranking", "scores", "submission", "verification", "missing", "achievement", "ballot", "counting",
         "minutes", "appraisal")
SKIPPED = 77
A_GROUP = 6


def leaves(criteria):
    for node in criteria:
        if node["kind"] == "section":
            yield from leaves(node["criteria"])
        else:
            yield node


def read_pdf(path):
    return run_tool("pdftotext", "-layout", "-enc", "UTF-8", path, "-")


def assessment(leaf, rng):
    answer = {"criterion": leaf["code"], "state": leaf.get("state", "pending")}
    if leaf["kind"] in ("points", "bonus", "deduction"):
        answer["verified"] = f"{rng.randrange(int(leaf['max'].split('.')[0]) + 1)}.00"
    elif leaf["kind"] == "checklist":
        answer["items"] = list(range(1, 1 + rng.randrange(len(leaf["items"]) + 1)))
    elif leaf["kind"] == "pass-fail":
        answer["passed"] = rng.random() < 0.9
    elif leaf["kind"] == "reports":
        answer["received"] = [due if rng.random() < 0.7 else None for due in leaf["due"]]
    else:
        answer["results"] = [{"dimension": 1, "baseline": None, "result": f"{rng.randrange(80, 130)}.0000", "target": "100.0000"}]
    return answer


def fill(campaign, rng):
    """Some nominees in each group, so that some are equal."""
    if not campaign["groups"][0]["criteria"]:
        campaign["groups"][0]["criteria"] = [{"code": "1", "title": "Kết quả", "kind": "points", "max": "100.00"}]
        campaign["quotas"] = [{"key": "q", "name": "Tập thể", "kind": "collective", "groups": [campaign["groups"][0]["key"]], "count": 2}]
    units = [unit["code"] for unit in campaign["units"]]
    for group in campaign["groups"]:
        for number in range(A_GROUP):
            person = {"name": f"Nguyễn Văn {number}"} if group["kind"] == "individual" else None
            campaign["nominees"].append({
                "key": f"{group['key']}-{number}", "group": group["key"], "unit": rng.choice(units), "person": person,
                "assessments": [assessment(leaf, rng) for leaf in leaves(group["criteria"])]})


class Blocs(Test):
    def setUp(self):
        super().setUp()
        self.succeed("demo", "--template", "khoi-thi-dua")

    def test_is_a_year_of_sixty_units_in_six_blocs(self):
        campaign = json.loads(self.dump())
        self.assertEqual((60, 6), (len(campaign["units"]), len(campaign["groups"])))
        ranking = self.json("rank")
        decided = {entry["decided_by"] for pool in ranking["pools"] for entry in pool["entries"]}
        self.assertLessEqual({"criteria", "votes", "tie"}, decided)
        self.assertFalse(any(pool["unresolved_tie"] for pool in ranking["pools"]))
        self.assertTrue(self.json("verify")["ok"])

    def test_flags_come_before_certificates_and_the_submission_counts_both(self):
        pools = {pool["key"]: pool["entries"] for pool in self.json("rank")["pools"]}
        for key in [key for key in pools if key.startswith("co-")]:
            flag = next(entry["nominee"] for entry in pools[key] if entry["place"] == "inside")
            certificates = pools[key.replace("co-", "bang-khen-", 1)]
            self.assertEqual([(flag, key)], [(entry["nominee"], entry["taken_by"]) for entry in certificates if entry["place"] == "taken"])
        self.assertEqual([18, 3], [sum(entry["place"] == place for entry in pools["bang-khen-chung"]) for place in ("taken", "inside")])
        target = self.scratch / "submission.pdf"
        self.succeed("print", "--list", "submission", "-o", target)
        self.assertIn("06 Cờ thi đua của Ủy ban nhân dân tỉnh, 15 Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho 21 tập thể",
                      " ".join(read_pdf(target).split()))

    def test_a_demonstration_that_there_is_not_is_refused(self):
        self.refuse_unchanged("khoi-thi-dua, papi-2021", "demo", "--template", "trong")

    def test_no_paper_names_another_province_campaign_or_year(self):
        for name in LISTS:
            with self.subTest(paper=name):
                target = self.scratch / f"{name}.pdf"
                self.succeed("print", "--list", name, "-o", target)
                text = read_pdf(target)
                self.assertGreater(len(text), 200)
                self.assertEqual([], TIED.findall(text))
                if name in ("submission", "ranking", "collectives"):
                    self.assertIn("Hải Lâm", text)

    def test_neither_does_what_is_sealed(self):
        workbook, dossier = self.scratch / "Đề nghị.xlsx", self.scratch / "Hồ sơ.zip"
        self.succeed("export", "-o", workbook)
        self.succeed("dossier", "-o", dossier, "--sealed", "1")
        shutil.unpack_archive(workbook, self.scratch / "book", "zip")
        texts = [path.read_text(encoding="utf-8") for path in (self.scratch / "book").rglob("*.xml")]
        self.assertEqual([], [found for text in texts for found in re.findall(r"(?i)an giang|papi|(?<![\d.])2021(?![\d.])", text)])
        shutil.unpack_archive(dossier, self.scratch / "files", "zip")
        papers = list((self.scratch / "files").rglob("*.pdf"))
        self.assertGreater(len(papers), 2)
        for paper in papers:
            self.assertEqual([], TIED.findall(read_pdf(paper)), paper.name)


class Workbooks(Test):
    def test_recalculated_the_workbook_of_each_template_is_the_same(self):
        folder = self.scratch / "books"
        folder.mkdir()
        made = [self.make_book(name, folder) for name in [template["name"] for template in self.json("templates")]]
        status = self.run_check("--recalculate", folder).returncode
        for workbook, campaign, date in made:
            with self.subTest(template=workbook.stem):
                done = self.run_check(workbook, "--campaign", campaign, "--date", date, *(["--recalculated"] if status == 0 else []))
                self.assertEqual(0, done.returncode, done.stderr)
        if status == SKIPPED:
            self.skipTest("no office program")
        self.assertEqual(0, status)

    def run_check(self, *arguments):
        return subprocess.run([sys.executable, CHECK, *map(str, arguments)], capture_output=True, text=True, check=False)

    def make_book(self, name, folder):
        self.library = self.scratch / name
        self.succeed("init", "--template", name)
        campaign = json.loads(self.dump())
        fill(campaign, random.Random(name))
        self.succeed("load", "--replace", self.write(f"{name}.json", json.dumps(campaign)))
        dumped = self.write(f"{name}.json", self.dump())
        date = "2026-12-20"
        workbook = folder / f"{name}.xlsx"
        self.succeed("export", "--draft", "--date", date, "-o", workbook)
        return workbook, dumped, date


if __name__ == "__main__":
    unittest.main()
