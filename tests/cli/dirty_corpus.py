# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists and forms as units send them, with all their quirks, and what is true of each.

Every quirk was seen in a real list. The same seed gives the same files:

    dirty_corpus.py FOLDER [N] [SEED]
"""

import json
import pathlib
import random
import sys
import unicodedata

from dirty_files import Table, convert_all, write_document, write_workbook
from returned_form import fill_form, soil_form, write_points

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

    def __init__(self, campaign, seed, forms=()):
        self.draw = random.Random(seed)
        self.campaign = campaign
        self.forms = list(forms)
        self.draw.shuffle(self.forms)
        self.genders = {}
        self.units = campaign["units"]
        self.meant = {}
        self.used = {one["person"]["name"] for one in campaign["nominees"] if one.get("person")}
        self.put_forward = [one for one in campaign["nominees"] if not one.get("person") and not one.get("withdrawn")]
        self.free = list(self.put_forward)
        self.draw.shuffle(self.free)
        self.districts = [unit["code"] for unit in self.units if unit["type"] in ("Huyện", "Thị xã", "Thành phố")]
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
            self.genders[name] = {"Nam": "male", "Nữ": "female"}[gender]
            true_born, born = self.born()
            unit = self.draw.choice(self.units)
            truth = {"name": name, "gender": self.genders[name], "born": true_born, "unit": unit["code"],
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
        code = self.districts.pop()
        # Its form would say otherwise of the same points.
        self.forms = [form for form in self.forms if form.stem != code]
        district = next(unit for unit in self.units if unit["code"] == code)
        codes = {"1.1": ["Tiêu chí 1.1", "1.1 – Chỉ đạo, điều hành", "TC 1.1"], "1.2": ["Tiêu chí 1.2", "1.2. Thủ tục hành chính", "TC1.2"],
                 "5": ["Tiêu chí 5", "5 – Sáng kiến, cách làm hay"]}
        under = {unit["code"]: unit for unit in self.units if unit["parent"] == district["code"]}
        truths, rows = [], []
        for nominee in [one for one in self.put_forward if one["unit"] in under][:6]:
            points = {code: self.draw.randint(0, 20) * 25 for code in codes}
            truths.append({"nominee": nominee["key"], **{("verified", code): write_points(n) for code, n in points.items()}})
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

    def head(self, titles, numbered):
        """The lines of the titles, and which cells of them are shown as one: some titles stand under one that they share."""
        titles = ["STT", *titles] if numbered else list(titles)
        split = [title for title in titles if isinstance(title, tuple)]
        if not split:
            return [titles], []
        above, below, merged = [], [], []
        for title in titles:
            if isinstance(title, tuple):
                merged.append((0, len(above), 1, len(title[1])))
                above += [title[0]] + [None] * (len(title[1]) - 1)
                below += title[1]
            else:
                merged.append((0, len(above), 2, 1))
                above.append(title)
                below.append(None)
        return [above, below], merged

    def gather(self, titles):
        """Titles that may stand under one: those of years of birth, and those of criteria."""
        points = [title for title in titles if "1.1" in title or "1.2" in title or "5" in title]
        if points and self.draw.random() < 0.4:
            first = titles.index(points[0])
            return titles[:first] + [("Điểm thẩm định", points)] + titles[first + len(points):]
        return titles

    def part_births(self, titles, rows, truths):
        """Men and women have columns of their own, which say what they are."""
        at = next((i for i, title in enumerate(titles) if title in PERSON_COLUMNS["born"]), None)
        if at is None or any(title in PERSON_COLUMNS["gender"] for title in titles) or self.draw.random() < 0.5:
            return titles
        for row, truth in zip(rows, truths):
            truth["gender"] = self.genders[truth["name"]]
            row[at : at + 1] = [row[at], None] if truth["gender"] == "male" else [None, row[at]]
        return titles[:at] + [("Năm sinh", ["Nam", "Nữ"])] + titles[at + 1:]

    def lines_above(self, named):
        lines = [[line] for line in named]
        lines += [[], ["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"], ["Năm 2021"], [], ["(Kèm theo Tờ trình)"], []][: self.draw.randint(0, 6)]
        return lines

    def fill_table(self, table, above, truths, titles, rows):
        """What is true by the number of its row. Above the table of a document stand paragraphs, and none of its cells computes."""
        draw = self.draw
        numbered = draw.random() < 0.7
        titles = self.gather(self.part_births(titles, rows, truths))
        heads, merged = self.head(titles, numbered)
        lines = above or []
        table.lines = lines + heads
        table.merged = [(row + len(lines), *rest) for row, *rest in merged]
        width = len(heads[0])
        if draw.random() < 0.5:
            table.merged += [(row, 0, 1, width) for row, line in enumerate(lines) if len(line) == 1]
        if numbered and draw.random() < 0.3:
            table.lines.append(list(range(1, width + 1)))
        first = len(table.lines)
        table.lines += [[index, *row] if numbered else list(row) for index, row in enumerate(rows, 1)]
        if numbered and above is not None and draw.random() < 0.2:
            table.lines += [[None] + [f'=IFERROR(VLOOKUP(A{first + len(rows) + index},An!A:H,2,0),"")'] * (width - 1) for index in range(1, 40)]
        if numbered and draw.random() < 0.5:
            table.lines.append([None, f"Tổng cộng: {len(rows)}"])
        if draw.random() < 0.4:
            table.lines += [[], [None, "An Giang, ngày 10 tháng 12 năm 2021"], ["NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"]]
        return {(None, first + index): truth for index, truth in enumerate(truths)}

    def form(self, path):
        """A form came back; the unit's hand changed more than what it was asked for."""
        source = self.forms.pop()
        answers, book = fill_form(source, self.campaign, source.stem, self.draw.random())
        places = soil_form(self.draw, book, answers)
        if source.stem in self.districts:
            self.districts.remove(source.stem)
        book.save(path)
        return {(sheet, row - 1): truth for (sheet, row), truth in places.items()}

    def file(self, folder, number):
        """Its path, what is true of it, and as what else it is to be saved."""
        path = folder / f"{number:03}.xlsx"
        saved = self.draw.choices(["xlsx", "xls", "ods"], [84, 12, 4])[0]
        if self.forms and self.draw.random() < 0.15:
            return path, self.form(path), saved
        table = Table(self.draw)
        named = []
        if self.districts and self.draw.random() < 0.1:
            named, truths, titles, rows = self.points()
        else:
            truths, titles, rows = self.table()
        is_document = not named and self.draw.random() < 0.15
        places = self.fill_table(table, None if is_document else self.lines_above(named), truths, titles, rows)
        if is_document:
            path = path.with_suffix(".docx")
            write_document(path, table)
            return path, places, "docx"
        write_workbook(path, table)
        return path, places, saved


def make(folder, campaign, n_files, seed, forms=()):
    """The files, each with what is true of its rows, (sheet or None, row from 0) → truth; and what somebody answers who knows it
    all. Forms are files as they went out, each named by the code of its unit."""
    maker = Maker(campaign, seed, forms)
    made = [maker.file(pathlib.Path(folder), number) for number in range(n_files)]
    renamed = {}
    for kind in ("xls", "ods"):
        renamed |= convert_all([path for path, _, saved in made if saved == kind], kind)
    return [(renamed.get(path, path), places) for path, places, _ in made], maker.meant


def answer(question, meant):
    """Whose name is one letter otherwise than another's is somebody else."""
    fixed = {"signs": "yes", "person": "new"}
    return fixed[question["kind"]] if question["kind"] in fixed else meant[tidy(question["said"])]


def fields_of(truth):
    return [key for key in truth if key not in ("name", "nominee")]


def find_values(truth, campaign):
    """The values of whom a row is about; None where that is not one."""
    if "nominee" in truth:
        found = next(one for one in campaign["nominees"] if one["key"] == truth["nominee"])
        values = {(kind, one["criterion"]): one.get(kind) for one in found["assessments"] for kind in ("self", "verified", "passed", "explanation")}
        return values | {"summary": found["summary"]}
    # In a font of small letters capitals with marks are small.
    named = [one for one in campaign["nominees"] if one.get("person") and one["person"]["name"].casefold() == truth["name"].casefold()]
    return dict(named[0]["person"], unit=named[0]["unit"], summary=named[0]["summary"]) if len(named) == 1 else None


def judge(truth, before, after):
    """What became of each value of a row: right, wrong or missing."""
    values = find_values(truth, after)
    if values is None:
        known = any(one.get("person") and one["person"]["name"] == truth.get("name") for one in after["nominees"])
        return dict.fromkeys(fields_of(truth), "wrong" if known else "missing")
    old = find_values(truth, before) or {}
    states = {}
    for key in fields_of(truth):
        value = values.get(key)
        states[key] = "right" if value == truth[key] else "missing" if value in (None, "", old.get(key)) else "wrong"
    return states


def count(made, reports, before, after):
    """How many values are right, asked, refused, wrong or dropped, and of what rows that is said."""
    counts = dict.fromkeys(("right", "asked", "refused", "wrong", "dropped"), 0)
    notes = []
    for (path, places), report in zip(made, reports):
        told = {state: {(sheet, value["row"] - 1) for value in report[state] for sheet in (None, value["sheet"])}
                for state in ("asked", "refused", "conflict")}
        is_open = report["error"] or report["remarks"] or any(question["kind"] == "column" for question in report["questions"])
        for row, truth in places.items():
            for key, state in judge(truth, before, after).items():
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
                    notes.append(f"{path.name} row {row[1] + 1} {key}: {kind}: {truth}")
    return counts, notes


def main():
    folder = pathlib.Path(sys.argv[1])
    campaign = json.loads((pathlib.Path(__file__).parents[2] / "data/demo/papi-2021-demo.json").read_text(encoding="utf-8"))
    folder.mkdir(exist_ok=True)
    made, _ = make(folder, campaign, int(sys.argv[2]) if len(sys.argv) > 2 else 60, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    json.dump({path.name: [[*place, str(truth)] for place, truth in places.items()] for path, places in made}, sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
