#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random campaigns of the interchange format.

`make (seed, nominees)` gives a valid campaign, the same for the same
arguments on every system.  Each campaign draws its own habits first (how
coarse the points are, how many twins, holds, decisions ...), so that some are
full of ties and others full of holes.
"""

import argparse
import copy
import datetime
import hashlib
import json
import random
import sys

import random_awards
import random_repetition
from absent_keys import DEFAULTS, holders, is_default
from random_texts import Texts, points_text, quantity_text

STARTS = datetime.date(2021, 6, 21)
ENDS = datetime.date(2021, 12, 31)
CHAIN = ["criteria", "reports", "women", "no-office", "votes"]
LEAF_KINDS = ["points", "pass-fail", "checklist", "reports", "improved-or-top", "target", "bonus", "deduction"]
# Pairs are compared one by one: of more nominees that takes minutes.
REPEATED_MOST = 200
MAXIMA = [500, 1000, 1000, 1500, 2000, 333, 725, 4000, 1]
TYPES = ["Sở", "Ban", "Ủy ban nhân dân huyện", "Ủy ban nhân dân xã", "Ủy ban nhân dân phường"]


class Habits:
    """How often what happens in one campaign."""

    def __init__(self, rng):
        rare = [0.0, 0.02, 0.1, 0.3]
        self.grain = rng.choice([1, 10, 25, 100, 250, 500])
        self.top_only = rng.choice([0.0, 0.3, 0.8])
        self.twin = rng.choice([0.0, 0.2, 0.5, 0.8])
        self.hold = rng.choice(rare)
        self.withdrawn = rng.choice(rare)
        self.decision = rng.choice([0.0, 0.0, 0.05, 0.15, 0.5])
        self.decided_inside = rng.choice([0.5, 0.5, 0.95])
        self.awaiting = rng.choice([0.0, 0.0, 0.01, 0.1, 0.25])
        self.not_assigned = rng.choice([0.0, 0.05, 0.3])
        self.unassessed = rng.choice([0.0, 0.1, 0.4])
        self.untouched = rng.choice([0.0, 0.05, 0.2])
        self.failing = rng.choice([0.0, 0.05, 0.2])
        self.evidence = rng.choice([0.3, 0.8, 1.0])
        self.explained = rng.choice([0.0, 0.3, 0.8])
        self.women = rng.choice([0.2, 0.5])
        self.votes = rng.choice([0.0, 0.5, 1.0])
        self.nested = rng.choice([0.0, 0.3, 0.6])
        self.same_full = rng.random() < 0.5
        self.absent_defaults = rng.random()


class Maker:
    """Builds one campaign; the parts are kept until `document` joins them."""

    def __init__(self, seed, nominees, rich):
        self.rng = random.Random("bang-vang %s %s %s" % (seed, nominees, rich))
        self.text = Texts(self.rng)
        self.habits = Habits(self.rng)
        self.seed = seed
        self.rich = rich
        self.wanted = nominees
        self.considered = STARTS + datetime.timedelta(days=self.rng.randint(60, 400))
        self.parents = []
        self.units = []
        self.evidence = []

    def chance(self, probability):
        return self.rng.random() < probability

    def day(self, low=-120, high=420):
        return (STARTS + datetime.timedelta(days=self.rng.randint(low, high))).isoformat()

    def near_considered(self):
        """A day that is often the ranking's date itself or beside it."""
        days = self.rng.choice([-60, -1, 0, 1, 60, self.rng.randint(-200, 200)])
        return (self.considered + datetime.timedelta(days=days)).isoformat()

    # Units

    def add_unit(self, parent, kind):
        unit = {
            "code": "%s%d" % (self.rng.choice(["SYT", "H", "X", "3"]), 100 + len(self.units)),
            "name": self.text.unit(kind),
            "short": self.text.line(0.1),
            "type": kind,
            "parent": parent,
            "aliases": [self.text.unit(kind) for _ in range(self.rng.choice([0, 0, 0, 1, 2]))],
            "email": self.rng.choice(["", "vanthu@example.org"]),
            "phone": self.rng.choice(["", "0296 3 852 913"]),
            "contact": self.text.person() if self.chance(0.1) else "",
            "leads": sorted(self.rng.sample(range(1, 9), self.rng.choice([0, 0, 1, 2, 8]))),
            "valid_from": self.rng.choice([None, "2016-01-01", STARTS.isoformat()]),
            "valid_to": self.rng.choice([None, None, "2025-06-30"]),
        }
        self.units.append(unit)
        return unit["code"]

    def add_parents(self):
        """A small tree: roots, and some that stand under them."""
        roots = [self.add_unit(None, TYPES[0]) for _ in range(self.rng.randint(1, 2))]
        for _ in range(self.rng.randint(1, 5)):
            self.parents.append(self.add_unit(self.rng.choice(roots + [None]), TYPES[2]))
        self.parents += roots

    def new_unit(self):
        parent = None if self.chance(0.3) else self.rng.choice(self.parents)
        return self.add_unit(parent, self.rng.choice(TYPES))

    def unit_for(self, kind):
        if kind == "individual" and self.chance(0.6):
            return self.rng.choice(self.units)["code"]
        return self.new_unit()

    def used_units(self, nominees):
        """The units that are named, and their ancestors, nothing else."""
        by_code = {unit["code"]: unit for unit in self.units}
        kept = set()
        for nominee in nominees:
            code = nominee["unit"]
            while code is not None:
                kept.add(code)
                code = by_code[code]["parent"]
        units = [unit for unit in self.units if unit["code"] in kept]
        if self.chance(0.3):
            self.rng.shuffle(units)
        return units

    # Evidence

    def add_evidence(self, count):
        for number in range(count):
            again = self.evidence and self.chance(0.03)
            source = self.rng.choice(self.evidence)["key"] if again else "e%d" % number
            digest = hashlib.sha256(("%s %s" % (self.seed, source)).encode()).hexdigest()
            if again:
                digest = next(piece["sha256"] for piece in self.evidence if piece["key"] == source)
            self.evidence.append(
                {
                    "key": "e%d" % number,
                    "file": "Tài liệu %d.pdf" % number,
                    "sha256": digest,
                    "bytes": int(digest[:5], 16),
                    "number": self.text.number() if self.chance(0.8) else "",
                    "issued": self.day() if self.chance(0.8) else None,
                    "issuer": self.text.unit("Sở") if self.chance(0.8) else "",
                    "title": self.text.line(),
                    "received": self.day() if self.chance(0.8) else None,
                    "state": self.rng.choice(["pending", "accepted", "accepted", "rejected"]),
                }
            )

    # Groups and their criteria

    def points_up_to(self, most):
        """Points in range, coarse, so that totals meet."""
        if self.chance(self.habits.top_only):
            return points_text(most)
        return points_text(min(most, self.rng.randint(0, most // self.habits.grain + 1) * self.habits.grain))

    def leaf(self, code, shape):
        kind = "measured" if shape in ("improved-or-top", "target") else shape
        most = self.rng.choice(MAXIMA)
        leaf = {"code": code, "title": self.text.sentence(), "kind": kind, "max": points_text(most)}
        leaf["evidence"] = self.rng.choice([0, 0, 0, 1, 1, 2, 3])
        leaf["guide"] = self.text.sentence(0.1)
        if kind not in ("bonus", "deduction"):
            self.demand(leaf, most)
        self.add_details(leaf, shape, most)
        return leaf

    def demand(self, leaf, most):
        leaf["required"] = self.chance(0.5 if leaf["kind"] == "pass-fail" else 0.12)
        if leaf["kind"] != "pass-fail" and self.chance(0.6 if leaf["required"] else 0.05):
            leaf["min"] = self.rng.choice(["0.00", points_text(most // 4), points_text(most // 2), points_text(most)])

    def add_details(self, leaf, shape, most):
        if shape == "checklist":
            leaf["items"] = [self.text.line() for _ in range(self.rng.choice([1, 3, 6, 7, 8]))]
        elif shape == "reports":
            leaf["due"] = sorted({self.day(30, 330) for _ in range(self.rng.randint(1, 4))})
            if self.chance(0.5):
                leaf["due"][-1] = max(leaf["due"][-1], self.considered.isoformat())
            leaf["late_penalty"] = points_text(self.rng.choice([0, 50, 100, most // 2]))
            leaf["missing_penalty"] = points_text(self.rng.choice([0, 100, 300, most]))
        elif leaf["kind"] == "measured":
            leaf["rule"] = shape
            if shape == "improved-or-top":
                leaf["threshold"] = quantity_text(self.rng.choice([1, 1000, 333, 12345]))

    def criteria(self):
        """The tree of one group, with at least one normal leaf."""
        if self.rich:
            shapes = list(LEAF_KINDS) + ["points"]
        else:
            shapes = [self.rng.choice(LEAF_KINDS) for _ in range(self.rng.randint(1, 9))]
            shapes.append(self.rng.choice(LEAF_KINDS[:6]))
        self.rng.shuffle(shapes)
        leaves = [self.leaf("", shape) for shape in shapes]
        self.mark_tie_breakers(leaves)
        if self.habits.same_full:
            fill_to_hundred(leaves)
        tree = self.nest(leaves, 0.5 if self.rich else self.habits.nested)
        number_tree(tree, "")
        return tree

    def mark_tie_breakers(self, leaves):
        usable = [leaf for leaf in leaves if leaf["kind"] != "deduction"]
        self.rng.shuffle(usable)
        numbers = self.rng.sample(range(1, 6), 5)
        for leaf in usable[: self.rng.choice([0, 1, 2, 3])]:
            leaf["tie_breaker"] = numbers.pop()

    def nest(self, leaves, chance, depth=0):
        """The same leaves in order, some runs of them in sections."""
        tree = []
        while leaves:
            if depth < 4 and self.chance(chance):
                size = self.rng.randint(1, len(leaves))
                run, leaves = leaves[:size], leaves[size:]
                inner = self.nest(run, chance / 2, depth + 1)
                tree.append({"code": "", "title": self.text.sentence(), "kind": "section", "criteria": inner})
            else:
                tree.append(leaves[0])
                leaves = leaves[1:]
        return tree

    def group(self, number):
        kinds = ["collective", "individual"]
        kind = kinds[number % 2] if self.rich else self.rng.choice(kinds + ["collective"])
        return {
            "key": "%s-%d" % (self.rng.choice(["so-nganh", "cap-xa", "ca-nhan"]), number),
            "name": self.text.line(),
            "kind": kind,
            "assessed_by": self.rng.choice(["office", "parent"]),
            "bonus_cap": points_text(self.rng.choice([0, 100, 500])) if self.chance(0.5) else None,
            "deduction_cap": points_text(self.rng.choice([0, 150, 1000])) if self.chance(0.5) else None,
            "criteria": self.criteria(),
        }

    # Nominees

    def assessment(self, leaf, unit, linked):
        state = self.rng.choice(["pending", "accepted", "accepted", "returned"])
        if self.chance(self.habits.not_assigned):
            state = "not-assigned"
        elif self.chance(self.habits.awaiting):
            state = "awaiting-publication"
        most = points_hundredths(leaf["max"])
        given = {"criterion": leaf["code"], "state": state}
        given["self"] = self.points_up_to(most) if self.chance(0.6) else None
        given["verified"] = given["final"] = None
        if leaf["kind"] in ("points", "bonus", "deduction") or self.chance(0.3):
            self.give_points(given, most)
        if not self.chance(self.habits.unassessed):
            self.give_facts(given, leaf, unit)
        given["explanation"] = self.text.sentence(self.habits.explained)
        given["note"] = self.text.sentence(0.1)
        given["evidence"] = self.rng.sample(linked, min(len(linked), self.rng.randint(0, 3)))
        return given

    def give_points(self, given, most):
        if not self.chance(self.habits.unassessed):
            given["verified"] = self.points_up_to(most)
        if self.chance(0.2):
            given["final"] = self.points_up_to(most)

    def give_facts(self, given, leaf, unit):
        """What the computed value of the leaf's kind is made of."""
        if leaf["kind"] == "pass-fail":
            given["passed"] = not self.chance(self.habits.failing)
        elif leaf["kind"] == "checklist":
            numbers = range(1, len(leaf["items"]) + 1)
            given["items"] = sorted(self.rng.sample(numbers, self.rng.randint(0, len(numbers))))
        elif leaf["kind"] == "reports":
            given["received"] = [self.received(due) for due in leaf["due"]]
        elif leaf["kind"] == "measured":
            given["results"] = self.results(leaf, unit)

    def received(self, due):
        if self.chance(0.2):
            return None
        days = self.rng.choice([-9, -1, 0, 0, 1, 30, 300])
        return (datetime.date.fromisoformat(due) + datetime.timedelta(days=days)).isoformat()

    def results(self, leaf, unit):
        if leaf["rule"] == "target":
            dimension = self.rng.choice([None, 1, 8])
            return [self.target_result(dimension)]
        dimensions = unit["leads"] or self.rng.sample(range(1, 9), self.rng.randint(0, 3))
        return [self.improved_result(dimension) for dimension in dimensions]

    def target_result(self, dimension):
        target = self.rng.choice([None, 0, 1, 20000, 20000, 50000, 33333])
        result = self.rng.choice([None, 0, 7, 10000, 19999, 20000, 20000, 50000, 60001])
        return measured_result(dimension, None, result, target, False)

    def improved_result(self, dimension):
        baseline = self.rng.choice([None, 0, 50000, 50000, 76316, self.rng.randint(10000, 100000)])
        result = self.rng.choice([None, 0, 50000, 50100, 50333, 78650, self.rng.randint(10000, 100000)])
        target = self.rng.choice([None, None, 60000])
        return measured_result(dimension, baseline, result, target, self.chance(0.05))

    def nominee(self, number, group):
        code = self.unit_for(group["kind"])
        unit = next(unit for unit in reversed(self.units) if unit["code"] == code)
        linked = [piece["key"] for piece in self.rng.sample(self.evidence, min(len(self.evidence), 6))]
        if not self.chance(self.habits.evidence):
            linked = linked[:1]
        given = [
            self.assessment(leaf, unit, linked)
            for _path, leaf in leaves_with_paths(group["criteria"], "")
            if self.rich or not self.chance(self.habits.untouched)
        ]
        if self.chance(0.2):
            self.rng.shuffle(given)
        nominee = {"key": "n%d" % number, "group": group["key"], "unit": code, "assessments": given}
        nominee["person"] = self.person() if group["kind"] == "individual" else None
        self.add_circumstances(nominee)
        self.add_ballast(nominee)
        return nominee

    def person(self):
        return {
            "name": self.text.person(),
            "gender": "female" if self.chance(self.habits.women) else self.rng.choice(["male", "male", None]),
            "born": self.rng.choice([None, str(self.rng.randint(1960, 2000)), self.day(-15000, -8000)]),
            "position": self.text.line(0.8),
            "holds_office": self.chance(0.4),
            "role": self.rng.choice(["", "lãnh đạo", "tham mưu", "trực tiếp"]),
        }

    def add_circumstances(self, nominee):
        """What bears on eligibility, ties and the line."""
        nominee["withdrawn"] = self.chance(self.habits.withdrawn)
        nominee["holds"] = []
        if self.chance(self.habits.hold):
            nominee["holds"] = [self.hold() for _ in range(self.rng.randint(1, 2))]
        nominee["decision"] = self.decision() if self.chance(self.habits.decision) else None
        self.add_tie_facts(nominee)

    def add_tie_facts(self, nominee):
        nominee["women_percent"] = None
        if nominee["person"] is None:
            nominee["women_percent"] = self.rng.choice([None, 0, 62, 69, 70, 71, 100])
        nominee["votes"] = self.votes() if self.chance(self.habits.votes) else None

    def hold(self):
        start, end = sorted([self.near_considered(), self.near_considered()])
        return {
            "reason": self.text.sentence(),
            "source": self.text.line(0.5),
            "from": start,
            "to": None if self.chance(0.3) else end,
        }

    def decision(self):
        inside = self.chance(self.habits.decided_inside)
        return {"place": "inside" if inside else "outside", "reason": self.text.sentence()}

    def votes(self):
        members = self.rng.choice([3, 6, 9, 11, 12])
        present = self.rng.randint(members // 2, members)
        in_writing = self.rng.randint(0, members - present)
        in_favour = self.rng.randint(0, present + in_writing)
        against = self.rng.randint(0, present + in_writing - in_favour)
        return {"for": in_favour, "against": against, "in_writing": in_writing, "present": present, "members": members}

    def add_ballast(self, nominee):
        """What a campaign carries and the ranking does not read."""
        nominee["parent_rank"] = self.rng.randint(1, 20) if self.chance(0.2) else None
        nominee["summary"] = self.text.sentence(0.5)
        nominee["award"] = self.rng.choice([None, None, "Bằng khen", "Giấy khen"])
        nominee["awards"] = [self.award() for _ in range(self.rng.choice([0, 0, 0, 1, 2]))]
        nominee["initiative"] = None
        if self.chance(0.1):
            title = self.text.sentence()
            nominee["initiative"] = {"title": title, "decision": self.text.number(), "date": self.day()}

    def award(self):
        return {
            "year": self.rng.randint(2010, 2020),
            "form": self.rng.choice(["Bằng khen", "Giấy khen", "Cờ thi đua"]),
            "decision": self.text.number(),
            "date": self.day(-800, -200),
            "for": self.text.sentence(),
        }

    def nominees(self, groups):
        weights = [self.rng.choice([0, 1, 1, 3]) for _ in groups]
        if self.rich or not any(weights):
            weights = [1] * len(groups)
        chosen = self.rng.choices(groups, weights, k=self.wanted)
        if self.rich:
            chosen[: len(groups)] = groups
        made = {}
        nominees = []
        for number, group in enumerate(chosen):
            nominee = self.nominee(number, group)
            peers = made.setdefault(group["key"], [])
            if peers and not self.rich and self.chance(self.habits.twin):
                self.make_twin(nominee, self.rng.choice(peers))
            peers.append(nominee)
            nominees.append(nominee)
        return nominees

    def make_twin(self, nominee, model):
        """Equal in the points, sometimes in all that the tie chain reads."""
        nominee["assessments"] = copy.deepcopy(model["assessments"])
        for given in nominee["assessments"]:
            if given.get("received") and counts_without_reports(given) and self.chance(0.5):
                given["received"] = [None] * len(given["received"])
        if self.chance(0.5):
            nominee["women_percent"] = model["women_percent"]
            nominee["votes"] = copy.deepcopy(model["votes"])
            if nominee["person"] is not None:
                nominee["person"]["gender"] = model["person"]["gender"]
                nominee["person"]["holds_office"] = model["person"]["holds_office"]

    # Quotas and the head

    def quotas(self, groups, nominees):
        kinds = ["collective", "individual", "either"]
        wanted = ["collective", "individual"] if self.rich else self.rng.choices(kinds, k=self.rng.randint(1, 4))
        quotas = []
        for kind in wanted:
            usable = [group["key"] for group in groups if kind in ("either", group["kind"])]
            if usable:
                quotas.append(self.quota(len(quotas), kind, usable, nominees))
        return quotas

    def quota(self, number, kind, usable, nominees):
        keys = self.rng.sample(usable, self.rng.randint(1, len(usable)))
        pool = sum(nominee["group"] in keys for nominee in nominees)
        by_percent = self.chance(0.35)
        most = max(1, min(pool, self.rng.choice([1, 3, 5, 10, pool])))
        extra = self.rng.choice([0, 0, 0, 3])
        return {
            "key": "q%d" % number,
            "name": self.text.line(),
            "kind": kind,
            "groups": keys,
            "count": None if by_percent else self.rng.randint(1, most + extra),
            "percent": self.rng.choice([1, 10, 20, 33, 50, 100]) if by_percent else None,
            "per_group": self.per_group(keys, most) if self.chance(0.4) else None,
            "per_parent": self.rng.choice([0, 1, 1, 2, 3]) if self.chance(0.4) else None,
        }

    def per_group(self, keys, most):
        chosen = self.rng.sample(keys, self.rng.randint(1, len(keys)))
        return {key: self.rng.randint(0 if self.chance(0.2) else 1, most) for key in chosen}

    def head(self):
        has_date = self.rich or self.chance(0.7)
        chain = self.rng.sample(CHAIN, self.rng.randint(0, len(CHAIN)))
        if self.chance(0.4):
            chain = list(CHAIN)
        return {
            "key": "thi-dua-%d" % self.seed,
            "title": self.text.line(),
            "short": self.text.line(0.5),
            "plan": {"number": "1078/KH-SNV", "date": "2021-06-21", "issuer": "Sở Nội vụ"},
            "starts": STARTS.isoformat(),
            "ends": ENDS.isoformat(),
            "considered_on": self.considered.isoformat() if has_date else None,
            "award": "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
            "province": "An Giang",
            "issuer": {
                "parent": "UBND TỈNH AN GIANG",
                "organ": "SỞ NỘI VỤ",
                "place": "An Giang",
                "signer_title": "GIÁM ĐỐC",
                "signer": self.text.person(),
            },
            "submission": {"number": None, "date": None, "to": "Chủ tịch", "recipients": ["Như trên", "Lưu: VT"]},
            "legal_bases": [self.text.sentence() for _ in range(self.rng.randint(0, 3))],
            "council": self.council(),
            "rules": {"unproven_scores_zero": self.chance(0.4), "tie_chain": chain},
        }

    def council(self):
        council = {"of": self.rng.choice(["members", "present"])}
        council.update(self.rng.choice([{"quorum_percent": None}, {"quorum_percent": 66}, {"quorum": "2/3"}]))
        council.update(self.rng.choice([{"threshold_percent": 80}, {"threshold": ">1/2"}, {}]))
        if self.chance(0.2):
            council["voting"] = False
        return council

    def document(self):
        head = self.head()
        self.add_parents()
        self.add_evidence(max(4, self.wanted // 3))
        groups = [self.group(number) for number in range(2 if self.rich else self.rng.randint(1, 5))]
        nominees = self.nominees(groups)
        document = {
            "format": "bangvang-campaign",
            "version": 1,
            "campaign": head,
            "groups": groups,
            "quotas": self.quotas(groups, nominees),
            "nominees": nominees,
            "evidence": self.evidence,
        }
        random_awards.classify(document, random.Random("bang-vang classes %s %s" % (self.seed, self.wanted)))
        if not self.rich:
            random_awards.award(document, random.Random("bang-vang awards %s %s" % (self.seed, self.wanted)))
        self.repeat(document)
        document["units"] = self.used_units(nominees)
        random_awards.assess(document, random.Random("bang-vang assessors %s %s" % (self.seed, self.wanted)))
        if not self.rich:
            self.leave_out_defaults(document)
        return document

    def repeat(self, document):
        """What must not be the same twice is, and somebody looked at some of it."""
        rng = random.Random("bang-vang same %s %s" % (self.seed, self.wanted))
        leaves = [leaf for group in document["groups"] for _path, leaf in leaves_with_paths(group["criteria"], "")]
        if not self.rich:
            random_repetition.repeat(document, rng, self.considered, leaves)
        if self.wanted <= REPEATED_MOST:
            random_repetition.speak(document, rng)

    def leave_out_defaults(self, document):
        """Some keys that hold their default are absent, some are null."""
        for holder in holders(document):
            for name, default in DEFAULTS.items():
                if name in holder and is_default(holder[name], default) and self.chance(self.habits.absent_defaults):
                    if holder[name] is not None and self.chance(0.1):
                        holder[name] = None
                    else:
                        del holder[name]


def counts_without_reports(given):
    """Whether the dates received change the tie chain's count and not the points."""
    decided = given["verified"] is not None or given["final"] is not None
    return decided or given["state"] == "awaiting-publication"


def measured_result(dimension, baseline, result, target, top):
    texts = [None if number is None else quantity_text(number) for number in (baseline, result, target)]
    return {
        "dimension": dimension,
        "baseline": texts[0],
        "result": texts[1],
        "target": texts[2],
        "top_group": top,
    }


def points_hundredths(text):
    return int(text.replace(".", ""))


def fill_to_hundred(leaves):
    """Makes the normal leaves sum up to 100, by the last one, where there is room."""
    normal = [leaf for leaf in leaves if leaf["kind"] not in ("bonus", "deduction")]
    rest = 10000 - sum(points_hundredths(leaf["max"]) for leaf in normal[:-1])
    if rest > 0:
        leaf = normal[-1]
        leaf["max"] = points_text(rest)
        leaf.pop("min", None)


def number_tree(tree, prefix):
    for index, node in enumerate(tree, 1):
        node["code"] = "%s%d" % (prefix, index)
        if node["kind"] == "section":
            number_tree(node["criteria"], node["code"] + ".")


def leaves_with_paths(tree, path):
    for index, node in enumerate(tree):
        here = "%s.criteria[%d]" % (path, index)
        if node["kind"] == "section":
            yield from leaves_with_paths(node["criteria"], here)
        else:
            yield here, node


def make(seed, nominees, rich=False):
    """A valid campaign.  `rich` has every kind of leaf, both kinds of groups,
    an assessment for each leaf, and every key written out."""
    return Maker(seed, nominees, rich).document()


def as_bytes(document, indent=1):
    return (json.dumps(document, ensure_ascii=False, indent=indent) + "\n").encode("utf-8")


def main():
    parser = argparse.ArgumentParser(description="Write a random campaign.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--nominees", type=int, default=50)
    parser.add_argument("-o", "--output", help="the file to write, else the standard output")
    options = parser.parse_args()
    data = as_bytes(make(options.seed, options.nominees))
    if options.output:
        with open(options.output, "wb") as stream:
            stream.write(data)
    else:
        sys.stdout.buffer.write(data)


if __name__ == "__main__":
    main()
