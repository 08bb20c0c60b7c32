# SPDX-License-Identifier: GPL-3.0-or-later
"""One name, one thing: what a header names belongs to one room alone."""

import os
import re
import unittest
from collections import defaultdict

import tree

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
TYPE = re.compile(r"^(?:typedef struct \w+ |struct _|\} )(Bv\w+)|G_DECLARE_\w+ \((Bv\w+),", re.MULTILINE)
FUNCTION = re.compile(r"^(?:#define |\w[\w *]*?[ *])?(bv_[a-z0-9_]+) ?\(", re.MULTILINE)
ENUM = re.compile(r"^typedef enum\n\{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
CONSTANT = re.compile(r"^  (BV_\w+)", re.MULTILINE)


def headers():
    """(room, name without ending and system, text without comments) of each header."""
    for path, text in tree.sources(".h"):
        yield path.parts[1], re.sub(r"-(unix|win32|private)$", "", path.stem), COMMENT.sub("", text)


def function_prefix(name, stem):
    """That of the header's noun, in one or in many, where the function has it, else its first word."""
    noun = stem.replace("-", "_")
    for prefix in (noun, noun.removesuffix("s"), re.sub("ies$", "y", noun)):
        if f"{name}_".startswith(f"bv_{prefix}_"):
            return f"bv_{prefix}_"
    return "_".join(name.split("_")[:2]) + "_"


def constant_prefixes(text):
    for body in ENUM.findall(text):
        names = [name for name in CONSTANT.findall(body) if "_N_" not in name]
        prefix = os.path.commonprefix(names)
        yield prefix[: prefix.rfind("_") + 1] if len(names) > 1 else prefix


def shared(pairs):
    """The names that stand in several rooms, with these."""
    rooms = defaultdict(set)
    for name, room in pairs:
        rooms[name].add(room)
    return {name: sorted(where) for name, where in rooms.items() if len(where) > 1}


class Names(unittest.TestCase):
    maxDiff = None

    def test_a_header_has_a_name_of_its_own(self):
        self.assertEqual({}, shared((stem, room) for room, stem, _ in headers()))

    def test_a_type_lives_in_one_room(self):
        found = ((first or second, path.parts[1]) for path, text in tree.sources() for first, second in TYPE.findall(text))
        self.assertEqual({}, shared(found))

    def test_functions_with_the_same_first_words_live_in_one_room(self):
        found = ((function_prefix(name, stem), room) for room, stem, text in headers() for name in FUNCTION.findall(text))
        self.assertEqual({}, shared(found))

    def test_constants_with_the_same_first_words_live_in_one_room(self):
        found = ((prefix, room) for room, _, text in headers() for prefix in constant_prefixes(text))
        self.assertEqual({}, shared(found))


if __name__ == "__main__":
    unittest.main()
