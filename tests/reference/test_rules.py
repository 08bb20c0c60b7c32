#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the second implementation: the worked example, and each rule alone
with numbers worked out by hand."""

import unittest

from rules import points, quantity, rank, rounded

DATE = "2022-05-20"


# Small campaigns


def leaf(code, most, kind="points", **more):
    return {"code": code, "title": "Tiêu chí " + code, "kind": kind, "max": most, **more}


def given(code, verified=None, **more):
    return {"criterion": code, "verified": verified, **more}


def group(key, *criteria, kind="collective", **more):
    return {"key": key, "name": key, "kind": kind, "criteria": list(criteria), **more}


def nominee(key, *assessments, group="g", unit="U", **more):
    return {"key": key, "group": group, "unit": unit, "assessments": list(assessments), **more}


def person(name="Đỗ Thị Ánh", **more):
    return {"name": name, **more}


def quota(key="q", groups=("g",), count=1, **more):
    return {"key": key, "name": key, "kind": "collective", "groups": list(groups), "count": count, **more}


def unit(code, parent=None):
    return {"code": code, "name": "Sở " + code, "parent": parent}


def campaign(groups, nominees, quotas=(), units=(), evidence=(), **rules):
    return {
        "format": "bangvang-campaign",
        "version": 1,
        "campaign": {"key": "c", "title": "c", "starts": "2021-01-01", "ends": "2021-12-31", "rules": rules},
        "units": [unit("U")] + list(units),
        "groups": list(groups),
        "quotas": list(quotas),
        "nominees": list(nominees),
        "evidence": [{"key": key, "state": state} for key, state in evidence],
    }


def by_key(entries):
    return {entry["nominee"]: entry for entry in entries}


def total(criteria, assessments, date=DATE, more=None, **rules):
    """The total of one nominee in a group of these criteria."""
    document = campaign([group("g", *criteria, **(more or {}))], [nominee("n", *assessments)], **rules)
    return rank(document, date)["groups"][0]["entries"][0]["total"]


def pool(document, date=DATE):
    return rank(document, date)["pools"][0]


def column(entries, key):
    return [entry[key] for entry in entries]


def ladder(scores, quotas, group_of=None, unit_of=None, units=(), **more):
    """A pool of nominees with these points of 100; keys a, b, c ..."""
    keys = "abcdefghijklmnop"
    groups = [group(name, leaf("1", "100.00")) for name in ("g", "h")]
    nominees = [
        nominee(
            keys[index],
            given("1", score),
            group=(group_of or {}).get(keys[index], "g"),
            unit=(unit_of or {}).get(keys[index], "U"),
            **more.get(keys[index], {}),
        )
        for index, score in enumerate(scores)
    ]
    return campaign(groups, nominees, [quotas], units)


class Numbers(unittest.TestCase):
    def test_rounded_is_half_up(self):
        self.assertEqual([rounded(1, 2), rounded(1, 3), rounded(2, 3), rounded(5, 2), rounded(0, 7)], [1, 0, 1, 3, 0])

    def test_texts_become_integers(self):
        self.assertEqual([points("13.13"), points("0.00"), points(None)], [1313, 0, None])
        self.assertEqual([quantity("7.6316"), quantity("0.00005"), quantity("0.00004")], [76316, 1, 0])


class PointsOfALeaf(unittest.TestCase):
    def test_final_comes_before_verified_before_computed(self):
        spec = [leaf("1", "10.00", "pass-fail")]
        self.assertEqual(total(spec, [given("1", "4.00", final="3.00", passed=True)]), "3.00")
        self.assertEqual(total(spec, [given("1", "4.00", passed=True)]), "4.00")
        self.assertEqual(total(spec, [given("1", passed=True)]), "10.00")
        self.assertEqual(total(spec, [given("1", final="0.00", passed=True)]), "0.00")

    def test_the_self_score_never_counts(self):
        self.assertEqual(total([leaf("1", "10.00")], [given("1", self="9.00")]), "0.00")

    def test_pending_accepted_and_returned_do_not_change_points(self):
        for state in ("pending", "accepted", "returned", None):
            self.assertEqual(total([leaf("1", "10.00")], [given("1", "7.00", state=state)]), "7.00")

    def test_not_assigned_leaves_numerator_and_denominator(self):
        spec = [leaf("1", "60.00"), leaf("2", "40.00")]
        scores = [given("1", "45.50"), given("2", "40.00", state="not-assigned")]
        self.assertEqual(total(spec, scores), "75.83")  # 45.50 · 100 / 60 = 75.833…

    def test_nothing_assigned_is_zero(self):
        self.assertEqual(total([leaf("1", "10.00")], [given("1", "5.00", state="not-assigned")]), "0.00")

    def test_awaiting_counts_zero_and_stays_in_the_denominator(self):
        spec = [leaf("1", "60.00"), leaf("2", "40.00")]
        scores = [given("1", "45.50"), given("2", "40.00", state="awaiting-publication")]
        self.assertEqual(total(spec, scores), "45.50")

    def test_pass_fail(self):
        spec = [leaf("1", "8.00", "pass-fail")]
        totals = [total(spec, [given("1", passed=value)]) for value in (True, False, None)]
        self.assertEqual(totals, ["8.00", "0.00", "0.00"])

    def test_checklist_is_rounded_half_up(self):
        spec = [leaf("1", "15.00", "checklist", items=list("abcdefgh"))]
        self.assertEqual(total(spec, [given("1", items=[1, 2, 3, 4, 5, 6, 7])]), "13.13")  # 13.125
        self.assertEqual(total(spec, [given("1", items=[])]), "0.00")
        self.assertEqual(total([leaf("1", "10.00", "checklist", items=list("abc"))], [given("1", items=[2])]), "3.33")

    def test_sections_are_looked_through(self):
        leaves = [leaf("1.1", "10.00"), leaf("1.2", "10.00")]
        inner = {"code": "1", "title": "Mục", "kind": "section", "criteria": leaves}
        spec = [{"code": "0", "title": "Lĩnh vực", "kind": "section", "criteria": [inner]}, leaf("2", "80.00")]
        self.assertEqual(total(spec, [given("1.2", "9.00"), given("2", "1.50")]), "10.50")


class Reports(unittest.TestCase):
    due = ["2021-09-30", "2021-12-15", "2022-05-20"]
    spec = [leaf("1", "10.00", "reports", due=due, late_penalty="1.00", missing_penalty="4.00")]

    def of(self, *received, date=DATE):
        return total(self.spec, [given("1", received=list(received))], date)

    def test_on_time_on_the_due_date_late_the_day_after(self):
        self.assertEqual(self.of("2021-09-30", "2021-12-15", None), "10.00")
        self.assertEqual(self.of("2021-10-01", "2021-12-16", None), "8.00")

    def test_missing_only_when_due_strictly_before_the_date(self):
        self.assertEqual(self.of("2021-09-30", None, None), "6.00")
        self.assertEqual(self.of("2021-09-30", None, None, date="2021-12-15"), "10.00")
        self.assertEqual(self.of("2021-09-30", None, None, date="2022-05-21"), "2.00")

    def test_a_date_after_the_ranking_counts(self):
        self.assertEqual(self.of("2021-09-30", "2023-01-01", None), "9.00")

    def test_points_do_not_fall_below_zero(self):
        scores = [given("1", received=[None] * 3), given("2", "50.00")]
        self.assertEqual(total(self.spec + [leaf("2", "90.00")], scores, "2022-12-31"), "50.00")

    def test_no_assessment_means_nothing_received(self):
        self.assertEqual(total(self.spec, []), "2.00")

    def test_nothing_received_and_nothing_missing_is_unassessed(self):
        spec = [dict(self.spec[0], required=True, min="0.00")]
        document = campaign([group("g", *spec)], [nominee("n", given("1", received=[None] * 3)), nominee("m")])
        early = by_key(rank(document, "2021-06-01")["groups"][0]["entries"])
        self.assertFalse(early["n"]["eligible"] or early["m"]["eligible"])
        late = by_key(rank(document, "2021-11-01")["groups"][0]["entries"])
        self.assertTrue(late["n"]["eligible"] and late["m"]["eligible"])
        self.assertEqual(late["m"]["total"], "6.00")


def result(before=None, after=None, target=None, top=False):
    return {"dimension": 1, "baseline": before, "result": after, "target": target, "top_group": top}


class Measured(unittest.TestCase):
    improved = [leaf("1", "20.00", "measured", rule="improved-or-top", threshold="0.1000")]
    target = leaf("1", "20.00", "measured", rule="target")

    def improvement(self, *results):
        return total(self.improved, [given("1", results=list(results))])

    def test_top_group_gives_all(self):
        self.assertEqual(self.improvement(result("7.0000", "6.0000"), result(top=True)), "20.00")

    def test_improvement_in_proportion(self):
        self.assertEqual(self.improvement(result("7.0000", "7.0333")), "6.66")
        self.assertEqual(self.improvement(result("7.0000", "7.2000")), "20.00")
        self.assertEqual(self.improvement(result("7.0000", "6.2000")), "0.00")

    def test_several_dimensions_are_summed_before_the_clamp(self):
        # d = 0.3000 − 0.2500 = 0.0500 of 2 · 0.1000
        self.assertEqual(self.improvement(result("5.0000", "5.3000"), result("5.0000", "4.7500")), "5.00")

    def test_entries_without_both_figures_do_not_count(self):
        self.assertEqual(self.improvement(result("5.0000", "5.0500"), result(None, "9.0000"), result("1.0000")), "10.00")

    def test_without_figures_it_is_unassessed(self):
        spec = [dict(self.improved[0], required=True, min="0.00")]
        results = {"a": result("5.0000"), "b": result("5.0000", "4.0000")}
        nominees = [nominee(key, given("1", results=[one])) for key, one in results.items()]
        entries = by_key(rank(campaign([group("g", *spec)], nominees), DATE)["groups"][0]["entries"])
        self.assertEqual([entries["a"]["eligible"], entries["b"]["eligible"]], [False, True])

    def totals(self, *figures, **others):
        nominees = [
            nominee(str(index), given("1", results=[result(None, after, wanted)], **others.get("n%d" % index, {})))
            for index, (after, wanted) in enumerate(figures)
        ]
        for key, more in others.items():
            nominees[int(key[1:])].update(more.get("nominee", {}))
        entries = rank(campaign([group("g", self.target, leaf("2", "80.00"))], nominees), DATE)["groups"][0]["entries"]
        found = by_key(entries)
        return [found[str(index)]["total"] for index in range(len(figures))]

    def test_below_at_and_above_the_target(self):
        figures = [("1.0000", "2.0000"), ("2.0000", "2.0000"), ("3.0000", "2.0000"), ("4.0000", "2.0000")]
        self.assertEqual(self.totals(*figures), ["5.00", "10.00", "15.00", "20.00"])

    def test_the_best_at_the_target_has_half(self):
        self.assertEqual(self.totals(("2.0000", "2.0000"), ("1.0000", "3.0000")), ["10.00", "3.33"])

    def test_without_target_or_result_there_is_nothing(self):
        self.assertEqual(self.totals(("2.0000", None), ("2.0000", "0.0000"), (None, "2.0000")), ["0.00", "0.00", "0.00"])

    def test_a_target_has_one_entry(self):
        two = given("1", results=[result(None, "1.0000", "2.0000"), result(None, "1.0000", "2.0000")])
        self.assertEqual(total([self.target], [two]), "0.00")

    def test_the_best_may_be_withdrawn_awaiting_or_without_target_but_is_assigned(self):
        figures = [("3.0000", "2.0000"), ("4.0000", "2.0000")]
        self.assertEqual(self.totals(*figures, n1={"nominee": {"withdrawn": True}})[0], "15.00")
        self.assertEqual(self.totals(*figures, n1={"state": "awaiting-publication"})[0], "15.00")
        self.assertEqual(self.totals(("3.0000", "2.0000"), ("4.0000", None))[0], "15.00")
        # not assigned: the best is the nominee itself, so it has all
        self.assertEqual(self.totals(*figures, n1={"state": "not-assigned"})[0], "20.00")


class Unproven(unittest.TestCase):
    def of(self, assessment, zero=True, kind="points", needed=2):
        criteria = [leaf("1", "10.00", kind, evidence=needed), leaf("2", "90.00")]
        files = [("e1", "accepted"), ("e2", "pending"), ("e3", "rejected"), ("e4", None)]
        document = campaign(
            [group("g", *criteria)], [nominee("n", assessment, given("2", "50.00"))], evidence=files, unproven_scores_zero=zero
        )
        return rank(document, DATE)["groups"][0]["entries"][0]["total"]

    def test_too_few_pieces_count_zero_only_if_the_campaign_says_so(self):
        self.assertEqual(self.of(given("1", "8.00", evidence=["e1"])), "50.00")
        self.assertEqual(self.of(given("1", "8.00", evidence=["e1"]), zero=False), "58.00")
        self.assertEqual(self.of(given("1", "8.00", evidence=["e1", "e2"])), "58.00")
        self.assertEqual(self.of(given("1", "8.00", evidence=["e2", "e4"])), "58.00")

    def test_rejected_pieces_prove_nothing(self):
        self.assertEqual(self.of(given("1", "8.00", evidence=["e1", "e3"])), "50.00")

    def test_an_explanation_stands_for_evidence(self):
        self.assertEqual(self.of(given("1", "8.00", explanation="đang chờ ký")), "58.00")

    def test_nothing_asked_nothing_unproven(self):
        self.assertEqual(self.of(given("1", "8.00"), needed=0), "58.00")

    def test_a_bonus_can_be_unproven_a_deduction_never(self):
        self.assertEqual(self.of(given("1", "8.00"), kind="bonus"), "50.00")
        self.assertEqual(self.of(given("1", "8.00"), kind="deduction"), "42.00")


class Totals(unittest.TestCase):
    spec = [leaf("1", "100.00"), leaf("2", "9.00", "bonus"), leaf("3", "9.00", "bonus"), leaf("4", "9.00", "deduction")]

    def of(self, base, first, second, minus, **caps):
        scores = [given("1", base), given("2", first), given("3", second), given("4", minus)]
        return total(self.spec, scores, more=caps)

    def test_bonus_and_deduction_are_capped_each_as_a_sum(self):
        self.assertEqual(self.of("50.00", "4.00", "3.00", "9.00"), "48.00")
        self.assertEqual(self.of("50.00", "4.00", "3.00", "9.00", bonus_cap="5.00", deduction_cap="2.50"), "52.50")
        self.assertEqual(self.of("50.00", "4.00", "3.00", "0.00", bonus_cap="0.00"), "50.00")

    def test_the_total_is_not_below_zero_and_may_pass_full(self):
        self.assertEqual(self.of("5.00", "0.00", "0.00", "9.00"), "0.00")
        self.assertEqual(self.of("99.00", "9.00", "9.00", "0.00"), "117.00")

    def test_a_bonus_that_is_not_assigned_or_awaiting_adds_nothing(self):
        for state in ("not-assigned", "awaiting-publication"):
            scores = [given("1", "50.00"), given("2", "9.00", state=state)]
            self.assertEqual(total(self.spec, scores), "50.00")

    def test_bonus_is_added_after_the_scaling(self):
        spec = [leaf("1", "50.00"), leaf("2", "50.00"), leaf("3", "9.00", "bonus")]
        self.assertEqual(total(spec, [given("1", "30.00"), given("2", state="not-assigned"), given("3", "9.00")]), "69.00")

    def test_percent_of_full(self):
        document = campaign([group("g", leaf("1", "30.00"))], [nominee("n", given("1", "20.00"))])
        self.assertEqual(rank(document, DATE)["groups"][0]["entries"][0]["percent"], "66.67")


class Eligibility(unittest.TestCase):
    def entry(self, criterion, assessment=None, date=DATE, zero=False, **more):
        assessments = [assessment] if assessment else []
        document = campaign([group("g", criterion)], [nominee("n", *assessments, **more)], unproven_scores_zero=zero)
        return rank(document, date)["groups"][0]["entries"][0]

    def eligible(self, *arguments, **more):
        entry = self.entry(*arguments, **more)
        self.assertEqual(entry["eligible"], not entry["reasons"])
        self.assertEqual(entry["eligible"], entry["rank"] is not None)
        return entry["eligible"]

    def test_a_required_pass_fail_looks_at_passed_only(self):
        must = leaf("1", "10.00", "pass-fail", required=True, evidence=1)
        self.assertTrue(self.eligible(must, given("1", passed=True)))
        self.assertTrue(self.eligible(must, given("1", final="0.00", passed=True), zero=True))
        self.assertFalse(self.eligible(must, given("1", "10.00")))
        self.assertFalse(self.eligible(must, given("1", "10.00", passed=False)))
        self.assertFalse(self.eligible(must))

    def test_awaiting_reads_as_lack_of_ground(self):
        entry = self.entry(leaf("1", "10.00", "pass-fail", required=True), given("1", passed=True, state="awaiting-publication"))
        self.assertFalse(entry["eligible"])
        self.assertIn("chưa đủ căn cứ", entry["reasons"][0])
        self.assertNotIn("không đạt", entry["reasons"][0])

    def test_a_required_leaf_that_is_not_assigned_asks_nothing(self):
        for kind in ("pass-fail", "points"):
            self.assertTrue(self.eligible(leaf("1", "10.00", kind, required=True), given("1", state="not-assigned")))

    def test_another_required_kind_needs_points(self):
        must = leaf("1", "10.00", required=True)
        self.assertTrue(self.eligible(must, given("1", "0.01")))
        self.assertFalse(self.eligible(must, given("1", "0.00")))
        self.assertFalse(self.eligible(must, given("1", self="9.00")))
        self.assertFalse(self.eligible(must, given("1", "9.00", state="awaiting-publication")))

    def test_min_is_reached_when_equal_even_zero_but_assessed(self):
        self.assertTrue(self.eligible(leaf("1", "10.00", required=True, min="5.00"), given("1", "5.00")))
        self.assertFalse(self.eligible(leaf("1", "10.00", required=True, min="5.00"), given("1", "4.99")))
        self.assertTrue(self.eligible(leaf("1", "10.00", required=True, min="0.00"), given("1", "0.00")))
        self.assertFalse(self.eligible(leaf("1", "10.00", required=True, min="0.00"), given("1")))

    def test_min_without_required_asks_nothing(self):
        self.assertTrue(self.eligible(leaf("1", "10.00", min="5.00"), given("1", "1.00")))

    def test_an_unproven_required_leaf_counts_zero(self):
        must = leaf("1", "10.00", required=True, evidence=1)
        self.assertFalse(self.eligible(must, given("1", "9.00"), zero=True))
        self.assertTrue(self.eligible(must, given("1", "9.00")))
        self.assertTrue(self.eligible(dict(must, min="0.00"), given("1", "9.00"), zero=True))

    def test_a_hold_covers_both_its_ends(self):
        for start, end, free in [
            ("2022-05-20", "2022-05-20", False),
            ("2022-05-21", None, True),
            ("2021-01-01", "2022-05-19", True),
            ("2021-01-01", None, False),
        ]:
            hold = {"reason": "kiểm tra", "source": "", "from": start, "to": end}
            self.assertEqual(self.eligible(leaf("1", "10.00"), holds=[hold]), free)

    def test_every_reason_is_given(self):
        hold = {"reason": "kiểm tra", "from": "2021-01-01", "to": None}
        entry = self.entry(leaf("1", "10.00", required=True), holds=[hold, hold], withdrawn=True)
        self.assertEqual(len(entry["reasons"]), 4)


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
