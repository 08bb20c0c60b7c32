# SPDX-License-Identifier: GPL-3.0-or-later
"""HACKING.md's recipe "to add a field", followed in a copy of the tree, with what stands there word for word.

The argument is the program as the tree is: a library of it must open with the field, and its actions be undone.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from tree import ROOT

BEFORE = Path(sys.argv.pop(1)).resolve()
COPIED = (
    "meson.build", "meson_options.txt", "build-aux", "data", "icons", "po", "src/core", "src/store", "src/print", "src/exchange",
    "src/cli", "tests/store/every-field.json",
)
PHONE = "0296 3 852 901"


def read(path):
    return path.read_text(encoding="utf-8")


def replace_once(path, old, new):
    text = read(path)
    if text.count(old) != 1:
        raise AssertionError(f"{path}: {text.count(old)} times {old!r}")
    path.write_text(text.replace(old, new), encoding="utf-8")


def read_recipe():
    """Its lines made one."""
    recipe = re.search(r"^To add a field.*?(?=^To add|^## )", read(ROOT / "HACKING.md"), re.MULTILINE | re.DOTALL).group()
    return " ".join(recipe.split())


def find_in_recipe(pattern):
    """What stands between backticks."""
    return re.search(f"`({pattern})`", read_recipe()).group(1)


def copy_tree(target):
    for name in COPIED:
        source, copy = ROOT / name, target / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, copy)
        else:
            shutil.copyfile(source, copy)


def add_member(tree):
    replace_once(tree / "src/core/nominee.h", "  BvVote *votes;\n} BvNominee;", "  BvVote *votes;\n  char *phone;\n} BvNominee;")


def add_line_of_table(tree):
    last = '  FIELD (votes, "votes", CHILD, N_ ("Votes"), .target = &bv_vote_entity),\n'
    line = find_in_recipe(r"FIELD \(phone, .*?\)\)")
    replace_once(tree / "src/core/nominee.c", last, f"{last}  {line},\n")


def add_step(tree):
    folder = tree / "data/schema"
    last = max(path.name for path in folder.glob("*.sql"))
    name = f"{int(last[:3]) + 1:03}-phone.sql"
    (folder / name).write_text(find_in_recipe("ALTER TABLE nominee .*?;") + "\n", encoding="utf-8")
    replace_once(tree / "src/store/meson.build", f"  '{last}',\n", f"  '{last}',\n  '{name}',\n")


def add_key_of_schema(tree):
    path = tree / "data/bangvang-campaign.schema.json"
    schema = json.loads(read(path))
    properties = schema["$defs"]["nominee"]["properties"]
    properties["phone"] = properties["summary"]
    path.write_text(json.dumps(schema), encoding="utf-8")


def add_value(tree):
    path = tree / "tests/store/every-field.json"
    campaign = json.loads(read(path))
    campaign["nominees"][0]["phone"] = PHONE
    path.write_text(json.dumps(campaign), encoding="utf-8")


def build(tree):
    """The command line alone, as fast as can be."""
    folder = tree / "build"
    environment = {name: value for name, value in os.environ.items() if name not in ("CFLAGS", "LDFLAGS", "DESTDIR")}
    for command in (
        ["meson", "setup", "--buildtype=plain", "--werror", "-Dc_args=-O0", "-Dtests=false", folder, tree],
        ["ninja", "-C", folder, "src/cli/bangvang-cli"],
    ):
        done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
        if done.returncode:
            raise AssertionError(done.stdout + done.stderr)
    return folder / "src/cli/bangvang-cli"


class Recipe(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="bangvang-recipe-")
        cls.addClassCleanup(folder.cleanup)
        cls.tree = Path(folder.name) / "tree"
        copy_tree(cls.tree)
        for step in (add_member, add_line_of_table, add_step, add_key_of_schema, add_value):
            step(cls.tree)
        cls.program = build(cls.tree)

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="bangvang-recipe-")
        self.addCleanup(folder.cleanup)
        self.library = Path(folder.name) / "library"

    def run_cli(self, *arguments, program=None):
        command = [program or self.program, "--library", self.library, *arguments]
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", env=dict(os.environ, BANGVANG_LANGUAGE="en"), check=False
        )
        self.assertEqual(0, done.returncode, f"{arguments}: {done.stderr}")
        return done.stdout

    def read_nominees(self):
        return {nominee["key"]: nominee for nominee in json.loads(self.run_cli("dump"))["nominees"]}

    def test_the_field_is_loaded_dumped_changed_and_undone(self):
        self.run_cli("load", self.tree / "tests/store/every-field.json")
        self.assertEqual(PHONE, self.read_nominees()["xa-mot"]["phone"])
        self.assertEqual("", self.read_nominees()["xa-hai"].get("phone", ""))
        self.run_cli("set", "nominee", "xa-hai", "phone=0909 123 456")
        self.assertEqual("0909 123 456", self.read_nominees()["xa-hai"]["phone"])
        self.assertIn("Telephone", self.run_cli("log"))
        self.run_cli("undo")
        self.assertEqual("", self.read_nominees()["xa-hai"].get("phone", ""))

    def test_a_library_from_before_gets_it_and_its_actions_are_undone(self):
        self.run_cli("load", ROOT / "tests/store/every-field.json", program=BEFORE)
        self.run_cli("set", "nominee", "xa-hai", "summary=Một dòng", program=BEFORE)
        before = json.loads(self.run_cli("dump", program=BEFORE))
        self.assertEqual("Một dòng", self.read_nominees()["xa-hai"]["summary"])
        self.assertEqual({""}, {nominee.get("phone", "") for nominee in self.read_nominees().values()})
        self.run_cli("undo")
        self.assertEqual("", self.read_nominees()["xa-hai"]["summary"])
        self.run_cli("redo")
        for nominee in before["nominees"]:
            nominee["phone"] = ""
        self.assertEqual(before, json.loads(self.run_cli("dump")))

    def test_the_files_that_it_names_are_there(self):
        for name in re.findall(r"`((?:core|src|data|po|tests)/[\w./-]+\.\w+)`", read_recipe()):
            if "NNN" not in name:
                self.assertTrue((ROOT / name).is_file() or (ROOT / "src" / name).is_file(), name)


if __name__ == "__main__":
    unittest.main()
