# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a writer again and again, and looks at what it left.

What the writer acknowledged has to be there after every kill, at most one action more, and nothing else: the
state after action N is compared with that of a session nobody killed.
"""

import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

WRITER = os.environ["CRASH_WRITER"]
SOURCE = os.environ["CRASH_CAMPAIGN"]
KILLS = int(os.environ.get("BANGVANG_KILLS", os.environ["CRASH_KILLS"]))
ACTIONS = 120
SEED = 1078


def run_writer(folder, scratch, actions=ACTIONS, **options):
    return subprocess.Popen(
        [WRITER, "run", folder, scratch, SOURCE, str(actions)], stdout=subprocess.PIPE, text=True, **options
    )


def read_lines(lines):
    """The states by action, the last action that returned, and what went wrong."""
    states, done, errors = {}, 0, []
    for line in lines:
        word, _, rest = line.rstrip("\n").partition(" ")
        if word == "ok":
            action, state = rest.split()
            states[int(action)] = state
        elif word == "done":
            done = int(rest)
        elif word == "error":
            errors.append(rest)
    return states, done, errors


class Crash(unittest.TestCase):
    def setUp(self):
        self.base = tempfile.mkdtemp(prefix="bangvang-crash-")
        self.addCleanup(shutil.rmtree, self.base, ignore_errors=True)
        self.scratch = os.path.join(self.base, "scratch")
        os.mkdir(self.scratch)
        self.random = random.Random(SEED)
        self.patience = 0
        # What other tests have left unfinished, or find to clean up, is theirs.
        os.environ["XDG_STATE_HOME"] = os.path.join(self.base, "state")

    def check(self, folder):
        """Opens the library again: the number of its last action, its state."""
        result = subprocess.run([WRITER, "check", folder], stdout=subprocess.PIPE, text=True, timeout=60)
        self.assertEqual(result.returncode, 0, result.stdout)
        lines = result.stdout.splitlines()
        self.assertEqual([line for line in lines if line.startswith("finding")], [])
        _, action, state = lines[0].split()
        return int(action), state

    def check_leftovers(self, folder):
        names = set(os.listdir(folder))
        self.assertLessEqual(names, {"bangvang.db", "bangvang.lock", "bangvang.lock.txt", "vault"})
        self.assertFalse(os.path.exists(os.path.join(folder, "vault", "tmp")))

    def run_undisturbed(self):
        folder = os.path.join(self.base, "undisturbed")
        start = time.monotonic()
        output, _ = run_writer(folder, self.scratch).communicate(timeout=120)
        self.patience = (time.monotonic() - start) / 10
        states, _, errors = read_lines(output.splitlines())
        self.assertEqual(errors, [])
        self.assertEqual(sorted(states), list(range(1, ACTIONS + 1)))
        self.assertEqual(self.check(folder), (ACTIONS, states[ACTIONS]))
        return {0: "-", **states}

    def kill_one(self, folder, kill):
        """Kills a writer after some time, or after some lines and a moment more; what it acknowledged."""
        writer = run_writer(folder, self.scratch)
        lines = []
        if kill % 2 == 0:
            time.sleep(self.random.uniform(0, self.patience))
        else:
            for _ in range(self.random.randint(1, 8)):
                lines.append(writer.stdout.readline())
            time.sleep(self.random.choice((0, self.random.uniform(0, 0.005))))
        writer.send_signal(signal.SIGKILL)
        lines += writer.stdout.readlines()
        writer.stdout.close()
        writer.wait()
        return read_lines(lines)

    def test_a_killed_writer_loses_nothing_it_acknowledged(self):
        expected = self.run_undisturbed()
        folder, rounds, last, in_the_middle = None, 0, ACTIONS, 0
        for kill in range(KILLS):
            if last >= ACTIONS:
                rounds += 1
                folder, last = os.path.join(self.base, f"library-{rounds}"), 0
            states, done, errors = self.kill_one(folder, kill)
            self.assertEqual(errors, [])
            acknowledged = max([last, done, *states])
            action, state = self.check(folder)
            self.assertIn(action, (acknowledged, acknowledged + 1), f"kill {kill}")
            self.assertEqual(state, expected[action], f"kill {kill}")
            for number, seen in states.items():
                self.assertEqual(seen, expected[number], f"kill {kill}")
            self.check_leftovers(folder)
            in_the_middle += action != acknowledged
            last = action
        print(f"{KILLS} kills, {rounds} libraries, {in_the_middle} times between commit and answer")
        self.assertGreater(rounds, 0)

    def fill_up(self, folder, scratch, **options):
        """Writes until there is no room; the state must be the last one acknowledged."""
        writer = run_writer(folder, scratch, actions=100000, **options)
        output, _ = writer.communicate(timeout=120)
        self.assertEqual(writer.returncode, 1)
        states, done, errors = read_lines(output.splitlines())
        self.assertEqual(len(errors), 1)
        self.assertIn(folder, errors[0])
        return states, done, errors[0]

    def check_full(self, folder, states, done):
        action, state = self.check(folder)
        self.assertEqual(action, done)
        if action in states:
            self.assertEqual(state, states[action])
        self.check_leftovers(folder)

    def test_a_file_that_may_not_grow_is_an_error_and_changes_nothing(self):
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000000, 1000000))

        folder = os.path.join(self.base, "limited")
        states, done, _ = self.fill_up(folder, self.scratch, preexec_fn=limit, restore_signals=False)
        self.assertGreater(done, 1)
        self.check_full(folder, states, done)

    def test_a_full_disk_is_an_error_that_asks_for_room_and_changes_nothing(self):
        disk = os.path.join(self.base, "disk")
        os.mkdir(disk)
        mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "bangvang-test", disk]
        if subprocess.run(mount, stderr=subprocess.DEVNULL, check=False).returncode != 0:
            self.skipTest("a small disk cannot be mounted here")
        self.addCleanup(subprocess.run, ["umount", disk], check=True)
        folder = os.path.join(disk, "library")
        states, done, error = self.fill_up(folder, self.scratch)
        self.assertGreater(done, 1)
        self.assertIn("space", error)
        self.make_room(folder)
        self.check_full(folder, states, done)

    @staticmethod
    def make_room(folder):
        disk = pathlib.Path(folder).parent
        subprocess.run(["mount", "-o", "remount,size=16m", disk], check=True)


if __name__ == "__main__":
    unittest.main(verbosity=2, argv=[sys.argv[0], *sys.argv[1:]])
