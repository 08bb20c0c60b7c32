# SPDX-License-Identifier: GPL-3.0-or-later
"""The guide that F1 opens: its pages are whole, and name what is there by the names that it has."""

import html.parser
import re
import unittest

import tree

GUIDE = tree.ROOT / "data/guide"
FIRST = "index.html"
SIZE_OF_PICTURES = 1_500_000
VOID = {"br", "img", "link", "meta"}
# What every table, field and menu of GTK has.
KEYS_OF_GTK = {"Ctrl", "Shift", "Enter", "Tab", "F10"}
KEY_NAMES = {
    "BackSpace": "Backspace",
    "Control": "Ctrl",
    "Down": "↓",
    "Escape": "Esc",
    "KP_Enter": "Enter",
    "Left": "←",
    "Page_Down": "Page Down",
    "Page_Up": "Page Up",
    "Return": "Enter",
    "Right": "→",
    "Up": "↑",
    "minus": "−",
    "plus": "+",
    "question": "?",
}
PLURAL = r'^msgstr(?:\[\d\])? ((?:"(?:[^"\\]|\\.)*"\n?)+)'


class Page(html.parser.HTMLParser):
    """A page as XML has it: every element is closed, in its order."""

    def __init__(self, path):
        super().__init__()
        self.open, self.faults, self.elements = [], [], []
        self.texts = {"b": [], "kbd": []}
        self.title = ""
        self.text = path.read_text(encoding="utf-8")
        self.feed(self.text)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self.open]

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag in VOID:
            return
        self.open.append(tag)
        if tag in self.texts:
            self.texts[tag].append("")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at line {self.getpos()[0]} closes something else")

    def handle_data(self, data):
        if not self.open:
            return
        if self.open[-1] in self.texts:
            self.texts[self.open[-1]][-1] += data
        if self.open[-1] == "title":
            self.title += data

    def pictures(self):
        return [attrs for tag, attrs in self.elements if tag == "img"]

    def values(self, tag, attribute):
        return [attrs[attribute] for name, attrs in self.elements if name == tag and attribute in attrs]


def is_described(attrs):
    """Whether it is said what a picture shows, and how large it is."""
    size = b"".join(int(attrs[side]).to_bytes(4, "big") for side in ("width", "height"))
    return attrs["alt"] and (GUIDE / attrs["src"]).read_bytes()[16:24] == size


def labels():
    """What may stand on the screen, without mnemonics; what is filled in is an ellipsis."""
    text = (tree.ROOT / "po/vi.po").read_text(encoding="utf-8")
    found = set()
    for quoted in re.findall(PLURAL, text, re.MULTILINE):
        message = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', quoted)).replace('\\"', '"').replace("\\n", "\n")
        found.add(re.sub(r"%(?:\d\$)?[-0-9]*(?:<PRI\w+>|[a-z])", "…", message.replace("_", "")))
    return found


def name_key(accelerator):
    modifiers = re.findall(r"<(\w+)>", accelerator)
    key = re.sub(r"<\w+>", "", accelerator)
    key = key.upper() if len(key) == 1 else KEY_NAMES.get(key, key)
    return "+".join([KEY_NAMES.get(modifier, modifier) for modifier in modifiers] + [key])


def keys():
    """Every key that the window takes, as people write it."""
    found = set(KEYS_OF_GTK)
    actions = (tree.ROOT / "src/app/page/page-actions.c").read_text()
    for places in re.findall(r'^#define (?:STEP|SETUP)_KEYS "(.*)"', actions, re.MULTILINE):
        found |= {f"Alt+{key}" for key in places}
    for path, text in tree.texts():
        if path.parts[:2] == ("src", "app") and path.suffix in {".c", ".h"}:
            found |= {name_key(text) for text in re.findall(r'"((?:<\w+>)*(?:<\w+>\w+|F\d+|Delete|Return))"', text)}
            found |= {name_key(key) for key in re.findall(r"GDK_KEY_(\w{2,})", text)}
        if path.parts[0] == "ui" and path.suffix == ".ui":
            for value in re.findall(r'name="(?:accelerator|trigger)">([^<]*)<', text):
                found |= {name_key(key) for key in re.split(r"[| ]", value.replace("&lt;", "<").replace("&gt;", ">"))}
    # The list of columns, the tree of criteria and the sheet compare their modifier in code; a list box takes Space.
    return found | {"Alt+↑", "Alt+↓", "Alt+←", "Alt+→", "Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Space"}


class Guide(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.pages = {path.name: Page(path) for path in sorted(GUIDE.glob("*.html"))}

    def expect_none(self, wrong):
        """@wrong: what is wrong of a page."""
        found = {name: list(wrong(page)) for name, page in self.pages.items()}
        self.assertEqual({}, {name: faults for name, faults in found.items() if faults})

    def test_has_thirteen_pages_and_a_beginning(self):
        self.assertEqual(14, len(self.pages))
        self.assertIn(FIRST, self.pages)

    def test_is_well_formed(self):
        self.expect_none(lambda page: page.faults)
        for name, page in self.pages.items():
            with self.subTest(page=name):
                self.assertTrue(page.text.startswith("<!DOCTYPE html>\n"))
                self.assertTrue(page.title)
                self.assertEqual(["vi"], page.values("html", "lang"))
                self.assertEqual(["utf-8"], page.values("meta", "charset"))
                self.assertEqual(1, sum(tag == "h1" for tag, _ in page.elements))

    def test_needs_nothing_from_elsewhere(self):
        self.expect_none(lambda page: [tag for tag, _ in page.elements if tag in {"script", "iframe", "style"}])
        self.expect_none(lambda page: [link for link in page.values("link", "href") if link != "guide.css"])
        self.expect_none(lambda page: re.findall(r"\w+://", page.text))
        self.assertNotRegex((GUIDE / "guide.css").read_text(encoding="utf-8"), r"url\(|@import")

    def test_links_lead_somewhere(self):
        links = lambda page: page.values("a", "href") + page.values("img", "src")
        self.expect_none(lambda page: [link for link in links(page) if not (GUIDE / link).is_file()])

    def test_goes_from_page_to_page(self):
        names = sorted(name for name in self.pages if name != FIRST)
        for place, name in enumerate(names):
            with self.subTest(page=name):
                page = self.pages[name]
                rels = {attrs["rel"]: attrs["href"] for tag, attrs in page.elements if tag == "a" and "rel" in attrs}
                self.assertEqual(names[place - 1] if place else FIRST, rels.get("prev"))
                self.assertEqual(names[place + 1] if place + 1 < len(names) else None, rels.get("next"))
                # The contents are those of every other page, but for where one is.
                self.assertEqual([FIRST, *names], page.values("a", "href")[: len(names) + 1])
        self.assertEqual(names, self.pages[FIRST].values("a", "href"))

    def test_pictures_are_shown_described_and_small(self):
        shown = {src for page in self.pages.values() for src in page.values("img", "src")}
        there = {f"pictures/{path.name}" for path in (GUIDE / "pictures").glob("*.png")}
        self.assertEqual(there, shown)
        self.assertLess(sum((GUIDE / name).stat().st_size for name in there), SIZE_OF_PICTURES)
        self.expect_none(lambda page: [attrs["src"] for attrs in page.pictures() if not is_described(attrs)])

    def test_names_what_is_on_the_screen_as_it_is_called_there(self):
        known = labels()
        # What is bold and no label stands on the first page alone, which says what bold means.
        known.add("đậm")
        self.expect_none(lambda page: [label for label in page.texts["b"] if " ".join(label.split()) not in known])

    def test_names_keys_that_the_window_takes(self):
        known = keys() | {"Ô có khung"}
        self.expect_none(lambda page: [key for key in page.texts["kbd"] if key not in known])

    def test_has_every_page_that_the_window_asks_for(self):
        asked = {name for _, text in tree.sources(".c") for name in re.findall(r'"(\d\d-[\w-]+\.html)"', text)}
        self.assertTrue(asked)
        self.assertEqual(set(), asked - set(self.pages))


if __name__ == "__main__":
    unittest.main(verbosity=2)
