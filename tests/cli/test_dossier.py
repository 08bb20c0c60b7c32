# SPDX-License-Identifier: GPL-3.0-or-later
"""dossier: written whole or not at all, opened by other programs, and checked against damage and malice."""

import hashlib
import json
import os
import re
import shutil
import stat
import subprocess
import unicodedata
import unittest
import zipfile

import openpyxl

from program import DEMO, EVIDENCE, FAILED, FINDINGS, SEALING, USAGE, WINDOWS, Test, limit_files, run_tool

SEVEN_ZIP = shutil.which("7zz") or shutil.which("7z")
MANIFEST = "MANIFEST.sha256"
INDEX = "0. Mục lục hồ sơ.pdf"
PASSPHRASE = "nui Sam mua nuoc noi"
DRAFT = ("dossier", "--draft")

# Who is proposed where a test is about files and not about the papers.
FEW = {"so-y-te", "so-noi-vu", "so-giao-thong-van-tai", "neang-sray-mom"}

# Enough for the papers, and less than the archive of the demonstration.
SMALL_DISK = 1000000


def pack(path, contents):
    """An archive that another program made, with a manifest unless the contents have one."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        if MANIFEST not in contents:
            lines = [f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in contents.items()]
            archive.writestr(MANIFEST, "".join(lines))
        for name, content in contents.items():
            archive.writestr(name, content)
    return path


class Dossier(Test):
    def setUp(self):
        super().setUp()
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            self.environment.pop(name, None)
        self.take_demo()
        self.folder = self.scratch / "gửi đi"
        self.folder.mkdir()
        self.target = self.folder / "Hồ sơ.zip"

    def write_draft(self, *arguments):
        return self.json(*DRAFT, "-o", self.target, *arguments)

    def copy_draft(self):
        """The draft of the demonstration, which is written once for all tests that only read it."""

        def make(path):
            self.succeed(*DRAFT, "-o", path)
            return path

        shutil.copy(self.keep(self.target.name, make), self.target)

    def unpack(self):
        folder = self.scratch / "giải nén"
        shutil.rmtree(folder, ignore_errors=True)
        with zipfile.ZipFile(self.target) as archive:
            archive.extractall(folder)
        return folder

    def write_passphrase(self, text):
        return self.write("mật khẩu.txt", text)


    def take_few(self):
        """The demonstration with few nominees and their evidence."""
        self.take(self.keep_library("few", self.take_demo, self.leave_few))

    def leave_few(self):
        content = json.loads(DEMO.read_text(encoding="utf-8"))
        content["nominees"] = [nominee for nominee in content["nominees"] if nominee["key"] in FEW]
        shown = {key for one in content["nominees"] for entry in one["assessments"] for key in entry.get("evidence", [])}
        for one in content["nominees"]:
            one.pop("report", None)
        content["evidence"] = [piece for piece in content["evidence"] if piece["key"] in shown]
        self.succeed("load", "--replace", self.write("ít.json", json.dumps(content)))


class SmallDossier(Dossier):
    def setUp(self):
        super().setUp()
        self.take_few()


class Written(Dossier):
    def test_holds_papers_workbook_and_evidence(self):
        answer = self.write_draft()
        names = zipfile.ZipFile(self.target).namelist()
        self.assertEqual([MANIFEST, INDEX, "1. Tờ trình.pdf", "1. Tờ trình.docx"], names[:4])
        for name in (
            "2. Danh sách tập thể.pdf", "3. Danh sách cá nhân.pdf", "4. Bảng xếp hạng.pdf", "5. Bảng điểm.pdf",
            "6. Báo cáo thành tích.pdf", "7. Báo cáo thẩm định.pdf",
        ):
            self.assertIn(name, names)
        self.assertEqual(1, sum(name.endswith(".xlsx") for name in names))
        self.assertIn("Minh chứng/Sở, ban, ngành tỉnh/Sở Y tế/1 – 45-KH-SYT.pdf", names)
        self.assertEqual(
            {"file": str(self.target), "seal": None, "date": "2022-05-20", "files": len(names), "encrypted": False}, answer
        )
        self.assert_nothing_left(self.folder, self.target.name)

    def test_other_programs_open_it(self):
        self.copy_draft()
        self.assertIn("Everything is Ok", run_tool(SEVEN_ZIP, "t", self.target))
        self.assertIn("No errors detected", run_tool("unzip", "-t", self.target))
        archive = zipfile.ZipFile(self.target)
        self.assertIsNone(archive.testzip())
        for entry in archive.infolist():
            self.assertTrue(entry.filename.isascii() or entry.flag_bits & 0x800, entry.filename)
            self.assertEqual(stat.S_IFREG | 0o644, entry.external_attr >> 16)

    def test_the_manifest_is_that_of_sha256sum_and_the_index_prints_it(self):
        self.copy_draft()
        folder = self.unpack()
        told = run_tool("sha256sum", "--check", "--strict", MANIFEST, cwd=folder)
        files = [path for path in folder.rglob("*") if path.is_file()]
        self.assertEqual(len(files) - 1, told.count(": OK\n"))
        printed = run_tool("pdftotext", "-raw", "-enc", "UTF-8", folder / INDEX, "-").replace("\n", "")
        for line in (folder / MANIFEST).read_text("utf-8").splitlines():
            sha256, name = line.split("  ", 1)
            if name != INDEX:
                self.assertIn(sha256, printed)

    def test_the_evidence_is_that_of_the_workbook(self):
        self.copy_draft()
        folder = self.unpack()
        sheet = openpyxl.load_workbook(next(folder.glob("*.xlsx")))["Minh chứng"]
        told = {(row[1], row[9]) for row in sheet.iter_rows(min_row=5, values_only=True) if row[1]}
        found = set()
        for path in folder.glob("Minh chứng/*/*/*"):
            pair = (path.parent.name, hashlib.sha256(path.read_bytes()).hexdigest())
            self.assertNotIn(pair, found, "twice with one nominee")
            found.add(pair)
        self.assertEqual(told, found)

    def test_dates_are_those_of_the_data(self):
        self.copy_draft()
        (evidence,) = (one for one in self.json("evidence") if one["file"] == "45-KH-SYT.pdf")
        shown = {}
        for line in run_tool(SEVEN_ZIP, "l", "-slt", self.target, env=dict(os.environ, TZ="UTC")).split("\n\n"):
            fields = dict(part.split(" = ", 1) for part in line.splitlines() if " = " in part)
            shown[fields.get("Path")] = fields.get("Modified", "")
        (piece,) = (date for name, date in shown.items() if name and name.endswith("Sở Y tế/1 – 45-KH-SYT.pdf"))
        self.assertTrue(piece.startswith(evidence["received"]), piece)
        self.assertTrue(shown[MANIFEST].startswith("2022-05-20"), shown[MANIFEST])

    def test_a_sealed_dossier_is_one_action_and_has_no_mark(self):
        self.take_resolved_demo()
        before = len(self.json("log"))
        answer = self.json("dossier", "-o", self.target, *SEALING)
        self.assertRegex(answer["seal"], "^[0-9a-f]{64}$")
        self.assertEqual(["Seal the proposal: Hồ sơ.zip"], [one["label"] for one in self.json("log")[:-before]])
        folder = self.unpack()
        for path in folder.glob("*.pdf"):
            text = run_tool("pdftotext", "-enc", "UTF-8", path, "-")
            self.assertNotIn("DỰ THẢO", text, path.name)
        self.assertEqual([], list(folder.glob("*DỰ THẢO*")))
        self.assertEqual(answer["seal"], self.json("export", "-o", self.scratch / "x.xlsx", *SEALING)["seal"])

    def test_what_stands_in_the_way_of_sealing_stands_in_its_way(self):
        done = self.run_cli("dossier", "-o", self.target)
        self.assertEqual(FAILED, done.returncode)
        self.assertEqual(2, done.stderr.count("\n"), done.stderr)
        self.assertEqual(1, len(self.json("log")))
        self.assert_nothing_left(self.folder)

    def test_the_locale_does_not_matter(self):
        self.take_few()
        for locale in ("C", "POSIX", "vi_VN.TCVN"):
            with self.subTest(locale=locale):
                self.environment["LC_ALL"] = locale
                self.write_draft()
                self.assertIn(INDEX, zipfile.ZipFile(self.target).namelist())
                self.assertTrue(self.json("dossier", "--check", self.target)["ok"])

    def test_a_campaign_without_anybody_has_a_dossier_too(self):
        self.library = self.scratch / "empty"
        self.succeed("init")
        self.write_draft()
        self.assertTrue(self.json("dossier", "--check", self.target)["ok"])


class Named(SmallDossier):
    """Names from anywhere become names that every system takes."""

    def attach(self, name, nominee="so-y-te"):
        content = (EVIDENCE / "1496-BC-SNV.pdf").read_bytes() + name.encode()
        self.succeed("attach", nominee, "1", self.write(name, content))

    def rename(self, name):
        """For a name that Windows gives to no file: it may have come with a campaign from elsewhere."""
        self.attach(f"bản quét {ord(name[0])}.pdf")
        self.succeed("set", "evidence", self.json("evidence")[-1]["key"], "file=" + name)

    def list_names(self):
        self.write_draft()
        return [name for name in zipfile.ZipFile(self.target).namelist() if name.startswith("Minh chứng/")]

    def test_names_that_some_system_takes_for_one_are_told_apart(self):
        for name in ("Báo cáo.pdf", "BÁO CÁO.PDF", unicodedata.normalize("NFD", "Báo cáo.pdf") + ".pdf"):
            self.attach(name)
        names = self.list_names()
        self.assertEqual(len(names), len({unicodedata.normalize("NFC", name).casefold() for name in names}))
        self.assertIn("Minh chứng/Sở, ban, ngành tỉnh/Sở Y tế/1 – BÁO CÁO (2).pdf", names)

    def test_the_report_of_achievements_lies_with_its_nominee(self):
        self.attach("Báo cáo thành tích.pdf", "so-noi-vu")
        key = self.json("evidence")[-1]["key"]
        self.succeed("set", "nominee", "so-y-te", f'report={{"received": "2022-05-10", "evidence": "{key}"}}')
        names = self.list_names()
        folder = "Minh chứng/Sở, ban, ngành tỉnh"
        self.assertIn(f"{folder}/Sở Y tế/Báo cáo thành tích – Báo cáo thành tích.pdf", names)
        self.assertIn(f"{folder}/Sở Nội vụ/1 – Báo cáo thành tích.pdf", names)

    def test_every_name_is_safe_and_short(self):
        self.succeed("set", "unit", "SYT", "name=" + "Ủy ban nhân dân huyện / thị xã " * 9)
        self.succeed("set", "unit", "SNV", "name=CON.")
        for name in ("a: b? <c> |d|.pdf", "nul.pdf"):
            (self.rename if WINDOWS else self.attach)(name)
        for name in ("dài " * 45 + ".pdf", "𠀀" * 60 + ".pdf"):
            self.attach(name)
        names = self.list_names()
        for name in names:
            with self.subTest(name=name):
                self.assertLessEqual(len(name.encode("utf-16-le")) // 2, 200)
                self.assertEqual(name, unicodedata.normalize("NFC", name))
                self.assertNotRegex(name, r'[<>:"\\|?*\x00-\x1f]')
                for part in name.split("/"):
                    self.assertLessEqual(len(part.encode()), 255)
                    self.assertNotRegex(part, r"^\s|[. ]$")
                    self.assertNotRegex(part.upper(), r"^(CON|NUL)(\.|$)")
        self.assertTrue(any(name.endswith(".pdf") and len(name) > 150 for name in names))


class Refused(SmallDossier):
    def vault_file(self, name):
        (evidence,) = (one for one in self.json("evidence") if one["file"] == name)
        return next((self.library / "vault" / evidence["sha256"][:2]).glob(evidence["sha256"] + "*"))

    def test_every_missing_file_is_named_and_nothing_written(self):
        for name in ("45-KH-SYT.pdf", "1496-BC-SNV.pdf"):
            self.vault_file(name).unlink()
        done = self.run_cli(*DRAFT, "-o", self.target)
        self.assertEqual(FAILED, done.returncode)
        self.assertEqual(2, done.stderr.count("\n"), done.stderr)
        self.assertIn("Sở Y tế: the file 45-KH-SYT.pdf is not here", done.stderr)
        self.assertIn("1496-BC-SNV.pdf is not here", done.stderr)
        self.assert_nothing_left(self.folder)

    def test_every_damaged_file_is_named_and_nothing_written(self):
        for name in ("45-KH-SYT.pdf", "38-KH-SGTVT.jpg"):
            path = self.vault_file(name)
            content = path.read_bytes()
            path.chmod(0o600)
            path.write_bytes(content[:-1] + b"x" * 3)
        self.target.write_bytes(b"old")
        done = self.run_cli(*DRAFT, "-o", self.target)
        self.assertEqual(FAILED, done.returncode)
        self.assertIn("45-KH-SYT.pdf: the file is damaged", done.stderr)
        self.assertIn("38-KH-SGTVT.jpg: the file is damaged", done.stderr)
        self.assertEqual(b"old", self.target.read_bytes())
        self.assert_nothing_left(self.folder, self.target.name)

    def test_a_document_without_a_file_is_in_the_index_and_said(self):
        self.succeed("add", "evidence", "giay", "number=77/BC-SYT", "title=Báo cáo trên giấy")
        done = self.run_cli(*DRAFT, "-o", self.target)
        self.assertEqual(0, done.returncode)
        self.assertIn("1 document has no file", done.stderr)
        text = run_tool("pdftotext", "-layout", "-enc", "UTF-8", self.unpack() / INDEX, "-")
        self.assertIn("77/BC-SYT", text)
        self.assertIn("(không có tệp)", text)

    def test_what_was_rejected_is_there_and_said(self):
        (key,) = (one["key"] for one in self.json("evidence") if one["file"] == "45-KH-SYT.pdf")
        self.write_draft()
        names = zipfile.ZipFile(self.target).namelist()
        before = run_tool("pdftotext", "-raw", "-enc", "UTF-8", self.unpack() / INDEX, "-")
        self.succeed("set", "evidence", key, "state=rejected")
        self.write_draft()
        self.assertEqual(names, zipfile.ZipFile(self.target).namelist())
        after = run_tool("pdftotext", "-raw", "-enc", "UTF-8", self.unpack() / INDEX, "-")
        mark = "Không chấp nhận"
        self.assertEqual(before.count(mark) + 1, after.replace("\n", " ").count(mark))
        self.assertRegex(after.replace("\n", " "), f"45/KH-SYT[^–]* – {mark}")

    def test_where_it_cannot_be_written_nothing_is_left(self):
        self.refuse_unchanged("absent", *DRAFT, "-o", self.folder / "absent" / "x.zip")
        self.refuse_unchanged("folder of the library", *DRAFT, "-o", self.library / "x.zip")
        (self.folder / "x.zip").mkdir()
        self.refuse_unchanged("x.zip", *DRAFT, "-o", self.folder / "x.zip")
        self.assert_nothing_left(self.folder, "x.zip")

    def test_a_full_disk_leaves_the_old_dossier(self):
        self.take_demo()
        self.target.write_bytes(b"old")
        self.refuse_unchanged(
            self.target.name, *DRAFT, "-o", self.target,
            preexec_fn=lambda: limit_files(SMALL_DISK), restore_signals=False,
        )
        self.assertEqual(b"old", self.target.read_bytes())
        self.assert_nothing_left(self.folder, self.target.name)

    def test_wrong_usage_is_said(self):
        self.refuse(USAGE, "-o FILE.zip is missing", "dossier")
        self.refuse(USAGE, "--check reads a dossier", "dossier", "--check", self.target, "-o", self.target)


class Encrypted(SmallDossier):
    def test_seven_zip_opens_it_with_the_passphrase_only(self):
        secret = self.write_passphrase(PASSPHRASE + "\r\n")
        answer = self.write_draft("--passphrase-file", secret)
        self.assertTrue(answer["encrypted"])
        listed = run_tool(SEVEN_ZIP, "l", "-slt", f"-p{PASSPHRASE}", self.target)
        methods = re.findall(r"^Method = (.*)$", listed, re.MULTILINE)
        self.assertEqual(answer["files"], len(methods))
        self.assertEqual({"AES-256 Deflate", "AES-256 Store"}, set(methods))
        run_tool(SEVEN_ZIP, "x", f"-p{PASSPHRASE}", f"-o{self.scratch / 'mở'}", self.target)
        self.assertIn(f"{INDEX}: OK", run_tool("sha256sum", "-c", MANIFEST, cwd=self.scratch / "mở"))
        wrong = subprocess.run([SEVEN_ZIP, "t", "-pwrong", self.target], capture_output=True, check=False)
        self.assertNotEqual(0, wrong.returncode)
        self.assertNotIn(PASSPHRASE.encode(), self.target.read_bytes())

    def test_a_text_file_of_any_editor_holds_it(self):
        self.write_draft("--passphrase-file", self.write_passphrase(PASSPHRASE))
        for start, end in ((b"\xef\xbb\xbf", b"\r\n"), (b"\xef\xbb\xbf", b""), (b"", b"\n\0\xff"), (b"", b"\rmore")):
            with self.subTest(start=start, end=end):
                secret = self.write_passphrase(start + PASSPHRASE.encode() + end)
                self.assertTrue(self.json("dossier", "--check", self.target, "--passphrase-file", secret)["ok"])

    def test_it_is_checked_with_the_passphrase_only(self):
        secret = self.write_passphrase(PASSPHRASE)
        self.write_draft("--passphrase-file", secret)
        checked = self.json("dossier", "--check", self.target, "--passphrase-file", secret)
        self.assertEqual([True, True, []], [checked["ok"], checked["encrypted"], checked["findings"]])
        self.refuse(FAILED, "its passphrase is needed", "dossier", "--check", self.target)
        self.refuse(FAILED, "passphrase is wrong", "dossier", "--check", self.target,
                    "--passphrase-file", self.write_passphrase("another passphrase"))

    def test_the_passphrase_comes_from_standard_input_too(self):
        for arguments in ((*DRAFT, "-o", self.target), ("dossier", "--check", self.target)):
            done = subprocess.run(self.command(*arguments, "--passphrase-file", "-"), input=PASSPHRASE.encode() + b"\n",
                                  capture_output=True, env=self.environment, check=False)
            self.assertEqual(0, done.returncode, done.stderr)

    def test_a_passphrase_that_is_no_good_is_refused(self):
        for expected, text in (
            ("encode in different ways", "núi Sam mùa nước nổi"),
            ("encode in different ways", "with a tab\tin it"),
            ("8 to 99 characters", "1234567"),
            ("8 to 99 characters", "\nthe second line"),
            ("8 to 99 characters", "x" * 100),
            ("the file is empty", ""),
            ("the file is empty", b"\xef\xbb\xbf"),
            ("its first line is no passphrase", "x" * 2000 + "\n"),
            ("its first line is no passphrase", b"12345678\0more"),
            ("its first line is no passphrase", PASSPHRASE.encode("utf-16")),
        ):
            with self.subTest(text=text):
                self.refuse_unchanged(expected, *DRAFT, "-o", self.target, "--passphrase-file", self.write_passphrase(text))
        self.refuse_unchanged("absent.txt", *DRAFT, "-o", self.target, "--passphrase-file", self.scratch / "absent.txt")
        self.assert_nothing_left(self.folder)

    def test_what_was_put_in_without_the_passphrase_is_found(self):
        secret = self.write_passphrase(PASSPHRASE)
        pack(self.target, {"a.txt": b"a"})
        done = self.run_cli("dossier", "--check", self.target, "--passphrase-file", secret)
        self.assertEqual(FINDINGS, done.returncode)
        self.assertIn("a.txt: it is not encrypted", done.stdout)


class Checked(Dossier):
    def find(self, *expected):
        done = self.run_cli("dossier", "--check", self.target)
        self.assertEqual(FINDINGS, done.returncode, done.stdout + done.stderr)
        for text in expected:
            self.assertIn(text, done.stdout)
        self.assertEqual(len(done.stdout.splitlines()), int(done.stderr.split(" findings")[0].rsplit(" ", 1)[1]))
        return done.stdout.splitlines()

    def test_a_dossier_that_another_program_packed_again_is_whole(self):
        self.copy_draft()
        folder = self.unpack()
        self.target.unlink()
        run_tool(SEVEN_ZIP, "a", "-tzip", "-mcu=on", self.target, ".", cwd=folder)
        checked = self.json("dossier", "--check", self.target)
        self.assertEqual([True, []], [checked["ok"], checked["findings"]])

    def test_no_library_is_needed(self):
        pack(self.target, {"Tờ trình.txt": b"a"})
        self.library = self.scratch / "nowhere"
        self.assertEqual(2, self.json("dossier", "--check", self.target)["files"])
        self.assertFalse(self.library.exists())

    def test_what_is_not_as_it_was_written_is_found(self):
        hash_a = hashlib.sha256(b"a").hexdigest()
        for expected, contents in (
            (["a.txt: it was changed"], {MANIFEST: f"{hash_a}  a.txt\n", "a.txt": b"b"}),
            (["b.txt: the manifest does not name it"], {MANIFEST: f"{hash_a}  a.txt\n", "a.txt": b"a", "b.txt": b"b"}),
            (["b.txt: it is missing"], {MANIFEST: f"{hash_a}  a.txt\n{hash_a}  b.txt\n", "a.txt": b"a"}),
            (["a.txt: the manifest names it twice"], {MANIFEST: f"{hash_a}  a.txt\n" * 2, "a.txt": b"a"}),
            (["“rubbish” is not a line", "a.txt: the manifest does not"], {MANIFEST: "rubbish\n", "a.txt": b"a"}),
            (["A.TXT: the name stands in the archive twice"], {"a.txt": b"a", "A.TXT": b"a"}),
        ):
            with self.subTest(expected=expected):
                pack(self.target, contents)
                self.find(*expected)

    def test_an_archive_without_a_manifest_is_no_dossier(self):
        with zipfile.ZipFile(self.target, "w") as archive:
            archive.writestr("a.txt", "a")
        self.find(f"{MANIFEST}: it is missing")

    def test_names_that_lead_out_are_found_and_nothing_is_unpacked(self):
        for name in ("../x.txt", "a/../../x.txt", "/etc/x.txt", "C:/x.txt", "a\\..\\x.txt", "./x.txt", "a//x.txt", "x" * 2000):
            with self.subTest(name=name):
                pack(self.target, {name: b"a"})
                self.find("do not unpack it")
        self.assertEqual([self.target.name], [path.name for path in self.folder.iterdir()])
        self.assertFalse((self.scratch / "x.txt").exists())

    def test_a_link_is_found(self):
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        link.create_system = 3
        with zipfile.ZipFile(self.target, "w") as archive:
            archive.writestr(MANIFEST, "")
            archive.writestr(link, "/etc/passwd")
        self.find("link.txt: it is a link")

    def test_an_archive_that_unpacks_without_end_is_left(self):
        with zipfile.ZipFile(self.target, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(MANIFEST, "")
            with archive.open("bomb.txt", "w", force_zip64=True) as entry:
                for _ in range(1200):
                    entry.write(bytes(1 << 20))
        self.assertLess(self.target.stat().st_size, 2 << 20)
        self.find("bomb.txt: it unpacks to far more")

    def test_what_was_cut_off_anywhere_is_found(self):
        pack(self.target, {f"{n}.bin": os.urandom(5000) for n in range(5)})
        whole = self.target.read_bytes()
        for length in (len(whole) - 1, len(whole) - 30, len(whole) // 2, 100, 4):
            with self.subTest(length=length):
                self.target.write_bytes(whole[:length])
                self.find("its end is missing or damaged")

    def test_a_changed_byte_anywhere_is_found(self):
        pack(self.target, {f"{n}.bin": os.urandom(3000) for n in range(3)})
        whole = self.target.read_bytes()
        for place in range(60, len(whole) - 400, 701):
            with self.subTest(place=place):
                self.target.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
                done = self.run_cli("dossier", "--check", self.target)
                self.assertEqual(FINDINGS, done.returncode, done.stdout + done.stderr)

    def test_every_damaged_file_is_named(self):
        contents = {f"{n}.bin": os.urandom(3000) for n in range(6)}
        for method in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED):
            with self.subTest(method=method):
                pack(self.target, contents)
                with zipfile.ZipFile(self.target, "r") as archive:
                    places = {entry.filename: entry.header_offset for entry in archive.infolist()}
                damaged = bytearray(self.target.read_bytes())
                for name in ("1.bin", "4.bin"):
                    for place in range(places[name] + 500, places[name] + 520):
                        damaged[place] ^= 0x55
                self.target.write_bytes(damaged)
                lines = self.find("1.bin: it is damaged", "4.bin: it is damaged")
                self.assertEqual(2, len(lines), lines)

    def test_what_stands_behind_a_damaged_header_is_named(self):
        pack(self.target, {f"{n}.bin": os.urandom(3000) for n in range(4)})
        with zipfile.ZipFile(self.target, "r") as archive:
            places = {entry.filename: entry.header_offset for entry in archive.infolist()}
        damaged = bytearray(self.target.read_bytes())
        damaged[places["2.bin"]] ^= 0x55
        self.target.write_bytes(damaged)
        self.assertEqual(3, len(self.find("A file: it is damaged", "2.bin: it was not looked at", "3.bin: it was not")))

    def test_a_damaged_manifest_is_named_and_says_nothing(self):
        pack(self.target, {f"{n}.bin": os.urandom(300) for n in range(90)})
        damaged = bytearray(self.target.read_bytes())
        for place in range(300, 330):
            damaged[place] ^= 0x55
        self.target.write_bytes(damaged)
        self.assertEqual(1, len(self.find(f"{MANIFEST}: it is damaged")))

    def test_programs_and_names_that_windows_cannot_keep_are_found(self):
        cases = {
            "a.exe": "program", "b/c.settingcontent-ms": "program", "Biên bản.PDF.LNK": "program", "e.iso": "program",
            "con.pdf": "Windows", "b/NUL": "Windows", "com1.tar.gz": "Windows", "f.pdf.": "Windows", "g.pdf ": "Windows",
            "b /h.pdf": "Windows", "disguised.pdf": "program", "script.txt": "program", "fine.pdf": None, "CONTRACT.pdf": None,
        }
        contents = {"disguised.pdf": b"MZ\x90", "script.txt": b"#!/bin/sh\n"}
        manifest = ""
        path = self.scratch / "x.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name in cases:
                content = contents.get(name, b"%PDF-1.4\n")
                archive.writestr(name, content)
                manifest += f"{hashlib.sha256(content).hexdigest()}  {name}\n"
            archive.writestr(MANIFEST, manifest)
        done = self.run_cli("--json", "dossier", "--check", path)
        self.assertEqual(FINDINGS, done.returncode, done.stderr)
        findings = json.loads(done.stdout)["findings"]
        for name, word in cases.items():
            with self.subTest(name=name):
                said = [finding for finding in findings if finding.startswith(name + ":")]
                self.assertEqual([] if word is None else [word], [word for finding in said if word in finding])
        self.assertEqual(sum(word is not None for word in cases.values()), len(findings))

    def test_a_name_that_is_shown_back_to_front_is_found(self):
        for sign in ("\u202e", "\u2066", "\u200f", "\ufeff"):
            with self.subTest(sign=ascii(sign)):
                pack(self.target, {f"a{sign}fdp.exe": b"a"})
                told = f"a<U+{ord(sign):04X}>fdp.exe: its name is shown otherwise than it is written"
                self.assertEqual(1, len(self.find(told)))

    def test_what_is_no_archive_is_said(self):
        for content in (b"", b"%PDF-1.4 not an archive", b"P"):
            with self.subTest(content=content):
                self.target.write_bytes(content)
                self.refuse(FAILED, "is not a zip archive", "dossier", "--check", self.target)

    def test_what_cannot_be_read_is_said_in_the_language_of_messages(self):
        private = self.folder / "riêng.zip"
        private.write_bytes(b"PK")
        private.chmod(0)
        for language, texts in (
            ("en", ("there is no such file", "there is no such file", "it is a folder", "you have no right")),
            ("vi", ("không có tệp này", "không có tệp này", "đây là thư mục", "không có quyền")),
        ):
            self.environment["BANGVANG_LANGUAGE"] = language
            for text, path in zip(texts, (self.folder / "absent.zip", private / "x.zip", self.folder, private)):
                if path == private and os.geteuid() == 0:
                    continue
                with self.subTest(text=text):
                    done = self.refuse(FAILED, text, "dossier", "--check", path)
                    self.assertIn(str(path), done.stderr)


if __name__ == "__main__":
    unittest.main()
