#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window takes to be there and to follow what is done in it, and the memory that it needs.

    window.py BENCH_WINDOW EMPTY_WINDOW BANGVANG_CLI [PAIRS [DRIVES]]

Runs inside a display, without animations, and without GL for both. From exec on an empty window and the full one take
turns; what is printed is the least of each, their ratio, the goal, and *short* where that is missed. Of what is done in
the window each step counts as the fastest of some runs: on a machine that does other work too the least is the truth.
"""
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import typing

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "cli"))
import returned_day

LARGE = 10000
SECTIONS, LEAVES = 10, 20  # of a group whose criteria are edited
PROOFS = 135  # of forms of all units: together some 300 files, which are dropped at once
TYPED_SECTIONS, TYPED_LEAVES = 6, 10  # of one that many have answered, while a maximum is typed
SURNAMES = "Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
MIDDLES = "Văn Thị Hữu Đức Minh Ngọc Thanh Kim Quốc Xuân Hoàng Bảo".split()
GIVEN = "An Bình Cường Dung Giang Hà Hùng Khánh Lan Mai Nam Oanh Phúc Quân Sơn Thảo Uyên Vinh Yến Đường".split()


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def judge(name, figure, goal, unit=""):
    verdict = "" if figure <= goal else "  *short*"
    print(f"{name}: {figure:.2f}{unit}, goal {goal}{unit}{verdict}")


class Start(typing.NamedTuple):
    """Milliseconds from exec, of processor time but the first; of a full window also what follows, and KB."""
    mapped: float
    used_by_map: float
    complete: float
    at_rest: float = 0
    turn: float = 0
    memory: float = 0


def measure_start(*command):
    began = time.monotonic() * 1e3
    mapped, *rest = (float(figure) for figure in run(*command).split())
    return Start(mapped - began, *rest)


def write_name(index):
    names = (SURNAMES[index % len(SURNAMES)], MIDDLES[index // len(SURNAMES) % len(MIDDLES)],
             GIVEN[index // (len(SURNAMES) * len(MIDDLES)) % len(GIVEN)])
    return " ".join(names)


def enlarge(path):
    """The same campaign with many more nominees, whose names, units and evidence are their own."""
    campaign = json.loads(path.read_text(encoding="utf-8"))
    nominees, units, evidence = campaign["nominees"], campaign["units"], campaign["evidence"]
    by_code = {unit["code"]: unit for unit in units}
    by_key = {piece["key"]: piece for piece in evidence}
    models = list(nominees)
    for i in range(LARGE - len(models)):
        model = models[i % len(models)]
        nominee = copy.deepcopy(model)
        unit = dict(by_code[model["unit"]], code=f"{model['unit']}-{i}", aliases=[])
        unit["name"] = f"{unit['name']} số {i}"
        nominee.update(key=f"{model['key']}-{i}", unit=unit["code"])
        if nominee["person"]:
            nominee["person"]["name"] = write_name(i)
        units.append(unit)
        for assessment in nominee["assessments"]:
            pieces = [dict(by_key[key], key=f"{key}-{i}", number=f"{i}/BC", sha256=None, bytes=None)
                      for key in assessment["evidence"]]
            known = {piece["key"] for piece in evidence[-8:]}
            evidence.extend(piece for piece in pieces if piece["key"] not in known)
            assessment["evidence"] = [piece["key"] for piece in pieces]
        nominees.append(nominee)
    campaign["campaign"]["key"] = "large"
    path.write_text(json.dumps(campaign, ensure_ascii=False), encoding="utf-8")


def grow_tree(campaign, n_sections, n_leaves, of_group):
    """One more group, the last, with so many leaves, and answers of those of another group in all of them."""
    sections = [{"code": f"{s}", "title": f"Lĩnh vực {s}", "kind": "section",
                 "criteria": [{"code": f"{s}.{n}", "title": f"Tiêu chí thành phần số {n} của lĩnh vực {s}", "kind": "points", "max": "1.00"}
                              for n in range(1, n_leaves + 1)]} for s in range(1, n_sections + 1)]
    campaign["groups"].append({"key": "cay", "name": "Cây tiêu chí", "kind": "collective", "criteria": sections})
    for number, unit in enumerate([nominee["unit"] for nominee in campaign["nominees"] if nominee["group"] in of_group]):
        answers = [{"criterion": leaf["code"], "verified": "0.50", "state": "accepted"} for section in sections for leaf in section["criteria"]]
        campaign["nominees"].append({"key": f"cay-{number}", "group": "cay", "unit": unit, "assessments": answers})
    campaign["campaign"]["key"] = "tree"


def load_grown(cli, scratch, name, campaign):
    file = scratch / f"{name}.json"
    file.write_text(json.dumps(campaign, ensure_ascii=False), encoding="utf-8")
    run(cli, "--library", scratch / name, "load", file)
    return str(scratch / name)


def make_tree(cli, scratch, file):
    """As many leaves as a tree may have."""
    campaign = json.loads(file.read_text(encoding="utf-8"))
    grow_tree(campaign, SECTIONS, LEAVES, ["so-nganh"])
    return load_grown(cli, scratch, "tree", campaign)


def make_answered(cli, scratch, file):
    """All the nominees of the large campaign, as units without a person, in one group, and nobody else."""
    campaign = json.loads(file.read_text(encoding="utf-8"))
    unit = campaign["units"][0]
    for number in range(LARGE):
        code = f"typed-{number}"
        campaign["units"].append(dict(unit, code=code, name=f"Đơn vị số {number}", aliases=[], parent=None))
    campaign["nominees"] = [{"unit": f"typed-{number}", "group": "all"} for number in range(LARGE)]
    grow_tree(campaign, TYPED_SECTIONS, TYPED_LEAVES, ["all"])
    campaign["nominees"] = [nominee for nominee in campaign["nominees"] if nominee["group"] == "cay"]
    return load_grown(cli, scratch, "answered", campaign)


def make_drop(cli, scratch, demo):
    """What the units send back on one day, forms of all of them, soiled, and what proves them; and how many files that are."""
    run(cli, "--library", demo, "form", "--all", "-o", scratch / "forms")
    run(cli, "--library", demo, "dump", "-o", scratch / "before.json")
    returned_day.make(scratch / "forms", scratch / "before.json", scratch / "returned", PROOFS)
    folder = scratch / "returned" / returned_day.HANDED
    return str(folder), sum(path.is_file() for path in folder.rglob("*"))


def make_libraries(cli, scratch):
    demo, large, file = scratch / "demo", scratch / "large", scratch / "campaign.json"
    run(cli, "--library", demo, "demo")
    run(cli, "--library", demo, "dump", "-o", file)
    tree = make_tree(cli, scratch, file)
    answered = make_answered(cli, scratch, file)
    enlarge(file)
    run(cli, "--library", large, "load", file)
    return str(demo), str(large), tree, answered


def without_animations(scratch, scroll_bars):
    folder = scratch / "config" / "gtk-4.0"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.ini").write_text(f"[Settings]\ngtk-enable-animations=0\ngtk-overlay-scrolling={scroll_bars}\n")
    os.environ["XDG_CONFIG_HOME"] = str(scratch / "config")


def take_least(starts):
    return Start(*(min(figures) for figures in zip(*starts)))


def compare_start(name, bench, empty, folder, goals, pairs):
    rounds = [(measure_start(empty), measure_start(bench, "start", folder)) for _ in range(pairs + 1)][1:]
    base, ours = (take_least(starts) for starts in zip(*rounds))
    for what, start in ("an empty window", base), ("ours", ours):
        print(f"{name}: {what}: mapped {start.mapped:.0f} ms after exec, {start.used_by_map:.0f} of processor time; "
              f"complete {start.complete:.0f}; at rest {start.at_rest:.0f}")
    if goals[0]:
        judge(f"{name}: mapped, against an empty window", ours.mapped / base.mapped, goals[0])
        judge(f"{name}: mapped, processor time", ours.used_by_map / base.used_by_map, goals[0])
    judge(f"{name}: complete, processor time", ours.complete / base.complete, goals[1])
    judge(f"{name}: longest turn between complete and at rest", ours.turn, 16, " ms")
    return max(full.memory for _, full in rounds) / 1024


def read_steps(bench, task, folder, runs, *more):
    """The figures of each step, once a run."""
    figures = {}
    for _ in range(runs):
        for line in run(bench, task, folder, *more).splitlines():
            step, *rest = line.split()
            figures.setdefault(step, []).append([float(figure) for figure in rest])
    return figures


def judge_steps(name, figures):
    for step, rest in figures.items():
        turn, settled, used = (min(column) for column in zip(*rest))
        judge(f"{name}: {step}: longest turn", turn, 100 if step == "first-visit" else 50, " ms")
        judge(f"{name}: {step}: settled ({used:.0f} ms of processor time)", settled, 300, " ms")


def drive(bench, folder, runs):
    figures = read_steps(bench, "drive", folder, runs)
    memory = max(row[0] for row in figures.pop("memory")) / 1024
    judge(f"{LARGE} nominees: memory after 80 edits", memory, 110, " MB")
    judge_steps(f"{LARGE} nominees", figures)


def judge_typing(figures):
    """Only the turn counts: what a key leads to is said some time after the last one."""
    leaves = TYPED_SECTIONS * TYPED_LEAVES
    judge(f"{LARGE} nominees, {leaves} leaves: a key in a maximum: longest turn", min(row[0] for row in figures), 50, " ms")


def judge_intake(n_files, figures):
    """Only the turns count: threads and other processes read and write, and the window has to follow meanwhile. With the first drop
    the preview is painted for the first time."""
    for step, rest in figures.items():
        turn, settled, _ = (min(column) for column in zip(*rest))
        judge(f"a drop of {n_files} files: {step} (done in {settled / 1e3:.1f} s): longest turn", turn, 50, " ms")


def judge_scroll(figures):
    """Of what is drawn as it is seen each turn is to fit into a frame."""
    for step, rest in figures.items():
        if "-" in step and step.split("-")[0] in ("sheet", "matrix"):
            judge(f"{LARGE} nominees, {TYPED_SECTIONS * TYPED_LEAVES} leaves: {step}: longest turn", min(row[0] for row in rest), 16, " ms")


def main():
    bench, empty, cli = sys.argv[1:4]
    pairs, drives = (int(count) for count in (sys.argv[4:6] + ["12", "3"][len(sys.argv[4:6]):]))
    # Each version of GTK reads its own of the two.
    os.environ.update(GSK_RENDERER="cairo", GDK_DEBUG="gl-disable", GDK_DISABLE="gl")
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        demo, large, tree, answered = make_libraries(cli, scratch)
        without_animations(scratch, 1)
        memory = compare_start("demonstration", bench, empty, demo, (1.8, 2.5), pairs)
        judge("demonstration: memory at opening", memory, 45, " MB")
        judge("demonstration: memory when all pages were visited", int(run(bench, "pages", demo)) / 1024, 70, " MB")
        compare_start(f"{LARGE} nominees", bench, empty, large, (None, 3), pairs)
        drive(bench, large, drives)
        judge_steps(f"{SECTIONS * LEAVES} leaves", read_steps(bench, "tree", tree, drives))
        dropped, n_files = make_drop(cli, scratch, demo)
        judge_intake(n_files, read_steps(bench, "intake", demo, drives, dropped))
        judge_scroll(read_steps(bench, "scroll", answered, drives))
        judge_typing(read_steps(bench, "typing", answered, drives)["key"])
        without_animations(scratch, 0)
        compare_start("demonstration, permanent scroll bars", bench, empty, demo, (None, 2.5), pairs)
        compare_start(f"{LARGE} nominees, permanent scroll bars", bench, empty, large, (None, 3), pairs)


main()
