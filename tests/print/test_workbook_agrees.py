# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbook and paper say the same: numbers, order and words of the lists and of the ranking.

The PDF is read as others see it: the rules of its tables give the cells, pdftotext gives their words.

    /usr/bin/python3 tests/print/test_workbook_agrees.py BUILD/src/cli/bangvang-cli
"""

import bisect
import re
import sys
import unicodedata
import unittest
from collections import namedtuple
from pathlib import Path

import openpyxl

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))

import paper_pdf  # noqa: E402
import program  # noqa: E402
from paper_pdf import output  # noqa: E402

SLACK = 1.0  # points between rules that are one
LEAST_COLUMNS = 3
Word = namedtuple("Word", "text x y")

TIED = {"neang-sray-mom": "inside", "do-thi-hong-gam": "outside"}


def squeeze(text):
    """Without spaces: where a line of a cell ends is the paper's affair."""
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


# What the paper says


def read_words(pdf):
    """Of each page, the middles of its words."""
    return [
        [Word(word.text, (word.x_min + word.x_max) / 2, (word.y_min + word.y_max) / 2) for word in page.words]
        for page in paper_pdf.read_pages(pdf)
    ]


def read_rules(pdf, page):
    """The grid of each table of a page: where its rules are, across and down."""
    grids = []
    for path in paper_pdf.stroked_paths(pdf, page):
        if "Z" not in path.get("d"):
            continue
        scale = [float(number) for number in re.findall(r"-?[\d.]+", path.get("transform", "1 0 0 1 0 0"))]
        points = [(float(x), float(y)) for x, y in re.findall(r"[ML] (\S+) (\S+)", path.get("d"))]
        across = merge(scale[0] * x + scale[4] for x, y in points)
        if len(across) > LEAST_COLUMNS:
            grids.append((across, merge(scale[3] * y + scale[5] for x, y in points)))
    return grids


def read_flow(pdf, page):
    """The words of a page in the order in which they were set, without those of every page."""
    text = output("pdftotext", "-raw", "-f", str(page), "-l", str(page), pdf, "-")
    return re.sub(r"\A(\d+\n)?(DỰ THẢO\n)?", "", text)


def merge(numbers):
    found = []
    for number in sorted(numbers):
        if not found or number - found[-1] > SLACK:
            found.append(number)
    return found


def read_rows(pdf):
    """The rows of the tables of each page, as squeezed cells. A text across all columns is cut where the other
    rows have their rules."""
    pages = []
    for number, words in enumerate(read_words(pdf), 1):
        rows = []
        for across, down in read_rules(pdf, number):
            cells = [["" for _ in across[1:]] for _ in down[1:]]
            for word in words:
                row, column = bisect.bisect(down, word.y) - 1, bisect.bisect(across, word.x) - 1
                if 0 <= row < len(cells) and 0 <= column < len(cells[row]):
                    cells[row][column] += squeeze(word.text)
            rows += cells
        pages.append(rows)
    return pages


def read_table(pdf):
    """The head and all rows under it; it is repeated on every page that has some."""
    pages = [rows for rows in read_rows(pdf) if rows]
    head = pages[0][0]
    for rows in pages:
        assert rows[0] == head, (rows[0], head)
    return head, [row for rows in pages for row in rows[1:]]


# What the workbook says


def say(cell):
    if cell.value is None:
        return ""
    if isinstance(cell.value, (int, float)) and "0.00" in cell.number_format:
        return f"{cell.value:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return squeeze(str(cell.value))


class Sheet:
    """A sheet of the workbook: the rows of its table and the lines around it."""

    def __init__(self, book, name, first):
        rows = [[say(cell) for cell in row] for row in book[name].iter_rows()]
        head = next(i for i, row in enumerate(rows) if row[0] == squeeze(first))
        end = next((i for i in range(head + 1, len(rows)) if not any(rows[i])), len(rows))
        self.head = rows[head]
        self.rows = rows[head + 1 : end]
        self.lines = [text for row in rows[:head] + rows[end:] for text in row if text]


class Agreement(program.Test):
    def setUp(self):
        super().setUp()
        self.take_demo()

    def export_draft(self):
        """It is written once for all tests."""

        def make(path):
            self.succeed("export", "--draft", "-o", path)
            return openpyxl.load_workbook(path)

        return self.keep("draft.xlsx", make)

    def export_sealed(self):
        path = self.scratch / "de-nghi.xlsx"
        seal = self.json("export", "--reason", "Tỉnh yêu cầu trình sớm", "-o", path)["seal"]
        return openpyxl.load_workbook(path), seal

    def print(self, name, *options):
        path = self.scratch / f"{name}.pdf"
        self.succeed("print", "--list", name, *options, "-o", path)
        return str(path)

    def settle_tie(self):
        for nominee, place in TIED.items():
            decision = f'decision={{"place": "{place}", "reason": "Biên bản số 12/BB-HĐ"}}'
            self.succeed("set", "nominee", nominee, decision)

    def check_list(self, book, sheet, name):
        expected = Sheet(book, sheet, "TT")
        pdf = self.print(name)
        head, rows = read_table(pdf)
        self.assertGreater(len(expected.rows), 1)
        self.assertEqual(expected.head, head)
        self.assertEqual(expected.rows, rows)
        said = squeeze(output("pdftotext", "-raw", pdf, "-"))
        self.assertGreater(len(expected.lines), 10)
        for line in expected.lines:
            self.assertIn(line, said)
        return said

    def test_of_collectives(self):
        book = self.export_draft()
        self.check_list(book, "Tập thể", "collectives")

    def test_of_individuals(self):
        book = self.export_draft()
        self.check_list(book, "Cá nhân", "individuals")

    def test_of_sealed_lists(self):
        self.settle_tie()
        self.succeed("set", "campaign", "papi-2021", "submission.number=5/TTr-SNV", "submission.date=2022-05-23")
        book, seal = self.export_sealed()
        for sheet, name in (("Tập thể", "collectives"), ("Cá nhân", "individuals")):
            said = self.check_list(book, sheet, name)
            self.assertIn(seal, said)
            self.assertNotIn("Ngàyxét", said)
            self.assertNotIn("DỰTHẢO", said)
        self.assertIn(squeeze("Theo quyết định bằng văn bản: Biên bản số 12/BB-HĐ"), said)

    def check_pool(self, ranking, pool, size, head, rows, notes):
        """One pool on paper: the columns it leaves out say nothing, the others say what the workbook does."""
        expected = [dict(zip(ranking.head, row)) for row in ranking.rows if row[0] == pool]
        shown = [dict(zip(head, row)) for row in rows]
        line = [i for i, row in enumerate(rows) if "".join(row) == squeeze(f"Ranh giới chỉ tiêu: {size}")]
        inside = [i for i, row in enumerate(expected) if row["Kếtquả"] == "Trongchỉtiêu"]
        self.assertEqual([inside[-1] + 1], line, "the line stands behind the last inside")
        del shown[line[0]]
        self.assertEqual(len(expected), len(shown))
        self.check_left_out(expected, set(ranking.head) - set(head))
        for entry, row in zip(expected, shown):
            mark = row.pop("Ghichú")
            note = notes[mark] if mark else ""
            self.assertEqual({key: entry[key] for key in row}, row)
            self.assertTrue(note == entry["Ghichú"] or (not entry["Ghichú"] and note.startswith("Hạng")), (entry, note))

    def check_left_out(self, expected, columns):
        self.assertLessEqual(columns, {"Nguồnxét", "Khối", "Tỷlệ%"})
        if "Khối" in columns:
            self.assertEqual(1, len({entry["Khối"] for entry in expected}))
        if "Tỷlệ%" in columns:
            self.assertEqual([entry["Điểm"] for entry in expected], [entry["Tỷlệ%"] for entry in expected])

    def check_ranking(self, book):
        ranking = Sheet(book, "Xếp hạng", "Nguồn xét")
        pdf = self.print("ranking")
        pages = read_rows(pdf)
        words = [read_flow(pdf, number) for number in range(1, len(pages) + 1)]
        starts = [i for i, text in enumerate(words) if "Nguồn xét:" in text] + [len(pages)]
        pools = [("Tậpthể", "05 tập thể"), ("Cánhân", "10 cá nhân")]
        self.assertEqual(len(pools) + 1, len(starts))
        for (pool, size), first, end in zip(pools, starts, starts[1:]):
            tables = [rows for rows in pages[first:end] if rows]
            notes = read_notes("\n".join(words[first:end]))
            for rows in tables:
                self.assertEqual(tables[0][0], rows[0], "the head is repeated")
            self.check_pool(ranking, pool, size, tables[0][0], [row for rows in tables for row in rows[1:]], notes)
        self.assertIn("ngày xét 20/05/2022", " ".join(words[0].split()))
        return squeeze("".join(words))

    def test_of_a_draft_ranking(self):
        book = self.export_draft()
        said = self.check_ranking(book)
        tied = "Bằng điểm ngay tại ranh giới chỉ tiêu, còn không quá 01 chỗ: Neáng Srây Mom, Đỗ Thị Hồng Gấm."
        self.assertIn(squeeze(tied), said)
        self.assertIn(squeeze("Còn tiêu chí chờ công bố kết quả: xếp hạng tạm thời."), said)

    def test_of_heads_in_the_workbook(self):
        book = self.export_draft()
        scores = {cell.value for row in book["Điểm tập thể"].iter_rows(max_row=12) for cell in row}
        self.assertIn("1 Kế hoạch đủ 08 chỉ số", scores)
        rules = book["Quy tắc"]
        across = {merged.min_row for merged in rules.merged_cells.ranges if merged.min_col == 1}
        breaks = [found.id for found in rules.row_breaks.brk]
        self.assertTrue(breaks)
        for above in breaks:
            self.assertIn(above + 1, across, "a page begins with the head of a part")

    def test_of_a_sealed_ranking(self):
        self.settle_tie()
        book, seal = self.export_sealed()
        self.assertIn(seal, self.check_ranking(book))


def read_notes(text):
    """The numbered notes under a table."""
    found = re.findall(r"^\((\d+)\) (.+?)(?=^\(\d+\) |^Nơi nhận|\Z)", text, flags=re.M | re.S)
    return {f"({number})": squeeze(note) for number, note in found}


if __name__ == "__main__":
    unittest.main()
