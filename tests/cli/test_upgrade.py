# SPDX-License-Identifier: GPL-3.0-or-later
"""A library of an older program: a whole copy of it is there before anything is changed, wherever that is cut off.

$UPGRADE_CUTS says at how many sizes of the disk, and at how many moments.
"""

import os
import shutil
import signal
import sqlite3
import time
import unittest

from program import DONE, Test, limit_files, not_on_windows

OLD = 5
N_CUTS = int(os.environ.get("UPGRADE_CUTS", "10"))
TO_SCHEMA_5 = """
    DROP TABLE learned;
    DROP TABLE handout;
    DROP TABLE receipt;
    DROP TABLE template;
    DROP TABLE quota_after;
    DROP TABLE quota_decision;
    ALTER TABLE quota DROP COLUMN award;
    DROP INDEX group_assessor;
    DROP INDEX criterion_assessor;
    ALTER TABLE "group" DROP COLUMN assessor;
    ALTER TABLE "group" DROP COLUMN sum;
    ALTER TABLE criterion DROP COLUMN state;
    ALTER TABLE criterion DROP COLUMN assessor;
    DROP TABLE group_class;
    DROP TABLE unfinished;
    DROP TABLE chain;
    DROP TABLE content;
    ALTER TABLE proposal DROP COLUMN taken;
    ALTER TABLE proposal DROP COLUMN chain;
    PRAGMA user_version = 5;
    PRAGMA journal_mode = WAL;
"""


class Upgrade(Test):
    def setUp(self):
        super().setUp()
        self.old = self.keep_library("of schema 5", self.take_demo, self.make_older)
        self.take(self.old)
        self.copy = self.library / f"bangvang-{OLD}.db"
        self.rows = self.read(self.library / "bangvang.db")[1]

    def make_older(self):
        db = sqlite3.connect(self.library / "bangvang.db")
        db.executescript(TO_SCHEMA_5)
        db.close()

    def read(self, path):
        """The schema of a database, and what stands in the tables that the schemas share.

        Of a copy: whoever closes a database last, as this would, takes its log away.
        """
        looked_at = self.scratch / "looked-at"
        shutil.rmtree(looked_at, ignore_errors=True)
        looked_at.mkdir()
        for part in path.parent.glob(path.name + "*"):
            shutil.copy(part, looked_at)
        db = sqlite3.connect(looked_at / path.name)
        try:
            tables = ("campaign", "nominee", "assessment", "evidence", "journal")
            # A newer SQLite asks the search index too, whose words only the program can take apart.
            for table in tables:
                self.assertEqual("ok", db.execute(f"PRAGMA integrity_check({table})").fetchone()[0])
            return db.execute("PRAGMA user_version").fetchone()[0], [db.execute(f"SELECT * FROM {table}").fetchall() for table in tables]
        finally:
            db.close()

    def check_upgraded(self):
        """The next start brings it up to date, and there is a whole copy of what it was."""
        self.assertTrue(self.json("verify")["ok"])
        self.assertEqual((OLD, self.rows), self.read(self.copy))
        version, rows = self.read(self.library / "bangvang.db")
        self.assertLess(OLD, version)
        self.assertEqual([len(table) for table in self.rows], [len(table) for table in rows])
        self.assertEqual([], list(self.library.glob("*.part*")))

    def check_cut_off(self):
        """No change without a whole copy."""
        version, _ = self.read(self.library / "bangvang.db")
        if self.copy.exists():
            self.assertEqual((OLD, self.rows), self.read(self.copy))
        else:
            self.assertEqual(OLD, version)
        self.check_upgraded()

    def test_leaves_a_whole_copy(self):
        self.succeed("nominees")
        self.check_upgraded()
        self.assertEqual(["upgrade"], [entry["kind"] for entry in self.json("backups")])

    def test_a_copy_that_is_not_whole_does_not_count(self):
        whole = (self.old / "bangvang.db").read_bytes()
        for content in (b"", b"x", whole[: len(whole) // 2], whole[:-4096], whole[:5000] + b"\0" * (len(whole) - 5000)):
            with self.subTest(length=len(content)):
                self.take(self.old)
                self.copy.write_bytes(content)
                self.succeed("nominees")
                self.check_upgraded()

    def test_a_copy_of_something_else_stays(self):
        with self.at(self.scratch / "khác"):
            self.take(self.old)
            self.succeed("score", "so-y-te", "2", "1")
            self.make_older()
            other = (self.library / "bangvang.db").read_bytes()
        self.copy.write_bytes(other)
        self.succeed("nominees")
        self.assertEqual(other, self.copy.read_bytes())
        self.copy = self.library / f"bangvang-{OLD}-2.db"
        self.check_upgraded()

    @not_on_windows("no disk is full in a test")
    def test_a_full_disk_changes_nothing_without_a_copy(self):
        most = (self.old / "bangvang.db").stat().st_size * 5 // 4
        for cut in range(N_CUTS):
            with self.subTest(cut=cut):
                self.take(self.old)
                size = most * cut // N_CUTS
                self.run_cli("nominees", preexec_fn=lambda size=size: limit_files(size), restore_signals=False)
                self.check_cut_off()

    @not_on_windows("wine has no way to kill a program at a moment")
    def test_a_kill_changes_nothing_without_a_copy(self):
        begin = time.monotonic()
        self.succeed("nominees")
        seconds = time.monotonic() - begin
        for cut in range(N_CUTS):
            with self.subTest(cut=cut):
                self.take(self.old)
                process = self.start_cli("nominees")
                time.sleep(seconds * (0.1 + 0.9 * cut / N_CUTS))
                process.send_signal(signal.SIGKILL)
                self.assertIn(process.wait(), (DONE, -signal.SIGKILL))
                self.check_cut_off()


if __name__ == "__main__":
    unittest.main()
