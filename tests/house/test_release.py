# SPDX-License-Identifier: GPL-3.0-or-later
"""What a release is made by: its papers, the times in its tarball, and what it refuses."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import tree

PAPERS = tree.ROOT / "build-aux/release_papers.py"
TARBALL = "bangvang-9.9.tar.xz"
FILES = {TARBALL: b"source", "bangvang_9.9-1_amd64.deb": b"package", "bangvang-9.9-setup.exe": b"installer",
         "bangvang-9.9-portable.zip": b"archive", "io.github.bangvang.BangVang.json": b"{}"}


def write_paper(*arguments):
    done = subprocess.run([sys.executable, PAPERS, *map(str, arguments)], capture_output=True, check=True,
                          env={**os.environ, "SOURCE_DATE_EPOCH": "1"})
    return done.stdout.decode("utf-8")


class Papers(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        for name, content in FILES.items():
            (self.folder / name).write_bytes(content)

    def test_the_notes_are_the_news(self):
        news = (tree.ROOT / "NEWS.md").read_text(encoding="utf-8")
        notes = write_paper("notes", "0.1.0")
        self.assertIn(notes.strip(), news)
        self.assertNotIn("\n## ", notes)
        self.assertGreater(len(notes), 100)

    def test_the_manifest_builds_the_tarball(self):
        own = json.loads((tree.ROOT / "flatpak/io.github.bangvang.BangVang.json").read_text(encoding="utf-8"))
        manifest = json.loads(write_paper("flatpak", self.folder / TARBALL))
        source, = manifest["modules"][-1]["sources"]
        self.assertEqual(own["modules"][:-1], manifest["modules"][:-1])
        self.assertEqual(hashlib.sha256(b"source").hexdigest(), source["sha256"])
        self.assertTrue(source["url"].endswith("/9.9/" + TARBALL))

    def test_the_pictures_of_the_description_lie_where_the_release_does(self):
        version = re.search(r"^  version: '(.+)',", (tree.ROOT / "meson.build").read_text(encoding="utf-8"), re.M).group(1)
        own, = json.loads(write_paper("flatpak", self.folder / TARBALL))["modules"][-1]["sources"]
        place = own["url"].replace("/9.9/", f"/{version}/").rpartition("/")[0]
        described = (tree.ROOT / "data/io.github.bangvang.BangVang.metainfo.xml.in").read_text(encoding="utf-8")
        pictures = re.findall(r"<image [^>]+>(.+)/(.+\.png)</image>", described)
        self.assertEqual([place] * 4, [folder for folder, _ in pictures])
        copied = re.search(r"cp (docs/.+) ", (tree.ROOT / "build-aux/release").read_text(encoding="utf-8")).group(1).split()
        self.assertEqual([f"docs/{name}" for _, name in pictures], copied)

    def test_the_window_names_the_libraries_and_their_licences(self):
        lines = write_paper("libraries").splitlines()
        self.assertIn("gtk4 · LGPL-2.1-or-later", lines)
        self.assertEqual(11, len(lines))

    def test_the_contents_name_every_file_and_its_libraries(self):
        versions = self.folder / "versions.txt"
        versions.write_text("sqlite3 3.40.1-2\n", encoding="utf-8")
        text = write_paper("contents", "9.9", self.folder, versions)
        names = dict(re.findall(r"^PackageName: (.+)\nSPDXID: (\S+)$", text, re.M))
        self.assertLessEqual(FILES.keys(), names.keys())
        self.assertEqual(len(names), len(set(names.values())))
        for name, content in FILES.items():
            self.assertIn(f"PackageFileName: {name}\nPackageChecksum: SHA256: {hashlib.sha256(content).hexdigest()}", text)
        described = re.findall(r"^Relationship: (\S+) (\w+) (\S+)$", text, re.M)
        self.assertLessEqual({part for one, _, other in described for part in (one, other)},
                             {"SPDXRef-DOCUMENT", *names.values()})
        self.assertIn((names["bangvang-9.9-setup.exe"], "CONTAINS", names["cairo"]), described)
        self.assertIn((names["bangvang-9.9-setup.exe"], "CONTAINS", names["libgcc"]), described)
        self.assertIn((names["bangvang_9.9-1_amd64.deb"], "DEPENDS_ON", names["gtk4"]), described)
        self.assertIn("PackageName: sqlite3\nSPDXID: SPDXRef-sqlite3\nPackageVersion: 3.40.1-2\n", text)
        self.assertEqual(text, write_paper("contents", "9.9", self.folder, versions))


@unittest.skipUnless(shutil.which("git"), "git is not installed")
class Tree(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = Path(scratch.name)
        for name in "build-aux/release", "build-aux/packages.sh", "build-aux/build.sh", "build-aux/dependencies.txt", "meson.build":
            (self.root / name).parent.mkdir(exist_ok=True)
            shutil.copy(tree.ROOT / name, self.root / name)
        self.git("init", "-q")
        self.git("add", ".")
        self.git("-c", "user.name=x", "-c", "user.email=x@x", "commit", "-q", "-m", "x", "--date=@86400 +0000")

    def git(self, *arguments):
        subprocess.run(["git", *arguments], cwd=self.root, check=True,
                       env={**os.environ, "GIT_COMMITTER_DATE": "@86400 +0000"})

    def release(self, *arguments):
        done = subprocess.run(["build-aux/release", *arguments], cwd=self.root, capture_output=True, text=True)
        return done.returncode, done.stderr

    def test_files_of_the_tarball_have_the_time_of_the_commit(self):
        folder = self.root / "dist/inside"
        folder.mkdir(parents=True)
        (folder / "file").write_text("x", encoding="utf-8")
        (folder / "file").chmod(0o660)
        subprocess.run([tree.ROOT / "build-aux/dist-times"], check=True,
                       env={**os.environ, "MESON_SOURCE_ROOT": str(self.root), "MESON_DIST_ROOT": str(self.root / "dist")})
        for path in self.root / "dist", folder, folder / "file":
            self.assertEqual(86400, path.stat().st_mtime)
        self.assertEqual(0o644, (folder / "file").stat().st_mode & 0o777)

    def test_what_is_not_committed_is_not_released(self):
        (self.root / "meson.build").write_text("changed", encoding="utf-8")
        status, message = self.release("source")
        self.assertEqual(1, status)
        self.assertIn("not committed", message)
        self.assertIn("meson.build", message)
        self.assertFalse((self.root / "build-release").exists())

    def test_a_part_that_there_is_not_is_refused(self):
        status, message = self.release("snap")
        self.assertEqual(2, status)
        self.assertIn("snap", message)


if __name__ == "__main__":
    unittest.main(verbosity=2)
