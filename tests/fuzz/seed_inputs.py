# SPDX-License-Identifier: GPL-3.0-or-later
"""What libFuzzer begins with, made of the demonstration by the program itself:

    python3 seed_inputs.py bangvang-cli FOLDER

FOLDER has then a folder for each target.
"""

import io
import json
import pathlib
import subprocess
import sys
import zipfile

import seed_containers
import seed_tables

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEMO = ROOT / "data/demo/papi-2021-demo.json"
SAMPLE = ROOT / "tests/exchange/interchange-sample.json"
PASSPHRASE = "khong ai biet"  # as in fuzz-dossier.c
FEW_BYTES = 3000


def write_interchange(folder):
    (folder / "sample").write_bytes(SAMPLE.read_bytes())
    (folder / "shortened").write_bytes(shorten_demo().encode())


def shorten_demo():
    """A nominee of each group: what takes long to read is seldom read."""
    campaign = json.loads(DEMO.read_text(encoding="utf-8"))
    nominees = {nominee["group"]: nominee for nominee in campaign["nominees"]}
    return json.dumps(campaign | {"nominees": list(nominees.values())}, ensure_ascii=False)


def write_dossier(folder, run):
    whole = folder / "whole.zip"
    run("dossier", "--draft", "-o", whole)
    with zipfile.ZipFile(whole) as archive:
        manifest = archive.read("MANIFEST.sha256")
        files = [(name, archive.read(name)[:FEW_BYTES]) for name in archive.namelist()[:3]]
    whole.unlink()
    (folder / "manifest").write_bytes(b"".join(manifest.splitlines(keepends=True)[:5]))
    for name, method in (("stored", zipfile.ZIP_STORED), ("deflated", zipfile.ZIP_DEFLATED)):
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", method) as archive:
            for file, data in [*files, ("MANIFEST.sha256", manifest[:FEW_BYTES])]:
                archive.writestr(file, data)
        (folder / name).write_bytes(content.getvalue())


def write_backup(folder, run):
    run("backup")
    (database,) = (pathlib.Path(run.library) / "backups").glob("*.db")
    (folder / "backup").write_bytes(database.with_suffix(".json").read_bytes() + b"\0" + database.read_bytes())


class Run:
    def __init__(self, cli, library):
        self.cli, self.library = cli, library

    def __call__(self, *arguments):
        subprocess.run([self.cli, "--library", self.library, *arguments], check=True, stdout=subprocess.DEVNULL)


def make(cli, folder):
    for name in ("interchange", "dossier", "backup"):
        (folder / name).mkdir(parents=True)
    demonstration, small = Run(cli, folder / "demonstration"), Run(cli, folder / "small")
    demonstration("demo")
    small("load", SAMPLE)
    write_interchange(folder / "interchange")
    write_dossier(folder / "dossier", demonstration)
    write_backup(folder / "backup", small)
    seed_containers.make(folder)
    seed_tables.make(folder)


if __name__ == "__main__":
    make(sys.argv[1], pathlib.Path(sys.argv[2]))
