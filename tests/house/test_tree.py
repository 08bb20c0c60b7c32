# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for every file: licence line, clean Unicode, nothing unfinished, nothing of one machine."""

import json
import re
import shutil
import subprocess
import unicodedata
import unittest

import tree

UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X])\b")
ONE_MACHINE = re.compile(r"(?<![\w.$}@-])/(?:work|root|home|tmp)/\w")
NO_COMMENTS = {".json", ".tsv"}
# Their form leaves no room for one.
NO_LICENCE_LINE = {"COPYING", "debian/changelog", "debian/source/format"}


class EveryFile(unittest.TestCase):
    maxDiff = None

    def expect_none(self, wrong):
        self.assertEqual([], [str(name) for name in wrong])

    def test_names_its_licence_in_the_first_lines(self):
        self.expect_none(
            path
            for path, text in tree.texts()
            if str(path) not in NO_LICENCE_LINE and path.suffix not in NO_COMMENTS and text
            if "SPDX-License-Identifier: GPL-3.0-or-later" not in "\n".join(text.splitlines()[:3])
        )

    def test_is_composed_unicode(self):
        self.expect_none(path for path, text in tree.texts() if not unicodedata.is_normalized("NFC", text))

    def test_has_a_composed_name(self):
        self.expect_none(path for path, _ in tree.texts() if not unicodedata.is_normalized("NFC", str(path)))

    def test_ends_its_last_line(self):
        self.expect_none(path for path, text in tree.texts() if text and not text.endswith("\n"))

    def test_has_nothing_unfinished(self):
        self.expect_none(path for path, text in tree.texts() if UNFINISHED.search(text))

    def test_names_no_folder_of_one_machine(self):
        self.expect_none(path for path, text in tree.texts() if ONE_MACHINE.search(text))

    def test_is_valid_json_where_its_name_says_so(self):
        for path, text in tree.texts():
            if path.suffix == ".json":
                with self.subTest(file=str(path)):
                    json.loads(text)


class Scripts(unittest.TestCase):
    @unittest.skipUnless(shutil.which("shellcheck"), "shellcheck is not installed")
    def test_have_no_trap_that_shellcheck_knows(self):
        scripts = ["run", "test", ".ci/run", "build-aux/packages.sh", "build-aux/build.sh", "build-aux/on-debian"]
        scripts += ["windows/build", "windows/test", "windows/wine-run", "windows/make-icon", "windows/show-window"]
        done = subprocess.run(["shellcheck", "-ax", *scripts], cwd=tree.ROOT, capture_output=True, text=True)
        self.assertEqual("", done.stdout)


if __name__ == "__main__":
    unittest.main(verbosity=2)
