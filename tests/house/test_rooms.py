# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes point one way: app, cli, reader -> exchange -> print -> store -> core; and each library has its room."""

import re
import unittest
from collections import Counter

import tree

LEVEL = {"core": 0, "store": 1, "print": 2, "exchange": 3, "reader": 4, "cli": 5, "app": 6}
OWN = re.compile(r'^#\s*include "([^"]+)"', re.MULTILINE)
FOREIGN = re.compile(r"^#\s*include <([^>]+)>", re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DECLARED = re.compile(r"\b(bv_\w+)\s*\(((?:[^()]|\([^()]*\))*)\)[^;{}()]*(?:\([^()]*\))?;")

# Where a foreign header may be included; what is not named here may be included anywhere.
ROOMS_OF = {
    r"sqlite3\.h": {"store"},
    r"(gtk|gdk|gsk|graphene)/.*|gtk/gtk\.h": {"app"},
    r"gio/.*": {"store", "print", "exchange", "reader", "cli", "app"},
    r"jansson\.h": {"store", "exchange", "cli"},
    r"xlsxwriter\.h|archive.*\.h|expat\.h": {"exchange"},
    r"(pango|cairo).*": {"print", "reader", "app"},
    r"gdk-pixbuf/.*": {"reader", "app"},
    r"poppler.*": {"reader"},
}

# Rooms whose files lie in folders by feature, and how many may lie in one.
ROOMS_OF_FOLDERS = ("app", "exchange")
MOST_IN_ROOM = 20
MOST_IN_FOLDER = 25

# Who implements this is a page; what follows is asked by its interface alone, and by no name of a page.
PAGE = re.compile(r"G_DEFINE_\w+_WITH_CODE \(\s*(\w+),\s*(\w+),[^;]*?G_IMPLEMENT_INTERFACE \(BV_TYPE_PAGE,")
KNOW_NO_PAGE = ("src/app/window/", "src/app/papers/preview", "src/app/application.", "ui/window/")

# Names of things that end like a verb.
NOUNS_IN_ING = {"counting", "lettering", "missing", "numbering", "ranking", "scoring", "wording"}

LONGEST_FILE = 1000
LONGEST_FUNCTION = 100
MOST_PARAMETERS = 6


def room(path):
    return path.parts[1]


def includes():
    for path, text in tree.sources():
        for name in OWN.findall(text):
            yield path, name


def function_bodies(text):
    """(first line, number of lines) of every block that stands at the left edge: GNU style."""
    start = None
    for number, line in enumerate(text.splitlines(), 1):
        if line == "{":
            start = number
        elif line.startswith("}") and start:
            yield start, number - start - 1
            start = None


class Rooms(unittest.TestCase):
    maxDiff = None

    def test_are_the_known_ones(self):
        self.assertEqual(set(), {room(path) for path, _ in tree.sources()} - set(LEVEL))

    def test_an_include_names_its_room(self):
        self.assertEqual([], [(str(path), name) for path, name in includes() if name.split("/")[0] not in LEVEL])

    def test_includes_point_one_way(self):
        wrong = [
            f"{path} includes {name}"
            for path, name in includes()
            if (other := name.split("/")[0]) in LEVEL and other != room(path)
            if LEVEL[other] >= LEVEL[room(path)] or (room(path), other) == ("app", "cli")
        ]
        self.assertEqual([], wrong)

    def test_a_library_is_used_in_its_room_only(self):
        wrong = [
            f"{path} includes {name}"
            for path, text in tree.sources()
            for name in FOREIGN.findall(text)
            for pattern, rooms in ROOMS_OF.items()
            if re.fullmatch(pattern, name) and room(path) not in rooms
        ]
        self.assertEqual([], wrong)

    def test_only_the_store_speaks_to_sqlite(self):
        wrong = [str(path) for path, text in tree.sources() if "sqlite3_" in text and room(path) != "store"]
        self.assertEqual([], wrong)

    def test_only_the_app_speaks_to_gtk(self):
        wrong = [str(path) for path, text in tree.sources() if re.search(r"\bg[td]k_(?!pixbuf_)\w+ \(", text) and room(path) != "app"]
        self.assertEqual([], wrong)

    def test_capitals_do_not_follow_the_locale(self):
        wrong = [str(path) for path, text in tree.sources() if re.search(r"\bg_utf8_str(up|down) \(", text)]
        self.assertEqual([], wrong, "use bv_vietnamese_upper () or bv_vietnamese_lower ()")

    def test_a_header_is_read_once(self):
        wrong = [str(path) for path, text in tree.sources(".h") if "#pragma once" not in text]
        self.assertEqual([], wrong)

    def test_no_file_is_named_after_nothing(self):
        vague = {"util", "utils", "helper", "helpers", "manager", "misc", "common"}
        self.assertEqual([], [str(path) for path, _ in tree.sources() if vague & set(re.split(r"[-_.]", path.name))])

    def test_a_file_is_named_by_a_noun(self):
        words = ((path, word) for path, _ in tree.sources() for word in re.split(r"[-_.]", path.name))
        wrong = [str(path) for path, word in words if word.endswith("ing") and word not in NOUNS_IN_ING]
        self.assertEqual([], wrong)

    def test_no_folder_is_too_full(self):
        files = Counter(path.parent for room in ROOMS_OF_FOLDERS for path in (tree.ROOT / "src" / room).rglob("*.*"))
        most = {tree.ROOT / "src" / room: MOST_IN_ROOM for room in ROOMS_OF_FOLDERS}
        wrong = [f"{folder}: {n}" for folder, n in files.items() if n > most.get(folder, MOST_IN_FOLDER)]
        self.assertEqual([], wrong)

    def test_a_widget_lies_in_the_same_folder_as_its_description(self):
        wrong = [str(path) for path, _ in tree.texts() if path.suffix == ".ui"
                 if not (tree.ROOT / "src/app" / path.relative_to("ui")).with_suffix(".c").exists()]
        self.assertEqual([], wrong)

    def test_the_window_knows_no_page_by_name(self):
        names = [name for _, text in tree.sources(".c") for found in PAGE.findall(text) for name in found]
        self.assertLess(2, len(names))
        wrong = [f"{path}: {name}" for path, text in tree.texts() if str(path).startswith(KNOW_NO_PAGE)
                 for name in names if re.search(rf"\b{name}(_|\b)", text)]
        self.assertEqual([], wrong)

    def test_no_file_is_too_long(self):
        wrong = [str(path) for path, text in tree.sources() if text.count("\n") > LONGEST_FILE]
        self.assertEqual([], wrong)

    def test_no_function_is_too_long(self):
        wrong = [
            f"{path}:{line}"
            for path, text in tree.sources(".c")
            for line, length in function_bodies(text)
            if length > LONGEST_FUNCTION
        ]
        self.assertEqual([], wrong)

    def test_no_public_function_has_too_many_parameters(self):
        """What is variable at the end counts for none; more than these go into a struct."""
        wrong = [
            f"{path}: {name}"
            for path, text in tree.sources(".h")
            for name, parameters in DECLARED.findall(COMMENT.sub("", text))
            if re.sub(r",\s*\.\.\.$", "", parameters).count(",") + 1 > MOST_PARAMETERS
        ]
        self.assertEqual([], wrong)


if __name__ == "__main__":
    unittest.main()
