# SPDX-License-Identifier: GPL-3.0-or-later
"""The Vietnamese translation is complete, and every text that people read can be translated."""

import re
import subprocess
import tempfile
import unittest
import unicodedata
from pathlib import Path

import tree

# As meson's preset "glib" of i18n.gettext, which writes the template for translators.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]
MARKED = re.compile(r'(?<![\w"])(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext) ?\(')
SHOWN = "label|title|tooltip-text|placeholder-text|description|subtitle|comments"
FORGOTTEN = re.compile(rf'<property name="(?:{SHOWN})">[^<]*[^\W\d_]{{2}}')
STRING = r'"(?:[^"\\\n]|\\.)*"'
CUT = re.compile(rf"(?<!\w)N?_ \((?:\s*{STRING})*\s*G_\w+_FORMAT")


def listed():
    lines = (tree.ROOT / "po/POTFILES.in").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def has_texts(path, text):
    if path.suffix in (".c", ".h"):
        return path.parts[0] == "src" and MARKED.search(text)
    if path.suffix == ".ui":
        return 'translatable="yes"' in text
    return path.suffix == ".in" and path.parts[0] == "data"


def template(folder):
    """The template for translators of the tree as it is now."""
    path = Path(folder) / "bangvang.pot"
    command = ["xgettext", "--from-code=UTF-8", "--add-comments", f"--directory={tree.ROOT}", f"--output={path}"]
    command += [f"--keyword={keyword}" for keyword in KEYWORDS]
    command += ["--flag=N_:1:pass-c-format", "--flag=_:1:pass-c-format", "--flag=g_strdup_printf:1:c-format"]
    command += ["--flag=g_set_error:4:c-format", "--flag=g_string_append_printf:2:c-format", *listed()]
    subprocess.run(command, check=True, capture_output=True)
    return path


def entries(text):
    """(msgid, msgstr of the first form) of each entry of a catalogue."""
    for block in text.split("\n\n"):
        parts = {"msgid": "", "msgstr": ""}
        current = None
        for line in block.splitlines():
            found = re.match(r'(msgid|msgid_plural|msgstr(?:\[0\])?) "(.*)"$', line)
            if found:
                current = found.group(1).replace("[0]", "")
                parts[current] = found.group(2)
            elif line.startswith('"') and current:
                parts[current] += line[1:-1]
        if parts["msgid"]:
            yield parts["msgid"], parts["msgstr"]


class Vietnamese(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.template = template(cls.folder.name)
        cls.catalogue = tree.ROOT / "po/vi.po"

    def test_every_file_with_texts_is_listed(self):
        wanted = sorted(str(path) for path, text in tree.texts() if has_texts(path, text))
        self.assertEqual(wanted, listed())

    def test_no_text_of_a_window_is_forgotten(self):
        wrong = [str(path) for path, text in tree.texts() if path.suffix == ".ui" and FORGOTTEN.search(text)]
        self.assertEqual([], wrong, "a text that is shown lacks translatable")

    def test_no_text_is_cut_by_a_macro(self):
        wrong = [str(path) for path, text in tree.sources() if CUT.search(text)]
        self.assertEqual([], wrong, "inside a text xgettext reads no macro but PRId64 and its kin")

    def test_the_catalogue_is_well_formed(self):
        command = ["msgfmt", "--check", "--output-file=/dev/null", self.catalogue]
        done = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual("", done.stderr)

    def test_every_text_is_translated(self):
        merge = ["msgmerge", "--quiet", "--no-fuzzy-matching", self.catalogue, self.template]
        merged = subprocess.run(merge, check=True, capture_output=True).stdout
        rest = [["msgattrib", "--no-obsolete", flag] for flag in ("--untranslated", "--only-fuzzy")]
        missing = [subprocess.run(c, input=merged, check=True, capture_output=True).stdout.decode() for c in rest]
        self.assertEqual([], [msgid for text in missing for msgid, _ in entries(text)])

    def test_nothing_obsolete_is_kept(self):
        self.assertNotIn("#~", self.catalogue.read_text(encoding="utf-8"))

    def test_a_text_ends_as_its_translation_does(self):
        wrong = []
        for msgid, msgstr in entries(self.catalogue.read_text(encoding="utf-8")):
            marks = ".:…?!" if " " in msgid else ":…?!"
            if (msgid[-1] in marks or msgstr[-1:] in marks) and msgid[-1] != msgstr[-1:]:
                wrong.append(msgid)
        self.assertEqual([], wrong)

    def test_the_translation_is_composed_unicode(self):
        text = self.catalogue.read_text(encoding="utf-8")
        self.assertTrue(unicodedata.is_normalized("NFC", text))


if __name__ == "__main__":
    unittest.main()
