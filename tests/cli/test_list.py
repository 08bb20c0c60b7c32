# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists and the search, as JSON and as tables."""

import json
import re
import unittest

from program import FAILED, Test


class Lists(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()
        self.whole = json.loads(self.dump())

    def test_lists_are_the_arrays_of_the_interchange_file(self):
        self.assertEqual([self.whole["campaign"]], self.json("campaigns"))
        for verb in ("units", "nominees", "evidence"):
            with self.subTest(verb=verb):
                self.assertEqual(self.whole[verb], self.json(verb))

    def test_criteria_name_their_group(self):
        expected = [{"group": group["key"], **criterion} for group in self.whole["groups"] for criterion in group["criteria"]]
        self.assertEqual(expected, self.json("criteria"))
        self.assertEqual(
            [criterion for criterion in expected if criterion["group"] == "cap-xa"],
            self.json("criteria", "--group", "cap-xa"),
        )

    def test_nominees_of_one_group(self):
        expected = [nominee for nominee in self.whole["nominees"] if nominee["group"] == "ca-nhan"]
        self.assertEqual(expected, self.json("nominees", "--group", "ca-nhan"))

    def test_an_unknown_group_is_named(self):
        for verb in ("criteria", "nominees"):
            with self.subTest(verb=verb):
                self.refuse(FAILED, "“no-such”", verb, "--group", "no-such")

    def test_of_several_campaigns_the_newest_is_meant(self):
        self.succeed("add", "campaign", "papi-2022", "title=Đợt 2022", "starts=2022-06-01", "ends=2022-12-31")
        self.assertEqual(["papi-2022", "papi-2021"], [campaign["key"] for campaign in self.json("campaigns")])
        self.assertEqual([], self.json("nominees"))
        self.assertEqual(self.whole["nominees"], self.json("nominees", "--campaign", "papi-2021"))

    def test_tables_are_aligned_and_complete(self):
        for verb in ("units", "nominees", "evidence"):
            with self.subTest(verb=verb):
                head, rule, *rows = self.succeed(verb).splitlines()
                self.assertEqual({"─"}, set(rule))
                self.assertEqual(len(self.whole[verb]), len(rows))
                second = head.index("  ", 1)
                start = second + len(head[second:]) - len(head[second:].lstrip())
                for row, record in zip(rows, self.whole[verb]):
                    self.assertTrue(row.startswith(record.get("key") or record["code"]), row)
                    self.assertEqual("  ", row[start - 2 : start].ljust(2), row)

    def test_tables_show_points_and_dates_the_vietnamese_way(self):
        self.assertIn("  30,00  ", self.succeed("criteria"))
        self.assertIn("  21/06/2021  ", self.succeed("campaigns"))

    def test_a_line_break_in_a_text_breaks_no_table(self):
        self.succeed("set", "unit", "SYT", "name=Sở\nY tế\t")
        rows = self.succeed("units").splitlines()
        self.assertEqual(len(self.whole["units"]) + 2, len(rows))


class Search(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()

    def test_finds_without_marks_and_case(self):
        hits = self.json("search", "duong")
        self.assertIn("Dương", hits[0]["title"])
        self.assertTrue(any("Đường" in hit["title"] for hit in hits))
        self.assertEqual({"kind", "key", "title", "detail"}, set(hits[0]))

    def test_takes_either_place_of_the_tone(self):
        self.assertEqual(self.json("search", "hoà"), self.json("search", "hòa"))
        self.assertTrue(self.json("search", "hoà"))

    def test_finds_units_and_documents(self):
        kinds = {hit["kind"]: hit["key"] for hit in self.json("search", "45/KH-SYT")}
        self.assertEqual("e1", kinds["evidence"])
        self.assertIn("SYT", [hit["key"] for hit in self.json("search", "sở y tế") if hit["kind"] == "unit"])

    def test_several_words_need_no_quotes(self):
        self.assertEqual(self.json("search", "so y te"), self.json("search", "so", "y", "te"))

    def test_the_name_comes_before_all_else(self):
        titles = [hit["title"] for hit in self.json("search", "tan")]
        named = [title for title in titles if re.search(r"\b(Tân|Tấn|Tăng)\b", title)]
        self.assertEqual("Tăng Hoài Thương", titles[0])
        self.assertIn("UBND xã Tân An", named)
        self.assertLess(len(named), len(titles))
        self.assertEqual(named, titles[:len(named)])

    def test_the_limit_holds(self):
        self.assertEqual(3, len(self.json("search", "ubnd", "--limit", "3")))
        self.assertGreater(len(self.json("search", "ubnd")), 150)

    def test_knows_what_was_changed_a_moment_ago(self):
        self.succeed("add", "nominee", "moi", "group=ca-nhan", "unit=SYT", "person.name=Neáng Kim Sươl")
        self.assertEqual(["moi"], [hit["key"] for hit in self.json("search", "neang kim suol")])
        self.succeed("undo")
        self.assertEqual([], self.json("search", "neang kim suol"))

    def test_a_hit_is_a_row_of_the_table(self):
        self.assertEqual(len(self.json("search", "duong")) + 2, self.succeed("search", "duong").count("\n"))


if __name__ == "__main__":
    unittest.main()
