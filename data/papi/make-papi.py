# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the PAPI dimensions with the units that lead them, and the published results of An Giang.

    /usr/bin/python3 data/papi/make-papi.py

Reads data/papi/source/; needs only the standard library. The same sources give the same bytes.
"""

import csv
import json
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "source"

LEADS_STATUS = "Đề xuất của Bảng Vàng theo chức năng chung của các cơ quan; chưa đối chiếu với văn bản của tỉnh, sửa được."


def table(name):
    with open(SOURCE / name, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def write_json(path, value):
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    path.write_text(unicodedata.normalize("NFC", text), encoding="utf-8")


def quantity(text):
    """A measured quantity as the interchange file has it: four decimals, half up."""
    return str(Decimal(text).quantize(Decimal("0.0001"), ROUND_HALF_UP))


def described(row):
    return {"name": row["name_vi"], "name_en": row["name_en"], "min": row["min"], "max": row["max"],
            "since": int(row["since"]), "status": row["status"]}


def leads_of(dimension, period):
    return [{"unit": row["unit"], "why": row["why"]} for row in table("leads.tsv")
            if row["period"] == period and str(dimension) in row["dimensions"].split(",")]


def dimension(row, rows):
    parts = [{"code": part["code"], **described(part)} for part in rows if part["parent"] == row["code"]]
    leads = {period: leads_of(row["code"], period) for period in ("2021", "2025")}
    return {"code": int(row["code"]), **described(row), "sub_dimensions": parts, "leads": leads}


def groups_of(year):
    """The quarter of the provinces in which each dimension stood, as far as it is known."""
    return {int(row["dimension"]): row["group"] for row in table("papi-an-giang-groups.tsv") if row["year"] == year}


def results_of_dimensions(row):
    groups = groups_of(row["year"])
    return [{"dimension": n, "result": quantity(row[f"D{n}"]), "group": groups.get(n)} for n in range(1, 9) if row[f"D{n}"]]


def results(row):
    """Of some years no more than the total was found."""
    return {"year": int(row["year"]), "published": row["published"] or None, "dimensions": results_of_dimensions(row),
            "total": quantity(row["total"]), "rank": int(row["rank"]),
            "provinces_ranked": int(row["provinces_ranked"]) if row["provinces_ranked"] else None}


def dimensions():
    rows = table("papi.tsv")
    return [dimension(row, rows) for row in rows if row["level"] == "1"]


def all_results():
    return [results(row) for row in table("papi-an-giang.tsv")]


def main():
    write_json(HERE / "dimensions.json", {"leads_status": LEADS_STATUS, "dimensions": dimensions()})
    write_json(HERE / "an-giang-results.json", {"province": "An Giang", "results": all_results()})


if __name__ == "__main__":
    main()
