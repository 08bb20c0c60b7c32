# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program needs is said once, in build-aux/dependencies.txt; whatever else names a library agrees with it."""

import json
import re
import subprocess
import typing
import unittest

import tree

LIST = tree.ROOT / "build-aux/dependencies.txt"
LICENCE = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")

# Tests that the package does not run are set up too.
TO_SET_UP_TESTS = {"libicu-dev", "python3"}

# What other names in meson.build belong to.
ALIASES = {"gobject-2.0": "glib-2.0", "gio-2.0": "glib-2.0", "gio-unix-2.0": "glib-2.0", "gio-windows-2.0": "glib-2.0"}


class Row(typing.NamedTuple):
    kind: str
    name: str
    least: str
    debian: str
    windows: str
    flatpak: str
    licence: str
    why: str

    @property
    def kinds(self):
        return self.kind.split(",")


def read_rows():
    lines = [line for line in LIST.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [Row(*re.split("  +", line)) for line in lines[1:]]


def first(row):
    return row.debian.split("|")[0]


def name_clause(row):
    """As a package asks for it."""
    least = f" (>= {row.least})" if row.least != "-" else ""
    return row.debian.rstrip("|").replace("|", " | ") + least


def read_control():
    """The lists of debian/control: field → clauses."""
    lists = re.findall(r"^([A-Z][\w-]+):\n((?: .*\n)+)", read("debian/control"), re.M)
    return {field: [line.strip().rstrip(",") for line in text.splitlines()] for field, text in lists}


def read(name):
    return (tree.ROOT / name).read_text(encoding="utf-8")


class Dependencies(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.rows = read_rows()
        self.libraries = [row for row in self.rows if row.kinds[0] == "library"]

    def test_each_is_named_once(self):
        for column in ("name", "debian", "windows"):
            named = [getattr(row, column) for row in self.rows if getattr(row, column) != "-"]
            with self.subTest(column=column):
                self.assertEqual(sorted(set(named)), sorted(named))

    def test_each_says_why_and_a_library_its_licence(self):
        for row in self.rows:
            with self.subTest(row=row):
                self.assertNotEqual("-", row.why)
                if row.kinds[0] in ("library", "part", "runtime"):
                    self.assertRegex(row.licence, f"^{LICENCE.pattern}$")

    def test_meson_asks_for_the_libraries_in_these_versions(self):
        asked = dict(re.findall(r"dependency\('([^']+)'(?:, version: '>= ([^']+)')?", read("meson.build")))
        listed = {row.name: "" if row.least == "-" else row.least for row in self.libraries}
        self.assertEqual(listed, {name: least for name, least in asked.items() if name not in ALIASES})
        self.assertLessEqual({ALIASES[name] for name in asked if name in ALIASES}, listed.keys())

    def test_the_bundle_for_windows_is_built_of_them(self):
        built = re.findall(r"^  library (\S+)", read("windows/libraries.sh"), re.M)
        named = [row.windows for row in self.rows if row.windows != "-" and row.kind != "runtime"]
        self.assertEqual(sorted(named), sorted(built))
        functions = re.findall(r"^build_(\w+) \(\)", read("windows/libraries.sh"), re.M)
        self.assertEqual(sorted(built), sorted(name for name in functions if name != "libraries"))

    def test_the_manifest_for_flatpak_builds_what_its_runtime_lacks(self):
        manifest = json.loads(read("flatpak/io.github.bangvang.BangVang.json"))
        modules = manifest["modules"]
        self.assertEqual([row.flatpak for row in self.libraries if row.flatpak != "runtime"] + ["bangvang"],
                         [module["name"] for module in modules])
        for module in modules[:-1]:
            with self.subTest(module=module["name"]):
                for source in module["sources"]:
                    self.assertRegex(source["url"], "^https://.+")
                    self.assertRegex(source["sha256"], "^[0-9a-f]{64}$")

    def test_the_sandbox_has_no_way_out_but_portals(self):
        asked = json.loads(read("flatpak/io.github.bangvang.BangVang.json"))["finish-args"]
        self.assertEqual({"--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"}, set(asked))

    def test_the_readme_names_them(self):
        table = re.findall(r"^\| ([a-z0-9.-]+) \| ([\d.]+|any) \| ([^|]+) \| ([^|]+) \|$", read("README.md"), re.M)
        self.assertEqual([(row.name, row.least.replace("-", "any"), row.licence, row.why) for row in self.libraries], table)

    def test_the_package_of_debian_is_built_of_them(self):
        fields = read_control()
        asked = {clause for clause in fields["Build-Depends"] if not clause.startswith("debhelper-compat")}
        wanted = {name_clause(row) for row in self.rows if {"library", "part", "tool"} & set(row.kinds) and row.debian != "-"}
        wanted -= {"gcc", "libc6-dev"}  # build-essential brings them
        self.assertEqual(wanted | TO_SET_UP_TESTS, asked)

    def test_the_package_of_debian_brings_what_is_seen(self):
        fields = read_control()
        brought = {clause.split(" | ")[0] for clause in fields["Depends"] + fields["Recommends"]}
        self.assertEqual({first(row) for row in self.rows if "data" in row.kinds},
                         {clause for clause in brought if not clause.startswith("$")})

    def test_the_package_of_debian_has_the_version_of_the_program(self):
        version = re.search(r"^  version: '(.+)',", read("meson.build"), re.M).group(1)
        self.assertRegex(read("debian/changelog").splitlines()[0], rf"^bangvang \({re.escape(version)}-\d+\) ")

    def test_what_is_installed_is_what_is_listed(self):
        script = '. build-aux/packages.sh; printf "%s\\n" $packages_run $packages_test $packages_test_whole'
        script += " $packages_debian $packages_package $packages_windows $packages_wine $packages_flatpak"
        done = subprocess.run(["sh", "-c", script], cwd=tree.ROOT, capture_output=True, text=True, check=True)
        self.assertEqual({row.debian for row in self.rows if row.debian != "-"}, set(done.stdout.split()))


if __name__ == "__main__":
    unittest.main(verbosity=2)
