#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every ranking of a random campaign must show, and tests of the tools
that make the campaigns and compare the rankings."""

import collections
import copy
import json
import random
import unicodedata
import unittest

import random_campaign
from broken_campaign import DEFECTS, invalid
from compare import Difference, expect_same_content, expect_same_ranking
from random_campaign import leaves_with_paths
from rules import points, rank

DATE = "2022-05-20"
ARRAYS = ["units", "groups", "quotas", "nominees", "evidence"]


def values_of(entries, key):
    return [entry[key] for entry in entries]


def normal(leaf):
    return leaf["kind"] not in ("bonus", "deduction")


def alone_in_a_quota(key):
    return {"key": key, "name": key, "kind": "either", "groups": [key], "count": 1}


def every_value(value):
    if isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from every_value(inner)
    else:
        yield value


class Properties(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.ranked = []
        for seed in range(1, 121):
            document = random_campaign.make(seed, [5, 9, 20, 60][seed % 4])
            cls.ranked.append((document, rank(document, DATE)))

    def pools(self):
        for document, answer in self.ranked:
            for declared, found in zip(document.get("quotas"), answer["pools"]):
                yield document, declared, found

    def test_there_is_no_float(self):
        for document, answer in self.ranked:
            self.assertFalse([value for value in every_value([document, answer]) if isinstance(value, float)])

    def test_every_nominee_stands_once_in_its_group_and_in_each_pool(self):
        for document, answer in self.ranked:
            keys = sorted(values_of(document["nominees"], "key"))
            found = sorted(entry["nominee"] for one in answer["groups"] for entry in one["entries"])
            self.assertEqual(found, keys)
        for document, declared, found in self.pools():
            keys = [one["key"] for one in document["nominees"] if one["group"] in declared["groups"]]
            self.assertEqual(sorted(values_of(found["entries"], "nominee")), sorted(keys))

    def test_ranks_are_those_of_a_competition(self):
        for _document, answer in self.ranked:
            for ranking in answer["pools"] + answer["groups"]:
                ranks = values_of(ranking["entries"], "rank")
                eligible = [number for number in ranks if number is not None]
                self.assertEqual(ranks, eligible + [None] * (len(ranks) - len(eligible)))
                self.assertEqual(eligible, [1 + sum(one < number for one in eligible) for number in eligible])

    def test_tie_is_said_exactly_of_equal_ranks(self):
        for _document, answer in self.ranked:
            for ranking in answer["pools"] + answer["groups"]:
                for above, entry in zip([None] + ranking["entries"], ranking["entries"]):
                    same = bool(above) and entry["rank"] is not None and above["rank"] == entry["rank"]
                    self.assertEqual(entry["decided_by"] == "tie", same)

    def decided(self, document, declared):
        """Of each nominee on whom a decision holds for the quota: its place."""
        found = {}
        for one in document["nominees"]:
            by_quota = {choice.get("quota"): choice["place"] for choice in one.get("decisions") or []}
            if one.get("decision"):
                by_quota[None] = one["decision"]["place"]
            place = by_quota.get(declared["key"], by_quota.get(None))
            if place:
                found[one["key"]] = place
        return found

    def test_no_more_inside_than_the_size_unless_decided(self):
        for document, declared, found in self.pools():
            decided = self.decided(document, declared)
            inside = [one["nominee"] for one in found["entries"] if one["place"] == "inside"]
            written = [key for key in inside if decided.get(key) == "inside"]
            self.assertLessEqual(len(inside), max(found["quota"], len(written)))

    def test_no_cap_is_passed_unless_decided(self):
        for document, declared, found in self.pools():
            parents = {one["code"]: one.get("parent") for one in document["units"]}
            inside = [one for one in found["entries"] if one["place"] == "inside"]
            caps = dict(declared.get("per_group") or {})
            by_rule = [one for one in inside if one["nominee"] not in self.decided(document, declared)]
            for name, cap in caps.items():
                if any(one["group"] == name for one in by_rule):
                    self.assertLessEqual(sum(one["group"] == name for one in inside), cap)
            if declared.get("per_parent") is not None:
                counts = collections.Counter(parents[one["unit"]] for one in inside)
                for one in by_rule:
                    if parents[one["unit"]] is not None:
                        self.assertLessEqual(counts[parents[one["unit"]]], declared["per_parent"])

    def test_after_an_unresolved_block_all_is_outside(self):
        for document, declared, found in self.pools():
            ranks = {one["rank"] for one in found["entries"] if one["place"] == "unresolved"}
            self.assertLessEqual(len(ranks), int(found["unresolved_tie"]))
            if not declared.get("after"):
                self.assertEqual(len(ranks), int(found["unresolved_tie"]))
            decided = self.decided(document, declared)
            for one in found["entries"]:
                if ranks and one["eligible"] and one["nominee"] not in decided and one["rank"] > max(ranks):
                    self.assertIn(one["place"], ("outside", "taken"))

    def test_decisions_hold_and_only_for_the_eligible(self):
        for document, declared, found in self.pools():
            decided = self.decided(document, declared)
            for one in found["entries"]:
                self.assertEqual(one["place"] == "not-eligible", not one["eligible"])
                if one["eligible"] and one["nominee"] in decided and one["place"] != "taken":
                    self.assertEqual((one["place"], one["margin"]), (decided[one["nominee"]], None))

    def test_without_decisions_and_caps_the_line_is_one_cut(self):
        for document, declared, found in self.pools():
            if not self.decided(document, declared) and not declared.get("per_group") and declared.get("per_parent") is None:
                letters = "".join(one["place"][0] for one in found["entries"] if one["place"] != "taken")
                self.assertRegex(letters, "^i*u*o*n*$")

    def test_nobody_is_inside_a_quota_and_one_that_it_comes_after(self):
        for document, answer in self.ranked:
            inside = {}
            for declared, found in zip(document["quotas"], answer["pools"]):
                named = declared.get("after") or []
                earlier = set()
                for key in [named] if isinstance(named, str) else named:
                    earlier |= inside[key]
                places = {one["nominee"]: one for one in found["entries"]}
                for key in earlier & set(places):
                    self.assertEqual((places[key]["place"], places[key]["margin"]), ("taken", None))
                    self.assertIn(places[key]["taken_by"], inside)
                here = {key for key, one in places.items() if one["place"] == "inside"}
                self.assertFalse(here & earlier)
                inside[declared["key"]] = here | earlier

    def test_the_file_order_changes_neither_ranks_nor_places(self):
        for document, answer in self.ranked[:60]:
            shuffled = dict(document, nominees=random.Random(7).sample(document["nominees"], len(document["nominees"])))
            for before, after in zip(answer["pools"], rank(shuffled, DATE)["pools"]):
                after = {one["nominee"]: one for one in after["entries"]}
                for one in before["entries"]:
                    other = after[one["nominee"]]
                    for key in ("total", "rank", "place", "margin"):
                        self.assertEqual(one[key], other[key])

    def test_the_ranking_of_a_group_is_that_of_a_quota_with_the_group_alone(self):
        for document, answer in self.ranked[:60]:
            alone = dict(document, quotas=[alone_in_a_quota(one["key"]) for one in document["groups"]])
            for wide, narrow in zip(rank(alone, DATE)["pools"], answer["groups"]):
                for one in wide["entries"]:
                    del one["place"], one["margin"]
                self.assertEqual(wide["entries"], narrow["entries"])

    def test_the_random_campaigns_reach_every_corner(self):
        seen = collections.Counter()
        for document, declared, found in self.pools():
            seen.update("decided by " + str(one["decided_by"]) for one in found["entries"])
            seen.update("place " + one["place"] for one in found["entries"])
            seen["provisional"] += found["provisional"]
            seen["unresolved"] += found["unresolved_tie"]
            seen["size 0"] += found["quota"] == 0
            inside = sum(place == "inside" for place in self.decided(document, declared).values())
            seen["too many decided"] += inside > found["quota"]
            seen["taken by two of the earlier"] += len({one["taken_by"] for one in found["entries"] if "taken_by" in one}) > 1
            seen["after two at once"] += isinstance(declared.get("after"), list) and len(declared["after"]) > 1
            seen["decided by quota"] += any(one.get("decisions") for one in document["nominees"])
            seen["capped"] += bool(declared.get("per_group")) or declared.get("per_parent") is not None
            seen["over 100 percent"] += any(points(one["percent"]) > 10000 for one in found["entries"])
        steps = ["first", "tie", "total", "criteria", "reports", "women", "no-office", "votes", "None"]
        wanted = ["decided by " + step for step in steps]
        wanted += ["place inside", "place outside", "place unresolved", "place taken", "place not-eligible"]
        wanted += ["taken by two of the earlier", "after two at once", "decided by quota"]
        wanted += ["provisional", "unresolved", "size 0", "too many decided", "capped", "over 100 percent"]
        self.assertEqual([name for name in wanted if seen[name] < 5], [])


class ValidCampaigns(unittest.TestCase):
    """The random campaigns obey the rules of the interchange file."""

    @classmethod
    def setUpClass(cls):
        cls.documents = [random_campaign.make(seed, 25, rich=seed % 4 == 0) for seed in range(1, 81)]

    def test_references_meet(self):
        for document in self.documents:
            keys = {name: {one.get("key", one.get("code")) for one in document[name]} for name in ARRAYS}
            for name in ARRAYS:
                self.assertEqual(len(keys[name]), len(document[name]))
            kinds = {one["key"]: one["kind"] for one in document["groups"]}
            for one in document["units"]:
                self.assertIn(one.get("parent"), keys["units"] | {None})
            for one in document["quotas"]:
                self.assertLessEqual(set(one.get("per_group") or {}), set(one["groups"]))
                self.assertNotEqual(one.get("count") is None, one.get("percent") is None)
                self.assertTrue(all(one["kind"] in ("either", kinds[key]) for key in one["groups"]))
            for one in document["nominees"]:
                self.assertIn(one["unit"], keys["units"])
                self.assertEqual(one.get("person") is not None, kinds[one["group"]] == "individual")

    def test_every_unit_is_named_or_an_ancestor(self):
        for document in self.documents:
            named = {one["unit"] for one in document["nominees"]}
            named |= {one.get("parent") for one in document["units"]}
            self.assertLessEqual({one["code"] for one in document["units"]}, named)

    def test_assessments_fit_their_leaves(self):
        for document in self.documents:
            pieces = {one["key"] for one in document["evidence"]}
            for one in document["groups"]:
                leaves = {leaf["code"]: leaf for _path, leaf in leaves_with_paths(one["criteria"], "")}
                self.assertGreater(sum(points(leaf["max"]) for leaf in leaves.values() if normal(leaf)), 0)
                for nominee in document["nominees"]:
                    if nominee["group"] == one["key"]:
                        self.check_assessments(nominee.get("assessments") or [], leaves, pieces)

    def check_assessments(self, assessments, leaves, pieces):
        codes = values_of(assessments, "criterion")
        self.assertEqual(len(set(codes)), len(codes))
        for given in assessments:
            leaf = leaves[given["criterion"]]
            for key in ("self", "verified", "final"):
                self.assertLessEqual(points(given.get(key)) or 0, points(leaf["max"]))
            self.assertLessEqual(set(given.get("items") or []), set(range(1, len(leaf.get("items") or []) + 1)))
            if given.get("received") is not None:
                self.assertEqual(len(given["received"]), len(leaf["due"]))
            self.assertLessEqual(set(given.get("evidence") or []), pieces)
            self.assertEqual(len(set(given.get("evidence") or [])), len(given.get("evidence") or []))

    def test_tie_breakers_occur_once_and_not_on_a_deduction(self):
        for document in self.documents:
            for one in document["groups"]:
                marked = [leaf for _path, leaf in leaves_with_paths(one["criteria"], "") if leaf.get("tie_breaker")]
                self.assertEqual(len(set(values_of(marked, "tie_breaker"))), len(marked))
                self.assertNotIn("deduction", values_of(marked, "kind"))

    def test_texts_are_composed_and_trimmed(self):
        for document in self.documents:
            for text in every_value(document):
                if isinstance(text, str):
                    self.assertEqual(text, unicodedata.normalize("NFC", text).strip())


class Tools(unittest.TestCase):
    def test_a_campaign_is_the_same_for_the_same_seed(self):
        first, second = (random_campaign.as_bytes(random_campaign.make(5, 30)) for _ in range(2))
        self.assertEqual(first, second)
        self.assertNotEqual(first, random_campaign.as_bytes(random_campaign.make(6, 30)))

    def test_a_campaign_has_the_number_of_nominees_asked_for(self):
        for number in (5, 33):
            self.assertEqual(len(random_campaign.make(1, number)["nominees"]), number)

    def test_every_defect_changes_the_file_and_leaves_the_base(self):
        for seed in range(len(DEFECTS)):
            defect = invalid(seed)
            self.assertNotEqual(defect.data, random_campaign.as_bytes(defect.base), defect.description)
            self.assertEqual(defect.base, random_campaign.make(seed, 14, rich=True), defect.description)

    def test_the_comparison_sees_every_changed_value(self):
        document = random_campaign.make(3, 12)
        expected = rank(document, DATE)
        expect_same_ranking(expected, json.loads(json.dumps(expected)))
        wrong = [("rank", 99), ("place", "x"), ("margin", "9.99"), ("total", 1), ("reasons", None), ("name", "")]
        for key, value in wrong:
            found = copy.deepcopy(expected)
            found["pools"][0]["entries"][0][key] = value
            self.assertRaises(Difference, expect_same_ranking, expected, found)

    def test_the_comparison_sees_what_a_load_loses(self):
        document = random_campaign.make(3, 12, rich=True)
        expect_same_content(document, random_campaign.as_bytes(document))
        for path in (["nominees", 0, "key"], ["evidence", 0, "bytes"], ["units", 0, "name"], ["campaign", "title"]):
            found = copy.deepcopy(document)
            holder = found
            for step in path[:-1]:
                holder = holder[step]
            del holder[path[-1]]
            self.assertRaises(Difference, expect_same_content, document, random_campaign.as_bytes(found))


if __name__ == "__main__":
    unittest.main()
