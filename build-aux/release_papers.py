# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes with the files of a release; each is printed.

    release_papers.py notes VERSION                            the news of that version
    release_papers.py flatpak TARBALL                          the manifest, building that tarball
    release_papers.py contents VERSION FOLDER [VERSIONS]       what each file contains, with licences (SPDX 2.3)
    release_papers.py libraries                                what the program says of the libraries in its window

VERSIONS says which version of each library the bundle for Windows was built of, a line each.
"""

import hashlib
import json
import os
import re
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MANIFEST = ROOT / "flatpak/io.github.bangvang.BangVang.json"
DOWNLOAD = "https://github.com/bangvang/bangvang/releases/download/{version}/{name}"
LICENCE = "GPL-3.0-or-later"
# In which files libraries travel along; a package of Debian and the manifest name them only.
BUNDLED = ("-setup.exe", "-portable.zip")


def read_rows():
    """The rows of build-aux/dependencies.txt, as lists by its columns."""
    text = (ROOT / "build-aux/dependencies.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    names, *rows = [re.split("  +", line) for line in lines]
    return [dict(zip(names, row)) for row in rows]


def find_notes(version):
    news = (ROOT / "NEWS.md").read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(version)}\n(.*?)(?=^## |\Z)", news, re.M | re.S)
    if found is None:
        raise SystemExit(f"NEWS.md has nothing of {version}.")
    return found.group(1).strip() + "\n"


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_manifest(tarball):
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    version = re.fullmatch(r"bangvang-(.+)\.tar\.xz", tarball.name).group(1)
    own = next(module for module in manifest["modules"] if module["name"] == "bangvang")
    own["sources"] = [{"type": "archive", "url": DOWNLOAD.format(version=version, name=tarball.name),
                       "sha256": digest(tarball)}]
    return json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"


def identify(text):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", text)


def write_package(name, version, licence, file=None):
    lines = [f"PackageName: {name}", f"SPDXID: {identify(name)}"]
    if version:
        lines.append(f"PackageVersion: {version}")
    if file:
        lines += [f"PackageFileName: {file.name}", f"PackageChecksum: SHA256: {digest(file)}"]
    lines += ["PackageDownloadLocation: NOASSERTION", "FilesAnalyzed: false", "PackageLicenseConcluded: NOASSERTION",
              f"PackageLicenseDeclared: {licence}", "PackageCopyrightText: NOASSERTION", ""]
    return lines


def read_versions(path):
    """Recipe → version that the bundle has."""
    if path is None or not path.exists():
        return {}
    return dict(line.split(" ", 1) for line in path.read_text(encoding="utf-8").splitlines() if " " in line)


def list_files(folder):
    names = ("*.tar.xz", "*.deb", "*-setup.exe", "*-portable.zip", "*.json")
    return sorted(path for pattern in names for path in folder.glob(pattern))


def find_version(row, versions):
    """A recipe is called as here, its source as Debian calls it: glib is glib2.0."""
    for name, version in versions.items():
        if name == row["Windows"] or re.fullmatch(rf"(?:lib)?{re.escape(row['Windows'])}[\d.]*", name):
            return version
    return ""


def write_contents(version, folder, versions):
    libraries = [row for row in read_rows() if row["Licence"] != "-"]
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    lines = ["SPDXVersion: SPDX-2.3", "DataLicense: CC0-1.0", "SPDXID: SPDXRef-DOCUMENT",
             f"DocumentName: bangvang-{version}",
             f"DocumentNamespace: https://github.com/bangvang/bangvang/releases/{version}/spdx",
             "Creator: Organization: Bảng Vàng maintainers",
             "Created: " + time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds)), ""]
    relations = []
    for file in list_files(folder):
        lines += write_package(file.name, version, LICENCE, file)
        relations.append(f"Relationship: SPDXRef-DOCUMENT DESCRIBES {identify(file.name)}")
        for row in libraries:
            relations += relate(file, row)
    for row in libraries:
        lines += write_package(row["Name"], find_version(row, versions), row["Licence"])
    return "\n".join(lines + relations) + "\n"


def relate(file, row):
    if file.name.endswith(BUNDLED):
        return [f"Relationship: {identify(file.name)} CONTAINS {identify(row['Name'])}"] if row["Windows"] != "-" else []
    if row["Kind"].split(",")[0] != "library":
        return []
    return [f"Relationship: {identify(file.name)} DEPENDS_ON {identify(row['Name'])}"]


def write_libraries():
    libraries = [row for row in read_rows() if row["Kind"].split(",")[0] == "library"]
    return "".join(f"{row['Name']} · {row['Licence']}\n" for row in libraries)


def main():
    what, *rest = sys.argv[1:]
    if what == "notes":
        text = find_notes(*rest)
    elif what == "libraries":
        text = write_libraries()
    elif what == "flatpak":
        text = write_manifest(Path(rest[0]))
    else:
        text = write_contents(rest[0], Path(rest[1]), read_versions(Path(rest[2]) if rest[2:] else None))
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(text)


main()
