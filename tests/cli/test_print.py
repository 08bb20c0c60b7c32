# SPDX-License-Identifier: GPL-3.0-or-later
"""print: every list as PDF, read back by the tools of poppler."""

import unittest

import docx

from program import FAILED, ROOT, SEALING, USAGE, Test, limit_files, run_tool

# Whether a list belongs to the proposal.
LISTS = {
    "collectives": True,
    "individuals": True,
    "ranking": True,
    "scores": True,
    "submission": True,
    "verification": False,
    "missing": False,
    "achievement": False,
    "ballot": False,
    "counting": False,
    "minutes": False,
    "appraisal": True,
}
# What there is only behind something that was sealed: test_sealed.py prints it.
LATER = ("supplement",)
# Those with a section a nominee, of which one is enough.
OF_NOMINEES = ("verification", "achievement")
MARK = "DỰ THẢO"

# What a reader of the library needs beside it, and less than any PDF with its fonts.
SMALL_DISK = 33000


def read_info(path):
    lines = run_tool("pdfinfo", "-enc", "UTF-8", path).splitlines()
    return {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}


def read_pages(path):
    return run_tool("pdftotext", "-layout", "-enc", "UTF-8", path, "-").split("\f")[:-1]


class Print(Test):
    def setUp(self):
        super().setUp()
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            self.environment.pop(name, None)
        self.take_demo()
        self.folder = self.scratch / "danh sách"
        self.folder.mkdir()
        self.target = self.folder / "Bản in.pdf"

    def print_list(self, name):
        """The file, and what was answered, of a list of the demonstration; it is printed once for all tests."""
        scope = ("--nominee", "so-y-te") if name in OF_NOMINEES else ()

        def make(folder):
            folder.mkdir()
            target = folder / self.target.name
            answer = self.json("print", "--list", name, "-o", target, *scope)
            self.assert_nothing_left(folder, target.name)
            return target, answer

        return self.keep(name, make)

    def print_pages(self, name, *arguments):
        self.succeed("print", "--list", name, "-o", self.target, *arguments)
        return read_pages(self.target)

    def test_help_and_manual_name_every_list(self):
        shown = self.succeed("print", "--help").split("What can be printed:\n")[1]
        self.assertEqual(sorted([*LISTS, *LATER]), sorted(line.split()[0] for line in shown.splitlines() if line.strip()))
        manual = (ROOT / "data/man/bangvang-cli.1").read_text(encoding="utf-8")
        self.assertEqual([], [name for name in (*LISTS, *LATER) if f".Ar {name}" not in manual.split(".It Cm dossier")[0]])

    def test_every_list_says_how_many_pages_it_has(self):
        titles = set()
        for name in LISTS:
            with self.subTest(name=name):
                target, answer = self.print_list(name)
                info = read_info(target)
                self.assertEqual({"file": str(target), "pages": int(info["Pages"]), "date": "2022-05-20"}, answer)
                self.assertIn("SỞ NỘI VỤ", info["Author"].upper())
                self.assertGreater(len(info["Title"]), 5)
                titles.add(info["Title"])
        self.assertEqual(len(LISTS), len(titles))

    def test_what_is_proposed_is_a_draft_and_what_the_office_works_with_is_not(self):
        for name, proposed in LISTS.items():
            with self.subTest(name=name):
                marked = [MARK in page for page in read_pages(self.print_list(name)[0])]
                self.assertEqual([proposed] * len(marked), marked)

    def test_the_mark_goes_with_the_seal_and_comes_back_with_a_change(self):
        self.take_resolved_demo()
        seal = self.json("export", "-o", self.scratch / "x.xlsx", *SEALING)["seal"]
        pages = self.print_pages("ranking")
        self.assertNotIn(MARK, "".join(pages))
        for name in ("ranking", "scores", "collectives", "submission"):
            said = " ".join("".join(self.print_pages(name)).split())
            self.assertIn(seal, said)
            self.assertIn(f"Lý do trình sớm: {SEALING[-1]}", said)
        self.assertIn(MARK, self.print_pages("ranking", "--date", "2022-06-01")[0])
        self.succeed("score", "so-y-te", "2", "1")
        self.assertIn(MARK, self.print_pages("ranking")[0])
        self.succeed("undo")
        self.assertNotIn(MARK, "".join(self.print_pages("ranking")))
        self.succeed("undo")
        self.assertIn(MARK, self.print_pages("ranking")[0])

    def test_a_part_is_printed_where_one_is_asked_for(self):
        one = self.print_pages("verification", "--nominee", "so-y-te")
        self.assertIn("Sở Y tế", one[0])
        self.assertLess(len(one), 5)
        for name, scope in (("scores", ("--group", "so-nganh")), ("missing", ("--unit", "SYT"))):
            self.assertLess(len(self.print_pages(name, *scope)), len(read_pages(self.print_list(name)[0])))

    def test_the_date_is_that_of_the_ranking(self):
        answer = self.json("print", "--list", "ranking", "--date", "2022-06-01", "-o", self.target)
        self.assertEqual("2022-06-01", answer["date"])
        self.assertIn("01/06/2022", "".join(read_pages(self.target)))

    def test_every_list_can_be_had_to_edit(self):
        target = self.folder / "Để sửa.DOCX"
        for name in LISTS:
            with self.subTest(name=name):
                scope = ("--nominee", "so-y-te") if name in OF_NOMINEES else ()
                answer = self.json("print", "--list", name, "-o", target, *scope)
                self.assertEqual({"file": str(target), "pages": None, "date": "2022-05-20"}, answer)
                words = "".join(part.text or "" for part in docx.Document(target).element.iter())
                self.assertIn("Sở", words)
        self.assert_nothing_left(self.folder, target.name)

    def test_changes_nothing(self):
        actions = self.json("log")
        self.print_pages("ranking")
        self.assertEqual(actions, self.json("log"))

    def test_wrong_usage_is_said(self):
        for expected, arguments in (
            ("--list NAME is missing", ["-o", self.target]),
            ("There is no list “letters”; there are: submission supplement", ["--list", "letters", "-o", self.target]),
            ("-o FILE.pdf is missing", ["--list", "ranking"]),
            ("must end in .pdf or .docx", ["--list", "ranking", "-o", self.folder / "x.txt"]),
        ):
            with self.subTest(expected=expected):
                self.refuse(USAGE, expected, "print", *arguments)
        self.assert_nothing_left(self.folder)

    def test_a_part_that_a_list_cannot_be_narrowed_to_is_wrong_usage(self):
        for expected, name, option in (
            ("“ranking”", "ranking", "--nominee"),
            ("“ranking”", "ranking", "--unit"),
            ("“scores”", "scores", "--unit"),
            ("“minutes”", "minutes", "--nominee"),
            ("“submission”", "submission", "--group"),
            ("“submission”", "submission", "--nominee"),
            ("“submission”", "submission", "--unit"),
        ):
            with self.subTest(name=name, option=option):
                self.refuse(USAGE, expected, "print", "--list", name, option, "SYT", "-o", self.target)
        self.assert_nothing_left(self.folder)

    def test_an_annex_is_of_no_group(self):
        for name, group in (("collectives", "cap-xa"), ("individuals", "ca-nhan")):
            with self.subTest(name=name):
                arguments = ["--list", name, "--group", group, "-o", self.target]
                self.refuse(USAGE, f"“{group}”", "print", "--as", "annex", *arguments)
                self.succeed("print", "--as", "list", *arguments)

    def test_what_is_not_there_is_named(self):
        for expected, arguments in (
            ("“khong-co”", ["--list", "scores", "--group", "khong-co"]),
            ("“khong-co”", ["--list", "verification", "--nominee", "khong-co"]),
            ("“KHONG-CO”", ["--list", "missing", "--unit", "KHONG-CO"]),
        ):
            with self.subTest(arguments=arguments):
                self.refuse_unchanged(expected, "print", *arguments, "-o", self.target)
        self.assert_nothing_left(self.folder)

    def test_where_it_cannot_be_written_nothing_is_left(self):
        self.refuse_unchanged("absent", "print", "--list", "ranking", "-o", self.folder / "absent" / "x.pdf")
        self.refuse_unchanged("folder of the library", "print", "--list", "ranking", "-o", self.library / "x.pdf")
        self.assertFalse((self.library / "x.pdf").exists())
        (self.folder / "x.pdf").mkdir()
        self.refuse_unchanged("x.pdf", "print", "--list", "ranking", "-o", self.folder / "x.pdf")
        self.assert_nothing_left(self.folder, "x.pdf")

    def test_a_full_disk_leaves_the_old_file(self):
        self.target.write_bytes(b"old")
        self.refuse_unchanged(
            self.target.name, "print", "--list", "ranking", "-o", self.target,
            preexec_fn=lambda: limit_files(SMALL_DISK), restore_signals=False,
        )
        self.assertEqual(b"old", self.target.read_bytes())
        self.assert_nothing_left(self.folder, self.target.name)


if __name__ == "__main__":
    unittest.main()
