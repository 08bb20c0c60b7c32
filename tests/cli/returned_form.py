# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms that units sent back: what is typed into one, and what it has to become."""

import random
import unicodedata

import openpyxl

HEAD = 6


def leaves_of(campaign, group):
    """The criteria of a group that points are typed for, by code."""
    found = {}
    waiting = list(next(one["criteria"] for one in campaign["groups"] if one["key"] == group))
    while waiting:
        one = waiting.pop()
        waiting += one.get("criteria") or []
        if one["kind"] in ("points", "pass-fail"):
            found[one["code"]] = one
    return found


def write_points(points):
    return f"{points // 100}.{points % 100:02}"


class Answers:
    """What a unit types: (sheet, row, column, value), rows and columns from 1; and what is true of it then."""

    def __init__(self, campaign, seed):
        self.campaign = campaign
        self.draw = random.Random(seed)
        self.typed = []
        self.truths = {}

    def type(self, sheet, row, column, value, nominee, field, truth):
        self.typed.append((sheet, row, column, value))
        self.truths.setdefault((sheet, row), {"nominee": nominee})[field] = truth

    def give_points(self, sheet, row, column, nominee, kind, leaf):
        """Whoever judges says whether it is passed; units count it as all points or none."""
        most = round(float(leaf["max"]) * 100)
        passed = self.draw.random() < 0.8
        points = self.draw.randint(0, most // 25) * 25 if leaf["kind"] == "points" else most if passed else 0
        if leaf["kind"] == "pass-fail" and kind == "verified":
            self.type(sheet, row, column, "Đạt" if passed else "Không đạt", nominee, ("passed", leaf["code"]), passed)
        else:
            self.type(sheet, row, column, points / 100, nominee, (kind, leaf["code"]), write_points(points))

    def say(self):
        """An explanation, of one line or two."""
        number = self.draw.randint(1, 9999)
        return self.draw.choice([f"Đã bổ sung báo cáo số {number}/BC", f"Theo biên bản {number}\nngày 12/12/2021", f"“{number}” & <{number}> – đạt ½"])

    def fill_self(self, sheet, nominee):
        leaves = leaves_of(self.campaign, nominee["group"])
        for row in range(HEAD + 1, sheet.max_row + 1):
            leaf = leaves.get(str(sheet.cell(row, 1).value))
            if leaf is None:
                continue
            self.give_points(sheet.title, row, 4, nominee["key"], "self", leaf)
            words = self.say()
            self.type(sheet.title, row, 6, words, nominee["key"], ("explanation", leaf["code"]), words)

    def fill_assessed(self, sheet):
        leaves = leaves_of(self.campaign, "cap-xa")
        by_unit = {one["unit"]: one for one in self.campaign["nominees"] if not one.get("person")}
        heads = {str(cell.value).split(" – ")[0]: cell.column for cell in sheet[HEAD]}
        for row in range(HEAD + 1, sheet.max_row + 1):
            nominee = by_unit.get(str(sheet.cell(row, 1).value))
            for code, leaf in leaves.items():
                if nominee is not None and code in heads:
                    self.give_points(sheet.title, row, heads[code], nominee["key"], "verified", leaf)

    def fill(self, book, unit):
        nominee = next(one for one in self.campaign["nominees"] if one["unit"] == unit and not one.get("person"))
        self.fill_self(book["Tự chấm"], nominee)
        if "Cấp xã" in book.sheetnames:
            self.fill_assessed(book["Cấp xã"])


def fill_form(path, campaign, unit, seed):
    """The answers for a form, and the workbook with them in it, as openpyxl has it."""
    book = openpyxl.load_workbook(path)
    answers = Answers(campaign, seed)
    answers.fill(book, unit)
    for sheet, row, column, value in answers.typed:
        book[sheet].cell(row, column).value = value
    return answers, book


def soil_form(draw, book, answers):
    """As units change forms: numbers as texts, marks apart, lines above, the hidden sheet lost."""
    moved = 0
    for sheet, row, column, value in answers.typed:
        cell = book[sheet].cell(row, column)
        if isinstance(value, float) and draw.random() < 0.3:
            cell.value = draw.choice([f"{value:.2f}".replace(".", ","), f" {value} "])
        elif isinstance(value, str) and draw.random() < 0.2:
            cell.value = unicodedata.normalize("NFD", value)
    if draw.random() < 0.2:
        moved = 2
        sheet = book["Tự chấm"]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet.insert_rows(1, moved)
        sheet["A1"] = "PHÒNG NỘI VỤ GỬI LẠI"
    if draw.random() < 0.2:
        del book["_bangvang"]
    return {(sheet, row + (moved if sheet == "Tự chấm" else 0)): truth for (sheet, row), truth in answers.truths.items()}
