# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists and forms with every quirk that was seen: each value of them is right, or asked; none is wrong, none is dropped.

BANGVANG_DIRTY_FILES says how many files there are; by itself the test takes a few. Then the figures are printed, too.
"""

import json
import os
import unittest

import dirty_corpus
from program import Test, with_slashes

N_FILES = int(os.environ.get("BANGVANG_DIRTY_FILES", "60"))
SEED = int(os.environ.get("BANGVANG_DIRTY_SEED", "20261201"))


class Corpus(Test):
    seconds_a_call = 900

    def write_forms(self):
        """The forms of all units, or of some, each named by the code of its unit."""
        folder = self.scratch / "forms"
        if N_FILES >= 195:
            written = self.json("form", "--all", "-o", folder)
        else:
            folder.mkdir()
            units = ["887", "SNV", "SYT", "STP", "30376", "30514", "30607", "30676", "886", "30427"]
            written = [{"unit": unit, "file": str(folder / f"{unit}.xlsx")} for unit in units]
            for one in written:
                self.succeed("form", "--unit", one["unit"], "-o", one["file"])
        forms = []
        for one in written:
            path = folder / with_slashes(one["file"]).rsplit("/", 1)[-1]
            forms.append(path.rename(folder / f"{one['unit']}.xlsx"))
        return forms

    def bring(self, made, *options):
        done = self.run_cli("--json", "import", *(path for path, _ in made), *options)
        self.assertIn(done.returncode, (0, 3), done.stderr)
        return json.loads(done.stdout)

    def test_nothing_is_wrong_and_nothing_dropped(self):
        self.take_demo()
        forms = self.write_forms()
        before = json.loads(self.dump())
        made, meant = dirty_corpus.make(self.scratch, before, N_FILES, SEED, forms)
        reports = self.bring(made)
        counts, notes = dirty_corpus.count(made, reports, before, json.loads(self.dump()))
        n_questions = len({question["key"] for report in reports for question in report["questions"]})
        n_rows = sum(len(places) for _, places in made)
        n_waiting = sum(len({(value["sheet"], value["row"]) for value in report["asked"]}) for report in reports)
        said = f"{counts} {n_questions} questions, {n_waiting} of {n_rows} rows wait\n" + "\n".join(notes)
        self.assertEqual((0, 0, 0), (counts["wrong"], counts["dropped"], counts["refused"]), said)
        self.assertLess(n_questions, N_FILES, said)
        self.assertLess(n_waiting, n_rows / 20, said)
        if "BANGVANG_DIRTY_FILES" in os.environ:
            print(said)
        self.answer_all(made, meant, reports, before)

    def answer_all(self, made, meant, reports, before):
        """Signs are answered first: what the words mean is asked when it is known what they are."""
        answers = {}
        for _ in range(2):
            answers |= {question["key"]: dirty_corpus.answer(question, meant) for report in reports for question in report["questions"]}
            file = self.write("answers.json", json.dumps(answers).encode())
            made = [one for one, report in zip(made, reports) if report["questions"]]
            if not made:
                break
            reports = self.bring(made, "--answers", file)
        counts, notes = dirty_corpus.count(made, reports, before, json.loads(self.dump()))
        self.assertEqual({"right"}, {kind for kind, n in counts.items() if n} or {"right"}, "\n".join(notes))


if __name__ == "__main__":
    unittest.main()
