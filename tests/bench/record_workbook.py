# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes down every cell, formula and format of a workbook, for replay-workbook.c to write them again.

One line a step, fields separated by tabs: F a format, S a sheet, W a column's width, H a row's height, M merged
cells, then cells: n a number, s a text, f a formula with its value, t a formula whose value is a text, b blank.
"""

import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ALIGNMENTS = {"left": 1, "center": 2, "right": 3, "top": 8, "bottom": 9}
ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"})


def split_reference(reference):
    letters, digits = re.match(r"([A-Z]+)(\d+)", reference).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1


def colour(element):
    return element.get("rgb", "FF000000")[2:] if element is not None else "0"


def list_formats(book):
    styles = ElementTree.fromstring(book.read("xl/styles.xml"))
    numbers = {n.get("numFmtId"): n.get("formatCode") for n in styles.iter(MAIN + "numFmt")}
    fonts, fills, borders = (list(styles.find(MAIN + name)) for name in ("fonts", "fills", "borders"))
    for look in styles.find(MAIN + "cellXfs"):
        font, fill = fonts[int(look.get("fontId"))], fills[int(look.get("fillId"))]
        alignment = look.find(MAIN + "alignment")
        alignment = {} if alignment is None else alignment.attrib
        ground = fill.find(f"{MAIN}patternFill/{MAIN}fgColor")
        yield (
            font.find(MAIN + "sz").get("val"),
            int(font.find(MAIN + "b") is not None),
            int(font.find(MAIN + "i") is not None),
            colour(font.find(MAIN + "color")),
            int(borders[int(look.get("borderId"))].find(MAIN + "left").get("style") is not None),
            ALIGNMENTS.get(alignment.get("horizontal"), 0),
            {"top": 8, "center": 10}.get(alignment.get("vertical"), 9),
            alignment.get("wrapText", "0"),
            colour(ground) if ground is not None else "0",
            numbers.get(look.get("numFmtId"), {"1": "0", "4": "#,##0.00"}.get(look.get("numFmtId"), "")),
        )


def list_strings(book):
    with book.open("xl/sharedStrings.xml") as stream:
        for _, element in ElementTree.iterparse(stream):
            if element.tag == MAIN + "si":
                yield "".join(text.text or "" for text in element.iter(MAIN + "t"))
                element.clear()


def list_sheets(book):
    links = ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): "xl/" + link.get("Target") for link in links}
    for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet"):
        yield sheet.get("name"), targets[sheet.get(LINK)]


def list_cell(cell, strings):
    formula, value = cell.find(MAIN + "f"), cell.find(MAIN + "v")
    place = (*split_reference(cell.get("r")), cell.get("s", "0"))
    if formula is not None:
        kind = "t" if cell.get("t") == "str" else "f"
        return (kind, *place, value.text if value is not None and value.text else "", "=" + formula.text)
    if value is None:
        return ("b", *place)
    if cell.get("t") == "s":
        return ("s", *place, strings[int(value.text)])
    return ("n", *place, value.text)


def list_steps(stream, strings):
    for _, element in ElementTree.iterparse(stream):
        if element.tag == MAIN + "col":
            yield ("W", int(element.get("min")) - 1, int(element.get("max")) - 1, element.get("width"))
        elif element.tag == MAIN + "row":
            if element.get("ht"):
                yield ("H", int(element.get("r")) - 1, element.get("ht"))
            for cell in element:
                yield list_cell(cell, strings)
            element.clear()
        elif element.tag == MAIN + "mergeCell":
            first, last = element.get("ref").split(":")
            yield ("M", *split_reference(first), *split_reference(last))


def main(source, target):
    with zipfile.ZipFile(source) as book, open(target, "w", encoding="utf-8") as out:

        def write(step):
            out.write("\t".join(str(field).translate(ESCAPES) for field in step) + "\n")

        for look in list_formats(book):
            write(("F", *look))
        strings = list(list_strings(book))
        for name, path in list_sheets(book):
            write(("S", name))
            with book.open(path) as stream:
                for step in list_steps(stream, strings):
                    write(step)


if __name__ == "__main__":
    main(*sys.argv[1:])
