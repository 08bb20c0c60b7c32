# SPDX-License-Identifier: GPL-3.0-or-later
"""log, undo and redo."""

import datetime
import re
import unittest

from program import FAILED, USAGE, Test


class Journal(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()

    def test_the_log_says_who_did_what_and_when(self):
        before = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
        self.succeed("score", "so-y-te", "2", "12.5")
        first, second = self.json("log")
        self.assertEqual([2, 1], [first["id"], second["id"]])
        self.assertEqual({"id", "time", "label", "rows", "kind", "target", "undone", "user"}, set(first))
        self.assertRegex(first["time"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        time = datetime.datetime.fromisoformat(first["time"].replace("Z", "+00:00"))
        self.assertGreaterEqual(time, before)
        self.assertIn("Sở Y tế", first["label"])
        self.assertEqual([1, "do", None, False], [first[name] for name in ("rows", "kind", "target", "undone")])

    def test_the_limit_takes_the_newest(self):
        for points in range(1, 6):
            self.succeed("score", "so-y-te", "2", str(points))
        self.assertEqual([6, 5], [action["id"] for action in self.json("log", "--limit", "2")])
        self.assertEqual(6, len(self.json("log")))
        self.assertEqual(6 + 2, self.succeed("log").count("\n"))

    def test_the_log_of_a_record_tells_each_value(self):
        self.succeed("score", "so-y-te", "2", "12.5")
        self.succeed("score", "so-y-te", "2", "13")
        self.succeed("score", "so-y-te", "3", "1")
        newest = self.json("log", "assessment", "so-y-te/2")[0]
        self.assertEqual([3, "2", "12,50", "13,00"],
                         [newest[name] for name in ("action", "criterion", "before", "after")])
        self.assertEqual([4, "3"], [self.json("log", "nominee", "so-y-te")[0][name]
                                    for name in ("action", "criterion")])
        self.assertEqual(1, len(self.json("log", "--limit", "1", "nominee", "so-y-te")))
        self.refuse(USAGE, "ENTITY", "log", "nominee")

    def test_undo_and_redo_are_actions_and_come_back_as_such(self):
        self.succeed("score", "so-y-te", "2", "5")
        (undo,) = self.json("undo")
        self.assertEqual(["undo", 2, 3], [undo[name] for name in ("kind", "target", "id")])
        self.assertTrue(self.json("log")[1]["undone"])
        (redo,) = self.json("redo")
        self.assertEqual(["redo", 2, 4], [redo[name] for name in ("kind", "target", "id")])
        self.assertFalse(self.json("log")[2]["undone"])

    def test_several_steps_are_undone_one_after_another(self):
        states = [self.dump()]
        for points in ("5", "6", "7"):
            self.succeed("score", "so-y-te", "2", points)
            states.append(self.dump())
        for state in states[2::-1]:
            self.succeed("undo")
            self.assertEqual(state, self.dump())
        for state in states[1:]:
            self.succeed("redo")
            self.assertEqual(state, self.dump())

    def test_an_older_action_is_undone_by_its_number(self):
        self.succeed("score", "so-y-te", "2", "5")
        self.succeed("score", "so-noi-vu", "2", "6")
        self.assertEqual(2, self.json("undo", "2")[0]["target"])
        labels = [action["label"] for action in self.json("log") if action["undone"]]
        self.assertEqual(1, len(labels))
        self.assertIn("Sở Y tế", labels[0])

    def test_an_undo_under_a_later_change_is_refused_and_names_it(self):
        self.succeed("score", "so-y-te", "2", "5")
        self.succeed("score", "so-y-te", "2", "6")
        done = self.refuse_unchanged("action 3", "undo", "2")
        self.assertIn("5,00 → 6,00", done.stderr)

    def test_what_cannot_be_undone_or_redone_is_said(self):
        self.refuse(FAILED, "nothing to redo", "redo")
        self.refuse(FAILED, "there is no action 77", "undo", "77")
        self.succeed("undo")
        self.refuse(FAILED, "nothing to undo", "undo")
        self.refuse(FAILED, "undone already", "undo", "1")
        self.refuse(FAILED, "an undo or redo itself", "undo", "2")

    def test_the_whole_demonstration_is_undone_and_done_again(self):
        before = self.dump()
        self.succeed("undo")
        self.assertEqual([], self.json("campaigns"))
        self.succeed("redo")
        self.assertEqual(before, self.dump())
        self.assertTrue(self.json("verify")["ok"])

    def test_the_table_shows_what_is_undone(self):
        self.succeed("score", "so-y-te", "2", "5")
        self.succeed("undo")
        lines = self.succeed("log").splitlines()[2:]
        self.assertEqual([3, 2, 1], [int(re.match(r" *(\d+)", line).group(1)) for line in lines])
        self.assertTrue(lines[1].endswith("(undone)"))


if __name__ == "__main__":
    unittest.main()
