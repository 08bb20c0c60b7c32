# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills runs at random moments: the next start leaves nothing of them, and what was sealed and its name are one.

How often is $BANGVANG_KILLS, or the second argument, behind the program; the seed of the moments is the third.
"""

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import stat
import sys
import time
import unittest

KILLS = int(os.environ.get("BANGVANG_KILLS", "57"))
KILLS, SEED = (int(sys.argv.pop(2)) if len(sys.argv) > 2 else default for default in (KILLS, 1078))

from filled_form import write_filled_form  # noqa: E402
from folder_files import read_files, write_files  # noqa: E402
from program import FINDINGS, SEALING, Test, not_on_windows  # noqa: E402

OLD = "cũ".encode()

# What is written by each kind of run; those that begin a library have none before.
TARGETS = {
    "sealed": "x.xlsx", "draft": "x.xlsx", "print": "x.pdf", "word": "x.docx", "dossier": "x.zip", "mail": "x.eml",
    "letters": "thư", "load": None, "attach": None, "demo": None, "init": None, "dump": "x.json", "view": None,
    "score": None, "undo": None, "backup": None, "restore": None, "form": "y.xlsx", "import": None,
}
BEGINNERS = {"demo", "init"}


@not_on_windows("wine's server goes on for a while with what a killed program began")
class Killed(Test):
    def setUp(self):
        super().setUp()
        self.random = random.Random(SEED)
        self.environment["XDG_CACHE_HOME"] = str(self.scratch / "cache")
        self.environment["TMPDIR"] = str(self.scratch / "tmp")
        self.folder = self.scratch / "gửi đi"
        self.stick = self.scratch / "que nhớ"
        for folder in (self.folder, self.stick, self.scratch / "tmp"):
            folder.mkdir()
        self.durations, self.letters = {}, []
        self.counts = dict.fromkeys(TARGETS, 0)

    def arguments(self, kind):
        target = self.folder / TARGETS[kind] if TARGETS[kind] else None
        return {
            "sealed": ("export", *SEALING, "-o", target),
            "draft": ("export", "--draft", "-o", target),
            "print": ("print", "--list", "verification", "-o", target),
            "word": ("print", "--list", "submission", "-o", target),
            "dossier": ("dossier", *SEALING, "-o", target),
            "mail": ("mail", "--to", "", "-o", target),
            "letters": ("letters", "--pdf", "--replace", "-o", target),
            "load": ("load", "--replace", self.source),
            "attach": ("attach", "so-y-te", "2", self.fresh),
            "demo": ("demo",),
            "init": ("init",),
            "dump": ("dump", "-o", target),
            "view": ("verify",),
            "score": ("score", "so-y-te", "2", "1"),
            "undo": ("undo",),
            "backup": ("backup", "-o", self.stick),
            "restore": ("restore", self.backup, "--replace"),
            "form": ("form", "--unit", "887", "--replace", "-o", target),
            "import": ("import", self.form),
        }[kind]

    def prepare(self, kind):
        """A library as it was before, and an older file of the name."""
        for library in self.scratch.glob(self.library.name + "*"):
            shutil.rmtree(library)
        for folder in (self.folder, self.stick):
            shutil.rmtree(folder)
            folder.mkdir()
        if kind not in BEGINNERS:
            self.take_resolved_demo()
        if kind == "letters" and self.random.random() < 0.8:
            (self.folder / "thư").mkdir()
            write_files(self.folder / "thư", {name: OLD for name in self.letters})
        elif TARGETS[kind] and kind != "letters" and self.random.random() < 0.5:
            (self.folder / TARGETS[kind]).write_bytes(OLD)
        self.fresh = self.write("minh chứng mới.txt", f"{self.random.random()}")

    def measure(self, kind):
        """How long such a run takes when nobody kills it, and which letters it writes."""
        self.prepare(kind)
        begin = time.monotonic()
        self.succeed(*self.arguments(kind))
        self.durations[kind] = time.monotonic() - begin
        if kind == "letters":
            self.letters = [path.name for path in (self.folder / "thư").iterdir()]

    def kill(self, kind):
        process = self.start_cli(*self.arguments(kind))
        time.sleep(self.random.uniform(0, self.durations[kind]))
        process.send_signal(signal.SIGKILL)
        process.stdout.read()
        return process.wait() == -signal.SIGKILL

    def list_files(self):
        """All that lies anywhere a run writes to, but for what a library consists of."""
        places = (self.folder, self.scratch / "tmp", self.scratch / "cache", self.scratch / "state", self.library)
        return sorted(path for place in places if place.exists() for path in place.rglob("*"))

    def check_private(self):
        for path in self.list_files():
            if path.name.startswith(".bangvang-") and not path.is_symlink():
                expected = 0o700 if path.is_dir() else 0o600
                # What is kept of an older file is as open as that was, in the place of which it stands.
                if not path.name.startswith(".bangvang-before-"):
                    self.assertEqual(expected, stat.S_IMODE(path.stat().st_mode), path)

    def check_library(self):
        known = {"bangvang.db", "bangvang.lock", "bangvang.lock.txt", "vault"}
        self.assertLessEqual({path.name for path in self.library.iterdir()}, known)
        with contextlib.closing(sqlite3.connect(self.library / "bangvang.db")) as db:
            named = {row[0] for row in db.execute("SELECT sha256 FROM evidence UNION SELECT dump FROM proposal "
                                                      "UNION SELECT sha256 FROM receipt")}
            self.assertEqual([(0,)], db.execute("SELECT count (*) FROM unfinished").fetchall())
        kept = {path.name[:64] for path in self.library.glob("vault/*/*")}
        self.assertEqual(set(), kept - named)

    def check_outside(self, kind):
        left = [path for place in ("tmp", "state/bangvang/unfinished", "cache/bangvang")
                for path in (self.scratch / place).glob("**/*") if path.is_file()]
        self.assertEqual({}, {path.name: path.read_bytes() for path in left})
        if kind == "letters":
            self.check_letters()
        else:
            self.assertLessEqual({path.name for path in self.folder.iterdir()}, {TARGETS[kind]})
        if kind in ("sealed", "dossier"):
            self.check_sealing(self.folder / TARGETS[kind])
        if kind == "backup":
            self.check_backup()

    def check_letters(self):
        folder = self.folder / "thư"
        recorded = any("thư" in action["label"] or "letter" in action["label"] for action in self.json("log"))
        found = read_files(folder) if folder.exists() else {}
        if recorded:
            self.assertEqual(set(self.letters), {str(name) for name in found})
            self.assertNotIn(OLD, found.values())
        else:
            self.assertIn(set(found.values()), (set(), {OLD}))
            self.assertIn(len(found), (0, len(self.letters)))

    def check_backup(self):
        """A whole one, or none; and the next takes away what is left of it."""
        for entry in self.json("backups", self.stick):
            self.assertIn(entry["fault"], (None, "the copy was cut off, and never proven"))
        self.succeed("backup", "-o", self.stick)
        self.assertEqual([], [path.name for path in self.stick.rglob("*.part")])

    def check_sealing(self, target):
        """Named and recorded, or neither."""
        named = target.exists() and target.read_bytes() != OLD
        self.assertEqual(len(self.json("sealed")), named)

    def check_state(self, kind):
        """A library that was begun is there whole, or not at all."""
        if kind in BEGINNERS and not self.library.exists():
            return
        self.assertEqual({"ok": True, "findings": []}, self.json("verify"))
        self.check_library()

    def test_the_next_start_leaves_nothing_of_a_killed_run(self):
        self.source = self.keep("source", self.write_source)
        self.backup = self.keep("backup", self.write_backup)
        self.form = self.keep("form.xlsx", lambda path: write_filled_form(self, path))
        for kind in TARGETS:
            self.measure(kind)
        for number in range(KILLS):
            kind = list(TARGETS)[number % len(TARGETS)]
            with self.subTest(kind=kind, number=number):
                self.prepare(kind)
                self.counts[kind] += self.kill(kind)
                self.check_private()
                self.run_cli("campaigns")
                self.check_state(kind)
                self.check_outside(kind)
        print(f"{KILLS} runs, killed before their end: {sum(self.counts.values())} {self.counts}")

    def test_who_only_reads_takes_away_what_was_left(self):
        self.take_demo()
        for reader in ("campaigns", "verify", "dump"):
            (self.library / "bangvang.restore/vault").mkdir(parents=True)
            (self.library / "bangvang.restore/bangvang.db").write_bytes(b"x")
            (self.library / "bangvang.db-journal").write_bytes(b"")
            (self.library / "bangvang.lock.txt.ABC123").write_bytes(b"")
            self.succeed(reader)
            self.check_library()

    def test_who_only_reads_leaves_it_to_whoever_is_at_it(self):
        self.take_demo()
        ready = self.library / "bangvang.restore"
        ready.mkdir()
        with contextlib.closing(sqlite3.connect(self.library / "bangvang.lock")) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            self.succeed("campaigns")
            self.assertTrue(ready.exists())
        self.succeed("campaigns")
        self.assertFalse(ready.exists())

    def test_what_is_still_there_is_reported_until_a_writer_removes_it(self):
        self.take_demo()
        left = self.library / ".bangvang-abc123"
        left.mkdir()
        self.assertEqual({"ok": True, "findings": []}, self.json("verify"))
        os.utime(left, (1, 1))
        done = self.run_cli("verify")
        self.assertEqual(FINDINGS, done.returncode, done.stderr)
        self.assertIn(f"{left} could not be removed", done.stdout)
        self.succeed("score", "so-y-te", "1", "3")
        self.assertFalse(left.exists())
        self.assertEqual({"ok": True, "findings": []}, self.json("verify"))

    def write_backup(self, path):
        path.mkdir()
        self.take_demo()
        self.succeed("backup", "-o", path)
        return path

    def write_source(self, path):
        self.take_demo()
        path.write_text(self.dump(), encoding="utf-8")
        return path


if __name__ == "__main__":
    unittest.main()
