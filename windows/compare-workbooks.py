#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare-workbooks.py A.xlsx B.xlsx: the sheets, cells, formulas, formats and widths of both, one by one."""

import sys

import openpyxl


def cells(sheet):
    for row in sheet.iter_rows():
        for cell in row:
            yield cell.coordinate, (cell.value, cell.number_format, cell.font.name, cell.font.b, cell.alignment.wrap_text)


def columns(sheet):
    return {name: column.width for name, column in sheet.column_dimensions.items()}


def main(paths):
    first, second = [openpyxl.load_workbook(path) for path in paths]
    if first.sheetnames != second.sheetnames:
        return f"sheets: {first.sheetnames}, {second.sheetnames}"
    compared = 0
    for one, other in zip(first, second):
        if one.dimensions != other.dimensions or columns(one) != columns(other):
            return f"{one.title}: {one.dimensions}, {other.dimensions}; {columns(one)}, {columns(other)}"
        for (place, expected), (_, found) in zip(cells(one), cells(other)):
            if expected != found:
                return f"{one.title}!{place}: {expected}, {found}"
            compared += 1
    print(f"{compared} cells")
    return None if compared else "no cells"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
