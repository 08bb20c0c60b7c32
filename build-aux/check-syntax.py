# SPDX-License-Identifier: GPL-3.0-or-later
"""Has another compiler read the sources of a folder, as they are compiled in a build: its warnings are errors.

    python3 build-aux/check-syntax.py BUILD COMPILER FOLDER

Prints what it says of those that it refuses, and exits with 1 then.
"""

import json
import os
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

WITH_A_FILE = ("-o", "-MF", "-MQ")
LEFT_OUT = ("-c", "-MD")


def read_with(compiler, words):
    """The command of a build, for the other compiler, which writes nothing."""
    words = iter(words)
    next(words)
    kept = [compiler, "-fsyntax-only", "-Wno-unknown-warning-option"]
    for word in words:
        if word in WITH_A_FILE:
            next(words)
        elif word not in LEFT_OUT and not word.startswith("-fsanitize"):
            kept.append(word)
    return kept


def check(command):
    words = shlex.split(command["command"])
    if words[0] == "ccache":
        words = words[1:]
    done = subprocess.run(
        read_with(sys.argv[2], words), cwd=command["directory"], capture_output=True, encoding="utf-8", check=False
    )
    return done.stderr if done.returncode else ""


def is_in(folder, command):
    return Path(command["directory"], command["file"]).resolve().is_relative_to(folder)


def main():
    folder = Path(sys.argv[3]).resolve()
    commands = json.loads(Path(sys.argv[1], "compile_commands.json").read_text(encoding="utf-8"))
    wanted = {command["file"]: command for command in commands if is_in(folder, command)}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        refused = [said for said in pool.map(check, wanted.values()) if said]
    print("".join(refused), end="", file=sys.stderr)
    return 1 if refused or not wanted else 0


if __name__ == "__main__":
    sys.exit(main())
