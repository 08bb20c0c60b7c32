# SPDX-License-Identifier: GPL-3.0-or-later
"""What the large jobs of the command line cost, against bare tools that do the part nobody can leave out.

    jobs.py bangvang-cli FOLDER

Processor time of the programs themselves, user's and system's, the least of several turns.
"""

import json
import pathlib
import random
import resource
import shutil
import subprocess
import sys

TURNS = 3
FILES = 200
FILE_SIZE = 5 * 1024 * 1024
LETTERS = 2000

GOAL_ATTACH = 1.5
GOAL_VERIFY = 1.3
GOAL_DOSSIER = 1.3
GOAL_PROOF = 0.5  # of a dossier, which is read again as its reader does
GOAL_LETTERS = 2.0

CLI = sys.argv[1]
FOLDER = pathlib.Path(sys.argv[2]) / "bench-jobs"


def run(*arguments):
    """Runs a program; returns its processor time in milliseconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([str(argument) for argument in arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def cli(library, *arguments):
    return run(CLI, "--library", library, *arguments)


def least(work):
    return min(work() for _ in range(TURNS))


def report(what, time, against, bare, goal):
    ratio = time / bare
    print(f"{what}: {time:.0f} ms; {against}: {bare:.0f}")
    print(f"  {what + ' / ' + against:<58} ratio {ratio:6.2f}, goal {goal:.2f}{': short' if ratio > goal else ''}")


def make_files():
    """Documents and scans, which are packed in themselves."""
    folder = FOLDER / "files"
    folder.mkdir()
    randomness = random.Random(1078)
    for i in range(FILES):
        begin, suffix = (b"%PDF-1.5\n", "pdf") if i % 2 == 0 else (b"\xff\xd8\xff\xe0", "jpg")
        (folder / f"{i}.{suffix}").write_bytes(begin + randomness.randbytes(FILE_SIZE))
    return sorted(folder.iterdir())


def fresh(path):
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    return path


def copy(files):
    return run("cp", *files, make_folder("copies")) + run("sha256sum", *files)


def make_folder(name):
    folder = fresh(FOLDER / name)
    folder.mkdir()
    return folder


def attach(files):
    library = fresh(FOLDER / "library")
    shutil.copytree(FOLDER / "demo", library)
    return cli(library, "attach", "so-y-te", "2", *files)


def store(files):
    return run("zip", "-0", "-q", fresh(FOLDER / "stored.zip"), *files) + run("sha256sum", *files)


def measure_files():
    files = make_files()
    library = FOLDER / "library"
    report("attach", least(lambda: attach(files)), "cp and sha256sum", least(lambda: copy(files)), GOAL_ATTACH)
    report("verify", least(lambda: cli(library, "verify")), "sha256sum", least(lambda: run("sha256sum", *files)),
           GOAL_VERIFY)
    bare = least(lambda: store(files))
    report("dossier", least(lambda: cli(library, "dossier", "--draft", "-o", fresh(FOLDER / "dossier.zip"))),
           "stored zip and sha256sum", bare, GOAL_DOSSIER)
    report("proof of the dossier", least(lambda: cli(library, "dossier", "--check", FOLDER / "dossier.zip")),
           "stored zip and sha256sum", bare, GOAL_PROOF)


def make_campaign():
    """A unit a letter, each with a nominee of which everything is missing."""
    dump = subprocess.run([CLI, "--library", FOLDER / "demo", "dump"], check=True, stdout=subprocess.PIPE).stdout
    campaign = json.loads(dump)
    pattern = next(nominee for nominee in campaign["nominees"] if nominee["person"] is None)
    unit = next(unit for unit in campaign["units"] if unit["code"] == pattern["unit"])
    pattern = {key: pattern[key] for key in ("group", "summary")}
    for i in range(LETTERS):
        campaign["units"].append(dict(unit, code=f"L{i}", name=f"Đơn vị số {i}", aliases=None))
    campaign["nominees"] = [dict(pattern, key=f"n{i}", unit=f"L{i}") for i in range(LETTERS)]
    campaign["evidence"] = []
    return campaign


def write_letters(*options):
    return cli(FOLDER / "letters", "letters", "-o", make_folder("drafts"), "--until", "2021-12-01", "--date",
               "2021-11-01", *options)


def measure_letters():
    path = FOLDER / "letters.json"
    path.write_text(json.dumps(make_campaign()), encoding="utf-8")
    cli(FOLDER / "letters", "load", path)
    report(f"{LETTERS} letters with PDF", least(lambda: write_letters("--pdf")), "without",
           least(write_letters), GOAL_LETTERS)


def main():
    if FOLDER.exists():
        shutil.rmtree(FOLDER)
    FOLDER.mkdir()
    cli(FOLDER / "demo", "demo")
    measure_files()
    measure_letters()
    shutil.rmtree(FOLDER)


main()
