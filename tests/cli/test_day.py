# SPDX-License-Identifier: GPL-3.0-or-later
"""A day's work, in which a call to the system fails or the program is killed there: the library is as it was before
the step, or as after it, and the step can be taken again. The second argument is the library that makes calls fail.

BANGVANG_POINTS says at about how many calls of each kind of step this is tried, BANGVANG_SCORES how many scores are
written, BANGVANG_FILES how many files attached; by itself the test takes a few.
"""

import collections
import contextlib
import errno
import json
import os
import shutil
import signal
import sqlite3
import sys
import unittest
import zipfile

FAILING = os.path.abspath(sys.argv.pop(2)) if len(sys.argv) > 2 else None

from program import DEMO, DONE, FAILED, SEALING, Test  # noqa: E402

POINTS, SCORES, FILES = (
    int(os.environ.get("BANGVANG_" + name, few)) for name, few in (("POINTS", 2), ("SCORES", 4), ("FILES", 2))
)
KILLED = 0  # as failing-call.c has it
FAULTS = (errno.ENOSPC, KILLED, errno.EIO, errno.EMFILE)
KIND = "change"  # a call that writes, syncs, renames or opens
CLOSING = 12  # so many of them bring a library to rest


class Day(Test):
    def setUp(self):
        super().setUp()
        self.day = self.scratch / "ngày"
        self.morning = self.scratch / "trước"
        self.library = self.day / "thư viện"
        self.folder = self.day / "gửi đi"
        self.stick = self.day / "que nhớ"
        for folder in (self.folder, self.stick, self.day / "tmp", self.day / "state/bangvang/unfinished"):
            folder.mkdir(parents=True)
        for name in ("DATA", "STATE", "CACHE"):
            self.environment[f"XDG_{name}_HOME"] = str(self.day / name.lower())
        self.environment["TMPDIR"] = str(self.day / "tmp")
        options = self.environment.get("ASAN_OPTIONS", "")
        # What looks for leaks is stopped at the same door.
        self.environment["ASAN_OPTIONS"] = options + ":verify_asan_link_order=0:detect_leaks=0"
        self.count_file = self.scratch / "count"
        self.counts = collections.Counter()
        if self.run_failing(0, 0, "--version").returncode < 0:
            self.skipTest("the system lets no program watch its own calls (seccomp)")

    def run_failing(self, number, fault, *arguments):
        """A call of the program in which one call to the system fails; 0: none."""
        own = self.environment
        self.environment = own | {
            "LD_PRELOAD": FAILING,
            "BANGVANG_FAILING": f"{KIND} {number} {fault}",
            "BANGVANG_FAILING_FOLDER": str(self.day),
            "BANGVANG_FAILING_COUNT": str(self.count_file),
        }
        try:
            return self.run_cli(*arguments)
        finally:
            self.environment = own

    def take_day(self, source, target):
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target, symlinks=True)

    def say_state(self):
        """All that the day is about, after a start has put in order what was left."""
        self.run_cli("campaigns")
        state = {
            "files": {path.name: zipfile.ZipFile(path).testzip() for path in self.folder.iterdir()},
            "libraries": sorted(map(self.has_campaign, self.day.glob("thư viện*"))),
            "tmp": list((self.day / "tmp").iterdir()),
            "unfinished": list((self.day / "state/bangvang/unfinished").iterdir()),
        }
        if self.has_campaign(self.library):
            return state | self.say_library()
        # One that was begun, and in which nothing is yet, is as good as none.
        return state | {"libraries": []}

    def has_campaign(self, folder):
        path = folder / "bangvang.db"
        if not path.exists():
            return False
        with contextlib.closing(sqlite3.connect(path)) as database:
            tables = database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'campaign'").fetchone()[0]
            return tables > 0 and database.execute("SELECT count(*) FROM campaign").fetchone()[0] > 0

    def say_library(self):
        self.assertEqual({"ok": True, "findings": []}, self.json("verify"))
        with contextlib.closing(sqlite3.connect(self.library / "bangvang.db")) as database:
            actions = database.execute("SELECT count(*), max(id) FROM journal").fetchone()
        return {
            "actions": actions,
            "dump": self.dump(),
            "sound": sum(entry["fault"] is None for entry in self.json("backups", self.stick)),
            "vault": sorted(path.name for path in self.library.glob("vault/*/*")),
            "left": [path.name for path in self.library.rglob(".bangvang-*")],
        }

    def differ(self, state, expected):
        return sorted(key for key in state.keys() | expected.keys() if state.get(key) != expected.get(key))

    def check_point(self, kind, number, fault, arguments, before, after):
        self.take_day(self.morning, self.day)
        done = self.run_failing(number, fault, *arguments)
        state = self.say_state()
        self.counts[kind, "done" if state == after else "refused" if fault else "killed"] += 1
        if done.returncode == DONE:
            self.assertEqual([], self.differ(state, after), done.stderr)
            return
        self.assertIn(done.returncode, (-signal.SIGKILL,) if fault == KILLED else (FAILED,), done.stderr)
        if fault != KILLED or state != after:
            self.assertEqual([], self.differ(state, before), (self.differ(state, after), done.stderr))
            self.succeed(*arguments)
            self.assertEqual([], self.differ(self.say_state(), after))

    def choose(self, kind, n_calls, n_steps):
        """Of all calls in steps of the kind, and of all faults at each, as many points as are asked for."""
        n_all = n_calls * len(FAULTS) * n_steps
        # Odd, so that every fault has its turn.
        stride = max(1, n_all // POINTS) | 1 if n_all > POINTS else 1
        for number in range(1, n_calls + 1):
            for fault in FAULTS:
                self.passed[kind] += 1
                if (self.passed[kind] + stride // 2) % stride == 0:
                    yield number, fault

    def take_step(self, kind, *arguments, n_steps=1):
        """Takes it, then at each chosen point from where the day was before, and goes on as if nothing had happened."""
        before = self.state
        self.take_day(self.day, self.morning)
        done = self.run_failing(0, 0, *arguments)
        self.assertEqual(DONE, done.returncode, done.stderr)
        n_calls = int(self.count_file.read_text())
        self.assertGreater(n_calls, 0)
        self.n_calls[kind] += n_calls
        chosen = list(self.choose(kind, n_calls, n_steps))
        self.state = self.say_state() if chosen or before is None else None
        if not chosen:
            return
        self.take_points(kind, chosen, arguments, before)

    def take_points(self, kind, chosen, arguments, before):
        evening = self.scratch / "sau"
        self.take_day(self.day, evening)
        if before is None:
            self.take_day(self.morning, self.day)
            before = self.say_state()
        for number, fault in chosen:
            with self.subTest(kind=kind, number=number, fault=errno.errorcode.get(fault, "killed"), arguments=arguments):
                self.check_point(kind, number, fault, arguments, before, self.state)
        self.take_day(evening, self.day)

    def score(self):
        """Each is written and put back, so that the ranking stays what it is."""
        campaign = json.loads(DEMO.read_text(encoding="utf-8"))
        verified = [
            (nominee["key"], assessment["criterion"], assessment["verified"])
            for nominee in campaign["nominees"]
            for assessment in nominee.get("assessments", ())
            if assessment.get("verified")
        ]
        for i in range(SCORES):
            nominee, criterion, points = verified[i // 2 % len(verified)]
            self.take_step("score", "score", nominee, criterion, points if i % 2 else "0", n_steps=SCORES)

    def attach(self):
        for i in range(FILES):
            document = self.write(f"văn bản {i}.txt", f"{i}" * 5000)
            self.take_step("attach", "attach", "so-y-te", "2", document, n_steps=FILES)

    def begin(self):
        self.take_step("demo", "demo")
        source = self.write("nguồn.json", self.dump().replace("PAPI 2021", "PAPI năm 2021"))
        self.take_step("load", "load", "--replace", source)

    def hand_in(self):
        self.resolve_tie()
        self.state = None
        self.take_step("export", "export", "--draft", "-o", self.folder / "dự thảo.xlsx")
        self.take_step("seal", "export", *SEALING, "-o", self.folder / "đề nghị.xlsx")
        self.take_step("dossier", "dossier", *SEALING, "-o", self.folder / "hồ sơ.zip")

    def keep_safe(self):
        self.take_step("backup", "backup", "-o", self.stick)
        self.succeed("score", "so-y-te", "2", "1")
        self.state = None
        self.take_step("restore", "restore", self.stick, "--replace")

    def test_an_error_while_the_library_is_closed_is_none_of_it(self):
        """What is left half way between use and rest is no copy of an open library."""
        self.take_demo()
        self.take_day(self.day, self.morning)
        before = self.say_state()
        scored = "score", "so-y-te", "2", "1"
        self.assertEqual(DONE, self.run_failing(0, 0, *scored).returncode)
        n_calls = int(self.count_file.read_text())
        after = self.say_state()
        for number in range(n_calls - CLOSING, n_calls + 1):
            with self.subTest(number=number, n_calls=n_calls):
                self.check_point("closing", number, errno.EIO, scored, before, after)

    def test_a_library_that_was_just_made_is_there_after_a_kill(self):
        """What the next start looks at first are files, which the dead process may have left unfinished."""
        self.take_day(self.day, self.morning)
        before = self.say_state()
        self.assertEqual(DONE, self.run_failing(0, 0, "demo").returncode)
        n_calls = int(self.count_file.read_text())
        after = self.say_state()
        for number in range(n_calls * 3 // 4, n_calls, n_calls // 16):
            with self.subTest(number=number, n_calls=n_calls):
                self.check_point("made", number, KILLED, ("demo",), before, after)

    def test_every_step_is_taken_or_not(self):
        self.passed, self.n_calls, self.state = collections.Counter(), collections.Counter(), None
        self.begin()
        self.score()
        self.attach()
        self.take_step("undo", "undo")
        self.hand_in()
        self.keep_safe()
        print(f"# {self.counts.total()} points of {self.n_calls.total() * len(FAULTS)}")
        for kind, n_calls in self.n_calls.items():
            ends = {end: self.counts[kind, end] for end in ("done", "refused", "killed")}
            print(f"# {kind}: {n_calls} calls;", *(f"{n} {end}" for end, n in ends.items()))


if __name__ == "__main__":
    unittest.main()
