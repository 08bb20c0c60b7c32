#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare-rankings.py BEFORE AFTER: whether two answers of “bangvang-cli --json rank” rank alike. BEFORE is that of an
older version: what it says AFTER says too, of the same nominees in the same order; a newer version may say more."""

import json
import sys


def differences(before, after, path="ranking"):
    """Each place where @after does not say what @before says."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key, value in before.items():
            if key in after:
                yield from differences(value, after[key], f"{path}.{key}")
            else:
                yield f"{path}.{key}: it is no longer said"
    elif isinstance(before, list) and isinstance(after, list):
        if len(before) != len(after):
            yield f"{path}: {len(before)} before, {len(after)} after"
        for place, (old, new) in enumerate(zip(before, after)):
            yield from differences(old, new, f"{path}[{place}]")
    # true is not 1, nor 1 “1”.
    elif (type(before), before) != (type(after), after):
        yield f"{path}: {json.dumps(before, ensure_ascii=False)} before, {json.dumps(after, ensure_ascii=False)} after"


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main(before, after):
    found = list(differences(read(before), read(after)))
    print(*found[:20], sep="\n")
    if len(found) > 20:
        print(f"and {len(found) - 20} more")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("Usage: compare-rankings.py BEFORE AFTER")
    sys.exit(main(*sys.argv[1:]))
