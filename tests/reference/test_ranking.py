#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the second implementation: the worked example, and each rule on order, pools and
the line alone, with numbers worked out by hand."""

import unittest

from rules import rank
from small_campaign import (
    DATE,
    by_key,
    campaign,
    column,
    given,
    group,
    ladder,
    leaf,
    nominee,
    person,
    pool,
    quota,
    total,
    unit,
)


class Order(unittest.TestCase):
    def order(self, chain, nominees, criteria=(leaf("1", "100.00"),), date=DATE):
        """[(nominee, rank, decided by)] of one group."""
        document = campaign([group("g", *criteria)], nominees, tie_chain=chain)
        entries = rank(document, date)["groups"][0]["entries"]
        return [(entry["nominee"], entry["rank"], entry["decided_by"]) for entry in entries]

    def test_ranks_count_one_two_two_four_in_file_order(self):
        nominees = [nominee(key, given("1", score)) for key, score in zip("zyxw", ["5.00", "7.00", "9.00", "7.00"])]
        expected = [("x", 1, "first"), ("y", 2, "total"), ("w", 2, "tie"), ("z", 4, "total")]
        self.assertEqual(self.order([], nominees), expected)

    def test_tie_breakers_by_number_not_by_place(self):
        criteria = (leaf("1", "50.00", tie_breaker=7), leaf("2", "50.00", tie_breaker=2), leaf("3", "50.00"))
        rows = {"a": ("5.00", "5.00", "5.00"), "b": ("6.00", "4.00", "5.00"), "c": ("4.00", "5.00", "6.00")}
        nominees = [nominee(key, *[given(str(i + 1), row[i]) for i in range(3)]) for key, row in rows.items()]
        expected = [("a", 1, "first"), ("c", 2, "criteria"), ("b", 3, "criteria")]
        self.assertEqual(self.order(["criteria"], nominees, criteria), expected)

    def test_a_tie_breaker_not_assigned_or_awaiting_is_zero(self):
        criteria = (leaf("1", "50.00", "bonus", tie_breaker=1), leaf("2", "50.00"))
        nominees = [
            nominee("a", given("1", "9.00", state="not-assigned"), given("2", "10.00")),
            nominee("b", given("1", "9.00", state="awaiting-publication"), given("2", "10.00")),
            nominee("c", given("1", "2.00"), given("2", "8.00")),
        ]
        expected = [("c", 1, "first"), ("a", 2, "criteria"), ("b", 2, "tie")]
        self.assertEqual(self.order(["criteria"], nominees, criteria), expected)

    def test_reports_count_whatever_points_they_got(self):
        due = ["2021-09-30", "2021-12-15"]
        criteria = (leaf("1", "50.00", "reports", due=due), leaf("2", "50.00", "reports", due=due))
        row = {
            "a": given("1", "0.00", received=["2021-10-01", None]),
            "b": given("1", "0.00", received=["2021-10-01", "2021-12-15"], state="awaiting-publication"),
            "c": given("1", "0.00", received=["2021-10-01", None], state="not-assigned"),
            "d": None,
        }
        others = given("2", "0.00", received=["2021-01-01", "2021-01-01"])
        nominees = [nominee(key, *[one for one in (first, others) if one]) for key, first in row.items()]
        nominees[3]["assessments"].append(given("1", "0.00"))
        expected = [("c", 1, "first"), ("b", 2, "reports"), ("a", 3, "reports"), ("d", 3, "tie")]
        self.assertEqual(self.order(["reports"], nominees, criteria), expected)

    def test_women_of_collectives_from_seventy_percent(self):
        shares = {"a": None, "b": 69, "c": 70, "d": 100}
        nominees = [nominee(key, given("1", "5.00"), women_percent=share) for key, share in shares.items()]
        expected = [("c", 1, "first"), ("d", 1, "tie"), ("a", 3, "women"), ("b", 3, "tie")]
        self.assertEqual(self.order(["women"], nominees), expected)

    def test_women_and_no_office_of_persons(self):
        people = {
            "a": person(gender="male"),
            "b": person(gender="female", holds_office=True),
            "c": person(gender="female", holds_office=False),
            "d": person(gender=None, holds_office=True),
        }
        nominees = [nominee(key, given("1", "5.00"), person=who) for key, who in people.items()]
        expected = [("c", 1, "first"), ("b", 2, "no-office"), ("a", 3, "women"), ("d", 4, "no-office")]
        self.assertEqual(self.order(["women", "no-office"], nominees), expected)
        expected = [("c", 1, "first"), ("a", 2, "women"), ("b", 3, "no-office"), ("d", 4, "women")]
        self.assertEqual(self.order(["no-office", "women"], nominees), expected)

    def test_votes_are_compared_exactly(self):
        counts = {"a": (1, 3), "b": (3333333333333333, 10000000000000000), "c": (2, 6), "d": (0, 5), "e": None}
        nominees = [
            nominee(key, given("1", "5.00"), votes=pair and {"for": pair[0], "members": pair[1]}) for key, pair in counts.items()
        ]
        expected = [("a", 1, "first"), ("c", 1, "tie"), ("b", 3, "votes"), ("d", 4, "votes"), ("e", 4, "tie")]
        self.assertEqual(self.order(["votes"], nominees), expected)

    def test_those_not_eligible_come_after_in_the_same_order(self):
        nominees = [
            nominee("a", given("1", "8.00"), withdrawn=True),
            nominee("b", given("1", "1.00")),
            nominee("c", given("1", "9.00"), withdrawn=True),
            nominee("d", given("1", "8.00"), withdrawn=True),
        ]
        expected = [("b", 1, "first"), ("c", None, None), ("a", None, None), ("d", None, None)]
        self.assertEqual(self.order([], nominees), expected)


class Classes(unittest.TestCase):
    def classes(self, classes):
        rows = {"a": "9.00", "b": "8.99", "c": "8.05", "d": "8.04", "e": "0.00"}
        criteria = [leaf("1", "10.00")]
        nominees = [nominee(key, given("1", score), withdrawn=key == "c") for key, score in rows.items()]
        found = rank(campaign([group("g", *criteria, classes=classes)], nominees, [quota()]), DATE)
        alone, pooled = (by_key(found[name][0]["entries"]) for name in ("groups", "pools"))
        self.assertEqual({key: one.get("class") for key, one in alone.items()}, {key: one.get("class") for key, one in pooled.items()})
        return [alone[key].get("class", "-") for key in rows]

    def test_the_first_whose_from_is_reached_also_of_one_not_eligible(self):
        classes = [{"name": "A", "from": "90.00"}, {"name": "B", "from": "80.50"}]
        self.assertEqual(self.classes(classes), ["A", "B", "B", None, None])

    def test_without_classes_there_is_no_such_key(self):
        self.assertEqual(self.classes([]), ["-"] * 5)


class Pools(unittest.TestCase):
    def two_groups(self, first, second, quotas):
        groups = [group("g", leaf("1", first, tie_breaker=1)), group("h", leaf("1", second), leaf("2", "5.00", "bonus"))]
        nominees = [nominee("a", given("1", "30.00")), nominee("b", given("1", "25.00"), group="h")]
        return campaign(groups, nominees, quotas, tie_chain=["criteria"])

    def test_percent_is_compared_when_the_groups_differ_in_full(self):
        found = pool(self.two_groups("100.00", "50.00", [quota(groups=["g", "h"])]))
        self.assertEqual(column(found["entries"], "nominee"), ["b", "a"])
        self.assertEqual(column(found["entries"], "margin"), ["20.00", "20.00"])
        self.assertEqual(found["entries"][1]["decided_by"], "total")

    def test_the_total_is_compared_when_full_is_the_same(self):
        found = pool(self.two_groups("50.00", "50.00", [quota(groups=["g", "h"])]))
        self.assertEqual(column(found["entries"], "nominee"), ["a", "b"])
        self.assertEqual(column(found["entries"], "margin"), ["5.00", "5.00"])

    def test_a_group_without_nominees_makes_percent_too(self):
        document = self.two_groups("50.00", "50.00", [quota(groups=["g", "h", "k"])])
        document["groups"].append(group("k", leaf("1", "40.00")))
        self.assertEqual(column(pool(document)["entries"], "margin"), ["10.00", "10.00"])

    def test_a_bonus_does_not_make_full_differ(self):
        document = self.two_groups("50.00", "50.00", [quota(groups=["g", "h"])])
        self.assertEqual(pool(document)["entries"][0]["margin"], "5.00")

    def test_a_tie_breaker_of_one_group_is_zero_in_the_other(self):
        document = self.two_groups("50.00", "50.00", [quota(groups=["h", "g"])])
        document["nominees"].reverse()
        document["nominees"][0]["assessments"][0]["verified"] = "30.00"
        found = pool(document)["entries"]
        self.assertEqual([(one["nominee"], one["decided_by"]) for one in found], [("a", "first"), ("b", "criteria")])

    def test_provisional_also_through_one_not_eligible_and_only_where_it_is(self):
        groups = [group("g", leaf("1", "10.00")), group("h", leaf("1", "10.00"))]
        nominees = [nominee("a", given("1", state="awaiting-publication"), withdrawn=True), nominee("b", group="h")]
        quotas = [quota("q"), quota("r", groups=["h"]), quota("s", groups=["g", "h"])]
        found = rank(campaign(groups, nominees, quotas), DATE)["pools"]
        self.assertEqual(column(found, "provisional"), [True, False, True])

    def test_percent_of_all_nominees_rounded_down(self):
        document = ladder(["9.00"] * 7, quota(count=None, percent=33))
        self.assertEqual(pool(document)["quota"], 2)  # 2.31
        document["nominees"][0]["withdrawn"] = True
        self.assertEqual(pool(document)["quota"], 2)
        document["quotas"][0]["percent"] = 14
        self.assertEqual(pool(document)["quota"], 0)  # 0.98

    def test_the_date_is_the_given_one_else_considered_on(self):
        document = ladder(["9.00"], quota())
        document["campaign"]["considered_on"] = "2022-02-02"
        self.assertEqual(rank(document)["date"], "2022-02-02")
        self.assertEqual(rank(document, "2022-03-03")["date"], "2022-03-03")

    def test_names_of_units_and_persons(self):
        groups = [group("g", leaf("1", "1.00")), group("h", leaf("1", "1.00"), kind="individual")]
        nominees = [nominee("a"), nominee("b", group="h", person=person("Đặng Ý"))]
        found = rank(campaign(groups, nominees), DATE)["groups"]
        self.assertEqual([one["entries"][0]["name"] for one in found], ["Sở U", "Đặng Ý"])
        self.assertNotIn("place", found[0]["entries"][0])


class Line(unittest.TestCase):
    def places(self, document):
        letters = {"inside": "I", "outside": "O", "unresolved": "?", "not-eligible": "-"}
        return "".join(letters[one["place"]] for one in self.shown(document))

    def shown(self, document):
        self.found = pool(document)
        return self.found["entries"]

    def margins(self, document):
        return column(self.shown(document), "margin")

    def test_the_line_between_two_totals(self):
        document = ladder(["9.00", "8.00", "7.50", "5.00"], quota(count=2))
        self.assertEqual(self.places(document), "IIOO")
        self.assertEqual(self.margins(document), ["1.50", "0.50", "0.50", "3.00"])

    def test_a_tie_at_the_line_is_unresolved_and_what_follows_is_outside(self):
        document = ladder(["9.00", "8.00", "8.00", "5.00"], quota(count=2))
        self.assertEqual(self.places(document), "I??O")
        self.assertTrue(self.found["unresolved_tie"])
        self.assertEqual(self.margins(document), ["4.00", None, None, "4.00"])

    def test_a_tie_that_fits_or_lies_below_is_no_matter(self):
        self.assertEqual(self.places(ladder(["9.00", "9.00", "8.00", "8.00"], quota(count=2))), "IIOO")
        self.assertFalse(self.found["unresolved_tie"])

    def test_no_other_side_no_margin(self):
        self.assertEqual(self.margins(ladder(["9.00", "8.00"], quota(count=5))), [None, None])
        self.assertEqual(self.margins(ladder(["9.00", "8.00"], quota(count=None, percent=10))), [None, None])

    def test_a_group_cap_lets_the_next_group_in(self):
        of = {"a": "h", "b": "h", "d": "h"}
        document = ladder(["9.00", "8.00", "7.00", "6.00", "5.00"], quota(groups=["g", "h"], count=2, per_group={"h": 1}), of)
        self.assertEqual(self.places(document), "IOIOO")
        self.assertEqual(self.margins(document), ["4.00", None, "2.00", None, "2.00"])

    def test_a_parent_cap_counts_units_of_one_parent_and_leaves_roots_free(self):
        under = {"a": "A", "b": "B", "c": "C"}
        units = [unit("P"), unit("A", "P"), unit("B", "P"), unit("C", "A")]
        document = ladder(["9.00", "8.00", "7.00", "6.00", "5.00"], quota(count=4, per_parent=1), unit_of=under, units=units)
        self.assertEqual(self.places(document), "IOIII")

    def test_a_tie_over_a_cap_is_unresolved_though_the_size_has_room(self):
        of = {"a": "h", "b": "h"}
        document = ladder(["9.00", "9.00", "7.00"], quota(groups=["g", "h"], count=3, per_group={"h": 1}), of)
        self.assertEqual(self.places(document), "??O")

    def test_those_a_cap_keeps_out_do_not_make_a_tie(self):
        of = {"a": "h", "b": "h"}
        document = ladder(["9.00", "8.00", "8.00", "7.00"], quota(groups=["g", "h"], count=2, per_group={"h": 1}), of)
        self.assertEqual(self.places(document), "IOIO")
        self.assertFalse(self.found["unresolved_tie"])
        self.assertEqual(self.margins(document), ["2.00", None, "1.00", "1.00"])

    def test_a_cap_is_used_up_by_the_block_as_a_whole(self):
        of = {"a": "h", "b": "h", "d": "h"}
        document = ladder(["9.00", "9.00", "9.00", "8.00"], quota(groups=["g", "h"], count=4, per_group={"h": 2}), of)
        self.assertEqual(self.places(document), "IIIO")

    def test_a_decision_resolves_a_tie(self):
        chosen = {"place": "inside", "reason": "Hội đồng"}
        document = ladder(["9.00", "8.00", "8.00", "5.00"], quota(count=2), b={"decision": chosen})
        self.assertEqual(self.places(document), "IIOO")
        self.assertEqual(self.margins(document), ["1.00", None, "0.00", "3.00"])
        document = ladder(["9.00", "8.00", "8.00", "5.00"], quota(count=2), b={"decision": dict(chosen, place="outside")})
        self.assertEqual(self.places(document), "IOIO")
        self.assertEqual(self.margins(document), ["1.00", None, "0.00", "3.00"])

    def test_a_decision_uses_up_size_and_caps_first(self):
        chosen = {"place": "inside", "reason": "Hội đồng"}
        quotas = quota(groups=["g", "h"], count=2, per_group={"h": 1})
        document = ladder(["9.00", "8.00", "7.00"], quotas, {"a": "h", "c": "h"}, c={"decision": chosen})
        self.assertEqual(self.places(document), "OII")

    def test_more_decided_inside_than_the_size(self):
        chosen = {"decision": {"place": "inside", "reason": "Hội đồng"}}
        document = ladder(["9.00", "8.00", "7.00", "7.00"], quota(count=1), c=chosen, d=chosen)
        self.assertEqual(self.places(document), "OOII")
        self.assertFalse(self.found["unresolved_tie"])
        self.assertEqual(self.margins(document), ["2.00", "1.00", None, None])

    def test_a_margin_is_a_distance_also_to_one_decided_above(self):
        document = ladder(["9.00", "8.00", "7.00"], quota(count=1), a={"decision": {"place": "outside", "reason": "Hội đồng"}})
        self.assertEqual(self.places(document), "OIO")
        self.assertEqual(self.margins(document), [None, "1.00", "1.00"])

    def test_after_an_unresolved_block_it_is_not_a_cap_that_keeps_out(self):
        of = {"a": "h", "d": "h"}
        document = ladder(["9.00", "8.00", "8.00", "7.00"], quota(groups=["g", "h"], count=2, per_group={"h": 1}), of)
        self.assertEqual(self.places(document), "I??O")
        self.assertEqual(self.margins(document), ["2.00", None, None, "2.00"])

    def test_a_decision_on_one_not_eligible_is_void(self):
        more = {"decision": {"place": "inside", "reason": "Hội đồng"}, "withdrawn": True}
        document = ladder(["9.00", "8.00", "7.00"], quota(count=1), a=more)
        self.assertEqual(self.places(document), "IO-")

    def test_a_decided_nominee_does_not_count_in_its_block(self):
        chosen = {"decision": {"place": "outside", "reason": "Hội đồng"}}
        document = ladder(["9.00", "9.00", "9.00"], quota(count=2), c=chosen)
        self.assertEqual(self.places(document), "IIO")


class SeveralAwards(unittest.TestCase):
    """A flag, then certificates: three quotas over the ladder a, b, c …"""

    def rank(self, points, *quotas, **more):
        document = ladder(points, quotas[0], **more)
        document["quotas"] = list(quotas)
        self.pools = rank(document, DATE)["pools"]
        return [
            "".join({"not-eligible": "-", "unresolved": "?"}.get(one["place"], one["place"][0].upper()) for one in pool["entries"])
            for pool in self.pools
        ]

    def column(self, number, key):
        return [one.get(key) for one in self.pools[number]["entries"]]

    def test_who_is_inside_is_taken_after_it_and_keeps_the_rank(self):
        flag, second = quota("co", count=1), quota("bk", count=1, after="co")
        self.assertEqual(self.rank(["9.00", "8.00", "7.00"], flag, second), ["IOO", "TIO"])
        self.assertEqual(self.column(1, "rank"), [1, 2, 3])
        self.assertEqual(self.column(1, "decided_by"), ["first", "total", "total"])
        self.assertEqual(self.column(1, "taken_by"), ["co", None, None])
        self.assertEqual(self.column(1, "margin"), [None, "1.00", "1.00"])

    def test_a_chain_of_three_takes_from_the_first_too(self):
        quotas = quota("a", count=1), quota("b", count=1, after=["a"]), quota("c", count=1, after=["b"])
        self.assertEqual(self.rank(["9.00", "8.00", "7.00", "6.00"], *quotas), ["IOOO", "TIOO", "TTIO"])
        self.assertEqual(self.column(2, "taken_by"), ["a", "b", None, None])

    def test_two_at_once_take_by_the_first_in_the_file(self):
        quotas = quota("a", count=1), quota("b", count=2), quota("c", count=1, after=["b", "a"])
        self.assertEqual(self.rank(["9.00", "8.00", "7.00"], *quotas), ["IOO", "IIO", "TTI"])
        self.assertEqual(self.column(2, "taken_by"), ["a", "b", None])

    def test_a_percent_counts_the_taken(self):
        quotas = quota("a", count=1), quota("b", count=None, percent=50, after="a")
        self.assertEqual(self.rank(["9.00", "8.00", "7.00", "6.00"], *quotas), ["IOOO", "TIIO"])

    def test_the_taken_use_no_cap_and_count_in_no_block(self):
        quotas = quota("a", count=1), quota("b", count=1, per_group={"g": 1}, after="a")
        chosen = {"decisions": [{"quota": "a", "place": "inside", "reason": "x"}]}
        self.assertEqual(self.rank(["9.00", "9.00", "7.00"], *quotas, a=chosen), ["IOO", "TIO"])
        self.assertFalse(self.pools[1]["unresolved_tie"])

    def test_a_tie_at_an_earlier_line_is_one_of_the_later(self):
        quotas = quota("a", count=1), quota("b", count=2, after="a")
        self.assertEqual(self.rank(["9.00", "9.00", "7.00"], *quotas), ["??O", "IIO"])
        self.assertTrue(self.pools[1]["unresolved_tie"])

    def test_decisions_by_quota_and_of_none(self):
        quotas = quota("a", count=1), quota("b", count=1, after="a"), quota("c", count=1)
        chosen = [{"quota": "a", "place": "outside", "reason": "x"}, {"quota": None, "place": "inside", "reason": "x"}]
        self.assertEqual(self.rank(["9.00", "8.00", "7.00"], *quotas, a={"decisions": chosen}), ["OIO", "ITO", "IOO"])

    def test_a_decision_on_the_taken_has_no_effect(self):
        quotas = quota("a", count=1), quota("b", count=1, after="a")
        chosen = [{"quota": "b", "place": "inside", "reason": "x"}]
        self.assertEqual(self.rank(["9.00", "8.00", "7.00"], *quotas, a={"decisions": chosen}), ["IOO", "TIO"])


class WorkedExample(unittest.TestCase):
    rows = [
        # key, other points, criterion 6, women, required passed
        ("a", "82.00", "10.00", 10, True),
        ("b", "82.50", "8.00", 10, True),
        ("c", "82.50", "8.00", 10, True),
        ("d", "83.50", "7.00", 80, True),
        ("e", "85.00", "10.00", 10, False),
    ]

    def test_the_table_of_the_rules(self):
        criteria = [leaf("1", "90.00"), leaf("6", "10.00", tie_breaker=1), leaf("4", "0.00", "pass-fail", required=True)]
        nominees = [
            nominee(key, given("1", other), given("6", six), given("4", passed=passed), women_percent=women)
            for key, other, six, women, passed in self.rows
        ]
        document = campaign([group("g", *criteria)], nominees, [quota(count=2)], tie_chain=["criteria", "women"])
        found = pool(document)
        keys = ["nominee", "total", "rank", "decided_by", "place", "margin"]
        shown = [tuple(one[key] for key in keys) for one in found["entries"]]
        self.assertEqual(
            shown,
            [
                ("a", "92.00", 1, "first", "inside", "1.50"),
                ("b", "90.50", 2, "total", "unresolved", None),
                ("c", "90.50", 2, "tie", "unresolved", None),
                ("d", "90.50", 4, "criteria", "outside", "1.50"),
                ("e", "95.00", None, None, "not-eligible", None),
            ],
        )
        self.assertTrue(found["unresolved_tie"])


if __name__ == "__main__":
    unittest.main()
