# SPDX-License-Identifier: GPL-3.0-or-later
"""What bench-intake has done by openpyxl.

    intake_files.py read WORKBOOK    reads it, as fast as that goes
    intake_files.py fill FOLDER      fills in the forms of the demonstration that lie there
"""

import json
import pathlib
import sys

import openpyxl

TESTS = pathlib.Path(__file__).parents[1]
sys.path.insert(0, str(TESTS / "cli"))

from returned_form import fill_form  # noqa: E402


def read(path):
    book = openpyxl.load_workbook(path, read_only=True)
    print(sum(1 for sheet in book for row in sheet.iter_rows(values_only=True) for _ in row))


def fill(folder):
    campaign = json.loads((TESTS.parent / "data/demo/papi-2021-demo.json").read_text(encoding="utf-8"))
    for number, path in enumerate(sorted(pathlib.Path(folder).iterdir())):
        unit = {row[0].value: row[1].value for row in openpyxl.load_workbook(path)["_bangvang"].iter_rows()}["unit"]
        _, book = fill_form(path, campaign, unit, number)
        book.save(path)


{"read": read, "fill": fill}[sys.argv[1]](sys.argv[2])
