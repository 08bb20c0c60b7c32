# SPDX-License-Identifier: GPL-3.0-or-later
"""backup, backups, restore: a copy is a backup only when it was proven, and nothing is ever overwritten."""

import contextlib
import hashlib
import json
import os
import shutil
import signal
import sqlite3
import stat
import time
import unittest

from folder_files import read_files
from program import DONE, FAILED, SEALING, USAGE, Test, limit_files, not_on_windows, read_parts, with_slashes

PDF = b"%PDF-1.4\n" + b"x" * 5000
ASIDE = "-truoc-phuc-hoi-"


def flip(path, offset):
    content = bytearray(path.read_bytes())
    content[offset] ^= 4
    path.chmod(0o600)
    path.write_bytes(content)


class BackupTest(Test):
    def setUp(self):
        super().setUp()
        self.take_demo()
        self.stick = self.scratch / "que nhớ"
        self.stick.mkdir()

    def backup(self, *arguments):
        return self.json("backup", *arguments)

    def backup_to_stick(self):
        made = self.backup("-o", self.stick)
        return made, self.stick / os.path.basename(made["file"])

    def vault(self, folder):
        return sorted(path for path in (folder / "vault").glob("??/*") if path.is_file())

    def attach(self, name, content):
        (piece,) = self.json("attach", "so-y-te", "2", self.write(name, content))
        return piece["sha256"]

    def kept(self, folder):
        """What somebody could take for a backup there, or for a part of one."""
        return sorted(path.name for path in folder.iterdir() if path.name not in ("vault", "bangvang.lock"))

    def asides(self):
        return [path for path in self.scratch.iterdir() if ASIDE in path.name]

    def with_full_disk(self, size, *arguments):
        return self.run_cli(*arguments, preexec_fn=lambda: limit_files(size), restore_signals=False)


class Backup(BackupTest):
    def test_says_what_was_compared(self):
        made, file = self.backup_to_stick()
        self.assertTrue(made["proven"])
        self.assertEqual(hashlib.sha256(self.dump().encode()).hexdigest(), made["dump_sha256"])
        self.assertEqual((30, 30, 30, 0, []), tuple(made[key] for key in ("evidence", "copied", "checked", "absent", "damaged")))
        self.assertTrue(file.is_file())
        self.assertIn("30 files: the same as the library", self.succeed("backup", "-o", self.stick))

    def test_counts_the_dumps_of_all_campaigns_in_the_order_they_are_listed(self):
        second = json.loads(self.dump())
        second["campaign"].update(key="papi-2022", starts="2022-06-21", ends="2022-12-31", considered_on=None)
        self.succeed("load", self.write("x.json", json.dumps(second)))
        dumps = [self.succeed("dump", "--campaign", campaign["key"]) for campaign in self.json("campaigns")]
        self.assertEqual(2, len(dumps))
        self.assertEqual(hashlib.sha256("".join(dumps).encode()).hexdigest(), self.backup()["dump_sha256"])

    def test_in_the_library_copies_the_database_only(self):
        made = self.backup()
        self.assertEqual((30, 0, 30), (made["evidence"], made["copied"], made["checked"]))
        names = self.kept(self.library / "backups")
        self.assertEqual([".db", ".json"], [os.path.splitext(name)[1] for name in names])

    def test_named_by_hand_the_place_in_the_library_is_the_same(self):
        self.backup()
        self.backup("-o", self.library / "backups")
        self.assertFalse((self.library / "backups/vault").exists())
        self.assertEqual(2, len(self.json("backups")))

    def test_copies_evidence_once(self):
        self.backup_to_stick()
        before = {path: path.stat().st_ino for path in self.vault(self.stick)}
        sha256 = self.attach("mới.pdf", PDF)
        made, _ = self.backup_to_stick()
        self.assertEqual((31, 1), (made["evidence"], made["copied"]))
        self.assertEqual(before, {path: path.stat().st_ino for path in self.vault(self.stick) if sha256 not in path.name})
        self.assertEqual([path.name for path in self.vault(self.library)], [path.name for path in self.vault(self.stick)])

    @not_on_windows("the folder says who may read a file")
    def test_nobody_else_reads_it(self):
        _, file = self.backup_to_stick()
        for path in [file, file.with_suffix(".json"), *self.vault(self.stick)]:
            self.assertEqual(0o600, stat.S_IMODE(path.stat().st_mode), path)

    def test_names_damaged_evidence_and_copies_the_rest(self):
        damaged = self.vault(self.library)[3]
        flip(damaged, 100)
        done = self.run_cli("--json", "backup", "-o", self.stick)
        self.assertEqual(DONE, done.returncode)
        self.assertIn("damaged", done.stderr)
        made = json.loads(done.stdout)
        self.assertEqual((29, 1), (made["copied"], len(made["damaged"])))
        self.assertIn(damaged.name, made["damaged"][0])
        self.assertNotIn(damaged.name, [path.name for path in self.vault(self.stick)])
        self.assertEqual(1, len(self.json("backups", self.stick)[0]["damaged"]))

    def test_mends_evidence_that_rotted_on_the_stick(self):
        self.backup_to_stick()
        rotten = self.vault(self.stick)[5]
        flip(rotten, 100)
        made, _ = self.backup_to_stick()
        self.assertEqual((1, []), (made["copied"], made["damaged"]))
        self.assertEqual((self.library / rotten.relative_to(self.stick)).read_bytes(), rotten.read_bytes())

    def test_counts_evidence_that_is_not_here(self):
        self.vault(self.library)[0].unlink()
        done = self.run_cli("--json", "backup", "-o", self.stick)
        self.assertEqual((DONE, 1), (done.returncode, json.loads(done.stdout)["absent"]))
        self.assertIn("1 file of evidence is not in the library", done.stderr)

    def test_a_damaged_library_has_no_backup(self):
        with sqlite3.connect(self.library / "bangvang.db") as db:
            db.execute("UPDATE journal SET rows = rows + 1 WHERE id = 1")
        db.close()
        self.refuse(FAILED, "damaged inside, as was what was copied: journal: action 1 ", "backup", "-o", self.stick)
        self.assertEqual([], self.kept(self.stick))

    def test_a_place_that_is_not_there_is_said(self):
        for verb in (["backup", "-o"], ["backups"], ["restore"]):
            with self.subTest(verb=verb):
                self.refuse(FAILED, "plug in the stick", *verb, self.scratch / "không có")
        self.assertFalse((self.scratch / "không có").exists())

    def test_no_backup_lies_in_a_library(self):
        other = self.scratch / "khác"
        shutil.copytree(self.library, other)
        self.refuse(FAILED, "holds a library", "backup", "-o", other)
        self.refuse(FAILED, "folder of the library", "backup", "-o", self.library / "vault")
        self.refuse(FAILED, "folder of the library", "backup", "-o", self.library)

    def test_reads_while_another_writes(self):
        # What it prints is more than the pipe holds: it keeps the library open until somebody reads.
        holds = "holds=" + json.dumps([{"reason": "x" * 20000}])
        writer = self.start_cli("--json", "set", "nominee", "so-y-te", holds, pipesize=4096)
        self.assertEqual(b"{", writer.stdout.read(1))
        made, _ = self.backup_to_stick()
        writer.stdout.read()
        self.assertEqual(0, writer.wait())
        self.assertEqual(hashlib.sha256(self.dump().encode()).hexdigest(), made["dump_sha256"])


class List(BackupTest):
    def test_shows_all_places_newest_first(self):
        first = self.backup()["file"]
        time.sleep(1.1)
        self.succeed("score", "so-y-te", "2", "1")
        second, _ = self.backup_to_stick()
        listed = self.json("backups", self.stick)
        self.assertEqual([second["file"], first], [entry["file"] for entry in listed])
        self.assertEqual([2, 1], [entry["actions"] for entry in listed])
        self.assertEqual([True, True], [entry["proven"] for entry in listed])
        self.assertEqual(255, listed[0]["campaigns"][0]["nominees"])
        self.assertIn("proven", self.succeed("backups"))

    def test_a_copy_with_a_flipped_bit_is_no_backup(self):
        _, file = self.backup_to_stick()
        size = file.stat().st_size
        for offset in (0, 18, 100, size // 3, size // 2, size - 1):
            with self.subTest(offset=offset):
                flip(file, offset)
                (entry,) = self.json("backups", self.stick)
                self.assertEqual((False, True), (entry["proven"], "changed or damaged" in entry["fault"]))
                self.refuse(FAILED, "changed or damaged", "restore", file, "--to", self.scratch / "mới")
                self.refuse(FAILED, "no sound backup", "restore", self.stick, "--to", self.scratch / "mới")
                flip(file, offset)
        self.assertTrue(self.json("backups", self.stick)[0]["proven"])

    def test_a_copy_without_its_manifest_is_no_backup(self):
        _, file = self.backup_to_stick()
        manifest = file.with_suffix(".json")
        flip(manifest, 40)
        self.assertFalse(self.json("backups", self.stick)[0]["proven"])
        manifest.unlink()
        (entry,) = self.json("backups", self.stick)
        self.assertEqual((False, True), (entry["proven"], "never proven" in entry["fault"]))

    def test_half_copies_are_not_listed_and_go_with_the_next(self):
        for name in ("bangvang-2026-01-01-120000.db.part", "bangvang-2026-01-01-120000.json.part"):
            (self.stick / name).write_bytes(b"SQLite format 3\0")
        (self.stick / "ảnh.part").write_bytes(b"of somebody else")
        self.assertEqual([], self.json("backups", self.stick))
        _, file = self.backup_to_stick()
        self.assertEqual(sorted([file.name, file.with_suffix(".json").name, "ảnh.part"]), self.kept(self.stick))

    def test_the_copy_before_an_upgrade_is_listed(self):
        shutil.copy(self.library / "bangvang.db", self.library / "bangvang-1.db")
        (entry,) = self.json("backups")
        self.assertEqual(("upgrade", True), (entry["kind"], entry["proven"]))
        (self.library / "bangvang-1.db").write_bytes(b"")
        (entry,) = self.json("backups")
        self.assertFalse(entry["proven"])

    def test_the_copy_before_an_upgrade_pushes_no_backup_out(self):
        shutil.copy(self.library / "bangvang.db", self.library / "bangvang-1.db")
        made = self.json("backup")
        self.assertTrue(os.path.exists(made["file"]))
        self.assertIn("backup", [entry["kind"] for entry in self.json("backups")])

    def make_older(self, file, stamp):
        """As if it had been made then."""
        older = file.with_name(f"bangvang-{stamp}.db")
        file.rename(older)
        file.with_suffix(".json").rename(older.with_suffix(".json"))
        return older

    def test_backups_of_this_day_stay(self):
        files = [self.backup_to_stick()[1] for _ in range(3)]
        self.assertEqual(sorted(name for file in files for name in (file.name, file.with_suffix(".json").name)), sorted(self.kept(self.stick)))

    def test_backups_of_an_earlier_day_are_thinned_and_their_evidence_goes(self):
        sha256 = self.attach("nhầm.pdf", PDF)
        self.make_older(self.backup_to_stick()[1], "2020-01-05-083100")
        self.succeed("remove", "evidence", next(piece["key"] for piece in self.json("evidence") if piece["sha256"] == sha256))
        last = self.make_older(self.backup_to_stick()[1], "2020-01-05-170000")
        made, file = self.backup_to_stick()
        self.assertEqual(1, made["removed"])
        self.assertEqual([last.name, last.with_suffix(".json").name, file.name, file.with_suffix(".json").name], self.kept(self.stick))
        self.assertNotIn(sha256, [path.stem for path in self.vault(self.stick)])
        self.assertEqual(30, len(self.vault(self.stick)))

    def test_thinning_leaves_what_another_library_has_there(self):
        self.make_older(self.backup_to_stick()[1], "2020-01-05-083100")
        with self.at(self.scratch / "khác"):
            self.succeed("demo")
            self.attach("khác.pdf", PDF)
            self.make_older(self.backup_to_stick()[1], "2020-01-05-083200")
        self.make_older(self.backup_to_stick()[1], "2020-01-05-083300")
        made, _ = self.backup_to_stick()
        self.assertEqual(1, made["removed"])
        self.assertEqual(3, len(self.json("backups", self.stick)))
        self.assertEqual(31, len(self.vault(self.stick)))


class Restore(BackupTest):
    def test_makes_a_library_of_its_own(self):
        self.attach("mới.pdf", PDF)
        before = self.dump(), self.json("log")
        made, file = self.backup_to_stick()
        for number, source in enumerate((file, self.stick)):
            with self.subTest(source=source), self.at(self.scratch / f"mới {number}"):
                restored = self.json("restore", source)
                self.assertEqual((None, made["dump_sha256"], 31), (restored["aside"], restored["dump_sha256"], restored["evidence"]))
                self.assertEqual(before, (self.dump(), self.json("log")))
                self.assertEqual({"ok": True, "findings": []}, self.json("verify"))
                self.succeed("undo")

    def test_refuses_a_folder_that_is_not_empty(self):
        _, file = self.backup_to_stick()
        other = self.scratch / "ảnh"
        other.mkdir()
        (other / "a.jpg").write_bytes(b"x")
        self.refuse(FAILED, "holds other files", "restore", file, "--to", other)
        self.refuse(FAILED, "holds other files", "restore", file, "--to", other, "--replace")
        self.assertEqual(["a.jpg"], [path.name for path in other.iterdir()])
        self.refuse_unchanged("--replace puts it aside", "restore", file)
        self.refuse(USAGE, "the name is empty", "restore", file, "--to", "")

    def test_puts_the_present_library_aside(self):
        made, file = self.backup_to_stick()
        then = self.dump()
        self.succeed("score", "so-y-te", "2", "1")
        self.attach("sau.pdf", PDF)
        now, files = self.dump(), read_files(self.library)
        restored = self.json("restore", file, "--replace")
        self.assertEqual((then, made["dump_sha256"]), (self.dump(), restored["dump_sha256"]))
        (aside,) = self.asides()
        self.assertEqual(str(aside), with_slashes(restored["aside"]))
        with self.at(aside):
            self.assertEqual(now, self.dump())
            self.assertTrue(self.json("verify")["ok"])
        self.assertEqual(30, len(self.vault(self.library)))
        self.assertEqual(31, len(self.vault(aside)))
        self.assertEqual({name for name in files if name.name == "bangvang.db"}, {name for name in read_files(aside) if name.name == "bangvang.db"})

    def test_pushes_no_backup_out_and_can_be_taken_back(self):
        first = self.backup()["file"]
        time.sleep(1.1)
        self.succeed("score", "so-y-te", "2", "1")
        now = self.dump()
        for _ in range(3):
            self.succeed("restore", first, "--replace")
        self.assertEqual([first], [entry["file"] for entry in self.json("backups")])
        self.assertEqual(3, len(self.asides()))
        oldest = min(self.asides())
        self.succeed("restore", oldest, "--replace")
        self.assertEqual(now, self.dump())

    def test_takes_evidence_from_the_library_it_replaces(self):
        made = self.backup()
        self.assertEqual(30, self.json("restore", made["file"], "--replace")["evidence"])
        self.assertTrue(self.json("verify")["ok"])

    def test_says_what_is_nowhere(self):
        made, file = self.backup_to_stick()
        self.vault(self.stick)[0].unlink()
        flip(self.vault(self.stick)[0], 50)
        with self.at(self.scratch / "mới"):
            done = self.run_cli("--json", "restore", file)
            self.assertEqual((DONE, 28), (done.returncode, json.loads(done.stdout)["evidence"]))
            self.assertIn("damaged", done.stderr)
            self.assertEqual(2, sum("not here" in finding for finding in json.loads(self.run_cli("--json", "verify").stdout)["findings"]))

    def test_replaces_a_library_that_cannot_be_opened(self):
        _, file = self.backup_to_stick()
        then = self.dump()
        (self.library / "bangvang.db").write_bytes(b"\0" * 100000)
        self.refuse(FAILED, "", "nominees")
        self.succeed("restore", file, "--replace")
        self.assertEqual(then, self.dump())
        (aside,) = self.asides()
        self.assertEqual(b"\0" * 100000, (aside / "bangvang.db").read_bytes())

    def test_is_refused_while_another_has_the_library_open(self):
        _, file = self.backup_to_stick()
        connection = sqlite3.connect(self.library / "bangvang.db")
        self.addCleanup(connection.close)
        connection.execute("BEGIN")
        connection.execute("SELECT count (*) FROM campaign").fetchone()
        # Whoever closes the file that this process reads would take its lock away: so nobody looks into it here.
        self.refuse(FAILED, "still has this library open", "restore", file, "--replace")
        self.assertEqual([], self.asides())

    def test_a_library_copied_while_it_was_open_is_told_and_taken_over(self):
        flipped = bytearray((self.library / "bangvang.db").read_bytes())
        flipped[18:20] = b"\2\2"
        then = self.dump()
        (self.library / "bangvang.db").write_bytes(flipped)
        for verb in (["nominees"], ["score", "so-y-te", "2", "1"], ["backup"]):
            self.refuse(FAILED, "copied while it was open", *verb)
        with self.at(self.scratch / "mới"):
            self.succeed("restore", self.scratch / "thư viện")
            self.assertEqual(then, self.dump())
        self.succeed("restore", self.library, "--replace")
        self.assertEqual(then, self.dump())
        self.succeed("score", "so-y-te", "2", "1")
        self.assertEqual(b"\1\1", (self.library / "bangvang.db").read_bytes()[18:20])


class Salvage(BackupTest):
    def add_second(self):
        path = self.write("second.json", self.dump())
        campaign = json.loads(path.read_text(encoding="utf-8"))
        campaign["campaign"]["key"] = "second"
        self.succeed("load", self.write("second.json", json.dumps(campaign)))

    def damage(self, sql):
        with sqlite3.connect(self.library / "bangvang.db") as connection:
            connection.execute(sql)
        connection.close()

    def test_takes_what_is_whole_and_names_the_rest(self):
        self.add_second()
        then = self.succeed("--campaign", "papi-2021", "dump")
        self.damage("UPDATE campaign SET award = 'x' WHERE key = 'second'")
        damaged = (self.library / "bangvang.db").read_bytes()
        with self.at(self.scratch / "mới"):
            done = self.json("restore", self.scratch / "thư viện", "--salvage")
            self.assertEqual(then, self.dump())
            self.assertEqual([("papi-2021", 255, 30)], [(c["campaign"], c["nominees"], c["evidence"]) for c in done["campaigns"]])
            self.assertEqual(["second"], [campaign["campaign"] for campaign in done["left"]])
            self.assertEqual((30, 0, None), (done["evidence"], done["absent"], done["aside"]))
            self.succeed("verify")
        self.assertEqual(damaged, (self.library / "bangvang.db").read_bytes())
        self.refuse(FAILED, "there is a library here", "restore", self.library, "--salvage")
        said = self.run_cli("restore", self.library, "--salvage", "--replace")
        self.assertEqual(DONE, said.returncode, said.stderr)
        self.assertIn("not taken over: rows of it are damaged or missing.", said.stdout)
        self.assertIn("The journal begins anew", said.stderr)
        (aside,) = self.asides()
        self.assertEqual(damaged, (aside / "bangvang.db").read_bytes())
        self.assertEqual(then, self.dump())

    def record(self):
        """Two sealings of the demonstration, of which there are letters, too; what the first one looks like."""
        self.take_resolved_demo()
        self.succeed("export", *SEALING, "-o", self.scratch / "một.xlsx")
        self.succeed("score", "so-y-te", "2", "1")
        self.succeed("export", *SEALING, "-o", self.scratch / "hai.xlsx")
        self.succeed("letters", "-o", self.scratch / "thư")
        self.succeed("export", "--sealed", "1", "-o", self.scratch / "trước.xlsx")
        with contextlib.closing(sqlite3.connect(self.library / "bangvang.db")) as db:
            return self.json("sealed"), db.execute("SELECT count (*) FROM letter").fetchone()[0]

    def test_takes_what_was_sealed_and_written(self):
        sealed, n_letters = self.record()
        then = self.dump()
        done = self.json("restore", self.library, "--salvage", "--replace")
        self.assertEqual(([], 2, 2, n_letters), (done["left"], done["sealings"], done["sealed"], done["letters"]))
        self.assertEqual(30, done["evidence"])
        self.assertEqual((then, sealed), (self.dump(), self.json("sealed")))
        self.assertEqual({"ok": True, "findings": []}, self.json("verify"))
        self.succeed("export", "--sealed", "1", "-o", self.scratch / "sau.xlsx")
        self.assertEqual(*(read_parts(self.scratch / name) for name in ("trước.xlsx", "sau.xlsx")))
        self.succeed("score", "so-y-te", "2", "2")
        self.succeed("export", *SEALING, "-o", self.scratch / "ba.xlsx")
        self.assertEqual([1, 2, 3], [sealing["number"] for sealing in self.json("sealed")])
        self.assertEqual({"ok": True, "findings": []}, self.json("verify"))

    def test_a_damaged_sealing_is_named_and_the_rest_taken(self):
        (first, second), _ = self.record()
        then = self.dump()
        self.damage("UPDATE proposal SET seal = 'x' || seal WHERE ordinal = 1")
        said = self.run_cli("restore", self.library, "--salvage", "--replace")
        self.assertEqual(DONE, said.returncode, said.stderr)
        self.assertRegex(said.stdout, r": Seal the proposal: một.xlsx \(.*\): not taken over: its row is damaged or missing\.")
        self.assertIn("Sealings on record: 1 taken over, of which 1 can be written again", said.stdout)
        self.assertEqual((then, [second]), (self.dump(), self.json("sealed")))
        self.assertEqual({"ok": True, "findings": []}, self.json("verify"))
        self.refuse(FAILED, "no sealed proposal 1", "export", "--sealed", "1", "-o", self.scratch / "sau.xlsx")

    def test_where_what_was_sealed_is_damaged_it_stays_on_record(self):
        sealed, _ = self.record()
        (kept,) = (path for path in self.vault(self.library) if path.suffix == ".gz" and path.name.startswith(self.find_dump(1)))
        flip(kept, 30)
        done = self.json("restore", self.library, "--salvage", "--replace")
        (left,) = done["left"]
        self.assertEqual(("sealed", "papi-2021", 2, 1), (left["kind"], left["campaign"], done["sealings"], done["sealed"]))
        self.assertIn("what was sealed as 1 (một.xlsx)", left["title"])
        self.assertIn("its file is damaged", left["reason"])
        self.assertEqual(sealed, self.json("sealed"))
        self.refuse(FAILED, "its file is not here", "export", "--sealed", "1", "-o", self.scratch / "sau.xlsx")
        self.succeed("export", "--sealed", "2", "-o", self.scratch / "sau.xlsx")

    def find_dump(self, number):
        with contextlib.closing(sqlite3.connect(self.library / "bangvang.db")) as db:
            return db.execute("SELECT dump FROM proposal WHERE ordinal = ?", (number,)).fetchone()[0]

    def test_where_nothing_is_whole_nothing_changes(self):
        self.damage("UPDATE campaign SET award = 'x'")
        before = read_files(self.library)
        self.refuse(FAILED, "no campaign in it is whole", "restore", self.library, "--salvage", "--replace")
        self.assertEqual(before, read_files(self.library))
        self.assertEqual([], self.asides())

    def test_a_torn_beginning_is_told_and_mended(self):
        then = self.dump()
        flip(self.library / "bangvang.db", 3)
        self.refuse(FAILED, "it is damaged", "nominees")
        self.succeed("restore", self.library, "--salvage", "--replace")
        self.assertEqual(then, self.dump())

    def test_an_empty_database_is_not_taken_for_a_new_library(self):
        (self.library / "bangvang.db").write_bytes(b"")
        self.refuse(FAILED, "it is damaged", "score", "so-y-te", "2", "1")


@not_on_windows("no disk is full in a test")
class FullDisk(BackupTest):
    def test_a_backup_is_whole_or_not_there(self):
        before = read_files(self.library)
        for size in (0, 100, 4096, 100000, 600000, 1100000):
            for place in ([], ["-o", self.stick]):
                with self.subTest(size=size, place=place):
                    done = self.with_full_disk(size, "backup", *place)
                    self.assertEqual(FAILED, done.returncode, done.stdout)
                    self.assertEqual(1, done.stderr.count("\n"), done.stderr)
                    self.assertEqual([], self.json("backups", self.stick))
                    self.assertEqual([], self.kept(self.stick))
        shutil.rmtree(self.library / "backups", ignore_errors=True)
        self.assertEqual(before, read_files(self.library))

    def test_a_restore_changes_all_or_nothing(self):
        _, file = self.backup_to_stick()
        self.succeed("score", "so-y-te", "2", "1")
        now = self.dump()
        for size in (0, 100, 4096, 100000, 600000, 1100000):
            with self.subTest(size=size):
                done = self.with_full_disk(size, "restore", file, "--replace")
                self.assertEqual(FAILED, done.returncode, done.stdout)
                self.assertEqual((now, []), (self.dump(), self.asides()))
                self.assertEqual(FAILED, self.with_full_disk(size, "restore", file, "--to", self.scratch / "mới").returncode)
        self.assertEqual([], [path.name for path in (self.scratch / "mới").iterdir() if path.name != "bangvang.lock"])
        self.succeed("restore", file, "--to", self.scratch / "mới")


class CutOff(BackupTest):
    """What is interrupted or killed at any moment."""

    def cut_off(self, number, seconds, *arguments):
        process = self.start_cli(*arguments)
        time.sleep(seconds)
        process.send_signal(number)
        process.wait()
        return process.returncode

    def measure(self, *arguments):
        begin = time.monotonic()
        self.succeed(*arguments)
        return time.monotonic() - begin

    @not_on_windows("wine has no way to kill a program at a moment")
    def test_a_killed_backup_leaves_nothing_that_counts(self):
        seconds = self.measure("backup", "-o", self.stick)
        for number in (signal.SIGKILL, signal.SIGTERM):
            for part in range(8):
                with self.subTest(number=number, part=part):
                    self.cut_off(number, seconds * part / 8, "backup", "-o", self.stick)
                    listed = self.json("backups", self.stick)
                    self.assertTrue(any(entry["proven"] for entry in listed))
                    for entry in listed:
                        self.assertIn(entry["fault"], (None, "the copy was cut off, and never proven"))
        _, file = self.backup_to_stick()
        self.assertFalse([path for path in self.kept(self.stick) if path.endswith(".part")])
        with self.at(self.scratch / "mới"):
            self.succeed("restore", file)
            self.assertTrue(self.json("verify")["ok"])

    @not_on_windows("wine has no way to kill a program at a moment")
    def test_a_killed_restore_leaves_the_one_library_or_the_other(self):
        _, file = self.backup_to_stick()
        then = self.dump()
        self.succeed("score", "so-y-te", "2", "1")
        now = self.dump()
        kept = self.scratch / "giữ"
        shutil.copytree(self.library, kept)
        seconds = self.measure("restore", file, "--to", self.scratch / "đo")
        for part in range(16):
            with self.subTest(part=part):
                self.take(kept)
                self.cut_off(signal.SIGKILL, seconds * (0.5 + part / 24), "restore", file, "--replace")
                self.assertIn(self.dump(), (then, now))
                self.assertTrue(self.json("verify")["ok"])
                self.succeed("score", "so-y-te", "2", "2")
                self.assertEqual([], [path.name for path in self.library.iterdir() if path.name.startswith("bangvang.restore")])

    def test_every_step_of_the_replacement_can_be_the_last(self):
        """As a crash leaves it: what was moved, and what was not."""
        _, file = self.backup_to_stick()
        then = self.dump()
        self.succeed("score", "so-y-te", "2", "1")
        now = self.dump()
        kept, ready = self.scratch / "giữ", self.scratch / "sẵn"
        shutil.copytree(self.library, kept)
        self.succeed("restore", file, "--to", ready)
        moves = (("library", "aside", "vault"), ("ready", "library", "vault"), ("library", "aside", "bangvang.db"), ("ready", "library", "bangvang.db"))
        for n_moves in range(len(moves) + 1):
            with self.subTest(n_moves=n_moves):
                self.take(kept)
                folders = {"library": self.library, "ready": self.library / "bangvang.restore", "aside": self.scratch / f"riêng {n_moves}"}
                shutil.copytree(ready, folders["ready"])
                folders["aside"].mkdir()
                (self.library / "bangvang.restore.txt").write_text(f"[restore]\naside={folders['aside']}\n", encoding="utf-8")
                for source, target, name in moves[:n_moves]:
                    (folders[source] / name).rename(folders[target] / name)
                self.assertEqual(then, self.dump())
                self.assertTrue(self.json("verify")["ok"])
                with self.at(folders["aside"]):
                    self.assertEqual(now, self.dump())
                self.assertFalse(list(self.library.glob("bangvang.restore*")))

    def test_one_that_was_not_ready_is_forgotten(self):
        now = self.dump()
        left = self.library / "bangvang.restore"
        left.mkdir()
        (left / "bangvang.db").write_bytes(b"half")
        self.assertEqual(now, self.dump())
        self.succeed("score", "so-y-te", "2", "1")
        self.assertFalse(left.exists())


if __name__ == "__main__":
    unittest.main()
