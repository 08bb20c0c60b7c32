# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of a folder and all that is in it, to see whether one changed, and to have it again as it was."""


def read_files(folder):
    """What each file holds, by its place in the folder."""
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write_files(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
