# SPDX-License-Identifier: GPL-3.0-or-later
"""Headers are included in one order, and no files need each other in a circle."""

import re
import unittest
from collections import defaultdict

import tree

INCLUDE = re.compile(r'^#\s*include (["<])([^">]+)[">]$')

# windows.h comes before what cannot do without it.
FIRST_OF_WINDOWS = "windows.h"

# A form holds the forms of its children, which are forms; a row knows its table, whose head is a row.
CIRCLES = [
    {"app/form/children-form", "app/form/record-form"},
    {"print/piece", "print/set-table"},
]


def own_headers(path):
    """The header that a source implements: its first; a test's fixture may lie beside it."""
    inside = path.relative_to(path.parts[0]).with_suffix(".h").as_posix()
    return {inside, re.sub(r"-(unix|win32)\.h$", ".h", inside), path.with_suffix(".h").name}


def blocks(path, text):
    """The includes of a file as they stand, separated where an empty line or something else is between them."""
    found = [[]]
    for line in text.splitlines():
        match = INCLUDE.match(line)
        if match:
            found[-1].append(match.groups())
        elif found[-1]:
            found.append([])
    return [block for block in found if block]


def ordered(path, text):
    """The same in the order of the house: own header, those of the tree, foreign ones."""
    includes = [include for block in blocks(path, text) for include in block]
    own = [i for i in includes if i[0] == '"' and i[1] in own_headers(path) and path.suffix == ".c"]
    tree_ = sorted(i for i in includes if i[0] == '"' and i not in own)
    foreign = [i for i in includes if i[0] == "<"]
    if ("<", FIRST_OF_WINDOWS) in foreign and foreign[-1][1] != FIRST_OF_WINDOWS:
        end = foreign.index(("<", FIRST_OF_WINDOWS)) + 1
        parts = [own, tree_, sorted(foreign[:end]), sorted(foreign[end:])]
    else:
        parts = [own, tree_, sorted(foreign)]
    return [part for part in parts if part]


def noun(name):
    """A source and its headers are one thing, whatever the system."""
    return re.sub(r"(-(unix|win32|private))?\.[ch]$", "", name)


def needs():
    """noun -> the nouns of src that its files include."""
    graph = defaultdict(set)
    for path, text in tree.sources():
        name = noun(path.relative_to("src").as_posix())
        for block in blocks(path, text):
            graph[name] |= {noun(other) for kind, other in block if kind == '"'} - {name}
    return graph


def reach(graph, start):
    """Everything that @start needs, by whatever way."""
    found, waiting = set(), list(graph[start])
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += graph.get(name, ())
    return found


def circles():
    graph = needs()
    needed = {name: reach(graph, name) for name in list(graph)}
    return {frozenset(other for other in needed[name] if name in needed.get(other, ())) for name in needed if name in needed[name]}


class Includes(unittest.TestCase):
    maxDiff = None

    def test_headers_stand_in_one_order(self):
        files = [(path, text) for path, text in tree.texts() if path.suffix in (".c", ".h") and path.parts[0] in ("src", "tests")]
        self.assertEqual([], [str(path) for path, text in files if blocks(path, text) != ordered(path, text)])

    def test_no_files_need_each_other(self):
        self.assertEqual([], sorted(sorted(circle) for circle in circles() if not any(circle <= known for known in CIRCLES)))


if __name__ == "__main__":
    unittest.main()
