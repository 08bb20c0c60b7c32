# SPDX-License-Identifier: GPL-3.0-or-later
"""init, demo, load and dump: whole campaigns in and out."""

import json
import os
import subprocess
import sys
import unittest

from program import DEMO, DONE, FAILED, ROOT, USAGE, Test, not_on_windows

sys.path.insert(0, str(ROOT / "tests/reference"))

import random_campaign  # noqa: E402


class Init(Test):
    def test_makes_the_campaign_of_the_template_with_its_units(self):
        self.assertEqual({"campaign": "papi-2021"}, self.json("init"))
        template = json.loads((ROOT / "data/templates/papi-2021.json").read_text(encoding="utf-8"))
        campaigns = self.json("campaigns")
        self.assertEqual([template["campaign"]["title"]], [campaign["title"] for campaign in campaigns])
        codes = [unit["code"] for unit in self.json("units")]
        self.assertIn("SYT", codes)
        self.assertEqual(len(set(codes)), len(codes))
        self.assertEqual([], self.json("nominees"))
        self.assertTrue(self.json("verify")["ok"])

    def test_joins_a_library_that_has_other_campaigns(self):
        self.succeed("init")
        self.succeed("set", "campaign", "papi-2021", "key=papi-cu")
        self.succeed("init")
        self.assertEqual(["papi-2021", "papi-cu"], sorted(c["key"] for c in self.json("campaigns")))

    def test_refuses_a_campaign_that_is_there(self):
        self.succeed("init")
        self.refuse_unchanged("in the library already", "init")
        self.refuse_unchanged("in the library already", "demo")

    def test_takes_another_time_with_the_units_of_that_time(self):
        done = self.run_cli("init", "--units", "an-giang-2025", "--starts", "2025-07-01", "--ends", "2025-12-31")
        self.assertEqual(DONE, done.returncode, done.stderr)
        self.assertIn("30/09/2021 → 10/10/2025; 15/12/2021 → 25/12/2025", done.stderr)
        (campaign,) = self.json("campaigns")
        self.assertEqual(
            ["2025-07-01", "2025-12-31", None], [campaign[name] for name in ("starts", "ends", "considered_on")]
        )
        self.assertTrue(all(unit["valid_from"] == "2025-07-01" for unit in self.json("units") if unit["parent"]))

    def test_a_time_that_does_not_fit_is_refused_with_what_to_do(self):
        self.refuse(FAILED, "another first day", "init", "--units", "an-giang-2025")
        self.refuse(FAILED, "campaign.ends: ", "init", "--starts", "2022-01-01", "--ends", "2021-12-31")
        self.refuse(USAGE, "--starts: ", "init", "--starts", "07/25/2025")
        self.assertFalse(self.library.exists())

    def test_an_unknown_template_or_registry_makes_no_library(self):
        self.refuse(FAILED, "papi-2021", "init", "--template", "papi-1999")
        self.refuse(FAILED, "an-giang-2021", "init", "--units", "ha-noi-1010")
        self.assertFalse(self.library.exists())


class Demo(Test):
    def test_is_the_shipped_campaign_with_its_evidence(self):
        shipped = json.loads(DEMO.read_text(encoding="utf-8"))
        self.assertEqual({"campaign": shipped["campaign"]["key"]}, self.json("demo"))
        self.assertEqual(
            [nominee["key"] for nominee in shipped["nominees"]], [nominee["key"] for nominee in self.json("nominees")]
        )
        self.assertEqual({"ok": True, "findings": []}, self.json("verify"))

    def test_is_the_same_every_time(self):
        self.succeed("demo")
        first = self.dump()
        self.library = self.scratch / "second"
        self.succeed("demo")
        self.assertEqual(first, self.dump())


class RoundTrip(Test):
    def load(self, path, library):
        self.library = self.scratch / library
        return self.json("load", path)

    def expect_equal_dumps(self, source):
        self.load(source, "first")
        first = self.dump()
        second = self.write("dump.json", first)
        self.load(second, "second")
        self.assertEqual(first, self.dump())
        return first

    def test_the_template_comes_back_byte_for_byte(self):
        self.expect_equal_dumps(ROOT / "data/templates/papi-2021.json")

    def test_the_demonstration_comes_back_byte_for_byte(self):
        self.expect_equal_dumps(DEMO)

    def test_random_campaigns_come_back_byte_for_byte(self):
        for seed in range(301, 309):
            with self.subTest(seed=seed):
                content = random_campaign.as_bytes(random_campaign.make(seed, 5 * (seed - 300)))
                for library in ("first", "second"):
                    self.library = self.scratch / library
                    if self.library.exists():
                        for campaign in self.json("campaigns"):
                            self.succeed("remove", "campaign", campaign["key"])
                self.expect_equal_dumps(self.write(f"{seed}.json", content))

    def test_a_dump_is_written_to_a_file_or_to_standard_output(self):
        self.succeed("demo")
        target = self.scratch / "Phong trào thi đua.json"
        counts = self.json("dump", "-o", target)
        self.assertEqual("papi-2021", counts["campaign"])
        self.assertEqual(self.dump(), target.read_text(encoding="utf-8"))
        self.succeed("dump", "-o", target)
        self.assertEqual(self.dump(), target.read_text(encoding="utf-8"))

    def test_load_counts_what_came(self):
        shipped = json.loads(DEMO.read_text(encoding="utf-8"))
        expected = {name: len(shipped[name]) for name in ("units", "groups", "nominees", "evidence")}
        self.assertEqual({"campaign": "papi-2021", **expected}, self.load(DEMO, "first"))


class Load(Test):
    def setUp(self):
        super().setUp()
        self.content = json.loads(DEMO.read_text(encoding="utf-8"))

    def load_content(self, *options):
        return ("load", *options, self.write("tệp thử.json", json.dumps(self.content, ensure_ascii=False)))

    def test_takes_an_absent_or_an_empty_folder(self):
        self.succeed("load", DEMO)
        self.library = self.scratch / "empty"
        self.library.mkdir()
        self.succeed("load", DEMO)

    def test_refuses_a_key_that_is_there_and_replaces_it_when_told_so(self):
        self.succeed("load", DEMO)
        first = self.dump()
        self.content["campaign"]["title"] = "Đợt thi đua khác"
        self.refuse_unchanged("--replace", *self.load_content())
        self.succeed(*self.load_content("--replace"))
        second = self.dump()
        self.assertIn("Đợt thi đua khác", second)
        self.succeed("undo")
        self.assertEqual(first, self.dump())
        self.succeed("redo")
        self.assertEqual(second, self.dump())

    @not_on_windows("nobody says how much memory a process took")
    def test_a_large_file_whose_last_text_is_too_long_costs_little_memory(self):
        """Of the sanitizers' own memory nothing is to be learnt, so that it is set against a small file."""
        self.succeed("load", DEMO)
        head = DEMO.read_bytes().rsplit(b"}", 1)[0]
        large = self.scratch / "large.json"
        with open(large, "wb") as file:
            file.write(head)
            for _ in range(200):
                file.write(b" " * (1 << 20))
            file.write(b', "x": "' + b"y" * 200000 + b'"}')
        said, memory = self.measure_refusal(large)
        self.assertIn("more than 100000 characters", said)
        _, least = self.measure_refusal(self.write("small.json", "{"))
        self.assertLess(memory - least, 60 << 20)

    def measure_refusal(self, path):
        """What is said of a file, and the bytes of memory that this takes."""
        process = self.start_cli("load", "--replace", path, stderr=subprocess.PIPE)
        said = process.stderr.read().decode()
        process.stderr.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(FAILED, process.returncode, said)
        return said, usage.ru_maxrss * 1024

    def test_the_journal_has_only_what_a_replaced_campaign_differs_in(self):
        self.succeed("load", DEMO)
        self.succeed("load", "--replace", DEMO)
        self.assertEqual(1, len(self.json("log")))
        self.content["nominees"][3]["summary"] = "Tóm tắt khác"
        self.succeed(*self.load_content("--replace"))
        self.assertEqual(1, self.json("log")[0]["rows"])
        before = self.dump()
        self.succeed("undo")
        self.assertNotEqual(before, self.dump())

    def test_names_the_place_of_what_is_wrong_and_changes_nothing(self):
        self.succeed("load", DEMO)
        cases = [
            (b"", "line 1, column 1"),
            (b"{", "line 1"),
            (b'{"format": "bangvang-campaign",\n "version": 1,\n "version": 1}', "line 3"),
            (b'{"format": "bangvang-campaign", "version": 1, "campaign": {"key": "\xff"}}', "line 1"),
            (b"[" * 65 + b"]" * 65, "column 65"),
            (b"[]", "format"),
            (b'{"format": "other", "version": 1}', "format"),
            (b'{"format": "bangvang-campaign", "version": 2}', "version"),
            (DEMO.read_bytes()[:-40], "line "),
        ]
        for content, place in cases:
            with self.subTest(content=content[:60]):
                done = self.refuse_unchanged(place, "load", "--replace", self.write("tệp sai.json", content))
                self.assertIn("tệp sai.json", done.stderr)

    def test_says_in_words_of_its_own_what_is_wrong_with_a_file(self):
        wrong = self.write("sai.json", b'{"format": "x",, }')
        for path, words in (
            (wrong, "line 1, column 16: not valid JSON: here a comma"),
            (self.scratch / "absent.json", "absent.json cannot be read: No such file or directory."),
            (self.scratch, "cannot be read: Is a directory."),
        ):
            with self.subTest(path=path):
                done = self.refuse(FAILED, words, "load", path)
                self.assertNotRegex(done.stderr, "near|expected|Error")

    def test_names_the_path_of_wrong_content_and_changes_nothing(self):
        self.succeed("load", DEMO)
        nominee = self.content["nominees"][3]
        for path, key, value in (
            ("nominees[3].group", "group", "no-such-group"),
            ("nominees[3].colour", "colour", "red"),
            ("nominees[3].women_percent", "women_percent", "62"),
            ("nominees[3].key", "key", self.content["nominees"][0]["key"]),
            ("nominees[3].assessments[0].verified", "assessments", [{"criterion": "1", "verified": "15.01"}]),
            ("nominees[3].assessments[0].self", "assessments", [{"criterion": "1", "self": "1.001"}]),
        ):
            with self.subTest(path=path):
                saved = dict(nominee)
                nominee[key] = value
                self.refuse_unchanged(path, *self.load_content("--replace"))
                nominee.clear()
                nominee.update(saved)

    def test_a_wrong_file_makes_no_library(self):
        self.refuse(FAILED, "line 1", "load", self.write("x.json", b"{"))
        self.assertFalse(self.library.exists())

    def test_warns_of_what_is_strange_and_of_rounding(self):
        group = self.content["groups"][0]
        group["criteria"][1]["max"] = "31.00"
        for nominee in self.content["nominees"]:
            for assessment in nominee.get("assessments", []):
                for result in assessment.get("results") or []:
                    result["result"] = "7.86505"
        done = self.run_cli(*self.load_content())
        self.assertEqual(DONE, done.returncode, done.stderr)
        self.assertIn("rounded to 7.8651", done.stderr)
        self.assertIn("101.00", done.stderr.replace(",", "."))
        self.assertTrue(all(line.startswith("bangvang-cli: warning: ") for line in done.stderr.splitlines()))

    def test_makes_texts_tidy_and_warns_of_units_that_then_have_one_name(self):
        self.content["units"] += [
            {"code": "S1", "name": " Sở  Thử\u00a0nghiệm\t"},
            {"code": "S2", "name": "Sở Thử\u200b nghiệm"},
            {"code": "S3", "name": "sở Thử nghiệm"},
            {"code": "S4", "name": "Sở Thử nghiệm", "type": "Khác"},
        ]
        self.content["nominees"][0]["summary"] = "một\u202e dòng\u0007\nhai dòng"
        done = self.run_cli(*self.load_content())
        self.assertEqual(DONE, done.returncode, done.stderr)
        lines = done.stderr.splitlines()
        self.assertEqual(4, len(lines), done.stderr)
        self.assertIn("2 texts had needless blanks", lines[0])
        self.assertIn("1 text had control characters", lines[1])
        self.assertIn("S1, S2, S3 have one name, “Sở Thử nghiệm”", lines[2])
        self.assertIn("look", lines[3])
        names = {unit["code"]: unit["name"] for unit in self.json("units")}
        self.assertEqual(["Sở Thử nghiệm"] * 2, [names["S1"], names["S2"]])
        first = self.dump()
        self.assertIn(r"một dòng\nhai dòng", first)
        again = self.run_cli("load", "--replace", self.write("lại.json", first))
        self.assertNotIn("texts had", again.stderr)
        self.assertEqual(first, self.dump())

    def test_evidence_that_is_not_here_is_found_by_verify_only(self):
        self.succeed("load", DEMO)
        self.assertEqual(len(self.content["evidence"]), len(self.json("evidence")))
        done = self.run_cli("--json", "verify")
        self.assertEqual(3, done.returncode)
        answer = json.loads(done.stdout)
        self.assertFalse(answer["ok"])
        self.assertEqual(len(self.content["evidence"]), len(answer["findings"]))


if __name__ == "__main__":
    unittest.main()
