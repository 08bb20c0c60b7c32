# SPDX-License-Identifier: GPL-3.0-or-later
"""A library with many files of evidence: verify finds nothing in it, whatever was done since.

BANGVANG_FILES says how many; by itself the test takes a few.
"""

import os
import shutil
import unittest

from program import Test

FILES = int(os.environ.get("BANGVANG_FILES", "60"))
A_CALL = 500


class ManyFiles(Test):
    seconds_a_call = Test.seconds_a_call + FILES // 10

    def check_sound(self):
        self.assertEqual({"ok": True, "findings": []}, self.json("verify"))

    def attach(self):
        folder = self.scratch / "văn bản"
        folder.mkdir()
        for i in range(FILES):
            (folder / f"{i}.txt").write_text(f"Văn bản số {i}\n" * (i % 50 + 1), encoding="utf-8")
        files = sorted(folder.iterdir())
        for begin in range(0, FILES, A_CALL):
            criterion = "12"[begin // A_CALL % 2]  # none may have more than 9999
            self.succeed("attach", "so-y-te", criterion, *files[begin : begin + A_CALL])
        shutil.rmtree(folder)

    def test_nothing_is_found_where_nothing_is_wrong(self):
        self.take_demo()
        before = len(list(self.library.glob("vault/*/*")))
        self.attach()
        self.assertEqual(FILES, len(list(self.library.glob("vault/*/*"))) - before)
        self.check_sound()
        for step in (("undo",), ("redo",), ("score", "so-y-te", "2", "1"), ("load", "--replace", self.write("x.json", self.dump()))):
            self.succeed(*step)
            self.check_sound()
        stick = self.scratch / "que nhớ"
        stick.mkdir()
        self.assertEqual([], self.json("backup", "-o", stick)["damaged"])
        with self.at(self.scratch / "mới"):
            self.succeed("restore", stick)
            self.check_sound()


if __name__ == "__main__":
    unittest.main()
