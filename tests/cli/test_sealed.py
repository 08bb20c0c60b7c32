# SPDX-License-Identifier: GPL-3.0-or-later
"""What was sealed is kept, listed, and written again as it was."""
import email
import email.policy
import sqlite3
import unittest
import zipfile

from program import FAILED, FINDINGS, SEALING, USAGE, Test, limit_files, not_on_windows, read_parts, run_tool


class SealedTest(Test):
    def setUp(self):
        super().setUp()
        self.take(self.keep_library("sealed", self.take_resolved_demo, self.seal))
        self.first = self.json("sealed")[0]
        self.written = self.scratch / "first.xlsx"
        self.again = self.scratch / "again.xlsx"

    def seal(self):
        self.succeed("export", *SEALING, "-o", self.scratch / "Đề nghị.xlsx")

    def write_first(self):
        """The sealed workbook, before anything is changed."""
        self.succeed("export", "--sealed", "1", "-o", self.written)
        self.succeed("score", "so-y-te", "2", "1")
        self.succeed("set", "unit", "SYT", "name=Sở khác")

    def change_database(self, sql):
        with sqlite3.connect(self.library / "bangvang.db") as database:
            database.execute(sql)
        database.close()

    def find_kept(self):
        (kept,) = self.library.glob("vault/*/*.gz")
        return kept

    def read_text(self, path):
        return run_tool("pdftotext", "-enc", "UTF-8", path, "-")

    def test_each_sealing_is_listed_with_its_number(self):
        self.succeed("score", "so-y-te", "2", "1")
        self.seal()
        first, second = self.json("sealed")
        self.assertEqual([1, 2], [first["number"], second["number"]])
        self.assertEqual([SEALING[1], "Đề nghị.xlsx", "2022-05-20", True],
                         [first[key] for key in ("reason", "file", "date", "kept")])
        self.assertNotEqual(first["seal"], second["seal"])
        self.assertIn(first["seal"][:12], self.succeed("sealed"))

    def test_what_was_sealed_is_written_again_whatever_was_changed_since(self):
        self.write_first()
        answer = self.json("export", "--sealed", "1", "-o", self.again)
        self.assertEqual([self.first["seal"], "2022-05-20"], [answer["seal"], answer["date"]])
        self.assertEqual(read_parts(self.written), read_parts(self.again))

    def test_to_write_it_again_seals_nothing(self):
        before = self.json("log")
        self.write_first()
        self.succeed("export", "--sealed", "1", "-o", self.again)
        self.succeed("dossier", "--sealed", "1", "-o", self.scratch / "d.zip")
        self.succeed("mail", "--to", "a@example.org", "--sealed", "1", "-o", self.scratch / "m.eml")
        self.assertEqual(1, len(self.json("sealed")))
        self.assertEqual(len(before) + 2, len(self.json("log")))

    def test_its_papers_are_no_drafts(self):
        paper = self.scratch / "p.pdf"
        self.write_first()
        self.succeed("print", "--list", "submission", "-o", paper)
        self.assertIn("DỰ THẢO", self.read_text(paper))
        answer = self.json("print", "--list", "submission", "--sealed", "1", "-o", paper)
        self.assertEqual("2022-05-20", answer["date"])
        self.assertNotIn("DỰ THẢO", self.read_text(paper))

    def test_the_head_of_the_journal_stands_with_its_seal(self):
        head = self.first["chain"]
        paper = self.scratch / "p.pdf"
        self.assertRegex(head, "^[0-9a-f]{64}$")
        self.write_first()
        self.assertIn(head, str(read_parts(self.written)))
        self.succeed("print", "--list", "collectives", "--sealed", "1", "-o", paper)
        self.assertIn(f"Mãnhậtký:{head}", "".join(self.read_text(paper).split()))
        self.succeed("verify")
        self.change_database("UPDATE proposal SET chain = '" + "0" * 64 + "'")
        self.refuse_with_findings("the journal that it came from is not here any more")

    def test_its_mail_has_the_workbook_as_it_was(self):
        draft = self.scratch / "m.eml"
        self.write_first()
        self.succeed("mail", "--to", "a@example.org", "--sealed", "1", "-o", draft)
        message = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
        (attached,) = message.iter_attachments()
        self.again.write_bytes(attached.get_content())
        self.assertEqual(read_parts(self.written), read_parts(self.again))
        self.assertNotIn("DỰ THẢO", message["Subject"] + attached.get_filename())

    def test_its_mail_speaks_of_the_campaign_as_it_was(self):
        draft = self.scratch / "m.eml"
        self.succeed("set", "campaign", "papi-2021", "title=Phong trào khác", "short=TÊN MỚI", "issuer.organ=SỞ KHÁC")
        self.succeed("mail", "--to", "a@example.org", "--sealed", "1", "-o", draft)
        message = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
        text = message["Subject"] + message.get_body().get_content()
        self.assertIn("PAPI 2021", text)
        for later in ("Phong trào khác", "TÊN MỚI", "Sở Khác", "SỞ KHÁC"):
            self.assertNotIn(later, text)

    def test_texts_that_are_not_tidy_are_kept_as_they_are(self):
        self.change_database("UPDATE unit SET name = 'Sở  Y\u200b tế ' WHERE code = 'SYT'")
        self.change_database("UPDATE nominee SET summary = 'Một\thai\r\nba'")
        self.seal()
        self.succeed("export", "--sealed", "2", "-o", self.again)

    def test_numbers_stay_when_another_one_is_undone(self):
        self.succeed("score", "so-y-te", "2", "1")
        self.seal()
        second = self.json("sealed")[1]
        action = next(action["id"] for action in reversed(self.json("log")) if "Seal" in action["label"])
        self.succeed("undo", str(action))
        self.assertEqual([(2, second["seal"])], [(s["number"], s["seal"]) for s in self.json("sealed")])
        self.refuse(FAILED, "There is no sealed proposal 1", "export", "--sealed", "1", "-o", self.again)

    def test_its_dossier_is_whole(self):
        dossier = self.scratch / "d.zip"
        self.write_first()
        self.assertEqual(self.first["seal"], self.json("dossier", "--sealed", "1", "-o", dossier)["seal"])
        self.assertTrue(self.json("dossier", "--check", dossier)["ok"])

    def test_a_sealing_that_is_undone_is_listed_no_more_and_again_when_it_is_redone(self):
        self.succeed("undo")
        self.assertEqual([], self.json("sealed"))
        self.refuse(FAILED, "Nothing of this campaign was sealed yet", "export", "--sealed", "1", "-o", self.again)
        self.succeed("redo")
        self.succeed("export", "--sealed", "1", "-o", self.again)

    def test_a_campaign_that_is_replaced_keeps_it(self):
        self.write_first()
        other = self.write("c.json", self.dump())
        self.succeed("load", "--replace", other)
        self.succeed("export", "--sealed", "1", "-o", self.again)
        self.assertEqual(read_parts(self.written), read_parts(self.again))

    def test_what_another_version_sealed_is_named_not_invented(self):
        self.change_database("UPDATE proposal SET dump = NULL, ordinal = 0")
        self.assertFalse(self.json("sealed")[0]["kept"])
        self.refuse(FAILED, "was sealed by an older Bảng Vàng", "export", "--sealed", "1", "-o", self.again)
        self.seal()
        self.assertEqual([(1, False), (2, True)], [(s["number"], s["kept"]) for s in self.json("sealed")])

    def test_a_seal_that_is_not_what_it_was_is_refused(self):
        self.change_database("UPDATE proposal SET seal = '" + "0" * 64 + "'")
        self.refuse(FAILED, "when it is computed anew", "export", "--sealed", "1", "-o", self.again)
        self.assertFalse(self.again.exists())

    def test_a_damaged_copy_is_refused_and_found(self):
        kept = self.find_kept()
        content = bytearray(kept.read_bytes())
        for place in range(0, len(content), max(1, len(content) // 10)):
            damaged = bytearray(content)
            damaged[place] ^= 1
            kept.write_bytes(damaged)
            self.refuse(FAILED, "damaged", "export", "--sealed", "1", "-o", self.again)
        kept.unlink()
        self.refuse(FAILED, "is not here", "export", "--sealed", "1", "-o", self.again)
        self.assertFalse(self.again.exists())
        self.assertEqual([], list(self.library.glob(".bangvang-*")))

    def find_inside(self):
        return next(entry["nominee"] for pool in self.json("rank")["pools"] for entry in pool["entries"]
                    if entry["place"] == "inside")

    def print_supplement(self, *arguments):
        paper = self.scratch / "s.pdf"
        self.succeed("print", "--list", "supplement", *arguments, "-o", paper)
        return " ".join(self.read_text(paper).split())

    def test_a_supplement_says_what_differs_from_what_was_sealed(self):
        nothing = "Nothing was sealed before that says otherwise"
        self.refuse(FAILED, nothing, "print", "--list", "supplement", "-o", self.scratch / "s.pdf")
        first = self.find_inside()
        self.succeed("set", "nominee", first, "withdrawn=true")
        self.succeed("set", "campaign", "papi-2021", "submission.number=12", "submission.date=2022-05-23")
        said = self.print_supplement()
        self.assertIn("Tiếp theo Tờ trình số 12/TTr-SNV ngày 23 tháng 5 năm 2022", said)
        self.assertIn("(bổ sung lần 1)", said)
        self.assertIn("Số: …/TTr-SNV", said)
        self.assertIn("đã rút khỏi danh sách xét", said)
        self.assertIn("DỰ THẢO", said)
        self.seal()
        self.assertIn("(bổ sung lần 1)", self.print_supplement())
        self.assertNotIn("DỰ THẢO", self.print_supplement())
        self.succeed("set", "nominee", first, "withdrawn=false")
        self.assertIn("(bổ sung lần 2)", self.print_supplement())
        self.assertIn("(bổ sung lần 1)", self.print_supplement("--sealed", "2"))
        self.refuse(FAILED, nothing, "print", "--list", "supplement", "--sealed", "1", "-o", self.scratch / "s.pdf")

    def test_a_dossier_has_the_supplement_where_there_is_one(self):
        def list_papers():
            self.succeed("dossier", *SEALING, "-o", self.scratch / "d.zip")
            return [name for name in zipfile.ZipFile(self.scratch / "d.zip").namelist() if name[0].isdigit()]

        self.assertFalse(any("bổ sung" in name for name in list_papers()))
        self.succeed("set", "nominee", self.find_inside(), "withdrawn=true")
        self.assertIn("8. Tờ trình bổ sung.pdf", list_papers())

    def test_verify_reads_it(self):
        self.assertTrue(self.json("verify")["ok"])
        kept = self.find_kept()
        kept.write_bytes(kept.read_bytes()[:-1])
        self.refuse_with_findings("what was sealed 1, papi-2021 (Đề nghị.xlsx): damaged")
        kept.unlink()
        self.refuse_with_findings("what was sealed 1, papi-2021 (Đề nghị.xlsx): not here")

    def refuse_with_findings(self, expected):
        done = self.run_cli("verify")
        self.assertEqual(FINDINGS, done.returncode)
        self.assertIn(expected, done.stdout)

    @not_on_windows("no file can be kept from growing")
    def test_a_disk_that_is_full_seals_nothing(self):
        size = self.find_kept().stat().st_size
        self.succeed("undo")
        self.find_kept().unlink()
        for limit in (0, 1, size // 2, size - 1):
            done = self.run_cli("export", *SEALING, "-o", self.again, preexec_fn=lambda: limit_files(limit),
                                restore_signals=False)
            self.assertEqual(FAILED, done.returncode, done.stderr)
            self.assertEqual([], self.json("sealed"))
            self.assertEqual([], list(self.library.glob("vault/*/*.gz")) + list(self.library.glob(".bangvang-*")))
            self.assertFalse(self.again.exists())

    def test_what_is_not_there_is_refused(self):
        self.refuse(FAILED, "There is no sealed proposal 2: the last of this campaign is 1", "export", "--sealed",
                    "2", "-o", self.again)
        for number in ("0", "-1", "x", "1.5", ""):
            self.refuse(USAGE, "is not a number from 1", "export", "--sealed", number, "-o", self.again)

    def test_it_cannot_be_otherwise_than_it_was(self):
        for option in (["--draft"], ["--reason", "x"], ["--date", "2022-06-01"]):
            self.refuse(USAGE, "--sealed has its date and its reason", "export", "--sealed", "1", *option, "-o",
                        self.again)
        self.refuse(USAGE, "--sealed has", "mail", "--to", "a@b.vn", "--sealed", "1", "--attach", __file__, "-o",
                    self.scratch / "m.eml")


if __name__ == "__main__":
    unittest.main()
