#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a proposal workbook as other programs do.

Its formulas must use nothing that old programs lack, and, recalculated by
LibreOffice, give the values the application wrote beside them: as the workbook
is, with the rows in another order, and after somebody changed points (then they
must give what this file computes from the cells).
"""

import argparse
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zipfile

import openpyxl

SHEETS = ["Tập thể", "Cá nhân", "Xếp hạng", "Điểm tập thể", "Điểm cá nhân", "Minh chứng", "Quy tắc"]
CLASS = "Xếp loại"
RANKING_HEAD = [
    "Nguồn xét", "Hạng", "Tên", "Đơn vị", "Khối", "Điểm", "Tỷ lệ %", "Kết quả", "Cách biệt", "Căn cứ xếp", "Ghi chú",
]
CLASSED = len(RANKING_HEAD)
SCORES = ["Điểm tập thể", "Điểm cá nhân"]
IDENTITY = ["Tên", "Đơn vị", "Khối", "Mã trường hợp", "Mã khối"]
SHOWN = ["Tổng điểm", "Tỷ lệ %", "Hạng"]
FUNCTIONS = set("SUM SUMPRODUCT COUNTIFS SUMIFS INDEX MATCH IF IFERROR ROUND INT MIN MAX".split())
SKIPPED = 77


class Wrong(Exception):
    """What is wrong, and where."""


def expect(condition, text):
    if not condition:
        raise Wrong(text)


class Scores:
    """One score sheet: where its header and columns are."""

    def __init__(self, sheet):
        self.sheet = sheet
        self.head = next(
            row[0].row for row in sheet.iter_rows() if [cell.value for cell in row[:2]] == ["TT", "Tên"]
        )
        self.columns = {cell.value: cell.column for cell in sheet[self.head] if cell.value is not None}
        self.rows = [
            row for row in range(self.head + 1, sheet.max_row + 1) if sheet.cell(row, self.columns["Mã trường hợp"]).value
        ]

    def cell(self, row, title):
        return self.sheet.cell(row, self.columns[title])

    def value(self, row, title):
        return self.cell(row, title).value

    def by_key(self, titles):
        return {self.value(row, "Mã trường hợp"): [self.value(row, title) for title in titles] for row in self.rows}


# The workbook as it is


def check_sheets(formulas, values):
    expect(formulas.sheetnames == SHEETS, f"sheets: {formulas.sheetnames}")
    heads = [[cell.value for cell in row] for row in values["Xếp hạng"].iter_rows(max_row=10)]
    head = list(RANKING_HEAD)
    if has_classes(values):
        head.insert(head.index("Hạng") + 1, CLASS)
    expect(head in heads, f"no header row in Xếp hạng: {heads}")
    for name in SCORES:
        titles = list(Scores(values[name]).columns)
        end = [title for title in titles if title in SHOWN + [CLASS]]
        expect(end == titles[-len(end):] == SHOWN + [CLASS] * has_classes(values), f"{name}: {titles}")
    for sheet in formulas:
        expect(sheet.page_setup.paperSize == "9" or sheet.page_setup.paperSize == 9, f"{sheet.title}: not A4")
        expect(sheet.sheet_properties.pageSetUpPr.fitToPage, f"{sheet.title}: not fit to width")
        expect(sheet.print_title_rows, f"{sheet.title}: no repeated rows")
        expect(sheet.protection.sheet is False, f"{sheet.title}: protected")
    for sheet in formulas.worksheets[:2]:
        if sheet.oddHeader.center.text is not None:
            expect(sheet.HeaderFooter.differentFirst, f"{sheet.title}: the first page has a number")
            expect(sheet.firstHeader.center.text is None, f"{sheet.title}: {sheet.firstHeader.center.text}")
            expect(
                sheet.firstHeader.left.text == sheet.oddHeader.left.text,
                f"{sheet.title}: {sheet.firstHeader.left.text} on the first page",
            )


def has_classes(values):
    """It is one answer for all three sheets."""
    return any(CLASS in Scores(values[name]).columns for name in SCORES)


def check_cell(sheet, cell):
    where = f"{sheet.title}!{cell.coordinate}"
    if cell.value is None:
        return
    expect(cell.font.name == "Times New Roman", f"{where}: font {cell.font.name}")
    if cell.data_type != "f":
        return
    expect(isinstance(cell.value, str), f"{where}: an array formula")
    named = set(re.findall(r"([A-Z_.a-z0-9]+)\(", cell.value))
    expect(named <= FUNCTIONS, f"{where}: {named - FUNCTIONS}")
    for match in re.finditer(r"('[^']+'!)?(\$?)([A-Z]{1,3})(\$?)(\d+)", cell.value):
        if match.group(4) == "":
            expect(match.group(1) is None, f"{where}: a reference to its row with a sheet: {match.group(0)}")
            expect(int(match.group(5)) == cell.row, f"{where}: a relative reference: {match.group(0)}")


def check_formulas(formulas, values):
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                check_cell(sheet, cell)
                if cell.data_type == "f":
                    expect(sheet.title in SCORES, f"{sheet.title}!{cell.coordinate}: {cell.value}")
                    cached = values[sheet.title][cell.coordinate].value
                    expect(cached is None or not str(cached).startswith("#"), f"{cell.coordinate}: {cached}")
    for name in SCORES:
        scores = Scores(formulas[name])
        for row in scores.rows:
            live = SHOWN[:2] + (SHOWN[2:] if has_live_ranks(scores) else []) + [CLASS] * (has_class_limits(scores))
            for title in live:
                expect(str(scores.value(row, title)).startswith("="), f"{name} row {row}: {title} is no formula")
            for title in IDENTITY:
                expect(scores.cell(row, title).data_type != "f", f"{name} row {row}: {title} is a formula")


def class_in(scores, row):
    """None where there is none, or no column of it."""
    return scores.value(row, CLASS) or None if CLASS in scores.columns else None


def read_ranking(sheet, head):
    """The rows under the header in the order of RANKING_HEAD, and the class behind."""
    titles = [cell.value for cell in sheet[head]]
    at = [titles.index(title) for title in RANKING_HEAD]
    for row in sheet.iter_rows(min_row=head + 1, values_only=True):
        yield [row[i] for i in at] + [row[titles.index(CLASS)] if CLASS in titles else None]


def check_ranking(values):
    """The pools' sheet and the score sheets tell of the same nominees the same."""
    sheet = values["Xếp hạng"]
    head = next(row[0].row for row in sheet.iter_rows() if row[0].value == RANKING_HEAD[0])
    totals = {}
    for name in SCORES:
        scores = Scores(values[name])
        for row in scores.rows:
            totals.setdefault((scores.value(row, "Tên"), scores.value(row, "Khối")), set()).add(
                (scores.value(row, "Tổng điểm"), scores.value(row, "Tỷ lệ %"), class_in(scores, row))
            )
    for row in read_ranking(sheet, head):
        if row[0] is not None:
            expect((row[5], row[6], row[CLASSED]) in totals[row[2], row[4]], f"Xếp hạng: {row[2]} has {row[5:7]}")
            expect(row[1] is None or isinstance(row[1], (int, float)), f"Xếp hạng: rank {row[1]!r}")


def read_properties(path):
    """The custom ones, which openpyxl of Debian 12 does not read."""
    with zipfile.ZipFile(path) as archive:
        expect(archive.testzip() is None, f"{archive.testzip()}: its checksum is wrong")
        root = xml.etree.ElementTree.fromstring(archive.read("docProps/custom.xml"))
    return {prop.get("name"): "".join(prop.itertext()) for prop in root}


def check_properties(workbook, path, seal):
    """The seal, or the marks of a draft."""
    custom = read_properties(path)
    draft = seal is None
    expect(custom.get("Seal") == seal, f"seal {custom.get('Seal')!r}")
    expect(custom.get("Draft") == str(draft).lower(), f"Draft is {custom.get('Draft')!r}")
    expect(workbook.properties.title.startswith("DỰ THẢO") is draft, f"title {workbook.properties.title}")
    expect(bool(workbook.properties.creator), "no author")
    texts = {cell.value for row in workbook["Quy tắc"].iter_rows() for cell in row}
    expect(draft or seal in texts, "no seal in Quy tắc")
    for sheet in workbook:
        marked = any("DỰ THẢO" in str(cell.value) for row in sheet.iter_rows(max_row=40) for cell in row)
        expect(marked is draft, f"{sheet.title}: marked as a draft: {marked}")
        expect(("DỰ THẢO" in (sheet.oddHeader.left.text or "")) is draft, f"{sheet.title}: header")


# The second implementation of the rules


def check_against_rules(values, campaign, date):
    """Totals, percents, ranks and the order of every pool are those of tests/reference/rules.py."""
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "reference"))
    import rules

    campaign = json.loads(campaign.read_text(encoding="utf-8"))
    ranking = rules.rank(campaign, date)
    names = {quota["key"]: quota["name"] for quota in campaign["quotas"]}
    found, classes = {}, {}
    for name in SCORES:
        scores = Scores(values[name])
        found.update(scores.by_key(SHOWN))
        classes.update((scores.value(row, "Mã trường hợp"), class_in(scores, row)) for row in scores.rows)
    for nominee in campaign["nominees"]:
        pools = [q["key"] for q in campaign["quotas"] if nominee["group"] in q["groups"]]
        scopes = [p for p in ranking["pools"] if p["key"] in pools[:1]] or ranking["groups"]
        entry = next(e for scope in scopes for e in scope["entries"] if e["nominee"] == nominee["key"])
        wanted = [float(entry["total"]), float(entry["percent"]), entry["rank"]]
        expect(
            all(close(a, b) for a, b in zip(found[nominee["key"]], wanted)),
            f"{nominee['key']}: {found[nominee['key']]}, by the rules {wanted}",
        )
        expect(
            (classes[nominee["key"]] or None) == entry.get("class"),
            f"{nominee['key']}: class {classes[nominee['key']]}, by the rules {entry.get('class')}",
        )
    check_pools(values["Xếp hạng"], ranking, names)


PLACES = {
    "inside": "Trong chỉ tiêu",
    "outside": "Ngoài chỉ tiêu",
    "unresolved": "Bằng điểm tại ranh giới – chưa xử lý",
    "not-eligible": "Không đủ điều kiện",
}


def place_of(entry, names):
    return PLACES.get(entry["place"]) or f"Đã vào “{names[entry['taken_by']]}”"


def check_pools(sheet, ranking, names):
    head = next(row[0].row for row in sheet.iter_rows() if row[0].value == RANKING_HEAD[0])
    rows = [row for row in read_ranking(sheet, head) if row[0] is not None]
    wanted = [(names[pool["key"]], entry) for pool in ranking["pools"] for entry in pool["entries"]]
    expect(len(rows) == len(wanted), f"Xếp hạng: {len(rows)} rows, by the rules {len(wanted)}")
    for row, (pool, entry) in zip(rows, wanted):
        margin = float(entry["margin"]) if entry["margin"] is not None else None
        expected = [pool, entry["rank"], entry["name"], float(entry["total"]), float(entry["percent"]), margin]
        expected += [entry.get("class"), place_of(entry, names)]
        shown = [row[0], row[1], row[2], row[5], row[6], row[8], row[CLASSED], row[7]]
        expect(all(close(a, b) for a, b in zip(shown, expected)), f"Xếp hạng: {shown}, by the rules {expected}")


# LibreOffice


def copies_of(path):
    """The file as it is, with the rows in another order, and after somebody changed points."""
    return [path.parent / "copies" / f"{path.stem}-{name}.xlsx" for name in ["same", "shuffled", "changed"]]


def write_copies(path):
    rng = random.Random(1)
    workbooks = [openpyxl.load_workbook(path) for _ in range(3)]
    shuffle(workbooks[1], rng)
    change_points(workbooks[2], rng)
    for workbook, copy in zip(workbooks, copies_of(path)):
        copy.parent.mkdir(exist_ok=True)
        workbook.save(copy)


def recalculate(folder):
    """Opens copies of the folder's workbooks, which have no values beside their formulas, and saves them with them."""
    soffice = shutil.which("soffice")
    if soffice is None:
        print("LibreOffice is not there", file=sys.stderr)
        return SKIPPED
    paths = sorted(folder.glob("*.xlsx"))
    for path in paths:
        write_copies(path)
    copies = [str(copy) for path in paths for copy in copies_of(path)]
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [soffice, f"-env:UserInstallation={pathlib.Path(profile).as_uri()}", "--headless", "--convert-to", "xlsx"]
            + ["--outdir", str(folder / "recalculated")] + copies,
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300,
        )
    return 0


def close(a, b):
    if a in (None, "") or b in (None, ""):
        return a in (None, "") and b in (None, "")
    return abs(a - b) < 1e-9 if isinstance(a, (int, float)) else a == b


def compare(expected, workbook, what):
    for name in SCORES:
        before = expected[name]
        scores = Scores(workbook[name])
        after = scores.by_key(list(scores.columns))
        expect(set(after) == set(before), f"{what}, {name}: other nominees")
        for key, found in after.items():
            for title, value in zip(scores.columns, found):
                wanted = before[key].get(title)
                expect(
                    title not in before[key] or close(wanted, value),
                    f"{what}, {name}, {key}: {title} is {value!r}, not {wanted!r}",
                )


def table(values):
    """What the application wrote, but the row numbers of the table, which sorting does not move."""
    found = {}
    for name in SCORES:
        scores = Scores(values[name])
        found[name] = {
            scores.value(row, "Mã trường hợp"): {title: scores.value(row, title) for title in scores.columns}
            for row in scores.rows
        }
    return found


def move(formula, old, new):
    """The formula in another row: references to the own row follow, absolute ones stay."""
    return re.sub(rf"(\$[A-Z]{{1,3}}){old}\b", rf"\g<1>{new}", formula)


def shuffle(workbook, rng):
    for name in SCORES:
        scores = Scores(workbook[name])
        order = scores.rows[:]
        rng.shuffle(order)
        cells = {row: [(cell.value, cell.data_type) for cell in scores.sheet[row]] for row in scores.rows}
        for new, old in zip(scores.rows, order):
            for column, (value, kind) in enumerate(cells[old], 1):
                cell = scores.sheet.cell(new, column)
                cell.value = move(value, old, new) if kind == "f" else value
                cell.data_type = kind


# A second implementation of what the formulas compute, from the cells


def half_up(a, b):
    return (2 * a + b) // (2 * b)


def leaves(scores):
    """The columns of points: between Khối and the first helper."""
    return range(scores.columns["Khối"] + 1, scores.columns["Mã trường hợp"])


def parts(scores):
    """Which leaves are normal, bonus, deduction: as the formulas sum them."""
    found = {}
    row = scores.rows[0]
    for part, title in [("normal", "Điểm chấm ×100"), ("bonus", "Cộng ×100"), ("deduction", "Trừ ×100")]:
        formula = scores.value(row, title) if title in scores.columns else None
        if formula:
            first, last = re.search(r"SUM\(\$([A-Z]+)\d+:\$([A-Z]+)\d+\)", formula).groups()
            found[part] = [c for c in leaves(scores) if column_in(c, first, last)]
        else:
            found[part] = []
    return found


def column_in(column, first, last):
    number = openpyxl.utils.column_index_from_string
    return number(first) <= column <= number(last)


def hundredths(value):
    return round(value * 100) if isinstance(value, (int, float)) else 0


def limits_of(scores, key):
    for row in range(1, scores.head):
        if scores.value(row, "Mã khối") == key:
            return row
    raise Wrong(f"{scores.sheet.title}: no maxima of {key}")


def total_of(scores, part, row):
    cell = lambda at, column: scores.sheet.cell(at, column).value
    limits = limits_of(scores, scores.value(row, "Mã khối"))
    full = sum(hundredths(cell(limits, c)) for c in part["normal"])
    assigned = sum(hundredths(cell(limits, c)) for c in part["normal"] if cell(row, c) != "KG")
    base = sum(hundredths(cell(row, c)) for c in part["normal"])
    if 0 < assigned < full:
        base = half_up(base * full, assigned)
    extra = []
    for name, title in [("bonus", "Cộng ×100"), ("deduction", "Trừ ×100")]:
        amount = sum(hundredths(cell(row, c)) for c in part[name])
        cap = scores.value(limits, title) if part[name] else None
        extra.append(min(amount, hundredths(cap)) if isinstance(cap, (int, float)) else amount)
    total = max(0, base + extra[0] - extra[1])
    return total, half_up(total * 10000, full)


def change_points(workbook, rng):
    """Somebody edits: other points, up to the maximum, now and then not assigned."""
    for name in SCORES:
        scores = Scores(workbook[name])
        for row in scores.rows:
            limits = limits_of(scores, scores.value(row, "Mã khối"))
            for column in leaves(scores):
                most = scores.sheet.cell(limits, column).value
                if most is not None and rng.random() < 0.3:
                    points = rng.randrange(0, round(most * 100) + 1) / 100
                    scores.sheet.cell(row, column).value = "KG" if rng.random() < 0.2 else points


def expected_totals(workbook):
    found = {}
    for name in SCORES:
        scores = Scores(workbook[name])
        found[name] = {}
        part = parts(scores) if scores.rows else None
        for row in scores.rows:
            total, percent = total_of(scores, part, row)
            entry = {"Tổng điểm": total / 100, "Tỷ lệ %": percent / 100}
            if has_class_limits(scores):
                entry[CLASS] = class_of(scores, row, percent)
            found[name][scores.value(row, "Mã trường hợp")] = entry
    return found


def has_live_ranks(scores):
    return "Đủ điều kiện" in scores.columns


def has_class_limits(scores):
    return class_title(1) in scores.columns


def class_title(number):
    return f"Loại {number} từ % ×100"


def class_of(scores, row, percent):
    """By the row of maxima of its group: the classes stand there from the least."""
    limits = limits_of(scores, scores.value(row, "Mã khối"))
    found, number = None, 1
    while class_title(number) in scores.columns:
        least = scores.value(limits, class_title(number))
        if least is not None and least <= percent:
            found = scores.value(limits, f"Tên loại {number}")
        number += 1
    return found


def lanes_of(scores):
    """The endings of the titles of each lane's columns: of its scope, and of what that compares first."""
    return [title[len("Nguồn xét thứ"):] for title in scores.columns if title.startswith("Nguồn xét thứ")]


def step_columns(scores):
    """The keys after the total, in the order they count, each with its direction."""
    last = min(column for title, column in scores.columns.items() if title.startswith("Nguồn xét thứ"))
    titles = [scores.sheet.cell(scores.head, c).value for c in range(scores.columns["Đủ điều kiện"] + 1, last)]
    return [(scores.columns[title], 1 if title.startswith("Báo cáo") else -1) for title in titles]


def collect_scopes(workbook):
    """By lane and scope: key and where, of each eligible member; and the ranks by where."""
    scopes, ranks = {}, {}
    for name in SCORES:
        scores = Scores(workbook[name])
        for row in scores.rows if has_live_ranks(scores) else []:
            where = (name, row)
            ranks[where] = scores.value(row, "Hạng")
            if not scores.value(row, "Đủ điều kiện"):
                expect(ranks[where] in (None, ""), f"{where}: not eligible, rank {ranks[where]}")
                continue
            keys = [sign * scores.sheet.cell(row, column).value for column, sign in step_columns(scores)]
            for lane in lanes_of(scores):
                scope = scores.value(row, "Nguồn xét thứ" + lane)
                if scope is not None:
                    key = [-scores.value(row, "Số để xếp" + lane)] + keys
                    scopes.setdefault(scope, []).append((key, where))
    return scopes, ranks


def check_ranks(workbook):
    """Every rank follows from the keys beside it, in one of its scopes, over both sheets."""
    scopes, ranks = collect_scopes(workbook)
    possible = {}
    for entries in scopes.values():
        for key, where in entries:
            possible.setdefault(where, set()).add(1 + sum(other < key for other, _ in entries))
    for where, wanted in possible.items():
        expect(ranks[where] in wanted, f"{where}: rank {ranks[where]}, not {wanted}")


def check_recalculated(path):
    values = openpyxl.load_workbook(path, data_only=True)
    edited = openpyxl.load_workbook(copies_of(path)[2])
    outputs = [path.parent / "recalculated" / copy.name for copy in copies_of(path)]
    same, shuffled, changed = [openpyxl.load_workbook(output, data_only=True) for output in outputs]
    compare(table(values), same, "recalculated")
    compare(table(values), shuffled, "shuffled")
    compare(expected_totals(edited), changed, "changed")
    for workbook in [values, same, shuffled, changed]:
        check_ranks(workbook)


def check(options):
    formulas = openpyxl.load_workbook(options.workbook)
    values = openpyxl.load_workbook(options.workbook, data_only=True)
    check_sheets(formulas, values)
    check_properties(values, options.workbook, options.seal)
    check_formulas(formulas, values)
    check_ranking(values)
    check_ranks(values)
    if options.campaign:
        check_against_rules(values, options.campaign, options.date)
    if options.recalculated:
        check_recalculated(options.workbook)


def main():
    parser = argparse.ArgumentParser(description="Check a proposal workbook.")
    parser.add_argument("--seal", help="the seal it must have; without it the workbook must be a draft")
    parser.add_argument("--campaign", type=pathlib.Path, help="the campaign it shows, an interchange file")
    parser.add_argument("--date", help="the ranking's date, YYYY-MM-DD")
    parser.add_argument("--recalculate", action="store_true",
                        help="the argument is a folder: let LibreOffice compute the formulas of its workbooks")
    parser.add_argument("--recalculated", action="store_true", help="check what LibreOffice computed")
    parser.add_argument("workbook", type=pathlib.Path)
    options = parser.parse_args()
    if options.recalculate:
        return recalculate(options.workbook)
    try:
        check(options)
    except Wrong as wrong:
        print(f"{options.workbook}: {wrong}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
