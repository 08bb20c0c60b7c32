# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks of Excel 97 to 2003, as LibreOffice writes them; and other files of that time."""

import datetime
import struct
import unittest

import openpyxl
from openpyxl.styles import Font

from source_files import DAMAGED, OLD, OUTLOOK, PASSWORD, SourceTest, convert, needs_office

NONE = 0xFFFFFFFF


def compound(*names, embedded=(), content=b""):
    """A compound file with streams at its top, of which the first has that content, and others within the first."""
    def entry(name, kind, links=(NONE, NONE, NONE), first=NONE, size=0):
        encoded = name.encode("utf-16-le")
        head = encoded.ljust(64, b"\0") + struct.pack("<HBB3I", len(encoded) + 2, kind, 1, *links)
        return head + bytes(36) + struct.pack("<IQ", first, size)

    content = content and content.ljust(4096, b"\0")
    content += bytes(-len(content) % 512)
    later = len(names) + 1
    n_listed = -(-(later + len(embedded)) // 4)
    entries = [entry("Root Entry", 5, (NONE, NONE, 1))]
    for n, name in enumerate(names, 1):
        links = NONE, n + 1 if n < len(names) else NONE, later if embedded and n == 1 else NONE
        entries.append(entry(name, 2, links, 1 + n_listed, len(content)) if n == 1 and content else entry(name, 2, links))
    entries += [entry(name, 2, (NONE, n + 1 if n < later + len(embedded) - 1 else NONE, NONE)) for n, name in enumerate(embedded, later)]
    table = [0xFFFFFFFD, *range(2, n_listed + 1), 0xFFFFFFFE]
    table += [*range(len(table) + 1, len(table) + len(content) // 512), 0xFFFFFFFE] if content else []
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header = header.ljust(44, b"\0") + struct.pack("<6I", 1, 1, 0, 4096, NONE, 0) + struct.pack("<3I", NONE, 0, 0) + b"\xff" * 4 * 108
    return header + struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff") + b"".join(entries).ljust(512 * n_listed, b"\0") + content


def record(kind, data=b""):
    return struct.pack("<HH", kind, len(data)) + data


def texts(text):
    return struct.pack("<HB", len(text), 0) + text.encode("latin-1")


def begin(version=0x600):
    return record(0x809, struct.pack("<HH", version, 5).ljust(16, b"\0"))


END = record(0x0A)


def workbook(before, *cells, version=0x600):
    """A workbook of a sheet with these records, and others before it."""
    head = begin(version) + before
    length = len(head) + len(record(0x85, bytes(7) + b"\0")) + len(END)
    sheet = record(0x85, struct.pack("<IBB", length, 0, 0) + b"\1\0a")
    head += sheet + END
    return compound("Workbook", content=head.replace(struct.pack("<I", length), struct.pack("<I", len(head)), 1) + begin() + b"".join(cells) + END)


class CompoundFiles(SourceTest):

    def test_what_is_no_workbook_says_what_to_do(self):
        for names in (("WordDocument", "1Table"), ("PowerPoint Document",)):
            with self.subTest(names):
                self.assert_refused(OLD, self.write(compound(*names)), ".docx", ".xlsx")
        self.assert_refused(OLD, self.write(compound("ObjectPool", "WordDocument", embedded=("Workbook",))))
        self.assert_refused(OUTLOOK, self.write(compound("__nameid_version1.0", "__properties_version1.0")), ".eml")

    def test_a_password(self):
        self.assert_refused(PASSWORD, self.write(compound("DataSpaces", "EncryptionInfo", "a", "b", "c", "EncryptedPackage")))

    def test_what_is_cut_off_or_names_itself(self):
        whole = compound("Workbook", *"abcdefgh")
        for length in range(8, len(whole), 97):
            with self.subTest(length):
                self.assertIn("error", self.dump(self.write(whole[:length])))
        self.assert_refused(DAMAGED, self.write(whole[:1024]))
        round_ = bytearray(compound(*"abcdefgh"))
        for n in range(9):
            struct.pack_into("<III", round_, 1024 + n * 128 + 68, n, 1, 2)
        self.assert_refused(OLD, self.write(bytes(round_)))


class Records(SourceTest):

    def test_texts_that_go_on_in_another_record(self):
        first = struct.pack("<IIH", 3, 3, 4) + b"\0Ng"
        more = b"\1" + "uy".encode("utf-16-le")
        rich = struct.pack("<HBH", 8, 8, 1) + "Sö Néi v".encode("latin-1") + struct.pack("<HH", 3, 0)
        aloud = struct.pack("<HBI", 1, 4, 3) + b"a" + b"xyz"
        font = record(0x31, bytes(14) + b"\7\0.VnTime")
        before = font + record(0xFC, first) + record(0x3C, more) + record(0x3C, rich + aloud)
        path = self.write(workbook(before, *[record(0xFD, struct.pack("<HHHI", 0, n, 0, n)) for n in range(4)]))
        self.assertEqual({(0, 0): ("text", "Nguy"), (0, 1): ("text", "Sö Nội v"), (0, 2): ("text", "a"), (0, 3): ("fault", "#REF!")},
                         self.read_cells(path))

    def test_numbers_flags_faults_and_results(self):
        def at(column, row=0):
            return struct.pack("<HHH", row, column, 0)

        path = self.write(workbook(
            b"", record(0x27E, at(0) + struct.pack("<I", 1250 << 2 | 3)), record(0x27E, at(1) + struct.pack("<i", -5 << 2 | 2)),
            record(0xBD, struct.pack("<HH", 0, 2) + struct.pack("<HI", 0, 0x3FF80000) * 2 + struct.pack("<H", 3)),
            record(0x205, at(4) + b"\1\0"), record(0x205, at(5) + b"\x2a\1"),
            record(0x06, at(6) + b"\0" * 6 + b"\xff\xff"), record(0x207, texts("kq")),
            record(0x06, at(7) + b"\2\0\7\0\0\0\xff\xff"), record(0x06, at(8) + struct.pack("<d", 0.5)),
            record(0x204, at(9) + texts("t\xea")), record(0x203, at(3) + struct.pack("<d", 9)),
            begin() + record(0x203, at(20) + struct.pack("<d", 9)) + END, record(0x203, at(0, 2) + struct.pack("<d", 1e-3))))
        self.assertEqual({(0, 0): ("number", "12.5"), (0, 1): ("number", "-5"), (0, 2): ("number", "1.5"), (0, 3): ("number", "1.5"),
                          (0, 4): ("flag", "1"), (0, 5): ("fault", "#N/A"), (0, 6): ("text", "kq"), (0, 7): ("fault", "#DIV/0!"),
                          (0, 8): ("number", "0.5"), (0, 9): ("text", "t\xea"), (2, 0): ("number", "0.001")}, self.read_cells(path))

    def test_a_password_and_what_is_older(self):
        self.assert_refused(PASSWORD, self.write(workbook(record(0x2F, bytes(6)))))
        self.assert_refused(OLD, self.write(workbook(b"", version=0x500)), ".xlsx")
        self.assert_refused(OLD, self.write(compound("Book")))

    def test_what_is_damaged(self):
        self.assert_refused(DAMAGED, self.write(workbook(record(0xFC, struct.pack("<II", 9, 9)))))
        self.assert_refused(DAMAGED, self.write(compound("Workbook", content=b"\1")))
        self.assert_refused(DAMAGED, self.write(compound("Workbook", content=begin())))
        self.assert_refused(DAMAGED, self.write(compound("Workbook")))
        # A cell where no sheet has one.
        self.assert_refused(DAMAGED, self.write(workbook(b"", record(0x203, struct.pack("<HHHd", 0, 29276, 0, 9.0)))))


@needs_office
class Workbooks(SourceTest):

    def test_what_it_makes_of_a_workbook(self):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Xã"
        sheet.append(["Mã", 12, 12.5, 0.1 + 0.2, datetime.date(2021, 12, 15), datetime.datetime(2021, 12, 15, 7, 30), "=1+1.5", "=1/0",
                      "hai\nba", '="a"&"b"'])
        sheet.append(["ñy ban", "së"])
        sheet["A2"].font, sheet["B2"].font = Font(name=".VnTime"), Font(name=".VnTimeH")
        sheet["C5"] = "Nguyễn Thị Ánh"
        sheet.merge_cells("C5:D6")
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True
        book.create_sheet("DM").sheet_state = "hidden"
        for n in range(2000):
            book["DM"].append([f"Đơn vị số {n}", n])
        book.save(self.folder / "a.xlsx")
        path = convert(self.folder / "a.xlsx", "xls")
        tables = self.read(path)
        cells = {(row["row"], cell["column"]): cell for row in tables[0]["rows"] for cell in row["cells"]}
        self.assertEqual({
            (0, 0): ("text", "Mã"), (0, 1): ("number", "12"), (0, 2): ("number", "12.5"), (0, 3): ("number", "0.3"),
            (0, 4): ("date", "2021-12-15"), (0, 5): ("date", "2021-12-15 07:30:00"), (0, 6): ("number", "2.5"),
            (0, 7): ("fault", "#DIV/0!"), (0, 8): ("text", "hai\nba"), (0, 9): ("text", "ab"), (1, 0): ("text", "ủy ban"),
            (1, 1): ("text", "SỞ"), (4, 2): ("text", "Nguyễn Thị Ánh"),
        }, {place: (cell["kind"], cell["text"]) for place, cell in cells.items()})
        self.assertEqual({(0, 6), (0, 7), (0, 9)}, {place for place, cell in cells.items() if cell.get("formula")})
        self.assertEqual({(0, 1), (1, 1)}, {place for place, cell in cells.items() if cell.get("hidden")})
        self.assertEqual({1}, {row["row"] for row in tables[0]["rows"] if row["hidden"]})
        self.assertEqual([[4, 2, 2, 2]], tables[0]["merged"])
        self.assertEqual([("Xã", "shown"), ("DM", "hidden")], [(table["name"], table["visibility"]) for table in tables])
        self.assertEqual([[f"Đơn vị số {n}", str(n)] for n in range(2000)],
                         [[cell["text"] for cell in row["cells"]] for row in tables[1]["rows"]])
        whole = path.read_bytes()
        for length in range(8, len(whole) // 2, len(whole) // 19):
            with self.subTest(length):
                self.assert_refused(DAMAGED, self.write(whole[:length]))


if __name__ == "__main__":
    unittest.main()
