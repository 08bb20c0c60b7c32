# SPDX-License-Identifier: GPL-3.0-or-later
"""What is copied from Excel or Word becomes nominees, scores and votes: all that fits as one action, else nothing."""

import json
import subprocess
import unittest

from program import DONE, FAILED, FINDINGS, USAGE, Test


class Pastes(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()

    def paste(self, kind, text, *arguments):
        return self.run_cli("paste", kind, self.write("block.tsv", text), *arguments)

    def paste_well(self, kind, text, *arguments):
        """What is said of a block that fits, and was written."""
        done = self.json("paste", kind, self.write("block.tsv", text), *arguments)
        self.assertTrue(done["written"])
        self.assertEqual([], done["open"])
        return done

    def refuse_block(self, kind, text, *arguments):
        """What does not fit, by row and column; and nothing was written."""
        before = self.dump()
        done = self.run_cli("paste", kind, self.write("block.tsv", text), *arguments, "--json")
        self.assertEqual(FINDINGS, done.returncode, done.stderr)
        said = json.loads(done.stdout)
        self.assertFalse(said["written"])
        self.assertEqual(before, self.dump())
        return said

    def nominee(self, key):
        (found,) = [nominee for nominee in json.loads(self.dump())["nominees"] if nominee["key"] == key]
        return found

    def score(self, key, criterion, points="verified"):
        return {each["criterion"]: each[points] for each in self.nominee(key)["assessments"]}.get(criterion)

    def last_action(self):
        return self.json("log", "--limit", "1")[0]["label"]


class Scores(Pastes):
    TITLED = "STT\tTên đơn vị\t2\t5\r\n1\tSở Nội vụ\t25,25\t3\r\n2\tSở Tư pháp\t20,5\t2,5\r\n\r\n"

    def test_a_block_with_titles_is_one_action(self):
        before = self.dump()
        done = self.paste_well("score", self.TITLED, "--into", "so-nganh")
        self.assertEqual((3, 4, 4), (done["rows"], done["columns"], done["changed"]))
        self.assertEqual("25.25", self.score("so-noi-vu", "2"))
        self.assertEqual("2.50", self.score("so-tu-phap", "5"))
        self.assertEqual("Paste 3 × 4 cells", self.last_action())
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_titles_of_criteria_tell_the_group(self):
        titles = "Tên đơn vị\tTriển khai thực hiện hiệu quả các nhiệm vụ được giao trong Kế hoạch thực hiện các giải " \
            "pháp nâng cao Chỉ số PAPI tỉnh, nhất là các nhiệm vụ cơ quan và địa phương được giao chủ trì thực hiện"
        self.paste_well("score", titles + "\nSở Nội vụ\t24,5\n", "--final")
        self.assertEqual("24.50", self.score("so-noi-vu", "2", "final"))

    def test_without_titles_the_columns_are_the_criteria_from_the_first(self):
        self.paste_well("score", "Sở Nội vụ\t14\t25,25\nSở Tư pháp\t13,5\n", "--into", "so-nganh", "--self")
        self.assertEqual("14.00", self.score("so-noi-vu", "1", "self"))
        self.assertEqual("25.25", self.score("so-noi-vu", "2", "self"))
        self.assertEqual("13.50", self.score("so-tu-phap", "1", "self"))

    def test_points_that_are_alike_codes_of_criteria_are_no_titles(self):
        self.paste_well("score", "Sở Nội vụ\t1\t2\nSở Tư pháp\t3\t4\n", "--into", "so-nganh")
        self.assertEqual(("1.00", "2.00"), (self.score("so-noi-vu", "1"), self.score("so-noi-vu", "2")))
        self.paste_well("score", "2\t5\n3\t6\n", "so-noi-vu", "2")
        self.assertEqual("2.00", self.score("so-noi-vu", "2"))
        self.assertEqual("3.00", self.score("so-tu-phap", "2"))

    def test_rows_are_named_by_codes_and_keys_too(self):
        self.paste_well("score", "SNV\t14\nso-tu-phap\t13\n", "--into", "so-nganh")
        self.assertEqual("14.00", self.score("so-noi-vu", "1"))
        self.assertEqual("13.00", self.score("so-tu-phap", "1"))

    def test_persons_are_known_by_their_names(self):
        person = next(each for each in json.loads(self.dump())["nominees"] if each["person"])
        self.paste_well("score", f"Họ và tên\t1\t2\n{person['person']['name']}\t55,5\t33\n", "--into", "ca-nhan")
        self.assertEqual("55.50", self.score(person["key"], "1"))

    def test_bare_points_go_from_a_cell_on(self):
        self.paste_well("score", "25,25\t9\r\n20,5\t8\r\n", "so-noi-vu", "2")
        self.assertEqual(("25.25", "9.00"), (self.score("so-noi-vu", "2"), self.score("so-noi-vu", "3")))
        self.assertEqual(("20.50", "8.00"), (self.score("so-tu-phap", "2"), self.score("so-tu-phap", "3")))

    def test_an_empty_cell_says_nothing(self):
        before = self.score("so-noi-vu", "2")
        self.paste_well("score", "\t9\n", "so-noi-vu", "2")
        self.assertEqual(before, self.score("so-noi-vu", "2"))

    def test_what_is_judged_may_be_claimed_in_words(self):
        block = "Tên đơn vị\t4\r\nSở Nội vụ\tĐạt\r\nSở Tư pháp\tKhông đạt\r\nSở Y tế\t10\r\n"
        self.paste_well("score", block, "--into", "so-nganh", "--self")
        claimed = [self.score(key, "4", "self") for key in ("so-noi-vu", "so-tu-phap", "so-y-te")]
        self.assertEqual(["10.00", "0.00", "10.00"], claimed)
        self.refuse_block("score", "Tên đơn vị\t2\r\nSở Nội vụ\tĐạt\r\n", "--into", "so-nganh", "--self")
        self.refuse_block("score", "Tên đơn vị\t4\r\nSở Nội vụ\tGần đạt\r\n", "--into", "so-nganh", "--self")

    def test_what_does_not_fit_is_said_by_row_and_column(self):
        said = self.refuse_block("score", "25,25\t9\n1.248\t8\n33\t12,5%\n", "so-noi-vu", "2")
        self.assertEqual([(2, 1, "1.248"), (3, 1, "33"), (3, 2, "12,5%")],
                         [(each["row"], each["column"], each["said"]) for each in said["open"]])
        done = self.paste("score", "25,25\n31\n", "so-noi-vu", "2")
        self.assertEqual(FINDINGS, done.returncode)
        self.assertIn("row 2, column 1: “31”: 31,00 is out of range 0,00 to 30,00", done.stdout)
        self.assertIn("1 place does not fit: nothing was written", done.stderr)

    def test_nothing_goes_beyond_the_last_nominee_or_criterion(self):
        said = self.refuse_block("score", "1\t2\n", "so-noi-vu", "6")
        self.assertEqual([(1, 2)], [(each["row"], each["column"]) for each in said["open"]])
        last = [each for each in json.loads(self.dump())["nominees"] if each["group"] == "so-nganh"][-1]["key"]
        said = self.refuse_block("score", "1\n2\n", last, "2")
        self.assertEqual([(2, 1)], [(each["row"], each["column"]) for each in said["open"]])

    def test_who_is_not_put_forward_is_not_by_points(self):
        said = self.refuse_block("score", "Sở Nội vụ\t1\nUBND xã An Hòa\t2\n", "--into", "so-nganh")
        self.assertEqual([(2, 1)], [(each["row"], each["column"]) for each in said["open"]])

    def test_names_alone_are_no_points(self):
        said = self.refuse_block("score", "Tên đơn vị\nSở Nội vụ\n")
        self.assertIn("which criteria the columns are is not said", said["remarks"][0])

    def test_a_column_too_many_is_not_passed_over(self):
        said = self.refuse_block("score", "Sở Nội vụ\t1\t2\t3\t4\t5\t6\t7\n", "--into", "so-nganh")
        self.assertIn("nothing is known of column 8", said["remarks"][0])

    def test_html_says_which_number_a_cell_shows(self):
        html = "<html><body><table><tr><td>Sở Nội vụ</td><td x:num=\"14.5\">14,50</td></tr>" \
            "<tr><td>Sở Tư pháp</td><td sdval=\"1.248\">1.248</td></tr></table></body></html>"
        said = self.refuse_block("score", html, "--into", "so-nganh")
        self.assertIn("more than 2 decimal places", said["open"][0]["reason"])
        self.paste_well("score", html.replace("1.248", "1.25"), "--into", "so-nganh")
        self.assertEqual("1.25", self.score("so-tu-phap", "1"))

    def test_units_and_criteria_are_rows_of_html_too(self):
        self.succeed("paste", "unit", self.write("units.html", "<table><tr><td>017</td><td>Phòng<br>Một</td><td>Phòng</td>"
                                                 "<td rowspan=2>Sở Y tế</td></tr><tr><td>018</td><td>Phòng Hai</td><td>Phòng</td></tr></table>"))
        self.succeed("paste", self.write("criteria.html", "<table><tr><td>91</td><td>Sáng<br>kiến</td><td>2,5</td></tr></table>"), "--into", "so-nganh")
        campaign = json.loads(self.dump())
        units = {unit["code"]: unit for unit in campaign["units"]}
        self.assertEqual([("Phòng Một", "SYT"), ("Phòng Hai", "SYT")], [(units[code]["name"], units[code]["parent"]) for code in ("017", "018")])
        group = next(group for group in campaign["groups"] if group["key"] == "so-nganh")
        self.assertEqual(("91", "Sáng kiến", "2.50"), tuple(group["criteria"][-1][key] for key in ("code", "title", "max")))

    def test_points_of_one_nominee_by_its_criteria(self):
        self.paste_well("score", "STT\tTiêu chí\tĐiểm tối đa\tĐiểm tự chấm\n1\tĐã ban hành kế hoạch thực hiện các giải "
                        "pháp nâng cao hiệu quả quản trị và hành chính công đảm bảo đầy đủ 08 chỉ số nội dung thành "
                        "phần\t15\t14\n", "so-noi-vu", "--self")
        self.assertEqual("14.00", self.score("so-noi-vu", "1", "self"))

    def test_the_standard_input_may_be_pasted(self):
        done = subprocess.run(self.command("paste", "score", "-", "so-noi-vu", "2"), input="25,25\n", encoding="utf-8",
                              capture_output=True, env=self.environment, timeout=self.seconds_a_call, check=False)
        self.assertEqual(DONE, done.returncode, done.stderr)
        self.assertEqual("25.25", self.score("so-noi-vu", "2"))

    def test_a_dry_run_writes_nothing(self):
        before = self.dump()
        self.succeed("paste", "score", self.write("block.tsv", self.TITLED), "--into", "so-nganh", "--dry-run")
        self.assertEqual(before, self.dump())


class Nominees(Pastes):
    def test_persons_are_put_forward(self):
        before = self.dump()
        self.paste_well("nominee", "STT\tHọ và tên\tĐơn vị\tNăm sinh\tChức vụ\r\n1\tNguyễn Văn Thử\tSở Y tế\t1980\t"
                        "Chuyên viên\r\n2\tTrần Thị Mới\tSở Tài chính\t1990\tKế toán\r\n")
        person = self.nominee("nguyen-van-thu")
        self.assertEqual(("SYT", "Nguyễn Văn Thử", "1980", "Chuyên viên"),
                         (person["unit"], person["person"]["name"], person["person"]["born"],
                          person["person"]["position"]))
        self.succeed("undo")
        self.assertEqual(before, self.dump())

    def test_a_list_needs_no_titles(self):
        self.paste_well("nominee", "1\tNguyễn Văn Thử\tSở Y tế\n2\tTrần Thị Mới\tSở Tài chính\n", "--into", "ca-nhan")
        self.assertEqual("STC", self.nominee("tran-thi-moi")["unit"])

    def test_who_is_there_stays_as_it_is(self):
        before = self.dump()
        done = self.paste("nominee", "Tên đơn vị\nSở Y tế\n", "--into", "so-nganh", "--json")
        self.assertEqual((DONE, before), (done.returncode, self.dump()))

    def test_who_is_not_certain_is_asked_and_then_taken(self):
        said = self.refuse_block("nominee", "Tên đơn vị\nSở Y tê\n", "--into", "so-nganh")
        (asked,) = said["questions"]
        self.assertIn("SYT", [each["answer"] for each in asked["candidates"]])
        answers = self.write("answers.json", json.dumps({asked["key"]: "SYT"}))
        done = self.paste("nominee", "Tên đơn vị\nSở Y tê\n", "--into", "so-nganh", "--answers", answers)
        self.assertEqual(DONE, done.returncode, done.stderr)

    def test_a_person_without_a_unit_is_refused(self):
        said = self.refuse_block("nominee", "Họ và tên\nNguyễn Văn Thử\n", "--into", "ca-nhan")
        self.assertIn("the unit of the person is not said", said["open"][0]["reason"])

    def test_nothing_is_nothing(self):
        self.refuse(FAILED, "nothing to paste", "paste", "nominee", self.write("block.tsv", "\r\n"))


class Votes(Pastes):
    def test_votes_are_read_by_their_titles(self):
        self.paste_well("vote", "Đơn vị\tKhông đồng ý\tĐồng ý\tTổng số thành viên\nSở Nội vụ\t1\t9\t11\n"
                        "so-tu-phap\t0\t11\t11\n")
        votes = self.nominee("so-noi-vu")["votes"]
        self.assertEqual((9, 1, 11), (votes["for"], votes["against"], votes["members"]))
        self.assertEqual(11, self.nominee("so-tu-phap")["votes"]["for"])

    def test_without_titles_they_stand_as_in_the_form(self):
        self.paste_well("vote", "Sở Nội vụ\t9\t1\t0\t10\t11\n", "--into", "so-nganh")
        votes = self.nominee("so-noi-vu")["votes"]
        self.assertEqual((9, 1, 0, 10, 11), tuple(votes[name] for name in
                                                 ("for", "against", "in_writing", "present", "members")))

    def test_who_is_voted_on_needs_no_title(self):
        self.paste_well("vote", "\tĐồng ý\tCó mặt\nSở Nội vụ\t9\t10\n", "--into", "so-nganh")
        votes = self.nominee("so-noi-vu")["votes"]
        self.assertEqual((9, 10), (votes["for"], votes["present"]))

    def test_nominees_with_those_in_favour_are_votes(self):
        self.paste_well("nominee", "Đơn vị\tĐồng ý\tTổng số thành viên\nSở Nội vụ\t9\t11\n")
        votes = self.nominee("so-noi-vu")["votes"]
        self.assertEqual((9, 11), (votes["for"], votes["members"]))

    def test_votes_that_cannot_be_are_refused(self):
        said = self.refuse_block("vote", "Đơn vị\tĐồng ý\tThành viên\nSở Nội vụ\t12\t11\nSở Tư pháp\t9,5\t11\n")
        self.assertEqual([(2, 2), (3, 2)], [(each["row"], each["column"]) for each in said["open"]])


class Uses(Pastes):
    def test_what_makes_no_sense_is_said(self):
        block = self.write("block.tsv", "1\n")
        self.refuse(USAGE, "--before", "paste", "score", block, "--before", "1")
        self.refuse(USAGE, "--self", "paste", "nominee", block, "--self")
        self.refuse(USAGE, "--self and --final", "paste", "score", block, "--self", "--final")
        self.refuse(USAGE, "name one file", "paste", "vote", block, "so-noi-vu")
        self.refuse(USAGE, "--dry-run", "paste", block, "--into", "so-nganh", "--dry-run")
        self.refuse(FAILED, "there is no", "paste", "score", block, "--into", "nowhere")
        self.refuse(FAILED, "there is no", "paste", "score", block, "nobody", "2")
        self.refuse(FAILED, "has no criterion", "paste", "score", block, "so-noi-vu", "99")


if __name__ == "__main__":
    unittest.main()
