# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the single test cases of a meson test log and prints "N passed, N failed", after the reasons of those that
were skipped.

    python3 build-aux/count-tests.py build-test/meson-logs/testlog.json [LATER.json]

What stands in a later log, too, counts as it is there.

A program that speaks TAP counts with each of its cases, another one as one case. A program
that died, or ran out of time, counts as one failed case besides those it had finished.
Exits with 1 when a case failed or none ran.
"""

import json
import re
import sys
from pathlib import Path

CASE = re.compile(r"^(not )?ok \d+(.*)$", re.MULTILINE)
UNITTEST = re.compile(r"^Ran (\d+) tests? in ", re.MULTILINE)
REASON = re.compile(r"(?:\.\.\. skipped ['\"](.*)['\"]|^(?:ok \d+|1\.\.0) .*# SKIP (.*))$", re.MULTILINE)
LEFT_OUT = re.compile(r"^(?:OK|FAILED) \(.*skipped=(\d+)", re.MULTILINE)


def said_by(test):
    return (test.get("stdout") or "") + (test.get("stderr") or "")


def count_unittest(said):
    """(passed, failed, skipped) of what Python's unittest said, if it did, when it ended well."""
    ran, left_out = UNITTEST.search(said), LEFT_OUT.search(said)
    skipped = int(left_out.group(1)) if left_out else 0
    return (int(ran.group(1)) - skipped if ran else 1, 0, skipped)


def count(test):
    """(passed, failed, skipped) of one program."""
    fine = test["result"] in ("OK", "EXPECTEDFAIL")
    if test["result"] == "SKIP":
        return 0, 0, 1
    cases = CASE.findall(test.get("stdout") or "")
    if not cases:
        return count_unittest(said_by(test)) if fine else (0, 1, 0)
    skipped = sum("# SKIP" in rest for _, rest in cases)
    failed = sum(bool(bad) for bad, _ in cases)
    passed = len(cases) - skipped - failed
    return passed, failed if fine or failed else 1, skipped


def main(paths):
    lines = [line for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines()]
    tests = {test["name"]: test for test in map(json.loads, lines)}
    for test in tests.values():
        for reason in sorted({a or b for a, b in REASON.findall(said_by(test))}):
            print(f"Skipped in {test['name']}: {reason}")
    counts = [count(test) for test in tests.values()]
    passed, failed, skipped = (sum(column) for column in zip(*counts)) if counts else (0, 0, 0)
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
