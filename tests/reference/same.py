#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is the same twice, written a second time.

`same (campaign, date)` takes a campaign of the interchange format and gives
what `bangvang-cli --json same --all` prints, without the texts of `what`.  It
compares each pair, as the rules are written; README.md lists how the open
places were read.
"""

import argparse
import datetime
import functools
import itertools
import json
import re
import sys
import unicodedata

KINDS = ["person", "unit", "initiative", "evidence", "commended"]
TONES = "\u0300\u0301\u0303\u0309\u0323"
INITIALS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph r s t th tr v x".split()
TONE_AT_THE_END = re.compile("(%s|)(o[ae]|uy)([%s])" % ("|".join(INITIALS), TONES))


# Folded


def with_tone_in_front(word):
    """hoà as hòa: an open oa, oe, uy has its tone on the first letter."""
    parts = TONE_AT_THE_END.fullmatch(unicodedata.normalize("NFD", word))
    if not parts:
        return word
    initial, vowels, tone = parts.groups()
    return unicodedata.normalize("NFC", initial + vowels[0] + tone + vowels[1])


@functools.lru_cache(maxsize=None)
def folded(text):
    lower = unicodedata.normalize("NFC", text or "").lower()
    words = re.sub(r"[^\W\d_]+", lambda word: with_tone_in_front(word.group()), lower)
    return " ".join(words.split())


# Which two agree


def births_agree(first, second):
    if not first or not second or first == second:
        return True
    return first[:4] == second[:4] and 4 in (len(first), len(second))


class Campaign:
    def __init__(self, document, date):
        self.document = document
        self.date = date
        self.nominees = [nominee for nominee in document["nominees"] if not nominee.get("withdrawn")]
        self.groups = {group["key"]: group for group in document["groups"]}
        self.contents = {piece["key"]: piece.get("sha256") for piece in document.get("evidence") or []}
        self.leaves = {key: set(counting_leaves(group["criteria"])) for key, group in self.groups.items()}
        self.proofs = {nominee["key"]: self.proof(nominee) for nominee in self.nominees}

    def proof(self, nominee):
        """The known contents by which the nominee proves leaves that are its own."""
        found = {
            self.contents[key]
            for given in nominee.get("assessments") or []
            if given["criterion"] in self.leaves[nominee["group"]]
            for key in given.get("evidence") or []
        }
        return found - {None}

    def agree(self, kind, first, second):
        if kind == "person":
            people = first.get("person"), second.get("person")
            if not all(people) or folded(people[0]["name"]) != folded(people[1]["name"]):
                return False
            return births_agree(people[0].get("born"), people[1].get("born"))
        if kind == "unit":
            kinds = {self.groups[nominee["group"]]["kind"] for nominee in (first, second)}
            return kinds == {"collective"} and first["unit"] == second["unit"] and self.compete(first, second)
        if kind == "initiative":
            titles = [folded((nominee.get("initiative") or {}).get("title")) for nominee in (first, second)]
            return bool(titles[0]) and titles[0] == titles[1]
        return bool(self.proofs[first["key"]] & self.proofs[second["key"]])

    def compete(self, first, second):
        wanted = {first["group"], second["group"]}
        return any(wanted <= set(quota["groups"]) for quota in self.document.get("quotas") or [])

    def was_commended(self, nominee):
        interval = (self.document["campaign"].get("rules") or {}).get("award_interval")
        form = folded(nominee.get("award")) or folded(self.document["campaign"].get("award"))
        if interval is None or not form:
            return False
        begin = "%04d%s" % (int(self.date[:4]) - interval, self.date[4:])
        return any(
            folded(award.get("form")) == form and days and days[1] >= begin and days[0] < self.date
            for award in nominee.get("awards") or []
            for days in [days_of(award)]
        )


def counting_leaves(criteria):
    for node in criteria:
        if node["kind"] == "section":
            yield from counting_leaves(node["criteria"])
        elif node["kind"] in ("points", "bonus") and not node.get("shared"):
            yield node["code"]


def days_of(award):
    """The first and last day on which it may have been given, or None."""
    if award.get("date"):
        return award["date"], award["date"]
    if award.get("year") is None:
        return None
    return "%04d-01-01" % award["year"], "%04d-12-31" % award["year"]


# Groups


def join(pairs):
    """The sets of nominees that pairs make when those that share one are one."""
    sets = {}
    for pair in pairs:
        joined = set().union(*(sets.get(key, {key}) for key in pair))
        for key in joined:
            sets[key] = joined
    return list({id(joined): joined for joined in sets.values()}.values())


def is_silent(document, kind, pairs):
    entries = [set(entry["nominees"]) for entry in document.get("distinct") or [] if entry["kind"] == kind]
    if kind == "commended":
        return all(set(alone) in entries for alone in pairs)
    return all(any(set(pair) <= entry for entry in entries) for pair in pairs)


def same(document, date):
    date = date or document["campaign"].get("considered_on") or datetime.date.today().isoformat()
    campaign = Campaign(document, date)
    order = {nominee["key"]: place for place, nominee in enumerate(document["nominees"])}
    units = {nominee["key"]: nominee["unit"] for nominee in document["nominees"]}
    found = []
    for kind in KINDS:
        if kind == "commended":
            pairs = [(nominee["key"],) for nominee in campaign.nominees if campaign.was_commended(nominee)]
        else:
            pairs = [
                (first["key"], second["key"])
                for first, second in itertools.combinations(campaign.nominees, 2)
                if campaign.agree(kind, first, second)
            ]
        for keys in join(pairs):
            one_unit = len({units[key] for key in keys}) == 1
            found.append(
                {
                    "kind": kind,
                    "strength": "weak" if kind == "person" and not one_unit else "strong",
                    "nominees": sorted(keys, key=order.get),
                    "silenced": is_silent(document, kind, [pair for pair in pairs if keys.issuperset(pair)]),
                }
            )
    return sorted(found, key=lambda group: (order[group["nominees"][0]], KINDS.index(group["kind"])))


def main():
    parser = argparse.ArgumentParser(description="Print what is the same twice in a campaign.")
    parser.add_argument("file")
    parser.add_argument("--date")
    options = parser.parse_args()
    with open(options.file, encoding="utf-8") as stream:
        document = json.load(stream)
    json.dump(same(document, options.date), sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
