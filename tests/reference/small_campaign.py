# SPDX-License-Identifier: GPL-3.0-or-later
"""Small campaigns for the tests of single rules."""

from rules import rank

DATE = "2022-05-20"


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
