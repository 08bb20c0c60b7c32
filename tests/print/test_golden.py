# SPDX-License-Identifier: GPL-3.0-or-later
"""Where every line of every paper of the demonstration stands: golden/NAME.tsv has page, x, y, size and text.

    /usr/bin/python3 tests/print/test_golden.py BUILD/src/cli/bangvang-cli

With BANGVANG_UPDATE_GOLDEN=1 the files are written again instead; look at the difference before it is kept.
"""

import os
import sys
import unittest
from collections import defaultdict, namedtuple
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))

import paper_pdf  # noqa: E402
import program  # noqa: E402

GOLDEN = Path(__file__).resolve().parent / "golden"
TOLERANCE = 1.0  # points

# The list, what of it, and how many of its pages are kept.
PAPERS = {
    "collectives": ("collectives", [], None),
    "individuals": ("individuals", [], None),
    "ranking": ("ranking", [], 2),
    "scores": ("scores", ["--group", "cap-huyen"], None),
    "verification-collective": ("verification", ["--nominee", "so-y-te"], None),
    "verification-individual": ("verification", ["--nominee", "neang-sray-mom"], None),
    "missing": ("missing", ["--unit", "890"], None),
    "achievement-collective": ("achievement", ["--nominee", "xa-vinh-trach"], None),
    "achievement-individual": ("achievement", ["--nominee", "neang-sray-mom"], None),
    "ballot": ("ballot", [], None),
    "counting": ("counting", [], None),
    "minutes": ("minutes", [], None),
    "appraisal": ("appraisal", [], None),
    "submission": ("submission", [], None),
}

Place = namedtuple("Place", "page x y size")


def half(length):
    return round(length * 2) / 2


def read_layout(pdf, n_pages):
    """A line for each page with its size, and one for each line of text."""
    rows = []
    for number, page in enumerate(paper_pdf.read_pages(pdf)[:n_pages], 1):
        rows.append((Place(number, half(page.width), half(page.height), 0.0), "PAGE"))
        for line in paper_pdf.read_lines(page):
            rows.append((Place(number, half(line.x_min), half(line.y_min), line.size), line.text))
    return rows


def write_golden(path, rows):
    lines = ["\t".join(["page", "x", "y", "size", "text"])]
    lines += ["\t".join([*(f"{number:g}" for number in place), text]) for place, text in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_golden(path):
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        page, x, y, size, text = line.split("\t")
        rows.append((Place(int(page), float(x), float(y), float(size)), text))
    return rows


def is_same(one, other):
    return (
        one.page == other.page
        and one.size == other.size
        and abs(one.x - other.x) <= TOLERANCE
        and abs(one.y - other.y) <= TOLERANCE
    )


def say(place):
    return f"page {place.page} at {place.x:g}, {place.y:g} in {place.size:g} pt"


def group(rows):
    places = defaultdict(list)
    for place, text in rows:
        places[text].append(place)
    return places


def drop_same(expected, found):
    """What of both lists of places has no counterpart."""
    found = list(found)
    left = []
    for place in expected:
        match = next((other for other in found if is_same(place, other)), None)
        if match is None:
            left.append(place)
        else:
            found.remove(match)
    return left, found


def compare(expected, found):
    """What differs, a sentence each, from top to bottom."""
    differences = []
    expected, found = group(expected), group(found)
    for text in {**expected, **found}:
        before, after = drop_same(expected.get(text, []), found.get(text, []))
        for old, new in zip(before, after):
            differences.append((old, f"“{text}” moved from {say(old)} to {say(new)}"))
        differences += [(old, f"“{text}” is gone from {say(old)}") for old in before[len(after) :]]
        differences += [(new, f"“{text}” is new: {say(new)}") for new in after[len(before) :]]
    differences.sort(key=lambda difference: (difference[0].page, difference[0].y, difference[0].x))
    return [sentence for _, sentence in differences]


class Layout(program.Test):
    def setUp(self):
        super().setUp()
        self.take_demo()

    def test_of_every_paper_is_as_it_was_looked_at(self):
        for name, (paper, scope, n_pages) in PAPERS.items():
            with self.subTest(paper=name):
                target = self.scratch / f"{name}.pdf"
                self.succeed("print", "--list", paper, "-o", target, *scope)
                rows = read_layout(target, n_pages)
                path = GOLDEN / f"{name}.tsv"
                if os.environ.get("BANGVANG_UPDATE_GOLDEN"):
                    write_golden(path, rows)
                self.assertEqual([], compare(read_golden(path), rows))

    def test_has_no_file_of_a_paper_that_is_not_printed(self):
        self.assertEqual(sorted(PAPERS), sorted(path.stem for path in GOLDEN.iterdir()))


class Comparing(unittest.TestCase):
    LINES = [
        (Place(1, 100.0, 50.0, 14.0), "TỜ TRÌNH"),
        (Place(1, 85.0, 90.0, 14.0), "Căn cứ"),
        (Place(2, 85.0, 90.0, 14.0), "Căn cứ"),
    ]

    def expect(self, sentences, *changes):
        found = list(self.LINES)
        for index, line in changes:
            found[index : index + 1] = line
        self.assertEqual(sentences, compare(self.LINES, found))

    def test_lets_a_line_stand_a_point_beside(self):
        self.expect([], (0, [(Place(1, 101.0, 49.0, 14.0), "TỜ TRÌNH")]))

    def test_says_what_moved_from_where_to_where(self):
        self.expect(
            ["“Căn cứ” moved from page 1 at 85, 90 in 14 pt to page 1 at 85, 92 in 14 pt"],
            (1, [(Place(1, 85.0, 92.0, 14.0), "Căn cứ")]),
        )

    def test_says_what_is_gone_and_what_is_new(self):
        self.expect(
            ["“TỜ TRÌNH” is gone from page 1 at 100, 50 in 14 pt", "“TỜ TRINH” is new: page 1 at 100, 50 in 14 pt"],
            (0, [(Place(1, 100.0, 50.0, 14.0), "TỜ TRINH")]),
        )

    def test_sees_another_size(self):
        self.expect(
            ["“TỜ TRÌNH” moved from page 1 at 100, 50 in 14 pt to page 1 at 100, 50 in 13 pt"],
            (0, [(Place(1, 100.0, 50.0, 13.0), "TỜ TRÌNH")]),
        )


if __name__ == "__main__":
    unittest.main()
