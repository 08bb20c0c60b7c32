# SPDX-License-Identifier: GPL-3.0-or-later
"""mail."""

import email
import email.policy
import io
import os
import unittest

import openpyxl

from program import FAILED, USAGE, Test, limit_files

DRAFT_NAME = "DỰ THẢO Đề nghị khen thưởng PAPI 2021.xlsx"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Mail(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()
        self.draft = self.scratch / "Thư nháp.eml"

    def mail(self, *arguments):
        """The draft as Python reads it."""
        answer = self.json("mail", *arguments, "-o", self.draft)
        self.assertEqual({"file": str(self.draft)}, answer)
        message = email.message_from_bytes(self.draft.read_bytes(), policy=email.policy.default)
        self.assertEqual([], [defect for part in message.walk() for defect in part.defects])
        return message

    def refuse_mail(self, status, expected, *arguments, **options):
        before = sorted(self.scratch.rglob("*"))
        self.refuse(status, expected, "mail", *arguments, **options)
        self.assertEqual(before, sorted(self.scratch.rglob("*")))

    def test_carries_exactly_the_files_named(self):
        files = [self.write(name, os.urandom(1000)) for name in ("Phụ lục I.pdf", "b.zip", "-c.bin", "d")]
        message = self.mail("--attach", files[0], files[1], f"--attach={files[2]}", "--to", "a@b.vn", files[3])
        parts = list(message.iter_attachments())
        self.assertEqual([path.name for path in files], [part.get_filename() for part in parts])
        self.assertEqual([path.read_bytes() for path in files], [part.get_content() for part in parts])

    def test_carries_a_draft_workbook_where_no_file_is_named(self):
        kept = sorted(self.scratch.rglob("*"))
        message = self.mail("--to", "a@b.vn")
        (part,) = message.iter_attachments()
        self.assertEqual((DRAFT_NAME, XLSX), (part.get_filename(), part.get_content_type()))
        book = openpyxl.load_workbook(io.BytesIO(part.get_content()))
        texts = [str(cell.value) for row in book["Tập thể"].iter_rows() for cell in row if cell.value]
        self.assertTrue(any("DỰ THẢO" in text for text in texts))
        self.assertEqual(sorted([*kept, self.draft]), sorted(self.scratch.rglob("*")))

    def test_the_draft_is_of_the_date_that_is_given(self):
        (part,) = self.mail("--to", "a@b.vn", "--date", "2021-08-01").iter_attachments()
        book = openpyxl.load_workbook(io.BytesIO(part.get_content()))
        texts = [str(cell.value) for row in book["Quy tắc"].iter_rows() for cell in row]
        self.assertIn("01/08/2021", texts)

    def test_is_addressed_and_says_what_it_is(self):
        message = self.mail("--to", "Ban Thi đua <a@b.vn>; c@d.vn", "--cc", "e@f.vn")
        self.assertEqual("1", message["X-Unsent"])
        self.assertEqual("Ban Thi đua <a@b.vn>, c@d.vn", message["To"])
        self.assertEqual("e@f.vn", message["Cc"])
        self.assertEqual("DỰ THẢO – Sở Nội vụ: Đề nghị khen thưởng PAPI 2021", message["Subject"])
        text = message.get_body().get_content()
        self.assertTrue(text.startswith("Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh An Giang,\r\n\r\nSở Nội vụ gửi kèm"), text)
        self.assertIn("theo Kế hoạch số 1078/KH-SNV.", text)

    def test_has_the_subject_that_is_given(self):
        self.assertEqual("Báo cáo quý", self.mail("--to", "a@b.vn", "--subject", "Báo cáo quý")["Subject"])

    def test_with_files_of_ones_own_is_no_draft_of_the_proposal(self):
        message = self.mail("--to", "a@b.vn", "--attach", self.write("a.pdf", b"a"))
        self.assertEqual("Sở Nội vụ: Đề nghị khen thưởng PAPI 2021", message["Subject"])
        self.assertNotIn("dự thảo", message.get_body().get_content())

    def test_may_be_addressed_later(self):
        self.assertIsNone(self.mail("--to", "")["To"])

    def test_says_that_nothing_is_sent(self):
        self.assertIn("not sent", self.succeed("mail", "--to", "a@b.vn", "-o", self.draft))

    def test_warns_of_what_servers_refuse(self):
        large = self.write("large.bin", b"x" * 16_000_000)
        done = self.run_cli("mail", "--to", "a@b.vn", "--attach", large, "-o", self.draft)
        self.assertEqual((0, 1), (done.returncode, done.stderr.count("\n")))
        self.assertRegex(done.stderr, r"warning: .*Thư nháp.eml: 20,9 MB are more than the 20,0 MB")
        self.assertEqual("", self.run_cli("mail", "--to", "a@b.vn", "-o", self.draft).stderr)

    def test_refuses_an_address_that_is_none(self):
        for name in ("--to", "--cc"):
            other = "--cc" if name == "--to" else "--to"
            self.refuse_mail(FAILED, "“nobody”", name, "a@b.vn, nobody", other, "a@b.vn", "-o", self.draft)

    def test_refuses_a_header_of_others(self):
        self.refuse_mail(FAILED, "is no e-mail address", "--to", "a@b.vn\r\nBcc: c@d.vn", "-o", self.draft)
        self.assertIsNone(self.mail("--to", "a@b.vn", "--subject", "x\r\nBcc: c@d.vn")["Bcc"])

    def test_names_a_file_that_is_not_there(self):
        here = self.write("a.pdf", b"a")
        for name, why in (("không có.pdf", "it is not there"), (f"{here}/b.pdf", "it is not there"), (self.scratch, "this is no file")):
            self.refuse_mail(FAILED, str(name), "--to", "a@b.vn", "--attach", here, name, "-o", self.draft)
            done = self.run_cli("mail", "--to", "a@b.vn", "--attach", here, name, "-o", self.draft)
            self.assertIn(f"cannot be attached: {why}", done.stderr)
            self.assertIn("Choose it again, or leave it out", done.stderr)

    def test_leaves_nothing_on_a_full_disk(self):
        large = self.write("large.bin", b"x" * 1_000_000)
        for what in (["--attach", large], []):
            with self.subTest(what=what):
                before = sorted(self.scratch.rglob("*"))
                done = self.run_cli(
                    "mail", "--to", "a@b.vn", "-o", self.draft, *what,
                    preexec_fn=lambda: limit_files(40000), restore_signals=False,
                )
                self.assertEqual(FAILED, done.returncode)
                self.assertIn("was not written", done.stderr)
                self.assertEqual(before, sorted(self.scratch.rglob("*")))

    def test_writes_nothing_into_the_library(self):
        self.refuse_mail(FAILED, "folder of the library", "--to", "a@b.vn", "-o", self.library / "a.eml")

    def test_needs_an_address_and_a_place(self):
        self.refuse_mail(USAGE, "--to ADDRESS is missing", "-o", self.draft)
        self.refuse_mail(USAGE, "-o FILE.eml is missing", "--to", "a@b.vn")
        self.refuse_mail(USAGE, "behind --attach", "--to", "a@b.vn", "a.pdf", "-o", self.draft)
        self.refuse_mail(USAGE, "the value FILE is missing", "--to", "a@b.vn", "-o", self.draft, "--attach")


if __name__ == "__main__":
    unittest.main()
