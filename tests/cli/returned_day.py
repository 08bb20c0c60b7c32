# SPDX-License-Identifier: GPL-3.0-or-later
"""What units send back on one day: their forms, soiled in ten ways, and what proves them; and whether all of it became what it is.

    returned_day.py make FORMS CAMPAIGN OUT N_PROOFS [SEED]
    returned_day.py judge OUT BEFORE AFTER

FORMS is the folder of those that went out, CAMPAIGN what the library said then. OUT gets a folder that is handed over and, beside it, what
is true. In answers.tsv there is what somebody knows who was told: a line for each question, its kind, what it is about, the answer, and
what is typed to find that; and for each file of which nothing says what it proves its place, the nominee, the criterion and the unit.
"""

import csv
import email.message
import email.policy
import hashlib
import json
import pathlib
import random
import sys
import unicodedata
import zipfile

import openpyxl
from openpyxl.styles import Font

from dirty_files import convert_all, write_word
from old_signs import to_tcvn3, to_vni
from returned_form import HEAD, Answers

FIRST_SEED = 1312
UNSAID = (None, "", [], "pending")
HANDED, PROOFS = "gửi về", "minh chứng"
SELF, BELOW, WORDS, DOCUMENTS = "Tự chấm", "Cấp xã", 6, 5
SYMBOLS = ["QĐ-UBND", "BC-UBND", "KH-UBND", "TB-UBND"]


class Day(Answers):
    """What one unit types, in words of one line, and the documents that it names."""

    def __init__(self, campaign, seed, first_document):
        super().__init__(campaign, seed)
        self.next_document = first_document
        self.documents = []  # (nominee, criterion, number)

    def say(self):
        return f"Đã bổ sung báo cáo số {self.draw.randint(1, 9999)}, có biên bản kèm theo"

    def fill_self(self, sheet, nominee):
        super().fill_self(sheet, nominee)
        for row, truth in [(row, truth) for (title, row), truth in self.truths.items() if title == SELF][:4]:
            criterion = next(key[1] for key in truth if key != "nominee")
            number = f"{self.next_document}/{self.draw.choice(SYMBOLS)}"
            self.next_document += 1
            kept = sheet.cell(row, DOCUMENTS).value
            self.typed.append((SELF, row, DOCUMENTS, f"{kept}\n{number}" if kept else number))
            self.documents.append((nominee["key"], criterion, number))


def soil_nothing(draw, book, answers):
    """The form as it is."""


def move_columns(draw, book, answers):
    """Lines above, columns in another order, and nothing of what Excel was told of the cells."""
    for sheet in [one for one in book if one.sheet_state == "visible"]:
        lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
        order = list(range(1, len(lines[0])))
        draw.shuffle(order)
        place = book.index(sheet)
        book.remove(sheet)
        moved = book.create_sheet(sheet.title, place)
        for line in [["PHÒNG NỘI VỤ GỬI LẠI"], []]:
            moved.append(line)
        for line in lines:
            moved.append([line[0], *(line[column] for column in order)])


def take_protection(draw, book, answers):
    """The protection off, rows in another order, numbers as texts."""
    sheet = book[SELF]
    sheet.protection.disable()
    sheet.data_validations.dataValidation.clear()
    for title, row, column, value in answers.typed:
        if isinstance(value, float):
            book[title].cell(row, column).value = draw.choice([f"{value:.2f}".replace(".", ","), f" {value} ", f"{value} "])


def move_head(draw, book, answers):
    """Lines above the titles, which stand over two."""
    sheet = book[SELF]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.insert_rows(1, draw.randint(1, 4))
    sheet["A1"] = "Kính gửi: Sở Nội vụ"


def lose_identity(draw, book, answers):
    del book["_bangvang"]


def convert_words(book, answers, convert, font):
    for title, row, column, value in answers.typed:
        if title == SELF and column == WORDS:
            cell = book[title].cell(row, column)
            cell.value, cell.font = convert(value), Font(name=font) if font else cell.font


def write_tcvn3(draw, book, answers):
    convert_words(book, answers, to_tcvn3, ".VnTime")


def write_vni(draw, book, answers):
    convert_words(book, answers, to_vni, "VNI-Times")


def write_nfd(draw, book, answers):
    for sheet in [one for one in book if one.sheet_state == "visible"]:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = unicodedata.normalize("NFD", cell.value)


def misname(draw, book, answers):
    """The hidden sheet lost, and the unit's name written without its marks."""
    lose_identity(draw, book, answers)
    for sheet in book:
        sheet["A2"] = strip_marks(sheet["A2"].value)


# How a file is soiled, as what it is saved, and its share.
KINDS = {
    "as it went out": (soil_nothing, "xlsx", 20),
    "lines and columns moved": (move_columns, "xlsx", 20),
    "protection gone, numbers as texts": (take_protection, "xlsx", 20),
    "titles moved": (move_head, "xlsx", 15),
    "hidden sheet lost": (lose_identity, "xlsx", 15),
    "TCVN3 in its font": (write_tcvn3, "xlsx", 12),
    "VNI in its font": (write_vni, "xlsx", 8),
    "NFD": (write_nfd, "xlsx", 12),
    "saved as .ods": (soil_nothing, "ods", 10),
    "saved as .xls": (soil_nothing, "xls", 12),
    "saved as .csv": (lose_identity, "csv", 8),
    "a table in Word": (lose_identity, "docx", 8),
    "in a mail": (soil_nothing, "eml", 12),
    "zipped with what proves it": (soil_nothing, "zip", 10),
    "two versions": (soil_nothing, "twice", 7),
    "the unit's name without marks": (misname, "xlsx", 6),
}

# Of 400 proofs, of so many nothing says what they prove but their content.
MISNAMED = 8


def strip_marks(text):
    letters = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def make_pdf(number):
    return b"%%PDF-1.4\n%% %d\n1 0 obj <<>> endobj\ntrailer <<>>\n%%%%EOF\n" % number


def list_kinds(draw, n_files):
    """A kind for each unit, in their shares; of few files each comes once before one comes twice."""
    kinds = list(KINDS)
    if n_files < sum(share for *_, share in KINDS.values()):
        return (kinds * (n_files // len(kinds) + 1))[:n_files]
    wanted = [kind for kind, (*_, share) in KINDS.items() for _ in range(share)]
    draw.shuffle(wanted)
    return wanted


class Maker:

    def __init__(self, forms, campaign, out, seed):
        self.draw = random.Random(seed)
        self.forms = forms
        self.campaign = campaign
        self.units = {unit["code"]: unit for unit in campaign["units"]}
        self.out = out
        self.handed = out / HANDED
        self.handed.mkdir(parents=True)
        self.truths = []  # of values
        self.proofs = []  # of nominees and criteria; the number of a content is its place, from 1
        self.answers = []
        self.converted = {"ods": [], "xls": []}
        self.named = {}  # unit → documents not sent yet
        self.counts = {}

    def name(self, unit):
        """The name of a unit, which others may have too: with its code then."""
        name = self.units[unit]["name"]
        same = [one for one in self.units.values() if one["name"].casefold() == name.casefold()]
        return name if len(same) == 1 else f"{unit} - {name}"

    def note(self, answers, titles):
        for (title, _), truth in answers.truths.items():
            if title in titles:
                self.truths += [[truth["nominee"], *key, value] for key, value in truth.items() if key != "nominee"]

    def take_documents(self, unit, n):
        taken, self.named[unit] = self.named[unit][:n], self.named[unit][n:]
        return taken

    def make_proof(self, nominee, criterion):
        self.proofs.append([nominee, criterion])
        return make_pdf(len(self.proofs))

    def make(self, kind, unit, number):
        soil, saved, _ = KINDS[kind]
        self.counts[kind] = self.counts.get(kind, 0) + 1
        book = openpyxl.load_workbook(self.forms[unit])
        answers = Day(self.campaign, self.draw.random(), number * 10 + 100)
        answers.fill(book, unit)
        for title, row, column, value in answers.typed:
            book[title].cell(row, column).value = value
        self.named[unit] = answers.documents
        soil(self.draw, book, answers)
        stem = self.forms[unit].stem
        if soil is misname:
            stem = f"bieu mau {number}"
            self.answers.append(["file-unit", stem, unit, self.units[unit]["name"]])
        if soil is write_nfd:
            stem = unicodedata.normalize("NFD", stem)
        self.save(book, answers, saved, self.handed / f"{stem}.xlsx", unit)
        self.note(answers, [SELF] if saved in ("csv", "docx") else [SELF, BELOW])

    def save(self, book, answers, saved, path, unit):
        if saved == "csv":
            with open(path.with_suffix(".csv"), "w", encoding=self.draw.choice(["utf-8-sig", "utf-16"]), newline="") as file:
                csv.writer(file, delimiter=self.draw.choice([";", "\t", ","])).writerows(book[SELF].iter_rows(values_only=True))
            return
        if saved == "docx":
            lines = [[cell.value for cell in row] for row in book[SELF].iter_rows(min_row=HEAD)]
            write_word(path.with_suffix(".docx"), lines)
            return
        book.save(path)
        if saved in self.converted:
            self.converted[saved].append(path)
        elif saved == "eml":
            self.mail(path, unit)
        elif saved == "zip":
            self.pack(path, unit)
        elif saved == "twice":
            self.correct(book, answers, path)

    def correct(self, book, answers, path):
        """The unit thought better of some points: the later file holds, whatever it is called."""
        typed = [one for one in answers.typed if one[0] == SELF and isinstance(one[3], float)][:3]
        for title, row, column, value in typed:
            field = next(key for key in answers.truths[title, row] if key[0] == "self")
            changed = value - 0.25 if value else 0.25
            book[title].cell(row, column).value = changed
            answers.truths[title, row][field] = f"{changed:.2f}"
        book.save(path.with_name(f"{path.stem} (sửa).xlsx"))

    def mail(self, path, unit):
        mail = email.message.EmailMessage(policy=email.policy.SMTP)
        mail["From"], mail["To"], mail["Subject"] = "phongnoivu@example.vn", "so@example.vn", "Gửi lại biểu mẫu"
        mail["Date"] = "Mon, 20 Dec 2021 08:00:00 +0700"
        mail.set_content("Kính gửi.\n")
        attached = [("biểu mẫu.xlsx", path.read_bytes())]
        for nominee, criterion, number in self.take_documents(unit, 1):
            name = number.replace("/", "_") + ".pdf"
            attached.append((name, self.make_proof(nominee, criterion)))
        for name, content in attached:
            mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
        path.with_suffix(".eml").write_bytes(mail.as_bytes())
        path.unlink()

    def pack(self, path, unit):
        with zipfile.ZipFile(path.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(path, "biểu mẫu.xlsx")
            for nominee, criterion, number in self.take_documents(unit, 2):
                name = strip_marks(number.replace("/", "-")) + ".pdf"
                archive.writestr(name, self.make_proof(nominee, criterion))
        path.unlink()

    def prove(self, n_proofs):
        """What proves the rest, in folders by unit, by number or by the folder of its criterion; some misnamed."""
        units = [unit for unit in self.named if self.named[unit]]
        n_asked = 0
        while len(self.proofs) < n_proofs:
            unit = units[len(self.proofs) % len(units)]
            taken = self.take_documents(unit, 1)
            if not taken:
                units.remove(unit)
                continue
            (nominee, criterion, number), = taken
            folder = self.handed / PROOFS / self.name(unit)
            is_asked = n_asked < max(1, n_proofs * MISNAMED // 400) and len(self.proofs) % 7 == 3
            n_asked += is_asked
            name = self.draw.choice([number.replace("/", "_"), strip_marks(number).replace("/", "-"), "QĐ " + number.replace("/", "-"),
                                     number.replace("/", " ") + " signed"]) + ".pdf"
            if is_asked:
                name = f"Scan {len(self.proofs):04}.pdf"
                # Whose it is, its folder says; of which criterion, where that is not among those that are likely, is asked in turn.
                for said in (name, f"{name}/{nominee}"):
                    self.answers.append(["proof", said, f"{nominee}/{criterion}", nominee])
            elif self.draw.random() < 0.2:
                folder, name = folder / f"TC {criterion}", f"ảnh chụp {len(self.proofs)}.pdf"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(self.make_proof(nominee, criterion))

    def finish(self):
        for kind, paths in self.converted.items():
            convert_all(paths, kind)
        truth = {"values": self.truths, "proofs": self.proofs, "kinds": self.counts}
        (self.out / "truth.json").write_text(json.dumps(truth, ensure_ascii=False), encoding="utf-8")
        (self.out / "answers.tsv").write_text("".join("\t".join(one) + "\n" for one in self.answers), encoding="utf-8")


def find_forms(folder):
    """The path of each unit's form, by its code."""
    forms = {}
    for path in sorted(folder.glob("*.xlsx")):
        book = openpyxl.load_workbook(path, read_only=True)
        identity = {row[0]: row[1] for row in book["_bangvang"].iter_rows(values_only=True)}
        forms[identity["unit"]] = path
    return forms


def make(forms, campaign, out, n_proofs, seed=FIRST_SEED):
    campaign = json.loads(pathlib.Path(campaign).read_text(encoding="utf-8"))
    maker = Maker(find_forms(pathlib.Path(forms)), campaign, pathlib.Path(out), int(seed))
    units = [unit["code"] for unit in campaign["units"] if unit["code"] in maker.forms]
    for number, (unit, kind) in enumerate(zip(units, list_kinds(maker.draw, len(units)))):
        maker.make(kind, unit, number)
    maker.prove(int(n_proofs))
    maker.finish()


def say(campaign):
    """What is said of each nominee, and apart what proves it: the contents, by nominee and criterion."""
    contents = {one["key"]: one["sha256"] for one in campaign["evidence"]}
    said, proved = {}, {}
    for one in campaign["nominees"]:
        assessments = {}
        for assessment in one["assessments"]:
            assessments[assessment["criterion"]] = {key: value for key, value in assessment.items() if key != "evidence" and value not in UNSAID}
            proved[one["key"], assessment["criterion"]] = {contents[key] for key in assessment.get("evidence") or []}
        said[one["key"]] = (dict(one, assessments=None), assessments)
    return said, {place: found for place, found in proved.items() if found}


def expect(out, before):
    """The same, as it has to be."""
    truth = json.loads((out / "truth.json").read_text(encoding="utf-8"))
    said, proved = say(before)
    for nominee, kind, criterion, value in truth["values"]:
        said[nominee][1].setdefault(criterion, {"criterion": criterion})[kind] = value
    for number, (nominee, criterion) in enumerate(truth["proofs"], 1):
        proved.setdefault((nominee, criterion), set()).add(hashlib.sha256(make_pdf(number)).hexdigest())
    return truth, said, proved


def list_differences(expected, found):
    return [f"{key}: {expected.get(key)} became {found.get(key)}" for key in {**expected, **found} if expected.get(key) != found.get(key)]


def judge(out, before, after):
    before, after = (json.loads(pathlib.Path(path).read_text(encoding="utf-8")) for path in (before, after))
    truth, *expected = expect(pathlib.Path(out), before)
    wrong = [line for one, other in zip(expected, say(after)) for line in list_differences(one, other)]
    print(f"{len(truth['values'])} values and {len(truth['proofs'])} proofs, {len(wrong)} nominees or criteria wrong")
    print("; ".join(f"{n} × {kind}" for kind, n in truth["kinds"].items()))
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    {"make": make, "judge": judge}[sys.argv[1]](*sys.argv[2:])
