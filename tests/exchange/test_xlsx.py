# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks of Excel that other programs wrote, as our readers hand them over."""

import datetime
import unittest

import openpyxl
from openpyxl.styles import Font

from source_files import (ABSENT, BOMB, DAMAGED, EMPTY, FOREIGN, HOSTILE, OFFICE, OLD, PART, SourceTest, relations)

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"


def workbook(sheet, **others):
    """The parts of a workbook with one sheet; others replace them, or are added: "/" is written "__"."""
    parts = {
        "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
                           '<sheet name="Tờ" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(("r1", "worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
    }
    return {**parts, **{name.replace("__", "/"): text for name, text in others.items()}}


class Workbooks(SourceTest):

    def save(self, book, name="a.xlsx"):
        path = self.folder / name
        book.save(path)
        return path

    def test_values_have_their_kinds(self):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(["Mã", 12, 12.5, True, datetime.date(2021, 12, 15), datetime.datetime(2021, 12, 15, 7, 30),
                      "=1+1", None, "  hai\nba "])
        sheet["A3"] = 0.1 + 0.2
        sheet["B3"] = "#N/A"
        sheet["C3"] = datetime.time(7, 30)
        self.assertEqual({
            (0, 0): ("text", "Mã"), (0, 1): ("number", "12"), (0, 2): ("number", "12.5"), (0, 3): ("flag", "1"),
            (0, 4): ("date", "2021-12-15"), (0, 5): ("date", "2021-12-15 07:30:00"), (0, 6): ("empty", ""),
            (0, 8): ("text", "  hai\nba "), (2, 0): ("number", "0.3"), (2, 1): ("fault", "#N/A"),
            (2, 2): ("date", "07:30:00"),
        }, self.read_cells(self.save(book)))

    def test_the_other_epoch(self):
        book = openpyxl.Workbook()
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        book.active["A1"] = datetime.date(2021, 12, 15)
        self.assertEqual({(0, 0): ("date", "2021-12-15")}, self.read_cells(self.save(book)))

    def test_sheets_rows_and_columns_that_are_hidden_are_told(self):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Xã"
        sheet.append(["a", "b", "c", "d"])
        sheet.append(["e"])
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions.group("B", "C", hidden=True)
        book.create_sheet("DM").sheet_state = "hidden"
        book.create_sheet("_bangvang").sheet_state = "veryHidden"
        tables = self.read(self.save(book))
        self.assertEqual([("Xã", "shown"), ("DM", "hidden"), ("_bangvang", "very hidden")],
                         [(table["name"], table["visibility"]) for table in tables])
        self.assertEqual([False, True], [row["hidden"] for row in tables[0]["rows"]])
        self.assertEqual([False, True, True, False],
                         [cell.get("hidden", False) for cell in tables[0]["rows"][0]["cells"]])

    def test_merged_cells(self):
        book = openpyxl.Workbook()
        book.active["B2"] = "x"
        book.active.merge_cells("B2:D3")
        self.assertEqual([[1, 1, 2, 3]], self.read(self.save(book))[0]["merged"])

    def test_old_signs_are_told_by_the_font(self):
        book = openpyxl.Workbook()
        sheet = book.active
        for cell, (text, font) in zip(("A1", "A2", "A3", "A4", "A5"), (
                ("ñy ban nh©n d©n", ".VnTime"), ("së néi vô", ".VnTimeH"), ("Nguyeãn Thò AÙnh", "VNI-Times"),
                ("Sở Nội vụ", ".VnTime"), (12, ".VnTime"))):
            sheet[cell] = text
            sheet[cell].font = Font(name=font)
        self.assertEqual({
            (0, 0): ("ủy ban nhân dân", "ñy ban nh©n d©n", "TCVN3"), (1, 0): ("SỞ NỘI VỤ", "së néi vô", "TCVN3"),
            (2, 0): ("Nguyễn Thị Ánh", "Nguyeãn Thò AÙnh", "VNI"), (3, 0): ("Sở Nội vụ", None, None),
            (4, 0): ("12", None, None),
        }, self.read_cells(self.save(book),
                           lambda cell: (cell["text"], cell.get("written"), cell.get("charset"))))

    def test_a_text_in_several_fonts(self):
        texts = f'<sst xmlns="{MAIN}"><si><r><t xml:space="preserve">Sở </t></r><r><rPr><rFont val=".VnTime"/></rPr>' \
                '<t>Néi vô</t></r><r><rPr><rFont val="Arial"/></rPr><t> tỉnh</t></r></si>' \
                '<si><r><rPr><b/><rFont val="Arial"/></rPr><t>Đậm</t></r><r><t> và nhạt</t></r></si></sst>'
        path = self.pack(workbook(
            '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData>',
            **{"xl__sharedStrings.xml": texts, "xl___rels__workbook.xml.rels": relations(
                ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml"))}))
        self.assertEqual({(0, 0): ("Sở Nội vụ tỉnh", "Sở Néi vô tỉnh"), (0, 1): ("Đậm và nhạt", None)},
                         self.read_cells(path, lambda cell: (cell["text"], cell.get("written"))))

    def test_formulas_are_told_with_their_result(self):
        path = self.pack(workbook(
            '<sheetData><row r="1"><c r="A1"><f>B1*2</f><v>4</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c>'
            '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f t="shared" si="0"/></c></row></sheetData>'))
        self.assertEqual({(0, 0): ("number", "4", True), (0, 1): ("text", "a", True), (0, 2): ("fault", "#DIV/0!", True),
                          (0, 3): ("empty", "", True)},
                         self.read_cells(path, lambda cell: (cell["kind"], cell["text"], cell.get("formula", False))))

    def test_places_need_not_be_said(self):
        path = self.pack(workbook('<sheetData><row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row>'
                                  '<row/><row><c><v>4</v></c></row></sheetData>'))
        self.assertEqual({(0, 0): ("number", "1"), (0, 3): ("number", "2"), (0, 4): ("number", "3"),
                          (2, 0): ("number", "4")}, self.read_cells(path))

    def test_texts_within_cells_and_what_is_read_aloud(self):
        path = self.pack(workbook(
            '<sheetData><row><c t="inlineStr"><is><t>Tự</t></is></c>'
            '<c t="inlineStr"><is><r><t>a</t></r><r><rPr><rFont val=".VnTime"/></rPr><t>©</t></r>'
            '<rPh><t>câm</t></rPh></is></c><c t="str"><v>_x0041_</v></c></row></sheetData>'))
        self.assertEqual({(0, 0): ("text", "Tự"), (0, 1): ("text", "aâ"), (0, 2): ("text", "_x0041_")},
                         self.read_cells(path))

    def test_characters_that_are_written_by_their_number(self):
        texts = f'<sst xmlns="{MAIN}"><si><t>a_x000D_b</t></si><si><t>_x005F_x0041_</t></si><si><t>_xD800_</t></si>' \
                '<si><t>x_x0000_y</t></si></sst>'
        path = self.pack(workbook(
            '<sheetData><row>' + "".join(f'<c t="s"><v>{n}</v></c>' for n in range(5)) + '</row></sheetData>',
            **{"xl__sharedStrings.xml": texts, "xl___rels__workbook.xml.rels": relations(
                ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml"))}))
        self.assertEqual({(0, 0): ("text", "a\rb"), (0, 1): ("text", "_x0041_"), (0, 2): ("text", "\ufffd" * 3),
                          (0, 3): ("text", "x y"), (0, 4): ("fault", "#REF!")}, self.read_cells(path))

    def test_the_strict_kind_and_prefixes(self):
        strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
        parts = workbook("")
        parts["xl/workbook.xml"] = f'<x:workbook xmlns:x="{STRICT}" xmlns:q="{strict}"><x:workbookPr date1904="true"/>' \
                                   '<x:sheets><x:sheet name="A" sheetId="1" q:id="r1"/></x:sheets></x:workbook>'
        parts["xl/worksheets/sheet1.xml"] = f'<x:worksheet xmlns:x="{STRICT}"><x:sheetData><x:row r="2"><x:c r="B2" t="d">' \
            '<x:v>2021-12-15T00:00:00.000</x:v></x:c><x:c r="C2" t="inlineStr"><x:is><x:t>c</x:t></x:is></x:c>' \
            '</x:row></x:sheetData></x:worksheet>'
        parts = {name: text.replace(OFFICE, strict) for name, text in parts.items()}
        self.assertEqual({(1, 1): ("date", "2021-12-15"), (1, 2): ("text", "c")}, self.read_cells(self.pack(parts)))

    def test_parts_lie_wherever_they_are_named(self):
        parts = workbook('<sheetData><row><c><v>1</v></c></row></sheetData>')
        parts["_rels/.rels"] = relations(("r1", "officeDocument", "/Other/Book.XML"))
        parts["Other/book.xml"] = parts.pop("xl/workbook.xml")
        parts["Other/_rels/book.xml.rels"] = relations(("r1", "worksheet", r"..\sheets\.\One.xml"))
        parts[r"sheets\one.xml"] = parts.pop("xl/worksheets/sheet1.xml")
        self.assertEqual({(0, 0): ("number", "1")}, self.read_cells(self.pack(parts)))

    def test_what_has_no_cells_is_no_table(self):
        parts = workbook('<sheetData/>')
        parts["xl/_rels/workbook.xml.rels"] = relations(("r1", "chartsheet", "worksheets/sheet1.xml"))
        self.assertEqual([], self.read(self.pack(parts)))


class RefusedWorkbooks(SourceTest):

    def test_no_file_and_no_byte(self):
        self.assert_refused(ABSENT, self.folder / "none.xlsx")
        self.assert_refused(ABSENT, self.folder)
        self.assert_refused(EMPTY, self.write(b""))

    def test_what_has_no_tables(self):
        self.assert_refused(FOREIGN, self.write(b"%PDF-1.4\n\x00\xff"))
        self.assert_refused(FOREIGN, self.pack({"_rels/.rels": relations(("r1", "thumbnail", "a.png"))}))

    def test_cut_off_anywhere(self):
        book = openpyxl.Workbook()
        book.active.append(["a", 1])
        book.save(self.folder / "a.xlsx")
        whole = (self.folder / "a.xlsx").read_bytes()
        for length in range(4, len(whole) - 1, 397):
            self.assert_refused(DAMAGED, self.write(whole[:length]))

    def test_a_part_is_missing(self):
        for name in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"):
            parts = workbook("<sheetData/>")
            del parts[name]
            with self.subTest(name):
                self.assert_refused(PART, self.pack(parts))

    def test_what_is_no_xml(self):
        for name in workbook("<sheetData/>"):
            parts = workbook("<sheetData/>")
            parts[name] = parts[name][:-3]
            with self.subTest(name):
                self.assert_refused(DAMAGED, self.pack(parts))

    def test_a_document_type_is_not_read(self):
        for name in workbook("<sheetData/>"):
            parts = workbook("<sheetData/>")
            parts[name] = '<!DOCTYPE a [<!ENTITY b "c">]>' + parts[name]
            with self.subTest(name):
                self.assert_refused(HOSTILE, self.pack(parts))

    def test_what_unpacks_to_far_more_than_a_list(self):
        for sheet in ("<sheetData><row>" + "<a>" * 100000, '<sheetData><row><c r="XFE1"><v>1</v></c></row></sheetData>',
                      '<sheetData><row r="1048577"><c><v>1</v></c></row></sheetData>',
                      "<sheetData><row><c><v>" + "9" * 3000000 + "</v></c></row></sheetData>"):
            with self.subTest(sheet[:60]):
                self.assert_refused(BOMB, self.pack(workbook(sheet)))

    def test_a_binary_workbook_says_what_to_do(self):
        parts = workbook("")
        parts["_rels/.rels"] = relations(("r1", "officeDocument", "xl/workbook.bin"))
        self.assert_refused(OLD, self.pack(parts), ".xlsx")


if __name__ == "__main__":
    unittest.main()
