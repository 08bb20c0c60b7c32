# SPDX-License-Identifier: GPL-3.0-or-later
"""What poppler's programs read in the PDF of a paper: words, lines, faces and rules, in points from the top left
corner of the page."""

import functools
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from collections import namedtuple

MM = 72 / 25.4
TOP, BOTTOM, LEFT, RIGHT = 20 * MM, 20 * MM, 30 * MM, 15 * MM
TALLER = 1.5  # of a word's box above and below its letters
BOX = 1.107  # the height of a word's box, of its size: ascent and descent of the face
SAME_LINE = 1.0
WORDS_APART = 6.0  # where it is more, another cell or half begins
SVG = "{http://www.w3.org/2000/svg}"

Word = namedtuple("Word", "text x_min y_min x_max y_max")
Page = namedtuple("Page", "width height words")
Line = namedtuple("Line", "text x_min y_min x_max y_max size")
Face = namedtuple("Face", "x_min y_min x_max y_max bold italic")
Rule = namedtuple("Rule", "x_min x_max y")


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def parse(text):
    """XML whose texts may hold bytes that XML does not allow."""
    text = re.sub(r'<!DOCTYPE.*?>| xmlns="[^"]*"', "", text, flags=re.S)
    return ElementTree.fromstring(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text))


def box(element):
    return (float(element.get(key)) for key in ("xMin", "yMin", "xMax", "yMax"))


def read_pages(pdf):
    return [
        Page(
            float(page.get("width")),
            float(page.get("height")),
            [Word(word.text, *box(word)) for word in page.iter("word")],
        )
        for page in parse(output("pdftotext", "-bbox", str(pdf), "-")).iter("page")
    ]


def join(words):
    text = " ".join(word.text for word in words)
    size = round((words[0].y_max - words[0].y_min) / BOX, 1)
    return Line(text, words[0].x_min, words[0].y_min, words[-1].x_max, words[0].y_max, size)


def read_lines(page):
    """From top to bottom, and from left to right what stands level."""
    rows = []
    for word in sorted(page.words, key=lambda word: word.y_min):
        if not rows or word.y_min - rows[-1][0].y_min > SAME_LINE:
            rows.append([])
        rows[-1].append(word)
    lines = []
    for row in rows:
        row.sort(key=lambda word: word.x_min)
        begin = 0
        for i in range(1, len(row) + 1):
            if i == len(row) or row[i].x_min - row[i - 1].x_max > WORDS_APART:
                lines.append(join(row[begin:i]))
                begin = i
    return lines


def read_faces(pdf):
    """Of each page, which boxes are bold or italic; they are rounded to points."""
    text = output("pdftohtml", "-xml", "-i", "-zoom", "1", "-stdout", str(pdf))
    pages = []
    for page in parse(text).iter("page"):
        pages.append([])
        for part in page.iter("text"):
            left, top, width, height = (float(part.get(key)) for key in ("left", "top", "width", "height"))
            bold, italic = part.find(".//b") is not None, part.find(".//i") is not None
            pages[-1].append(Face(left, top, left + width, top + height, bold, italic))
    return pages


def find_faces(faces, line):
    """The faces (bold, italic) that a line is set in."""
    middle = (line.y_min + line.y_max) / 2
    return {
        (face.bold, face.italic)
        for face in faces
        if face.y_min <= middle <= face.y_max and line.x_min + 1 < face.x_max and face.x_min < line.x_max - 1
    }


def stroked_paths(pdf, page):
    """Every path that is drawn on a page and not filled, as in SVG; pages count from 1. Older releases of cairo write
    so as a style, newer ones as an attribute."""
    svg = output("pdftocairo", "-svg", "-f", str(page), "-l", str(page), str(pdf), "-")
    for path in ElementTree.fromstring(svg).iter(SVG + "path"):
        if path.get("fill") == "none" or "fill:none" in path.get("style", ""):
            yield path


@functools.cache
def read_strokes(pdf, page):
    """The points of every line that is drawn on a page; pages count from 1."""
    return [
        [(float(x), float(y)) for x, y in re.findall(r"[ML] (\S+) (\S+)", path.get("d"))]
        for path in stroked_paths(pdf, page)
    ]


def read_rules(pdf, page):
    """Of them those across that no table has, from top to bottom."""
    rules = [
        Rule(points[0][0], points[1][0], points[0][1])
        for points in read_strokes(pdf, page)
        if len(points) == 2 and points[0][1] == points[1][1]
    ]
    return sorted(rules, key=lambda rule: rule.y)
