# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks of LibreOffice, as that writes them and as others do."""

import datetime
import unittest

import openpyxl
from openpyxl.styles import Font

from source_files import BOMB, DAMAGED, FOREIGN, HOSTILE, OLD, PASSWORD, SourceTest, convert, needs_office

NAMESPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"' for name, urn in (
    ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("svg", "svg-compatible"),
    ("fo", "xsl-fo-compatible"), ("draw", "drawing"))) + ' xmlns:calcext="urn:org:documentfoundation:calcext"'


def document(tables, styles="", body="spreadsheet"):
    return {"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {NAMESPACES}>{styles}<office:body><office:{body}>{tables}</office:{body}>"
                           "</office:body></office:document-content>"}


def table(rows, columns="", name="Tờ"):
    return f'<table:table table:name="{name}">{columns}{rows}</table:table>'


def row(*cells, attributes=""):
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def cell(content="", attributes=""):
    return f"<table:table-cell {attributes}>{content}</table:table-cell>"


def text(content, attributes=""):
    return cell(f"<text:p>{content}</text:p>", f'office:value-type="string" {attributes}')


class Written(SourceTest):
    """By hand."""

    def cells(self, rows, columns="", styles="", key=lambda cell: (cell["kind"], cell["text"])):
        return self.read_cells(self.pack(document(table(rows, columns), styles), "a.ods"), key)

    def test_values_have_their_kinds(self):
        values = (("float", "value", "33.299999999999997"), ("percentage", "value", "0.125"), ("currency", "value", "-5"),
                  ("date", "date-value", "2021-12-15"), ("date", "date-value", "2021-12-15T07:30:00"), ("time", "time-value", "PT07H30M00S"),
                  ("boolean", "boolean-value", "true"), ("string", "string-value", "a"), ("float", "value", "x"))
        cells = [cell("<text:p>như thấy</text:p>" if name != "string" else "", f'office:value-type="{name}" office:{at}="{value}"')
                 for name, at, value in values]
        self.assertEqual([("number", "33.3"), ("number", "0.125"), ("number", "-5"), ("date", "2021-12-15"),
                          ("date", "2021-12-15 07:30:00"), ("date", "07:30:00"), ("flag", "1"), ("text", "a"), ("text", "như thấy")],
                         list(self.cells(row(*cells)).values()))

    def test_repeated_cells_and_rows(self):
        rows = row(text("a"), cell(attributes='table:number-columns-repeated="2"'),
                   text("b", 'table:number-columns-repeated="3"'), cell(attributes='table:number-columns-repeated="16378"')) \
            + row(cell(attributes='table:number-columns-repeated="16384"'), attributes='table:number-rows-repeated="5"') \
            + row(text("c"), attributes='table:number-rows-repeated="2"') \
            + row(cell(attributes='table:number-columns-repeated="16384"'), attributes='table:number-rows-repeated="1048576"') \
            + row(cell())
        self.assertEqual({(0, 0): "a", (0, 3): "b", (0, 4): "b", (0, 5): "b", (6, 0): "c", (7, 0): "c"},
                         self.cells(rows, key=lambda cell: cell["text"]))

    def test_texts(self):
        for content, meant in (("a</text:p><text:p>b", "a\nb"), ('a<text:s text:c="3"/>b<text:s/><text:tab/>c<text:line-break/>d', "a   b \tc\nd"),
                               ("\n   a\n  b ", "a b "), ('<text:a>liên</text:a> <text:span>kết</text:span>', "liên kết"),
                               ("a<office:annotation><text:p>ghi chú</text:p></office:annotation>b", "ab")):
            with self.subTest(content):
                self.assertEqual({(0, 0): ("text", meant)}, self.cells(row(text(content))))

    def test_formulas_and_errors(self):
        formula = 'table:formula="of:=NA()"'
        self.assertEqual([("fault", "#N/A"), ("fault", "Err:502"), ("number", "4"), ("empty", ""), ("text", "#N/A")], list(self.cells(row(
            cell("<text:p>#N/A</text:p>", f'{formula} office:value-type="string" office:string-value="" calcext:value-type="error"'),
            cell("<text:p>Err:502</text:p>", f'{formula} office:value-type="float" office:value="0"'),
            cell("<text:p>4</text:p>", f'{formula} office:value-type="float" office:value="4" calcext:value-type="float"'),
            cell("", formula), text("#N/A"))).values()))

    def test_merged_cells_hide_what_is_below(self):
        rows = row(text("a", 'table:number-columns-spanned="2" table:number-rows-spanned="2"'),
                   "<table:covered-table-cell><text:p>che</text:p></table:covered-table-cell>", text("b")) \
            + row('<table:covered-table-cell table:number-columns-repeated="2"/>', text("c"))
        path = self.pack(document(table(rows)), "a.ods")
        self.assertEqual({(0, 0): ("text", "a"), (0, 2): ("text", "b"), (1, 2): ("text", "c")}, self.read_cells(path))
        self.assertEqual([[0, 0, 2, 2]], self.read(path)[0]["merged"])

    def test_rows_columns_and_sheets_that_are_hidden(self):
        styles = '<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/>' \
                 '</style:style></office:automatic-styles>'
        columns = '<table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>'
        rows = row(*[text(name) for name in "abcd"]) + row(text("e"), attributes='table:visibility="filter"') \
            + '<table:table-row-group>' + row(text("f"), attributes='table:visibility="collapse"') + '</table:table-row-group>'
        tables = self.read(self.pack(document(
            table(rows, columns) + '<table:table table:name="DM" table:style-name="ta1"/>'
            + '<table:table table:name="x" table:style-name="ta_extref"><table:table-row/></table:table>', styles), "a.ods"))
        self.assertEqual([("Tờ", "shown"), ("DM", "hidden")], [(one["name"], one["visibility"]) for one in tables])
        self.assertEqual([False, True, True], [one["hidden"] for one in tables[0]["rows"]])
        self.assertEqual([False, True, True, False], [one.get("hidden", False) for one in tables[0]["rows"][0]["cells"]])

    def test_old_signs_are_told_by_the_font_of_whatever_has_one(self):
        styles = """<office:font-face-decls><style:font-face style:name="F1" svg:font-family="&apos;.VnTime&apos;"/>
            <style:font-face style:name="VNI-Times" svg:font-family="VNI-Times, serif"/></office:font-face-decls>
            <office:automatic-styles>
            <style:style style:name="ce0" style:family="table-cell"><style:text-properties style:font-name="F1"/></style:style>
            <style:style style:name="ce1" style:family="table-cell" style:parent-style-name="ce0"/>
            <style:style style:name="ce2" style:family="table-cell"><style:text-properties fo:font-family="Arial"/></style:style>
            <style:style style:name="T1" style:family="text"><style:text-properties style:font-name="VNI-Times"/></style:style>
            <style:style style:name="P1" style:family="paragraph"><style:text-properties style:font-name="F1"/></style:style>
            </office:automatic-styles>"""
        columns = '<table:table-column/><table:table-column table:default-cell-style-name="ce1"/>'
        rows = row(text("Së", 'table:style-name="ce1"'), text("Së"), text("Së")) \
            + row(text("Sở <text:span text:style-name='T1'>Noäi vuï</text:span>"), text("Së", 'table:style-name="ce2"'),
                  cell('<text:p text:style-name="P1">Së</text:p>', 'office:value-type="string"')) \
            + row(cell(), text("Së", 'table:style-name="ce2"'), attributes='table:default-cell-style-name="ce0"')
        self.assertEqual({(0, 0): ("Sở", "TCVN3", ".VnTime"), (0, 1): ("Sở", "TCVN3", ".VnTime"), (0, 2): ("Së", None, None),
                          (1, 0): ("Sở Nội vụ", "VNI", None), (1, 1): ("Së", None, "Arial"), (1, 2): ("Sở", "TCVN3", None),
                          (2, 1): ("Së", None, "Arial")},
                         self.cells(rows, columns, styles, lambda cell: (cell["text"], cell.get("charset"), cell.get("font"))))

    def test_what_is_no_workbook(self):
        self.assert_refused(OLD, self.pack(document("", body="text")), ".docx")
        self.assert_refused(FOREIGN, self.pack(document("", body="presentation")))

    def test_a_password(self):
        parts = document("") | {"content.xml": "\1\2\3", "META-INF/manifest.xml":
                                "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"}
        self.assert_refused(PASSWORD, self.pack(parts))
        del parts["content.xml"]
        self.assert_refused(PASSWORD, self.pack(parts | {"encrypted-package": "x"}))

    def test_what_is_damaged_or_hostile(self):
        parts = document(table(row(text("a"))))
        self.assert_refused(DAMAGED, self.pack(parts | {"content.xml": parts["content.xml"][:-3]}))
        self.assert_refused(HOSTILE, self.pack(parts | {"content.xml": "<!DOCTYPE a>" + parts["content.xml"]}))
        self.assert_refused(HOSTILE, self.pack(parts | {"styles.xml": "<!DOCTYPE a><a/>"}))

    def test_what_is_too_much(self):
        # What is within the limits is handed over first: no more than that a test has time for.
        too_many = row(text("a")) + row(text("b"), attributes='table:number-rows-repeated="1048576"')
        for rows in (row(text("a", 'table:number-columns-repeated="16385"')), too_many,
                     row(text("a", 'table:number-columns-repeated="16384"'), attributes='table:number-rows-repeated="1048576"'),
                     row(text("a" * 1000000, 'table:number-columns-repeated="16384"')), row(text("a" * 3000000)), row("<a>" * 100000)):
            with self.subTest(rows[:99]):
                self.assert_refused(BOMB, self.pack(document(table(rows))))


@needs_office
class OfLibreOffice(SourceTest):

    def test_what_it_makes_of_a_workbook(self):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Xã"
        sheet.append(["Mã", 12.5, True, datetime.date(2021, 12, 15), datetime.datetime(2021, 12, 15, 7, 30), "=1/0", "=1+1", "hai\nba"])
        sheet.append(["ñy ban"])
        sheet["A2"].font = Font(name=".VnTime")
        sheet["C5"] = "gộp"
        sheet.merge_cells("C5:D6")
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet["A9"] = datetime.time(7, 30)
        book.create_sheet("DM").sheet_state = "hidden"
        book.save(self.folder / "a.xlsx")
        tables = self.read(convert(self.folder / "a.xlsx", "ods"))
        cells = {(one["row"], cell["column"]): cell for one in tables[0]["rows"] for cell in one["cells"]}
        self.assertEqual([("Xã", "shown"), ("DM", "hidden")], [(one["name"], one["visibility"]) for one in tables])
        self.assertEqual({
            (0, 0): ("text", "Mã"), (0, 1): ("number", "12.5"), (0, 2): ("number", "1"), (0, 3): ("date", "2021-12-15"),
            (0, 4): ("date", "2021-12-15 07:30:00"), (0, 5): ("fault", "#DIV/0!"), (0, 6): ("number", "2"), (0, 7): ("text", "hai\nba"),
            (1, 0): ("text", "ủy ban"), (4, 2): ("text", "gộp"), (8, 0): ("date", "07:30:00"),
        }, {place: (cell["kind"], cell["text"]) for place, cell in cells.items()})
        self.assertEqual(("TCVN3", ".VnTime"), (cells[1, 0]["charset"], cells[1, 0]["font"]))
        self.assertEqual({(0, 1)}, {place for place, cell in cells.items() if cell.get("hidden")})
        self.assertEqual({1}, {one["row"] for one in tables[0]["rows"] if one["hidden"]})
        self.assertEqual([[4, 2, 2, 2]], tables[0]["merged"])


if __name__ == "__main__":
    unittest.main()
