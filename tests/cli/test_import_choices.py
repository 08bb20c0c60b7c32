# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody chooses of files that come back: between two values, all of a file or nothing, and leaving out."""

import json
import unittest

import openpyxl

from program import FINDINGS, Test

NOMINEE = "thi-xa-tan-chau"


class Choices(Test):

    def setUp(self):
        super().setUp()
        self.take_demo()

    def form(self, name="a.xlsx", **points):
        """The form of a unit; point2=27.25 fills in criterion 2."""
        path = self.scratch / name
        self.succeed("form", "--unit", "887", "-o", path)
        book = openpyxl.load_workbook(path)
        sheet = book["Tự chấm"]
        head = next(row for row in sheet.iter_rows() if any(cell.value == "Điểm tự chấm" for cell in row))
        column = next(cell.column for cell in head if cell.value == "Điểm tự chấm")
        for row in sheet.iter_rows(min_row=head[0].row + 1):
            key = f"point{row[0].value}"
            if key in points:
                sheet.cell(row[0].row, column).value = points[key]
        book.save(path)
        return path

    def book(self, *rows, name):
        book = openpyxl.Workbook()
        book.active.title = "Bảng"
        for row in rows:
            book.active.append(row)
        book.save(self.scratch / name)
        return self.scratch / name

    def import_files(self, *arguments, status=0):
        done = self.run_cli("--json", "import", *arguments)
        self.assertEqual(status, done.returncode, done.stderr + done.stdout)
        return json.loads(done.stdout)

    def answers(self, answers):
        return ("--answers", self.write("answers.json", json.dumps(answers).encode()))

    def points(self, criterion):
        (found,) = [one for one in json.loads(self.dump())["nominees"] if one["key"] == NOMINEE]
        return next(one["self"] for one in found["assessments"] if one["criterion"] == criterion)

    def conflicts(self):
        """A form in which two values stand that were changed here since it went out."""
        path = self.form(point2=27.25, point5=7)
        self.succeed("score", NOMINEE, "2", "24", "--self")
        self.succeed("score", NOMINEE, "5", "8", "--self")
        return path

    def test_of_a_conflict_ours_is_kept_or_theirs_taken(self):
        path = self.conflicts()
        (file,) = self.import_files(path, status=FINDINGS)
        (first, second) = file["conflict"]
        self.assertEqual(("25.50", "24.00", "27.25"), (first["was"], first["before"], first["after"]))
        question = next(one for one in file["questions"] if one["key"] == first["question"])
        self.assertEqual("conflict", question["kind"])
        self.assertEqual([("ours", "Keep 24,00"), ("theirs", "Take 27,25")],
                         [(one["answer"], one["title"]) for one in question["candidates"]])
        (file,) = self.import_files(path, *self.answers({first["question"]: "theirs"}), status=FINDINGS)
        self.assertEqual((1, 1), (len(file["changed"]), len(file["conflict"])))
        self.assertEqual(("27.25", "8.00"), (self.points("2"), self.points("5")))
        (file,) = self.import_files(path, *self.answers({second["question"]: "ours"}))
        self.assertEqual([], file["conflict"])
        self.assertEqual("8.00", self.points("5"))

    def test_all_conflicts_of_a_file_are_decided_at_once(self):
        path = self.conflicts()
        (file,) = self.import_files(path, status=FINDINGS)
        key = file["conflict"][0]["question"]
        (file,) = self.import_files(path, *self.answers({f"{key.rsplit('/', 1)[0]}/*": "theirs",
                                                         file["conflict"][1]["question"]: "ours"}))
        self.assertEqual(("27.25", "8.00"), (self.points("2"), self.points("5")))
        self.assertEqual([], file["conflict"])
        # The decision is about this file: nothing of it is learned.
        self.succeed("undo")
        (file,) = self.import_files(path, "--dry-run", status=FINDINGS)
        self.assertEqual(2, len(file["conflict"]))

    def test_an_answer_that_is_none_of_both_is_asked_again(self):
        path = self.conflicts()
        (file,) = self.import_files(path, "--dry-run", status=FINDINGS)
        key = file["conflict"][0]["question"]
        (file,) = self.import_files(path, "--dry-run", *self.answers({key: "mine"}), status=FINDINGS)
        self.assertEqual(2, len(file["conflict"]))
        self.assertEqual("mine", next(one["refused"] for one in file["questions"] if one["key"] == key))

    def test_of_two_files_the_chosen_one_holds(self):
        first = self.form("a.xlsx", point2=27.25)
        second = self.form("b.xlsx", point2=21)
        files = self.import_files(first, second, "--dry-run", status=FINDINGS)
        self.assertEqual([1, 0], [len(file["changed"]) for file in files])
        key = files[1]["conflict"][0]["question"]
        files = self.import_files(first, second, *self.answers({key: "theirs"}))
        self.assertEqual([0, 1], [len(file["changed"]) for file in files])
        self.assertEqual("21.00", self.points("2"))

    def test_what_was_not_chosen_is_not_taken_in_when_the_chosen_one_waits(self):
        first = self.form("a.xlsx", point2=27.25, point5="mười")
        second = self.form("b.xlsx", point2=21)
        files = self.import_files(first, second, "--dry-run", status=FINDINGS)
        key = files[1]["conflict"][0]["question"]
        self.assertTrue(key.endswith("+"), key)
        chosen = self.answers({key: "ours"})
        files = self.import_files(first, second, "--dry-run", *chosen, status=FINDINGS)
        self.assertEqual(([1, 0], [0, 0]), ([len(file["changed"]) for file in files], [len(file["conflict"]) for file in files]))
        files = self.import_files(first, second, "--whole", *chosen, status=FINDINGS)
        self.assertEqual(([True, True], "25.50"), ([file["held"] for file in files], self.points("2")))
        (again,) = files[1]["conflict"]
        files = self.import_files(first, second, "--whole", *self.answers({key: "ours", again["question"]: "theirs"}), status=FINDINGS)
        self.assertEqual(([True, False], "21.00"), ([file["held"] for file in files], self.points("2")))

    def test_a_file_in_which_something_waits_is_taken_in_whole_or_not_at_all(self):
        before = self.dump()
        path = self.form(point2=27.25, point5="mười")
        good = self.book(["Họ và tên", "Đơn vị", "Chức vụ"], ["Lý Văn Sang", "Sở Y tế", "Văn thư"], name="danh sach.xlsx")
        (file, other) = self.import_files(path, good, "--whole", status=FINDINGS)
        self.assertEqual((True, False), (file["held"], other["held"]))
        self.assertEqual((1, 1), (len(file["changed"]), len(file["refused"])))
        self.assertEqual("25.50", self.points("2"))
        self.assertIn("Lý Văn Sang", self.dump())
        self.assertIn("nothing of it is taken in", self.run_cli("import", path, "--whole", "--dry-run").stdout)
        self.succeed("undo")
        self.assertEqual(before, self.dump())
        (file,) = self.import_files(path, status=FINDINGS)
        self.assertEqual((False, "27.25"), (file["held"], self.points("2")))

    def test_who_is_put_forward_by_a_file_that_waits_is_not_put_forward(self):
        rows = (["STT", "Họ và tên", "Đơn vị công tác", "Chức vụ"], [1, "Lý Văn Sang", "Sở Y tế", "Văn thư"])
        path = self.book(*rows, [2, None, "Sở Y tế", "Kế toán"], name="a.xlsx")
        later = self.book(*rows, [2, "Lý Văn Giàu", "Sở Y tế", "Kế toán"], name="b.xlsx")
        (file, other) = self.import_files(path, later, "--whole", status=FINDINGS)
        self.assertEqual((True, False), (file["held"], other["held"]))
        names = [one["person"]["name"] for one in json.loads(self.dump())["nominees"] if one["person"]]
        self.assertEqual((1, 1), (names.count("Lý Văn Sang"), names.count("Lý Văn Giàu")))

    def test_a_file_of_which_nobody_knows_whose_it_is_is_left_out(self):
        path = self.book(["Họ và tên", "Chức vụ"], ["Lý Văn Sang", "Văn thư"], name="bang.xlsx")
        before = self.dump()
        (file,) = self.import_files(path, status=FINDINGS)
        (question,) = file["questions"]
        self.assertEqual("file-unit", question["kind"])
        (file,) = self.import_files(path, *self.answers({question["key"]: "-"}))
        self.assertEqual({"answered": 1}, file["tables"][0]["left_out"])
        self.assertEqual(before, self.dump())

    def test_points_of_nobody_are_left_out(self):
        path = self.book(["Tên đơn vị", "Tiêu chí 2", "Tiêu chí 5"], ["Sở Y tế", 27, 9], ["Sở Xây dựng", 20, 8], name="bang.xlsx")
        before = self.dump()
        (file,) = self.import_files(path, status=FINDINGS)
        (question,) = file["questions"]
        self.assertEqual("points", question["kind"])
        (file,) = self.import_files(path, *self.answers({question["key"]: "-"}))
        self.assertEqual([], file["questions"])
        self.assertEqual(before, self.dump())


if __name__ == "__main__":
    unittest.main()
