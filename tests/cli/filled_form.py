# SPDX-License-Identifier: GPL-3.0-or-later
"""A form as a unit fills it in: what several tests take in."""

import openpyxl


def find_cell(sheet, row_text, head):
    """The cell in the row that begins with the text, below the head."""
    heads = next(row for row in sheet.iter_rows() if any(cell.value == head for cell in row))
    column = next(cell.column for cell in heads if cell.value == head)
    row = next(row for row in sheet.iter_rows(min_row=heads[0].row + 1)
               if any(str(cell.value) == row_text for cell in row))
    return sheet.cell(row[0].row, column)


def write_filled_form(test, path, unit="887"):
    """The form of a unit of the demonstration, with new points and words in it; the library knows of it as ever."""
    test.take_resolved_demo()
    test.succeed("form", "--unit", unit, "-o", path)
    book = openpyxl.load_workbook(path)
    find_cell(book["Tự chấm"], "2", "Điểm tự chấm").value = 27.25
    find_cell(book["Tự chấm"], "2", "Giải trình").value = "Đã bổ sung báo cáo"
    find_cell(book["Cấp xã"], "30376", "1.2 – Thủ tục hành chính").value = "14,5"
    book.save(path)
    return path
