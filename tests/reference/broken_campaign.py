#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Campaigns of the interchange format with one defect each.

`invalid (seed)` takes a valid random campaign and breaks it in one place; it
knows which path the message of refusal must name.
"""

import argparse
import copy
import random
import sys

from random_campaign import as_bytes, leaves_with_paths, make, points_hundredths
from random_texts import points_text


# Each function below breaks a rich campaign in one place and gives the texts
# that the message must hold: the path, and what else is known of it.


class Site:
    """Ways to a random place of a campaign."""

    def __init__(self, document, rng):
        self.document = document
        self.rng = rng

    def nominee(self, kind=None):
        kinds = {group["key"]: group["kind"] for group in self.document["groups"]}
        usable = [
            (index, nominee)
            for index, nominee in enumerate(self.document["nominees"])
            if kind in (None, kinds[nominee["group"]])
        ]
        index, nominee = self.rng.choice(usable)
        return "nominees[%d]" % index, nominee

    def any_of(self, name):
        index = self.rng.randrange(len(self.document[name]))
        return "%s[%d]" % (name, index), self.document[name][index]

    def leaf(self, kind, rule=None):
        number, group = self.rng.choice(list(enumerate(self.document["groups"])))
        usable = [
            (path, leaf)
            for path, leaf in leaves_with_paths(group["criteria"], "groups[%d]" % number)
            if kind in (None, leaf["kind"]) and (rule is None or leaf["rule"] == rule)
        ]
        return self.rng.choice(usable)

    def assessment(self, kind):
        path, nominee = self.nominee()
        group = next(group for group in self.document["groups"] if group["key"] == nominee["group"])
        leaves = {leaf["code"]: leaf for _path, leaf in leaves_with_paths(group["criteria"], "")}
        usable = [
            (index, given)
            for index, given in enumerate(nominee["assessments"])
            if kind in (None, leaves[given["criterion"]]["kind"])
        ]
        index, given = self.rng.choice(usable)
        return "%s.assessments[%d]" % (path, index), given, leaves[given["criterion"]]


def unknown_key(site):
    name = site.rng.choice(["units", "groups", "quotas", "nominees", "evidence"])
    path, holder = site.any_of(name)
    holder["mau-sac"] = "vàng"
    return [path, "mau-sac"]


def unknown_key_in_campaign(site):
    site.document["campaign"]["rules"]["luck"] = True
    return ["campaign.rules", "luck"]


def unknown_key_at_top(site):
    site.document["extra"] = []
    return ["extra"]


def duplicate_key_in_array(site):
    name = site.rng.choice(["groups", "quotas", "nominees", "evidence"])
    array = site.document[name]
    array[-1]["key"] = array[0]["key"]
    return [name + "[", array[0]["key"]]


def duplicate_unit(site):
    units = site.document["units"]
    again = copy.deepcopy(units[-1])
    units.append(again)
    return ["units["]


def duplicate_criterion_code(site):
    path, leaf = site.leaf(None)
    group = site.document["groups"][int(path[7])]
    group["criteria"].append({"code": leaf["code"], "title": "Trùng", "kind": "points", "max": "1.00"})
    return ["groups[%s]" % path[7]]


def assessed_twice(site):
    path, nominee = site.nominee()
    nominee["assessments"].append({"criterion": nominee["assessments"][0]["criterion"]})
    return [path + ".assessments["]


def missing_mandatory(site):
    name, key = site.rng.choice(
        [
            ("nominees", "key"),
            ("nominees", "group"),
            ("nominees", "unit"),
            ("groups", "kind"),
            ("groups", "name"),
            ("quotas", "name"),
            ("quotas", "kind"),
            ("units", "name"),
            ("units", "code"),
            ("evidence", "key"),
        ]
    )
    path, holder = site.any_of(name)
    del holder[key]
    return [path, key]


def null_mandatory(site):
    path, nominee = site.nominee()
    nominee["unit"] = None
    return [path + ".unit"]


def missing_in_campaign(site):
    key = site.rng.choice(["key", "title", "starts", "ends"])
    del site.document["campaign"][key]
    return ["campaign", key]


def missing_in_leaf(site):
    path, leaf = site.leaf(None)
    key = site.rng.choice(["max", "title", "code", "kind"])
    del leaf[key]
    return [path, key]


def points_above_max(site):
    path, given, leaf = site.assessment(None)
    key = site.rng.choice(["self", "verified", "final"])
    given[key] = points_text(points_hundredths(leaf["max"]) + 1)
    return ["%s.%s" % (path, key)]


def points_below_zero(site):
    path, given, _leaf = site.assessment(None)
    given["verified"] = "-0.01"
    return [path + ".verified"]


def points_not_a_number(site):
    path, given, _leaf = site.assessment(None)
    given["verified"] = site.rng.choice(["mười", "", "1e0", "0x1", " 1.00 m", "NaN"])
    return [path + ".verified"]


def points_as_number(site):
    path, given, _leaf = site.assessment(None)
    given["verified"] = 0.01
    return [path + ".verified"]


def min_above_max(site):
    path, leaf = site.leaf("points")
    leaf["min"] = points_text(points_hundredths(leaf["max"]) + 1)
    return [path]


def unknown_group(site):
    path, nominee = site.nominee()
    nominee["group"] = "khong-co"
    return [path + ".group"]


def unknown_unit(site):
    path, nominee = site.nominee()
    nominee["unit"] = "KHONGCO"
    return [path + ".unit"]


def unknown_parent(site):
    path, unit = site.any_of("units")
    unit["parent"] = "KHONGCO"
    return [path + ".parent"]


def parents_in_a_circle(site):
    _path, unit = site.any_of("units")
    above = next((other for other in site.document["units"] if other["code"] == unit["parent"]), unit)
    above["parent"] = unit["code"]
    return ["units["]


def unknown_criterion(site):
    path, given, _leaf = site.assessment(None)
    given["criterion"] = "99.99"
    return [path + ".criterion"]


def assessment_of_a_section(site):
    group = site.document["groups"][0]
    leaf = {"code": "muc.1", "title": "Lá", "kind": "points", "max": "1.00"}
    group["criteria"].append({"code": "muc", "title": "Mục", "kind": "section", "criteria": [leaf]})
    for index, nominee in enumerate(site.document["nominees"]):
        if nominee["group"] == group["key"]:
            nominee["assessments"].append({"criterion": "muc"})
            return ["nominees[%d].assessments[%d].criterion" % (index, len(nominee["assessments"]) - 1)]
    raise AssertionError("a rich campaign has a nominee in each group")


def unknown_evidence(site):
    path, given, _leaf = site.assessment(None)
    given["evidence"] = ["khong-co"]
    return [path + ".evidence"]


def unknown_group_of_quota(site):
    path, quota = site.any_of("quotas")
    quota["groups"].append("khong-co")
    return [path + ".groups"]


def unknown_group_of_cap(site):
    path, quota = site.any_of("quotas")
    quota["per_group"] = {"khong-co": 1}
    return [path + ".per_group"]


def impossible_date(site):
    wrong = site.rng.choice(["2021-02-30", "2021-13-01", "21/06/2021", "2021-6-1", "hôm nay", "2021-02-29"])
    site.document["campaign"]["ends"] = wrong
    return ["campaign.ends"]


def impossible_date_of_hold(site):
    path, nominee = site.nominee()
    nominee["holds"] = [{"reason": "kỷ luật", "source": "", "from": "2021-09-31", "to": None}]
    return [path + ".holds[0].from"]


def impossible_birthday(site):
    path, nominee = site.nominee("individual")
    nominee["person"]["born"] = "1980-02-31"
    return [path + ".person.born"]


def wrong_state(site):
    path, given, _leaf = site.assessment(None)
    given["state"] = "done"
    return [path + ".state"]


def wrong_kind(site):
    path, leaf = site.leaf("points")
    leaf["kind"] = "magic"
    return [path + ".kind"]


def wrong_gender(site):
    path, nominee = site.nominee("individual")
    nominee["person"]["gender"] = "nữ"
    return [path + ".person.gender"]


def wrong_role(site):
    path, nominee = site.nominee("individual")
    nominee["person"]["role"] = "lái xe"
    return [path + ".person.role"]


def wrong_place(site):
    path, nominee = site.nominee()
    nominee["decision"] = {"place": "unresolved", "reason": "…"}
    return [path + ".decision.place"]


def after_itself(site):
    path, quota = site.any_of("quotas")
    quota["after"] = site.rng.choice([quota["key"], [quota["key"]]])
    return [path + ".after"]


def after_none(site):
    path, quota = site.any_of("quotas")
    quota["after"] = ["khong-co"]
    return [path + ".after[0]", "khong-co"]


def decision_on_no_quota(site):
    path, nominee = site.nominee()
    nominee["decision"], nominee["decisions"] = None, [{"quota": "khong-co", "place": "inside"}]
    return [path + ".decisions[0].quota", "khong-co"]


def two_decisions_on_one(site):
    path, nominee = site.nominee()
    nominee["decision"], nominee["decisions"] = None, [{"place": "inside"}, {"quota": None, "place": "outside"}]
    return [path + ".decisions[1].quota"]


def decision_and_decisions(site):
    path, nominee = site.nominee()
    nominee["decision"], nominee["decisions"] = {"place": "inside"}, [{"place": "inside"}]
    return [path + ".decisions"]


def wrong_tie_step(site):
    site.document["campaign"]["rules"]["tie_chain"] = ["criteria", "luck"]
    return ["campaign.rules.tie_chain"]


def wrong_type(site):
    path, nominee = site.nominee()
    wrong = [("withdrawn", "no"), ("holds", {}), ("assessments", {}), ("summary", 7), ("women_percent", "7")]
    key, value = site.rng.choice(wrong)
    nominee[key] = value
    return ["%s.%s" % (path, key)]


def wrong_format(site):
    site.document["format"] = "bangvang-form"
    return ["format"]


def wrong_version(site):
    site.document["version"] = 2
    return ["version"]


def capital_key(site):
    path, nominee = site.nominee()
    nominee["key"] = site.rng.choice(["Số-1", "A b", "đề-cử", "N1", "n_1!"])
    return [path + ".key"]


def required_bonus(site):
    path, leaf = site.leaf(site.rng.choice(["bonus", "deduction"]))
    leaf["required"] = True
    return [path]


def tie_breaker_twice(site):
    number, group = 0, site.document["groups"][0]
    usable = [leaf for _path, leaf in leaves_with_paths(group["criteria"], "") if leaf["kind"] != "deduction"]
    for leaf in usable:
        leaf["tie_breaker"] = None
    for leaf in site.rng.sample(usable, 2):
        leaf["tie_breaker"] = 1
    return ["groups[%d]" % number]


def tie_breaker_on_deduction(site):
    path, leaf = site.leaf("deduction")
    leaf["tie_breaker"] = 9
    return [path]


def received_too_long(site):
    path, given, leaf = site.assessment("reports")
    given["received"] = [None] * (len(leaf["due"]) + 1)
    return [path + ".received"]


def received_too_short(site):
    path, given, leaf = site.assessment("reports")
    given["received"] = ["2021-09-30"] * (len(leaf["due"]) - 1)
    return [path + ".received"]


def item_out_of_range(site):
    path, given, leaf = site.assessment("checklist")
    given["items"] = [site.rng.choice([0, -1, len(leaf["items"]) + 1])]
    return [path + ".items"]


def item_twice(site):
    path, given, _leaf = site.assessment("checklist")
    given["items"] = [1, 1]
    return [path + ".items"]


def count_and_percent(site):
    path, quota = site.any_of("quotas")
    quota["count"], quota["percent"] = 3, 10
    return [path]


def nothing_to_reach(site):
    """Only a bonus: the group's `full` is 0."""
    group = site.document["groups"][0]
    group["criteria"] = [{"code": "1", "title": "Cộng", "kind": "bonus", "max": "5.00"}]
    for nominee in site.document["nominees"]:
        if nominee["group"] == group["key"]:
            nominee["assessments"] = []
    return ["groups[0]"]


def no_threshold(site):
    path, leaf = site.leaf("measured", "improved-or-top")
    leaf["threshold"] = "0.0000"
    return [path]


def group_of_wrong_kind(site):
    document = site.document
    individual = next(group["key"] for group in document["groups"] if group["kind"] == "individual")
    index = next(index for index, quota in enumerate(document["quotas"]) if quota["kind"] == "collective")
    document["quotas"][index]["groups"].append(individual)
    return ["quotas[%d].groups" % index]


def person_missing(site):
    path, nominee = site.nominee("individual")
    nominee["person"] = None
    return [path]


def bad_hash(site):
    path, piece = site.any_of("evidence")
    piece["sha256"] = site.rng.choice(["", "abc", "g" * 64, "a" * 63])
    return [path + ".sha256"]


def too_deep(site):
    leaf = {"code": "day", "title": "Đáy", "kind": "points", "max": "1.00"}
    for number in range(40):
        leaf = {"code": "tang-%d" % number, "title": "Tầng", "kind": "section", "criteria": [leaf]}
    site.document["groups"][0]["criteria"].append(leaf)
    return []


def bad_utf8(data, rng):
    at = data.index(rng.choice(["Sở", "Ủy", "ộ"]).encode())
    return data[:at] + rng.choice([b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xe1\xbb"]) + b" " + data[at:], []


def duplicate_json_key(data, _rng):
    name = b'"province": "An Giang"'
    return data.replace(name, name + b', "province": "Kien Giang"', 1), ["province"]


def cut_off(data, rng):
    return data[: rng.randrange(len(data) // 2, len(data) - 2)], []


def trailing_garbage(data, _rng):
    return data + b"{}\n", []


def trailing_comma(data, _rng):
    return data.replace(b'"version": 1', b'"version": 1,', 1), []


def lone_surrogate(data, _rng):
    return data.replace(b'"province": "An', b'"province": "\\ud800An', 1), []


def nan_literal(data, _rng):
    return data.replace(b'"version": 1', b'"version": NaN', 1), []


def empty_file(_data, _rng):
    return b"", []


CONTENT_DEFECTS = [
    unknown_key,
    unknown_key_in_campaign,
    unknown_key_at_top,
    duplicate_key_in_array,
    duplicate_unit,
    duplicate_criterion_code,
    assessed_twice,
    missing_mandatory,
    null_mandatory,
    missing_in_campaign,
    missing_in_leaf,
    points_above_max,
    points_below_zero,
    points_not_a_number,
    points_as_number,
    min_above_max,
    unknown_group,
    unknown_unit,
    unknown_parent,
    parents_in_a_circle,
    unknown_criterion,
    assessment_of_a_section,
    unknown_evidence,
    unknown_group_of_quota,
    unknown_group_of_cap,
    impossible_date,
    impossible_date_of_hold,
    impossible_birthday,
    wrong_state,
    wrong_kind,
    wrong_gender,
    wrong_role,
    wrong_place,
    after_itself,
    after_none,
    decision_on_no_quota,
    two_decisions_on_one,
    decision_and_decisions,
    wrong_tie_step,
    wrong_type,
    wrong_format,
    wrong_version,
    capital_key,
    required_bonus,
    tie_breaker_twice,
    tie_breaker_on_deduction,
    received_too_long,
    received_too_short,
    item_out_of_range,
    item_twice,
    count_and_percent,
    nothing_to_reach,
    no_threshold,
    group_of_wrong_kind,
    person_missing,
    bad_hash,
    too_deep,
]
TEXT_DEFECTS = [
    bad_utf8,
    duplicate_json_key,
    cut_off,
    trailing_garbage,
    trailing_comma,
    lone_surrogate,
    nan_literal,
    empty_file,
]
DEFECTS = CONTENT_DEFECTS + TEXT_DEFECTS


class Defect:
    """A valid campaign, the same with one defect, and what to expect of the message."""

    def __init__(self, description, base, data, expected):
        self.description = description
        self.base = base
        self.data = data
        self.expected = expected


def invalid(seed, nominees=14):
    """The defect number `seed`; as many seeds as DEFECTS go through all of them."""
    rng = random.Random("bang-vang defect %s" % seed)
    breaking = DEFECTS[seed % len(DEFECTS)]
    base = make(seed, nominees, rich=True)
    if breaking in TEXT_DEFECTS:
        data, expected = breaking(as_bytes(base), rng)
    else:
        broken = copy.deepcopy(base)
        expected = breaking(Site(broken, rng))
        data = as_bytes(broken)
    return Defect(breaking.__name__.replace("_", " "), base, data, expected)


def main():
    parser = argparse.ArgumentParser(description="Write a campaign with one defect.")
    parser.add_argument("--seed", type=int, default=0, help="the defect, 0 to %d" % (len(DEFECTS) - 1))
    parser.add_argument("-o", "--output", required=True, help="the file to write")
    options = parser.parse_args()
    defect = invalid(options.seed)
    print("%s; named: %s" % (defect.description, ", ".join(defect.expected) or "no path"), file=sys.stderr)
    with open(options.output, "wb") as stream:
        stream.write(defect.data)


if __name__ == "__main__":
    main()
