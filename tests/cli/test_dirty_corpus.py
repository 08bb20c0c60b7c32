# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists with every quirk that was seen: each value of them is right, or asked; none is wrong, none is dropped."""

import json
import os
import unittest

import dirty_corpus
from program import Test

N_FILES = int(os.environ.get("BANGVANG_DIRTY_FILES", "60"))
SEED = int(os.environ.get("BANGVANG_DIRTY_SEED", "20261201"))


class Corpus(Test):
    seconds_a_call = 900

    def test_nothing_is_wrong_and_nothing_dropped(self):
        self.take_demo()
        made, meant = dirty_corpus.make(self.scratch, json.loads(self.dump()), N_FILES, SEED)
        done = self.run_cli("--json", "import", *(path for path, _ in made))
        reports = json.loads(done.stdout)
        counts, notes = dirty_corpus.count(made, reports, json.loads(self.dump()))
        n_questions = len({question["key"] for report in reports for question in report["questions"]})
        n_rows = sum(len(places) for _, places in made)
        n_waiting = sum(len({value["row"] for value in report["asked"]}) for report in reports)
        said = f"{counts} {n_questions} questions, {n_waiting} of {n_rows} rows wait\n" + "\n".join(notes)
        self.assertEqual((0, 0, 0), (counts["wrong"], counts["dropped"], counts["refused"]), said)
        self.assertLess(n_questions, N_FILES, said)
        self.assertLess(n_waiting, n_rows / 10, said)
        self.assertGreater(counts["right"], 9 * counts["asked"], said)
        if "BANGVANG_DIRTY_FILES" in os.environ:
            print(said)
        self.answer_all(made, meant, reports)

    def answer_all(self, made, meant, reports):
        """Signs are answered first: what the words mean is asked when it is known what they are."""
        answers = {}
        for _ in range(2):
            answers |= {question["key"]: dirty_corpus.answer(question, meant) for report in reports for question in report["questions"]}
            file = self.write("answers.json", json.dumps(answers).encode())
            waiting = [one for one, report in zip(made, reports) if report["questions"]]
            done = self.run_cli("--json", "import", *(path for path, _ in waiting), "--answers", file)
            made, reports = waiting, json.loads(done.stdout)
            if not any(report["questions"] for report in reports):
                break
        counts, notes = dirty_corpus.count(made, reports, json.loads(self.dump()))
        self.assertEqual({"right"}, {kind for kind, n in counts.items() if n}, "\n".join(notes))


if __name__ == "__main__":
    unittest.main()
