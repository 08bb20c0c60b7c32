# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of readers of tables have in common: files are written, and dump-source says what was read of them.

The path of dump-source is the first argument of each test.
"""

import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

DUMP = sys.argv.pop(1) if len(sys.argv) > 1 else None

ABSENT, EMPTY, FOREIGN, OLD, DAMAGED, PASSWORD, PART, BOMB, HOSTILE, COSTLY, OUTLOOK = range(11)

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(*targets):
    """A part that names others: each is its id, its kind and where it lies."""
    written = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                      for name, kind, target in targets)
    return f'<Relationships xmlns="{PACKAGE}">{written}</Relationships>'


needs_office = unittest.skipUnless(shutil.which("soffice"), "LibreOffice is not installed")


def convert(path, kind, read_as=None):
    """What LibreOffice makes of a file, in the same folder."""
    subprocess.run(["soffice", f"-env:UserInstallation={(path.parent / 'office').as_uri()}", "--headless", "--convert-to", kind,
                    "--outdir", path.parent, *([f"--infilter={read_as}"] if read_as else []), path], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    return path.with_suffix("." + kind)


class SourceTest(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def dump(self, path, *options):
        """What is read; of a file here and by a process of its own."""
        done = subprocess.run([DUMP, *options, path], capture_output=True, check=False)
        self.assertIn(done.returncode, (0, 1), done.stderr.decode())
        self.assertEqual(b"", done.stderr)
        if not options:
            apart = subprocess.run([DUMP, "--apart", path], capture_output=True, check=False)
            self.assertEqual((done.returncode, done.stdout, b""), (apart.returncode, apart.stdout, apart.stderr))
        return json.loads(done.stdout)

    def write(self, content, name="a.xlsx"):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def pack(self, parts, name="a.xlsx"):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, text in parts.items():
                archive.writestr(part, text)
        return self.write(packed.getvalue(), name)

    def read(self, path, *options):
        """The tables of a file that is read without an error."""
        dumped = self.dump(path, *options)
        self.assertNotIn("error", dumped)
        return dumped["tables"]

    def read_texts(self, path, *options):
        """Of the first table: the texts of each row that has some."""
        return [[cell["text"] for cell in row["cells"]] for row in self.read(path, *options)[0]["rows"]]

    def read_cells(self, path, key=lambda cell: (cell["kind"], cell["text"])):
        """Of the first table: what is said of each cell, by its row and column."""
        return {(row["row"], cell["column"]): key(cell)
                for row in self.read(path)[0]["rows"] for cell in row["cells"]}

    def assert_refused(self, code, path, *words):
        error = self.dump(path)["error"]
        self.assertEqual(code, error["code"], error["words"])
        for word in words:
            self.assertIn(word, error["words"])
