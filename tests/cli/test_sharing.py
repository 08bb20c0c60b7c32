# SPDX-License-Identifier: GPL-3.0-or-later
"""Two programs at one library, and a disk that is full."""

import json
import os
import subprocess
import threading
import unittest

from program import FAILED, USAGE, WINDOWS, Test, limit_files, not_on_windows

# More than the pipe holds, so that a writer that prints it stays where it is until somebody reads.
PIPE = 4096
HOLDS = "holds=" + json.dumps([{"reason": "x" * 20000}])


class TwoPrograms(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()

    def start_writer(self):
        """A process that has done its action, holds the library open and waits for its reader."""
        process = self.start_cli("--json", "set", "nominee", "so-y-te", HOLDS, pipesize=PIPE)
        self.assertEqual(b"{", process.stdout.read(1))
        return process

    def finish(self, process):
        process.stdout.read()
        self.assertEqual(0, process.wait())

    def test_a_second_writer_is_refused_and_told_who_writes(self):
        writer = self.start_writer()
        # What Windows counts as a process only Windows knows.
        told = r"process \d+\b" if WINDOWS else rf"process {writer.pid}\b"
        for verb in (["score", "so-y-te", "2", "1"], ["undo"], ["init"], ["export", "-o", self.scratch / "x.xlsx"]):
            with self.subTest(verb=verb):
                done = self.refuse(FAILED, str(self.library), *verb)
                self.assertRegex(done.stderr, told)
        self.finish(writer)
        self.succeed("score", "so-y-te", "2", "1")

    def test_a_second_writer_waits_as_long_as_it_is_told(self):
        writer = self.start_writer()
        self.refuse(FAILED, str(self.library), "--wait", "1", "score", "so-y-te", "2", "1")
        second = self.start_cli("--wait", "100", "score", "so-y-te", "2", "1")
        with self.assertRaises(subprocess.TimeoutExpired):
            second.wait(0.3)
        self.finish(writer)
        self.finish(second)
        self.assertEqual(3, len(self.json("log")))
        self.refuse(USAGE, "not a number", "--wait", "long", "undo")

    def test_others_read_while_one_writes(self):
        writer = self.start_writer()
        for verb in ("dump", "rank", "nominees", "log", "verify"):
            with self.subTest(verb=verb):
                self.succeed(verb)
        self.succeed("export", "--draft", "-o", self.scratch / "x.xlsx")
        self.finish(writer)

    def test_a_writer_that_is_killed_leaves_the_library_free_and_its_action_done(self):
        writer = self.start_writer()
        writer.kill()
        writer.wait()
        self.assertIn("x" * 20000, self.dump())
        self.succeed("score", "so-y-te", "2", "1")
        self.assertTrue(self.json("verify")["ok"])

    def test_every_read_beside_many_writes_is_whole(self):
        wrong = []

        def write():
            for points in range(1, 25):
                done = self.run_cli("score", "so-y-te", "2", str(points))
                wrong.extend([done.stderr] if done.returncode else [])

        writer = threading.Thread(target=write)
        writer.start()
        seen = set()
        while writer.is_alive():
            nominees = json.loads(self.dump())["nominees"]
            (nominee,) = (nominee for nominee in nominees if nominee["key"] == "so-y-te")
            seen.update(entry["verified"] for entry in nominee["assessments"] if entry["criterion"] == "2")
        writer.join()
        self.assertEqual([], wrong)
        self.assertTrue(seen)
        self.assertEqual(25, len(self.json("log")))


class FullDisk(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()

    def refuse_on_full_disk(self, size, *arguments):
        # Python ignores the signal of a file that grows too large; the program inherits that.
        return self.refuse_unchanged(
            "", *arguments, preexec_fn=lambda: limit_files(size), restore_signals=False
        )

    def test_reading_needs_no_room(self):
        said = {verb: self.succeed(verb) for verb in ("rank", "dump", "nominees", "log", "verify")}
        for size in (0, 512, 16384):
            for verb, text in said.items():
                with self.subTest(size=size, verb=verb):
                    done = self.run_cli(verb, preexec_fn=lambda: limit_files(size), restore_signals=False)
                    self.assertEqual((0, text, ""), (done.returncode, done.stdout, done.stderr))
        self.assertEqual([], [path.name for path in self.library.glob("bangvang.db-*")])

    def test_what_the_disk_refuses_is_told_with_its_room_and_what_to_do(self):
        scan = self.write("bản quét.pdf", b"%PDF-1.4\n" + b"x" * 300000)
        for size, arguments in (
            (512, ("score", "so-y-te", "2", "1")),
            (100000, ("attach", "so-y-te", "2", scan)),
            (10000, ("dump", "-o", self.scratch / "x.json")),
        ):
            with self.subTest(arguments=arguments):
                done = self.refuse_on_full_disk(size, *arguments)
                self.assertIn(str(self.scratch), done.stderr)
                self.assertRegex(done.stderr, r"\([\d.,]+ \S*B free\)")
                self.assertRegex(done.stderr, r"[Ff]ree (some )?space|the free space")

    def test_an_edit_fails_as_a_whole(self):
        for size in (0, 512, 8192):
            with self.subTest(size=size):
                self.refuse_on_full_disk(size, "score", "so-y-te", "2", "1")
                self.refuse_on_full_disk(size, "remove", "nominee", "so-y-te")
        self.assertTrue(self.json("verify")["ok"])
        self.succeed("score", "so-y-te", "2", "1")

    def test_an_attachment_fails_as_a_whole(self):
        scan = self.write("bản quét.pdf", b"%PDF-1.4\n" + b"x" * 300000)
        self.refuse_on_full_disk(100000, "attach", "so-y-te", "2", scan)
        self.assertTrue(self.json("verify")["ok"])
        self.succeed("attach", "so-y-te", "2", scan)

    def test_a_dump_or_workbook_is_whole_or_not_there(self):
        target = self.scratch / "bản cũ.json"
        target.write_text("old")
        self.refuse_on_full_disk(10000, "dump", "-o", target)
        self.assertEqual("old", target.read_text())
        for size in (2000, 60000):
            done = self.refuse_on_full_disk(size, "export", "--draft", "-o", self.scratch / "x.xlsx")
            self.assertRegex(
                done.stderr, r"\Abangvang-cli: [^\n]* (disk may be full|No space left|Input/output error)[^\n]*\n\Z"
            )
        self.assertEqual(["bản cũ.json"], sorted(path.name for path in self.scratch.iterdir() if path.is_file()))
        self.assertEqual([], [path.name for path in self.library.iterdir() if path.name.startswith(".bangvang-")])

    def test_a_demonstration_that_failed_leaves_no_file_that_nobody_names(self):
        for name, size in (("ít", 5000), ("vừa", 60000)):
            self.library = self.scratch / name
            self.refuse(FAILED, "", "demo", preexec_fn=lambda: limit_files(size), restore_signals=False)
            self.assertEqual([], [path for path in self.library.glob("vault/*/*")])
        self.succeed("demo")
        self.assertNotEqual([], list(self.library.glob("vault/*/*")))

    def test_a_load_that_failed_can_be_done_again(self):
        content = json.loads(self.dump())
        content["campaign"]["title"] = "Đợt khác"
        source = self.write("x.json", json.dumps(content, ensure_ascii=False))
        self.refuse_on_full_disk(60000, "load", "--replace", source)
        self.library = self.scratch / "mới"
        self.refuse(
            FAILED, "", "load", source, preexec_fn=lambda: limit_files(60000), restore_signals=False
        )
        self.succeed("load", source)


@not_on_windows("wine's server opens all files, and may write everywhere")
class ReadOnlyFolder(Test):
    """A library that was put where its reader may not write; root has to forgo the right to write anywhere."""

    closed = False

    def setUp(self):
        super().setUp()
        self.take_demo()
        self.environment["XDG_CACHE_HOME"] = str(self.scratch / "cache")
        # What one that was killed left there goes, too.
        left = self.scratch / "cache/bangvang/.bangvang-killed"
        left.mkdir(parents=True)
        (left / "bangvang.db").write_bytes(b"x")
        os.utime(left, (1, 1))
        self.library.chmod(0o500)
        self.closed = os.getuid() == 0
        self.addCleanup(self.library.chmod, 0o755)

    def command(self, *arguments):
        command = super().command(*arguments)
        drop = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if self.closed else []
        return [*drop, *command]

    def test_it_is_read(self):
        self.assertIn("Sở Y tế", self.succeed("rank"))
        self.assertEqual({"ok": True, "findings": []}, self.json("verify"))

    def test_it_is_read_where_it_is_named_from_the_folder_above(self):
        expected = self.succeed("rank")
        self.library = self.library.relative_to(self.scratch)
        done = self.run_cli("rank", cwd=self.scratch)
        self.library = self.scratch / self.library
        self.assertEqual((0, expected, ""), (done.returncode, done.stdout, done.stderr))

    def test_a_draft_leaves_nothing_behind(self):
        workbook = self.scratch / "nháp.xlsx"
        self.succeed("export", "--draft", "-o", workbook)
        self.assertGreater(workbook.stat().st_size, 10000)
        self.assertEqual([], list((self.scratch / "cache/bangvang").iterdir()))

    def test_a_writer_is_told_that_it_may_not_write(self):
        self.refuse(FAILED, "you may not write", "score", "so-y-te", "1", "3")


if __name__ == "__main__":
    unittest.main()
