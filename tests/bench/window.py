#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window takes to be mapped, as a multiple of an empty one, and the memory it needs.

    window.py BENCH_WINDOW BANGVANG_CLI [PAIRS]

Runs inside a display. The empty window and the full one take turns; the medians and the median of the ratios are
printed.
"""
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def measure(bench, *folder):
    mapped, shown, resident = run(bench, *folder).split()
    return float(mapped), float(shown), int(resident)


def enlarge(path, wanted):
    """The same campaign with so many nominees: the first group's are repeated under new keys."""
    campaign = json.loads(path.read_text(encoding="utf-8"))
    nominees = campaign["nominees"]
    count = len(nominees)
    for i in range(wanted - count):
        copy = dict(nominees[i % count])
        copy["key"] = f"{copy['key']}-x{i}"
        nominees.append(copy)
    campaign["campaign"]["key"] = "large"
    path.write_text(json.dumps(campaign, ensure_ascii=False), encoding="utf-8")


def make_libraries(cli, scratch):
    demo, large, file = scratch / "demo", scratch / "large", scratch / "campaign.json"
    run(cli, "--library", str(demo), "demo")
    run(cli, "--library", str(demo), "dump", "-o", str(file))
    enlarge(file, 10000)
    run(cli, "--library", str(large), "load", str(file))
    return {"demo": demo, "10000 nominees": large}


def main():
    bench, cli = sys.argv[1:3]
    pairs = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    with tempfile.TemporaryDirectory() as scratch:
        for name, folder in make_libraries(cli, pathlib.Path(scratch)).items():
            measure(bench), measure(bench, str(folder))
            rounds = [(measure(bench), measure(bench, str(folder))) for _ in range(pairs)]
            empty = statistics.median(e[0] for e, _ in rounds)
            full = statistics.median(f[0] for _, f in rounds)
            ratio = statistics.median(f[0] / e[0] for e, f in rounds)
            shown = statistics.median(f[1] for _, f in rounds)
            memory = max(f[2] for _, f in rounds) / 1024
            print(f"{name}: mapped in {full:.1f} ms, empty window {empty:.1f} ms, ratio {ratio:.2f}; "
                  f"all shown after {shown:.1f} ms; resident {memory:.0f} MB")


main()
