# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables that are no form of a campaign: lists of units' own, and forms that lost their hidden sheet."""

import json
import unicodedata
import unittest

import openpyxl
from openpyxl.styles import Font

from dirty_files import write_word
from old_signs import to_tcvn3
from program import FINDINGS, USAGE, Test

UNKNOWN_MOST = 10_000
ROWS_MOST = 200_000
STATES = ("new", "changed", "conflict", "asked", "refused")



class Tables(Test):

    def setUp(self):
        super().setUp()
        self.take_demo()

    def book(self, *rows, title="Danh sách", name="danh sach.xlsx"):
        book = openpyxl.Workbook()
        book.active.title = title
        for row in rows:
            book.active.append(row)
        book.save(self.scratch / name)
        return book, self.scratch / name

    def import_files(self, *arguments, status=0):
        done = self.run_cli("--json", "import", *arguments)
        self.assertEqual(status, done.returncode, done.stderr + done.stdout)
        return json.loads(done.stdout)

    def answers(self, answers):
        return ("--answers", self.write("answers.json", json.dumps(answers).encode()))

    def counts(self, file):
        return {state: len(file[state]) for state in STATES if file[state]}

    def nominees(self):
        return json.loads(self.dump())["nominees"]

    def person(self, name):
        (found,) = [one for one in self.nominees() if one["person"] and one["person"]["name"] == name]
        return found

    def test_a_list_of_persons_with_titles_over_several_rows(self):
        before = self.dump()
        book, path = self.book(
            ["UBND TỈNH AN GIANG", None, None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            ["SỞ Y TẾ"],
            [],
            ["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"],
            ["STT", "Họ và tên", "Năm sinh", None, "Chức vụ,\nđơn vị công tác", "Số CCCD", "Tóm tắt thành tich"],
            [None, None, "Nam", "Nữ", None, None, None],
            [1, 2, 3, 4, 5, 6, 7],
            [1, "Trần Văn Thắng", "15/03/1980", None, "Trưởng phòng, Phòng Nghiệp vụ", "089080001234", "Tham mưu kế hoạch"],
            [2, unicodedata.normalize("NFD", "  Lê Thị Mỹ  Duyên "), None, "1985", "Chuyên viên, Sở Y tế", "089185004321", None],
            [None, "Tổng cộng: 02 người"],
            [None, None, None, None, "An Giang, ngày 10 tháng 12 năm 2021"],
            [None, "NGƯỜI LẬP BIỂU", None, None, "GIÁM ĐỐC"],
            [None, "Nguyễn Lập", None, None, "Trần Quang Hiền"],
        )
        sheet = book.active
        for cells in ("A5:A6", "B5:B6", "C5:D5", "E5:E6", "F5:F6", "G5:G6"):
            sheet.merge_cells(cells)
        book.save(path)
        (file,) = self.import_files(path)
        self.assertEqual("SYT", file["unit"])
        self.assertEqual([], file["questions"])
        self.assertEqual({"name": "Trần Văn Thắng", "gender": "male", "born": "1980-03-15", "position": "Trưởng phòng",
                          "holds_office": False, "role": ""}, self.person("Trần Văn Thắng")["person"])
        self.assertEqual("Tham mưu kế hoạch", self.person("Trần Văn Thắng")["summary"])
        self.assertEqual(("SYT", "ca-nhan"), tuple(self.person("Lê Thị Mỹ Duyên")[key] for key in ("unit", "group")))
        self.assertEqual(("female", "1985"), tuple(self.person("Lê Thị Mỹ Duyên")["person"][key] for key in ("gender", "born")))
        (table,) = file["tables"]
        self.assertEqual((5, 2), (table["header_row"], table["header_rows"]))
        self.assertEqual({"totals": 1, "signatures": 3}, table["left_out"])
        self.assertTrue(any("Số CCCD" in notice for notice in file["notices"]))
        (again,) = self.import_files(path)
        self.assertEqual({}, self.counts(again))
        self.assertEqual(1, sum("Take in" in action["label"] for action in self.json("log")))
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_individuals_and_collectives_in_one_list(self):
        _, path = self.book(
            ["TT", "Tên tập thể, cá nhân", "Chức vụ", "Đơn vị", "Thành tích"],
            ["I", "TẬP THỂ"],
            [1, "Sở Y tế", None, None, "Dẫn đầu về tiếp nhận"],
            ["II", "CÁ NHÂN"],
            [1, "Ngô Thị Hạnh", "Chuyên viên", "SYT", "Soạn kế hoạch"],
        )
        (file,) = self.import_files(path)
        self.assertEqual([], file["questions"])
        self.assertEqual("SYT", self.person("Ngô Thị Hạnh")["unit"])
        (health,) = [one for one in self.nominees() if one["unit"] == "SYT" and not one["person"]]
        self.assertEqual("Dẫn đầu về tiếp nhận", health["summary"])
        self.assertEqual({"headings": 2}, file["tables"][0]["left_out"])

    def test_a_unit_that_is_not_certain_is_asked_once_and_learned(self):
        before = self.dump()
        rows = (["STT", "Họ và tên", "Đơn vị công tác", "Chức vụ"],
                [1, "Đỗ Hữu Tâm", "So Y te", "Chuyên viên"],
                [2, "Đinh Thị Thu", "so y te", "Chuyên viên"])
        _, path = self.book(*rows)
        (file,) = self.import_files(path, status=FINDINGS)
        self.assertEqual({"asked": 2}, self.counts(file))
        (question,) = file["questions"]
        self.assertEqual(("unit", 2, "C2"), (question["kind"], question["places"], question["cell"]))
        self.assertEqual("SYT", question["candidates"][0]["answer"])
        self.assertTrue(question["candidates"][0]["reason"])
        self.assertEqual(before, self.dump())
        (file,) = self.import_files(path, *self.answers({question["key"]: "SYT"}))
        self.assertEqual([], file["questions"])
        self.assertEqual("SYT", self.person("Đinh Thị Thu")["unit"])
        # The next file is not asked about it; what was learned goes with the action.
        _, later = self.book(rows[0], [1, "Mai Thị Lụa", "So Y Te", "Văn thư"], name="sau.xlsx")
        (file,) = self.import_files(later)
        self.assertEqual([], file["questions"])
        self.succeed("undo")
        self.succeed("undo")
        self.assertEqual(before, self.dump())
        (file,) = self.import_files(later, status=FINDINGS)
        self.assertEqual(1, len(file["questions"]))

    def test_an_answer_that_is_none_is_said_and_one_that_nothing_asks_for(self):
        _, path = self.book(["Họ và tên", "Đơn vị công tác", "Chức vụ"], ["Đỗ Hữu Tâm", "So Y te", "Chuyên viên"])
        (file,) = self.import_files(path, status=FINDINGS)
        key = file["questions"][0]["key"]
        done = self.run_cli("--json", "import", path, *self.answers({key: "KHONG", "unit//mars": "SYT"}))
        self.assertEqual(FINDINGS, done.returncode)
        self.assertEqual("KHONG", json.loads(done.stdout)[0]["questions"][0]["refused"])
        self.assertIn("unit//mars", done.stderr)
        self.refuse(1, "no text", "import", path, *self.answers({key: 1}))
        (file,) = self.import_files(path, *self.answers({key: "-"}))
        self.assertEqual({"answered": 1}, file["tables"][0]["left_out"])

    def test_words_in_another_order_or_without_marks_never_decide(self):
        _, path = self.book(["Tên đơn vị", "Thành tích"], ["UBND xã Hòa Bình", "A"], ["UBND xã Bình Hòa", "B"],
                            ["UBND xa Binh Hoa", "C"], title="Cấp xã")
        (file,) = self.import_files(path, "--dry-run", status=FINDINGS)
        units = {value["subject"]: value["nominee"] for state in STATES for value in file[state]}
        self.assertIsNone(units["UBND xa Binh Hoa"])
        self.assertIn("asked", self.counts(file))

    def test_a_table_of_points(self):
        _, path = self.book(
            ["UBND THỊ XÃ TÂN CHÂU"],
            ["BẢNG ĐIỂM THẨM ĐỊNH CẤP XÃ"],
            ["STT", "Tên đơn vị", "Tiêu chí 1.1", "1.2 – Tiếp nhận, giải quyết thủ tục hành chính đúng hạn", "Xếp hạng"],
            [1, "P. Long Thạnh", 7.25, "14,5", 3],
            [2, "Phường Long Hưng", 8, 31, 4],
        )
        (file,) = self.import_files(path, status=FINDINGS)
        self.assertEqual("887", file["unit"])
        self.assertEqual({"refused": 1}, {key: n for key, n in self.counts(file).items() if key == "refused"})
        (ward,) = [one for one in self.nominees() if one["unit"] == "30376" and not one["person"]]
        points = {one["criterion"]: one["verified"] for one in ward["assessments"]}
        self.assertEqual(("7.25", "14.50", 3), (points["1.1"], points["1.2"], ward["parent_rank"]))

    def test_whose_points_they_are_is_asked(self):
        _, path = self.book(["Tên đơn vị", "Tiêu chí 2", "Tiêu chí 5"], ["Sở Y tế", 27, 9], ["Sở Xây dựng", 20, 8], title="Bảng")
        (file,) = self.import_files(path, status=FINDINGS)
        (question,) = file["questions"]
        self.assertEqual("points", question["kind"])
        (file,) = self.import_files(path, *self.answers({question["key"]: "self"}))
        (health,) = [one for one in self.nominees() if one["unit"] == "SYT" and not one["person"]]
        self.assertEqual("27.00", next(one["self"] for one in health["assessments"] if one["criterion"] == "2"))

    def test_a_form_that_lost_its_hidden_sheet(self):
        path = self.scratch / "a.xlsx"
        self.succeed("form", "--unit", "887", "-o", path)
        book = openpyxl.load_workbook(path)
        del book["_bangvang"]
        sheet = book["Tự chấm"]
        head = next(row for row in sheet.iter_rows() if any(cell.value == "Điểm tự chấm" for cell in row))
        column = next(cell.column for cell in head if cell.value == "Điểm tự chấm")
        row = next(row for row in sheet.iter_rows(min_row=head[0].row + 1) if str(row[0].value) == "2")
        sheet.cell(row[0].row, column).value = 27.25
        book.save(path)
        (file,) = self.import_files(path)
        self.assertEqual("887", file["unit"])
        self.assertEqual({"changed": 1}, self.counts(file))
        self.assertEqual([], file["questions"])

    def test_whose_file_it_is_is_asked_where_nothing_says_it(self):
        _, path = self.book(["Tiêu chí", "Điểm tối đa", "Điểm tự chấm"],
                            ["Có sáng kiến, cách làm hay mang lại hiệu quả, góp phần nâng cao Chỉ số PAPI tỉnh được công nhận", 15, 4],
                            name="bang diem.xlsx")
        (file,) = self.import_files(path, status=FINDINGS)
        (question,) = file["questions"]
        self.assertRegex(question["key"], r"\Afile-unit/[0-9a-f]{64}/bang diem\Z")
        (file,) = self.import_files(path, *self.answers({question["key"]: "SXD"}))
        (one,) = [one for one in self.nominees() if one["unit"] == "SXD" and not one["person"]]
        self.assertEqual("4.00", next(a["self"] for a in one["assessments"] if a["criterion"] == "5"))
        named = path.rename(self.scratch / "Bang diem - Sở Công Thương.xlsx")
        (file,) = self.import_files(named)
        self.assertEqual("SCT", file["unit"])

    def test_sample_sheets_and_rows_of_formulas_are_counted(self):
        book, path = self.book(["STT", "Họ và tên", "Chức vụ", "Đơn vị"], [1, "Lý Văn Sang", "Văn thư", "Sở Y tế"])
        for row in range(3, 9):
            book.active.append([None, f"=VLOOKUP(A{row},An!A:D,2,0)", f"=VLOOKUP(A{row},An!A:D,3,0)", f"=VLOOKUP(A{row},An!A:D,4,0)"])
        sample = book.create_sheet("Hướng dẫn nhập")
        for row in (["STT", "Họ và tên", "Chức vụ", "Đơn vị"], [1, "Nguyễn Văn A", "Giám đốc", "Sở X"]):
            sample.append(row)
        hidden = book.create_sheet("An")
        hidden.append([1, "Ai đó"])
        hidden.sheet_state = "veryHidden"
        book.save(path)
        (file,) = self.import_files(path)
        self.assertEqual({"formulas": 6}, file["tables"][0]["left_out"])
        self.assertEqual("guide", file["tables"][1]["purpose"])
        self.assertEqual(2, len(file["notices"]))
        self.assertEqual(["Lý Văn Sang"], [value["after"] for value in file["new"] if value["field"] is None])

    def test_a_column_that_nobody_knows_is_asked_and_learned(self):
        rows = (["Họ và tên", "Đơn vị", "Vị trí làm việc chính"], ["Lý Văn Sang", "Sở Y tế", "Văn thư"])
        _, path = self.book(*rows)
        (file,) = self.import_files(path, status=FINDINGS)
        (question,) = file["questions"]
        self.assertEqual("column", question["kind"])
        (file,) = self.import_files(path, *self.answers({question["key"]: "position"}))
        self.assertEqual("Văn thư", self.person("Lý Văn Sang")["person"]["position"])
        _, later = self.book(rows[0], ["Lý Văn Giàu", "Sở Y tế", "Kế toán"], name="sau.xlsx")
        (file,) = self.import_files(later)
        self.assertEqual("Kế toán", self.person("Lý Văn Giàu")["person"]["position"])

    def test_old_signs_of_a_font_are_converted_and_of_none_are_asked(self):
        book, path = self.book(["STT", "Họ và tên", "Đơn vị", "Chức vụ"], [1, to_tcvn3("Trần Văn Tấn"), to_tcvn3("Sở Y tế"), "X"])
        for cell in book.active[2][1:3]:
            cell.font = Font(name=".VnTime")
        book.save(path)
        (file,) = self.import_files(path)
        self.assertEqual("SYT", self.person("Trần Văn Tấn")["unit"])
        self.assertTrue(any("TCVN3" in notice for notice in file["notices"]))
        _, path = self.book([to_tcvn3("Đơn vị"), "Chức danh", "Hä vµ tªn"], [to_tcvn3("Sở Y tế"), "X", to_tcvn3("Trần Thị Lụa")])
        (file,) = self.import_files(path, status=FINDINGS)
        (question,) = file["questions"]
        self.assertEqual("signs//TCVN3", question["key"])
        self.assertEqual(3, len(question["samples"]))
        self.assertEqual({"asked": 1}, self.counts(file))
        (file,) = self.import_files(path, *self.answers({question["key"]: "yes"}))
        self.assertEqual("SYT", self.person("Trần Thị Lụa")["unit"])

    def test_a_list_of_a_document(self):
        path = self.scratch / "To trinh.docx"
        write_word(path,
                   [["UBND TỈNH AN GIANG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["SỞ Y TẾ", "Độc lập - Tự do - Hạnh phúc"]],
                   [["STT", "Họ và tên", "Chức vụ"], ["1", "Trần Văn Thắng", "Trưởng phòng"], ["2", "Lê Thị Mỹ Duyên", "Giám đốc"]],
                   [["Nơi nhận:\n- Như trên;", "GIÁM ĐỐC"], ["", "Trần Quang Hiền"]])
        (file,) = self.import_files(path)
        self.assertEqual("SYT", file["unit"])
        self.assertEqual([], file["remarks"])
        self.assertEqual(["SYT", "SYT"], [self.person(name)["unit"] for name in ("Trần Văn Thắng", "Lê Thị Mỹ Duyên")])

    def test_a_list_of_very_many_unknown_names_is_left_at_one_of_them(self):
        before = self.dump()
        path = self.scratch / "Sở Y tế.csv"
        names = ["".join(chr(ord("a") + int(digit)) * 2 for digit in str(i)) for i in range(UNKNOWN_MOST + 100)]
        path.write_text("\n".join(["STT;Họ và tên;Chức vụ"] + [f"{i};Nguyễn Thị {name};Y sĩ" for i, name in enumerate(names, 1)]))
        (file,) = self.import_files("--dry-run", path, status=FINDINGS)
        self.assertEqual(UNKNOWN_MOST, sum(value["field"] is None for value in file["new"]))
        (remark,) = file["remarks"]
        self.assertIn(f"from row {UNKNOWN_MOST + 2} on", remark)
        self.assertIn("hand over a longer list in parts", remark)
        self.assertEqual(before, self.dump())

    def test_a_file_of_more_rows_than_a_list_has_is_refused_where_it_has_too_many(self):
        for n_rows in (ROWS_MOST, ROWS_MOST + 1):
            path = self.write("Sở Y tế.csv", b"\n" * 5 + b"a\n" * n_rows)
            (file,) = self.import_files("--dry-run", path, status=FINDINGS)
            self.assertEqual(n_rows > ROWS_MOST, f"at row {ROWS_MOST + 6} the file has more than {ROWS_MOST} rows" in (file["error"] or ""), file["error"])

    def test_a_table_without_a_name_is_counted_in_the_language_of_who_asked(self):
        path = self.write("Sở Y tế.csv", "\n".join(";".join(f"Họ và tên {row} {column}" for column in range(30)) for row in range(30)).encode())
        for language, name in {"en": "“Table 1”", "vi": "“Bảng 1”"}.items():
            self.environment["BANGVANG_LANGUAGE"] = language
            (file,) = self.import_files("--dry-run", path, status=FINDINGS)
            self.assertIn(name, file["remarks"][0])

    def test_namesakes_are_asked(self):
        before = len(self.nominees())
        _, path = self.book(["Họ và tên", "Năm sinh", "Đơn vị"], ["Nguyễn Thị Ánh", "1991", "Sở Y tế"])
        (file,) = self.import_files(path, status=FINDINGS)
        (question,) = file["questions"]
        self.assertEqual("person", question["kind"])
        self.assertEqual("new", question["candidates"][-1]["answer"])
        self.import_files(path, *self.answers({question["key"]: "new"}))
        self.assertEqual(before + 1, len(self.nominees()))
        (file,) = self.import_files(path)
        self.assertEqual({}, self.counts(file))
        self.assertEqual(before + 1, len(self.nominees()))

    def test_refused_rows_are_saved_mended_and_taken_in(self):
        _, path = self.book(
            ["SỞ Y TẾ"], ["STT", "Họ và tên", "Ngày sinh", "Chức vụ"],
            [1, "Trần Văn Thắng", "31/02/1980", "Văn thư"], [2, "Lê Thị Mỹ Duyên", "1985", "Kế toán"], [3, None, "1985", "Kế toán"])
        saved = self.scratch / "chưa nhận.xlsx"
        self.refuse(USAGE, "choose another name", "import", path, "--refused", path)
        (file,) = self.import_files(path, "--refused", saved, status=FINDINGS)
        self.assertEqual(2, len(file["refused"]))
        book = openpyxl.load_workbook(saved)
        (sheet,) = book.worksheets
        head = next(row for row in sheet.iter_rows() if any(cell.value == "Họ và tên" for cell in row))
        self.assertEqual("Lý do chưa nhận", head[-1].value)
        rows = list(sheet.iter_rows(min_row=head[0].row + 1))
        self.assertEqual(2, len(rows))
        self.assertTrue(all(row[-1].value for row in rows))
        rows[0][2].value = "28/02/1980"
        rows[1][1].value = "Mai Thị Lụa"
        book.save(saved)
        (file,) = self.import_files(saved)
        self.assertEqual("SYT", file["unit"])
        self.assertEqual("1980-02-28", self.person("Trần Văn Thắng")["person"]["born"])
        self.assertEqual("SYT", self.person("Mai Thị Lụa")["unit"])


if __name__ == "__main__":
    unittest.main()
