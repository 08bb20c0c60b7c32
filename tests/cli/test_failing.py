# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written while a call to the system fails is right or refused: nothing in between, nothing sealed, nothing
left. The second argument is the library that makes calls fail. BANGVANG_POINTS says how many calls of each kind fail
in turn, with each error; by itself the test takes a few."""

import collections
import email
import email.policy
import errno
import hashlib
import io
import os
import pathlib
import re
import shutil
import sqlite3
import sys
import unittest
import zipfile
import zlib

from filled_form import write_filled_form
from folder_files import read_files
from program import DONE, FAILED, SEALING, Test

FAILING = os.path.abspath(sys.argv.pop(1))
POINTS = int(os.environ.get("BANGVANG_POINTS", "0"))
FEW_POINTS = 2

KINDS = ("write", "close", "fsync", "rename")
ERRORS = (errno.ENOSPC, errno.EIO)

EVIDENCE = "Minh chứng"  # the folder of a dossier whose files are as they were
MANIFEST = "MANIFEST.sha256"
OF_HASHES = (MANIFEST, "0. Mục lục hồ sơ.pdf")  # what else a dossier says of its files differs with them
OLD = b"the file of yesterday"
TIMES = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*<")
PDF_TIME = re.compile(rb"/CreationDate \([^)]*\)")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)

# What is written, and the file or folder that it goes into.
JOBS = {
    "draft": (("export", "--draft"), "đề nghị.xlsx"),
    "sealed": (("export", *SEALING), "đề nghị.xlsx"),
    "pdf": (("print", "--list", "ranking"), "xếp hạng.pdf"),
    "docx": (("print", "--list", "submission"), "tờ trình.docx"),
    "dossier": (("dossier", "--draft"), "hồ sơ.zip"),
    "mail": (("mail", "--to", "a@example.org"), "thư.eml"),
    "letters": (("letters", "--pdf"), "các thư"),
    "dump": (("dump",), "dữ liệu.json"),
    "form": (("form", "--unit", "887", "--replace"), "biểu mẫu.xlsx"),
    "import": (("import",), None),  # into the library alone
}

# Whoever starts another program lets no signal through meanwhile, and writes and closes: that call would end it.
KINDS_OF = {"import": ("fsync", "rename")}


def inflate(stream):
    try:
        return zlib.decompress(stream[1])
    except zlib.error:
        return stream[1]


def is_of_places(content, stream):
    """Newer PDF writers pack also the table of where in the file what stands."""
    return b"/XRef" in content[: stream.start()].rpartition(b" obj")[2]


def say_pdf(content):
    """All of it but when it was made, and where in it things stand."""
    if not content.startswith(b"%PDF-") or not content.endswith(b"%%EOF\n"):
        return content
    streams = [stream for stream in STREAM.finditer(content) if not is_of_places(content, stream)]
    return b"".join(PDF_TIME.sub(b"", inflate(stream)) for stream in streams)


def say_zip(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    said = {name: say(name, file) for name, file in files.items() if name not in OF_HASHES}
    if MANIFEST in files:
        lines = [line.split("  ", 1) for line in files[MANIFEST].decode().splitlines()]
        said[MANIFEST] = {name: hashlib.sha256(files[name]).hexdigest() == sha256 for sha256, name in lines}
    return said


def say_mail(content):
    parts = email.message_from_bytes(content, policy=email.policy.default).walk()
    return [(part.items(), part.is_multipart() or say(part.get_filename(), part.get_content())) for part in parts]


def say(name, content):
    """What a file says, without what differs each time it is made."""
    path = pathlib.PurePath(name or "")
    if path.suffix in (".xlsx", ".docx", ".zip"):
        return say_zip(content)
    if path.suffix == ".eml":
        return say_mail(content)
    if path.suffix == ".pdf" and EVIDENCE not in path.parts:
        content = say_pdf(content)
    if path.suffix == ".xml":
        content = TIMES.sub(b"", content)
    return hashlib.sha256(content if isinstance(content, bytes) else content.encode()).hexdigest()


class Failing(Test):
    def setUp(self):
        super().setUp()
        self.folder = self.scratch / "gửi đi"
        self.counts = collections.Counter()
        options = self.environment.get("ASAN_OPTIONS", "")
        # What looks for leaks is stopped at the same door.
        self.environment |= {"ASAN_OPTIONS": options + ":verify_asan_link_order=0:detect_leaks=0"}
        self.count_file = self.scratch / "count"
        if self.run_failing("write", 0, 0, "--version").returncode < 0:
            self.skipTest("the system lets no program watch its own calls (seccomp)")

    def run_failing(self, kind, number, error, *arguments):
        """A call of the program in which one call to the system fails; 0: none."""
        own = self.environment
        self.environment = own | {
            "LD_PRELOAD": FAILING,
            "BANGVANG_FAILING": f"{kind} {number} {error}",
            "BANGVANG_FAILING_COUNT": str(self.count_file),
        }
        try:
            return self.run_cli(*arguments)
        finally:
            self.environment = own

    def begin(self, name):
        """The library as it was, and an older file where one is replaced."""
        arguments, target = JOBS[name]
        if target is None:
            arguments = *arguments, self.keep("form.xlsx", lambda path: write_filled_form(self, path))
        self.take_resolved_demo()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        if target is None:
            return arguments
        if name != "letters":
            (self.folder / target).write_bytes(OLD)
        return *arguments, "-o", self.folder / target

    def count_actions(self):
        with sqlite3.connect(self.library / "bangvang.db") as database:
            return database.execute("SELECT count(*), max(id) FROM journal").fetchone()

    def say_folder(self):
        """What is written, and what the library knows of it."""
        files = {str(name): say(name, content) for name, content in read_files(self.folder).items()}
        return files | {"actions": self.count_actions(), "dump": None if files else self.dump()}

    def read_all(self):
        return read_files(self.folder), self.count_actions()

    def compare(self, expected, found):
        """What differs, by its name."""
        if not isinstance(expected, dict) or not isinstance(found, dict):
            return {} if expected == found else {"expected": expected, "found": found}
        both = {name: self.compare(expected.get(name), found.get(name)) for name in expected.keys() | found.keys()}
        return {name: difference for name, difference in both.items() if difference}

    def check_refused(self, before, done):
        self.assertEqual(FAILED, done.returncode, done.stderr)
        self.assertRegex(done.stderr, r"\Abangvang-cli: .*\n\Z")
        self.assertEqual(before, self.read_all())
        self.assertEqual([], [path.name for path in self.library.iterdir() if path.name.startswith("work-")])

    def check_failing(self, name, kind, number, error, expected):
        arguments = self.begin(name)
        before = self.read_all()
        done = self.run_failing(kind, number, error, *arguments)
        self.counts[name, kind, "done" if done.returncode == DONE else "refused"] += 1
        if done.returncode == DONE:
            self.assertEqual({}, self.compare(expected, self.say_folder()))
        else:
            self.check_refused(before, done)

    def choose(self, n_calls):
        """Points among all calls, and the errors that come there."""
        n_points = min(n_calls, POINTS or FEW_POINTS)
        for i in range(n_points):
            for error in ERRORS if POINTS else ERRORS[i % 2 :][:1]:
                yield 1 + (2 * i + 1) * n_calls // (2 * n_points), error

    def check_job(self, name):
        for kind in KINDS_OF.get(name, KINDS):
            done = self.run_failing(kind, 0, 0, *self.begin(name))
            self.assertEqual(DONE, done.returncode, done.stderr)
            expected = self.say_folder()
            for number, error in self.choose(int(self.count_file.read_text())):
                with self.subTest(kind=kind, number=number, error=errno.errorcode[error]):
                    self.check_failing(name, kind, number, error, expected)
        if POINTS:
            print("#", *(f"{' '.join(key)}: {count};" for key, count in sorted(self.counts.items())))


for job in JOBS:
    setattr(Failing, f"test_{job}_is_right_or_refused", lambda self, job=job: self.check_job(job))


if __name__ == "__main__":
    unittest.main()
