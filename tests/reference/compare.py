#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares bangvang-cli with the second implementation of the rules.

For each seed a random campaign is loaded, dumped, loaded into a second
library, dumped again (equal byte for byte), and ranked; every entry is compared
with rules.py, and what is the same twice with same.py.  With --invalid each campaign has a defect, must be refused with
its place, and must leave the library as it was.  The output is TAP.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

import random_campaign
import rules
import same
from broken_campaign import DEFECTS, invalid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))

from folder_files import read_files  # noqa: E402

SMALL_SIZES = "5,6,7,9,12,20,45,120"
SEEDS = "1..120"
LARGE_SIZE = 5000
SECONDS_A_CALL = 300

POOL_KEYS = ["key", "kind", "quota", "provisional", "unresolved_tie"]
GROUP_ENTRY_KEYS = ["nominee", "name", "unit", "group", "total", "percent", "class", "rank", "eligible", "decided_by"]
POOL_ENTRY_KEYS = GROUP_ENTRY_KEYS + ["place", "taken_by", "margin"]


class Difference(Exception):
    """What was expected and what came, in words."""


def expect(condition, text, *details):
    if not condition:
        raise Difference("\n".join([text] + [str(detail) for detail in details]))


# The program


class Program:
    """bangvang-cli, its libraries below one scratch folder."""

    def __init__(self, cli, scratch):
        self.cli = cli
        self.scratch = scratch
        self.environment = dict(os.environ, HOME=str(scratch), XDG_DATA_HOME=str(scratch / "data"))

    def run(self, library, *arguments):
        command = self.cli + ["--library", str(self.scratch / library)] + [str(argument) for argument in arguments]
        return subprocess.run(
            command, capture_output=True, env=self.environment, timeout=SECONDS_A_CALL, check=False
        )

    def succeed(self, library, *arguments):
        """The standard output of a call that must end with 0."""
        done = self.run(library, *arguments)
        expect(
            done.returncode == 0,
            "%s ended with %d" % (" ".join(map(str, arguments)), done.returncode),
            done.stderr.decode("utf-8", "replace"),
        )
        return done.stdout

    def write(self, name, data):
        path = self.scratch / name
        path.write_bytes(data)
        return path


# What a campaign means, to see that a load loses nothing


def meaning(value):
    """The value without what is equal to its absence."""
    if isinstance(value, list):
        return [meaning(inner) for inner in value if not untouched(inner)]
    if not isinstance(value, dict):
        return value
    slim = {key: meaning(inner) for key, inner in older(value).items()}
    return {key: inner for key, inner in slim.items() if not says_nothing(key, inner)}


def older(value):
    """The same in the words of older files where these have some: one decision, one quota that comes before."""
    value = dict(value)
    decisions = value.get("decisions") or []
    if len(decisions) == 1 and decisions[0].get("quota") is None:
        value["decision"] = value.pop("decisions")[0]
    if isinstance(value.get("after"), str):
        value["after"] = [value["after"]]
    return value


def untouched(value):
    """An assessment of which every key has its default."""
    return isinstance(value, dict) and "criterion" in value and set(meaning(value)) == {"criterion"}


def says_nothing(key, value):
    if value in (None, "", {}) or (value == [] and key != "items"):
        return True
    if key == "received":
        return all(date is None for date in value)
    if key in ("late_penalty", "missing_penalty"):
        return value == "0.00"
    if value is False:
        return key != "passed"
    defaults = {"state": "pending", "assessed_by": "office", "of": "members", "sum": "100.00"}
    return (key in defaults and value == defaults[key]) or (key == "evidence" and value == 0)


def first_difference(path, expected, found):
    """The path and the two values of the first place where they differ, or None."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in list(expected) + [key for key in found if key not in expected]:
            here = "%s.%s" % (path, key)
            if key not in expected or key not in found:
                return here, expected.get(key, "(absent)"), found.get(key, "(absent)")
            difference = first_difference(here, expected[key], found[key])
            if difference:
                return difference
        return None
    if isinstance(expected, list) and isinstance(found, list):
        for index, (left, right) in enumerate(zip(expected, found)):
            difference = first_difference("%s[%d]" % (path, index), left, right)
            if difference:
                return difference
        return None if len(expected) == len(found) else (path, "length %d" % len(expected), "length %d" % len(found))
    same = type(expected) is type(found) and expected == found
    return None if same else (path, expected, found)


def expect_same_content(campaign, dumped):
    difference = first_difference("", meaning(campaign), meaning(json.loads(dumped)))
    if difference:
        path, expected, found = difference
        raise Difference("load then dump changed %s\nloaded: %r\ndumped: %r" % (path.lstrip("."), expected, found))


# The ranking, entry by entry


def expect_same_ranking(expected, found):
    for key in ("campaign", "date"):
        expect(found.get(key) == expected[key], key, "rules.py: %r" % expected[key], "program: %r" % found.get(key))
    compare_lists("pools", expected, found, POOL_KEYS, POOL_ENTRY_KEYS)
    compare_lists("groups", expected, found, ["key"], GROUP_ENTRY_KEYS)


def compare_lists(name, expected, found, keys, entry_keys):
    expect_length(name, expected[name], found.get(name))
    for index, (left, right) in enumerate(zip(expected[name], found[name])):
        path = "%s[%d]" % (name, index)
        compare_keys(path, left, right, keys)
        compare_order(path, left, right)
        for number, (above, below) in enumerate(zip(left["entries"], right["entries"])):
            compare_keys("%s.entries[%d]" % (path, number), above, below, entry_keys)


def expect_length(path, expected, found):
    count = len(found) if isinstance(found, list) else None
    expect(count == len(expected), "%s: %d expected, %s came" % (path, len(expected), count))


def compare_order(path, expected, found):
    """The nominees first: one that is moved would shift every later entry."""
    expect_length(path + ".entries", expected["entries"], found.get("entries"))
    orders = [[entry.get("nominee") for entry in ranking["entries"]] for ranking in (expected, found)]
    for number, (left, right) in enumerate(zip(*orders)):
        expect(
            left == right,
            "%s.entries[%d]: nominee %s expected, %s came" % (path, number, left, right),
            "rules.py: " + as_line(expected["entries"][number]),
            "program:  " + as_line(found["entries"][number]),
        )


def compare_keys(path, expected, found, keys):
    wrong = [
        key for key in keys if (key in expected) != (key in found) or not same_value(expected.get(key), found.get(key))
    ]
    if "reasons" in expected:
        reasons = found.get("reasons")
        if not isinstance(reasons, list) or bool(reasons) != bool(expected["reasons"]):
            wrong.append("reasons")
    expect(
        not wrong,
        "%s: %s" % (path, ", ".join(wrong)),
        "rules.py: " + as_line(expected),
        "program:  " + as_line(found),
    )


def same_value(expected, found):
    return type(expected) is type(found) and expected == found


def as_line(value):
    return json.dumps({key: inner for key, inner in value.items() if key != "entries"}, ensure_ascii=False)


# What is the same twice, group by group


def expect_same_groups(expected, found):
    expect_length("same", expected, found)
    for index, (left, right) in enumerate(zip(expected, found)):
        wrong = [key for key in left if not same_value(left[key], right.get(key))]
        expect(
            not wrong and right.get("what"),
            "same[%d]: %s" % (index, ", ".join(wrong) or "what"),
            "same.py: " + as_line(left),
            "program: " + as_line(right),
        )


# One seed


def ranking_date(seed, campaign):
    """An explicit date for some, always for a campaign without one."""
    if campaign["campaign"].get("considered_on") is None or seed % 5 == 0:
        return "2022-0%d-15" % (seed % 9 + 1)
    return None


def check_valid(program, seed, size):
    campaign = random_campaign.make(seed, size)
    # Python takes far longer to indent than to write.
    source = program.write("campaign.json", random_campaign.as_bytes(campaign, None if size == LARGE_SIZE else 1))
    program.succeed("first", "load", source)
    program.succeed("first", "dump", "-o", program.scratch / "first.json")
    first = (program.scratch / "first.json").read_bytes()
    expect_same_content(campaign, first)
    program.succeed("second", "load", program.scratch / "first.json")
    expect(program.succeed("second", "dump") == first, "dump, load, dump is not equal byte for byte")
    date = ranking_date(seed, campaign)
    options = ["--date", date] if date else []
    found = program.succeed("first" if seed % 2 else "second", "--json", "rank", *options)
    expect_same_ranking(rules.rank(campaign, date), json.loads(found))
    if size != LARGE_SIZE:
        found = program.succeed("second" if seed % 2 else "first", "--json", "same", "--all", *options)
        expect_same_groups(same.same(campaign, date), json.loads(found))


def check_invalid(program, seed, _size):
    defect = invalid(seed)
    base = program.write("valid.json", random_campaign.as_bytes(defect.base))
    program.succeed("library", "load", base)
    before = read_files(program.scratch / "library")
    source = program.write("broken.json", defect.data)
    done = program.run("library", "load", "--replace", source)
    message = done.stderr.decode("utf-8", "replace")
    expect(done.returncode == 1, "exit code %d, not 1" % done.returncode, message)
    missing = [text for text in ["broken.json"] + defect.expected if text not in message]
    expect(not missing, "the message does not name %s" % ", ".join(missing), message)
    expect(read_files(program.scratch / "library") == before, "the library was changed")


# TAP


def run_one(cli, check, seed, size):
    """None, or the text of what went wrong."""
    with tempfile.TemporaryDirectory(prefix="bangvang-compare-") as scratch:
        try:
            check(Program(cli, pathlib.Path(scratch)), seed, size)
        except Difference as difference:
            return str(difference)
        except (subprocess.TimeoutExpired, OSError, ValueError) as error:
            return str(error)
        except Exception:
            return traceback.format_exc()
    return None


def report(number, name, problem):
    print("%s %d - %s" % ("not ok" if problem else "ok", number, name))
    for line in (problem or "").splitlines():
        print("# " + line)
    sys.stdout.flush()


def seeds_of(text):
    first, _dots, last = text.partition("..")
    return list(range(int(first), int(last or first) + 1))


def plan_of(options):
    """(check, seed, size, name) for each line of the output."""
    if options.invalid:
        seeds = seeds_of(options.seeds or "0..%d" % (len(DEFECTS) - 1))
        return [(check_invalid, seed, 0, invalid_name(seed)) for seed in seeds]
    sizes = [int(size) for size in options.sizes.split(",")]
    chosen = [(seed, sizes[seed % len(sizes)]) for seed in seeds_of(options.seeds or SEEDS)]
    chosen += [(seed, LARGE_SIZE) for seed in range(1001, 1001 + options.large)]
    return [(check_valid, seed, size, "seed %d with %d nominees" % (seed, size)) for seed, size in chosen]


def invalid_name(seed):
    return "seed %d is refused: %s" % (seed, DEFECTS[seed % len(DEFECTS)].__name__.replace("_", " "))


def main():
    parser = argparse.ArgumentParser(description="Compare bangvang-cli with the second implementation of the rules.")
    parser.add_argument("--cli", required=True, nargs="+", help="the program, with a wrapper before it if wanted")
    parser.add_argument("--seeds", help="A..B; default %s" % SEEDS)
    parser.add_argument("--sizes", default=SMALL_SIZES, help="numbers of nominees, taken in turn")
    parser.add_argument("--large", type=int, default=3, help="how many campaigns of %d nominees besides" % LARGE_SIZE)
    parser.add_argument("--invalid", action="store_true", help="campaigns with one defect, which must be refused")
    options = parser.parse_args()
    plan = plan_of(options)
    print("1..%d" % len(plan))
    failed = 0
    for number, (check, seed, size, name) in enumerate(plan, 1):
        problem = run_one(options.cli, check, seed, size)
        failed += problem is not None
        report(number, name, problem)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
