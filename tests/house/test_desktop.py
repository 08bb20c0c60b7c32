# SPDX-License-Identifier: GPL-3.0-or-later
"""Desktop file, description for shops, icons and man page are valid, and say what the program is.

    test_desktop.py BUILD_FOLDER [CLI]
"""

import json
import re
import shutil
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

import tree

APP_ID = "io.github.bangvang.BangVang"
ICONS = ["icons/hicolor/scalable/apps/" + APP_ID + ".svg", "icons/hicolor/symbolic/apps/" + APP_ID + "-symbolic.svg"]
MAN_PAGES = [tree.ROOT / "data/man/bangvang.1", tree.ROOT / "data/man/bangvang-cli.1"]
INSTALLED = [
    "bin/bangvang",
    "bin/bangvang-cli",
    "share/applications/" + APP_ID + ".desktop",
    "share/bangvang/bangvang-campaign.schema.json",
    "share/glib-2.0/schemas/" + APP_ID + ".gschema.xml",
    "share/icons/hicolor/scalable/apps/" + APP_ID + ".svg",
    "share/icons/hicolor/symbolic/apps/" + APP_ID + "-symbolic.svg",
    "share/locale/vi/LC_MESSAGES/bangvang.mo",
    "share/man/man1/bangvang-cli.1",
    "share/man/man1/bangvang.1",
    "share/metainfo/" + APP_ID + ".metainfo.xml",
    "share/mime/packages/" + APP_ID + ".xml",
]
SVG = "{http://www.w3.org/2000/svg}"


def output(*command):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def needs(program):
    return unittest.skipUnless(shutil.which(program), f"{program} is not installed")


class Desktop(unittest.TestCase):
    maxDiff = None

    @needs("desktop-file-validate")
    def test_the_desktop_file_is_valid(self):
        self.assertEqual((0, ""), output("desktop-file-validate", DESKTOP_FILE))

    def test_the_desktop_file_speaks_vietnamese(self):
        with open(DESKTOP_FILE, encoding="utf-8") as file:
            text = file.read()
        for key in ("GenericName", "Comment", "Keywords"):
            self.assertIn(f"{key}[vi]=", text)

    def test_the_program_opens_the_kinds_of_files_that_are_its_own(self):
        with open(DESKTOP_FILE, encoding="utf-8") as file:
            text = file.read()
        opened = re.search(r"^MimeType=(.+);$", text, re.M).group(1).split(";")
        kinds = ElementTree.parse(tree.ROOT / "data" / (APP_ID + ".xml")).getroot()
        self.assertEqual([kind.get("type") for kind in kinds], opened)
        self.assertIn("Exec=bangvang %F\n", text)
        for kind in kinds:
            comments = [child.text for child in kind if child.tag.endswith("}comment")]
            self.assertEqual(2, len(comments), "in both languages")

    @needs("appstreamcli")
    def test_the_description_is_valid(self):
        status, text = output("appstreamcli", "validate", "--no-net", METAINFO_FILE)
        wrong = [line for line in text.splitlines() if line.startswith(("E:", "W:"))]
        self.assertEqual([], wrong, text)
        self.assertEqual(0, status, text)

    def test_the_description_speaks_vietnamese(self):
        root = ElementTree.parse(METAINFO_FILE).getroot()
        language = "{http://www.w3.org/XML/1998/namespace}lang"
        self.assertIn("vi", [summary.get(language) for summary in root.iter("summary")])

    def test_the_version_is_the_same_everywhere(self):
        version = re.search(r"version: '([^']+)'", (tree.ROOT / "meson.build").read_text(encoding="utf-8")).group(1)
        self.assertEqual(version, ElementTree.parse(METAINFO_FILE).find("releases/release").get("version"))
        self.assertIn(version, (tree.ROOT / "NEWS.md").read_text(encoding="utf-8"))

    @needs("meson")
    def test_everything_is_installed_in_its_place(self):
        status, text = output("meson", "introspect", "--installed", BUILD_FOLDER)
        self.assertEqual(0, status, text)
        places = sorted(json.loads(text).values())
        missing = [name for name in INSTALLED if not any(place.endswith("/" + name) for place in places)]
        self.assertEqual([], missing, places)

    def test_icons_are_square_pictures(self):
        for name in ICONS:
            root = ElementTree.parse(tree.ROOT / name).getroot()
            self.assertEqual(SVG + "svg", root.tag)
            self.assertEqual(root.get("width"), root.get("height"), name)

    def test_the_symbolic_icon_has_one_colour(self):
        root = ElementTree.parse(tree.ROOT / ICONS[1]).getroot()
        self.assertEqual({"#2e3436"}, {path.get("fill") for path in root.iter(SVG + "path")})


class ManPage(unittest.TestCase):
    @needs("mandoc")
    def test_has_no_mistake(self):
        self.assertEqual((0, ""), output("mandoc", "-T", "lint", "-W", "style", *map(str, MAN_PAGES)))

    @unittest.skipUnless(len(sys.argv) > 2, "the command line is not built")
    def test_describes_every_verb_of_the_program_and_no_other(self):
        status, text = output(CLI, "--help")
        self.assertEqual(0, status, text)
        verbs = re.findall(r"^  ([a-z]+)\b", text, re.MULTILINE)
        described = re.findall(r"^\.It Cm ([a-z]+)\b", MAN_PAGES[1].read_text(encoding="utf-8"), re.MULTILINE)
        self.assertEqual(sorted(verbs), sorted(described))


if __name__ == "__main__":
    BUILD_FOLDER, *rest = sys.argv[1:]
    DESKTOP_FILE = BUILD_FOLDER + "/data/" + APP_ID + ".desktop"
    METAINFO_FILE = BUILD_FOLDER + "/data/" + APP_ID + ".metainfo.xml"
    CLI = rest[0] if rest else None
    unittest.main(argv=sys.argv[:1], verbosity=2)
