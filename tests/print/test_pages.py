# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages as the decree has them, measured in the PDF: positions, breaks, fonts, words.

    /usr/bin/python3 tests/print/test_pages.py BUILD/tests/print/print-samples
"""

import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

from paper_pdf import BOTTOM, LEFT, RIGHT, TALLER, TOP, output, read_pages

SLACK = 0.1  # points

PROGRAM = ""
FOLDER = None
PAGES = {}


def pdf(name):
    return str(Path(FOLDER.name) / f"{name}.pdf")


def pages_of(name):
    if name not in PAGES:
        PAGES[name] = read_pages(pdf(name))
    return PAGES[name]


def texts(page):
    return [word.text for word in page.words if word.y_min >= TOP - TALLER]


def numbers(name):
    """What stands in the top margin of each page."""
    return [[word.text for word in page.words if word.y_min < TOP - TALLER] for page in pages_of(name)]


def parts(name):
    """The texts of the pages of each section."""
    found = []
    for page in pages_of(name):
        if any(re.fullmatch(r"Phần-\d+", text) for text in texts(page)):
            found.append([])
        found[-1].append(texts(page))
    return found


def setUpModule():
    global FOLDER
    FOLDER = tempfile.TemporaryDirectory()
    subprocess.run([PROGRAM, FOLDER.name], check=True)


def tearDownModule():
    FOLDER.cleanup()


SAMPLES = ["lists", "letters", "draft", "long-list", "parts", "tall-cell", "long-word", "paragraphs", "tall-signature"]


class File(unittest.TestCase):
    def test_says_its_title_author_and_version(self):
        said = dict(line.split(":", 1) for line in output("pdfinfo", pdf("lists")).splitlines())
        self.assertEqual("Danh sách đề nghị", said["Title"].strip())
        self.assertEqual("Sở Nội vụ", said["Author"].strip())
        self.assertEqual("Bảng Vàng", said["Creator"].strip())
        self.assertGreaterEqual(float(said["PDF version"]), 1.4)

    def test_embeds_its_fonts(self):
        fonts = output("pdffonts", pdf("lists")).splitlines()[2:]
        self.assertTrue(fonts)
        for font in fonts:
            self.assertRegex(font, r"Times|Liberation ?Serif")
            self.assertEqual(["yes", "yes", "yes"], font.split()[-5:-2], font)

    def test_is_a4_in_both_turns(self):
        sizes = {(round(page.width, 1), round(page.height, 1)) for page in pages_of("draft")}
        self.assertEqual({(595.3, 841.9), (841.9, 595.3)}, sizes)


class Margins(unittest.TestCase):
    def test_hold_nothing_but_the_number(self):
        for name in SAMPLES:
            for number, page in enumerate(pages_of(name), 1):
                for word in page.words:
                    with self.subTest(sample=name, page=number, word=word.text[:20]):
                        self.assertGreaterEqual(word.x_min, LEFT - SLACK)
                        self.assertLessEqual(word.x_max, page.width - RIGHT + SLACK)
                        self.assertLessEqual(word.y_max, page.height - BOTTOM + TALLER)

    def test_numbers_are_in_the_middle_of_the_top_from_the_second_page_of_a_section(self):
        for name in SAMPLES:
            number = 0
            for page, shown in zip(pages_of(name), numbers(name)):
                number = number + 1 if shown else 1
                self.assertEqual([str(number)] if number > 1 else [], shown, name)
                for word in page.words:
                    if word.y_min < TOP - TALLER:
                        middle = (LEFT + page.width - RIGHT) / 2
                        self.assertAlmostEqual(middle, (word.x_min + word.x_max) / 2, delta=0.5)
                        self.assertLess(word.y_max, TOP)

    def test_numbers_begin_anew_with_a_section(self):
        shown = numbers("draft")
        second = next(i for i, page in enumerate(pages_of("draft")) if page.width < page.height)
        self.assertGreater(second, 1)
        self.assertEqual([[], ["2"]], shown[:2])
        self.assertEqual([[], ["2"]], shown[second : second + 2])

    def test_every_page_of_a_draft_says_so_at_the_left_below_the_margin(self):
        for page in pages_of("draft"):
            mark = [word for word in page.words if word.text in ("DỰ", "THẢO")]
            self.assertEqual(["DỰ", "THẢO"], [word.text for word in mark])
            self.assertAlmostEqual(LEFT, mark[0].x_min, delta=10)
            self.assertGreaterEqual(mark[0].y_min, TOP - SLACK)
            below = [word.y_min for word in page.words if word.y_min > TOP and word not in mark]
            self.assertGreater(min(below), mark[0].y_max)


class Tables(unittest.TestCase):
    def test_repeat_their_head_on_every_page(self):
        for name in ("long-list", "parts", "tall-cell", "draft"):
            for page in pages_of(name):
                self.assertEqual(1, texts(page).count("STT"), name)

    def test_have_each_row_once_in_order(self):
        rows = [text for page in pages_of("long-list") for text in texts(page) if re.fullmatch(r"h\d+", text)]
        self.assertEqual([f"h{i}" for i in range(1, 1001)], rows)

    def test_do_not_end_a_page_with_the_name_of_a_part_or_begin_it_with_a_total(self):
        self.assertGreater(len(pages_of("parts")), 3)
        for page in pages_of("parts"):
            lowest = max(page.words, key=lambda word: word.y_max)
            self.assertNotEqual("Đơn-vị", lowest.text)
            head = max(word.y_max for word in page.words if word.text in ("và", "tên"))
            first = min((word for word in page.words if word.y_min > head - TALLER), key=lambda word: word.y_min)
            self.assertNotIn(first.text, ("Tổng-cộng", "Hết-chỉ-tiêu"))
        self.assertEqual("Hết-chỉ-tiêu", texts(pages_of("parts")[-1])[-1])

    def test_divide_a_row_that_no_page_can_hold(self):
        words = [text for page in pages_of("tall-cell") for text in texts(page) if re.fullmatch(r"w\d{4}", text)]
        self.assertEqual([f"w{i % 10000:04}" for i in range(1, 20001)], words)
        self.assertIn("trước", texts(pages_of("tall-cell")[0]))
        self.assertIn("w0001", texts(pages_of("tall-cell")[0]))
        self.assertIn("sau", texts(pages_of("tall-cell")[-1]))

    def test_without_rows_show_their_head_on_one_page(self):
        shown = [sorted(texts(page)) for page in pages_of("empty-table")]
        self.assertEqual([sorted(["STT", "Họ", "và", "tên", "Điểm"])], shown)


class Texts(unittest.TestCase):
    def test_break_a_word_that_no_line_can_hold(self):
        pieces = [text for page in pages_of("long-word") for text in texts(page) if set(text) == {"m"}]
        self.assertEqual(2 * 3000, sum(map(len, pieces)))

    def test_are_composed(self):
        said = output("pdftotext", "-layout", pdf("decomposed"), "-")
        self.assertEqual(2, said.count("Nguyễn Thị Hồng Phượng"))
        self.assertTrue(unicodedata.is_normalized("NFC", said))

    def test_leave_two_lines_on_either_side_of_a_page(self):
        pages = pages_of("paragraphs")
        self.assertGreater(len(pages), 5)
        for page in pages:
            lines = {}
            for word in page.words:
                if word.y_min >= TOP - TALLER:
                    lines.setdefault(round(word.y_min), []).append(word)
            rows = [lines[key] for key in sorted(lines)]
            for one, other in ((rows[0], rows[1]), (rows[-1], rows[-2])):
                paragraph = {re.sub(r"\D", "", word.text) for word in one}
                neighbour = {re.sub(r"\D", "", word.text) for word in other}
                whole = one[0].x_min > LEFT + SLACK and any(word.text.startswith("hết") for word in one)
                self.assertTrue(whole or paragraph == neighbour, [word.text for word in one])

    def test_stand_on_one_page_where_nothing_is_said(self):
        self.assertEqual([[]], [page.words for page in pages_of("nothing")])


class Signatures(unittest.TestCase):
    def expect_company(self, name, least, is_company):
        found = parts(name)
        self.assertEqual(60, len(found))
        self.assertGreater(max(len(part) for part in found), 1)
        for number, part in enumerate(found, 1):
            with self.subTest(part=number):
                self.assertIn("Ký", part[-1])
                self.assertIn("GIÁM", part[-1])
                self.assertIn("./.", " ".join(part[-1]))
                self.assertGreaterEqual(sum(map(is_company, part[-1])), min(number, least))

    def test_of_a_list_stand_below_its_end_and_a_row(self):
        self.expect_company("lists", 1, lambda text: re.fullmatch(r"h\d+", text) is not None)

    def test_of_a_letter_stand_below_its_end_and_two_lines(self):
        self.expect_company("letters", 2, lambda text: text in ("Đoạn", "hai"))

    def test_stand_alone_with_a_closing_paragraph_of_two_lines(self):
        self.expect_company("long-closings", 0, lambda text: True)
        self.assertIn("Sở", [part[-1][0] for part in parts("long-closings") if len(part) > 1])

    def test_that_no_page_can_hold_are_divided(self):
        said = [text for page in pages_of("tall-signature") for text in texts(page) if re.fullmatch(r"n\d+;", text)]
        self.assertEqual([f"n{i};" for i in range(1, 151)], said)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
