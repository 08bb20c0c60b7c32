# SPDX-License-Identifier: GPL-3.0-or-later
"""How lists are written: as workbooks, also old ones, and as documents, in Unicode or in signs of old fonts."""

import pathlib
import shutil
import subprocess
import tempfile
import xml.sax.saxutils
import zipfile

import openpyxl
from openpyxl.styles import Font

from old_signs import to_tcvn3, to_vni

# What text is made of, and the font that shows it; the chance of each in a hundred.
SIGNS = {"tcvn3 in its font": (8, to_tcvn3, ".VnTime"), "vni in its font": (6, to_vni, "VNI-Times"), "tcvn3": (3, to_tcvn3, None),
         None: (83, lambda text: text, None)}


class Table:
    """Lines of a list, of which some are titles; merged cells are (row, column, rows, columns), from 0."""

    def __init__(self, draw):
        self.lines = []
        self.merged = []
        self.draw = draw
        self.signs = draw.choices(list(SIGNS), [chance for chance, *_ in SIGNS.values()])[0]

    def convert(self, cell):
        return SIGNS[self.signs][1](cell) if isinstance(cell, str) and not cell.startswith("=") else cell

    @property
    def font(self):
        return SIGNS[self.signs][2]

    @property
    def width(self):
        return max(map(len, self.lines))


def write_workbook(path, table):
    draw = table.draw
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = draw.choice(["Sheet1", "DS", "Danh sách"])
    for line in table.lines:
        sheet.append([table.convert(cell) for cell in line])
    for row, column, n_rows, n_columns in table.merged:
        sheet.merge_cells(start_row=row + 1, start_column=column + 1, end_row=row + n_rows, end_column=column + n_columns)
    if table.font:
        for row in sheet.iter_rows():
            for cell in row:
                cell.font = Font(name=table.font)
    if draw.random() < 0.2:
        sample = book.create_sheet("Hướng dẫn")
        for row in (["STT", "Họ và tên", "Đơn vị"], [1, "Nguyễn Văn A", "Sở Y tế"]):
            sample.append(row)
    book.save(path)


def convert_all(paths, kind):
    """What LibreOffice makes of the files, which it replaces; where it is not installed they stay."""
    if not paths or not shutil.which("soffice"):
        return dict(zip(paths, paths))
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", f"-env:UserInstallation={pathlib.Path(profile).as_uri()}", "--headless", "--convert-to", kind,
                        "--outdir", paths[0].parent, *paths], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
    for path in paths:
        path.unlink()
    return {path: path.with_suffix("." + kind) for path in paths}


def word_cell(text, font, merged):
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    shown = xml.sax.saxutils.escape(str("" if text is None else text))
    return f'<w:tc><w:tcPr>{merged}</w:tcPr><w:p><w:r>{fonts}<w:t xml:space="preserve">{shown}</w:t></w:r></w:p></w:tc>'


def word_row(number, line, font, ranges):
    """Cells beside each other that are shown as one are one; of those below each other each says so."""
    cells, column = [], 0
    while column < len(line):
        over = next(((top, n_columns, n_rows) for top, left, n_rows, n_columns in ranges
                     if top <= number < top + n_rows and left == column), None)
        top, n_columns, n_rows = over or (number, 1, 1)
        merged = f'<w:gridSpan w:val="{n_columns}"/>' if n_columns > 1 else ""
        if n_rows > 1:
            merged += '<w:vMerge w:val="restart"/>' if top == number else "<w:vMerge/>"
        cells.append(word_cell(line[column], font, merged))
        column += n_columns
    return f"<w:tr>{''.join(cells)}</w:tr>"


def write_word(path, *tables, font=None, merged=()):
    """A document; the ranges are those of its first table."""
    texts = []
    for number, lines in enumerate(tables):
        ranges = merged if number == 0 else ()
        texts.append("<w:tbl>" + "".join(word_row(row, line, font, ranges) for row, line in enumerate(lines)) + "</w:tbl><w:p/>")
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
                               'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
                               'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://'
                       'schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
                             f"<w:p/>{''.join(texts)}</w:body></w:document>",
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def write_document(path, table):
    lines = [[table.convert(cell) for cell in line] + [None] * (table.width - len(line)) for line in table.lines]
    write_word(path, lines, font=table.font, merged=table.merged)
