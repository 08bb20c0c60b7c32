#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the second implementation of what is the same twice."""

import collections
import unittest

import random_campaign
from same import folded, same
from small_campaign import campaign, given, group, leaf, nominee, person, quota

DATE = "2022-05-20"


def groups_of(*nominees, distinct=(), quotas=(), **rules):
    criteria = [leaf("1", "50.00"), leaf("2", "50.00", shared=True), leaf("3", "5.00", "deduction")]
    document = campaign([group("g", *criteria), group("p", *criteria, kind="individual")], nominees, quotas, **rules)
    document["evidence"] = [{"key": "e%d" % number, "sha256": "%064d" % (number % 2)} for number in range(4)]
    document["campaign"]["award"] = "Bằng khen"
    document["distinct"] = [{"kind": kind, "nominees": list(keys), "reason": ""} for kind, keys in distinct]
    return same(document, DATE)


def found(*nominees, **more):
    """The groups as "kind strength keys", the silenced in parentheses."""
    texts = [
        ("(%s %s %s)" if one["silenced"] else "%s %s %s") % (one["kind"], one["strength"], "".join(one["nominees"]))
        for one in groups_of(*nominees, **more)
    ]
    return ", ".join(texts)


def human(key, name="An", born=None, **more):
    return nominee(key, group="p", person=person(name, born=born), **more)


def proving(key, criterion, *pieces):
    return nominee(key, given(criterion, evidence=list(pieces)))


def titled(key, title):
    return nominee(key, initiative={"title": title})


class Same(unittest.TestCase):
    def test_folded(self):
        self.assertEqual("nguyễn thị a", folded(" NGUYỄN  THỊ\u00a0A "))
        self.assertEqual(folded("Hoà THUỶ khoẻ"), folded("HÒA Thủy khỏe"))
        self.assertNotEqual(folded("Hoa"), folded("Hoà"))
        self.assertEqual("quý hoàn zoà", folded("Quý hoàn Zoà"))

    def test_births(self):
        self.assertEqual("person strong ab", found(human("a", born="1980"), human("b", born="1980-05-01")))
        self.assertEqual("", found(human("a", born="1980-05-02"), human("b", born="1980-05-01")))
        self.assertEqual("", found(human("a", born="1980"), human("b", born="1981")))
        self.assertEqual("person strong abc", found(human("a", born="1980"), human("b"), human("c", born="1981")))

    def test_strength(self):
        self.assertEqual("person weak abc", found(human("a"), human("b"), human("c", unit="V")))

    def test_withdrawn(self):
        self.assertEqual("", found(human("a", withdrawn=True), human("b")))

    def test_units_compete_for_one_quota(self):
        self.assertEqual("unit strong ab", found(nominee("a"), nominee("b"), quotas=[quota()]))
        self.assertEqual("", found(nominee("a"), nominee("b"), quotas=[quota(groups=("p",))]))
        self.assertEqual("", found(nominee("a"), human("b"), quotas=[quota(groups=("g", "p"))]))

    def test_initiatives(self):
        self.assertEqual("initiative strong ac", found(titled("a", "Một"), titled("b", "Hai"), titled("c", "MỘT ")))
        self.assertEqual("", found(titled("a", ""), titled("b", " ")))

    def test_evidence(self):
        self.assertEqual("evidence strong ab", found(proving("a", "1", "e0"), proving("b", "1", "e2")))
        self.assertEqual("", found(proving("a", "1", "e0"), proving("b", "1", "e1")))
        self.assertEqual("", found(proving("a", "1", "e0"), proving("b", "2", "e0"), proving("c", "3", "e0")))
        many = [proving("a", "1", "e0"), proving("b", "1", "e0", "e1"), proving("c", "1", "e1")]
        self.assertEqual("evidence strong abc", found(*many))

    def test_commended(self):
        cases = {
            "2019-05-20": True,
            "2019-05-19": False,
            "2022-05-19": True,
            "2022-05-20": False,
        }
        for date, expected in cases.items():
            one = nominee("a", awards=[{"form": "BẰNG KHEN", "date": date}])
            self.assertEqual("commended strong a" if expected else "", found(one, award_interval=3), date)
        self.assertEqual("", found(one))
        by_year = nominee("a", awards=[{"form": "Cờ", "year": 2019}], award="cờ")
        self.assertEqual("commended strong a", found(by_year, award_interval=3))

    def test_silenced(self):
        three = human("a", born="1980-01-01"), human("b", born="1980"), human("c", born="1980-02-02")
        pairs = [("person", "ab"), ("person", "bc")]
        self.assertEqual("(person strong abc)", found(*three, distinct=pairs))
        self.assertEqual("person strong abc", found(*three, distinct=pairs[:1]))
        self.assertEqual("(person strong abc)", found(*three, distinct=[("person", "cba")]))
        self.assertEqual("person strong abc", found(*three, distinct=[("unit", "abc")]))

    def test_the_random_campaigns_reach_every_corner(self):
        seen = collections.Counter()
        for seed in range(60):
            document = random_campaign.make(seed, 30)
            for one in same(document, None):
                seen["%s %s %s" % (one["kind"], one["strength"], one["silenced"])] += 1
                seen["%s of %s" % (one["kind"], "more" if len(one["nominees"]) > 2 else "few")] += 1
        kinds = ["person strong", "person weak", "unit strong", "initiative strong", "evidence strong", "commended strong"]
        wanted = ["%s %s" % (kind, silent) for kind in kinds for silent in (True, False)]
        wanted += ["%s of more" % kind for kind in ("person", "unit", "initiative", "evidence")]
        self.assertEqual([name for name in wanted if seen[name] < 3], [])


if __name__ == "__main__":
    unittest.main()
