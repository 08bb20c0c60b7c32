# SPDX-License-Identifier: GPL-3.0-or-later
"""What compares the rankings before and after an update sees what differs, and nothing else."""

import importlib.util
import unittest

import tree

SPEC = importlib.util.spec_from_file_location("compare_rankings", tree.ROOT / "build-aux/compare-rankings.py")
COMPARE = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(COMPARE)

ENTRIES = [{"nominee": "a", "rank": 1, "total": "95.00"}, {"nominee": "b", "rank": 2, "total": None}]
RANKING = {"date": "2022-05-20", "pools": [{"quota": 10, "entries": ENTRIES}]}


def changed(place, **values):
    entries = [dict(entry) for entry in ENTRIES]
    entries[place].update(values)
    return {"date": "2022-05-20", "pools": [{"quota": 10, "entries": entries}]}


class Rankings(unittest.TestCase):
    def expect(self, expected, after):
        self.assertEqual(expected, list(COMPARE.differences(RANKING, after)))

    def test_alike_are_alike(self):
        self.expect([], changed(0))

    def test_more_may_be_said(self):
        self.expect([], changed(1, taken_by=None))

    def test_another_value_is_told_with_its_place(self):
        self.expect(['ranking.pools[0].entries[0].total: "95.00" before, "94.50" after'], changed(0, total="94.50"))

    def test_another_order_is_another_ranking(self):
        after = {"date": "2022-05-20", "pools": [{"quota": 10, "entries": ENTRIES[::-1]}]}
        self.assertEqual(6, len(list(COMPARE.differences(RANKING, after))))

    def test_another_kind_is_another_value(self):
        self.expect(['ranking.pools[0].entries[0].rank: 1 before, true after'], changed(0, rank=True))

    def test_what_is_gone_is_told(self):
        self.expect(
            ["ranking.date: it is no longer said", "ranking.pools: 1 before, 0 after"],
            {"pools": []},
        )


if __name__ == "__main__":
    unittest.main(verbosity=2)
