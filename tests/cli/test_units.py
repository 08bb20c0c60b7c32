# SPDX-License-Identifier: GPL-3.0-or-later
"""Units from a day on: renamed, merged, split, closed; what they were and became; who takes part in a group."""

import unittest

from program import FAILED, USAGE, Test


class Units(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()

    def unit(self, code, campaign="papi-2021"):
        for unit in self.json("units", "--campaign", campaign):
            if unit["code"] == code:
                return unit
        return None

    def refuse_and_keep(self, expected, *arguments):
        before = self.dump()
        self.refuse(FAILED, expected, *arguments)
        self.assertEqual(before, self.dump())

    def names(self, code, side):
        return [unit["name"] for unit in self.json("lineage", code)[side]]


class Blocks(Units):
    def test_a_block_is_pasted_as_one_action(self):
        before = self.dump()
        block = self.write("block.tsv", "Mã\tTên\tTrực thuộc\r\nX1\tXã Một\tH1\r\nH1\tHuyện Mới\t\r\n")
        units = self.json("paste", "unit", block)
        self.assertEqual(["X1", "H1"], [unit["code"] for unit in units])
        self.assertEqual("H1", self.unit("X1")["parent"])
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_a_block_that_does_not_fit_is_refused_line_by_line(self):
        block = self.write("block.tsv", "X1\tXã Một\nSYT\t\n")
        before = self.dump()
        done = self.run_cli("paste", "unit", block)
        self.assertEqual(FAILED, done.returncode)
        self.assertIn("line 2: column “Code”: there is a unit “SYT” already", done.stderr)
        self.assertIn("line 2: column “Name”: it is empty", done.stderr)
        self.assertEqual(before, self.dump())
        self.refuse(USAGE, "unit", "paste", "criterion", block)
        self.refuse(USAGE, "--into", "paste", "unit", block, "--into", "so-nganh")


class Places(Units):
    def beside(self, code):
        above = self.unit(code)["parent"]
        return [unit["code"] for unit in self.json("units") if unit["parent"] == above]

    def test_a_unit_goes_a_step(self):
        before = self.dump()
        first, second, third = self.beside("30280")[:3]
        moved = self.json("move", "unit", first, "--step", "down")
        self.assertEqual(195, len(moved))
        self.assertEqual([second, first, third], self.beside(first)[:3])
        self.succeed("move", "unit", first, "--step", "in")
        self.assertEqual(second, self.unit(first)["parent"])
        self.succeed("move", "unit", first, "--step", "out")
        self.succeed("undo")
        self.succeed("undo")
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_where_no_place_is_it_stays(self):
        first = self.beside("30280")[0]
        self.refuse_and_keep("edge", "move", "unit", first, "--step", "up")
        self.refuse_and_keep("edge", "move", "unit", "SYT", "--step", "out")
        self.refuse_and_keep("“X9”", "move", "unit", "X9", "--step", "up")
        self.refuse(USAGE, "--step", "move", "unit", first)
        self.refuse(USAGE, "--step alone", "move", "unit", first, "--into", "so-nganh")
        self.refuse(USAGE, "up, down", "move", "unit", first, "--step", "left")


class Changes(Units):
    def test_a_new_name_counts_from_its_day(self):
        renamed = self.json("set", "unit", "30280", "name=UBND phường Mới", "--since", "01/7/2023")
        self.assertEqual("2023-07-01", renamed["valid_from"])
        self.assertEqual(["UBND phường Mỹ Bình"], renamed["aliases"])
        self.assertEqual("2023-06-30", self.unit("30280")["valid_to"])
        self.assertIn("UBND phường Mới", self.names("30280", "after"))
        self.succeed("undo")
        self.assertEqual("2025-06-30", self.unit("30280")["valid_to"])

    def test_merged_units_become_one(self):
        before = self.dump()
        merged = self.json("merge", "30280", "30283", "name=UBND phường Chung", "type=Phường", "parent=883",
                           "--into", "30280", "--since", "2023-07-01")
        self.assertEqual(["UBND phường Mỹ Bình", "UBND phường Mỹ Long"], merged[0]["aliases"])
        self.assertEqual("2023-06-30", self.unit("30283")["valid_to"])
        self.assertIn("UBND phường Chung", self.names("30283", "after"))
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_three_become_one(self):
        before = self.dump()
        (merged,) = self.json("merge", "30280", "30283", "30285", "name=UBND phường Chung", "type=Phường", "parent=883",
                              "--into", "PC", "--since", "2023-07-01")
        self.assertEqual(3, len(merged["aliases"]))
        for code in "30280", "30283", "30285":
            self.assertEqual("2023-06-30", self.unit(code)["valid_to"])
        self.refuse_and_keep("choose another unit", "merge", "30286", "name=UBND phường Một", "--into", "P1", "--since",
                             "2023-07-01")
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_one_becomes_at_most_nine(self):
        before = self.dump()
        parts = [f"P{i}=UBND phường {i}" for i in range(10)]
        self.refuse_and_keep("2 to 9 parts", "split", "30280", *parts, "--since", "2023-07-01")
        self.refuse_and_keep("2 to 9 parts", "split", "30280", parts[0], "--since", "2023-07-01")
        self.assertEqual(9, len(self.json("split", "30280", *parts[:9], "--since", "2023-07-01")))
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_parts_and_an_end(self):
        before = self.dump()
        parts = self.json("split", "30280", "30280=UBND phường A", "M1=UBND phường B", "--since", "2023-07-01")
        self.assertEqual(["Phường", "Phường"], [part["type"] for part in parts])
        self.succeed("close", "30283", "--since", "2023-07-01")
        self.assertEqual("2023-06-30", self.unit("30283")["valid_to"])
        self.succeed("undo")
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_a_unit_that_is_used_does_not_vanish(self):
        self.refuse_and_keep("is needed in", "close", "30280", "--since", "2021-01-01")
        self.refuse_and_keep("stands under it", "close", "883", "--since", "2023-01-01")
        self.refuse_and_keep("does not exist before and on", "close", "30280", "--since", "2026-01-01")
        self.refuse(USAGE, "--since", "close", "30280")
        self.refuse(USAGE, "--since", "set", "criterion", "so-nganh/1", "title=x", "--since", "2021-01-01")
        self.refuse(USAGE, "CODE=NAME", "split", "30280", "M1", "--since", "2023-01-01")

    def test_communes_know_what_they_became_in_2025(self):
        after = self.json("lineage", "30280")["after"]
        self.assertEqual(["30307"], [unit["code"] for unit in after])
        self.assertEqual(["Phường Long Xuyên"], [unit["name"] for unit in after])
        with self.at(self.scratch / "new"):
            self.succeed("init", "--units", "an-giang-2025", "--starts", "2026-01-01", "--ends", "2026-12-31")
            self.assertIn("Phường Mỹ Bình", self.names("30307", "before"))


class Entry(Units):
    def test_units_of_a_type_enter_a_group_once(self):
        self.succeed("add", "group", "moi", "name=Mới", "kind=collective")
        self.succeed("add", "criterion", "moi/1", "title=Một", "kind=points", "max=100")
        before = self.dump()
        communes = sum(unit["type"] == "Phường" for unit in self.json("units"))
        self.assertEqual({"nominees": communes}, self.json("enter", "moi", "--type", "Phường"))
        self.assertEqual({"nominees": 0}, self.json("enter", "moi", "--type", "Phường"))
        others = sum(unit["type"] in ("Xã", "Huyện") for unit in self.json("units"))
        self.assertEqual({"nominees": others}, self.json("enter", "moi", "--type", "Phường, Xã, Huyện"))
        self.succeed("undo")
        self.succeed("undo")
        self.assertEqual(before, self.dump())
        below = sum(unit["parent"] == "883" for unit in self.json("units"))
        self.assertEqual({"nominees": below}, self.json("enter", "moi", "--below", "883"))
        self.assertEqual({"nominees": 1}, self.json("enter", "moi", "SYT", "30280"))
        self.refuse(USAGE, "say who", "enter", "moi")
        self.refuse(FAILED, "individuals", "enter", "ca-nhan", "SYT")


if __name__ == "__main__":
    unittest.main()
