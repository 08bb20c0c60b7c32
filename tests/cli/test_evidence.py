# SPDX-License-Identifier: GPL-3.0-or-later
"""attach and verify: files into the vault, and what is wrong there."""

import hashlib
import json
import shutil
import unittest

from program import EVIDENCE, FAILED, FINDINGS, WINDOWS, Test

PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


class Evidence(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()

    def vault_files(self):
        return sorted(path for path in (self.library / "vault").rglob("*") if path.is_file())

    def stored(self, sha256):
        (path,) = (path for path in self.vault_files() if path.name.startswith(sha256))
        return path


class Attach(Evidence):
    def test_takes_files_with_number_date_issuer_and_title(self):
        first = self.write("Kế hoạch số 45 – Sở Y tế.pdf", PDF)
        second = self.write("Báo cáo quý 3.pdf", PDF + b"2")
        pieces = self.json("attach", "so-y-te", "2", first, second, "--number", "45/KH-SYT", "--issued", "2021-07-01",
                           "--issuer", "Sở Y tế", "--title", "Kế hoạch")
        self.assertEqual([first.name, second.name], [piece["file"] for piece in pieces])
        self.assertEqual([path.stat().st_size for path in (first, second)], [piece["bytes"] for piece in pieces])
        for piece, path in zip(pieces, (first, second)):
            self.assertEqual(hashlib.sha256(path.read_bytes()).hexdigest(), piece["sha256"])
            self.assertEqual(path.read_bytes(), self.stored(piece["sha256"]).read_bytes())
            self.assertEqual(["45/KH-SYT", "2021-07-01", "Sở Y tế", "Kế hoạch", "pending"],
                             [piece[name] for name in ("number", "issued", "issuer", "title", "state")])
        self.assertEqual(pieces, self.json("evidence")[-2:])
        (nominee,) = (nominee for nominee in self.json("nominees") if nominee["key"] == "so-y-te")
        (linked,) = (entry["evidence"] for entry in nominee["assessments"] if entry["criterion"] == "2")
        self.assertEqual([piece["key"] for piece in pieces], linked[-2:])
        self.assertTrue(self.json("verify")["ok"])

    def test_a_file_with_a_hostile_name_does_not_spoil_the_dump(self):
        sign, kept = ("", "") if WINDOWS else ("\x1b", "_")  # no file's name has it there
        (piece,) = self.json("attach", "so-y-te", "2", self.write(f"a{sign}[2J\u202efdp\uffff.pdf", PDF))
        self.assertEqual(f"a{kept}[2Jfdp_.pdf", piece["file"])
        before = self.dump()
        self.succeed("load", "--replace", self.write("a.json", before))
        self.assertEqual(before, self.dump())

    def test_is_one_action_that_can_be_undone(self):
        before = self.dump()
        self.succeed("attach", "so-y-te", "2", self.write("a.pdf", PDF), self.write("b.pdf", PDF + b"2"))
        after = self.dump()
        self.succeed("undo")
        self.assertEqual(before, self.dump())
        self.succeed("redo")
        self.assertEqual(after, self.dump())
        self.assertTrue(self.json("verify")["ok"])

    def test_the_same_content_is_kept_once(self):
        known = self.json("evidence")[0]
        again = self.json("attach", "so-noi-vu", "2", self.write("khác tên.pdf", (EVIDENCE / known["file"]).read_bytes()))
        self.assertEqual([known], again)
        count = len(self.vault_files())
        (new,) = self.json("attach", "so-noi-vu", "2", self.write("x.pdf", PDF))
        self.assertEqual([new], self.json("attach", "so-y-te", "2", self.write("y.pdf", PDF)))
        self.assertEqual(count + 1, len(self.vault_files()))

    def test_one_bad_file_of_several_changes_nothing(self):
        good = self.write("a.pdf", PDF)
        for bad in (self.scratch / "absent.pdf", self.scratch, self.write("trống.pdf", b""), self.write("x.sh", b"#!/bin/sh\n")):
            with self.subTest(bad=bad.name):
                self.refuse_unchanged(bad.name, "attach", "so-y-te", "2", good, bad)
        self.assertTrue(self.json("verify")["ok"])

    def test_a_wrong_place_or_document_is_refused_before_a_file_is_copied(self):
        good = self.write("a.pdf", PDF)
        before = self.vault_files()
        for expected, *arguments in (
            ("“nope”", "nope", "2", good),
            ("“77”", "so-y-te", "77", good),
            ("issued", "so-y-te", "2", good, "--issued", "31/02/2021"),
            ("absent.pdf", "so-y-te", "2", self.scratch / "absent.pdf"),
        ):
            with self.subTest(expected=expected):
                self.refuse_unchanged(expected, "attach", *arguments)
        self.assertEqual(before, self.vault_files())

    def test_a_file_name_that_looks_like_an_option_stands_behind_two_dashes(self):
        path = self.write("--json", PDF)
        done = self.run_cli("attach", "so-y-te", "2", "--", path.name, cwd=self.scratch)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("json", self.json("evidence")[-1]["file"])


class Verify(Evidence):
    def expect_finding(self, *words):
        done = self.run_cli("--json", "verify")
        self.assertEqual(FINDINGS, done.returncode, done.stderr)
        answer = json.loads(done.stdout)
        self.assertFalse(answer["ok"])
        (finding,) = answer["findings"]
        for word in words:
            self.assertIn(word, finding)
        plain = self.run_cli("verify")
        self.assertEqual(FINDINGS, plain.returncode)
        self.assertIn(finding, plain.stdout)
        self.assertEqual(1, plain.stderr.count("\n"), plain.stderr)

    def test_finds_nothing_in_a_good_library(self):
        self.assertEqual({"ok": True, "findings": []}, self.json("verify"))

    def test_finds_a_file_that_is_gone(self):
        piece = self.json("evidence")[2]
        self.stored(piece["sha256"]).unlink()
        self.expect_finding(piece["key"], piece["file"])

    def test_finds_a_file_that_was_changed(self):
        piece = self.json("evidence")[2]
        path = self.stored(piece["sha256"])
        path.chmod(0o600)
        with open(path, "r+b") as file:
            byte = file.read(1)
            file.seek(0)
            file.write(bytes([byte[0] ^ 1]))
        self.expect_finding(piece["key"], piece["file"])

    def test_a_damaged_database_ends_no_verb_with_success(self):
        database = self.library / "bangvang.db"
        shutil.copy(database, self.scratch / "saved.db")
        content = bytearray(database.read_bytes())
        for start in range(4096, len(content), 4096):
            content[start : start + 64] = b"\xa5" * 64
        database.write_bytes(content)
        for suffix in ("-wal", "-shm"):
            (self.library / ("bangvang.db" + suffix)).unlink(missing_ok=True)
        for verb in ("dump", "rank", "nominees"):
            with self.subTest(verb=verb):
                self.refuse(FAILED, "bangvang.db", verb)
        self.assertIn(self.run_cli("verify").returncode, (FAILED, FINDINGS))

    def test_a_file_that_is_no_database_is_refused(self):
        (self.library / "bangvang.db").write_bytes(b"GIF89a" * 1000)
        for suffix in ("-wal", "-shm"):
            (self.library / ("bangvang.db" + suffix)).unlink(missing_ok=True)
        for verb in (["dump"], ["verify"], ["undo"], ["demo"]):
            with self.subTest(verb=verb):
                self.refuse(FAILED, str(self.library), *verb)


if __name__ == "__main__":
    unittest.main()
