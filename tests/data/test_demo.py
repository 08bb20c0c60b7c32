# SPDX-License-Identifier: GPL-3.0-or-later
"""The demonstration shows what it is meant to show, judged by the reference ranking.

    /usr/bin/python3 tests/data/test_demo.py
"""

import collections
import hashlib
import json
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEMO_FOLDER = ROOT / "data" / "demo"
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT / "tests" / "reference"), str(DEMO_FOLDER)]

import demo_campaign  # noqa: E402
import rules  # noqa: E402

DEMO = json.loads((DEMO_FOLDER / "papi-2021-demo.json").read_text(encoding="utf-8"))
RANKING = rules.rank(DEMO)
NOMINEES = {nominee["key"]: nominee for nominee in DEMO["nominees"]}


def entries(pool):
    found = next(ranked for ranked in RANKING["pools"] if ranked["key"] == pool)["entries"]
    return {entry["nominee"]: entry for entry in found}


def pool_state(pool):
    found = next(ranked for ranked in RANKING["pools"] if ranked["key"] == pool)
    return found["provisional"], found["unresolved_tie"]


def at(pool, place):
    return [key for key, entry in entries(pool).items() if entry["place"] == place]


def assessments():
    for nominee in DEMO["nominees"]:
        for given in nominee.get("assessments", []):
            yield nominee, given


def unproven_nominees():
    campaign = rules.Campaign(DEMO, DEMO["campaign"]["considered_on"])
    scored = [rules.Entry(position, nominee, campaign) for position, nominee in enumerate(DEMO["nominees"])]
    return [entry for entry in scored if any(score.unproven and score.assigned for score in entry.scores)]


class DemoTest(unittest.TestCase):
    def test_the_json_is_what_the_script_makes(self):
        without_files = [{name: value for name, value in piece.items() if name not in ("sha256", "bytes")} for piece in DEMO["evidence"]]
        self.assertEqual({**DEMO, "evidence": without_files}, demo_campaign.build())

    def test_every_file_of_evidence_has_its_hash_and_no_two_are_the_same(self):
        for piece in DEMO["evidence"]:
            with self.subTest(piece["file"]):
                content = (DEMO_FOLDER / "evidence" / piece["file"]).read_bytes()
                self.assertEqual((piece["sha256"], piece["bytes"]), (hashlib.sha256(content).hexdigest(), len(content)))
        self.assertEqual(len({piece["sha256"] for piece in DEMO["evidence"]}), len(DEMO["evidence"]))
        self.assertEqual({path.name for path in (DEMO_FOLDER / "evidence").iterdir()}, {piece["file"] for piece in DEMO["evidence"]})

    def test_references_exist_and_keys_are_unique(self):
        units = [unit["code"] for unit in DEMO["units"]]
        pieces = [piece["key"] for piece in DEMO["evidence"]]
        for names in (units, pieces, [nominee["key"] for nominee in DEMO["nominees"]]):
            self.assertEqual(len(set(names)), len(names))
        self.assertEqual({nominee["unit"] for nominee in DEMO["nominees"]}, set(units))
        linked = {key for _nominee, given in assessments() for key in given.get("evidence", [])}
        reports = {nominee["report"]["evidence"] for nominee in DEMO["nominees"] if "evidence" in nominee.get("report", {})}
        self.assertEqual(linked & reports, set())
        self.assertEqual(linked | reports, set(pieces))

    def test_points_lie_within_the_maximum_of_their_leaf(self):
        limits = {(spec["key"], leaf.code): leaf for spec in DEMO["groups"] for leaf in rules.leaves_of(spec["criteria"])}
        for nominee, given in assessments():
            leaf = limits[nominee["group"], given["criterion"]]
            for name in ("self", "verified", "final"):
                with self.subTest(nominee=nominee["key"], leaf=leaf.code, field=name):
                    self.assertLessEqual(rules.points(given.get(name)) or 0, leaf.max)

    def test_all_who_take_part_are_nominated(self):
        counts = collections.Counter(nominee["group"] for nominee in DEMO["nominees"])
        self.assertEqual(counts, {"so-nganh": 28, "cap-huyen": 11, "cap-xa": 156, "ca-nhan": 60})

    def test_the_collectives_line_is_drawn_by_a_rule(self):
        self.assertEqual(pool_state("tap-the"), (True, False))
        self.assertEqual(at("tap-the", "inside"), ["xa-vinh-trach", "phuong-my-binh", "so-y-te", "so-giao-thong-van-tai", "so-giao-duc-va-dao-tao"])
        last, first_outside = entries("tap-the")["so-giao-duc-va-dao-tao"], entries("tap-the")["thanh-pho-long-xuyen"]
        self.assertEqual((last["total"], first_outside["decided_by"]), (first_outside["total"], "criteria"))

    def test_both_caps_keep_a_commune_out(self):
        second_of_a_district = entries("tap-the")["xa-vinh-khanh"]
        self.assertEqual((second_of_a_district["rank"], second_of_a_district["place"], second_of_a_district["margin"]), (2, "outside", None))
        in_group = [key for key in at("tap-the", "inside") if NOMINEES[key]["group"] == "cap-xa"]
        self.assertEqual(len(in_group), 2)

    def test_the_individuals_line_needs_a_written_decision(self):
        self.assertEqual(pool_state("ca-nhan"), (False, True))
        self.assertEqual(at("ca-nhan", "unresolved"), ["neang-sray-mom", "do-thi-hong-gam"])
        self.assertEqual(len(at("ca-nhan", "inside")), 9)
        self.assertEqual(entries("ca-nhan")["truong-dinh-duong"]["decided_by"], "women")

    def test_a_decision_on_either_resolves_the_individuals_line(self):
        decided = json.loads(json.dumps(DEMO))
        chosen = next(nominee for nominee in decided["nominees"] if nominee["key"] == "neang-sray-mom")
        chosen["decision"] = {"place": "inside", "reason": "…"}
        pool = next(ranked for ranked in rules.rank(decided)["pools"] if ranked["key"] == "ca-nhan")
        self.assertFalse(pool["unresolved_tie"])

    def test_two_are_held_and_would_otherwise_be_near_the_top(self):
        held = [nominee["key"] for nominee in DEMO["nominees"] if nominee.get("holds")]
        self.assertEqual(held, ["xa-binh-hoa", "van-cong-thanh"])
        for pool, key in zip(("tap-the", "ca-nhan"), held):
            self.assertEqual(entries(pool)[key]["place"], "not-eligible")

    def test_one_leaf_awaits_publication_and_the_others_have_the_published_results(self):
        self.assertEqual([nominee["key"] for nominee, given in assessments() if given.get("state") == "awaiting-publication"], ["bao-hiem-xa-hoi-tinh"])
        published = {row["year"]: {entry["dimension"]: entry["result"] for entry in row["dimensions"]}
                     for row in json.loads((ROOT / "data" / "papi" / "an-giang-results.json").read_text(encoding="utf-8"))["results"]}
        results = [result for _nominee, given in assessments() for result in given.get("results", [])]
        self.assertGreater(len(results), 20)
        for result in results:
            self.assertEqual((result["baseline"], result["result"]), (published[2020][result["dimension"]], published[2021][result["dimension"]]))

    def test_one_initiative_and_its_decision_are_used_by_two(self):
        titles = collections.defaultdict(list)
        for nominee in DEMO["nominees"]:
            if "initiative" in nominee:
                titles[nominee["initiative"]["title"]].append(nominee["key"])
        self.assertEqual([keys for keys in titles.values() if len(keys) > 1], [["xa-hoa-binh-thanh", "cao-van-ut"]])
        users = collections.defaultdict(set)
        for nominee, given in assessments():
            for key in given.get("evidence", []):
                users[key].add(nominee["key"])
        self.assertEqual([keys for keys in users.values() if len(keys) == 2], [{"xa-hoa-binh-thanh", "cao-van-ut"}])

    def test_a_believable_minority_is_unproven(self):
        self.assertTrue(0.15 <= len(unproven_nominees()) / len(DEMO["nominees"]) <= 0.25)

    def test_files_have_come_to_different_stages(self):
        states = collections.Counter(given["state"] for _nominee, given in assessments())
        self.assertTrue(all(states[state] for state in ("accepted", "pending", "returned", "not-assigned")))
        self.assertGreater(states["accepted"], states.total() * 0.6)
        self.assertEqual(len([nominee for nominee in DEMO["nominees"] if "assessments" not in nominee]), 8)

    def test_most_of_those_proposed_have_reported_and_some_have_not(self):
        proposed = [NOMINEES[key].get("report") for pool in ("tap-the", "ca-nhan") for key in at(pool, "inside")]
        self.assertEqual((len(proposed), proposed.count(None)), (14, 2))
        self.assertEqual(len([report for report in proposed if report and "evidence" in report]), 9)
        pieces = {piece["key"]: piece for piece in DEMO["evidence"]}
        for nominee in DEMO["nominees"]:
            piece = pieces.get(nominee.get("report", {}).get("evidence"))
            if piece:
                self.assertLessEqual(piece["issued"], piece["received"])
                self.assertEqual(piece["received"], nominee["report"]["received"])

    def test_a_district_ranks_its_communes_by_their_points(self):
        parents = {unit["code"]: unit["parent"] for unit in DEMO["units"]}
        totals = {entry["nominee"]: rules.points(entry["total"]) for entry in RANKING["groups"][2]["entries"]}
        ranked = collections.defaultdict(list)
        for nominee in DEMO["nominees"]:
            if "parent_rank" in nominee:
                ranked[parents[nominee["unit"]]].append((nominee["parent_rank"], totals[nominee["key"]]))
        for places in ranked.values():
            places.sort()
            self.assertEqual([rank for rank, _total in places], list(range(1, len(places) + 1)))
            self.assertEqual([total for _rank, total in places], sorted((total for _rank, total in places), reverse=True))


if __name__ == "__main__":
    unittest.main()
