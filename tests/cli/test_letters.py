# SPDX-License-Identifier: GPL-3.0-or-later
"""letters."""

import email
import email.policy
import json
import unicodedata
import unittest

from program import DEMO, DONE, USAGE, Test

LETTER = {"unit", "name", "to", "subject", "items", "file"}


class Letters(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()
        self.folder = self.scratch / "Thư đôn đốc"

    def write_letters(self, *arguments):
        return self.json("letters", "-o", self.folder, *arguments)

    def read(self, letter):
        with open(letter["file"], "rb") as file:
            mail = email.message_from_binary_file(file, policy=email.policy.default)
        for part in mail.walk():
            self.assertEqual([], part.defects)
        return mail

    def body(self, letter):
        return self.read(letter).get_body(("plain",)).get_content()

    def addresses(self, **addresses):
        for code, address in addresses.items():
            self.succeed("set", "unit", code, "email=" + address)

    def test_one_letter_a_unit_parses_without_defects(self):
        letters = self.write_letters()
        self.assertGreater(len(letters), 10)
        self.assertEqual(len(letters), len({letter["unit"] for letter in letters}))
        self.assertEqual({path.name for path in self.folder.iterdir()}, {letter["file"].rsplit("/", 1)[1] for letter in letters})
        for letter in letters:
            self.assertEqual(LETTER, set(letter))
            mail = self.read(letter)
            self.assertEqual(f"Đề nghị bổ sung hồ sơ thi đua: PAPI 2021 – {letter['name']}", mail["Subject"])
            self.assertEqual(letter["subject"], mail["Subject"])
            self.assertEqual("1", mail["X-Unsent"])
            body = self.body(letter)
            self.assertTrue(body.startswith(f"Kính gửi: {letter['name']}\n"), body)
            self.assertIn("Kế hoạch số 1078/KH-SNV ngày 21 tháng 6 năm 2021 của Sở Nội vụ", body)
            self.assertIn("tính đến ngày 20 tháng 5 năm 2022", body)
            self.assertIn("trước ngày … tháng … năm …", body)
            self.assertTrue(body.endswith("UBND TỈNH AN GIANG\nSỞ NỘI VỤ\n"), body)
            self.assertTrue(unicodedata.is_normalized("NFC", body + letter["file"]))

    def test_the_units_stand_in_the_order_of_the_registry(self):
        order = [unit["code"] for unit in self.json("units")]
        codes = [letter["unit"] for letter in self.write_letters()]
        self.assertEqual(sorted(codes, key=order.index), codes)

    def test_what_is_owed_is_what_the_interchange_file_says(self):
        campaign = json.loads(DEMO.read_text(encoding="utf-8"))
        units = {unit["code"]: unit for unit in campaign["units"]}
        groups = {group["key"]: group for group in campaign["groups"]}
        returned = {}
        for nominee in campaign["nominees"]:
            group = groups[nominee["group"]]
            code = units[nominee["unit"]]["parent"] if group.get("assessed_by") == "parent" else nominee["unit"]
            for assessment in nominee.get("assessments", []):
                if assessment["state"] == "returned" and not nominee.get("withdrawn"):
                    returned.setdefault(code, []).append(assessment["note"].rstrip("."))
        self.assertTrue(returned)
        bodies = {letter["unit"]: self.body(letter) for letter in self.write_letters()}
        for code, notes in returned.items():
            for note in notes:
                self.assertIn("trả lại: " + note, bodies[code])
        for code in set(bodies) - set(returned):
            self.assertNotIn("trả lại", bodies[code])

    def test_a_district_is_written_to_for_its_communes(self):
        letters = {letter["unit"]: letter for letter in self.write_letters()}
        units = {unit["code"]: unit for unit in self.json("units")}
        body = self.body(letters[units["30349"]["parent"]])
        self.assertIn(units["30349"]["name"] + "\n", body)
        self.assertIn("báo cáo đợt 30/09/2021 chưa nhận được", body)

    def test_the_address_of_the_unit_is_the_receiver(self):
        self.addresses(CHQT="vanthu@haiquan.example")
        letters = {letter["unit"]: letter for letter in self.write_letters()}
        self.assertEqual("vanthu@haiquan.example", letters["CHQT"]["to"])
        self.assertEqual("vanthu@haiquan.example", str(self.read(letters["CHQT"])["To"]))
        without = next(letter for letter in letters.values() if letter["unit"] != "CHQT")
        self.assertEqual("", without["to"])
        self.assertFalse(self.read(without)["To"])

    def test_units_without_an_address_are_named(self):
        done = self.run_cli("letters", "-o", self.folder, "--unit", "CHQT")
        self.assertEqual(DONE, done.returncode)
        self.assertIn("warning: 1 letter has no address", done.stderr)
        self.assertIn("Cục Hải quan", done.stderr)
        self.addresses(CHQT="vanthu@haiquan.example")
        done = self.run_cli("letters", "-o", self.scratch / "again", "--unit", "CHQT")
        self.assertEqual("", done.stderr)

    def test_an_address_that_no_mail_reaches_is_refused_and_nothing_written(self):
        self.addresses(CHQT="khong phai dia chi")
        self.refuse_unchanged("CHQT", "letters", "-o", self.folder)
        self.assertFalse(self.folder.exists())

    def test_one_unit_is_written_to_alone(self):
        letters = self.write_letters("--unit", "CHQT", "--until", "2999-06-01")
        self.assertEqual(["CHQT"], [letter["unit"] for letter in letters])
        self.assertIn("trước ngày 01 tháng 6 năm 2999", self.body(letters[0]))

    def test_a_unit_that_is_not_there_is_refused(self):
        self.refuse_unchanged("no unit “XYZ”", "letters", "-o", self.folder, "--unit", "XYZ")
        self.assertFalse(self.folder.exists())

    def test_the_date_decides_which_reports_are_missing(self):
        letters = self.write_letters("--unit", "CHQT", "--date", "2021-10-15")
        body = self.body(letters[0])
        self.assertIn("đợt 30/09/2021 chưa nhận được", body)
        self.assertNotIn("đợt 15/12/2021", body)

    def test_the_list_is_attached_as_pdf(self):
        letters = self.write_letters("--unit", "CHQT", "--pdf")
        mail = self.read(letters[0])
        attached = list(mail.iter_attachments())
        self.assertEqual(["Hồ sơ còn thiếu - " + letters[0]["name"] + ".pdf"], [part.get_filename() for part in attached])
        self.assertEqual("application/pdf", attached[0].get_content_type())
        self.assertTrue(attached[0].get_content().startswith(b"%PDF-"))
        self.assertIn("gửi kèm thư này", self.body(letters[0]))
        self.assertEqual([], [path.name for path in self.library.iterdir() if path.name.startswith(".bangvang-")])

    def test_letters_are_on_record_newest_first(self):
        self.assertEqual([], self.json("letters"))
        self.addresses(CHQT="vanthu@haiquan.example")
        written = self.write_letters()
        records = self.json("letters")
        self.assertEqual([letter["unit"] for letter in written], [record["unit"] for record in records])
        for letter, record in zip(written, records, strict=True):
            self.assertEqual(LETTER | {"written"}, set(record))
            self.assertRegex(record["written"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
            self.assertEqual(letter["file"], str(self.folder / record["file"]))
            for name in ("name", "to", "subject", "items"):
                self.assertEqual(letter[name], record[name])
        self.assertEqual(["CHQT"], [record["unit"] for record in self.json("letters", "--unit", "CHQT")])
        self.assertIn("vanthu@haiquan.example", self.succeed("letters"))

    def test_writing_is_one_action_that_can_be_undone(self):
        before = self.dump()
        written = self.write_letters()
        action = self.json("log")[0]
        self.assertEqual([f"Write {len(written)} letters", len(written)], [action["label"], action["rows"]])
        self.succeed("undo")
        self.assertEqual([], self.json("letters"))
        self.succeed("redo")
        self.assertEqual(len(written), len(self.json("letters")))
        self.assertEqual(before, self.dump())

    def test_a_file_that_is_there_is_named_and_left_alone(self):
        self.folder.mkdir()
        mine = self.folder / "Cục Hải quan tỉnh.eml"
        mine.write_text("của tôi")
        self.refuse_unchanged(mine.name, "letters", "-o", self.folder)
        self.assertEqual([mine], list(self.folder.iterdir()))
        self.assertEqual("của tôi", mine.read_text())

    def test_a_file_that_is_there_is_replaced_where_that_is_asked(self):
        self.write_letters()
        letters = self.write_letters("--replace", "--until", "2999-06-01")
        self.assertEqual(len(letters), len(list(self.folder.iterdir())))
        self.assertIn("ngày 01 tháng 6 năm 2999", self.body(letters[0]))
        self.assertEqual(2 * len(letters), len(self.json("letters")))

    def test_what_is_no_file_is_never_replaced(self):
        (self.folder / "Cục Hải quan tỉnh.eml").mkdir(parents=True)
        self.refuse_unchanged("Cục Hải quan tỉnh.eml", "letters", "-o", self.folder, "--replace")

    def test_the_folder_of_the_library_is_refused(self):
        self.refuse_unchanged("folder of the library", "letters", "-o", self.library)
        self.refuse_unchanged("folder of the library", "letters", "-o", self.library / "letters")
        self.assertFalse((self.library / "letters").exists())

    def test_a_folder_whose_place_is_not_there_is_refused(self):
        self.refuse_unchanged("absent", "letters", "-o", self.scratch / "absent" / "letters")

    def test_who_owes_nothing_gets_no_letter(self):
        owing = {letter["unit"] for letter in self.json("letters", "-o", self.scratch / "all")}
        self.succeed("undo")
        clear = next(unit["code"] for unit in self.json("units") if unit["code"] not in owing)
        actions = self.json("log")
        self.assertEqual([], self.write_letters("--unit", clear))
        self.assertIn("no letter", self.succeed("letters", "-o", self.folder, "--unit", clear))
        self.assertFalse(self.folder.exists())
        self.assertEqual(actions, self.json("log"))

    def test_options_of_writing_need_a_folder(self):
        for option in (("--until", "2022-06-01"), ("--date", "2022-06-01"), ("--pdf",), ("--replace",)):
            self.refuse(USAGE, "-o DIR", "letters", *option)
        self.refuse(USAGE, "--until", "letters", "-o", self.folder, "--until", "mai")

    def test_a_day_that_has_passed_is_refused_and_nothing_written(self):
        self.refuse_unchanged("01/06/2022", "letters", "-o", self.folder, "--until", "2022-06-01")
        self.assertFalse(self.folder.exists())

    def test_a_day_that_is_not_after_the_rankings_is_warned_of(self):
        for day, warned in (("2999-01-01", True), ("2999-01-02", False)):
            done = self.run_cli("letters", "-o", self.folder, "--replace", "--until", day, "--date", "2999-01-01")
            self.assertEqual(DONE, done.returncode)
            self.assertEqual(warned, "The answer is due before" in done.stderr, done.stderr)

    def test_a_unit_that_is_not_there_is_refused_with_a_folder_and_without(self):
        self.refuse_unchanged("no unit “NOPE”", "letters", "--unit", "NOPE", "-o", self.folder)
        self.refuse_unchanged("no unit “NOPE”", "letters", "--unit", "NOPE")
        self.assertEqual([], self.json("letters", "--unit", "CHQT"))

    def test_letters_stay_on_record_when_the_campaign_is_loaded_again(self):
        written = self.write_letters()
        path = self.write("campaign.json", self.dump())
        self.succeed("load", "--replace", path)
        self.assertEqual(len(written), len(self.json("letters")))
        self.assertTrue(self.json("verify")["ok"])


if __name__ == "__main__":
    unittest.main()
