# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the project, for the tests of its house."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE = {"build", "_build", "demo-output"}
BINARY = {".pdf", ".png", ".jpg", ".xlsx", ".zip", ".ico", ".db"}


def files():
    """Every file of the project: what git knows or would add, else what was unpacked from an archive."""
    if (ROOT / ".git").exists():
        command = ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\0")
        paths = [ROOT / name for name in names if name]
        return sorted(path for path in paths if path.is_file())
    inside = (path for path in ROOT.rglob("*") if path.is_file())
    return sorted(path for path in inside if not is_built(path))


def is_built(path):
    parts = path.relative_to(ROOT).parts
    made = parts[0] in MADE or parts[0].startswith("build-") and parts[0] != "build-aux"
    return made or "__pycache__" in parts


def texts():
    """(path relative to the root, text) of every file that is not binary."""
    return [(path.relative_to(ROOT), path.read_text(encoding="utf-8")) for path in files() if path.suffix not in BINARY]


def sources(*suffixes):
    """(path relative to the root, text) of the C sources, or of the given kinds of files, under src."""
    wanted = suffixes or (".c", ".h")
    return [(path, text) for path, text in texts() if path.parts[0] == "src" and path.suffix in wanted]
