# SPDX-License-Identifier: GPL-3.0-or-later
"""bangvang-cli, called from outside: what every test of the command line needs.

The path of the program is the first argument of each test.
"""

import atexit
import contextlib
import functools
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

from folder_files import read_files, write_files

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEMO = ROOT / "data/demo/papi-2021-demo.json"
EVIDENCE = ROOT / "data/demo/evidence"

CLI = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else None

# What the program runs on, which need not be what runs this.
WINDOWS = os.environ.get("BANGVANG_TEST_PLATFORM") == "win32"

# An argument as long as any: all of a command line has at most 32767 letters at Windows.
LONG_ARGUMENT = "x" * (32000 if WINDOWS else 100000)

# The library that writes workbooks says of itself at Windows what failed, before the program does.
OF_THE_LIBRARY = re.compile(r"^\[ERROR\].*\n", re.MULTILINE)

DONE, FAILED, USAGE, FINDINGS = range(4)

# What seals the demonstration, whose results are not published yet.
SEALING = ("--reason", "Trung ương chậm công bố")


def not_on_windows(reason):
    """Skips a test, and says why."""
    return unittest.skipIf(WINDOWS, "at Windows " + reason)


def with_slashes(path):
    """A path as the program printed it, which at Windows may have either sign between folders."""
    return path.replace("\\", "/") if WINDOWS else path


def limit_files(size):
    """As a full disk: no file may grow beyond the size, and the program is told so instead of killed."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def run_tool(*command, **options):
    """What another program prints, which must end well."""
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, **options).stdout


def read_parts(path):
    """The parts of a workbook that have no clock in them."""
    archive = zipfile.ZipFile(path)
    return {name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"}


# What takes long to make is made once for all tests of a program, and none of them changes it.
KEPT = {}


@functools.cache
def kept_folder():
    folder = tempfile.mkdtemp(prefix="bangvang-kept-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return pathlib.Path(folder)


class Test(unittest.TestCase):
    maxDiff = None
    seconds_a_call = 120

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="bangvang-cli-")
        self.addCleanup(folder.cleanup)
        self.scratch = pathlib.Path(folder.name)
        self.library = self.scratch / "thư viện"
        self.environment = dict(os.environ, BANGVANG_LANGUAGE="en")
        for kind in ("data", "state"):
            self.environment[f"XDG_{kind.upper()}_HOME"] = str(self.scratch / kind)
        # What is unfinished is noted there, so that it does not count as new.
        (self.scratch / "state/bangvang/unfinished").mkdir(parents=True)

    def command(self, *arguments):
        return [CLI, "--library", self.library, *arguments]

    def run_cli(self, *arguments, **options):
        """The finished process; its output is text."""
        return subprocess.run(
            self.command(*arguments),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            env=self.environment,
            timeout=self.seconds_a_call,
            check=False,
            **options,
        )

    def start_cli(self, *arguments, **options):
        """A running process whose output nobody has read yet."""
        process = subprocess.Popen(
            self.command(*arguments), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env=self.environment, **options
        )
        self.addCleanup(process.wait)
        self.addCleanup(process.stdout.close)
        return process

    def succeed(self, *arguments):
        """The standard output of a call that must end well."""
        done = self.run_cli(*arguments)
        self.assertEqual(DONE, done.returncode, f"{arguments}: {done.stderr}")
        return done.stdout

    def json(self, *arguments):
        return json.loads(self.succeed("--json", *arguments))

    def refuse(self, status, expected, *arguments, **options):
        """A call that must end with the status, and say the expected on one line of standard error."""
        done = self.run_cli(*arguments, **options)
        self.assertEqual(status, done.returncode, f"{arguments}: {done.stdout}{done.stderr}")
        self.assertIn(expected, done.stderr)
        said = OF_THE_LIBRARY.sub("", done.stderr) if WINDOWS else done.stderr
        self.assertEqual(1, said.count("\n"), done.stderr)
        self.assertTrue(said.startswith("bangvang-cli: "), done.stderr)
        return done

    def dump(self):
        return self.succeed("dump")

    @contextlib.contextmanager
    def at(self, library):
        """Works for a while at another library."""
        own, self.library = self.library, library
        try:
            yield
        finally:
            self.library = own

    def keep(self, name, make):
        """What the function returns for a path of that name, where it makes something, unless a test before asked."""
        if name not in KEPT:
            KEPT[name] = make(kept_folder() / name)
        return KEPT[name]

    def keep_library(self, name, *steps):
        """The path of a library in which these steps were taken."""

        def make(path):
            with self.at(path):
                for step in steps:
                    step()
            return path

        return self.keep(name, make)

    def take(self, kept):
        """The library is from now on a copy of one that is kept."""
        shutil.rmtree(self.library, ignore_errors=True)
        shutil.copytree(kept, self.library)

    def take_demo(self):
        """A library with the demonstration."""
        self.take(self.keep_library("demonstration", lambda: self.succeed("demo")))

    def take_resolved_demo(self):
        """The same, with the tie resolved."""
        self.take(self.keep_library("resolved", self.take_demo, self.resolve_tie))

    def refuse_unchanged(self, expected, *arguments, **options):
        """A call that must fail and leave the library as it was: byte for byte, or at least in all it says."""
        before = read_files(self.library)
        done = self.refuse(FAILED, expected, *arguments, **options)
        if read_files(self.library) != before:
            found = self.dump(), self.json("log")
            with tempfile.TemporaryDirectory(prefix="bangvang-before-") as folder, self.at(pathlib.Path(folder)):
                write_files(self.library, before)
                self.assertEqual((self.dump(), self.json("log")), found)
        return done

    def resolve_tie(self):
        """A written decision for the tie that no rule of the demonstration resolves."""
        pool = next(pool for pool in self.json("rank")["pools"] if pool["unresolved_tie"])
        tied = [entry["nominee"] for entry in pool["entries"] if entry["place"] == "unresolved"]
        free = pool["quota"] - sum(entry["place"] == "inside" for entry in pool["entries"])
        for place, keys in (("inside", tied[:free]), ("outside", tied[free:])):
            for key in keys:
                self.succeed("set", "nominee", key, "decision.place=" + place, "decision.reason=Biên bản số 5")

    def assert_nothing_left(self, folder, *names):
        """The folder has only what is named, and the library no work files."""
        self.assertEqual(sorted(names), sorted(path.name for path in folder.iterdir()))
        self.assertEqual([], [path.name for path in self.library.iterdir() if path.name.startswith(".bangvang-")])

    def write(self, name, content):
        path = self.scratch / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path
