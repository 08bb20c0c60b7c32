# SPDX-License-Identifier: GPL-3.0-or-later
"""attach and verify: files into the vault, and what is wrong there."""

import hashlib
import io
import json
import os
import shutil
import signal
import socket
import struct
import subprocess
import time
import unittest
import zipfile

from program import EVIDENCE, FAILED, FINDINGS, WINDOWS, Test, not_on_windows

PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


def office_file(*parts):
    """A document of Office with these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in ("[Content_Types].xml", *parts):
            archive.writestr(part, "<xml/>")
    return content.getvalue()


def compound_file(*names):
    """What looks like an older document of Office, with streams of these names."""
    content = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    for name in names:
        text = name.encode("utf-16-le") + b"\0\0"
        content += text.ljust(64, b"\0") + struct.pack("<HB", len(text), 2) + bytes(61)
    return bytes(content)


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

    def test_what_may_be_no_evidence_is_refused_with_a_way_out(self):
        cases = {
            "a.html": b"<script>",
            "a.settingcontent-ms": b"<xml/>",
            "a.library-ms": b"<xml/>",
            "a.appref-ms": PDF,
            "a.iso": PDF,
            "a.docm": b"PK\3\4[Content_Types].xml",
            "a.svg": b"<svg/>",
            "a.pdf": b"<script>",
            "a.txt": b"a\0b",
            "a.xlsx": office_file("xl/vbaProject.bin"),
            "a.doc": compound_file("Macros"),
            "a.xls": compound_file("VBA"),
        }
        for name, content in cases.items():
            with self.subTest(name=name):
                done = self.refuse_unchanged(name, "attach", "so-y-te", "2", self.write(name, content))
                self.assertIn(".zip", done.stderr)

    def test_documents_pictures_sounds_mails_and_archives_are_taken(self):
        cases = {
            "a.docx": office_file("word/document.xml"),
            "a.doc": compound_file("WordDocument"),
            "a.csv": "Mã;Tên\r\n".encode(),
            "a.eml": b"Subject: a\r\n\r\n",
            "a.jpg": b"\xff\xd8\xff\xe0",
            "a.mp3": b"ID3\3",
            "a.zip": office_file("xl/vbaProject.bin"),
        }
        for name, content in cases.items():
            with self.subTest(name=name):
                (piece,) = self.json("attach", "so-y-te", "2", self.write(name, content))
                self.assertEqual(name, piece["file"])
        self.assertTrue(self.json("verify")["ok"])

    @not_on_windows("there are no such files")
    def test_pipes_devices_and_sockets_are_refused_at_once(self):
        pipe = self.scratch / "a.pdf"
        os.mkfifo(pipe)
        address = self.scratch / "b.pdf"
        listener = socket.socket(socket.AF_UNIX)
        self.addCleanup(listener.close)
        listener.bind(str(address))
        link = self.scratch / "c.pdf"
        link.symlink_to("/dev/zero")
        for path in (pipe, address, link):
            with self.subTest(path=path.name):
                self.refuse_unchanged(path.name, "attach", "so-y-te", "2", path)
                self.refuse(FAILED, path.name, "mail", "--to", "a@b.vn", "-o", self.scratch / "x.eml", "--attach", path)
                self.refuse(FAILED, path.name, "dossier", "--check", path)
                zipped = self.write("x.zip", office_file("a.txt"))
                self.refuse(FAILED, path.name, "dossier", "--check", zipped, "--passphrase-file", path)

    @not_on_windows("there are no such signals")
    def test_an_interrupted_attachment_changes_nothing(self):
        scan = self.scratch / "a.pdf"
        with open(scan, "wb") as file:
            file.write(PDF)
            file.truncate(1 << 30)
        before = self.dump(), self.json("log")
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number=number):
                process = self.start_cli("attach", "so-y-te", "2", scan, stderr=subprocess.DEVNULL)
                while not list((self.library / "vault").glob("tmp/*")) and process.poll() is None:
                    time.sleep(0.001)
                process.send_signal(number)
                self.assertEqual(FAILED, process.wait())
                self.assertEqual([], list((self.library / "vault").glob("tmp/*")))
        self.assertEqual(before, (self.dump(), self.json("log")))

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
