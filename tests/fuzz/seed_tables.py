# SPDX-License-Identifier: GPL-3.0-or-later
"""What libFuzzer begins with where it makes up tables from outside: a few of each kind, with what readers look for."""

import struct

XLSX = (
    b'<worksheet><cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="2" hidden="1"><c r="B2" s="1" t="s"><v>0</v></c>'
    b'<c s="1"><v>44545.5</v></c><c t="b"><v>1</v></c><c t="e"><f>1/0</f><v>#N/A</v></c><c t="str"><v>a</v></c>'
    b'<c t="inlineStr"><is><r><rPr><rFont val="VNI-Times"/></rPr><t>a\xc3\xb9</t></r><rPh><t>x</t></rPh></is></c></row></sheetData>'
    b'<mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>',
    b'<sst><si><t>a_x000D_b</t></si><si><r><rPr><rFont val=".VnTime"/></rPr><t>\xc2\xa9</t></r></si></sst>',
    b'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts><font><name val=".VnTime"/></font></fonts>'
    b'<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/></cellXfs></styleSheet>')

ODS = (
    b'<o:document-content><o:font-face-decls><s:font-face s:name="F" v:font-family="\'.VnTime\'"/></o:font-face-decls><o:automatic-styles>'
    b'<s:style s:name="c" s:family="table-cell" s:parent-style-name="d"><s:text-properties s:font-name="F"/></s:style></o:automatic-styles>'
    b'<o:body><o:spreadsheet><t:table t:name="a"><t:table-column t:number-columns-repeated="2" t:visibility="collapse" t:default-cell-style-name="c"/>'
    b'<t:table-row t:number-rows-repeated="2"><t:table-cell o:value-type="float" o:value="1.5" t:number-columns-repeated="2"/>'
    b'<t:table-cell t:style-name="c" t:number-columns-spanned="2" t:number-rows-spanned="2" o:value-type="string"><x:p>S\xc3\xab<x:s x:c="2"/><x:span x:style-name="T">a'
    b'</x:span><x:tab/><x:line-break/></x:p><x:p>b</x:p><o:annotation/></t:table-cell><t:covered-table-cell/>'
    b'<t:table-cell t:formula="=a" o:value-type="time" o:time-value="PT07H30M00S"/><t:table-cell calcext:value-type="error"><x:p>#N/A</x:p></t:table-cell>'
    b'</t:table-row></t:table></o:spreadsheet></o:body></o:document-content>',
    b'<s><s:style s:name="d" s:family="table-cell"/><s:default-style s:family="table-cell"/></s>')

DOCX = (
    b'<document><body><p><pPr><numPr><ilvl val="0"/><numId val="1"/></numPr></pPr></p><tbl><tr><trPr><gridBefore val="1"/><hidden/></trPr><tc><tcPr>'
    b'<gridSpan val="2"/><vMerge val="restart"/></tcPr><p><pPr><pStyle val="a"/><numPr><numId val="1"/></numPr></pPr><r><rPr><rFonts ascii=".VnTime"/></rPr>'
    b'<t>S\xc3\xab</t><tab/><br/><noBreakHyphen/></r><del><r><t>x</t></r></del><sdt><sdtPr><showingPlcHdr/></sdtPr><sdtContent><r><t>x</t></r></sdtContent></sdt>'
    b'<r><AlternateContent><Choice><txbxContent><p><r><t>b</t></r></p><tbl><tr><tc><p/></tc></tr></tbl></txbxContent></Choice><Fallback/></AlternateContent></r></p></tc></tr>'
    b'<tr><tc><tcPr><vMerge/></tcPr><p/></tc><tc><tbl><tr><trPr><del/></trPr><tc/></tr></tbl></tc></tr></tbl></body></document>',
    b'<styles><docDefaults><rFonts hAnsi="Arial"/></docDefaults><style styleId="a" type="paragraph" default="1"><basedOn val="b"/><numPr><numId val="1"/></numPr></style></styles>',
    b'<numbering><abstractNum abstractNumId="0"><lvl ilvl="0"><start val="1"/><numFmt val="upperRoman"/><lvlText val="%1."/></lvl></abstractNum>'
    b'<num numId="1"><abstractNumId val="0"/><lvlOverride ilvl="0"><startOverride val="3"/></lvlOverride></num></numbering>')

CSV = ('STT;Tên\r\n1;"a ""b""\r\nc"\r\n2;"d" e\n', "sep=|\na|b\n", "a\tb\n", "a,b\n1,2", "\ufeffa;b")

HTML = ('Version:1.0\r\n<html><style>td{}</style><!--x--><table><col span=2 style="display:none"><tr style="display: none"><td colspan=2 rowspan=0 x:num="1.5">1,5'
        "<br>&nbsp;&#7877;&amp;<p>a</p><table><td>b</table><td style='mso-ignore:colspan' sdval=2>2</table>", "<tr><td>a<td>b")


def record(kind, data=b""):
    return struct.pack("<HH", kind, len(data)) + data


# Votes without anything in them.
BROKE = (
    b'\x95\x95\x95\x95st\x95\x95\xc9\xc4\x90\xc6\xa1\xee\xff\xff\xff\xff\xff v\xe1\xbb\x8b\t\xc4\x90\xe1\xbb\x93ng \xc3\xbd\t'
    b'Th\xc3\xa0n\x98\xdf\x89\x96<\xf5U\xb0\x9f\xbbn \xc3\xa4 \xe1 Y t\xe1\xbf8\xba\t\t1\xad\x00\x00\x001\n'
)


def write_xls():
    """A compound file with a stream of records, of a sheet and before it."""
    begin, end = record(0x809, struct.pack("<HH", 0x600, 5).ljust(16, b"\0")), record(0xA)
    before = record(0x31, bytes(14) + b"\7\0.VnTime") + record(0x41E, b"\xa4\0\2\0\0dd") + record(0xE0, struct.pack("<HH", 0, 164))
    before += record(0xFC, struct.pack("<IIHBH", 1, 1, 3, 8, 1) + b"abc\1\0\0\0") + record(0x3C, b"\0")
    cells = record(0x208, bytes(12) + b"\x20\0") + record(0x7D, bytes(8) + b"\1\0") + record(0xFD, bytes(10))
    cells += record(0x27E, b"\0\0\1\0\0\0\3\0\0\0") + record(0x205, b"\0\0\2\0\0\0\x2a\1") + record(0x6, b"\0\0\3\0\0\0" + bytes(6) + b"\xff\xff")
    cells += record(0x207, b"\1\0\0a") + record(0x204, b"\0\0\4\0\0\0\1\0\0a") + record(0xBD, bytes(22)) + record(0xE5, b"\1\0" + bytes(8))
    length = len(begin + before + end) + 13
    stream = begin + before + record(0x85, struct.pack("<IBB", length, 0, 0) + b"\1\0a") + end
    stream = (stream.ljust(length, b"\0") + begin + cells + end).ljust(4096, b"\0")
    header = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)).ljust(44, b"\0")
    header += struct.pack("<9I", 1, 1, 0, 4096, 0xFFFFFFFF, 0, 0xFFFFFFFF, 0, 0).ljust(468, b"\xff")
    none = 0xFFFFFFFF
    entries = [("Root Entry", 5, 1, none, 0), ("Workbook", 2, none, 2, len(stream))]
    listed = b"".join(name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HBB3I", len(name) * 2 + 2, kind, 1, none, none, child) + bytes(36)
                      + struct.pack("<IQ", first, size) for name, kind, child, first, size in entries).ljust(512, b"\0")
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + len(stream) // 512), 0xFFFFFFFE]
    return header + struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff") + listed + stream


# Blocks that are pasted: the first letter says what they become.
PLANS = ("A" "Tên đơn vị\t1\t2\nSở Nội vụ\t33,3\t1.248,50\n", "B" "Sở Nội vụ\t9\t1\t0\t10\t11\r\n", "C" "STT\tHọ và tên\tĐơn vị\tNăm sinh\n1\tNguyễn Văn An\tSở Y tế\t1980\n",
         "\u007f" "Đơn vị\tĐồng ý\tThành viên\nSở Y tế\t9\t11\n", "@" "12\t12,5%\n1.248\t\"a\tb\"\n")


def make(folder):
    seeds = {"xlsx": [b"\0".join(XLSX)], "ods": [b"\0".join(ODS)], "docx": [b"\0".join(DOCX)], "xls": [write_xls()],
             "csv": [text.encode(encoding) for text in CSV for encoding in ("utf-8", "utf-16-le")] + [CSV[0].encode("cp1252")],
             "html": [text.encode() for text in HTML],
             "plan": [BROKE, *(text.encode() for text in PLANS)] + [b"\xc9" + text.encode()[1:] for text in PLANS]}
    for name, contents in seeds.items():
        (folder / name).mkdir(parents=True)
        for n, content in enumerate(contents):
            (folder / name / f"{n}").write_bytes(content)
