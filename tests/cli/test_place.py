# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a library lies: nobody else reads it there, and what may do harm to it is said."""

import contextlib
import shutil
import sqlite3
import stat
import subprocess
import unittest

from program import DONE, Test, not_on_windows

WAL = 2


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@not_on_windows("the folder says who may read a file")
class Private(Test):
    def check_private(self):
        for path in (self.library, *self.library.rglob("*")):
            self.assertEqual(0, mode(path) & 0o077, path)

    def warn(self, expected, *arguments, **options):
        done = self.run_cli(*arguments, **options)
        self.assertEqual(DONE, done.returncode, done.stderr)
        self.assertIn(expected, done.stderr)
        return done

    def test_whatever_the_umask(self):
        for mask in (0, 0o022, 0o077):
            with self.subTest(mask=oct(mask)):
                shutil.rmtree(self.library, ignore_errors=True)
                for arguments in (("demo",), ("attach", "so-y-te", "2", self.write("a.txt", "x")),
                                  ("export", "--draft", "-o", self.scratch / "x.xlsx")):
                    done = self.run_cli(*arguments, umask=mask)
                    self.assertEqual(DONE, done.returncode, done.stderr)
                self.check_private()
                self.assertEqual(0o666 & ~mask, mode(self.scratch / "x.xlsx"))

    def test_while_it_is_open_too(self):
        self.library.mkdir(mode=0o755)
        self.succeed("demo")
        with contextlib.closing(sqlite3.connect(self.library / "bangvang.db")) as db:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("SELECT count (*) FROM journal").fetchall()
            self.assertIn("bangvang.db-shm", {path.name for path in self.library.iterdir()})
            self.check_private()

    def test_a_folder_that_was_chosen_is_tightened(self):
        self.library.mkdir()
        self.library.chmod(0o755)
        self.assertNotIn("Others", self.run_cli("demo").stderr)
        self.check_private()

    def test_one_that_an_older_program_made_is_tightened(self):
        self.take_demo()
        self.library.chmod(0o755)
        for name in ("bangvang.db", "bangvang.lock"):
            (self.library / name).chmod(0o644)
        self.assertNotIn("Others", self.run_cli("score", "so-y-te", "1", "3").stderr)
        self.check_private()

    def test_a_folder_with_other_things_is_left_and_said(self):
        self.take_demo()
        (self.library / "Ghi chú.txt").write_text("x", encoding="utf-8")
        self.library.chmod(0o755)
        (self.library / "bangvang.db").chmod(0o644)
        done = self.warn("Others may enter", "score", "so-y-te", "1", "3")
        self.assertEqual(1, done.stderr.count("Others may enter"))
        self.assertEqual(0o755, mode(self.library))
        self.assertEqual(0o600, mode(self.library / "bangvang.db"))
        self.assertEqual(0o700, mode(self.library / "vault"))

    def test_who_only_reads_tightens_nothing_and_is_told(self):
        self.take_demo()
        self.library.chmod(0o755)
        self.warn("Others may enter", "rank")
        self.assertEqual(0o755, mode(self.library))


class Cloud(Test):
    def check(self, service, *, folder="Thi đua", marker=None, variable=None):
        shutil.rmtree(self.scratch / "c", ignore_errors=True)
        place = self.scratch / "c" / folder
        place.mkdir(parents=True)
        if marker is not None:
            (place / marker).mkdir()
        if variable is not None:
            self.environment[variable] = str(place)
        with self.at(place / "Hồ sơ" / "thư viện"):
            done = self.run_cli("init")
            self.assertEqual(DONE, done.returncode, done.stderr)
            if service is None:
                self.assertNotIn("synchronises", done.stderr)
            else:
                self.assertIn(f"{service} synchronises the folder of the library, {self.library}", done.stderr)
        self.environment.pop(variable, None)

    def test_is_known_by_the_name_of_its_folder(self):
        for folder, service in (("OneDrive", "OneDrive"), ("OneDrive - Sở Nội vụ", "OneDrive"), ("Dropbox", "Dropbox"),
                                ("My Drive", "Google Drive"), ("Drive của tôi", "Google Drive"),
                                ("iCloudDrive", "iCloud"), ("Nextcloud", "Nextcloud")):
            with self.subTest(folder=folder):
                self.check(service, folder=folder)

    def test_is_known_by_what_it_lays_there(self):
        for marker, service in ((".dropbox.cache", "Dropbox"), (".tmp.driveupload", "Google Drive"),
                                (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"), (".stfolder", "Syncthing")):
            with self.subTest(marker=marker):
                self.check(service, marker=marker)

    def test_is_known_by_what_the_system_says(self):
        self.check("OneDrive", variable="OneDriveCommercial")

    def test_nothing_is_said_of_other_folders(self):
        for folder in ("OneDriver", "Tài liệu về Dropbox", "dropbox.old"):
            with self.subTest(folder=folder):
                self.check(None, folder=folder)

    def test_the_settings_of_a_service_at_home_are_not_its_folder(self):
        self.check(None, marker=".dropbox")


@not_on_windows("wine takes what is mounted for a disk of this computer")
class Remote(Test):
    """A folder that a program offers as a file system of another computer; that it really is another is not tried."""

    def setUp(self):
        super().setUp()
        source, self.place = self.scratch / "ở máy khác", self.scratch / "mạng"
        source.mkdir()
        self.place.mkdir()
        command = ["bindfs", "-o", "subtype=sshfs", source, self.place]
        if not shutil.which("bindfs") or subprocess.run(command, capture_output=True, check=False).returncode:
            self.skipTest("nothing can be mounted here that counts as remote")
        self.addCleanup(subprocess.run, ["umount", self.place], check=True)
        self.library = self.place / "thư viện"

    def header(self):
        return (self.library / "bangvang.db").read_bytes()[18]

    def test_is_written_without_memory_that_is_shared(self):
        done = self.run_cli("demo")
        self.assertEqual(DONE, done.returncode, done.stderr)
        self.assertIn("lies on a network drive", done.stderr)
        self.succeed("score", "so-y-te", "1", "3")
        self.assertNotEqual(WAL, self.header())
        self.assertEqual({"ok": True, "findings": []}, self.json("verify"))
        self.assertLessEqual({path.name for path in self.library.iterdir()}, {"bangvang.db", "bangvang.lock", "vault"})

    def test_has_one_writer(self):
        self.succeed("demo")
        with contextlib.closing(sqlite3.connect(self.library / "bangvang.lock", isolation_level=None)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            done = self.run_cli("score", "so-y-te", "1", "3")
            self.assertIn("open for writing", done.stderr)
            self.assertIn("Sở Y tế", self.succeed("rank"))

    def test_one_that_was_moved_there_is_changed_over(self):
        self.library = self.scratch / "thư viện"
        self.take_demo()
        moved = self.place / "thư viện"
        with contextlib.closing(sqlite3.connect(self.library / "bangvang.db")) as db:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("SELECT count (*) FROM journal").fetchall()
            shutil.copytree(self.library, moved)
        self.library = moved
        self.assertEqual(WAL, self.header())
        self.succeed("score", "so-y-te", "1", "3")
        self.assertNotEqual(WAL, self.header())


if __name__ == "__main__":
    unittest.main()
