# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line itself: verbs, options, help, what is wrong usage."""

import os
import re
import subprocess
import unittest

from program import CLI, DONE, FAILED, LONG_ARGUMENT, USAGE, WINDOWS, Test, not_on_windows

VERBS = """init templates demo load dump campaigns units nominees criteria evidence add set remove move copy paste renumber merge split close lineage enter score attach bases rank same export sealed print dossier
mail letters form import log undo redo search verify
backup backups restore report""".split()


class Usage(Test):
    def test_help_lists_every_verb(self):
        text = self.succeed("--help")
        self.assertEqual(VERBS, re.findall(r"^  ([a-z]+)\b", text, re.MULTILINE))

    def test_each_verb_says_how_it_is_used(self):
        for verb in VERBS:
            for arguments in ((verb, "--help"), ("--help", verb)):
                with self.subTest(arguments=arguments):
                    text = self.succeed(*arguments)
                    self.assertTrue(text.startswith(f"Usage: bangvang-cli {verb}"), text)
                    self.assertIn("--library DIR", text)
        self.assertFalse(self.library.exists())

    def test_help_of_an_option_is_true_of_every_verb_that_takes_it(self):
        self.assertIn("-o PATH                    The file to write; of letters and backups their folder", self.succeed("letters", "--help"))
        self.assertNotIn("sealings", self.succeed("letters", "--help"))
        self.assertIn("-o FILE.pdf|FILE.docx", self.succeed("print", "--help"))
        self.assertIn("unsealed and marked", self.succeed("dossier", "--help"))
        self.assertNotIn("Encrypt", self.succeed("dossier", "--help"))

    def test_help_of_a_verb_names_its_own_options(self):
        self.assertIn("--reason TEXT", self.succeed("export", "--help"))
        self.assertNotIn("--reason", self.succeed("rank", "--help"))

    def test_the_version_is_printed(self):
        self.assertRegex(self.succeed("--version"), r"^bangvang-cli \d+\.\d+\.\d+\n$")

    def test_wrong_usage_ends_with_2_and_says_what_is_wrong(self):
        cases = [
            ("verb is missing",),
            ("no such verb", "frobnicate"),
            ("no such verb", ""),
            ("no such option", "rank", "--frobnicate"),
            ("no such option", "rank", "-x"),
            ("no such option", "rank", "--jsonx"),
            ("takes no value", "rank", "--json=yes"),
            ("value D is missing", "rank", "--date"),
            ("given twice", "rank", "--json", "--json"),
            ("does not take the option “draft”", "rank", "--draft"),
            ("does not take the option “limit”", "rank", "--limit=3"),
            ("“extra” is too much", "rank", "extra"),
            ("something is missing", "load"),
            ("“b.json” is too much", "load", "a.json", "b.json"),
            ("something is missing", "set", "nominee", "so-y-te"),
            ("something is missing", "score", "so-y-te", "1"),
            ("something is missing", "attach", "so-y-te", "1"),
            ("something is missing", "search"),
            ("--date: ", "rank", "--date", "20/25/2022"),
            ("--date: ", "rank", "--date", "2022-02-30"),
            ("not a number from 1", "log", "--limit", "many"),
            ("not a number from 1", "log", "--limit", "-1"),
            ("not the number of an action", "undo", "last"),
            ("not the number of an action", "undo", "-1"),
            ("-o FILE.xlsx is missing", "export"),
            ("no entity", "add", "dragon", "x", "name=y"),
            ("GROUP/CODE", "set", "criterion", "1", "title=x"),
            ("NOMINEE/CRITERION", "remove", "assessment", "so-y-te"),
            ("FIELD=VALUE", "set", "nominee", "so-y-te", "withdrawn"),
            ("FIELD=VALUE", "set", "nominee", "so-y-te", "=true"),
            ("KEY says so already", "add", "nominee", "x", "key=y"),
            ("choose one", "score", "so-y-te", "2", "1", "--self", "--final"),
        ]
        self.take_demo()
        before = self.dump()
        for expected, *arguments in cases:
            with self.subTest(arguments=arguments):
                self.refuse(USAGE, expected, *arguments)
        self.assertEqual(before, self.dump())

    def test_an_empty_library_name_is_wrong_usage(self):
        done = subprocess.run([CLI, "--library", "", "rank"], capture_output=True, env=self.environment)
        self.assertEqual(USAGE, done.returncode)

    def test_options_stand_anywhere_and_two_dashes_end_them(self):
        self.take_demo()
        plain = self.succeed("--json", "rank", "--date", "2022-06-01")
        self.assertEqual(plain, self.succeed("--date=2022-06-01", "rank", "--json"))
        self.assertEqual([], self.json("search", "--", "--json"))

    def test_a_missing_library_is_named_with_what_to_do(self):
        for verb in ("dump", "campaigns", "units", "rank", "log", "verify", "undo"):
            with self.subTest(verb=verb):
                done = self.refuse(FAILED, str(self.library), verb)
                self.assertIn("init", done.stderr)
        self.assertFalse(self.library.exists())

    def test_a_folder_with_other_files_is_no_library(self):
        self.library.mkdir()
        (self.library / "thư.txt").write_text("x")
        self.refuse(FAILED, "choose an empty one", "init")
        self.assertEqual(["thư.txt"], os.listdir(self.library))

    def test_a_library_without_campaign_is_said_so(self):
        self.succeed("init")
        self.succeed("remove", "campaign", "papi-2021")
        self.assertEqual([], self.json("campaigns"))
        self.refuse(FAILED, "no campaign yet", "rank")

    def test_an_unknown_campaign_is_named(self):
        self.take_demo()
        self.refuse(FAILED, "“papi-1999”", "rank", "--campaign", "papi-1999")

    def test_the_default_library_is_in_the_users_data_directory(self):
        done = subprocess.run([CLI, "init"], capture_output=True, env=self.environment)
        self.assertEqual(DONE, done.returncode, done.stderr)
        self.assertTrue((self.scratch / "data/bangvang/bangvang.db").exists())

    def test_messages_are_vietnamese_whatever_the_locale_unless_english_is_asked_for(self):
        environment = {name: value for name, value in self.environment.items() if name != "BANGVANG_LANGUAGE"}
        cases = [({}, "Cách dùng: "), ({"BANGVANG_LANGUAGE": "en"}, "Usage: ")]
        for locale in ("", "C", "POSIX", "C.UTF-8", "C.utf8", "en_US.UTF-8", "xx_XX.UTF-8"):
            for choice, begin in cases:
                with self.subTest(locale=locale, **choice):
                    chosen = dict(environment, LC_ALL=locale, LANGUAGE="de", **choice)
                    done = subprocess.run([CLI, "--help"], capture_output=True, encoding="utf-8", env=chosen)
                    self.assertTrue(done.stdout.startswith(begin), done.stdout[:80])


class Hostile(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()

    def test_no_argument_breaks_the_program_or_the_library(self):
        cases = [
            ("score", "'; DROP TABLE nominee; --", "1", "1"),
            ("score", "so-y-te", "1' OR '1'='1", "1"),
            ("score", "so-y-te", "2", "1e300"),
            ("score", "so-y-te", "2", "99999999999999999999"),
            ("score", "so-y-te", "2", "NaN"),
            ("score", "so-y-te", "2", "−5"),
            ("set", "nominee", LONG_ARGUMENT, "summary=x"),
            ("set", "nominee", "so-y-te", LONG_ARGUMENT + "=x"),
            ("set", "nominee", "so-y-te", "summary=" + LONG_ARGUMENT),
            ("set", "nominee", "so-y-te", "person.name.name=x"),
            ("set", "nominee", "so-y-te", "person=[[[["),
            ("set", "nominee", "so-y-te", "holds=" + "[" * 5000),
            ("set", "nominee", "so-y-te", "votes.for=99999999999999999999999"),
            ("set", "nominee", "so-y-te", "summary=\x1b[2J"),
            ("add", "nominee", "../../etc/passwd", "group=so-nganh", "unit=SYT"),
            ("add", "nominee", "Ả", "group=so-nganh", "unit=SYT"),
            ("add", "unit", "", "name=x"),
            ("add", "criterion", "/", "title=x", "kind=points", "max=1"),
            ("remove", "criterion", "so-nganh/"),
            ("undo", str(2**63 - 1)),
            ("load", "/"),
            ("load", str(self.scratch / "absent.json")),
            ("attach", "so-y-te", "1", "/"),
            ("attach", "so-y-te", "1", str(self.scratch / "absent.pdf")),
            ("export", "-o", "/"),
            ("export", "--draft", "-o", str(self.scratch / "absent" / "x.xlsx")),
            ("dump", "-o", str(self.scratch / "absent" / "x.json")),
            ("init", "--template", "../papi-2021"),
            ("init", "--units", "%s%n"),
        ]
        before = self.dump()
        for arguments in cases:
            with self.subTest(arguments=[argument[:60] for argument in arguments]):
                done = self.refuse(FAILED, "", *arguments)
                self.assertLess(len(done.stderr), 2000)
                self.assertNotRegex(done.stderr[:-1], r"[\x00-\x1f\x7f]")
        self.assertEqual(before, self.dump())
        self.assertTrue(self.json("verify")["ok"])

    @not_on_windows("all arguments are Unicode")
    def test_text_that_is_not_utf_8_is_refused(self):
        for arguments in (("set", "nominee", "so-y-te", b"summary=\xff"), ("search", b"\xff"), ("--campaign", b"\xff", "rank")):
            with self.subTest(arguments=arguments):
                self.refuse(USAGE, "not valid UTF-8", *arguments)

    def test_search_takes_any_text(self):
        for text in ('"', "*", "NEAR(", "a OR", "a:b", "(", "'", "%", "\x01", "", "x" * 5000):
            with self.subTest(text=text[:20]):
                self.assertEqual([], self.json("search", "zzz" + text))

    def test_a_device_is_not_replaced_by_a_file(self):
        told, *names = ("no file can have this name", "nul", "CON") if WINDOWS else ("this is no file", "/dev/null")
        for name in names:
            for verb, ending in (("dump",), ""), (("export", "--draft"), ".xlsx" if WINDOWS else ""):
                with self.subTest(name=name, verb=verb):
                    self.refuse(FAILED, told, *verb, "-o", name + ending)
        self.assertFalse(os.path.isfile("/dev/null"))

    def test_nothing_is_written_into_the_library(self):
        os.symlink(self.library, self.scratch / "link")
        for verb in (("dump",), ("export", "--draft"), ("export",)):
            for path in (
                self.library / "bangvang.db",
                self.library / "new.xlsx",
                self.library / "vault" / "new.xlsx",
                self.library / ".." / self.library.name / "new.xlsx",
                self.scratch / "link" / "bangvang.db",
            ):
                with self.subTest(verb=verb, path=path):
                    self.refuse(FAILED, "choose another folder", *verb, "-o", path)
        self.assertFalse((self.library / "new.xlsx").exists())
        self.assertTrue(self.json("verify")["ok"])
        self.succeed("dump", "-o", self.scratch / (self.library.name + ".json"))

    def run_unseen(self, how, *arguments):
        """A call whose output nobody gets: the disk is full, the reader gone, or the stream closed."""
        if how == "full":
            with open("/dev/full", "w") as full:
                return subprocess.run(self.command(*arguments), stdout=full, stderr=subprocess.PIPE, env=self.environment)
        if how == "closed":
            return subprocess.run(
                ["sh", "-c", 'exec "$@" >&-', "sh", *self.command(*arguments)], stderr=subprocess.PIPE, env=self.environment
            )
        reader, writer = os.pipe()
        os.close(reader)
        try:
            return subprocess.run(self.command(*arguments), stdout=writer, stderr=subprocess.PIPE, env=self.environment)
        finally:
            os.close(writer)

    @not_on_windows("there is no such device")
    def test_what_is_done_but_cannot_be_printed_is_done(self):
        scan = self.write("a.pdf", b"%PDF-1.4\n")
        dump = self.write("x.json", self.dump())
        actions = len(self.json("log"))
        for how in ("full", "closed", "gone"):
            for arguments in (
                ("score", "so-y-te", "2", "1"),
                ("--json", "set", "nominee", "so-y-te", "summary=" + how),
                ("--json", "attach", "so-y-te", "2", scan),
                ("undo",),
                ("--json", "redo"),
                ("load", "--replace", dump),
                ("--json", "dump", "-o", self.scratch / "y.json"),
                ("print", "--list", "ranking", "-o", self.scratch / "y.pdf"),
                ("bases", "--set"),
            ):
                with self.subTest(how=how, arguments=arguments):
                    done = self.run_unseen(how, *arguments)
                    self.assertEqual(0, done.returncode, done.stderr)
                    self.assertRegex(done.stderr, rb"warning: it is done, but cannot be shown: ")
        self.assertLess(actions, len(self.json("log")))
        self.assertTrue(self.json("verify")["ok"])

    @not_on_windows("there is no such device")
    def test_what_is_only_printed_fails_where_it_cannot_be(self):
        for how in ("full", "closed", "gone"):
            for arguments in (("--json", "rank"), ("dump",), ("log",), ("letters",)):
                with self.subTest(how=how, arguments=arguments):
                    done = self.run_unseen(how, *arguments)
                    self.assertEqual(FAILED, done.returncode)
                    self.assertIn(b"the output cannot be written", done.stderr)

    def test_output_that_cannot_be_written_is_a_failure(self):
        with open("/dev/full", "w") as full:
            for verb in ("dump", "rank", "nominees", "--help"):
                with self.subTest(verb=verb):
                    done = subprocess.run(
                        self.command(verb), stdout=full, stderr=subprocess.PIPE, env=self.environment
                    )
                    self.assertEqual(FAILED, done.returncode)
                    self.assertIn(b"the output cannot be written", done.stderr)


if __name__ == "__main__":
    unittest.main()
