# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes back in folders, archives and mails; documents that prove what forms say; and what does harm."""

import email.message
import email.policy
import io
import json
import os
import shutil
import struct
import subprocess
import tarfile
import unicodedata
import unittest
import zipfile
import zlib

import openpyxl

from program import FINDINGS, Test, not_on_windows, with_slashes

PDF = b"%PDF-1.4\n%%EOF\n"
HEAD = 6

needs_7z = unittest.skipUnless(shutil.which("7zz"), "7-Zip is not installed")


def pdf(number):
    """A PDF with a content of its own."""
    return PDF + str(number).encode()


def rar5(name, content):
    """An archive of one file that is stored as it is (RAR 5.0 archive format)."""

    def number(value):
        coded = bytearray()
        while value > 0x7F:
            coded.append(value & 0x7F | 0x80)
            value >>= 7
        return bytes(coded) + bytes([value])

    def block(body):
        size = number(len(body))
        return struct.pack("<I", zlib.crc32(size + body)) + size + body

    data = name.encode()
    head = number(2) + number(2) + number(len(content)) + number(4) + number(len(content)) + number(0o100644)
    head += struct.pack("<I", zlib.crc32(content)) + number(0) + number(1) + number(len(data)) + data
    return b"Rar!\x1a\x07\x01\x00" + block(number(1) + number(0) + number(0)) + block(head) + content + block(number(5) + number(0) + number(0))


def rar4(name, content):
    """The same as programs made it before 2013: an archive of RAR 2.9 with a name in UTF-8."""

    def block(kind, flags, body):
        rest = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
        return struct.pack("<H", zlib.crc32(rest) & 0xFFFF) + rest

    data = name.encode()
    head = struct.pack("<IIBIIBBHI", len(content), len(content), 3, zlib.crc32(content), 0x21 << 16, 20, 0x30, len(data), 0o100644) + data
    return b"Rar!\x1a\x07\x00" + block(0x73, 0, bytes(6)) + block(0x74, 0x8200, head) + content + block(0x7B, 0x4000, b"")


def legacy_zip(name, content):
    """An archive that says of its names nothing: their bytes are as they are."""
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 0, 0, 0x21, zlib.crc32(content), len(content), len(content), len(name), 0)
    central = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 0, 0, 0x21, zlib.crc32(content), len(content), len(content),
                          len(name), 0, 0, 0, 0, 0, 0)
    start = local + name + content
    return start + central + name + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1, 1, len(central + name), len(start), 0)


def encode_1258(text):
    """As Windows writes Vietnamese: tones apart from letters."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    encoded = b""
    for letter in unicodedata.normalize("NFC", text):
        apart = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in tones))
        encoded += (base + "".join(mark for mark in apart if mark in tones)).encode("cp1258")
    return encoded


def pack(files, method=zipfile.ZIP_DEFLATED):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return content.getvalue()


def write_mail(files, sender="Phòng Nội vụ <noivu@tanchau.example>", subject="Gửi phiếu"):
    mail = email.message.EmailMessage(policy=email.policy.SMTP)
    mail["From"], mail["Subject"], mail["Date"] = sender, subject, "Wed, 15 Dec 2021 07:30:00 +0700"
    mail.set_content("Kính gửi Sở Nội vụ,\n\nXin gửi phiếu.\n")
    for name, data in files.items() if isinstance(files, dict) else files:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


class Containers(Test):

    def setUp(self):
        super().setUp()
        self.take_demo()

    def write_form(self, unit="887", documents=(), points=None):
        """The bytes of a form that came back, with the documents that it names for criterion 2."""
        path = self.scratch / f"{unit}.xlsx"
        self.succeed("form", "--unit", unit, "-o", path, "--replace")
        book = openpyxl.load_workbook(path)
        sheet = book["Tự chấm"]
        self.assertEqual("2", sheet.cell(HEAD + 2, 1).value)
        if points is not None:
            sheet.cell(HEAD + 2, 4).value = points
        if documents:
            sheet.cell(HEAD + 2, 5).value = "\n".join([sheet.cell(HEAD + 2, 5).value or "", *documents])
        book.save(path)
        return path.read_bytes()

    def write(self, name, content):
        path = self.scratch / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def bring(self, *paths, status=0):
        done = self.run_cli("--json", "import", *paths)
        self.assertEqual(status, done.returncode, done.stdout + done.stderr)
        files = json.loads(done.stdout)
        # Whatever was unpacked is gone.
        self.assertEqual([], [found for found in self.library.rglob(".bangvang-*")])
        return files

    def forms(self, files):
        return [file for file in files if "evidence" not in file]

    def proofs(self, files):
        """By name: the state, and what the file proves or may."""
        return {with_slashes(file["file"]).rsplit("/", 1)[-1].rsplit(" › ", 1)[-1]:
                (file["evidence"], [(one["nominee"], one["criterion"]) for one in file.get("proves", file.get("candidates"))])
                for file in files if "evidence" in file}

    def evidence_of(self, nominee, criterion):
        """The names of files and what else is known of them."""
        campaign = json.loads(self.dump())
        pieces = {piece["key"]: piece for piece in campaign["evidence"]}
        found = next(one for one in campaign["nominees"] if one["key"] == nominee)
        links = next(one for one in found["assessments"] if one["criterion"] == criterion)["evidence"]
        return [pieces[key if isinstance(key, str) else key["evidence"]] for key in links]

    def refuse_file(self, content, words, name="thu.zip"):
        """What cannot be unpacked is one file that says why; nothing changes."""
        before = self.dump()
        path = self.write(name, content)
        (file,) = self.bring(path, status=FINDINGS)
        self.assertIn(words, file["error"])
        self.assertEqual(before, self.dump())
        return file

    # Containers.

    def test_a_form_in_an_archive_is_taken_in_and_says_where_it_was(self):
        before = self.dump()
        form = self.write_form(points=27.25)
        for name, content in (("a.zip", pack({"Tân Châu/phiếu.xlsx": form})), ("b.rar", rar5("Tân Châu/phiếu.xlsx", form)),
                              ("c.rar", rar4("Tân Châu/phiếu.xlsx", form))):
            with self.subTest(name):
                path = self.write(name, content)
                (file,) = self.bring(path)
                self.assertEqual(f"{path} › Tân Châu/phiếu.xlsx", file["file"])
                self.assertEqual(["27.25"], [value["after"] for value in file["changed"]])
                self.assertEqual("887", file["unit"])
                self.succeed("undo")
                self.assertEqual(before, self.dump())

    @needs_7z
    def test_a_form_in_an_archive_of_7_zip(self):
        form = self.write("Phiếu Tân Châu.xlsx", self.write_form(points=27.25))
        path = self.scratch / "a.7z"
        subprocess.run(["7zz", "a", "-bd", path, form], check=True, stdout=subprocess.DEVNULL)
        (file,) = self.bring(path)
        self.assertEqual(f"{path} › Phiếu Tân Châu.xlsx", file["file"])
        self.assertEqual(1, len(file["changed"]))

    def test_a_mail_says_who_sent_the_form_and_when(self):
        form = self.write_form(points=27.25)
        path = self.write("thư.eml", write_mail({"Phiếu của thị xã Tân Châu, gửi Sở Nội vụ năm 2021.xlsx": form}))
        (file,) = self.bring(path)
        self.assertEqual(f"{path} › Phiếu của thị xã Tân Châu, gửi Sở Nội vụ năm 2021.xlsx", file["file"])
        self.assertEqual(("Phòng Nội vụ <noivu@tanchau.example>", "2021-12-15T07:30:00+07"), (file["sender"], file["sent"]))
        self.assertEqual(1, len(file["changed"]))

    def test_containers_in_containers_and_folders(self):
        form = self.write_form(points=27.25)
        inner = write_mail({"phiếu.zip": pack({"phiếu.xlsx": form})})
        self.write("trả lời/887/thư.eml", inner)
        self.write("trả lời/.DS_Store", b"x")
        self.write("trả lời/887/~$phiếu.xlsx", b"x")
        self.write("trả lời/__MACOSX/887/a.xlsx", b"x")
        (file,) = self.bring(self.scratch / "trả lời")
        self.assertTrue(file["file"].endswith("thư.eml › phiếu.zip › phiếu.xlsx"), file["file"])
        self.assertIsNotNone(file["sender"])
        self.assertEqual(1, len(file["changed"]))
        self.assertIn("3 files were left out", self.succeed("import", self.scratch / "trả lời"))

    def test_rubbish_in_archives_is_left_out(self):
        form = self.write_form(points=27.25)
        path = self.write("a.zip", pack({"a/phiếu.xlsx": form, "__MACOSX/a/._phiếu.xlsx": b"x", "a/Thumbs.db": b"x", "a/.DS_Store": b"x",
                                         "a/~$phiếu.xlsx": b"x", "a/": b""}))
        self.assertEqual(1, len(self.bring(path)))
        self.assertIn("4 files were left out", self.succeed("import", path, "--dry-run"))

    def test_names_of_other_times_and_systems(self):
        form = self.write_form()
        name = "Phiếu thị xã Tân Châu.xlsx"
        written = {"unflagged UTF-8": name.encode(), "decomposed": unicodedata.normalize("NFD", name).encode(),
                   "of Windows": encode_1258(name),
                   "backslashes": b"a\\b\\" + name.encode()}
        for title, raw in written.items():
            with self.subTest(title):
                (file,) = self.bring(self.write("a.zip", legacy_zip(raw, form)))
                self.assertTrue(file["file"].endswith(name), file["file"])
        (file,) = self.bring(self.write("a.zip", legacy_zip("Überblick é.xlsx".encode("cp437"), form)))
        self.assertTrue(file["file"].endswith("Überblick é.xlsx"), file["file"])

    def test_ways_of_writing_names_in_mails(self):
        form = self.write_form()
        encoded = email.base64mime.body_encode(form)
        for title, header in {
            "2231": "Content-Disposition: attachment; filename*=utf-8''Phi%E1%BA%BFu%20887.xlsx",
            "2231 in pieces": "Content-Disposition: attachment;\r\n filename*0*=utf-8''Phi%E1%BA;\r\n filename*1*=%BFu%20;\r\n filename*2=\"887.xlsx\"",
            "2047": 'Content-Disposition: attachment; filename="=?utf-8?B?UGhp4bq/?=\r\n =?utf-8?Q?u_887.xlsx?="',
            "raw": 'Content-Disposition: attachment; filename="Phiếu 887.xlsx"',
            "of the type": 'Content-Type: application/x; name="=?UTF-8?Q?Phi=E1=BA=BFu_887=2Exlsx?="',
            "1258": "Content-Disposition: attachment; filename*=windows-1258''Phi%EA%ECu%20887.xlsx",
        }.items():
            with self.subTest(title):
                mail = ("From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nChào\r\n--x\r\n"
                        f"{header}\r\nContent-Transfer-Encoding: base64\r\n\r\n{encoded}\r\n--x--\r\n")
                (file,) = self.bring(self.write("a.eml", mail.encode()))
                self.assertTrue(file["file"].endswith("› Phiếu 887.xlsx"), file["file"])
                self.assertGreater(file["same"], 50)

    # Evidence.

    def test_documents_that_forms_name_become_evidence_in_the_same_action(self):
        before = self.dump()
        form = self.write_form(points=27.25, documents=("123/QĐ-UBND", "Báo cáo kết quả.pdf", "77/BC-UBND"))
        path = self.write("a.zip", pack({"phiếu.xlsx": form, "123_QD-UBND.pdf": pdf(1), "minh chứng/báo cáo kết quả.pdf": pdf(2)}))
        files = self.bring(path)
        where = ("thi-xa-tan-chau", "2")
        self.assertEqual({"123_QD-UBND.pdf": ("new", [where]), "báo cáo kết quả.pdf": ("new", [where])}, self.proofs(files))
        documents = {one["name"]: one["file"] for one in files[0]["documents"]}
        self.assertIsNone(documents["77/BC-UBND"])
        self.assertEqual(f"{path} › 123_QD-UBND.pdf", documents["123/QĐ-UBND"])
        attached = {piece["file"]: piece["number"] for piece in self.evidence_of(*where)}
        self.assertEqual("123/QĐ-UBND", attached["123_QD-UBND.pdf"])
        self.assertIn("báo cáo kết quả.pdf", attached)
        self.assertEqual(1, sum("2 pieces of evidence" in action["label"] for action in self.json("log")))
        again = self.bring(path)
        self.assertEqual({"same"}, {state for state, _ in self.proofs(again).values()})
        self.assertEqual(["77/BC-UBND"], [one["name"] for one in again[0]["documents"]])
        self.succeed("undo")
        self.assertEqual(before, self.dump())
        self.succeed("verify")

    def test_folders_name_unit_and_criterion(self):
        before = self.dump()
        self.write("drop/887 - Thị xã Tân Châu/TC 2/ảnh.pdf", pdf(1))
        self.write("drop/887 - Thị xã Tân Châu/2/khác.pdf", pdf(2))
        self.write("drop/gì đó.pdf", pdf(3))
        files = self.bring(self.scratch / "drop", status=FINDINGS)
        self.assertEqual({"ảnh.pdf": ("new", [("thi-xa-tan-chau", "2")]), "khác.pdf": ("asked", [("thi-xa-tan-chau", "2")]),
                          "gì đó.pdf": ("unknown", [])}, self.proofs(files))
        self.assertTrue(all(file["reason"] for file in files))
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_what_is_alike_or_twice_is_asked_and_not_attached(self):
        before = self.dump()
        form = self.write_form(documents=("Báo cáo Phú Thành", "9/QĐ-UBND"))
        files = self.bring(self.write("a.zip", pack({
            "phiếu.xlsx": form, "Báo cáo Phú Thạnh.pdf": pdf(1), "9_QD-UBND.pdf": pdf(2), "9_QD-UBND (1).pdf": pdf(3)})), status=FINDINGS)
        where = ("asked", [("thi-xa-tan-chau", "2")])
        self.assertEqual({"Báo cáo Phú Thạnh.pdf": where, "9_QD-UBND.pdf": where, "9_QD-UBND (1).pdf": where}, self.proofs(files))
        self.assertEqual(before, self.dump())

    def answer(self, path, answers, status=0):
        """The files, when it was answered what they prove."""
        said = self.write("answers.json", json.dumps(answers).encode())
        return self.bring("--answers", said, path, status=status)

    def asked(self, files):
        """By name: the key of the question, and the answers that are offered."""
        return {with_slashes(file["file"]).rsplit(" › ", 1)[-1]:
                (file["asks"]["key"], [choice["answer"] for choice in file["asks"]["candidates"]])
                for file in files if "asks" in file}

    def test_what_a_file_proves_is_answered_and_written_in_the_same_action(self):
        before = self.dump()
        form = self.write_form(points=27.25, documents=("Báo cáo Phú Thành", "9/QĐ-UBND"))
        path = self.write("a.zip", pack({
            "phiếu.xlsx": form, "Báo cáo Phú Thạnh.pdf": pdf(1), "9_QD-UBND.pdf": pdf(2), "9_QD-UBND (1).pdf": pdf(3)}))
        asked = self.asked(self.bring("--dry-run", path, status=FINDINGS))
        self.assertEqual(3, len(asked))
        for key, candidates in asked.values():
            self.assertEqual(["thi-xa-tan-chau/2", "thi-xa-tan-chau"], candidates, key)
        answers = {asked["Báo cáo Phú Thạnh.pdf"][0]: "thi-xa-tan-chau/1", asked["9_QD-UBND.pdf"][0]: "thi-xa-tan-chau/2",
                   asked["9_QD-UBND (1).pdf"][0]: "-"}
        files = self.answer(path, answers)
        self.assertEqual({"Báo cáo Phú Thạnh.pdf": ("new", [("thi-xa-tan-chau", "1")]), "9_QD-UBND.pdf": ("new", [("thi-xa-tan-chau", "2")]),
                          "9_QD-UBND (1).pdf": ("left-out", [])}, self.proofs(files))
        self.assertIn("9/QĐ-UBND", [piece["number"] for piece in self.evidence_of("thi-xa-tan-chau", "2")])
        self.assertIn("Báo cáo Phú Thạnh.pdf", [piece["file"] for piece in self.evidence_of("thi-xa-tan-chau", "1")])
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_the_same_file_in_the_folders_of_two_units_is_asked_about_twice(self):
        parts = {}
        for unit in ("887", "883"):
            parts[f"{unit}/phiếu.xlsx"] = self.write_form(unit, documents=("Báo cáo Phú Thành",))
            parts[f"{unit}/Báo cáo Phú Thạnh.pdf"] = pdf(1)
        path = self.write("a.zip", pack(parts))
        files = self.bring("--dry-run", path, status=FINDINGS)
        asked = {file["asks"]["key"]: file["asks"]["candidates"][0]["answer"] for file in files if "asks" in file}
        self.assertEqual(2, len(asked))
        proved = [file["proves"] for file in self.answer(path, asked) if "evidence" in file]
        self.assertEqual(2, len({proves[0]["nominee"] for proves in proved}))

    def test_a_document_named_for_two_criteria_proves_both_when_it_is_answered(self):
        form = openpyxl.load_workbook(io.BytesIO(self.write_form(documents=("Báo cáo Phú Thành",))))
        sheet = form["Tự chấm"]
        row = next(row for row in range(HEAD + 1, sheet.max_row) if str(sheet.cell(row, 1).value) == "1")
        sheet.cell(row, 5).value = "\n".join([sheet.cell(row, 5).value or "", "Báo cáo Phú Thành"])
        content = io.BytesIO()
        form.save(content)
        path = self.write("a.zip", pack({"phiếu.xlsx": content.getvalue(), "Báo cáo Phú Thạnh.pdf": pdf(1)}))
        (key, candidates), = self.asked(self.bring("--dry-run", path, status=FINDINGS)).values()
        self.assertEqual(["thi-xa-tan-chau/1", "thi-xa-tan-chau/2", "thi-xa-tan-chau"], candidates)
        files = self.answer(path, {key: "thi-xa-tan-chau/2"})
        self.assertEqual(("new", [("thi-xa-tan-chau", "1"), ("thi-xa-tan-chau", "2")]),
                         (self.proofs(files)["Báo cáo Phú Thạnh.pdf"][0], sorted(self.proofs(files)["Báo cáo Phú Thạnh.pdf"][1])))
        for criterion in "12":
            self.assertIn("Báo cáo Phú Thạnh.pdf", [piece["file"] for piece in self.evidence_of("thi-xa-tan-chau", criterion)])

    def test_the_same_file_twice_shows_its_question_at_both_places(self):
        form = self.write_form(documents=("Báo cáo Phú Thành",))
        report = ("Báo cáo Phú Thạnh.pdf", pdf(1))
        mail = self.write("a.eml", write_mail([("phiếu.xlsx", form), report, report]))
        files = self.bring("--dry-run", mail, status=FINDINGS)
        keys = [file["asks"]["key"] for file in files if "evidence" in file]
        self.assertEqual(2, len(keys))
        self.assertEqual(1, len(set(keys)))

    def test_whose_criterion_is_asked_after_whose_file(self):
        form = self.write_form(points=27.25, documents=("9/QĐ-UBND",))
        path = self.write("a.zip", pack({"phiếu.xlsx": form, "Scan 1.pdf": pdf(1), "9_QĐ-UBND.pdf": pdf(2)}))
        files = self.bring("--dry-run", path, status=FINDINGS)
        # The only document that the form names is there: any criterion of the unit may be meant.
        (key, candidates), = self.asked(files).values()
        self.assertTrue(key.startswith("proof/") and key.endswith("/Scan 1.pdf/thi-xa-tan-chau"), key)
        self.assertIn("thi-xa-tan-chau/1", candidates)
        self.assertIn("thi-xa-tan-chau/2", candidates)
        files = self.answer(path, {key: "thi-xa-tan-chau/nothing"}, status=FINDINGS)
        self.assertEqual("thi-xa-tan-chau/nothing", next(file["asks"]["refused"] for file in files if "asks" in file))
        files = self.answer(path, {key: "thi-xa-tan-chau/1"})
        self.assertEqual(("new", [("thi-xa-tan-chau", "1")]), self.proofs(files)["Scan 1.pdf"])

    def test_another_criterion_than_those_offered_is_asked_in_turn(self):
        form = self.write_form(documents=("Báo cáo Phú Thành",))
        path = self.write("a.zip", pack({"phiếu.xlsx": form, "Báo cáo Phú Thạnh.pdf": pdf(1)}))
        (first, _), = self.asked(self.bring("--dry-run", path, status=FINDINGS)).values()
        (second, candidates), = self.asked(self.answer(path, {first: "thi-xa-tan-chau"}, status=FINDINGS)).values()
        self.assertEqual(first + "/thi-xa-tan-chau", second)
        self.assertGreater(len(candidates), 3)
        files = self.answer(path, {first: "thi-xa-tan-chau", second: "thi-xa-tan-chau/1"})
        self.assertEqual(("new", [("thi-xa-tan-chau", "1")]), self.proofs(files)["Báo cáo Phú Thạnh.pdf"])

    def test_a_number_that_two_units_name_goes_to_the_one_in_whose_mail_it_came(self):
        mails = self.scratch / "thư"
        for unit in ("887", "30376"):
            form = self.write_form_of(unit)
            self.write(f"thư/{unit} thư.eml", write_mail({"phiếu.xlsx": form, "1_QĐ-UBND.pdf": pdf(unit)}))
        files = self.bring(mails)
        named = {file["unit"]: [(one["nominee"], one["criterion"]) for one in file["documents"]] for file in self.forms(files)}
        proved = {with_slashes(file["file"]).split(" thư.eml")[0].rsplit("/", 1)[-1]: [(one["nominee"], one["criterion"]) for one in file["proves"]]
                  for file in files if "evidence" in file}
        self.assertEqual(named, proved)
        self.assertNotEqual(named["887"], named["30376"])

    def write_form_of(self, unit):
        path = self.scratch / f"{unit}.xlsx"
        self.succeed("form", "--unit", unit, "-o", path, "--replace")
        book = openpyxl.load_workbook(path)
        sheet = book["Tự chấm"]
        row = next(row for row in range(HEAD + 1, sheet.max_row) if str(sheet.cell(row, 1).value) in ("1.1", "2"))
        sheet.cell(row, 5).value = "1/QĐ-UBND"
        book.save(path)
        return path.read_bytes()

    def test_what_is_named_for_a_person_proves_all_that_the_person_says(self):
        form = openpyxl.load_workbook(io.BytesIO(self.write_form()))
        sheet = form["Cá nhân"]
        column = next(cell.column for cell in sheet[HEAD] if cell.value == "Tài liệu minh chứng")
        sheet.cell(HEAD + 1, column).value += "\nGiấy khen"
        sheet.cell(HEAD + 2, 1).value, sheet.cell(HEAD + 2, column).value = "Lê Thị Mỹ Duyên", "Bằng khen.pdf"
        content = io.BytesIO()
        form.save(content)
        before = self.dump()
        files = self.bring(self.write("a.zip", pack({"phiếu.xlsx": content.getvalue(), "Giấy khen.pdf": pdf(1), "Bằng khen.pdf": pdf(2)})))
        proofs = self.proofs(files)
        self.assertEqual(["1", "2"], [criterion for _, criterion in proofs["Giấy khen.pdf"][1]])
        self.assertEqual([("le-thi-my-duyen", "1"), ("le-thi-my-duyen", "2")], proofs["Bằng khen.pdf"][1])
        self.assertEqual(["Bằng khen.pdf"], [piece["file"] for piece in self.evidence_of("le-thi-my-duyen", "1")])
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_a_document_of_word_that_a_form_names_is_evidence(self):
        form = self.write_form(documents=("Kế hoạch.docx",))
        word = pack({"[Content_Types].xml": "<Types/>", "word/document.xml": "<document><body/></document>"})
        self.assertEqual("new", self.proofs(self.bring(self.write("a.zip", pack({"phiếu.xlsx": form, "Kế hoạch.docx": word}))))["Kế hoạch.docx"][0])

    def test_what_may_not_be_evidence_is_refused(self):
        form = self.write_form(documents=("a.pdf",))
        before = self.dump()
        files = self.bring(self.write("a.zip", pack({"phiếu.xlsx": form, "a.pdf": b"no PDF", "b.exe": b"MZ"})), status=FINDINGS)
        self.assertEqual({"a.pdf": ("refused", [])}, self.proofs(files))
        self.assertEqual(1, sum("b.exe" in file["file"] and file["error"] is not None for file in self.forms(files)))
        self.assertEqual(before, self.dump())

    # Harm.

    def test_bombs(self):
        self.refuse_file(pack({"a.xlsx": bytes(100 << 20)}), "far more", "bomb.zip")

    @not_on_windows("an archive of so many files takes minutes under wine")
    def test_a_bomb_of_files(self):
        self.refuse_file(pack({f"{i}.txt": b"" for i in range(100_000)}, zipfile.ZIP_STORED), "far more", "many.zip")

    def test_archives_within_each_other(self):
        content = pack({"a.pdf": PDF})
        for i in range(5):
            content = pack({f"{i}.zip": content})
        self.refuse_file(content, "too many other archives")

    def test_what_is_cut_off_or_changed(self):
        form = self.write_form(points=27.25)
        whole = pack({"phiếu.xlsx": form}, zipfile.ZIP_STORED)
        self.refuse_file(whole[:len(whole) // 2], "damaged")
        self.refuse_file(whole[:2000] + b"x" + whole[2001:], "damaged")
        # Its list of files is said to begin where it does not.
        self.refuse_file(whole[:-6] + struct.pack("<I", len(whole) - 30) + whole[-2:], "damaged")
        mail = write_mail({"phiếu.xlsx": form})
        self.refuse_file(mail[:len(mail) // 2], "damaged", "a.eml")
        for make in (rar4, rar5):
            rar = make("phiếu.xlsx", form)
            self.refuse_file(rar[:len(rar) // 2], "damaged", "a.rar")

    def test_what_is_no_mail_or_empty(self):
        self.refuse_file(b"Xin ch\xc3\xa0o", "no mail", "a.eml")
        self.refuse_file(write_mail({}), "no file", "a.eml")
        self.refuse_file(pack({}), "no file")
        (self.scratch / "trống").mkdir()
        (file,) = self.bring(self.scratch / "trống", status=FINDINGS)
        self.assertIn("no file", file["error"])

    def test_mails_that_are_locked(self):
        self.refuse_file(b"From: a@b.example\r\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n"
                  b"Content-Transfer-Encoding: base64\r\n\r\nAAAA\r\n", "password", "a.eml")

    @needs_7z
    def test_passwords(self):
        self.write("in/phiếu.xlsx", self.write_form())
        for kind, options in (("zip", ["-tzip"]), ("7z", []), ("7z", ["-mhe=on"])):
            with self.subTest(kind, options=options):
                path = self.scratch / f"a.{kind}"
                path.unlink(missing_ok=True)
                subprocess.run(["7zz", "a", "-bd", "-psecret", *options, path, self.scratch / "in/phiếu.xlsx"], check=True, stdout=subprocess.DEVNULL)
                self.refuse_file(path.read_bytes(), "password", f"a.{kind}")

    def test_names_lead_nowhere(self):
        form = self.write_form()
        before = sorted(path for path in self.scratch.rglob("*") if self.library not in path.parents)
        for name in ("../../a.xlsx", "/etc/a.xlsx", "C:\\Windows\\a.xlsx", "..\\..\\a.xlsx", "a/../../../a.xlsx", "aux/nul:/a.xlsx", "x" * 300 + "/a.xlsx"):
            with self.subTest(name):
                path = self.write("a.zip", pack({name: form}))
                (file,) = self.bring(path)
                self.assertGreater(file["same"], 50)
                self.assertNotIn("..", file["file"].split(" › ")[1])
                path.unlink()
        self.assertEqual(before, sorted(path for path in self.scratch.rglob("*") if self.library not in path.parents))

    def test_names_that_show_back_to_front_or_are_too_long(self):
        form = self.write_form()
        path = self.write("a.zip", pack({"a\u202exslx.exe\u202c.xlsx": form, "b" * 3000: form, "c\x07\x1b[31m.xlsx": form}))
        files = self.bring(path)
        self.assertEqual(2, len(files))
        self.assertTrue(all(character.isprintable() for file in files for character in file["file"]))

    @not_on_windows("only some may make links")
    def test_links_are_not_followed(self):
        secret = self.write("secret/a.pdf", PDF)
        os.makedirs(self.scratch / "drop")
        os.symlink(secret, self.scratch / "drop/a.pdf")
        os.symlink(self.scratch / "drop", self.scratch / "drop/round")
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as written:
            link = zipfile.ZipInfo("a.pdf")
            link.external_attr, link.create_system = 0o120777 << 16, 3
            written.writestr(link, str(secret))
            written.writestr("b.pdf", PDF)
        self.write("drop/links.zip", archive.getvalue())
        files = self.bring(self.scratch / "drop", status=FINDINGS)
        self.assertEqual({"b.pdf": ("unknown", [])}, self.proofs(files))

    def test_an_archive_of_another_kind_is_named(self):
        content = io.BytesIO()
        with tarfile.open(fileobj=content, mode="w:gz") as archive:
            archive.addfile(tarfile.TarInfo("a.pdf"))
        files = self.bring(self.write("a.tar.gz", content.getvalue()), status=FINDINGS)
        self.assertEqual({"a.tar.gz": ("unknown", [])}, self.proofs(files))


if __name__ == "__main__":
    unittest.main()
