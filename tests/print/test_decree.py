# SPDX-License-Identifier: GPL-3.0-or-later
"""Nghị định 30/2020/NĐ-CP, Annex I, measured in the PDF: each element's size, face and place. The clauses in the
comments are those of its part I (I., II.) and part III of the annex.

    /usr/bin/python3 tests/print/test_decree.py BUILD/src/cli/bangvang-cli
"""

import re
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))

import paper_pdf  # noqa: E402
import program  # noqa: E402
from paper_pdf import BOTTOM, LEFT, MM, RIGHT, TALLER, TOP  # noqa: E402

SLACK = 1.0  # points
SINGLE = 1.15  # line spacing of the face, of its size
INDENT = (10 * MM, 12.7 * MM)
ORGAN_RULE = (1 / 3, 1 / 2)
RULE_ROOM = 8  # from a line to what stands below its rule
ASCENT = 0.891  # of the face, of its size: from the top of a word's box to the line that it stands on

UPRIGHT, BOLD, ITALIC, BOLD_ITALIC = (False, False), (True, False), (False, True), (True, True)

# How a line begins: its least and greatest size, its face (bold, italic).
LETTER_STYLES = {
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": (12, 13, BOLD),  # II.1a
    "Độc lập - Tự do - Hạnh phúc": (13, 14, BOLD),  # II.1b
    "UBND TỈNH AN GIANG": (12, 13, UPRIGHT),  # II.2
    "SỞ NỘI VỤ": (12, 13, BOLD),  # II.2b
    "Số: 05/TTr-SNV": (13, 13, UPRIGHT),  # II.3c
    "An Giang, ngày 05 tháng 01 năm 2022": (13, 14, ITALIC),  # II.4
    "TỜ TRÌNH": (13, 14, BOLD),  # II.5b
    "Về việc đề nghị": (13, 14, BOLD),  # II.5b
    "Kính gửi:": (13, 14, UPRIGHT),  # II.9d
    "- Ban Thi đua": (13, 14, UPRIGHT),
    "Căn cứ": (13, 14, ITALIC),  # II.6a
    "Thực hiện Kế hoạch": (13, 14, UPRIGHT),  # II.6e
    "KT. GIÁM ĐỐC": (13, 14, BOLD),  # II.7đ
    "PHÓ GIÁM ĐỐC": (13, 14, BOLD),
    "Lê Quốc Thơ": (13, 14, BOLD),
    "Nơi nhận:": (12, 12, BOLD_ITALIC),  # II.9d
    "- Như trên;": (11, 11, UPRIGHT),
    "- Lưu: VT, TĐKT.": (11, 11, UPRIGHT),
    "Phụ lục I": (14, 14, BOLD),  # III.1b
    "DANH SÁCH TẬP THỂ": (13, 14, BOLD),
    "(Kèm theo Tờ trình số 05/TTr-SNV ngày 05 tháng 01 năm 2022 của Sở Nội vụ)": (13, 14, ITALIC),  # III.1c
}
ADDRESSEES = ["Chủ tịch Ủy ban nhân dân tỉnh", "Ban Thi đua - Khen thưởng tỉnh"]
HEAD = ["UBND TỈNH AN GIANG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]

# Every paper, of as much as has every kind of page.
PAPERS = {
    "collectives": [],
    "individuals": [],
    "ranking": [],
    "scores": [],
    "verification": ["--nominee", "so-ke-hoach-va-dau-tu"],
    "missing": [],
    "achievement": ["--nominee", "so-noi-vu"],
    "ballot": [],
    "counting": [],
    "minutes": [],
    "appraisal": [],
    "submission": [],
}
WITH_LETTERHEAD = sorted(set(PAPERS) - {"missing"})


def middle(box):
    return (box.x_min + box.x_max) / 2


def baseline(line):
    return line.y_min + ASCENT * line.size


class Paper:
    """A printed paper: its pages, and the lines of each."""

    def __init__(self, pdf):
        self.pdf = pdf
        self.pages = paper_pdf.read_pages(pdf)
        self.lines = [paper_pdf.read_lines(page) for page in self.pages]

    def find(self, text):
        """The page, from 0, and the line that begins so first."""
        for number, lines in enumerate(self.lines):
            for line in lines:
                if line.text.startswith(text):
                    return number, line
        raise AssertionError(f"no line begins with “{text}”")

    def line(self, text):
        return self.find(text)[1]

    def center(self, page):
        return (LEFT + self.pages[page].width - RIGHT) / 2

    def find_rules(self, page, line):
        """The rules right under a line of a page."""
        return [
            rule
            for rule in paper_pdf.read_rules(self.pdf, page + 1)
            if rule.x_min < middle(line) < rule.x_max and -TALLER < rule.y - line.y_max < RULE_ROOM
        ]

    def rule_below(self, text):
        near = self.find_rules(*self.find(text))
        assert len(near) == 1, f"under “{text}”: {near}"
        return near[0]

    def paragraphs(self, first, last):
        """The lines of the paragraphs from that which begins with @first to that before @last, or to the end of the
        page. Where words of a justified line stand far apart, its parts are put together again."""
        page, begin = self.find(first)
        paragraphs = []
        for line in self.lines[page][self.lines[page].index(begin) :]:
            if line.text.startswith(last):
                break
            before = paragraphs[-1][-1] if paragraphs else None
            if before and before.y_min == line.y_min:
                paragraphs[-1][-1] = before._replace(x_max=line.x_max, text=f"{before.text} {line.text}")
            elif not before or line.x_min > LEFT + INDENT[0] - SLACK:
                paragraphs.append([line])
            else:
                paragraphs[-1].append(line)
        return paragraphs


class Decree(program.Test):
    """Each paper is printed and read once for all tests."""

    def print_paper(self, name, *scope):
        def make(path):
            self.take_demo()
            self.succeed("print", "--list", name, "-o", path, *scope)
            return Paper(path)

        return self.keep(f"{name}.pdf", make)

    def print_letter(self, *addressees):
        """The submission with number, date and signer; its addressees are those of the demonstration unless given."""

        def make(path):
            changes = ["submission.to=" + "\n".join(addressees)] if addressees else []
            self.take_demo()
            self.succeed(
                "set", "campaign", "papi-2021", "submission.number=5", "submission.date=2022-01-05",
                "issuer.signer_title=KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", *changes,
            )
            self.succeed("print", "--list", "submission", "-o", path)
            return Paper(path)

        return self.keep(f"letter to {', '.join(addressees)}.pdf", make)

    def assert_between(self, least, value, most, message=None):
        self.assertGreaterEqual(value, least - SLACK, message)
        self.assertLessEqual(value, most + SLACK, message)

    def assert_centered(self, x, box, message=None):
        self.assertAlmostEqual(x, middle(box), delta=SLACK, msg=message)


class EveryPage(Decree):
    def test_has_its_margins_and_above_them_only_its_number(self):
        """I.I.1 to 3 and I.I.7"""
        for name, scope in PAPERS.items():
            paper = self.print_paper(name, *scope)
            shown = 0
            for number, page in enumerate(paper.pages):
                with self.subTest(paper=name, page=number + 1):
                    self.assertEqual([210, 297], sorted([round(page.width / MM), round(page.height / MM)]))
                    above = [word for word in page.words if word.y_min < TOP - TALLER]
                    shown = shown + 1 if above else 1
                    self.assertEqual([str(shown)] if shown > 1 else [], [word.text for word in above])
                    self.check_number(paper, number, above)
                    self.check_words(page)
                    self.check_strokes(paper, number)

    def check_number(self, paper, page, above):
        for word in above:
            self.assert_centered(paper.center(page), word)
            self.assert_between(13, (word.y_max - word.y_min) / paper_pdf.BOX, 14)
            self.assertLess(word.y_max, TOP)

    def check_words(self, page):
        for word in page.words:
            self.assertGreaterEqual(word.x_min, LEFT - SLACK, word.text)
            self.assertLessEqual(word.x_max, page.width - RIGHT + SLACK, word.text)
            self.assertLessEqual(word.y_max, page.height - BOTTOM + TALLER, word.text)

    def check_strokes(self, paper, number):
        page = paper.pages[number]
        for points in paper_pdf.read_strokes(paper.pdf, number + 1):
            for x, y in points:
                self.assert_between(LEFT, x, page.width - RIGHT)
                self.assert_between(TOP, y, page.height - BOTTOM)

    def test_is_in_one_face(self):
        """I.I.4"""
        for name, scope in PAPERS.items():
            paper = self.print_paper(name, *scope)
            fonts = paper_pdf.output("pdffonts", str(paper.pdf)).splitlines()[2:]
            self.assertTrue(fonts)
            for font in fonts:
                self.assertRegex(font, r"^\w+\+(Liberation ?Serif|Times ?New ?Roman)", name)


class Elements(Decree):
    def test_have_their_size_and_face(self):
        paper = self.print_letter(*ADDRESSEES)
        faces = paper_pdf.read_faces(paper.pdf)
        for text, (least, most, face) in LETTER_STYLES.items():
            with self.subTest(text=text):
                page, line = paper.find(text)
                self.assertGreaterEqual(line.size, least)
                self.assertLessEqual(line.size, most)
                self.assertEqual({face}, paper_pdf.find_faces(faces[page], line))

    def test_of_every_head_stand_in_their_halves(self):
        """II.1 and II.2"""
        for name in WITH_LETTERHEAD:
            with self.subTest(paper=name):
                self.check_head(self.print_paper(name, *PAPERS[name]))

    def check_head(self, paper):
        parent, nation, motto = (paper.line(text) for text in HEAD)
        self.assertLess(parent.x_max, nation.x_min)
        self.assertGreater(middle(nation), paper.pages[0].width / 2)
        self.assertAlmostEqual(baseline(parent), baseline(nation), delta=SLACK)
        self.assert_centered(middle(nation), motto)
        self.assert_between(motto.size, motto.y_min - nation.y_min, SINGLE * motto.size)
        rule = paper.rule_below(HEAD[2])
        self.assertAlmostEqual(motto.x_min, rule.x_min, delta=SLACK)
        self.assertAlmostEqual(motto.x_max, rule.x_max, delta=SLACK)
        organ = next(
            line
            for line in paper.lines[0]
            if line.y_min > parent.y_min and line.x_max < nation.x_min and paper.find_rules(0, line)
        )
        self.assert_centered(middle(parent), organ)
        self.check_organ_rule(paper, organ.text, organ.x_max - organ.x_min)

    def check_organ_rule(self, paper, text, width):
        rule = paper.rule_below(text)
        self.assert_centered(middle(paper.line(text)), rule)
        self.assert_between(ORGAN_RULE[0] * width, rule.x_max - rule.x_min, ORGAN_RULE[1] * width)

    def test_number_and_date_stand_level_under_their_halves(self):
        """II.3c and II.4"""
        paper = self.print_letter()
        number, date = paper.line("Số: 05/TTr-SNV"), paper.line("An Giang, ngày 05 tháng 01 năm 2022")
        self.assertAlmostEqual(baseline(number), baseline(date), delta=SLACK)
        self.assert_centered(middle(paper.line("SỞ NỘI VỤ")), number)
        self.assert_centered(middle(paper.line(HEAD[1])), date)

    def test_title_and_subject_stand_in_the_middle_with_a_rule(self):
        """II.5b"""
        paper = self.print_letter()
        title = paper.line("TỜ TRÌNH")
        self.assert_centered(paper.center(0), title)
        subject = [line for line in paper.lines[0] if title.y_min < line.y_min < paper.line("Kính gửi").y_min]
        self.assertTrue(subject[0].text.startswith("Về việc"))
        for above, line in zip([title, *subject], subject):
            self.assert_centered(paper.center(0), line)
            self.assert_between(line.size, line.y_min - above.y_min, SINGLE * line.size)
        self.check_organ_rule(paper, subject[-1].text, max(line.x_max - line.x_min for line in subject))

    def test_one_addressee_stands_beside_the_words_and_several_under_their_colon(self):
        """II.9d"""
        one = self.print_letter(ADDRESSEES[0]).line("Kính gửi:")
        self.assertEqual("Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh", one.text)
        paper = self.print_letter(*ADDRESSEES)
        colon = next(word for word in paper.pages[0].words if word.text == "gửi:")
        named = [line for line in paper.lines[0] if line.text.startswith("- ")]
        self.assertEqual(
            ["- Chủ tịch Ủy ban nhân dân tỉnh;", "- Ban Thi đua - Khen thưởng tỉnh."], [line.text for line in named]
        )
        for line in named:
            self.assert_between(colon.x_max, line.x_min, colon.x_max + 2 * SLACK + 6)
            self.assertGreater(line.y_min, colon.y_min)

    def test_bases_end_in_semicolons_and_the_last_in_a_full_stop(self):
        """II.6a"""
        bases = self.print_letter().paragraphs("Căn cứ", "Thực hiện Kế hoạch")
        self.assertEqual(5, len(bases))
        for basis in bases:
            self.assertTrue(basis[0].text.startswith("Căn cứ"), basis[0].text)
            self.assertTrue(basis[-1].text.endswith("." if basis is bases[-1] else ";"), basis[-1].text)

    def test_body_is_indented_justified_and_spaced(self):
        """II.6e"""
        paper = self.print_letter()
        paragraphs = paper.paragraphs("Căn cứ", "Nơi nhận:")
        right = paper.pages[0].width - RIGHT
        self.assertGreater(len(paragraphs), 6)
        for paragraph in paragraphs:
            self.assert_between(LEFT + INDENT[0], paragraph[0].x_min, LEFT + INDENT[1], paragraph[0].text)
            for above, line in zip(paragraph, paragraph[1:]):
                self.assertAlmostEqual(LEFT, line.x_min, delta=SLACK)
                self.assertAlmostEqual(right, above.x_max, delta=SLACK, msg=above.text)
                self.assert_between(SINGLE * line.size, line.y_min - above.y_min, 1.5 * SINGLE * line.size)
        pitch = paragraphs[0][1].y_min - paragraphs[0][0].y_min
        for above, below in zip(paragraphs, paragraphs[1:]):
            self.assertGreaterEqual(below[0].y_min - above[-1].y_min - pitch, 6 - 0.01)

    def test_body_ends_in_a_stroke_between_stops(self):
        """II.6e"""
        paper = self.print_letter()
        page, title = paper.find("KT. GIÁM ĐỐC")
        above = [line for line in paper.lines[page] if line.y_max < title.y_min + TALLER]
        self.assertTrue(above[-1].text.endswith("./."), above[-1].text)

    def test_signature_and_recipients_stand_level(self):
        """II.7 and II.9d"""
        paper = self.print_letter()
        first, second = paper.line("KT. GIÁM ĐỐC"), paper.line("PHÓ GIÁM ĐỐC")
        name, head = paper.line("Lê Quốc Thơ"), paper.line("Nơi nhận:")
        self.assertGreater(first.x_min, paper.pages[0].width / 2)
        self.assert_centered(middle(first), second)
        self.assert_centered(middle(first), name)
        self.assertGreater(name.y_min - second.y_max, 3 * second.size)
        self.assertAlmostEqual(baseline(first), baseline(head), delta=3 * SLACK)
        self.assertAlmostEqual(LEFT, head.x_min, delta=SLACK)
        listed = [line for line in paper.lines[paper.find("Nơi nhận:")[0]] if re.match("- ", line.text)]
        self.assertEqual(
            ["- Như trên;", "- Hội đồng Thi đua - Khen thưởng tỉnh;", "- Lưu: VT, TĐKT."],
            [line.text for line in listed],
        )
        for line in listed:
            self.assertAlmostEqual(LEFT, line.x_min, delta=SLACK)

    def test_annexes_are_named_in_the_middle_and_numbered_by_themselves(self):
        """III.1"""
        paper = self.print_letter()
        for number, name in (("Phụ lục I", "DANH SÁCH TẬP THỂ"), ("Phụ lục II", "DANH SÁCH CÁ NHÂN")):
            page = next(i for i, lines in enumerate(paper.lines) if any(line.text == number for line in lines))
            title = next(line for line in paper.lines[page] if line.text == number)
            named = next(line for line in paper.lines[page] if line.text.startswith(name))
            attached = next(line for line in paper.lines[page] if line.text.startswith("(Kèm theo"))
            for line in (title, named, attached):
                self.assert_centered(paper.center(page), line, line.text)
            self.assertEqual(named.text.upper(), named.text)
            self.assertLess(title.y_min, named.y_min)
            self.assertLess(named.y_min, attached.y_min)
            self.assertGreaterEqual(min(word.y_min for word in paper.pages[page].words), TOP - TALLER)


if __name__ == "__main__":
    unittest.main()
