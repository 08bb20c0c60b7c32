# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms that come back: filled in, moved, sorted and saved by other programs."""

import json
import unittest

import openpyxl

from filled_form import find_cell
from program import FINDINGS, Test

HEAD = 6
STATES = ("new", "changed", "conflict", "asked", "refused")


class Imported(Test):

    def setUp(self):
        super().setUp()
        self.take_demo()

    def write_form(self, unit):
        path = self.scratch / f"{unit}.xlsx"
        self.succeed("form", "--unit", unit, "-o", path, "--replace")
        return path, openpyxl.load_workbook(path)

    def import_files(self, *paths, status=0):
        done = self.run_cli("--json", "import", *paths)
        self.assertEqual(status, done.returncode, done.stderr)
        return json.loads(done.stdout)

    def counts(self, file):
        return {state: len(file[state]) for state in STATES if file[state]}

    def get(self, nominee, criterion):
        campaign = json.loads(self.dump())
        found = next(one for one in campaign["nominees"] if one["key"] == nominee)
        return next(one for one in found["assessments"] if one["criterion"] == criterion)

    def test_what_nobody_filled_in_changes_nothing(self):
        before = self.dump()
        path, _ = self.write_form("887")
        (file,) = self.import_files(path)
        self.assertEqual({}, self.counts(file))
        self.assertGreater(file["same"], 50)
        self.assertEqual("887", file["unit"])
        self.assertEqual(before, self.dump())
        self.assertNotIn("Take in", self.json("log")[0]["label"])

    def vault(self):
        return sorted(path for path in (self.library / "vault").rglob("*") if path.is_file())

    def test_the_original_stays_in_the_vault_and_goes_with_a_salvage(self):
        evidence = self.vault()
        path, _ = self.write_form("887")
        self.import_files(path)
        self.import_files(path)
        (kept,) = [file for file in self.vault() if file not in evidence]
        self.assertEqual(path.read_bytes(), kept.read_bytes())
        done = self.json("restore", self.library, "--salvage", "--replace")
        self.assertEqual(([], 1, 1), (done["left"], done["handouts"], done["receipts"]))
        self.assertEqual({"ok": True, "findings": []}, self.json("verify"))
        self.assertEqual(path.read_bytes(), kept.read_bytes())
        kept.unlink()
        (finding,) = json.loads(self.run_cli("--json", "verify").stdout)["findings"]
        self.assertEqual("what was received 1, 887 (887.xlsx): not here", finding)

    def test_values_of_all_sheets_are_taken_in_as_one_action_and_given_back(self):
        before = self.dump()
        path, book = self.write_form("887")
        find_cell(book["Tự chấm"], "2", "Điểm tự chấm").value = 27.25
        find_cell(book["Tự chấm"], "2", "Giải trình").value = "Đã bổ sung  báo cáo"
        find_cell(book["Cấp xã"], "30376", "1.2 – Thủ tục hành chính").value = "14,5"
        find_cell(book["Cấp xã"], "30376", "4 – Kỷ luật, kỷ cương").value = "Không đạt"
        find_cell(book["Cấp xã"], "30376", "Xếp hạng của huyện").value = 5
        find_cell(book["Cá nhân"], "Thái Quang Vinh", "1 – Vai trò trực tiếp").value = 55
        book.save(path)
        (file,) = self.import_files(path)
        self.assertEqual({"new": 1, "changed": 5}, self.counts(file))
        self.assertEqual("27.25", self.get("thi-xa-tan-chau", "2")["self"])
        self.assertEqual("Đã bổ sung báo cáo", self.get("thi-xa-tan-chau", "2")["explanation"])
        changed = {value["cell"]: (value["before"], value["after"]) for value in file["changed"]}
        self.assertIn(("13.25", "14.50"), changed.values())
        self.assertIn(("true", "false"), changed.values())
        self.assertEqual(1, sum("Take in" in action["label"] for action in self.json("log")))
        (again,) = self.import_files(path)
        self.assertEqual({}, self.counts(again))
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_a_dry_run_writes_nothing(self):
        before = self.dump()
        path, book = self.write_form("887")
        find_cell(book["Tự chấm"], "2", "Điểm tự chấm").value = 27.25
        book.save(path)
        done = self.json("import", path, "--dry-run")
        self.assertEqual({"changed": 1}, self.counts(done[0]))
        self.assertEqual(before, self.dump())

    def test_a_new_person(self):
        path, book = self.write_form("887")
        sheet = book["Cá nhân"]
        for column, value in enumerate(("Lê Thị Mỹ Duyên", "Nữ", "21/06/1980", "Phó Trưởng phòng", "Có", "Hướng dẫn", 40, 30), 1):
            sheet.cell(HEAD + 2, column).value = value
        book.save(path)
        (file,) = self.import_files(path)
        self.assertEqual(["Lê Thị Mỹ Duyên"], [value["after"] for value in file["new"] if value["field"] is None])
        campaign = json.loads(self.dump())
        added = next(one for one in campaign["nominees"] if one["key"] == "le-thi-my-duyen")
        self.assertEqual({"name": "Lê Thị Mỹ Duyên", "gender": "female", "born": "1980-06-21",
                          "position": "Phó Trưởng phòng", "holds_office": True, "role": ""}, added["person"])
        self.assertEqual(["40.00", "30.00"], [one["self"] for one in added["assessments"]])

    def test_what_is_wrong_is_refused_with_its_cell_and_the_rest_is_taken_in(self):
        path, book = self.write_form("887")
        find_cell(book["Tự chấm"], "2", "Điểm tự chấm").value = 31
        find_cell(book["Tự chấm"], "1", "Điểm tự chấm").value = "mười"
        find_cell(book["Tự chấm"], "5", "Điểm tự chấm").value = 9
        book.save(path)
        (file,) = self.import_files(path, status=FINDINGS)
        self.assertEqual({"changed": 1, "refused": 2}, self.counts(file))
        self.assertEqual({("Tự chấm", "D7"), ("Tự chấm", "D8")},
                         {(value["sheet"], value["cell"]) for value in file["refused"]})
        self.assertTrue(all(value["reason"] for value in file["refused"]))
        self.assertEqual("9.00", self.get("thi-xa-tan-chau", "5")["self"])
        self.assertEqual("25.50", self.get("thi-xa-tan-chau", "2")["self"])

    def test_what_was_changed_here_since_is_not_overwritten(self):
        path, book = self.write_form("887")
        self.succeed("score", "thi-xa-tan-chau", "2", "24", "--self")
        self.succeed("score", "thi-xa-tan-chau", "5", "8", "--self")
        find_cell(book["Tự chấm"], "2", "Điểm tự chấm").value = 27.25
        book.save(path)
        (file,) = self.import_files(path, status=FINDINGS)
        self.assertEqual({"conflict": 1}, self.counts(file))
        self.assertEqual(("24.00", "27.25"), (file["conflict"][0]["before"], file["conflict"][0]["after"]))
        # What the unit left as it was is no answer to what was changed here.
        self.assertEqual("8.00", self.get("thi-xa-tan-chau", "5")["self"])

    def test_a_sheet_with_another_name_is_not_passed_over_in_silence(self):
        path, book = self.write_form("887")
        book["Tự chấm"].title = "Bản chấm"
        book.save(path)
        (file,) = self.import_files(path, status=FINDINGS)
        self.assertEqual(2, len(file["remarks"]))
        self.assertIn("“Tự chấm”", "".join(file["remarks"]))

    def test_points_that_others_give_are_not_taken(self):
        path, book = self.write_form("887")
        sheet = book["Cấp xã"]
        sheet["A21"], sheet["C21"], sheet["J21"] = "30418", 9, 1
        book.save(path)
        (file,) = self.import_files(path, status=FINDINGS)
        self.assertEqual({"refused": 1}, self.counts(file))

    def test_whoever_is_named_is_a_person(self):
        path, book = self.write_form("887")
        for row, (name, position) in enumerate((("Lê Văn Mới", "Giám đốc"), ("Nguyễn Văn A", "Chủ tịch")), HEAD + 2):
            book["Cá nhân"].cell(row, 1).value = name
            book["Cá nhân"].cell(row, 4).value = position
        book.save(path)
        (file,) = self.import_files(path)
        self.assertEqual(["Lê Văn Mới", "Nguyễn Văn A"], [value["after"] for value in file["new"] if not value["field"]])

    def test_what_the_office_changed_of_a_person_stays(self):
        path, _ = self.write_form("887")
        key = next(one["key"] for one in json.loads(self.dump())["nominees"]
                   if one["person"] and one["person"]["name"] == "Thái Quang Vinh")
        self.succeed("set", "nominee", key, "person.position=Trưởng phòng mới")
        (file,) = self.import_files(path)
        self.assertEqual({}, self.counts(file))
        self.assertIn("Trưởng phòng mới", self.dump())

    def test_the_same_place_is_answered_once(self):
        first, book = self.write_form("887")
        find_cell(book["Tự chấm"], "2", "Điểm tự chấm").value = 1
        book.save(first)
        second = self.scratch / "lần hai.xlsx"
        find_cell(book["Tự chấm"], "2", "Điểm tự chấm").value = 2
        book.save(second)
        files = self.import_files(first, second, status=FINDINGS)
        self.assertEqual([{"changed": 1}, {"conflict": 1}], [self.counts(file) for file in files])
        self.assertEqual("1.00", self.get("thi-xa-tan-chau", "2")["self"])

    def test_a_file_that_nobody_changed_does_not_stand_against_a_later_one(self):
        first, book = self.write_form("887")
        second = self.scratch / "lần hai.xlsx"
        find_cell(book["Tự chấm"], "2", "Điểm tự chấm").value = 2
        book.save(second)
        for files in ((first, second), (second, first)):
            with self.subTest(files):
                taken = self.import_files(*files)
                self.assertEqual([{}, {"changed": 1}], sorted(map(self.counts, taken), key=len))
                self.succeed("undo")

    def test_two_rows_of_one_name_are_asked(self):
        path, book = self.write_form("887")
        for row in (HEAD + 2, HEAD + 3):
            book["Cá nhân"].cell(row, 1).value = "Trần Thị Bích"
            book["Cá nhân"].cell(row, 7).value = row
        book.save(path)
        (file,) = self.import_files(path, status=FINDINGS)
        self.assertEqual(1, len(file["asked"]))

    def test_criteria_that_were_numbered_anew(self):
        path, book = self.write_form("887")
        find_cell(book["Tự chấm"], "2", "Điểm tự chấm").value = 1
        book.save(path)
        for code, new in (("2", "2x"), ("5", "2")):
            self.succeed("set", "criterion", f"cap-huyen/{code}", f"code={new}")
        before = self.dump()
        (file,) = self.import_files(path, status=FINDINGS)
        self.assertTrue(file["refused"])
        self.assertEqual(before, self.dump())

    def test_who_is_withdrawn_is_not_answered_for(self):
        path, book = self.write_form("887")
        find_cell(book["Cấp xã"], "30376", "1.2 – Thủ tục hành chính").value = 1
        book.save(path)
        key = next(one["key"] for one in json.loads(self.dump())["nominees"] if one["unit"] == "30376" and not one["person"])
        self.succeed("set", "nominee", key, "withdrawn=true")
        (file,) = self.import_files(path, status=FINDINGS)
        self.assertEqual({"refused": 1}, self.counts(file))

    def test_the_hidden_sheet_may_be_seen(self):
        path, book = self.write_form("887")
        book["_bangvang"].sheet_state = "visible"
        book.save(path)
        (file,) = self.import_files(path)
        self.assertEqual([], file["remarks"])

    def test_notes_and_documents_are_told(self):
        path, book = self.write_form("887")
        find_cell(book["Cấp xã"], "30376", "Ghi chú").value = "xem lại"
        find_cell(book["Tự chấm"], "2", "Tài liệu minh chứng").value = "42/BC-SNV\n99/BC-UBND"
        book.save(path)
        (file,) = self.import_files(path, status=FINDINGS)
        self.assertIn("Ghi chú", file["remarks"][0])
        self.assertEqual(["99/BC-UBND"], [document["name"] for document in file["documents"]])

    def test_rows_and_columns_may_be_moved(self):
        path, book = self.write_form("887")
        sheet = book["Tự chấm"]
        sheet.protection.disable()
        find_cell(sheet, "2", "Điểm tự chấm").value = "27,25"
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD)]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet.delete_rows(1, sheet.max_row)
        heads, data = rows[0], rows[1:]
        order = [3, 5, 0, 1, 4, 2]
        for number, row in enumerate([heads, *reversed(data)], 3):
            for column, place in enumerate(order, 2):
                sheet.cell(number, column).value = row[place]
        sheet["B1"] = "UBND thị xã Tân Châu gửi lại"
        book.save(path)
        (file,) = self.import_files(path)
        self.assertEqual({"changed": 1}, self.counts(file))
        self.assertEqual("27.25", self.get("thi-xa-tan-chau", "2")["self"])

    def test_several_files_are_one_action_and_one_that_cannot_be_read_says_why(self):
        before = self.dump()
        paths = []
        for unit, criterion in (("887", "2"), ("SNV", "2")):
            path, book = self.write_form(unit)
            find_cell(book["Tự chấm"], criterion, "Điểm tự chấm").value = 1
            book.save(path)
            paths.append(path)
        broken = self.write("hỏng.xlsx", paths[0].read_bytes()[:1000])
        files = self.import_files(*paths, broken, status=FINDINGS)
        self.assertEqual([{"changed": 1}, {"changed": 1}, {}], [self.counts(file) for file in files])
        self.assertIn("damaged", files[2]["error"])
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_a_form_of_another_campaign_or_none_is_not_taken_in(self):
        book = openpyxl.Workbook()
        book.active.append(["Mã", "Điểm tự chấm"])
        plain = self.scratch / "a.xlsx"
        book.save(plain)
        path, _ = self.write_form("887")
        self.succeed("init", "--template", "trong", "--units", "none", "--title", "Trống", "--starts", "2026-01-01")
        files = self.import_files(path, plain, status=FINDINGS)
        self.assertIn("another campaign", files[0]["error"])
        self.assertIn("no list was found in it", files[1]["error"])


if __name__ == "__main__":
    unittest.main()
