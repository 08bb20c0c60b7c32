# SPDX-License-Identifier: GPL-3.0-or-later
"""move, copy, paste and renumber; what a change of the rules would lose, and how that is asked for."""

import unittest

from program import FAILED, USAGE, Test

BLOCK = """STT\tTiêu chí\tĐiểm tối đa
I\tCông tác thi đua\t20
1\tPhát động phong trào\t12,5
2\tNhân rộng điển hình\t7,5
"""


class Tree(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()

    def codes(self, group, criteria=None):
        """The tree of a group as one line: 1(1.1 1.2) 2."""
        if criteria is None:
            (criteria,) = (g["criteria"] for g in self.json("dump")["groups"] if g["key"] == group)
        parts = []
        for criterion in criteria:
            below = criterion.get("criteria")
            parts.append(criterion["code"] + (f"({self.codes(group, below)})" if below else ""))
        return " ".join(parts)

    def refuse_and_keep(self, expected, *arguments):
        before = self.dump()
        self.refuse(FAILED, expected, *arguments)
        self.assertEqual(before, self.dump())

    def assert_undone(self, before):
        self.succeed("undo")
        self.assertEqual(before, self.dump())


class Places(Tree):
    def test_criteria_move_in_their_group_with_their_answers(self):
        before = self.dump()
        self.succeed("add", "criterion", "so-nganh/A", "title=Phần A", "kind=section")
        self.succeed("move", "so-nganh/2", "so-nganh/4", "--into", "so-nganh/A")
        self.assertEqual("1 3 5 6 A(2 4)", self.codes("so-nganh"))
        self.succeed("move", "so-nganh/4", "--step", "up")
        self.succeed("move", "so-nganh/1", "--into", "so-nganh", "--before", "6")
        self.succeed("move", "so-nganh/2", "--step", "out")
        self.assertEqual("3 5 1 6 A(4) 2", self.codes("so-nganh"))
        moved = self.json("renumber", "so-nganh")
        self.assertEqual(["1", "2", "3", "4", "5", "6"], [criterion["code"] for criterion in moved])
        self.assertEqual("1 2 3 4 5(5.1) 6", self.codes("so-nganh"))
        for _ in range(6):
            self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_what_moves_to_another_group_loses_its_answers_when_asked(self):
        before = self.dump()
        self.refuse_and_keep("answers would be lost", "move", "so-nganh/5", "--into", "cap-huyen")
        self.refuse_and_keep("--drop-answers", "move", "so-nganh/5", "--into", "cap-huyen")
        (moved,) = self.json("move", "so-nganh/5", "--into", "cap-huyen", "--drop-answers")
        self.assertEqual("8", moved["code"])
        self.assertEqual("1 2 3 4 6", self.codes("so-nganh"))
        self.assert_undone(before)

    def test_a_place_that_is_not_there_is_refused(self):
        self.refuse_and_keep("edge", "move", "so-nganh/1", "--step", "up")
        self.refuse_and_keep("only a section", "move", "so-nganh/1", "--into", "so-nganh/2")
        self.refuse_and_keep("“99”", "move", "so-nganh/1", "--into", "so-nganh", "--before", "99")
        self.refuse(USAGE, "--into", "move", "so-nganh/1")
        self.refuse(USAGE, "--step", "move", "so-nganh/1", "--step", "left")
        self.refuse(USAGE, "GROUP/CODE", "move", "so-nganh")
        self.refuse_and_keep("edge", "move", "so-nganh", "--step", "up")
        self.refuse_and_keep("edge", "move", "so-nganh", "--step", "in")
        self.refuse_and_keep("“x”", "move", "so-nganh", "--before", "x")

    def test_a_group_moves_among_the_others(self):
        before = self.dump()
        first, second, *others = (group["key"] for group in self.json("dump")["groups"])
        self.succeed("move", first, "--step", "down")
        self.assertEqual([second, first, *others], [group["key"] for group in self.json("dump")["groups"]])
        moved = self.json("move", others[-1], "--before", second)
        self.assertEqual([others[-1], second, first, *others[:-1]], [group["key"] for group in moved])
        self.succeed("undo")
        self.assert_undone(before)


class NewOnes(Tree):
    def test_a_copy_has_codes_of_its_own(self):
        before = self.dump()
        copied = self.json("copy", "cap-huyen/7", "cap-huyen/1", "--into", "so-nganh")
        self.assertEqual(["7", "8"], [criterion["code"] for criterion in copied])
        self.assertEqual("1 2 3 4 5 6 7 8", self.codes("so-nganh"))
        self.assert_undone(before)

    def test_a_copy_from_another_campaign(self):
        self.succeed("add", "campaign", "moi", "title=Mới", "starts=2026-01-01", "ends=2026-12-31")
        self.succeed("add", "group", "khoi", "name=Khối", "kind=collective", "--campaign", "moi")
        copied = self.json("copy", "so-nganh/1", "--from", "papi-2021", "--into", "khoi", "--campaign", "moi")
        self.assertEqual(["1"], [criterion["code"] for criterion in copied])

    def test_a_block_is_pasted(self):
        before = self.dump()
        block = self.write("block.tsv", BLOCK)
        (section,) = self.json("paste", block, "--into", "so-nganh")
        self.assertEqual("I(I.1 I.2)", self.codes("so-nganh", [section]))
        self.assertEqual("12.50", section["criteria"][0]["max"])
        self.assert_undone(before)

    def test_a_line_that_is_not_understood_is_named_and_nothing_taken(self):
        before = self.dump()
        block = self.write("block.txt", "1. Công khai: 5 điểm\n2. Không có điểm\n1. Lại một: 3 điểm\n")
        done = self.run_cli("paste", block, "--into", "so-nganh")
        self.assertEqual(FAILED, done.returncode)
        self.assertIn("2 lines are not understood", done.stderr)
        self.assertIn("line 2: there are no points", done.stderr)
        self.assertIn("line 3: the code “1”", done.stderr)
        self.assertEqual(before, self.dump())

    def test_what_is_no_text_is_not_taken_in_part(self):
        block = self.scratch / "block.txt"
        block.write_bytes("1. Công khai: 5 điểm\n\0\n2. Minh bạch: 5 điểm\n".encode())
        self.refuse_unchanged("block.txt: the text is not UTF-8", "paste", block, "--into", "so-nganh")


class Losses(Tree):
    def test_points_above_a_maximum_are_cut_when_asked(self):
        self.succeed("score", "so-y-te", "2", "29")
        before = self.dump()
        self.refuse_and_keep("--cut", "set", "criterion", "so-nganh/2", "max=28", "--drop-answers")
        self.succeed("set", "criterion", "so-nganh/2", "max=28", "--cut")
        (nominee,) = (n for n in self.json("dump")["nominees"] if n["key"] == "so-y-te")
        (score,) = (a["verified"] for a in nominee["assessments"] if a["criterion"] == "2")
        self.assertEqual("28.00", score)
        self.assert_undone(before)

    def test_another_kind_drops_answers_when_asked(self):
        before = self.dump()
        self.refuse_and_keep("answers would be lost", "set", "criterion", "so-nganh/1", "kind=points", "items=[]")
        self.succeed("set", "criterion", "so-nganh/1", "kind=points", "items=[]", "--drop-answers")
        self.assert_undone(before)

    def test_a_group_goes_with_its_nominees_when_asked(self):
        before = self.dump()
        self.refuse_and_keep("nominees would go", "remove", "group", "so-nganh")
        self.refuse_and_keep("answers would be lost", "remove", "criterion", "so-nganh/1")
        self.succeed("remove", "group", "so-nganh", "--drop-answers")
        self.assertNotIn("so-nganh", [group["key"] for group in self.json("dump")["groups"]])
        self.assert_undone(before)


if __name__ == "__main__":
    unittest.main()
