# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables on the clipboard: HTML as table programs, Word and browsers write it, and text with tabs."""

import unittest

from source_files import BOMB, SourceTest

EXCEL = """Version:1.0\r
StartHTML:0000000105\r
EndHTML:0000001000\r
StartFragment:0000000300\r
EndFragment:0000000900\r
SourceURL:file:///C:\\danh sách.xlsx\r
<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">\r
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">\r
<style><!--table {mso-displayed-decimal-separator:"\\,";} td {content:"<td>";} --></style></head>\r
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse: collapse'>\r
<!--StartFragment-->\r
 <col width=64 style='width:48pt'><col width=64 style='display:none;width:0'><col width=64>\r
 <tr height=20 style='height:15.0pt'>\r
  <td colspan=3 height=20 class=xl65 style='height:15.0pt'>Danh sách\r
  năm</td>\r
 </tr>\r
 <tr height=20>\r
  <td height=20 class=xl63 align=right x:num="12.5">12,5</td>\r
  <td class=xl64 align=right x:num="44545">15/12/2021</td>\r
  <td>a &amp; b<br>\r
    c</td>\r
 </tr>\r
 <tr height=0 style='display:none'>\r
  <td colspan=2 style='mso-ignore:colspan'>Tràn sang</td>\r
  <td>z</td>\r
 </tr>\r
<!--EndFragment-->\r
</table>\r
</body></html>"""

LIBREOFFICE = """<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<html><head><title>x<td>y</title></head><body><table cellspacing="0" border="0">
\t<colgroup width="85"></colgroup>
\t<tr><td rowspan=2 height="34" align="center" valign=middle>Xã<br>Phường</td><td align="right" sdval="1234.5" sdnum="1033;">1.234,5</td></tr>
\t<tr><td align="right" sdval="44545" sdnum="1033;0;DD/MM/YYYY">15/12/2021</td></tr>
</table></body></html>"""

WORD = """<html><body lang=VI><!--StartFragment--><table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'>
<td width=100 valign=top><p class=MsoNormal>Nguyễn<span style='mso-spacerun:yes'>  </span><b>Thị</b>
<i>Ánh</i><o:p></o:p></p><p class=MsoNormal>Sở Nội vụ<o:p></o:p></p></td>
<td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td>
<td><![if !supportLists]><span>1.</span><![endif]><p class=MsoNormal>a<table><tr><td>trong</table>b</p></td></tr></table>
<!--EndFragment--></body></html>"""

SHEETS = """<google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #ccc;}--></style>
<table xmlns="http://www.w3.org/1999/xhtml" dir="ltr" border="1" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup>
<tbody><tr style="height:21px;"><td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:12.5}">12,5</td><td></td></tr></tbody></table>"""


class Html(SourceTest):

    def read_clipboard(self, html):
        return self.read(self.write(html.encode(), "a.html"), "--html")

    def cells(self, html):
        return {(row["row"], cell["column"]): (cell["kind"], cell["text"])
                for row in self.read_clipboard(html)[0]["rows"] for cell in row["cells"]}

    def test_what_excel_copies(self):
        table, = self.read_clipboard(EXCEL)
        self.assertEqual({(0, 0): ("text", "Danh sách năm"), (1, 0): ("number", "12.5"), (1, 1): ("text", "15/12/2021"),
                          (1, 2): ("text", "a & b\nc"), (2, 0): ("text", "Tràn sang"), (2, 2): ("text", "z")},
                         self.cells(EXCEL))
        self.assertEqual([[0, 0, 1, 3]], table["merged"])
        self.assertEqual([False, False, True], [row["hidden"] for row in table["rows"]])
        self.assertEqual([False, True, False], [cell.get("hidden", False) for cell in table["rows"][1]["cells"]])

    def test_what_libreoffice_copies(self):
        self.assertEqual({(0, 0): ("text", "Xã\nPhường"), (0, 1): ("number", "1234.5"), (1, 1): ("text", "15/12/2021")},
                         self.cells(LIBREOFFICE))
        self.assertEqual([[0, 0, 2, 1]], self.read_clipboard(LIBREOFFICE)[0]["merged"])

    def test_what_word_copies(self):
        outer, inner = self.read_clipboard(WORD)
        self.assertEqual([(0, "Nguyễn Thị Ánh\nSở Nội vụ"), (2, "1.\nab")],
                         [(cell["column"], cell["text"]) for cell in outer["rows"][0]["cells"]])
        self.assertEqual("trong", inner["rows"][0]["cells"][0]["text"])
        self.assertEqual(["", ""], [outer["name"], inner["name"]])

    def test_what_a_sheet_of_a_browser_copies(self):
        self.assertEqual({(0, 0): ("text", "12,5")}, self.cells(SHEETS))

    def test_tags_that_are_left_open_or_missing(self):
        for html in ("<table><tr><td>a<td>b<tr><td>c", "<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr>",
                     "<TABLE><TBODY><TR><TH>a</TH><TD>b</TD></TR></TBODY><TR><TD>c", "<td>a<td>b</tr><td>c</table></table>"):
            with self.subTest(html):
                self.assertEqual({(0, 0): ("text", "a"), (0, 1): ("text", "b"), (1, 0): ("text", "c")}, self.cells(html))

    def test_signs_and_entities(self):
        for html, text in (("&#7877;&#x1EC5;&ocirc;&lt;b&gt;", "ễễô<b>"), ("a &b; &amp c &#0; &#xD800; & d", "a &b; & c \ufffd \ufffd & d"),
                           ("1 < 2 <3", "1 < 2 <3"), ("a<!-- <td> -->b<? x ?>c<script>'<td>'</script>d", "abcd"),
                           ("a<b title='>' lang=vi x>b</b>", "ab"), ("\u00a0a\u00a0", "\u00a0a\u00a0"), ("a<", "a<")):
            with self.subTest(html):
                self.assertEqual({(0, 0): ("text", text)}, self.cells(f"<table><tr><td>{html}</td></tr></table>"))

    def test_cells_that_reach_down(self):
        html = "<table><tr><td rowspan=0>a<td colspan=2 rowspan=2>b<td>c<tr><td>d<tr><td>e<td rowspan=9>f</table>"
        self.assertEqual({(0, 0): ("text", "a"), (0, 1): ("text", "b"), (0, 3): ("text", "c"), (1, 3): ("text", "d"),
                          (2, 1): ("text", "e"), (2, 2): ("text", "f")}, self.cells(html))
        self.assertEqual([[0, 0, 3, 1], [0, 1, 2, 2]], self.read_clipboard(html)[0]["merged"])

    def test_a_page_without_tables_has_none(self):
        self.assertEqual([], self.read_clipboard("<html><p>Không có bảng"))
        self.assertEqual([], self.read_clipboard(""))

    def test_a_page_that_is_called_a_workbook(self):
        for encoding in ("utf-8", "utf-8-sig", "utf-16"):
            self.assertEqual({(0, 0): ("text", "Đơn vị")}, self.read_cells(
                self.write(" \n<html><body><table><tr><td>Đơn vị</td></tr></table>".encode(encoding), "a.xls")))

    def test_what_is_too_much(self):
        for html in ("<table>" * 300, "<tr>" + "<td colspan=1000>" * 17, "<td>" + "a" * ((1 << 20) + 1), "<tr>" * 1048577):
            with self.subTest(html[:30]):
                error = self.dump(self.write(html.encode()), "--html")["error"]
                self.assertEqual(BOMB, error["code"])


class Text(SourceTest):

    def test_what_excel_copies(self):
        text = 'STT\tTên\tĐiểm\r\n1\t"hai\r\ndòng ""a"""\t12,5\r\n2\t5" x 6"\t\r\n'
        self.assertEqual([["STT", "Tên", "Điểm"], ["1", 'hai\r\ndòng "a"', "12,5"], ["2", '5" x 6"']],
                         self.read_texts(self.write(text.encode()), "--text"))

    def test_a_comma_divides_nothing(self):
        self.assertEqual([["a,b;c"], ["d,e;f"]], self.read_texts(self.write(b"a,b;c\nd,e;f"), "--text"))


if __name__ == "__main__":
    unittest.main()
