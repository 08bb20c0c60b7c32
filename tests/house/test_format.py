# SPDX-License-Identifier: GPL-3.0-or-later
"""Every C file looks as .clang-format says. Another version of clang-format sees some lines otherwise."""

import shutil
import subprocess
import unittest

import tree

CLANG_FORMAT = shutil.which("clang-format-14")


class Format(unittest.TestCase):
    maxDiff = None

    @unittest.skipUnless(CLANG_FORMAT, "clang-format-14 is not installed")
    def test_of_every_c_file_is_the_agreed_one(self):
        names = [str(path) for path, _ in tree.texts() if path.suffix in (".c", ".h")]
        command = [CLANG_FORMAT, "--dry-run", "-Werror", "--ferror-limit=1", *names]
        done = subprocess.run(command, cwd=tree.ROOT, capture_output=True, text=True)
        self.assertEqual("", done.stderr, "run clang-format-14 -i on these files")


if __name__ == "__main__":
    unittest.main(verbosity=2)
