# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON Schema of the interchange file accepts what ships and refuses what is damaged.

    /usr/bin/python3 tests/data/test_schema.py

Needs python3-jsonschema.
"""

import copy
import json
import unicodedata
import unittest
from pathlib import Path

import jsonschema

DATA = Path(__file__).resolve().parents[2] / "data"


def document(path):
    return json.loads((DATA / path).read_text(encoding="utf-8"))


SCHEMA = document("bangvang-campaign.schema.json")
TEMPLATE = document("templates/papi-2021.json")
DEMO = document("demo/papi-2021-demo.json")
CHECKER = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def findings(campaign):
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in CHECKER.iter_errors(campaign)]


def part_checker(name):
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]},
                                           format_checker=jsonschema.FormatChecker())


def in_template(change):
    damaged = copy.deepcopy(TEMPLATE)
    change(damaged)
    return damaged


def in_first_nominee(change):
    damaged = {**DEMO, "nominees": [copy.deepcopy(DEMO["nominees"][0])]}
    change(damaged["nominees"][0])
    return damaged


def in_first_assessment(field, value):
    return in_first_nominee(lambda nominee: nominee["assessments"][0].update({field: value}))


def first_leaf(campaign):
    return campaign["groups"][0]["criteria"][0]


DAMAGED = {
    "unknown key at the top": in_template(lambda c: c.update(extra=1)),
    "unknown key in a unit": in_template(lambda c: c["units"].append({"code": "X", "name": "X", "colour": "red"})),
    "wrong format": in_template(lambda c: c.update(format="bangvang-form")),
    "wrong version": in_template(lambda c: c.update(version=2)),
    "no campaign": in_template(lambda c: c.pop("campaign")),
    "no key of the campaign": in_template(lambda c: c["campaign"].pop("key")),
    "key with capitals": in_template(lambda c: c["campaign"].update(key="PAPI-2021")),
    "date the Vietnamese way": in_template(lambda c: c["campaign"].update(starts="21/06/2021")),
    "day that does not exist": in_template(lambda c: c["campaign"].update(ends="2021-02-30")),
    "points as a number": in_template(lambda c: first_leaf(c).update(max=15.0)),
    "points with one decimal": in_template(lambda c: first_leaf(c).update(max="15.0")),
    "points with a comma": in_template(lambda c: first_leaf(c).update(max="15,00")),
    "leaf without a maximum": in_template(lambda c: first_leaf(c).pop("max")),
    "unknown kind of criterion": in_template(lambda c: first_leaf(c).update(kind="stars")),
    "checklist without items": in_template(lambda c: first_leaf(c).update(items=[])),
    "section with points": in_template(lambda c: c["groups"][2]["criteria"][0].update(max="30.00")),
    "leaf with leaves": in_template(lambda c: first_leaf(c).update(criteria=[copy.deepcopy(first_leaf(c))])),
    "required deduction": in_template(lambda c: first_leaf(c).update(kind="deduction", required=True)),
    "measured without a threshold": in_template(lambda c: c["groups"][0]["criteria"][5].pop("threshold")),
    "threshold of nothing": in_template(lambda c: c["groups"][0]["criteria"][5].update(threshold="0.0000")),
    "unknown step of the tie chain": in_template(lambda c: c["campaign"]["rules"].update(tie_chain=["lot"])),
    "quota by count and by percent": in_template(lambda c: c["quotas"][0].update(percent=10)),
    "quota without a size": in_template(lambda c: c["quotas"][0].update(count=None)),
    "nominee without a unit": in_first_nominee(lambda nominee: nominee.pop("unit")),
    "negative points": in_first_assessment("self", "-1.00"),
    "unknown state": in_first_assessment("state", "done"),
    "item counted from zero": in_first_assessment("items", [0, 1]),
    "quantity with two decimals": in_first_assessment("results", [{"dimension": 6, "baseline": "7.63"}]),
    "decision without a side": in_first_nominee(lambda nominee: nominee.update(decision={"reason": "…"})),
    "hash too short": {**DEMO, "evidence": [{"key": "e1", "sha256": "00"}]},
}


class SchemaTest(unittest.TestCase):
    def test_the_schema_itself_is_valid(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def test_what_ships_is_accepted(self):
        for path in [*(DATA / "templates").glob("*.json"), *(DATA / "demo").glob("*.json")]:
            with self.subTest(path.name):
                self.assertEqual(findings(json.loads(path.read_text(encoding="utf-8"))), [])

    def test_the_units_of_both_registries_are_accepted(self):
        checker = part_checker("unit")
        for name in ("an-giang-2021", "an-giang-2025"):
            for unit in document(f"units/{name}.json"):
                with self.subTest(registry=name, code=unit["code"]):
                    self.assertEqual([error.message for error in checker.iter_errors(unit)], [])

    def test_a_campaign_of_mandatory_keys_alone_is_accepted(self):
        campaign = {"key": "a", "title": "A", "starts": "2021-06-21", "ends": "2021-12-31"}
        self.assertEqual(findings({"format": "bangvang-campaign", "version": 1, "campaign": campaign}), [])

    def test_each_damaged_file_is_refused(self):
        for name, campaign in DAMAGED.items():
            with self.subTest(name):
                self.assertNotEqual(findings(campaign), [])

    def test_every_shipped_text_is_in_normal_form_c(self):
        for path in sorted(DATA.rglob("*.json")):
            with self.subTest(path.name):
                self.assertTrue(unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8")))


if __name__ == "__main__":
    unittest.main()
