#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a page of a document takes to be drawn beside the work, against pdftoppm, and the memory that the process needs.

    viewer.py BANGVANG_PAGES DEMONSTRATION [ROUNDS]

Each is a whole process, from its start to its last byte; both take turns, and the least processor time of each counts. A scan is
one JPEG of 300 dots an inch a page, of a page of the demonstration. *short* stands where a goal is missed.
"""
import os
import pathlib
import struct
import subprocess
import sys
import tempfile

WIDTH = 380  # pixels of a page beside the sheet, at the usual width
PAGES = 200
SEEN = 20  # pages that are looked at
A4 = (595, 842)  # points
DOCUMENT, PICTURE = b"op"


def judge(name, figure, goal, unit=""):
    verdict = "" if figure <= goal else "  *short*"
    print(f"{name}: {figure:.2f}{unit}, goal {goal}{unit}{verdict}")


def take(process):
    tag, length = struct.unpack("<BI", process.stdout.read(5))
    return tag, process.stdout.read(length)


def ask(process, page):
    process.stdin.write(struct.pack("<BIII", PICTURE, 8, page, WIDTH))
    process.stdin.flush()
    tag, _ = take(process)
    assert tag == PICTURE, tag


def draw_first(program, path):
    process = subprocess.Popen([program, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    tag, _ = take(process)
    assert tag == DOCUMENT, tag
    ask(process, 0)
    process.stdin.close()
    return measure(process)


def measure(process):
    """Milliseconds of processor time, of itself and of the system for it."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, process.returncode
    return (usage.ru_utime + usage.ru_stime) * 1e3


def draw_with_pdftoppm(path, scratch, *size):
    return measure(subprocess.Popen(["pdftoppm", "-f", "1", "-l", "1", *size, path, scratch / "drawn"]))


def compare(name, rounds, ours, theirs, goal):
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    least, base = (min(figures) for figures in zip(*pairs))
    print(f"{name}: {least:.0f} ms of processor time, pdftoppm {base:.0f}")
    judge(f"{name}: against pdftoppm", least / base, goal)


def write_scan(path, jpeg, n_pages):
    """A PDF of pages that are one picture each."""
    frame = next(jpeg.index(mark) for mark in (b"\xff\xc0", b"\xff\xc2") if mark in jpeg)
    height, width = struct.unpack(">HH", jpeg[frame + 5:frame + 9])
    kids = " ".join(f"{3 * n + 3} 0 R" for n in range(n_pages))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {n_pages}>>".encode()]
    drawing = f"q {A4[0]} 0 0 {A4[1]} 0 0 cm /Im Do Q".encode()
    for n in range(n_pages):
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {A4[0]} {A4[1]}]/Resources<</XObject<</Im {3 * n + 4} 0 R>>>>"
                       f"/Contents {3 * n + 5} 0 R>>".encode())
        objects.append(f"<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB/BitsPerComponent 8"
                       f"/Filter/DCTDecode/Length {len(jpeg)}>>stream\n".encode() + jpeg + b"\nendstream")
        objects.append(f"<</Length {len(drawing)}>>stream\n".encode() + drawing + b"\nendstream")
    with path.open("wb") as file:
        file.write(b"%PDF-1.4\n")
        places = []
        for number, content in enumerate(objects, 1):
            places.append(file.tell())
            file.write(f"{number} 0 obj\n".encode() + content + b"\nendobj\n")
        table = file.tell()
        file.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + b"".join(f"{place:010} 00000 n \n".encode() for place in places))
        file.write(f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n".encode())


def judge_memory(program, path):
    process = subprocess.Popen([program, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    take(process)
    for page in range(SEEN):
        ask(process, page)
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    most = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    process.stdin.close()
    process.wait()
    judge(f"a scan of {PAGES} pages, {SEEN} looked at: memory of the process", most / 1024, 80, " MB")


def main():
    program, text = sys.argv[1], pathlib.Path(sys.argv[2]) / "evidence/42-BC-SNV.pdf"
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        subprocess.run(["pdftoppm", "-r", "300", "-jpeg", "-f", "1", "-l", "1", text, scratch / "page"], check=True)
        jpeg = next(scratch.glob("page*.jpg")).read_bytes()
        scan, long_scan = scratch / "scan.pdf", scratch / "long.pdf"
        write_scan(scan, jpeg, 1)
        write_scan(long_scan, jpeg, PAGES)
        compare("first page of a scan", rounds, lambda: draw_first(program, scan), lambda: draw_with_pdftoppm(scan, scratch, "-r", "300"), 0.5)
        compare("first page of a text", rounds, lambda: draw_first(program, text),
                lambda: draw_with_pdftoppm(text, scratch, "-scale-to-x", str(WIDTH), "-scale-to-y", "-1"), 1.5)
        judge_memory(program, long_scan)


main()
