# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables as text, in whatever way programs write it."""

import csv
import io
import unittest
import unicodedata

from source_files import BOMB, EMPTY, FOREIGN, OLD, SourceTest

NAMES = [["STT", "Họ và tên", "Điểm"], ["1", "Nguyễn Thị Ánh", "12,5"], ["2", "Đặng Văn Ơn", "9,75"]]


def write(rows, **dialect):
    written = io.StringIO()
    csv.writer(written, **dialect).writerows(rows)
    return written.getvalue()


def write_1258(text):
    """In the set of Windows that has letters and, apart from them, tones."""
    written = b""
    for letter in text:
        base, *marks = unicodedata.normalize("NFD", letter)
        tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
        others = [mark for mark in marks if mark not in tones]
        written += unicodedata.normalize("NFC", "".join([base, *others])).encode("cp1258") + "".join(tones).encode("cp1258")
    return written


class Separators(SourceTest):

    def test_each_is_found(self):
        for delimiter in ",;\t|":
            for terminator in ("\r\n", "\n", "\r"):
                with self.subTest(delimiter=delimiter, terminator=terminator):
                    text = write(NAMES, delimiter=delimiter, lineterminator=terminator)
                    self.assertEqual(NAMES, self.read_texts(self.write(text.encode())))

    def test_decimals_with_a_comma_divide_nothing(self):
        rows = [["1,5", "2,5"], ["3,5", "4,5"]]
        self.assertEqual(rows, self.read_texts(self.write(write(rows, delimiter=";").encode())))

    def test_a_title_and_texts_with_other_signs(self):
        text = "BẢNG TỔNG HỢP; NĂM\n\nSTT,Tên,Ghi chú\n1,An,\"a; b\"\n2,Bình,c; d; e\n3,Chi,\n"
        self.assertEqual([["BẢNG TỔNG HỢP; NĂM"], ["STT", "Tên", "Ghi chú"], ["1", "An", "a; b"],
                          ["2", "Bình", "c; d; e"], ["3", "Chi"]], self.read_texts(self.write(text.encode())))

    def test_excel_says_it_in_a_line_that_is_no_row(self):
        for separator in (";", "|", "#"):
            cells = self.read_cells(self.write(f"sep={separator}\r\na{separator}b,c,d\r\n".encode()))
            self.assertEqual({(0, 0): ("text", "a"), (0, 1): ("text", "b,c,d")}, cells)
        self.assertEqual([["sep=ab"], ["c"]], self.read_texts(self.write(b"sep=ab\nc\n")))

    def test_a_single_column(self):
        self.assertEqual([["An"], ["Bình"]], self.read_texts(self.write("An\nBình".encode())))


class Fields(SourceTest):

    def test_places(self):
        self.assertEqual({(0, 0): ("text", "a"), (0, 2): ("text", "b"), (3, 1): ("text", "007")},
                         self.read_cells(self.write(b"a,,b\n\n,,\n,007,\n")))

    def test_quotes(self):
        rows = [["a,b", 'nói "vâng"', "hai\r\ndòng"], ["", '"', " x "], ["1", "2", "3"]]
        self.assertEqual([["a,b", 'nói "vâng"', "hai\r\ndòng"], ['"', " x "], ["1", "2", "3"]],
                         self.read_texts(self.write(write(rows).encode())))

    def test_quotes_that_are_letters(self):
        for text, fields in (('a,"b" c,d', ["a", '"b" c', "d"]), ('a,"b,c\nd,e', ["a", '"b', "c"]),
                             ('"a"b",c', ['"a"b"', "c"]), ('a, "b,c" ,d', ["a", "b,c", "d"]), ('5",6"', ['5"', '6"'])):
            with self.subTest(text):
                self.assertEqual(fields, self.read_texts(self.write(text.encode()))[0])

    def test_what_is_too_much(self):
        self.assert_refused(BOMB, self.write(b"a," * 16384 + b"b"))
        self.assert_refused(BOMB, self.write(b"a" * (1 << 20) + b"b"))
        self.assert_refused(BOMB, self.write(b"\n" * (1 << 20) + b"b"))


class Encodings(SourceTest):

    def test_unicode_with_a_mark_and_without(self):
        text = write(NAMES)
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
            with self.subTest(encoding):
                self.assertEqual(NAMES, self.read_texts(self.write(text.encode(encoding))))
        self.assertEqual([["a", "😁"]], self.read_texts(self.write("a;😁".encode("utf-16-be"))))

    def test_the_vietnamese_set_of_windows(self):
        self.assertEqual(NAMES, [[unicodedata.normalize("NFC", field) for field in row]
                                 for row in self.read_texts(self.write(write_1258(write(NAMES))))])

    def test_old_signs_stay_as_they_were_written(self):
        for text in ("Hä vµ tªn,§¬n vÞ\nNguyÔn ThÞ ¸nh,Së Néi vô\n", "Hoï vaø teân,Ñôn vò\nNguyeãn Thò AÙnh,Sôû Noäi vuï\n"):
            with self.subTest(text):
                self.assertEqual([line.split(",") for line in text.splitlines()],
                                 self.read_texts(self.write(text.encode("latin-1"))))

    def test_signs_of_western_windows(self):
        self.assertEqual([["“a”", "b – c", "50 €"]], self.read_texts(self.write("“a”;b – c;50 €".encode("cp1252"))))

    def test_a_lost_byte_spoils_nothing_else(self):
        content = write(NAMES * 9).encode()
        content = content.replace("ễ".encode(), "ễ".encode()[:2], 1)
        texts = self.read_texts(self.write(content))
        self.assertEqual("Nguy\ufffd\ufffdn Thị Ánh", texts[1][1])
        self.assertEqual(NAMES[2], texts[2])

    def test_what_is_no_text(self):
        for content in (bytes(range(256)) * 9, b"%PDF-1.4\n%abc\n1 0 obj", b"a\0b" * 99, b"\x01\x02\x03" * 99,
                        b"\xff\xfe" + b"\1\0" * 999, b"\x89PNG\r\n\x1a\n" + bytes(99)):
            with self.subTest(content[:16]):
                self.assert_refused(FOREIGN, self.write(content))
        self.assert_refused(FOREIGN, self.write(b"a,b\n" * 4096 + b"\0" * 9))
        self.assert_refused(EMPTY, self.write(b""))

    def test_what_office_wrote_as_text(self):
        for content in (b'<?xml version="1.0"?><Workbook><Table/></Workbook>', b"{\\rtf1\\ansi", b"MIME-Version: 1.0\r\n"):
            with self.subTest(content):
                self.assert_refused(OLD, self.write(content), ".docx", ".xlsx")


if __name__ == "__main__":
    unittest.main()
