# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing in the program is tied to one province, one campaign or one year: that is the matter of data."""

import re
import unittest

import tree

TIED = re.compile(r"an[ -]giang|papi|\b2021\b", re.IGNORECASE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LITERAL = re.compile(r'"(?:\\.|[^"\\\n])*"')
XML_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

# The template and the registries that are taken where none is named (CONTRACT.md), and how the registries are called.
NAMED = {
    ("src/exchange/shipped/templates.c", '"papi-2021"'),
    ("src/exchange/shipped/templates.c", '"an-giang-2021"'),
    ("src/exchange/shipped/templates.c", '"An Giang until 30 June 2025"'),
    ("src/exchange/shipped/templates.c", '"an-giang-2025"'),
    ("src/exchange/shipped/templates.c", '"An Giang since 1 July 2025"'),
    ("src/cli/call.c", '"The registry of units: an-giang-2021, an-giang-2025 or none"'),
}


def texts():
    """(path, text) of each string in the code, and of each window."""
    for path, text in tree.sources():
        for literal in LITERAL.findall(COMMENT.sub("", text)):
            yield str(path), literal
    for path, text in tree.texts():
        if path.parts[0] == "ui" and path.suffix == ".ui":
            for line in XML_COMMENT.sub("", text).splitlines():
                yield str(path), line.strip()


class Places(unittest.TestCase):
    maxDiff = None

    def test_no_text_names_a_province_a_campaign_or_a_year(self):
        found = {(path, text) for path, text in texts() if TIED.search(text)}
        self.assertEqual([], sorted(found - NAMED))


if __name__ == "__main__":
    unittest.main()
