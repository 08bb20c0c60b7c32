# SPDX-License-Identifier: GPL-3.0-or-later
"""How bangvang-pages is spoken with: frames both ways, requests that are wrong, the end of its input, its own end.

    test_pages.py BANGVANG_PAGES DEMONSTRATION
"""
import pathlib
import signal
import struct
import subprocess
import sys
import tempfile
import unittest

import hostile_pdf

PROGRAM, EVIDENCE = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1)) / "evidence"
TWO_PAGES, SIDEWAYS = EVIDENCE / "42-BC-SNV.pdf", EVIDENCE / "36-BC-UBND-Tri-Ton.jpg"
ABSENT, EMPTY, FOREIGN, DAMAGED, PASSWORD, COSTLY = range(6)
DOCUMENT, PICTURE, TEXT, FAILED = b"optx"
MOST_PIXELS = 7 << 20


class Pages:
    """The program with a document, as the window has it."""

    def __init__(self, path):
        self.process = subprocess.Popen([PROGRAM, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def take(self):
        """Tag and body of the next answer; nothing where there is none."""
        head = self.process.stdout.read(5)
        if len(head) < 5:
            return None, b""
        tag, length = struct.unpack("<BI", head)
        return tag, self.process.stdout.read(length)

    def send(self, content):
        self.process.stdin.write(content)
        self.process.stdin.flush()

    def ask(self, tag, *numbers):
        self.send(struct.pack(f"<BI{len(numbers)}I", tag, 4 * len(numbers), *numbers))
        return self.take()

    def end(self):
        self.process.stdin.close()
        return self.process.wait()


def numbers(body):
    return struct.unpack(f"<{len(body) // 4}I", body)


class Answers(unittest.TestCase):

    def test_document_comes_unasked_with_the_sizes_of_its_pages(self):
        with Pages(TWO_PAGES) as pages:
            tag, body = pages.take()
            self.assertEqual(DOCUMENT, tag)
            self.assertEqual((2, 59528, 84189, 59528, 84189), numbers(body))
            self.assertEqual(0, pages.end())

    def test_picture_is_as_wide_as_asked(self):
        with Pages(TWO_PAGES) as pages:
            pages.take()
            tag, body = pages.ask(PICTURE, 1, 100)
            self.assertEqual((PICTURE, (100, 141)), (tag, numbers(body[:8])))
            self.assertEqual(8 + 100 * 141 * 4, len(body))
            self.assertEqual({255}, set(body[11::4]), "no pixel is seen through")
            self.assertGreater(len(set(body[8:])), 10, "something is drawn")

    def test_picture_has_no_more_pixels_than_it_may(self):
        with Pages(TWO_PAGES) as pages:
            pages.take()
            tag, body = pages.ask(PICTURE, 0, 0xFFFFFFFF)
            width, height = numbers(body[:8])
            self.assertEqual(PICTURE, tag)
            self.assertLessEqual(width * height, MOST_PIXELS + 16384)

    def test_turned_photograph_stands(self):
        with Pages(SIDEWAYS) as pages:
            n_pages, width, height = numbers(pages.take()[1])
            self.assertEqual(1, n_pages)
            self.assertEqual(PICTURE, pages.ask(PICTURE, 0, 50)[0])
            self.assertLess(width, height)

    def test_each_letter_has_a_box(self):
        with Pages(TWO_PAGES) as pages:
            pages.take()
            tag, body = pages.ask(TEXT, 0)
            length, = numbers(body[:4])
            text = body[4:4 + length].decode()
            n_boxes, *sides = numbers(body[4 + length + 1:])
            self.assertEqual((TEXT, len(text), 4 * len(text)), (tag, n_boxes, len(sides)))
            self.assertIn("BÁO CÁO", text)

    def test_what_cannot_be_shown_is_told(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "x"
            for content, code in ((None, ABSENT), (b"", EMPTY), (b"text", FOREIGN), (b"%PDF-1.4", DAMAGED)):
                if content is not None:
                    path.write_bytes(content)
                with self.subTest(content=content), Pages(path) as pages:
                    self.assertEqual((FAILED, (code,)), (lambda tag, body: (tag, numbers(body)))(*pages.take()))


class Requests(unittest.TestCase):

    def test_wrong_ones_end_it_without_an_answer(self):
        wrong = [struct.pack("<BIII", PICTURE, 8, 2, 100), struct.pack("<BIII", PICTURE, 8, 0xFFFFFFFF, 100),
                 struct.pack("<BII", ord("?"), 4, 0), struct.pack("<BI", TEXT, 0xFFFFFFFF), struct.pack("<BI12x", TEXT, 12)]
        for content in wrong:
            with self.subTest(content=content), Pages(TWO_PAGES) as pages:
                pages.take()
                pages.send(content)
                self.assertEqual((None, b""), pages.take())

    def test_end_of_input_ends_it_within_a_request_too(self):
        for content in (b"", b"p", struct.pack("<BI", PICTURE, 8), struct.pack("<BII", PICTURE, 8, 0)):
            with self.subTest(content=content), Pages(TWO_PAGES) as pages:
                pages.take()
                pages.send(content)
                self.assertEqual(0, pages.end())

    def test_killed_says_nothing_more(self):
        with Pages(TWO_PAGES) as pages:
            pages.take()
            pages.process.send_signal(signal.SIGKILL)
            self.assertEqual((None, b""), pages.take())


class Hostile(unittest.TestCase):
    """What a file does to the program is an answer, or the program's end by its own limits."""

    def look(self, path):
        """What became of the document, or of its first page."""
        with Pages(path) as pages:
            tag, body = pages.take()
            if tag == DOCUMENT:
                tag, body = pages.ask(PICTURE, 0, 300)
        if tag == FAILED:
            return "password" if numbers(body) == (PASSWORD,) else "damaged"
        return "shown" if tag == PICTURE else "ended"

    def test_each_is_shown_or_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "x.pdf"
            for name, content in hostile_pdf.make().items():
                path.write_bytes(content)
                with self.subTest(name):
                    expected = name.split("-")[0]
                    became = self.look(path)
                    self.assertIn(became, ("shown", "damaged", "ended") if expected == "any" else (expected,))


if __name__ == "__main__":
    unittest.main()
