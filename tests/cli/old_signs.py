# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts as fonts of the time before Unicode need them."""

import csv
import pathlib
import unicodedata

CHARSETS = pathlib.Path(__file__).parents[1] / "data/legacy-charsets.tsv"


def read_signs(seen):
    """Capitals without a sign of their own are small letters of a font that shows them large."""
    with open(CHARSETS, encoding="utf-8") as file:
        return {row["char"]: row[seen] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


TCVN3 = read_signs("tcvn3_as_seen_in_xlsx")
VNI = read_signs("vni_as_seen_in_xlsx")


def to_tcvn3(text):
    return "".join(TCVN3.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


def to_vni(text):
    return "".join(VNI.get(letter, letter) for letter in unicodedata.normalize("NFC", text))
