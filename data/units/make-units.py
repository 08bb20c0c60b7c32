# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the registries of An Giang and the mapping of old units to new ones.

    /usr/bin/python3 data/units/make-units.py

Reads data/units/source/ and data/papi/source/leads.tsv; needs only the
standard library. The same sources give the same bytes.
"""

import csv
import json
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "source"
PAPI_SOURCE = HERE.parent / "papi" / "source"

LAST_DAY_OF_THREE_TIERS = "2025-06-30"
FIRST_DAY_OF_TWO_TIERS = "2025-07-01"

# The first words of an agency's name say its type; the central branches have none in common.
AGENCY_TYPES = ("Sở", "Ban", "Văn phòng", "Thanh tra")
CENTRAL_BRANCH = "Ngành dọc"


def table(path):
    with open(path, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def write_json(path, value):
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    path.write_text(unicodedata.normalize("NFC", text), encoding="utf-8")


def notes_of(period):
    return {row["code"]: row for row in table(SOURCE / "unit-notes.tsv") if row["period"] == period}


def leads_of(period):
    return {row["unit"]: [int(text) for text in row["dimensions"].split(",")]
            for row in table(PAPI_SOURCE / "leads.tsv") if row["period"] == period}


def split_aliases(note):
    return [text.strip() for text in note.get("aliases", "").split(";") if text.strip()]


def unit(code, name, short, kind, parent, aliases, leads, valid_from, valid_to):
    return {"code": code, "name": name, "short": short, "type": kind, "parent": parent, "aliases": aliases,
            "email": "", "phone": "", "contact": "", "leads": leads, "valid_from": valid_from, "valid_to": valid_to}


def committee(kind, name):
    return f"UBND {kind.lower()} {name}"


def area_unit(row, parent, note, leads, valid_from, valid_to):
    name = committee(row["type"], row["name_std"])
    spellings = [committee(row["type"], row["name"]), row["full_name"]] if row["name"] != row["name_std"] else []
    return unit(row["code"], name, f"{row['type']} {row['name_std']}", row["type"], parent,
                spellings + split_aliases(note), leads.get(row["code"], []),
                note.get("valid_from") or valid_from, note.get("valid_to") or valid_to)


def agency_type(row):
    if row["kind"].startswith("ngành dọc"):
        return CENTRAL_BRANCH
    return next(kind for kind in AGENCY_TYPES if row["name"].startswith(kind))


def agencies(period, valid_from, valid_to):
    notes, leads = notes_of(period), leads_of(period)
    for row in table(SOURCE / "so-nganh-an-giang.tsv"):
        if row["period"] == period:
            note = notes[row["code"]]
            yield unit(row["code"], row["name"], note["short"], agency_type(row), None, split_aliases(note),
                       leads.get(row["code"], []), note["valid_from"] or valid_from, note["valid_to"] or valid_to)


def areas(period, valid_from, valid_to):
    """The province first; a unit whose parent would be the province has none, so that a
    limit for each parent binds the communes of a district and nobody else."""
    rows = table(SOURCE / f"an-giang-{period}.tsv")
    notes, leads = notes_of(period), leads_of(period)
    province = rows[0]["code"]
    for row in rows:
        parent = None if row["parent_code"] in ("", province) else row["parent_code"]
        yield area_unit(row, parent, notes.get(row["code"], {}), leads, valid_from, valid_to)


def registry(period, valid_from, valid_to):
    places = list(areas(period, valid_from, valid_to))
    districts = [place for place in places[1:] if place["type"] in ("Thành phố", "Thị xã", "Huyện")]
    communes = [place for place in places[1:] if place not in districts]
    return places[:1] + list(agencies(period, valid_from, valid_to)) + districts + communes


def commune_successors():
    rows = table(SOURCE / "an-giang-map-old-2025.tsv")
    for row in rows:
        yield {"old": row["old_code"], "old_name": row["name_2021"] or row["name_before_2025_07"], "new": row["new_code"],
               "new_name": row["new_name"], "part": row["part"], "clause": row["nq1654_clause"], "check": row["check"]}


def agency_successors():
    rows = table(SOURCE / "so-nganh-an-giang.tsv")
    codes = {row["name"]: row["code"] for row in rows if row["period"] == "2025"}
    for row in rows:
        names = [name.strip() for name in row["successor_2025"].split(";") if name.strip()]
        for name in names:
            yield {"old": row["code"], "old_name": row["name"], "new": codes[name], "new_name": name,
                   "part": "full" if len(names) == 1 else "partial", "clause": "", "check": row["note"] or row["status"]}


def main():
    write_json(HERE / "an-giang-2021.json", registry("2021", None, LAST_DAY_OF_THREE_TIERS))
    write_json(HERE / "an-giang-2025.json", registry("2025", FIRST_DAY_OF_TWO_TIERS, None))
    write_json(HERE / "an-giang-old-to-2025.json", {"from": "an-giang-2021", "to": "an-giang-2025",
                                                  "units": list(commune_successors()) + list(agency_successors())})


if __name__ == "__main__":
    main()
