# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms go out, other programs fill them in, and they come back as one drop: every value is exactly what was typed.

BANGVANG_ROUND_TRIP says of how many units; by itself the test takes a few. LibreOffice and Gnumeric (ssconvert) fill them in where
they are installed; the npm packages xlsx and exceljs where BANGVANG_NODE_MODULES names the folder that has node_modules.
"""

import json
import os
import pathlib
import shutil
import subprocess
import unittest

from dirty_files import convert_all
from program import Test, with_slashes
from returned_form import fill_form

N_FORMS = int(os.environ.get("BANGVANG_ROUND_TRIP", "12"))
NODE_MODULES = os.environ.get("BANGVANG_NODE_MODULES")
SEED = 1078
UNSAID = (None, "", [], "pending")


def say(campaign):
    """Each nominee as it stands, and its assessments with what is said in them."""
    return {one["key"]: (dict(one, assessments=None),
                         {assessment["criterion"]: {key: value for key, value in assessment.items() if value not in UNSAID}
                          for assessment in one["assessments"]})
            for one in campaign["nominees"]}


def needs(program):
    return unittest.skipUnless(shutil.which(program), f"{program} is not installed")


needs_modules = unittest.skipUnless(NODE_MODULES and shutil.which("node"), "BANGVANG_NODE_MODULES names no folder")


class RoundTrip(Test):
    seconds_a_call = 900

    def setUp(self):
        super().setUp()
        self.take_demo()
        self.text = self.dump()
        self.campaign = json.loads(self.text)
        self.filled = self.scratch / "filled"
        self.filled.mkdir()
        self.fill_all()

    def write_forms(self):
        """The path of each unit's form, by its code."""
        units = [unit["code"] for unit in self.campaign["units"]]

        def make(folder):
            if N_FORMS >= len(units):
                return {one["unit"]: folder / with_slashes(one["file"]).rsplit("/", 1)[-1] for one in self.json("form", "--all", "-o", folder)}
            folder.mkdir()
            written = {unit: folder / f"{unit}.xlsx" for unit in units[:: len(units) // N_FORMS][:N_FORMS]}
            for unit, path in written.items():
                self.succeed("form", "--unit", unit, "-o", path)
            return written

        return self.keep("forms", make)

    def fill_all(self):
        """What is to be typed into each."""
        self.jobs = []
        for number, (unit, path) in enumerate(self.write_forms().items()):
            answers, book = fill_form(path, self.campaign, unit, SEED + number)
            self.jobs.append((path, self.filled / f"{unit}.xlsx", answers, book))

    def save_all(self):
        for _, target, _, book in self.jobs:
            book.save(target)

    def make_expected(self):
        """The campaign as it has to be: what was typed, and nothing else; and how many values that are."""
        expected = say(self.campaign)
        truths = [truth for _, _, answers, _ in self.jobs for truth in answers.truths.values()]
        n_values = 0
        for truth in truths:
            for key, value in truth.items():
                if key != "nominee":
                    kind, criterion = key
                    expected[truth["nominee"]][1].setdefault(criterion, {"criterion": criterion})[kind] = value
                    n_values += 1
        return expected, n_values

    def check(self):
        """All of it is one action, and taken back it is as if it had never been."""
        n_actions = len(self.json("log"))
        done = self.run_cli("--json", "import", *sorted(self.filled.iterdir()))
        self.assertEqual(0, done.returncode, done.stderr)
        open_ = [value for file in json.loads(done.stdout) for state in ("asked", "refused", "conflict") for value in file[state]]
        self.assertEqual([], open_)
        expected, n_values = self.make_expected()
        self.assertEqual(expected, say(json.loads(self.dump())))
        self.assertGreater(n_values, 6 * N_FORMS)
        self.assertEqual(n_actions + 1, len(self.json("log")))
        self.succeed("undo")
        self.assertEqual(self.text, self.dump())

    def test_openpyxl(self):
        self.save_all()
        self.check()

    @needs("soffice")
    def test_libreoffice(self):
        self.save_all()
        for path in convert_all(list(self.filled.iterdir()), "ods").values():
            self.assertEqual(".ods", path.suffix)
        self.check()
        convert_all(list(self.filled.iterdir()), "xlsx")
        self.check()

    @needs("ssconvert")
    def test_gnumeric(self):
        self.save_all()
        for path in list(self.filled.iterdir()):
            subprocess.run(["ssconvert", "--export-type=Gnumeric_Excel:xlsx2", path, path.with_suffix(".tmp.xlsx")], check=True, capture_output=True)
            path.unlink()
        self.check()

    def fill_by(self, writer):
        jobs = [{"from": str(source), "to": str(path), "typed": answers.typed} for source, path, answers, _ in self.jobs]
        file = self.write("jobs.json", json.dumps(jobs))
        script = pathlib.Path(__file__).with_name("fill_forms.mjs")
        subprocess.run(["node", script, writer, file], check=True)
        self.check()

    @needs_modules
    def test_sheetjs(self):
        self.fill_by("xlsx")

    @needs_modules
    def test_exceljs(self):
        self.fill_by("exceljs")


if __name__ == "__main__":
    unittest.main()
