# SPDX-License-Identifier: GPL-3.0-or-later
"""rank and export."""

import contextlib
import datetime
import json
import re
import sqlite3
import sys
import unittest
import zipfile

import openpyxl

from program import DEMO, FAILED, ROOT, USAGE, Test

sys.path.insert(0, str(ROOT / "tests/reference"))

import rules  # noqa: E402

ENTRY = ["nominee", "name", "unit", "group", "total", "percent", "rank", "eligible", "place", "decided_by", "margin", "reasons"]


class Rank(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()

    def test_has_the_form_of_the_contract(self):
        answer = self.json("rank")
        self.assertEqual(["campaign", "date", "pools", "groups"], list(answer))
        self.assertEqual(["papi-2021", "2022-05-20"], [answer["campaign"], answer["date"]])
        pool = answer["pools"][0]
        self.assertEqual(["key", "kind", "quota", "provisional", "unresolved_tie", "entries"], list(pool))
        for entry in pool["entries"]:
            self.assertEqual(ENTRY, list(entry))
            self.assertRegex(entry["total"], r"^\d+\.\d\d$")
        self.assertEqual([name for name in ENTRY if name not in ("place", "margin")], list(answer["groups"][0]["entries"][0]))

    def test_is_that_of_the_second_implementation(self):
        expected = rules.rank(json.loads(DEMO.read_text(encoding="utf-8")), None)
        found = self.json("rank")
        for name in ("pools", "groups"):
            for left, right in zip(expected[name], found[name], strict=True):
                for one, other in zip(left["entries"], right["entries"], strict=True):
                    self.assertEqual(
                        {key: value for key, value in one.items() if key != "reasons"},
                        {key: value for key, value in other.items() if key != "reasons"},
                    )

    def test_says_the_class_where_the_group_has_classes(self):
        group = self.json("rank")["groups"][0]
        self.assertNotIn("class", group["entries"][0])
        self.assertNotIn("Class", self.succeed("rank"))
        classes = [{"name": "Xuất sắc", "from": "90.00"}, {"name": "Tốt", "from": "70.00"}]
        before = self.dump()
        self.succeed("set", "group", group["key"], "classes=" + json.dumps(classes))
        self.assertEqual(classes, json.loads(self.dump())["groups"][0]["classes"])
        answer = self.json("rank")
        for entry in answer["groups"][0]["entries"]:
            percent = float(entry["percent"])
            self.assertEqual("Xuất sắc" if percent >= 90 else "Tốt" if percent >= 70 else None, entry["class"])
        self.assertNotIn("class", answer["groups"][1]["entries"][0])
        lines = self.succeed("rank").splitlines()
        self.assertTrue(any(re.search(r"Rank +Class +Name", line) for line in lines))
        self.assertTrue(any(re.search(r"^ *1 +(Xuất sắc|Tốt) +\S", line) for line in lines))
        self.refuse_unchanged("[0].from", "set", "group", group["key"], 'classes=[{"name": "A", "from": "1000.00"}]')
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_a_later_quota_takes_nobody_twice(self):
        first = self.json("rank")["pools"][0]
        group = first["entries"][0]["group"]
        self.succeed("add", "quota", "sau", "name=Xét sau", "kind=either", f'groups=["{group}"]', "count=1", f"after={first['key']}")
        pool = self.json("rank")["pools"][-1]
        inside = {entry["nominee"] for entry in first["entries"] if entry["place"] == "inside"}
        taken = [entry for entry in pool["entries"] if entry["place"] == "taken"]
        self.assertEqual(inside & {entry["nominee"] for entry in pool["entries"]}, {entry["nominee"] for entry in taken})
        self.assertTrue(taken)
        self.assertEqual({(first["key"], None)}, {(entry["taken_by"], entry["margin"]) for entry in taken})
        self.assertFalse([entry for entry in pool["entries"] if "taken_by" in entry and entry not in taken])
        name = next(one["name"] for one in json.loads(self.dump())["quotas"] if one["key"] == first["key"])
        self.assertIn(f"Đã vào “{name}”", self.succeed("rank"))
        key = taken[0]["nominee"]
        chosen = [{"quota": "sau", "place": "inside", "reason": "Biên bản"}]
        self.succeed("set", "nominee", key, "decisions=" + json.dumps(chosen))
        warned = self.run_cli("rank")
        self.assertIn("has no effect", warned.stderr)

    def test_is_of_the_date_that_is_given(self):
        self.assertEqual("2021-08-01", self.json("rank", "--date", "2021-08-01")["date"])
        self.assertIn("01/08/2021", self.succeed("rank", "--date", "2021-08-01"))

    def test_is_of_today_where_the_campaign_names_no_day(self):
        self.succeed("set", "campaign", "papi-2021", "considered_on=")
        days = {datetime.date.today().isoformat()}
        found = self.json("rank")["date"]
        self.assertIn(found, days | {datetime.date.today().isoformat()})

    def test_the_table_draws_the_line_behind_the_last_one_inside(self):
        pool = self.json("rank")["pools"][0]
        lines = self.succeed("rank").splitlines()
        line = next(number for number, text in enumerate(lines) if "quota line" in text)
        last = [entry for entry in pool["entries"] if entry["place"] == "inside"][-1]
        self.assertIn(last["name"], lines[line - 1])
        self.assertIn("Trong chỉ tiêu", lines[line - 1])
        following = pool["entries"][pool["entries"].index(last) + 1]
        self.assertIn(following["name"], lines[line + 1])

    def test_every_entry_is_explained(self):
        text = self.succeed("rank")
        for pool in self.json("rank")["pools"]:
            for entry in pool["entries"]:
                self.assertIn(f"  {entry['name']}: ", text)

    def test_a_campaign_without_nominees_has_empty_tables(self):
        self.library = self.scratch / "empty"
        self.succeed("init")
        self.assertEqual([[], []], [pool["entries"] for pool in self.json("rank")["pools"]])
        self.succeed("rank")

    def test_changes_nothing(self):
        actions = self.json("log")
        self.succeed("rank")
        self.assertEqual(actions, self.json("log"))


class Export(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()
        self.target = self.scratch / "Tờ trình khen thưởng.xlsx"

    def test_what_stands_in_the_way_has_a_line_each(self):
        done = self.run_cli("export", "-o", self.target)
        self.assertEqual(FAILED, done.returncode)
        self.assertEqual(2, done.stderr.count("\n"), done.stderr)
        self.assertIn("Tập thể: results still await publication", done.stderr)
        self.assertIn("Cá nhân: a tie at the quota line", done.stderr)
        self.assertFalse(self.target.exists())
        self.assertEqual(1, len(self.json("log")))

    def test_a_draft_needs_nothing_and_has_no_seal(self):
        answer = self.json("export", "--draft", "-o", self.target)
        self.assertEqual([str(self.target), None], [answer["file"], answer["seal"]])
        self.assertIn("xl/workbook.xml", zipfile.ZipFile(self.target).namelist())
        self.assertEqual(1, len(self.json("log")))

    def test_a_resolved_proposal_is_sealed_with_a_reason(self):
        self.take_resolved_demo()
        self.refuse(FAILED, "give the reason", "export", "-o", self.target)
        self.refuse(FAILED, "give the reason", "export", "-o", self.target, "--reason", " \u00a0 ")
        self.refuse(FAILED, "Reason: the text has a control character", "export", "-o", self.target, "--reason", "a\uffff")
        answer = self.json("export", "-o", self.target, "--reason", "Trung ương chậm công bố")
        self.assertRegex(answer["seal"], r"^[0-9a-f]{64}$")
        self.assertIn("xl/workbook.xml", zipfile.ZipFile(self.target).namelist())
        self.assertTrue(self.json("verify")["ok"])

    def test_a_library_that_does_not_verify_is_sealed_with_a_reason_only(self):
        self.take_resolved_demo()
        with contextlib.closing(sqlite3.connect(self.library / "bangvang.db")) as database, database:
            database.execute("DELETE FROM journal WHERE id = 1")
        for verb in ("export", "dossier"):
            target = self.target if verb == "export" else self.scratch / "Hồ sơ.zip"
            with self.subTest(verb):
                done = self.run_cli(verb, "-o", target)
                self.assertEqual(FAILED, done.returncode)
                self.assertIn("bangvang-cli: The library is not sound", done.stderr)
                self.assertIn("bangvang-cli: Tập thể: results still await publication", done.stderr)
                self.assertFalse(target.exists())
        answer = self.json("export", "-o", self.target, "--reason", "Bản sao lưu đã đối chiếu")
        self.assertRegex(answer["seal"], r"^[0-9a-f]{64}$")

    def test_a_decision_without_a_reason_is_in_the_way(self):
        self.take_resolved_demo()
        pool = next(pool for pool in self.json("rank")["pools"] if pool["key"] == "ca-nhan")
        entry = pool["entries"][0]
        self.succeed("set", "nominee", entry["nominee"], "decision.place=inside", "decision.reason= ")
        self.refuse(FAILED, f"the written decision on {entry['name']} has no reason", "export", "-o", self.target,
                    "--reason", "Trung ương chậm công bố")
        self.assertFalse(self.target.exists())

    def test_the_same_data_have_the_same_seal(self):
        self.take_resolved_demo()
        arguments = ("export", "-o", self.target, "--reason", "Trung ương chậm công bố")
        first = self.json(*arguments)["seal"]
        self.assertEqual(first, self.json(*arguments)["seal"])
        self.succeed("score", "so-y-te", "2", "1")
        self.assertNotEqual(first, self.json(*arguments)["seal"])

    def test_the_date_is_printed(self):
        answer = self.json("export", "--draft", "-o", self.target, "--date", "2022-06-01")
        self.assertEqual("2022-06-01", answer["date"])
        self.assertIn("01/06/2022", self.succeed("export", "--draft", "-o", self.target, "--date", "2022-06-01"))

    def test_no_sheet_calls_anybody_what_the_screen_does(self):
        self.succeed("export", "--draft", "-o", self.target)
        book = openpyxl.load_workbook(self.target)
        cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
        self.assertIn("Trường hợp", cells)
        self.assertEqual([], [text for text in cells if "đề cử" in text.lower()])

    def test_what_looks_like_an_escape_is_read_again_as_it_was(self):
        self.succeed("set", "unit", "SYT", "name=Sở _x0041_ _x000D_ Y tế", "short=_x0042_x0043_")
        self.succeed("set", "campaign", "papi-2021", "title=Phong trào _x0044_")
        name = next(e["name"] for e in self.json("rank")["pools"][0]["entries"] if e["unit"] == "SYT")
        self.succeed("export", "--draft", "-o", self.target)
        parts = zipfile.ZipFile(self.target)
        strings = parts.read("xl/sharedStrings.xml").decode()
        self.assertIn("Sở _x005F_x0041_ _x005F_x000D_ Y tế", strings)
        self.assertNotIn(" _x0041_", strings)
        self.assertIn("Phong trào _x005F_x0044_", parts.read("docProps/core.xml").decode())
        book = openpyxl.load_workbook(self.target)
        for sheet in ("Xếp hạng", "Điểm tập thể", "Tập thể"):
            self.assertIn(name, [cell.value for row in book[sheet].iter_rows() for cell in row], sheet)

    def test_a_text_that_is_longer_than_a_cell_ends_in_an_ellipsis_and_is_reported(self):
        proposed = [e["nominee"] for e in self.json("rank")["pools"][0]["entries"] if e["place"] == "inside"]
        campaign = json.loads(self.dump())
        nominees = {nominee["key"]: nominee for nominee in campaign["nominees"]}
        for nominee, summary in zip(proposed, ("😀" * 16000 + "a" * 767, "b" + "😀" * 16384)):
            nominees[nominee]["summary"] = summary
        self.succeed("load", "--replace", self.write("long.json", json.dumps(campaign)))
        done = self.run_cli("export", "--draft", "-o", self.target)
        self.assertEqual(0, done.returncode, done.stderr)
        book = openpyxl.load_workbook(self.target)
        longest = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row
                   if isinstance(cell.value, str) and "😀" in cell.value]
        self.assertEqual(["😀" * 16000 + "a" * 767, "b" + "😀" * 16382 + "…"], longest)
        self.assertIn("warning: 1 text is longer than a cell of the workbook can be", done.stderr)

    def test_many_criteria_go_over_several_pages_with_the_names_on_each(self):
        self.succeed("export", "--draft", "-o", self.target)
        for sheet in openpyxl.load_workbook(self.target):
            self.assertEqual((1, 0), (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight), sheet.title)
        for number in range(60):
            self.succeed("add", "criterion", f"so-nganh/9.{number}", "title=Tiêu chí", "kind=points", "max=1.00")
        self.succeed("export", "--draft", "-o", self.target)
        sheet = openpyxl.load_workbook(self.target)["Điểm tập thể"]
        self.assertEqual("$A:$B", sheet.print_title_cols)
        self.assertEqual(5, sheet.page_setup.fitToWidth)

    def test_another_ending_than_that_of_a_workbook_is_refused(self):
        for name in ("x.txt", "x", "x.xls", "xlsx"):
            with self.subTest(name=name):
                self.refuse(USAGE, "-o: the name must end in .xlsx", "export", "--draft", "-o", self.scratch / name)
                self.assertFalse((self.scratch / name).exists())
        self.succeed("export", "--draft", "-o", self.scratch / "X.XLSX")

    def test_a_folder_that_is_not_there_is_named_and_nothing_left(self):
        self.refuse_unchanged("absent", "export", "--draft", "-o", self.scratch / "absent" / "x.xlsx")
        self.assertEqual([], [path.name for path in self.library.iterdir() if path.name.startswith(".bangvang-")])


if __name__ == "__main__":
    unittest.main()
