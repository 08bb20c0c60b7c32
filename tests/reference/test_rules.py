#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the second implementation: each rule on points, totals and eligibility alone,
with numbers worked out by hand."""

import unittest

from rules import points, quantity, rank, rounded
from small_campaign import DATE, by_key, campaign, given, group, leaf, nominee, total


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


if __name__ == "__main__":
    unittest.main()
