# SPDX-License-Identifier: GPL-3.0-or-later
"""What files that want to do harm cost: no more than 5 s of processor time each, and 300 MB, whatever is read of them.

    hostile.py bangvang-cli FOLDER

Each is handed to `import --dry-run`; its processes are counted together, and of their memory the largest.
"""

import io
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import zipfile

GOAL_SECONDS = 5.0
GOAL_MEGABYTES = 300.0
MOST_ROWS = 200_000  # of a file that is not refused for its size
MOST_SECONDS = 20  # of one process; then it is stopped

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OPEN = "urn:oasis:names:tc:opendocument:xmlns:{0}:1.0"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pack(files, method=zipfile.ZIP_DEFLATED):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return content.getvalue()


def relations(kind, target):
    return f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'


def xlsx(sheet, **parts):
    return pack({"_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
                 "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets><sheet name="a" r:id="r"/></sheets></workbook>',
                 "xl/_rels/workbook.xml.rels": relations("worksheet", "a.xml"), "xl/a.xml": sheet} | parts)


def rows(cells):
    return f'<worksheet xmlns="{SHEET}"><sheetData>{cells}</sheetData></worksheet>'


def spell(number):
    """No two of these are a letter apart, and many words of them have letters that may be old signs."""
    return "".join("bàcòdèghìkù"[int(digit)] * 2 for digit in str(number))


def unknown(titles, row):
    def cells(texts):
        return "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return xlsx(rows(f'<row r="1">{cells(titles)}</row>' + "".join(f'<row r="{i}">{cells(row(i))}</row>' for i in range(2, MOST_ROWS + 1))))


def ods(table):
    names = " ".join(f'xmlns:{name}="{OPEN.format(name)}"' for name in ("office", "table", "text"))
    return pack({"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                 "content.xml": f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="a">{table}'
                                "</table:table></office:spreadsheet></office:body></office:document-content>"})


def ods_row(text, columns, n_rows):
    return (f'<table:table-row table:number-rows-repeated="{n_rows}"><table:table-cell table:number-columns-repeated="{columns}" '
            f'office:value-type="string"><text:p>{text}</text:p></table:table-cell></table:table-row>')


def docx(body):
    return pack({"[Content_Types].xml": "<Types/>", "_rels/.rels": relations("officeDocument", "word/document.xml"),
                 "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'})


def word_cells(text, n):
    return "<w:tr>" + f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" * n + "</w:tr>"


def within(content, depth):
    for i in range(depth):
        content = pack({f"{i}.zip": content})
    return content


def laughs():
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    return f"<!DOCTYPE a [{entities}]><worksheet>&a9;</worksheet>"


def mail(parts):
    head = "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    return (head + parts + "--x--\r\n").encode()


def attached(name):
    return f"--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename={name}\r\n\r\na\r\n"


FILES = {
    "unpacked bytes.zip": lambda: pack({"a.xlsx": bytes(300 << 20)}),
    "bytes of a sheet.xlsx": lambda: xlsx(rows(" " * (600 << 20))),
    "files of an archive.zip": lambda: pack({f"{i}.txt": b"" for i in range(100_000)}, zipfile.ZIP_STORED),
    "archives within each other.zip": lambda: within(pack({"a.pdf": b"%PDF-"}), 8),
    "entities.xlsx": lambda: xlsx(laughs()),
    "elements within each other.xlsx": lambda: xlsx("<a>" * 5_000_000),
    "many rows.xlsx": lambda: xlsx(rows("".join(f'<row r="{i}"><c t="inlineStr"><is><t>Họ và tên {i}</t></is></c><c><v>{i}</v></c></row>'
                                                for i in range(1, 400_001)))),
    "unknown units.xlsx": lambda: unknown(["STT", "Tên đơn vị", "Thành tích"], lambda i: [i, f"Phòng {spell(i)} xã {spell(7 * i)}", "a"]),
    "one unknown unit.xlsx": lambda: unknown(["STT", "Tên đơn vị", "Thành tích"], lambda i: [i, "Phòng Lạ xã Lùng", "a"]),
    "unknown persons (Sở Y tế).xlsx": lambda: unknown(["STT", "Họ và tên", "Chức vụ"], lambda i: [i, f"Nguyễn Văn {spell(i)}", "Y sĩ"]),
    "unknown persons of units (Sở Y tế).xlsx": lambda: unknown(
        ["STT", "Họ và tên", "Đơn vị", "Chức vụ"], lambda i: [i, f"Nguyễn Văn {spell(i)}", f"Phòng {spell(7 * i)}", "Y sĩ"]),
    "names without letters (Sở Y tế).xlsx": lambda: unknown(["STT", "Họ và tên", "Chức vụ"], lambda i: [i, "".join("«»‹›„“”‘’†"[int(d)] * 2 for d in str(i)), "a"]),
    "wide rows.xlsx": lambda: xlsx(rows("".join(f'<row r="{i}">{"<c><v>1</v></c>" * 16384}</row>' for i in range(1, 101)))),
    "a row repeated.ods": lambda: ods(ods_row("Họ và tên", 1, 1_048_575)),
    "cells repeated.ods": lambda: ods(ods_row("a", 19, 1_048_575)),
    "a long text repeated.ods": lambda: ods(ods_row("a" * 30_000, 16384, 1)),
    "attributes of an element.ods": lambda: ods("<a " + " ".join(f'a{i}=""' for i in range(200_000)) + "/>"),
    "many cells.docx": lambda: docx(f"<w:tbl>{word_cells('a', 60) * 20_000}</w:tbl>"),
    "tables within each other.docx": lambda: docx("<w:tbl><w:tr><w:tc>" * 100_000),
    "tables within each other.html": lambda: b"<table><tr><td>" * 1_000_000,
    "cells of many columns.html": lambda: b"<table>" + b"<tr><td colspan=1000 rowspan=1000>a</td></tr>" * 20_000,
    "a long line.csv": lambda: b"a;" * (20 << 20),
    "quotes.csv": lambda: b'"' * (30 << 20),
    "titles alike.csv": lambda: "\n".join(";".join(f"Họ và tên {row} {column}" for column in range(300)) for row in range(300)).encode(),
    "attachments.eml": lambda: mail("".join(attached(f"{i}.txt") for i in range(100_000))),
    "parts within each other.eml": lambda: mail("--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" * 100_000),
    "a head.eml": lambda: b"From: a@b.example\r\nSubject: " + b"=?utf-8?q?=41?= " * 1_000_000 + b"\r\n\r\na\r\n",
    "an old workbook.xls": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xfe\xff\xff\xff" * (4 << 20),
}


def write(name, path):
    content = FILES[name]()
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def run(cli, library, path):
    """The status, seconds, and megabytes of one call and all that it starts. A process begins with the memory of what starts it,
    so this one stays small."""
    command = [cli, "--library", library, "import", "--dry-run", path]
    process = subprocess.Popen(command, preexec_fn=limit, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(cli, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    library = folder / "library"
    subprocess.run([cli, "--library", library, "demo"], check=True, stdout=subprocess.DEVNULL)
    for name in FILES:
        path = folder / name
        subprocess.run([sys.executable, __file__, "--write", name, path], check=True)
        status, seconds, megabytes = run(cli, library, path)
        if status not in (0, 3, -signal.SIGKILL):
            sys.exit(f"{name}: ended with {status}")
        short = "" if seconds <= GOAL_SECONDS and megabytes <= GOAL_MEGABYTES else ": short"
        print(f"  {name:<40} {seconds:6.2f} s, goal {GOAL_SECONDS:.0f}; {megabytes:6.0f} MB, goal {GOAL_MEGABYTES:.0f}{short}", flush=True)
        path.unlink()
    shutil.rmtree(folder)


if sys.argv[1] == "--write":
    write(sys.argv[2], pathlib.Path(sys.argv[3]))
else:
    measure(sys.argv[1], pathlib.Path(sys.argv[2]) / "bench-hostile")
