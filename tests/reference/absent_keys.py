# SPDX-License-Identifier: GPL-3.0-or-later
"""Which keys of the interchange format may be left out, and what that means."""

# Key -> what its absence means; the keys that mean one thing everywhere
DEFAULTS = {
    "withdrawn": False,
    "holds": [],
    "decision": None,
    "votes": None,
    "women_percent": None,
    "parent_rank": None,
    "awards": [],
    "initiative": None,
    "award": None,
    "person": None,
    "state": "pending",
    "self": None,
    "verified": None,
    "final": None,
    "explanation": "",
    "note": "",
    "required": False,
    "shared": False,
    "award_interval": None,
    "reason": "",
    "min": None,
    "guide": "",
    "late_penalty": "0.00",
    "missing_penalty": "0.00",
    "tie_breaker": None,
    "bonus_cap": None,
    "deduction_cap": None,
    "assessed_by": "office",
    "classes": [],
    "count": None,
    "percent": None,
    "per_group": None,
    "per_parent": None,
    "aliases": [],
    "leads": [],
    "parent": None,
    "valid_from": None,
    "valid_to": None,
    "considered_on": None,
    "unproven_scores_zero": False,
    "tie_chain": [],
    "evidence": 0,
    "legal_bases": [],
    "assessments": [],
    "summary": "",
    "gender": None,
    "born": None,
    "position": "",
    "holds_office": False,
    "role": "",
}


def is_default(value, default):
    return value == default and type(value) is type(default)


def holders(value):
    """Every object below the top one."""
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict):
            yield inner
        if isinstance(inner, (dict, list)):
            yield from holders(inner)
