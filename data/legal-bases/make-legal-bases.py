# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the table of acts from which the legal bases of any day are taken.

    /usr/bin/python3 data/legal-bases/make-legal-bases.py

Reads data/legal-bases/source/; needs only the standard library. The same sources give the same bytes.
"""

import csv
import json
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "source"

OF_THE_PROVINCE = "K"


def table(name):
    with open(SOURCE / name, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def with_gaps(text):
    """The province's own act, as it is to be filled in."""
    return text.replace("Quyết định ", "Quyết định số … ngày … ", 1)


def name_of(text, status):
    """What an act is called in a remark: kind and number, or kind and day where it has none; the province's own by what it enacts."""
    if status == OF_THE_PROVINCE:
        return text.split(" ban hành ")[1]
    first = text.split(";")[0]
    return first.split(" ngày ")[0].split(" của ")[0] if " số " in first.split(" ngày ")[0] else first


def wordings_of(text):
    return [{"from": row["from"] or None, "text": row["wording"]} for row in table("wordings.tsv") if row["act"] == text]


def act(row):
    text, status = row["text"], row["status"]
    return {"name": name_of(text, status), "status": status, "valid_from": row["valid_from"] or None, "valid_to": row["valid_to"] or None,
            "text": with_gaps(text) if status == OF_THE_PROVINCE else text, "wordings": wordings_of(text)}


def legal_bases():
    """Before the first decree that is known a list would be no more than a law, so that none is given."""
    acts = [act(row) for row in table("legal-bases.tsv")]
    return {"known_from": min(each["valid_from"] for each in acts if each["name"].startswith("Nghị định")), "acts": acts}


def main():
    text = json.dumps(legal_bases(), ensure_ascii=False, indent=2) + "\n"
    (HERE / "acts.json").write_text(unicodedata.normalize("NFC", text), encoding="utf-8")


if __name__ == "__main__":
    main()
