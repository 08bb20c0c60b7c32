# SPDX-License-Identifier: GPL-3.0-or-later
"""report: what a report of a fault needs, and nobody's name."""

import getpass
import json
import os
import socket
import unittest

from program import DEMO, Test

CAMPAIGN = json.loads(DEMO.read_text(encoding="utf-8"))
SECRET = "Nguyễn Thị Bí Mật"


def names():
    """Everybody and everything of the demonstration that has a name of its own."""
    for unit in CAMPAIGN["units"]:
        yield from (unit[field] for field in ("name", "email", "contact") if unit.get(field))
    for nominee in CAMPAIGN["nominees"]:
        yield nominee["key"]
        if nominee.get("person"):
            yield nominee["person"]["name"]
    for evidence in CAMPAIGN["evidence"]:
        yield from (evidence[field] for field in ("file", "title") if evidence.get(field))


class Report(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()

    def edit(self):
        person = next(nominee["key"] for nominee in CAMPAIGN["nominees"] if nominee.get("person"))
        self.succeed("score", "so-y-te", "2", "12.5")
        self.succeed("set", "nominee", person, "person.name=" + SECRET)
        self.succeed("undo")

    def assert_names_nobody(self, text):
        for name in [*names(), SECRET, str(self.scratch), self.library.name, os.environ["HOME"], socket.gethostname()]:
            self.assertNotIn(name, text)
        self.assertNotRegex(text, rf"\b{getpass.getuser()}\b")

    def test_it_names_nobody(self):
        self.edit()
        self.assertIn("Sở Y tế", self.succeed("log"))
        for arguments in (["report"], ["--json", "report"]):
            with self.subTest(arguments=arguments):
                self.assert_names_nobody(self.succeed(*arguments))

    def test_it_tells_program_system_and_library(self):
        report = self.json("report")
        version = self.succeed("--version").split()[1]
        self.assertEqual(["version", "system", "architecture", "libraries", "library_error", "library", "actions"], list(report))
        self.assertEqual(version, report["version"])
        self.assertLessEqual({"GLib", "Pango", "Cairo", "SQLite", "Jansson", "Expat", "libarchive", "libxlsxwriter"}, set(report["libraries"]))
        for name, number in report["libraries"].items():
            self.assertRegex(number, r"^\d+\.\d+", name)
        counts = report["library"]
        self.assertEqual([1, len(CAMPAIGN["units"]), len(CAMPAIGN["nominees"]), len(CAMPAIGN["evidence"]), 1],
                         [counts[name] for name in ("campaigns", "units", "nominees", "evidence", "actions")])
        self.assertEqual((self.library / "bangvang.db").stat().st_size, counts["bytes"])

    def test_an_action_is_told_by_its_kind_and_what_it_changed(self):
        self.edit()
        actions = self.json("report")["actions"]
        self.assertEqual(["undo", "do", "do", "do"], [action["kind"] for action in actions])
        self.assertEqual({"person": 1}, actions[0]["changes"])
        self.assertEqual({"assessment": 1}, actions[2]["changes"])
        self.assertEqual([action["time"] for action in self.json("log")], [action["time"] for action in actions])
        text = self.succeed("report")
        self.assertRegex(text, r"\n- \d\d:\d\d:\d\d \d\d/\d\d/\d{4}: undone, 1 row \(person 1\)\n")

    def test_only_the_last_actions_are_told(self):
        for points in range(25):
            self.succeed("score", "so-y-te", "2", str(points))
        report = self.json("report")
        self.assertEqual((26, 20), (report["library"]["actions"], len(report["actions"])))

    def test_a_library_that_cannot_be_opened_is_part_of_the_report(self):
        self.library = self.scratch / "thư viện của lan"
        report = self.json("report")
        self.assertIn("there is no library here", report["library_error"])
        self.assertEqual((None, []), (report["library"], report["actions"]))
        self.assert_names_nobody(json.dumps(report, ensure_ascii=False))
        self.assertIn("\n- The library cannot be read: ", self.succeed("report"))
        self.assertFalse(self.library.exists())

    def test_it_begins_with_room_for_the_user_and_writes_nothing(self):
        before = self.dump()
        self.assertRegex(self.succeed("report"), r"^What did you do, .*\n\n\n\n\n\n")
        self.assertEqual(before, self.dump())


if __name__ == "__main__":
    unittest.main()
