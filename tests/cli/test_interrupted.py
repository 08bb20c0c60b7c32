# SPDX-License-Identifier: GPL-3.0-or-later
"""What is interrupted leaves nothing; what is killed leaves nothing that others can read, and not for long."""

import os
import shutil
import signal
import stat
import time
import unittest

from filled_form import write_filled_form
from program import DONE, FAILED, WINDOWS, Test, not_on_windows

LONG_AGO = 7200
DRAFT = ".bangvang-"

# What takes long enough to be interrupted, and where it shows that it has begun.
RUNS = {
    "print": (("print", "--list", "verification", "-o", "x.pdf"), DRAFT),
    "dossier": (("dossier", "--draft", "-o", "x.zip"), DRAFT),
    "letters": (("letters", "--pdf", "-o", "thư"), DRAFT),
    "export": (("export", "--draft", "-o", "x.xlsx"), DRAFT),
    "mail": (("mail", "--to", "", "-o", "x.eml"), DRAFT),
    "form": (("form", "--unit", "887", "-o", "y.xlsx"), DRAFT),
    "forms": (("form", "--all", "-o", "biểu mẫu"), DRAFT),
    "import": (("import", "../887.xlsx"), "bangvang.db-wal"),
}


class Interrupted(Test):
    def setUp(self):
        super().setUp()
        shutil.copy(self.keep("form.xlsx", lambda path: write_filled_form(self, path)), self.scratch / "887.xlsx")
        self.take_demo()
        self.folder = self.scratch / "gửi đi"
        self.folder.mkdir()
        if not WINDOWS:
            self.share_a_processor()
            # These tests may themselves be run by somebody who outlives the terminal.
            self.addCleanup(signal.signal, signal.SIGHUP, signal.signal(signal.SIGHUP, signal.SIG_DFL))

    def share_a_processor(self):
        """Else a run may come to its end while a busy machine lets nobody see that it has begun."""
        processors = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {min(processors)})
        self.addCleanup(os.sched_setaffinity, 0, processors)

    def find(self, start):
        return [path for folder in (self.folder, self.library) for path in folder.glob(start + "*")]

    def interrupt(self, name, number):
        """Starts a run and sends it a signal as soon as it writes."""
        arguments, sign = RUNS[name]
        process = self.start_cli(*arguments[:-1], self.folder / arguments[-1])
        while not self.find(sign) and process.poll() is None:
            time.sleep(0.001)
        process.send_signal(number)
        return process.wait()

    def check_nothing_left(self, *numbers):
        actions = self.json("log")
        for name in RUNS:
            for number in numbers:
                with self.subTest(name=name, number=number):
                    self.assertEqual(FAILED, self.interrupt(name, number))
                    self.assert_nothing_left(self.folder)
        self.assertEqual(actions, self.json("log"))

    def test_an_interrupted_run_leaves_nothing(self):
        self.check_nothing_left(signal.SIGINT)

    @not_on_windows("there are no such signals, and wine has no way to close a console from outside")
    def test_a_run_that_is_told_to_end_leaves_nothing(self):
        self.check_nothing_left(signal.SIGTERM, signal.SIGHUP)

    def test_the_old_file_stays_when_a_new_one_is_given_up(self):
        old = self.folder / "x.pdf"
        old.write_bytes(b"old")
        for number in (signal.SIGINT,) if WINDOWS else (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number=number):
                self.assertEqual(FAILED, self.interrupt("print", number))
                self.assertEqual(b"old", old.read_bytes())

    def kill(self):
        """What a run leaves that is ended before it can do anything about it."""
        self.assertEqual(-signal.SIGKILL, self.interrupt("print", signal.SIGKILL))
        (left,) = self.find(DRAFT)
        return left

    @not_on_windows("the folder says who may read a file")
    def test_what_a_killed_run_left_is_private(self):
        self.assertEqual(0o600, stat.S_IMODE(self.kill().stat().st_mode))

    def test_what_a_killed_run_left_goes_with_the_next(self):
        left = self.kill()
        recent = self.folder / ".bangvang-abc123.pdf"
        recent.write_bytes(b"of a run beside this one")
        foreign = self.folder / ".bangvang-of-mine.pdf"
        foreign.write_bytes(b"")
        for path in (left, foreign):
            then = time.time() - LONG_AGO
            os.utime(path, (then, then))
        self.succeed("print", "--list", "ranking", "-o", self.folder / "x.pdf")
        self.assert_nothing_left(self.folder, "x.pdf", recent.name, foreign.name)

    @not_on_windows("the folder says who may read a file")
    def test_others_may_read_what_is_written_as_any_other_file(self):
        for mask, mode in ((0o022, 0o644), (0o077, 0o600), (0o002, 0o664)):
            with self.subTest(mask=mask):
                target = self.folder / f"{mask}.pdf"
                done = self.run_cli("print", "--list", "ranking", "-o", target, umask=mask)
                self.assertEqual(DONE, done.returncode, done.stderr)
                self.assertEqual(mode, stat.S_IMODE(target.stat().st_mode))

    @not_on_windows("there is no such signal")
    def test_who_asked_to_outlive_the_terminal_does(self):
        arguments, _ = RUNS["print"]
        before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
        try:
            process = self.start_cli(*arguments[:-1], self.folder / arguments[-1])
        finally:
            signal.signal(signal.SIGHUP, before)
        while not self.find(DRAFT) and process.poll() is None:
            time.sleep(0.001)
        process.send_signal(signal.SIGHUP)
        self.assertEqual(DONE, process.wait())


if __name__ == "__main__":
    unittest.main()
