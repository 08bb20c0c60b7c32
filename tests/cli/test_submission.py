# SPDX-License-Identifier: GPL-3.0-or-later
"""The submission: its text, its legal bases, and the letter as PDF and for Word, as LibreOffice shows it."""

import collections
import re
import shutil
import subprocess
import unittest
import zipfile
from xml.etree import ElementTree

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from program import FAILED, Test, run_tool

SOFFICE = shutil.which("soffice")
POINTS_PER_MM = 72 / 25.4
PLAN = ("Kế hoạch số 1078/KH-SNV ngày 21 tháng 6 năm 2021 của Sở Nội vụ tỉnh An Giang về phát động thi đua về "
        "thực hiện các giải pháp nâng cao hiệu quả quản trị và hành chính công (Chỉ số PAPI) tỉnh năm 2021")

# In the order in which they stand in the letter and its annexes.
IN_ORDER = [
    "TỜ TRÌNH",
    "Về việc đề nghị tặng Bằng khen",
    "Kính gửi:",
    "Căn cứ Luật Thi đua, khen thưởng",
    "Thực hiện Kế hoạch số 1078/KH-SNV",
    "(Phụ lục I, II kèm theo).",
    "xem xét, quyết định./.",
    "Lê Quốc Thơ",
    "Phụ lục I",
    "DANH SÁCH TẬP THỂ",
    "Danh sách này có 05 tập thể./.",
    "Phụ lục II",
    "DANH SÁCH CÁ NHÂN",
]


def read_words(path):
    """Of each page (word, left, top, right, bottom), in points."""
    xhtml = ElementTree.fromstring(run_tool("pdftotext", "-bbox", "-enc", "UTF-8", path, "-"))
    space = "{http://www.w3.org/1999/xhtml}"
    return [
        [(word.text, *(float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax"))) for word in page.iter(space + "word")]
        for page in xhtml.iter(space + "page")
    ]


def read_text(path):
    return " ".join(run_tool("pdftotext", "-enc", "UTF-8", path, "-").split())


class Submission(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()
        self.folder = self.scratch / "tờ trình"
        self.folder.mkdir()

    def write_letter(self, ending):
        target = self.folder / f"Tờ trình.{ending}"
        self.succeed("print", "--list", "submission", "-o", target)
        self.assert_nothing_left(self.folder, target.name)
        return target

    def assert_in_order(self, text, parts):
        place = 0
        for part in parts:
            found = text.find(part, place)
            self.assertGreaterEqual(found, place, f"{part} in {text[place:]}")
            place = found + len(part)


class Text(Submission):
    def test_has_the_numbers_of_the_proposal(self):
        self.assert_in_order(read_text(self.write_letter("pdf")), IN_ORDER)
        proposed = [
            sum(entry["place"] == "inside" for entry in pool["entries"]) for pool in self.json("rank")["pools"]
        ]
        self.succeed("set", "campaign", "papi-2021", "submission.text=Có {số tập thể} và {số cá nhân}, {{x}}./.")
        self.assertIn(f"Có {proposed[0]:02} và {proposed[1]:02}, {{x}}./.", read_text(self.write_letter("pdf")))

    def test_what_is_wrong_in_braces_is_refused(self):
        for field, text, expected in (
            ("text", "{phông trào}", "campaign.submission.text: “{phông trào}” is not known; there are: {phong trào}"),
            ("subject", "Về {phong trào", "campaign.submission.subject: “{phong trào”: the brace has no partner"),
        ):
            with self.subTest(field=field):
                self.refuse_unchanged(expected, "set", "campaign", "papi-2021", f"submission.{field}={text}")

    def test_addressees_and_titles_of_several_lines(self):
        self.succeed(
            "set", "campaign", "papi-2021", "issuer.signer_title=KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
            "submission.to=Chủ tịch Ủy ban nhân dân tỉnh\nHội đồng Thi đua - Khen thưởng tỉnh", "submission.text=A./.",
        )
        words = read_words(self.write_letter("pdf"))[0]
        text = " ".join(word[0] for word in words)
        for part in ("- Chủ tịch Ủy ban nhân dân tỉnh;", "- Hội đồng Thi đua - Khen thưởng tỉnh.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"):
            self.assertIn(part, text)
        colon = next(word for word in words if word[0] == "gửi:")
        dashes = [word for word in words if word[0] == "-" and abs(word[1] - colon[3]) < 8 and word[2] > colon[4] - 1]
        self.assertEqual(2, len(dashes))


class Bases(Submission):
    def list(self, *arguments):
        return [act["text"] for act in self.json("bases", *arguments)]

    def test_are_those_of_the_day(self):
        for arguments, decree, circular in (([], "91/2017", "12/2019"), (["--date", "2019-01-01"], "91/2017", "08/2017"),
                                            (["--date", "2024-05-01"], "98/2023", "01/2024"), (["--date", "2025-07-15"], "152/2025", "01/2024"),
                                            (["--date", "2025-09-01"], "152/2025", "15/2025")):
            with self.subTest(arguments=arguments):
                law, second, third, regulation = self.list(*arguments)
                self.assertTrue(law.startswith("Luật Thi đua, khen thưởng ngày "))
                self.assertIn(f"Nghị định số {decree}/NĐ-CP", second)
                self.assertIn(f"Thông tư số {circular}/TT-BNV", third)
                self.assertIn("Quy chế thi đua, khen thưởng", regulation)

    def test_those_of_2026_are_cited_by_number_and_say_what_is_to_be_watched(self):
        law, amendment, decree, circular, regulation = self.json("bases", "--date", "2026-11-29")
        self.assertEqual(("Luật Thi đua, khen thưởng số 06/2022/QH15", "F", None), (law["text"], law["status"], law["remark"]))
        self.assertEqual(("F2", "compare before signing"), (amendment["status"], amendment["remark"]))
        self.assertEqual(("2025-07-01", "2027-02-28", True), (decree["valid_from"], decree["valid_to"], decree["ends_soon"]))
        self.assertEqual([False] * 4, [act["ends_soon"] for act in (law, amendment, circular, regulation)])
        self.assertEqual(("K", None), (regulation["status"], regulation["valid_from"]))

    def test_a_remark_stands_behind_its_line_and_an_end_is_warned_of(self):
        done = self.run_cli("bases", "--date", "2026-11-29")
        lines = done.stdout.splitlines()
        self.assertEqual(5, len(lines))
        self.assertTrue(lines[1].endswith(" [compare before signing]"))
        self.assertTrue(lines[4].endswith(" [fill in the dots: until then it is not printed]"))
        ends = [line for line in done.stderr.splitlines() if "in force until" in line]
        self.assertEqual(1, len(ends))
        self.assertIn("Nghị định số 152/2025/NĐ-CP: compare before signing; in force until 28/02/2027 only", ends[0])

    def test_no_end_is_warned_of_that_is_far(self):
        self.assertNotIn("in force until", self.run_cli("bases", "--date", "2026-10-30").stderr)
        self.assertIn("in force until", self.run_cli("bases", "--date", "2026-10-31").stderr)

    def test_the_day_is_that_of_the_submission(self):
        self.succeed("set", "campaign", "papi-2021", "submission.date=2025-08-01")
        self.assertIn("152/2025", self.list()[1])

    def test_are_taken_into_the_campaign_as_one_action(self):
        before = self.dump()
        actions = len(self.json("log"))
        taken = self.json("bases", "--set", "--date", "2025-08-01")
        self.assertEqual(taken, self.json("campaigns")[0]["legal_bases"])
        log = self.json("log")
        self.assertIn("Nothing changed", self.succeed("bases", "--set", "--date", "2025-08-01"))
        self.assertEqual(log, self.json("log"))
        self.assertEqual(self.list("--date", "2025-08-01"), taken[:4])
        self.assertEqual(PLAN, taken[-1])
        self.assertEqual(actions + 1, len(self.json("log")))
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_neither_a_remark_nor_what_is_to_be_filled_in_is_printed(self):
        self.succeed("bases", "--set", "--date", "2026-11-29")
        self.succeed("export", "--draft", "-o", self.scratch / "draft.xlsx")
        with zipfile.ZipFile(self.scratch / "draft.xlsx") as workbook:
            strings = workbook.read("xl/sharedStrings.xml").decode()
        for text in (read_text(self.write_letter("pdf")), strings):
            self.assertIn("Thông tư số 15/2025/TT-BNV", text)
            for unwanted in ("Quy chế thi đua", "compare before"):
                self.assertNotIn(unwanted, text)

    def test_each_ends_with_its_mark(self):
        self.succeed("set", "campaign", "papi-2021", 'legal_bases=["Luật A.", "Căn cứ Luật B"]')
        self.assertIn("Căn cứ Luật A; Căn cứ Luật B.", read_text(self.write_letter("pdf")))

    def test_a_day_without_any_is_refused(self):
        self.refuse(FAILED, "01/01/2010", "bases", "--date", "2010-01-01")


def count_letters(pdf):
    """An office program breaks lines behind hyphens too, and then pdftotext drops them."""
    return collections.Counter("".join(read_text(pdf).split()).replace("-", ""))


class Word(Submission):
    def test_is_a_sound_package(self):
        with zipfile.ZipFile(self.write_letter("docx")) as package:
            self.assertIsNone(package.testzip())
            names = package.namelist()
            self.assertEqual("[Content_Types].xml", names[0])
            self.assertEqual(len(names), len(set(names)))
            for name in names:
                ElementTree.fromstring(package.read(name))
            types = package.read(names[0]).decode()
        for part in re.findall(r'PartName="/([^"]*)"', types):
            self.assertIn(part, names)

    def test_has_the_styles_and_pages_of_the_decree(self):
        letter = docx.Document(self.write_letter("docx"))
        self.assertEqual("Tờ trình đề nghị khen thưởng", letter.core_properties.title)
        self.assertEqual("Sở Nội vụ", letter.core_properties.author)
        body = letter.styles["Nội dung"]
        self.assertEqual(Pt(14), body.font.size)
        self.assertEqual(WD_ALIGN_PARAGRAPH.JUSTIFY, body.paragraph_format.alignment)
        self.assertAlmostEqual(Mm(10), body.paragraph_format.first_line_indent, delta=Pt(0.1))
        self.assertGreaterEqual(body.paragraph_format.space_after, Pt(6))
        self.assertTrue(letter.styles["Căn cứ"].font.italic)
        self.assertEqual(
            [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.LANDSCAPE], [section.orientation for section in letter.sections]
        )
        for section in letter.sections:
            self.assertEqual({210, 297}, {round(section.page_width.mm), round(section.page_height.mm)})
            margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
            self.assertEqual([20, 20, 30, 15], [round(margin.mm) for margin in margins])
            self.assertTrue(section.different_first_page_header_footer)

    def test_says_what_the_pdf_says(self):
        letter = docx.Document(self.write_letter("docx"))
        styles = collections.defaultdict(list)
        for paragraph in letter.paragraphs:
            styles[paragraph.style.name].append(paragraph.text)
        self.assertEqual(["TỜ TRÌNH"], styles["Tên loại văn bản"][:1])
        self.assertEqual(5, len(styles["Nội dung"]))
        self.assertTrue(styles["Nội dung"][-1].endswith("xem xét, quyết định./."))
        self.assertEqual([";"] * 4 + ["."], [text[-1] for text in styles["Căn cứ"]])
        collectives = next(table for table in letter.tables if table.cell(0, 1).text == "Tên tập thể")
        (pool, _) = self.json("rank")["pools"]
        inside = [entry["name"] for entry in pool["entries"] if entry["place"] == "inside"]
        self.assertEqual(inside, [row.cells[1].text for row in collectives.rows[1:]])

    @unittest.skipUnless(SOFFICE, "LibreOffice is not there")
    def test_libreoffice_shows_it_as_the_pdf_does(self):
        letter = self.write_letter("docx")
        profile = (self.scratch / "profile").as_uri()
        subprocess.run(
            [SOFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", self.scratch, letter],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300,
        )
        shown = self.scratch / "Tờ trình.pdf"
        letter.unlink()
        printed = self.write_letter("pdf")
        self.assert_in_order(read_text(shown), IN_ORDER)
        self.assertEqual(count_letters(printed), count_letters(shown))
        self.check_places(read_words(printed), read_words(shown))

    def check_places(self, printed, shown):
        top = 20 * POINTS_PER_MM - 1
        self.assertEqual(
            [[word[0] for word in words if word[2] < top] for words in printed],
            [[word[0] for word in words if word[2] < top] for words in shown],
        )
        for page, words in enumerate(shown):
            text = [word for word in words if word[2] >= top]
            width = (210 if page < 2 else 297) * POINTS_PER_MM
            self.assertGreaterEqual(min(word[1] for word in text), 30 * POINTS_PER_MM - 1)
            self.assertLessEqual(max(word[3] for word in text), width - 15 * POINTS_PER_MM + 1)
        for name in ("TRÌNH", "HÒA", "gửi:"):
            expected, found = (next(word for word in pages[0] if word[0] == name) for pages in (printed, shown))
            self.assertAlmostEqual(expected[1], found[1], delta=3)
            self.assertAlmostEqual(expected[2], found[2], delta=12)


if __name__ == "__main__":
    unittest.main(verbosity=2)
