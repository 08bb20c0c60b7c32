# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a target of libFuzzer for $BANGVANG_FUZZ_SECONDS, 30 by itself, from the seeds of the demonstration.

    python3 run_fuzz.py bangvang-cli TARGET

What it found is kept in $BANGVANG_FUZZ_FOLDER, where that is set, and goes on from there the next time.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

import seed_inputs

SECONDS = int(os.environ.get("BANGVANG_FUZZ_SECONDS", "30"))

# The longest input; how much memory it may take, in MB; and how long one input, in seconds.
MOST_BYTES = {"interchange": 200_000, "dossier": 60_000, "backup": 1_000_000, "container": 20_000, "mail": 20_000,
              "xlsx": 20_000, "ods": 20_000, "docx": 20_000, "xls": 60_000, "csv": 20_000, "html": 20_000, "plan": 4_000}
MOST_MEMORY = 1500
# The dictionary of an archive is as large as the archive says. Where it is not tried, the process that unpacks has a limit.
MOST_MEMORY_OF = {"container": 6000}
LONGEST = 30


def fuzz(program, name, seeds, folder):
    corpus = folder / name
    corpus.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [program, f"-max_total_time={SECONDS}", f"-max_len={MOST_BYTES[name]}", f"-rss_limit_mb={MOST_MEMORY_OF.get(name, MOST_MEMORY)}",
         f"-timeout={LONGEST}", f"-artifact_prefix={folder}/", "-print_final_stats=1", "-verbosity=1", corpus, seeds / name],
        stderr=subprocess.PIPE, encoding="utf-8", errors="replace", check=False)
    (folder / f"{name}.log").write_text(done.stderr, encoding="utf-8")
    print(*re.findall(r"^(?:stat::(?:number_of_executed_units|new_units_added|peak_rss_mb)|Done ).*", done.stderr, re.M), sep="\n")
    # What broke ends with 77, which would count as skipped.
    if done.returncode != 0:
        print(done.stderr[-20000:])
    return 1 if done.returncode != 0 else 0


def main():
    cli, program = sys.argv[1:]
    name = pathlib.Path(program).name.removeprefix("fuzz-")
    with tempfile.TemporaryDirectory(prefix="bangvang-fuzz-") as scratch:
        # What the target writes goes with it, also where it died.
        os.environ["TMPDIR"] = scratch
        seeds = pathlib.Path(scratch) / "seeds"
        seed_inputs.make(cli, seeds)
        kept = os.environ.get("BANGVANG_FUZZ_FOLDER")
        return fuzz(program, name, seeds, pathlib.Path(kept or scratch) / "found")


if __name__ == "__main__":
    sys.exit(main())
