# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables in documents of Word, as python-docx and LibreOffice write them, and Word itself."""

import unittest

import docx

from source_files import (BOMB, DAMAGED, FOREIGN, HOSTILE, OFFICE, PART, SourceTest, convert, needs_office, relations)

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OTHERS = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' \
         'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'


def document(body, **others):
    parts = {"_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
             "word/document.xml": f'<w:document xmlns:w="{MAIN}" {OTHERS}><w:body>{body}</w:body></w:document>'}
    targets = [(f"r{n}", name, f"{name}.xml") for n, name in enumerate(others)]
    for name, text in others.items():
        parts[f"word/{name}.xml"] = f'<w:{name} xmlns:w="{MAIN}">{text}</w:{name}>'
    return parts | ({"word/_rels/document.xml.rels": relations(*targets)} if others else {})


def table(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(content, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def paragraph(content, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def text(content, properties=""):
    return cell(paragraph(run(content)), properties)


class Documents(SourceTest):

    def read_table(self, *rows, **others):
        return self.read(self.pack(document(table(*rows), **others), "a.docx"))[0]

    def texts_of(self, content, **others):
        """What is read of a cell with that in it."""
        rows = self.read_table(row(cell(content)), **others)["rows"]
        return rows[0]["cells"][0]["text"] if rows else ""

    def test_each_cell_is_read_once(self):
        document_ = docx.Document()
        document_.add_paragraph("Trước")
        made = document_.add_table(3, 3)
        for place, content in (((0, 0), "STT"), ((0, 1), "Họ và tên"), ((0, 2), "Điểm"), ((1, 0), "1"), ((1, 1), "Ánh"), ((2, 2), "9")):
            made.cell(*place).text = content
        made.cell(1, 1).merge(made.cell(2, 1))
        made.cell(1, 2).text = "8\n7"
        document_.add_table(1, 1).cell(0, 0).text = "Bảng hai"
        document_.save(self.folder / "a.docx")
        tables = self.read(self.folder / "a.docx")
        self.assertEqual(["", ""], [one["name"] for one in tables])
        self.assertEqual({(0, 0): ("text", "STT"), (0, 1): ("text", "Họ và tên"), (0, 2): ("text", "Điểm"), (1, 0): ("text", "1"),
                          (1, 1): ("text", "Ánh"), (1, 2): ("text", "8\n7"), (2, 2): ("text", "9")},
                         self.read_cells(self.folder / "a.docx"))
        self.assertEqual([[1, 1, 2, 1]], tables[0]["merged"])

    def test_cells_that_take_up_several(self):
        one = self.read_table(
            row(text("a", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), text("b")),
            row(text("che", '<w:gridSpan w:val="2"/><w:vMerge/>'), text("c")),
            row(text("d", '<w:vMerge/>'), text("e"), properties='<w:gridBefore w:val="1"/>'),
            row(text("g", '<w:vMerge w:val="restart"/>')), row(text("h", '<w:vMerge w:val="restart"/>')))
        self.assertEqual([(0, 0, "a"), (0, 2, "b"), (1, 2, "c"), (2, 1, "d"), (2, 2, "e"), (3, 0, "g"), (4, 0, "h")],
                         [(line["row"], found["column"], found["text"]) for line in one["rows"] for found in line["cells"]])
        self.assertEqual([[0, 0, 2, 2]], one["merged"])

    def test_tables_within_cells_follow(self):
        inner = table(row(text("trong")))
        tables = self.read(self.pack(document(table(row(cell(paragraph(run("trước")) + inner + paragraph(run("sau")) + paragraph("")),
                                                        text("b"))) + table(row(text("c"))))))
        self.assertEqual([["trước\nsau", "b"], ["trong"], ["c"]],
                         [[found["text"] for found in one["rows"][0]["cells"]] for one in tables])

    def test_rows_that_are_hidden_or_deleted(self):
        one = self.read_table(row(text("a"), properties="<w:hidden/>"), row(text("b"), properties="<w:del/>"), row(text("c")))
        self.assertEqual([(0, True, "a"), (1, False, "c")],
                         [(line["row"], line["hidden"], line["cells"][0]["text"]) for line in one["rows"]])

    def test_text(self):
        for content, meant in (
                (run("Ngu") + "<w:proofErr/>" + run("yễn"), "Nguyễn"),
                ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>", "a\tb\nc-d"),
                (f'<w:del>{run("cũ").replace("w:t", "w:delText")}{run("bỏ")}</w:del><w:ins>{run("mới")}</w:ins>', "mới"),
                (f'<w:moveFrom>{run("đi")}</w:moveFrom><w:moveTo>{run("đến")}</w:moveTo>', "đến"),
                (f'<w:sdt><w:sdtPr><w:rPr/></w:sdtPr><w:sdtContent>{run("điền")}</w:sdtContent></w:sdt>', "điền"),
                (f'<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run("Bấm vào đây")}</w:sdtContent></w:sdt>{run("x")}', "x"),
                (f'<w:hyperlink>{run("liên kết")}</w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r>', "liên kết"),
                ('<w:r><w:fldChar/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>' + run("7"), "7"),
                (run("ẩn", "<w:vanish/>") + run("hiện", '<w:vanish w:val="0"/>'), "hiện"),
                ("<w:r><w:ruby><w:rt>" + run("đọc") + "</w:rt><w:rubyBase>" + run("chữ") + "</w:rubyBase></w:ruby></w:r>", "chữ")):
            with self.subTest(content):
                self.assertEqual(meant, self.texts_of(paragraph(content, '<w:tabs><w:tab w:val="left"/></w:tabs>')))
        self.assertEqual("a\n\nb", self.texts_of(paragraph(run("a")) + paragraph("") + paragraph(run("b")) + paragraph("") * 2))

    def test_text_boxes_are_read_once(self):
        box = f'<w:txbxContent>{paragraph(run("hộp"))}</w:txbxContent>'
        content = f'<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>' \
                  f'<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
        self.assertEqual("a\nhộp\nb", self.texts_of(paragraph(run("a") + content + run("b"))))
        self.assertEqual("hộp", self.texts_of(paragraph(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>")))
        self.assertEqual([], self.read(self.pack(document(paragraph(content)))))

    def test_a_table_in_a_text_box(self):
        inner = paragraph(f'<w:r><w:pict><v:textbox><w:txbxContent>{table(row(text("trong")))}</w:txbxContent></v:textbox></w:pict></w:r>')
        self.assertEqual([["trong"]], self.read_texts(self.pack(document(inner))))

    def test_old_signs_are_told_by_the_font_of_whatever_has_one(self):
        styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi=".VnTime"/></w:rPr></w:rPrDefault></w:docDefaults>' \
                 '<w:style w:type="paragraph" w:styleId="VNI"><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr></w:style>' \
                 '<w:style w:type="paragraph" w:styleId="VNI2"><w:basedOn w:val="VNI"/></w:style>' \
                 '<w:style w:type="character" w:styleId="Chu"><w:rPr><w:rFonts w:ascii="Times New Roman"/></w:rPr></w:style>'
        vni, unicode = '<w:pStyle w:val="VNI2"/>', '<w:rStyle w:val="Chu"/>'
        one = self.read_table(
            row(text("Së"), cell(paragraph(run("Noäi vuï"), vni)), cell(paragraph(run("Së", unicode))),
                cell(paragraph(run("Sở ", unicode) + run("Néi") + run(" vô")))),
            row(cell(paragraph(run("Së", '<w:rFonts w:hAnsiTheme="minorHAnsi" w:hAnsi=".VnTime"/>'))),
                cell(paragraph(run("së", '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/><w:rPrChange><w:rPr>'
                                   '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr></w:rPrChange>'))),
                cell(paragraph(run("Sở Nội vụ")))), styles=styles)
        self.assertEqual([("Sở", "TCVN3"), ("Nội vụ", "VNI"), ("Së", None), ("Sở Nội vụ", "TCVN3"), ("Së", None), ("SỞ", "TCVN3"),
                          ("Sở Nội vụ", None)],
                         [(found["text"], found.get("charset")) for line in one["rows"] for found in line["cells"]])
        self.assertEqual("Sở Néi vô", one["rows"][0]["cells"][3]["written"])

    def test_automatic_numbers(self):
        def level(n, form, shown, start=1):
            return f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{shown}"/></w:lvl>'

        numbering = '<w:abstractNum w:abstractNumId="7">' + level(0, "decimal", "%1") + level(1, "lowerLetter", "%1.%2)") + '</w:abstractNum>' \
            '<w:abstractNum w:abstractNumId="8">' + level(0, "upperRoman", "%1.", 3) + level(1, "bullet", "•") + '</w:abstractNum>' \
            '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>' \
            '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        styles = '<w:style w:type="paragraph" w:styleId="So"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'

        def numbered(list_, at=0, content="", more=""):
            return paragraph(content, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_}"/></w:numPr>{more}')

        body = numbered(1) + table(row(cell(numbered(1, 0, run("Ánh"))), cell(numbered(1, 1)), cell(numbered(1, 1))),
                                   row(cell(paragraph("", '<w:pStyle w:val="So"/>')), cell(numbered(1, 1)), cell(numbered(2))),
                                   row(cell(numbered(2)), cell(numbered(2, 1, run("gạch"))), cell(numbered(9, 0, run("không")))),
                                   row(cell(numbered(3)), cell(numbered(1, 0, "", "<w:rPr><w:del/></w:rPr>") + numbered(3)),
                                       cell(paragraph(run("x"), '<w:pStyle w:val="So"/><w:numPr><w:numId w:val="0"/></w:numPr>'))))
        self.assertEqual([["2 Ánh", "2.a)", "2.b)"], ["3", "3.a)", "III."], ["IV.", "gạch", "không"], ["5", "6", "x"]],
                         self.read_texts(self.pack(document(body, numbering=numbering, styles=styles))))

    def test_the_strict_kind(self):
        parts = {name: part.replace(MAIN, STRICT).replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
                 for name, part in document(table(row(text("a")))).items()}
        self.assertEqual([["a"]], self.read_texts(self.pack(parts)))

    def test_what_is_damaged_or_hostile(self):
        parts = document(table(row(text("a"))), styles="", numbering="")
        for name in parts:
            if name != "_rels/.rels":
                with self.subTest(name):
                    self.assert_refused(DAMAGED, self.pack(parts | {name: parts[name][:-3]}))
                    self.assert_refused(HOSTILE, self.pack(parts | {name: "<!DOCTYPE a>" + parts[name]}))
        del parts["word/styles.xml"]
        self.assert_refused(PART, self.pack(parts))
        self.assert_refused(FOREIGN, self.pack({"a.txt": "a"}))

    def test_what_is_too_much(self):
        for body in ("<w:tbl>" * 300, table(row(text("a" * 3000000))), table(row(text("a", '<w:gridSpan w:val="9999"/>') * 2)),
                     table(row(text("a"))) * 300):
            with self.subTest(body[:99]):
                self.assert_refused(BOMB, self.pack(document(body)))


@needs_office
class OfLibreOffice(SourceTest):

    def test_what_it_makes_of_a_page(self):
        path = self.write("<html><body><table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d<br>e</td></tr>"
                          "</table></body></html>".encode(), "a.html")
        made = convert(path, "docx", "HTML (StarWriter)")
        self.assertEqual({(0, 0): ("text", "a"), (0, 1): ("text", "b"), (1, 1): ("text", "c"), (1, 2): ("text", "d\ne")}, self.read_cells(made))
        self.assertEqual([[0, 0, 2, 1], [0, 1, 1, 2]], self.read(made)[0]["merged"])


if __name__ == "__main__":
    unittest.main()
