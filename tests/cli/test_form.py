# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms that units fill in, read by a second program."""

import unittest

import openpyxl

from program import FAILED, USAGE, Test, with_slashes

HEAD = 6


class Forms(Test):

    def setUp(self):
        super().setUp()
        self.take_demo()
        self.folder = self.scratch / "forms"

    def write_form(self, unit):
        path = self.scratch / f"{unit}.xlsx"
        self.succeed("form", "--unit", unit, "-o", path)
        return openpyxl.load_workbook(path)

    @staticmethod
    def heads(sheet):
        return [cell.value for cell in sheet[HEAD]]

    @staticmethod
    def column(sheet, head, number):
        """The cells of a column of the table, by what stands in its first one."""
        place = Forms.heads(sheet).index(head)
        return {row[0].value: getattr(row[place], number) for row in sheet.iter_rows(min_row=HEAD + 1)}

    def test_a_district_says_of_itself_assesses_its_communes_and_names_persons(self):
        book = self.write_form("887")
        self.assertEqual(["Tự chấm", "Cấp xã", "Cá nhân", "_bangvang"], book.sheetnames)
        self.assertEqual(["Mã", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Tài liệu minh chứng", "Giải trình"],
                         self.heads(book["Tự chấm"]))
        self.assertEqual(["Mã đơn vị", "Tên đơn vị", "1.1 – Chỉ đạo, điều hành", "1.2 – Thủ tục hành chính"],
                         self.heads(book["Cấp xã"])[:4])
        self.assertEqual(["Xếp hạng của huyện", "Ghi chú"], self.heads(book["Cấp xã"])[-2:])
        self.assertEqual(["Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Lãnh đạo", "Tóm tắt thành tích"],
                         self.heads(book["Cá nhân"])[:6])
        self.assertEqual(["Tài liệu minh chứng", "Ghi chú"], self.heads(book["Cá nhân"])[-2:])

    def test_an_agency_assesses_nobody(self):
        self.assertEqual(["Tự chấm", "Cá nhân", "_bangvang"], self.write_form("SNV").sheetnames)

    def test_a_criterion_is_assessed_by_the_unit_that_it_names(self):
        self.succeed("set", "criterion", "cap-xa/1.2", "assessor=STP")
        agency = self.write_form("STP")["Cấp xã"]
        district = self.write_form("887")["Cấp xã"]
        self.assertEqual(["Mã đơn vị", "Tên đơn vị", "1.2 – Thủ tục hành chính", "Ghi chú"], self.heads(agency))
        self.assertEqual(HEAD + 156, agency.max_row)
        self.assertNotIn("1.2 – Thủ tục hành chính", self.heads(district))

    def test_what_is_known_stands_in_it(self):
        self.succeed("set", "assessment", "thi-xa-tan-chau/2", "self=24.75", "explanation=Đã giải trình")
        book = self.write_form("887")
        sheet = book["Tự chấm"]
        self.assertEqual(24.75, self.column(sheet, "Điểm tự chấm", "value")["2"])
        self.assertEqual("Đã giải trình", self.column(sheet, "Giải trình", "value")["2"])
        self.assertEqual("42/BC-SNV", self.column(sheet, "Tài liệu minh chứng", "value")["2"])
        self.assertEqual("Thái Quang Vinh", book["Cá nhân"].cell(HEAD + 1, 1).value)

    def test_only_what_is_asked_for_is_open(self):
        book = self.write_form("887")
        for sheet in book:
            self.assertTrue(sheet.protection.sheet)
            self.assertIsNone(sheet.protection.password)
            for head in ("Mã", "Tiêu chí", "Điểm tối đa", "Mã đơn vị", "Tên đơn vị"):
                if head in self.heads(sheet):
                    for cell in self.column(sheet, head, "protection").values():
                        self.assertTrue(cell.locked)
        # What is computed from a schedule is nobody's to say.
        locked = {code: cell.locked for code, cell in self.column(book["Tự chấm"], "Điểm tự chấm", "protection").items()}
        self.assertEqual({"1": False, "2": False, "3": True, "4": False, "5": False, "6": False, "7": True}, locked)

    def test_numbers_are_limited_and_words_offered_in_vietnamese(self):
        book = self.write_form("887")
        limits = {str(rule.sqref): rule for rule in book["Cấp xã"].data_validations.dataValidation}
        points = limits["C7:C20"]
        self.assertEqual(("decimal", "0", "10"), (points.type, points.formula1, points.formula2))
        self.assertIn("từ 0 đến 10,00", points.error)
        judged = [rule for rule in limits.values() if rule.type == "list"]
        self.assertEqual(['"Đạt,Không đạt"'], [rule.formula1 for rule in judged])
        self.assertEqual(["whole"], [rule.type for ref, rule in limits.items() if ref.startswith("J")])
        offered = {rule.formula1 for rule in book["Cá nhân"].data_validations.dataValidation if rule.type == "list"}
        self.assertEqual({'"Nữ,Nam"', '"Không,Có"'}, offered)

    def test_the_sheet_that_nobody_sees_says_whose_it_is(self):
        sheet = self.write_form("887")["_bangvang"]
        said = {row[0].value: row[1].value for row in sheet.iter_rows()}
        self.assertEqual("hidden", sheet.sheet_state)
        self.assertEqual(("bangvang-form", "1", "papi-2021", "887"),
                         tuple(said[key] for key in ("format", "version", "campaign", "unit")))
        self.assertEqual("self/cap-huyen", said["sheet/Tự chấm"])
        self.assertEqual("assessed/cap-xa", said["sheet/Cấp xã"])
        self.assertEqual("25.50", said["was/thi-xa-tan-chau/2/self"])

    def test_it_prints_on_a4_with_its_head_on_every_page(self):
        for sheet in self.write_form("887").worksheets[:3]:
            self.assertEqual("9", str(sheet.page_setup.paperSize))
            self.assertEqual("$6:$6", sheet.print_title_rows)

    def test_all_at_once(self):
        files = self.json("form", "--all", "-o", self.folder)
        self.assertEqual(195, len(files))
        self.assertEqual(195, len(list(self.folder.iterdir())))
        self.assertEqual({str(path) for path in self.folder.iterdir()}, {with_slashes(file["file"]) for file in files})
        one = next(file for file in files if file["unit"] == "887")
        self.assertEqual("Biểu mẫu - UBND thị xã Tân Châu.xlsx", with_slashes(one["file"]).rsplit("/", 1)[-1])

    def test_what_is_there_stays_unless_it_is_to_be_replaced(self):
        path = self.scratch / "a.xlsx"
        path.write_text("mine")
        self.refuse(FAILED, "there already", "form", "--unit", "SNV", "-o", path)
        self.assertEqual("mine", path.read_text())
        self.succeed("form", "--unit", "SNV", "-o", path, "--replace")
        self.assertIn("Tự chấm", openpyxl.load_workbook(path).sheetnames)

    def test_who_is_asked_for_nothing_gets_no_form(self):
        self.refuse(FAILED, "XYZ", "form", "--unit", "XYZ", "-o", self.scratch / "a.xlsx")
        self.succeed("init", "--template", "trong", "--units", "none", "--title", "Trống", "--starts", "2026-01-01")
        self.refuse(FAILED, "nobody is asked", "form", "--all", "-o", self.folder)
        self.assertFalse(self.folder.exists())

    def test_it_wants_to_know_whose_and_where(self):
        for options in ((), ("--unit", "SNV"), ("--all",), ("--all", "--unit", "SNV", "-o", "a"), ("-o", "a")):
            with self.subTest(options):
                self.assertEqual(USAGE, self.run_cli("form", *options).returncode)


if __name__ == "__main__":
    unittest.main()
