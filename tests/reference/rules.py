#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ranking rules, written a second time.

`rank (campaign, date)` takes a campaign of the interchange format and gives
what `bangvang-cli --json rank` prints.  It shares nothing with the program,
so a difference between the two is a mistake in one of them.  Points are
integers of 1/100, quantities integers of 1/10 000, votes fractions; there is
no float.  README.md lists how the open places of the rules were read.
"""

import argparse
import collections
import datetime
import functools
import itertools
import json
import sys
from fractions import Fraction

POINT_PLACES = 2
QUANTITY_PLACES = 4
WOMEN_PERCENT = 70


# Numbers


def rounded(a, b):
    """a/b, half up, for a >= 0 and b > 0."""
    return (2 * a + b) // (2 * b)


@functools.lru_cache(maxsize=None)
def scaled(text, places):
    """A decimal text as an integer of 1/10**places, half up; None stays None."""
    if text is None:
        return None
    number = Fraction(text) * 10**places
    return rounded(number.numerator, number.denominator)


def points(text):
    return scaled(text, POINT_PLACES)


def quantity(text):
    return scaled(text, QUANTITY_PLACES)


def two_decimals(hundredths):
    return "%d.%02d" % divmod(hundredths, 100)


# What a campaign declares


class Leaf:
    """One criterion that is not a section."""

    def __init__(self, spec):
        self.code = spec["code"]
        self.title = spec["title"]
        self.kind = spec["kind"]
        self.max = points(spec["max"])
        self.required = bool(spec.get("required"))
        self.min = points(spec.get("min"))
        self.evidence = spec.get("evidence") or 0
        self.tie_breaker = spec.get("tie_breaker")
        self.items = len(spec.get("items") or [])
        self.due = spec.get("due") or []
        self.late_penalty = points(spec.get("late_penalty")) or 0
        self.missing_penalty = points(spec.get("missing_penalty")) or 0
        self.rule = spec.get("rule")
        self.threshold = quantity(spec.get("threshold"))

    @property
    def normal(self):
        return self.kind not in ("bonus", "deduction")


class Group:
    """One group with its leaves in the order of the file."""

    def __init__(self, spec):
        self.key = spec["key"]
        self.leaves = list(leaves_of(spec.get("criteria") or []))
        self.full = sum(leaf.max for leaf in self.leaves if leaf.normal)
        self.bonus_cap = points(spec.get("bonus_cap"))
        self.deduction_cap = points(spec.get("deduction_cap"))
        self.classes = [(points(one["from"]), one["name"]) for one in spec.get("classes") or []]

    def class_of(self, percent):
        """The name of the first class that the percent reaches, or None."""
        return next((name for least, name in self.classes if percent >= least), None)


def leaves_of(criteria):
    for spec in criteria:
        if spec["kind"] == "section":
            yield from leaves_of(spec.get("criteria") or [])
        else:
            yield Leaf(spec)


class Campaign:
    """What the scores need to know besides the nominee itself."""

    def __init__(self, document, date):
        rules = document["campaign"].get("rules") or {}
        self.date = date
        self.unproven_zero = bool(rules.get("unproven_scores_zero"))
        self.tie_chain = rules.get("tie_chain") or []
        if (document["campaign"].get("council") or {}).get("voting") is False:
            self.tie_chain = [step for step in self.tie_chain if step != "votes"]
        self.units = {unit["code"]: unit for unit in document.get("units") or []}
        self.groups = {spec["key"]: Group(spec) for spec in document.get("groups") or []}
        self.usable_evidence = {
            piece["key"]
            for piece in document.get("evidence") or []
            if (piece.get("state") or "pending") in ("pending", "accepted")
        }
        self.best = best_results(self.groups, document.get("nominees") or [])


def assessments_by_code(nominee):
    return {given["criterion"]: given for given in nominee.get("assessments") or []}


def state_of(given):
    return given.get("state") or "pending"


def best_results(groups, nominees):
    """(group, leaf) -> the highest result among those the leaf is assigned to."""
    best = {}
    for nominee in nominees:
        for given in nominee.get("assessments") or []:
            if state_of(given) == "not-assigned":
                continue
            place = (nominee["group"], given["criterion"])
            for entry in given.get("results") or []:
                result = quantity(entry.get("result"))
                if result is not None:
                    best[place] = max(best.get(place, result), result)
    return best


# Scoring one leaf


class Score:
    """What one nominee has on one leaf; `points` is what counts."""

    def __init__(self, leaf, given, group, campaign):
        state = state_of(given)
        self.leaf = leaf
        self.given = given
        self.assigned = state != "not-assigned"
        self.awaiting = state == "awaiting-publication"
        self.late, self.missing = late_and_missing(leaf, given, campaign.date)
        self.unproven = is_unproven(leaf, given, campaign)
        value = None
        if self.assigned and not self.awaiting:
            value = given_or_computed(self, group, campaign)
        self.assessed = value is not None
        self.points = value or 0
        if self.unproven and campaign.unproven_zero:
            self.points = 0


def given_or_computed(score, group, campaign):
    for name in ("final", "verified"):
        value = points(score.given.get(name))
        if value is not None:
            return value
    compute = COMPUTED.get(score.leaf.kind)
    return compute(score, group, campaign) if compute else None


def is_unproven(leaf, given, campaign):
    if leaf.kind == "deduction" or leaf.evidence < 1 or given.get("explanation"):
        return False
    linked = given.get("evidence") or []
    return sum(key in campaign.usable_evidence for key in linked) < leaf.evidence


def late_and_missing(leaf, given, date):
    if leaf.kind != "reports":
        return 0, 0
    received = given.get("received") or [None] * len(leaf.due)
    pairs = list(zip(leaf.due, received))
    late = sum(got is not None and got > due for due, got in pairs)
    missing = sum(got is None and due < date for due, got in pairs)
    return late, missing


def computed_pass_fail(score, _group, _campaign):
    passed = score.given.get("passed")
    return None if passed is None else score.leaf.max if passed else 0


def computed_checklist(score, _group, _campaign):
    ticked = score.given.get("items")
    if ticked is None:
        return None
    return rounded(score.leaf.max * len(ticked), score.leaf.items)


def computed_reports(score, _group, _campaign):
    leaf = score.leaf
    received = score.given.get("received") or []
    if not score.missing and all(got is None for got in received):
        return None
    lost = leaf.late_penalty * score.late + leaf.missing_penalty * score.missing
    return max(0, leaf.max - lost)


def computed_measured(score, group, campaign):
    results = score.given.get("results") or []
    if score.leaf.rule == "target":
        return toward_target(score.leaf, results, campaign.best.get((group.key, score.leaf.code)))
    return improved_or_top(score.leaf, results)


def improved_or_top(leaf, results):
    if any(entry.get("top_group") for entry in results):
        return leaf.max
    pairs = [(quantity(entry.get("baseline")), quantity(entry.get("result"))) for entry in results]
    gains = [after - before for before, after in pairs if before is not None and after is not None]
    if not gains:
        return None
    wanted = len(gains) * leaf.threshold
    return rounded(leaf.max * min(max(sum(gains), 0), wanted), wanted)


def toward_target(leaf, results, best):
    if len(results) != 1:
        return None
    target = quantity(results[0].get("target"))
    result = quantity(results[0].get("result"))
    if not target or result is None:
        return None
    if result < target:
        return rounded(leaf.max * result, 2 * target)
    if best == target:
        return rounded(leaf.max, 2)
    return rounded(leaf.max * ((best - target) + (result - target)), 2 * (best - target))


COMPUTED = {
    "pass-fail": computed_pass_fail,
    "checklist": computed_checklist,
    "reports": computed_reports,
    "measured": computed_measured,
}


# Total and eligibility of one nominee


class Entry:
    """One nominee with its scores, total and reasons."""

    def __init__(self, position, nominee, campaign):
        self.position = position
        self.nominee = nominee
        self.group = campaign.groups[nominee["group"]]
        self.unit = campaign.units[nominee["unit"]]
        self.person = nominee.get("person")
        given = assessments_by_code(nominee)
        self.scores = [
            Score(leaf, given.get(leaf.code, {}), self.group, campaign) for leaf in self.group.leaves
        ]
        self.total = total_of(self.scores, self.group)
        self.percent = rounded(self.total * 10000, self.group.full)
        self.reasons = reasons_against(self, campaign.date)

    @property
    def eligible(self):
        return not self.reasons

    @property
    def awaiting(self):
        return any(score.awaiting for score in self.scores)

    def decision_for(self, quota):
        """The written decision that holds for a quota, or None: its own, else the one that names none."""
        written = list(self.nominee.get("decisions") or [])
        if self.nominee.get("decision"):
            written.append(dict(self.nominee["decision"], quota=None))
        by_quota = {one.get("quota"): one for one in written}
        return by_quota.get(quota["key"], by_quota.get(None))


def capped(amount, cap):
    return amount if cap is None else min(amount, cap)


def sum_of_kind(scores, kind):
    return sum(score.points for score in scores if score.assigned and score.leaf.kind == kind)


def total_of(scores, group):
    normal = [score for score in scores if score.assigned and score.leaf.normal]
    assigned = sum(score.leaf.max for score in normal)
    base = sum(score.points for score in normal)
    if 0 < assigned < group.full:
        base = rounded(base * group.full, assigned)
    bonus = capped(sum_of_kind(scores, "bonus"), group.bonus_cap)
    deduction = capped(sum_of_kind(scores, "deduction"), group.deduction_cap)
    return max(0, base + bonus - deduction)


def reasons_against(entry, date):
    reasons = [
        "%s %s: %s" % (score.leaf.code, score.leaf.title, word)
        for score in entry.scores
        for word in [failing(score)]
        if word
    ]
    reasons += [
        "tạm hoãn xét: %s" % (hold.get("reason") or "")
        for hold in entry.nominee.get("holds") or []
        if covers(hold, date)
    ]
    if entry.nominee.get("withdrawn"):
        reasons.append("đã rút đề cử")
    return reasons


def failing(score):
    """Why a required leaf is not fulfilled, in words, or None."""
    leaf = score.leaf
    if not leaf.required or not score.assigned:
        return None
    if score.awaiting:
        return "chưa đủ căn cứ (chờ công bố)"
    if leaf.kind == "pass-fail":
        return None if score.given.get("passed") is True else "không đạt"
    if not score.assessed:
        return "chưa chấm"
    enough = score.points > 0 if leaf.min is None else score.points >= leaf.min
    return None if enough else "không đạt mức tối thiểu"


def covers(hold, date):
    start, end = hold.get("from"), hold.get("to")
    return (start is None or start <= date) and (end is None or end >= date)


# Order: every step gives a value of which the smaller comes first


class Order:
    """The steps by which the entries of some groups are compared."""

    def __init__(self, groups, tie_chain):
        self.by_percent = len({group.full for group in groups}) > 1
        self.steps = ["total"] + list(tie_chain)
        self.numbers = sorted(
            {leaf.tie_breaker for group in groups for leaf in group.leaves if leaf.tie_breaker is not None}
        )
        self.value_of = {
            "total": lambda entry: -self.measure(entry),
            "criteria": lambda entry: tie_breaker_points(entry, self.numbers),
            "reports": late_or_missing_reports,
            "women": lambda entry: not counts_as_woman(entry),
            "no-office": holds_office,
            "votes": lambda entry: -vote_share(entry.nominee.get("votes")),
        }

    def measure(self, entry):
        """The figure of step 1, in 1/100 point or 1/100 percent."""
        return entry.percent if self.by_percent else entry.total

    def values(self, entry):
        return [self.value_of[step](entry) for step in self.steps]

    def separating(self, upper, lower):
        """The first step in which two lists of values differ, or None."""
        for step, above, below in zip(self.steps, upper, lower):
            if above != below:
                return step
        return None


def tie_breaker_points(entry, numbers):
    marked = {score.leaf.tie_breaker: score for score in entry.scores if score.leaf.tie_breaker is not None}
    found = [marked.get(number) for number in numbers]
    return [-score.points if score and score.assigned else 0 for score in found]


def late_or_missing_reports(entry):
    return sum(score.late + score.missing for score in entry.scores if score.assigned)


def counts_as_woman(entry):
    if entry.person is not None:
        return entry.person.get("gender") == "female"
    share = entry.nominee.get("women_percent")
    return share is not None and share >= WOMEN_PERCENT


def holds_office(entry):
    return entry.person is not None and bool(entry.person.get("holds_office"))


def vote_share(votes):
    if not votes or not votes.get("members"):
        return Fraction(0)
    return Fraction(votes.get("for") or 0, votes["members"])


class Place:
    """Where one entry stands in one ranking."""

    def __init__(self, entry, measure):
        self.entry = entry
        self.measure = measure
        self.rank = None
        self.decided_by = None
        self.place = None
        self.taken_by = None
        self.decision = None
        self.kept_out_by_cap = False
        self.margin = None


def places_in_order(entries, order):
    """The eligible ones with rank and deciding step, then the others."""
    keyed = [(order.values(entry), entry) for entry in entries]
    keyed.sort(key=lambda pair: (not pair[1].eligible, pair[0], pair[1].position))
    places = [Place(entry, order.measure(entry)) for _values, entry in keyed]
    above = None
    for index, (values, entry) in enumerate(keyed):
        if not entry.eligible:
            break
        step = order.separating(above, values) if index else "first"
        places[index].decided_by = step or "tie"
        places[index].rank = index + 1 if step else places[index - 1].rank
        above = values
    return places


# The quota line


class Room:
    """What is left of the size of a quota and of its caps."""

    def __init__(self, size, quota):
        self.size = size
        self.per_group = quota.get("per_group") or {}
        self.per_parent = quota.get("per_parent")
        self.used = {}

    def caps_over(self, entry):
        caps = []
        if self.per_group.get(entry.group.key) is not None:
            caps.append(("group", entry.group.key))
        if self.per_parent is not None and entry.unit.get("parent") is not None:
            caps.append(("parent", entry.unit["parent"]))
        return caps

    def left_under(self, cap):
        kind, key = cap
        limit = self.per_group[key] if kind == "group" else self.per_parent
        return limit - self.used.get(cap, 0)

    def closed_to(self, entry):
        return any(self.left_under(cap) <= 0 for cap in self.caps_over(entry))

    def fits(self, entries):
        wanted = collections.Counter(cap for entry in entries for cap in self.caps_over(entry))
        under_caps = all(number <= self.left_under(cap) for cap, number in wanted.items())
        return len(entries) <= self.size and under_caps

    def take(self, entry):
        self.size -= 1
        for cap in self.caps_over(entry):
            self.used[cap] = self.used.get(cap, 0) + 1


def size_of(quota, nominees):
    if quota.get("count") is not None:
        return quota["count"]
    return quota["percent"] * nominees // 100


def draw_line(places, quota, size):
    """Gives every place its side of the line; True if a tie is unresolved."""
    room = Room(size, quota)
    others = [place for place in places if not place_without_block(place, quota, room)]
    unresolved = False
    for _rank, block in itertools.groupby(others, key=lambda place: place.rank):
        if unresolved:
            for place in block:
                place.place = "outside"
        else:
            unresolved = place_block(list(block), room)
    return unresolved


def place_without_block(place, quota, room):
    decision = place.entry.decision_for(quota)
    if not place.entry.eligible:
        place.place = "not-eligible"
    elif place.taken_by is not None:
        place.place = "taken"
    elif decision:
        place.decision = decision
        place.place = decision["place"]
        if place.place == "inside":
            room.take(place.entry)
    return place.place is not None


def place_block(block, room):
    """Rules 1 to 4 for one block of equals; True if it stays unresolved."""
    for place in block:
        place.kept_out_by_cap = room.closed_to(place.entry)
    remaining = [place for place in block if not place.kept_out_by_cap]
    if room.fits([place.entry for place in remaining]):
        side = "inside"
    else:
        side = "outside" if room.size <= 0 else "unresolved"
    for place in block:
        place.place = "outside" if place.kept_out_by_cap else side
    if side == "inside":
        for place in remaining:
            room.take(place.entry)
    return bool(remaining) and side == "unresolved"


def set_margins(places):
    outside = [place for place in places if place.place == "outside" and not place.kept_out_by_cap]
    inside = [place for place in places if place.place == "inside"]
    for place in places:
        if place.decision or place.kept_out_by_cap:
            continue
        if place.place == "inside" and outside:
            place.margin = abs(place.measure - outside[0].measure)
        elif place.place == "outside" and inside:
            place.margin = abs(place.measure - inside[-1].measure)


# One ranking, several awards


class Pool:
    """One quota with its groups, drawn."""

    def __init__(self, quota, entries, campaign, before):
        self.quota = quota
        self.key = quota["key"]
        earlier = [pool for pool in before if pool.key in self.all_after(before)]
        groups = [campaign.groups[key] for key in quota["groups"]]
        self.members = [entry for entry in entries if entry.group in groups]
        self.places = places_in_order(self.members, Order(groups, campaign.tie_chain))
        self.take(earlier)
        self.size = size_of(quota, len(self.members))
        own_tie = draw_line(self.places, quota, self.size)
        set_margins(self.places)
        self.unresolved = own_tie or any(pool.unresolved for pool in earlier)
        awaiting = any(entry.awaiting for entry in self.members)
        self.provisional = awaiting or any(pool.provisional for pool in earlier)

    def named(self):
        """The quotas that `after` names itself."""
        after = self.quota.get("after") or []
        return [after] if isinstance(after, str) else after

    def all_after(self, before):
        """Those, and all that they are after in their turn."""
        by_key = {pool.key: pool for pool in before}
        found, waiting = set(), self.named()
        while waiting:
            found.update(waiting)
            waiting = [key for one in waiting for key in by_key[one].named() if key not in found]
        return found

    def take(self, earlier):
        """Whoever is inside an earlier quota is taken by the first of them in the file."""
        for pool in reversed(earlier):
            inside = {place.entry.position for place in pool.places if place.place == "inside"}
            for place in self.places:
                if place.entry.position in inside:
                    place.taken_by = pool.key


# The answer


def shown_class(entry):
    """Said only in a group that has classes."""
    return {"class": entry.group.class_of(entry.percent)} if entry.group.classes else {}


def shown_entry(place):
    entry = place.entry
    return {
        "nominee": entry.nominee["key"],
        "name": entry.person["name"] if entry.person is not None else entry.unit["name"],
        "unit": entry.nominee["unit"],
        "group": entry.group.key,
        "total": two_decimals(entry.total),
        "percent": two_decimals(entry.percent),
        **shown_class(entry),
        "rank": place.rank,
        "eligible": entry.eligible,
        "decided_by": place.decided_by,
        "reasons": entry.reasons,
    }


def shown_pool_entry(place):
    margin = None if place.margin is None else two_decimals(place.margin)
    taken = {} if place.taken_by is None else {"taken_by": place.taken_by}
    return {**shown_entry(place), "place": place.place, **taken, "margin": margin}


def shown_pool(pool):
    return {
        "key": pool.key,
        "kind": pool.quota["kind"],
        "quota": pool.size,
        "provisional": pool.provisional,
        "unresolved_tie": pool.unresolved,
        "entries": [shown_pool_entry(place) for place in pool.places],
    }


def rank_pools(quotas, entries, campaign):
    pools = []
    for quota in quotas:
        pools.append(Pool(quota, entries, campaign, pools))
    return [shown_pool(pool) for pool in pools]


def rank_group(group, entries, campaign):
    members = [entry for entry in entries if entry.group is group]
    places = places_in_order(members, Order([group], campaign.tie_chain))
    return {"key": group.key, "entries": [shown_entry(place) for place in places]}


def rank(campaign_json, date=None):
    """The ranking of every pool and every group, as `rank --json` prints it.

    `date` (YYYY-MM-DD) is the ranking's date; without it the campaign's
    `considered_on`, else today.
    """
    head = campaign_json["campaign"]
    date = date or head.get("considered_on") or datetime.date.today().isoformat()
    campaign = Campaign(campaign_json, date)
    entries = [
        Entry(position, nominee, campaign)
        for position, nominee in enumerate(campaign_json.get("nominees") or [])
    ]
    return {
        "campaign": head["key"],
        "date": date,
        "pools": rank_pools(campaign_json.get("quotas") or [], entries, campaign),
        "groups": [rank_group(group, entries, campaign) for group in campaign.groups.values()],
    }


def main():
    parser = argparse.ArgumentParser(description="Rank a campaign of the interchange format.")
    parser.add_argument("file")
    parser.add_argument("--date", help="the ranking's date, YYYY-MM-DD")
    options = parser.parse_args()
    with open(options.file, encoding="utf-8") as stream:
        answer = rank(json.load(stream), options.date)
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
