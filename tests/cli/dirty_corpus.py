# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists as units send them, with all their quirks, and what is true of each.

Every quirk was seen in a real list. The same seed gives the same files:

    dirty_corpus.py FOLDER [N] [SEED]
"""

import csv
import json
import pathlib
import random
import sys
import unicodedata
import xml.sax.saxutils
import zipfile

import openpyxl
from openpyxl.styles import Font

CHARSETS = pathlib.Path(__file__).parents[1] / "data/legacy-charsets.tsv"


def read_signs(seen):
    """Capitals without a sign of their own are small letters of a font that shows them large."""
    with open(CHARSETS, encoding="utf-8") as file:
        return {row["char"]: row[seen] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


TCVN3 = read_signs("tcvn3_as_seen_in_xlsx")
VNI = read_signs("vni_as_seen_in_xlsx")


def to_tcvn3(text):
    return "".join(TCVN3.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


def to_vni(text):
    return "".join(VNI.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương"]
MIDDLES = {"Nam": ["Văn", "Hữu", "Quốc", "Minh", "Thanh"], "Nữ": ["Thị", "Ngọc", "Thùy", "Mỹ", "Kim"]}
GIVEN = ["Ánh", "Bình", "Cường", "Duyên", "Đức", "Giang", "Hạnh", "Khánh", "Lộc", "Mẫn", "Nghĩa", "Oanh", "Phượng", "Quý", "Sang",
         "Thắng", "Tuyết", "Uyên", "Vinh", "Xuyến", "Yến"]
POSITIONS = ["Trưởng phòng", "Phó Trưởng phòng", "Chuyên viên", "Kế toán", "Văn thư", "Công chức Tư pháp - Hộ tịch"]
DEEDS = ["Tham mưu kế hoạch cải cách hành chính", "Giải quyết 1.250 hồ sơ đúng hạn", "Xây dựng phần mềm tra cứu hồ sơ", "Đạt giải Nhì hội thi"]

PERSON_COLUMNS = {
    "person": ["Họ và tên", "Họ tên", "HỌ VÀ TÊN", "Họ và\ntên", "Họ và tênn", "Ho và tên"],
    "gender": ["Giới tính", "Nam/Nữ", "Giới tinh"],
    "born": ["Ngày sinh", "Năm sinh", "Ngày, tháng, năm sinh", "Ngày\nsinh"],
    "position": ["Chức vụ", "Chức danh", "Chức vụ, chức danh", "Chức  vụ", "Chưc vụ"],
    "unit": ["Đơn vị", "Tên đơn vị", "Cơ quan, đơn vị", "ĐƠN VỊ", "Đơn  vị"],
    "summary": ["Tóm tắt thành tích", "Thành tích", "Tóm tắt thành tich đạt được", "Tóm tắt\nthành tích"],
}


def tidy(text):
    return " ".join(unicodedata.normalize("NFC", text).split())


def spell(draw, unit, units):
    """A unit as people write it."""
    name = unit["name"]
    parent = next((one["name"] for one in units if one["code"] == unit["parent"]), None)
    kinds = ["own", "own", "capitals", "blanks", "nfd", "code", "short"]
    if name.startswith("UBND "):
        kinds += ["long", "bare"]
    if parent:
        kinds += ["parent"]
    kind = "unmarked" if draw.random() < 0.02 else draw.choice(kinds)
    if kind == "capitals":
        return name.upper()
    if kind == "blanks":
        return f"  {name.replace(' ', '  ', 1)} "
    if kind == "nfd":
        return unicodedata.normalize("NFD", name)
    if kind == "code":
        return unit["code"]
    if kind == "short" and name.startswith("UBND "):
        rest = name.removeprefix("UBND ")
        for word, letter in (("phường ", "P. "), ("thị trấn ", "TT "), ("xã ", "X. "), ("huyện ", "H. "), ("thành phố ", "TP. "), ("thị xã ", "TX ")):
            if rest.startswith(word):
                return letter + rest.removeprefix(word)
    if kind == "unmarked":
        letters = unicodedata.normalize("NFD", name).replace("đ", "d").replace("Đ", "D")
        return "".join(letter for letter in letters if not unicodedata.combining(letter))
    if kind == "long":
        return name.replace("UBND", "Ủy ban nhân dân", 1)
    if kind == "bare":
        return name.removeprefix("UBND ").capitalize() if draw.random() < 0.3 else name.removeprefix("UBND ")
    if kind == "parent":
        return f"{name}, {parent.removeprefix('UBND ')}"
    return name


class Maker:

    def __init__(self, campaign, seed):
        self.draw = random.Random(seed)
        self.units = campaign["units"]
        self.meant = {}
        self.used = {one["person"]["name"] for one in campaign["nominees"] if one.get("person")}
        self.put_forward = [one for one in campaign["nominees"] if not one.get("person") and not one.get("withdrawn")]
        self.free = list(self.put_forward)
        self.draw.shuffle(self.free)
        self.districts = [unit for unit in self.units if unit["type"] in ("Huyện", "Thị xã", "Thành phố")]
        self.draw.shuffle(self.districts)

    def spell(self, unit):
        text = spell(self.draw, unit, self.units)
        self.meant[tidy(text)] = unit["code"]
        return text

    def name(self):
        while True:
            gender = self.draw.choice(["Nam", "Nữ"])
            name = " ".join([self.draw.choice(FAMILIES), self.draw.choice(MIDDLES[gender]), self.draw.choice(GIVEN), self.draw.choice(GIVEN)])
            if name not in self.used:
                self.used.add(name)
                return name, gender

    def born(self):
        """As it is true, and as it is written."""
        year = self.draw.randint(1962, 1999)
        if self.draw.random() < 0.3:
            return str(year), self.draw.choice([year, str(year)])
        month, day = self.draw.randint(1, 12), self.draw.randint(13, 28)
        return f"{year}-{month:02}-{day:02}", self.draw.choice([f"{day:02}/{month:02}/{year}", f"{day}-{month}-{year}", f" {day:02}/{month:02}/{year} "])

    def persons(self, columns):
        truths, rows = [], []
        for _ in range(self.draw.randint(2, 6)):
            name, gender = self.name()
            true_born, born = self.born()
            unit = self.draw.choice(self.units)
            truth = {"name": name, "gender": {"Nam": "male", "Nữ": "female"}[gender], "born": true_born, "unit": unit["code"],
                     "position": self.draw.choice(POSITIONS), "summary": self.draw.choice(DEEDS)}
            written = dict(truth, person=self.soil(name), gender=gender, born=born, unit=self.spell(unit),
                           position=self.soil(truth["position"]), summary=self.soil(truth["summary"]))
            truths.append({key: truth[key] for key in ["name", *columns] if key != "person"})
            rows.append([written[column] for column in columns])
        return truths, rows

    def soil(self, text):
        kind = self.draw.random()
        if kind < 0.15:
            return f" {text}  "
        if kind < 0.3:
            return unicodedata.normalize("NFD", text)
        return text.replace(" ", " ", 1) if kind < 0.4 else text

    def collectives(self):
        truths, rows = [], []
        for _ in range(min(len(self.free), self.draw.randint(1, 3))):
            nominee = self.free.pop()
            unit = next(one for one in self.units if one["code"] == nominee["unit"])
            deed = self.draw.choice(DEEDS)
            truths.append({"nominee": nominee["key"], "summary": deed})
            rows.append([self.spell(unit), self.soil(deed)])
        return truths, rows

    def points(self):
        """What a district gives those under it, as numbers and as texts."""
        district = self.districts.pop()
        codes = {"1.1": ["Tiêu chí 1.1", "1.1 – Chỉ đạo, điều hành", "TC 1.1"], "1.2": ["Tiêu chí 1.2", "1.2. Thủ tục hành chính", "TC1.2"],
                 "5": ["Tiêu chí 5", "5 – Sáng kiến, cách làm hay"]}
        under = {unit["code"]: unit for unit in self.units if unit["parent"] == district["code"]}
        truths, rows = [], []
        for nominee in [one for one in self.put_forward if one["unit"] in under][:6]:
            points = {code: self.draw.randint(0, 20) * 25 for code in codes}
            truths.append({"nominee": nominee["key"], **{code: f"{n // 100}.{n % 100:02}" for code, n in points.items()}})
            written = [self.draw.choice([n / 100, f"{n / 100:.2f}".replace(".", ","), f" {n / 100:.2f} "]) for n in points.values()]
            rows.append([self.spell(under[nominee["unit"]]), *written])
        titles = [self.draw.choice(["Tên đơn vị", "Xã, phường, thị trấn"]), *(self.draw.choice(kinds) for kinds in codes.values())]
        return [district["name"].upper(), "BẢNG ĐIỂM THẨM ĐỊNH"], truths, titles, rows

    def table(self):
        """What is true by row, the titles, and the rows."""
        if self.free and self.draw.random() < 0.25:
            truths, rows = self.collectives()
            return truths, [self.draw.choice(["Tên đơn vị", "Tên tập thể", "Đơn vị"]), "Thành tích"], rows
        columns = ["person", "unit"] + [key for key in ("gender", "born", "position", "summary") if self.draw.random() < 0.8]
        self.draw.shuffle(columns)
        truths, rows = self.persons(columns)
        return truths, [self.draw.choice(PERSON_COLUMNS[column]) for column in columns], rows

    def file(self, folder, number):
        if self.districts and self.draw.random() < 0.1:
            named, truths, titles, rows = self.points()
        else:
            named, (truths, titles, rows) = [], self.table()
        above = [[line] for line in named] + [[], ["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"], ["Năm 2021"], [], ["(Kèm theo Tờ trình)"], []][: self.draw.randint(0, 6)]
        numbered = self.draw.random() < 0.7
        lines = above + [["STT", *titles] if numbered else list(titles)]
        if numbered and self.draw.random() < 0.3:
            lines.append(list(range(1, len(titles) + 2)))
        first = len(lines)
        lines += [[index, *row] if numbered else list(row) for index, row in enumerate(rows, 1)]
        behind = []
        if numbered and self.draw.random() < 0.5:
            behind.append([None, f"Tổng cộng: {len(rows)}"])
        if self.draw.random() < 0.4:
            behind += [[], [None, "An Giang, ngày 10 tháng 12 năm 2021"], ["NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"]]
        places = {first + index: truth for index, truth in enumerate(truths)}
        if not named and self.draw.random() < 0.15:
            path = folder / f"{number:03}.docx"
            write_word(path, lines[len(above):])
            return path, {row - len(above): truth for row, truth in places.items()}
        path = folder / f"{number:03}.xlsx"
        self.workbook(path, lines, behind, first, len(rows), numbered)
        return path, places

    def workbook(self, path, lines, behind, first, n_rows, numbered):
        signs = self.draw.choices([None, "font tcvn3", "font vni", "tcvn3"], [83, 8, 6, 3])[0]
        convert = {"font tcvn3": to_tcvn3, "tcvn3": to_tcvn3, "font vni": to_vni}.get(signs, lambda text: text)
        font = {"font tcvn3": ".VnTime", "font vni": "VNI-Times"}.get(signs)
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = self.draw.choice(["Sheet1", "DS", "Danh sách"])
        width = max(map(len, lines))
        formulas = [[None] + [f'=IFERROR(VLOOKUP(A{first + n_rows + index},An!A:H,2,0),"")'] * (width - 1) for index in range(1, 40)]
        for line in lines + (formulas if numbered and self.draw.random() < 0.2 else []) + behind:
            sheet.append([convert(cell) if isinstance(cell, str) and not cell.startswith("=") else cell for cell in line])
        if font:
            for row in sheet.iter_rows():
                for cell in row:
                    cell.font = Font(name=font)
        if self.draw.random() < 0.2:
            sample = book.create_sheet("Hướng dẫn")
            for row in (["STT", "Họ và tên", "Đơn vị"], [1, "Nguyễn Văn A", "Sở Y tế"]):
                sample.append(row)
        book.save(path)


def write_word(path, *tables):
    def cell(text):
        return f"<w:tc><w:p><w:r><w:t xml:space=\"preserve\">{xml.sax.saxutils.escape(str('' if text is None else text))}</w:t></w:r></w:p></w:tc>"

    def table(lines):
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in (''.join(map(cell, line)) for line in lines))}</w:tbl><w:p/>"

    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
                               'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
                               'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://'
                       'schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
                             f"<w:p/>{''.join(map(table, tables))}</w:body></w:document>",
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def make(folder, campaign, n_files, seed):
    """The files, each with what is true of its rows, row from 0 → truth; and what somebody answers who knows it all."""
    maker = Maker(campaign, seed)
    return [maker.file(pathlib.Path(folder), number) for number in range(n_files)], maker.meant


def answer(question, meant):
    return "yes" if question["kind"] == "signs" else meant[tidy(question["said"])]


def fields_of(truth):
    return [key for key in truth if key not in ("name", "nominee")]


def judge(truth, campaign):
    """What became of each value of a row: right, wrong or missing."""
    if "nominee" in truth:
        found = next(one for one in campaign["nominees"] if one["key"] == truth["nominee"])
        values = {one["criterion"]: one["verified"] for one in found["assessments"]} | {"summary": found["summary"]}
        return {key: "right" if values.get(key) == truth[key] else "missing" for key in fields_of(truth)}
    # In a font of small letters capitals with marks are small.
    named = [one for one in campaign["nominees"] if one.get("person") and one["person"]["name"].casefold() == truth["name"].casefold()]
    if len(named) != 1:
        return dict.fromkeys(fields_of(truth), "missing" if not named else "wrong")
    (found,) = named
    values = dict(found["person"], unit=found["unit"], summary=found["summary"])
    return {key: "right" if values[key] == truth[key] else "wrong" if values[key] else "missing" for key in fields_of(truth)}


def count(made, reports, campaign):
    """How many values are right, asked, refused, wrong or dropped, and of what rows that is said."""
    counts = dict.fromkeys(("right", "asked", "refused", "wrong", "dropped"), 0)
    notes = []
    for (path, places), report in zip(made, reports):
        told = {state: {value["row"] - 1 for value in report[state]} for state in ("asked", "refused", "conflict")}
        is_open = report["error"] or report["remarks"] or any(question["kind"] == "column" for question in report["questions"])
        for row, truth in places.items():
            for key, state in judge(truth, campaign).items():
                if state == "right":
                    kind = "right"
                elif row in told["asked"] or row in told["conflict"]:
                    kind = "asked"
                elif row in told["refused"]:
                    kind = "refused"
                elif state == "wrong":
                    kind = "wrong"
                else:
                    kind = "asked" if is_open else "dropped"
                counts[kind] += 1
                if kind not in ("right", "asked"):
                    notes.append(f"{path.name} row {row + 1} {key}: {kind}: {truth}")
    return counts, notes


def main():
    folder = pathlib.Path(sys.argv[1])
    campaign = json.loads((pathlib.Path(__file__).parents[2] / "data/demo/papi-2021-demo.json").read_text(encoding="utf-8"))
    folder.mkdir(exist_ok=True)
    made, _ = make(folder, campaign, int(sys.argv[2]) if len(sys.argv) > 2 else 60, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    json.dump({path.name: places for path, places in made}, sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
