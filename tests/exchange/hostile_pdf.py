#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF files that are locked, endless, or larger than anybody can show.

    hostile_pdf.py FOLDER

writes them into FOLDER. What a name begins with is what has to become of it: `shown`, `password`, `damaged`, or `any` where
it may be shown or refused, as long as it is soon.
"""
import hashlib
import pathlib
import struct
import sys
import zlib

PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
IDENTITY = bytes(range(16))
NOTHING_ALLOWED = -64
MEGABYTE = 1 << 20


def cipher(key, text):
    """RC4."""
    box, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    for byte in text:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def pad(word):
    return (word + PADDING)[:32]


def stream(content, entries=b""):
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def pack(content, times=1):
    for _ in range(times):
        content = zlib.compress(content, 1)
    return stream(content, b"/Filter[%s]" % (b"/FlateDecode" * times))


def write(objects, trailer=b""):
    """@objects: numbered from 1, the catalogue first"""
    written, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(written) + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, trailer, len(written))


def page(content, entries=b"", box=b"0 0 200 200", more=(), trailer=b""):
    return write([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                  b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R%s>>" % (box, entries), content, *more], trailer)


def lock(user, owner):
    """A page whose content is encrypted, by the oldest way, with 40 bits."""
    entry = cipher(hashlib.md5(pad(owner)).digest()[:5], pad(user))
    key = hashlib.md5(pad(user) + entry + struct.pack("<i", NOTHING_ALLOWED) + IDENTITY).digest()[:5]
    of_object = hashlib.md5(key + bytes([4, 0, 0, 0, 0])).digest()[:10]
    encryption = b"/Encrypt<</Filter/Standard/V 1/R 2/P %d/O<%s>/U<%s>>>/ID[<%s><%s>]" % (
        NOTHING_ALLOWED, entry.hex().encode(), cipher(key, PADDING).hex().encode(), IDENTITY.hex().encode(), IDENTITY.hex().encode())
    return page(stream(cipher(of_object, b"0 0 100 100 re f")), trailer=encryption)


def form(content, name, number):
    return stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</XObject<</%s %d 0 R>>>>" % (name, number))


def picture(width, height, filters):
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8" % (width, height)
    return pack(bytes(MEGABYTE), filters).replace(b"<<", b"<<" + entries, 1)


def make():
    resources = b"/Resources<</XObject<</X 5 0 R>>>>"
    many = [b"<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]/Count 1>>" % (n - 1, n + 1) for n in range(3, 20000)]
    return {
        "password-of-the-user": lock(b"secret", b"owner"),
        "shown-password-of-the-owner": lock(b"", b"owner"),
        "shown-plain": page(stream(b"0 0 100 100 re f")),
        "any-page-tree-of-itself": write([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Parent 2 0 R/Count 2>>"]),
        "any-page-tree-in-a-circle": write([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R 3 0 R]/Parent 3 0 R/Count 4>>",
                                            b"<</Type/Pages/Kids[2 0 R 2 0 R]/Parent 2 0 R/Count 2>>"]),
        "any-page-tree-too-deep": write([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", *many]),
        "any-count-too-large": write([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 999999999>>",
                                      b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"]),
        "any-length-of-itself": page(b"<</Length 4 0 R>>stream\n0 0 9 9 re f\nendstream"),
        "any-object-of-itself": page(b"4 0 R"),
        "any-objects-in-a-circle": page(b"5 0 R", more=[b"4 0 R"]),
        "any-contents-of-contents": page(b"[4 0 R 4 0 R 4 0 R 4 0 R]"),
        "any-form-of-itself": page(stream(b"/X Do"), resources, more=[form(b"/X Do /X Do /X Do", b"X", 5)]),
        "any-forms-that-double": page(stream(b"/X Do"), resources,
                                      more=[form(b"/X Do /X Do" if n < 45 else b"0 0 9 9 re f", b"X", n + 1) for n in range(5, 46)]),
        "any-content-without-end": page(pack(b"0 0 m 200 200 l 0 200 l 200 0 l S " * (MEGABYTE // 2))),
        "any-content-packed-twice": page(pack(bytes(50 * MEGABYTE), 2)),
        "any-picture-packed-twice": page(stream(b"200 0 0 200 0 0 cm /X Do"), resources, more=[picture(30000, 30000, 2)]),
        "any-picture-too-large": page(stream(b"200 0 0 200 0 0 cm /X Do"), resources, more=[picture(2000000000, 2000000000, 1)]),
        "any-nested-deep": page(stream(b"q " * 500000 + b"[" * 500000 + b"<<" * 100000)),
        "any-dictionaries-nested-deep": page(b"<</A" * 100000 + b">>" * 100000),
        "any-box-too-large": page(stream(b"0 0 9 9 re f"), box=b"0 0 99999999999 99999999999"),
        "any-box-without-height": page(stream(b"0 0 9 9 re f"), box=b"0 0 200 0.0000001"),
        "any-box-not-a-number": page(stream(b"0 0 9 9 re f"), box=b"0 /x null (y)"),
        "any-units-too-large": page(stream(b"0 0 9 9 re f"), b"/UserUnit 1e38"),
        "any-dashes-too-fine": page(stream(b"[1e-9] 0 d 0 0 m 200 200 l S")),
        "any-tiles-too-fine": page(stream(b"/Pattern cs /P scn 0 0 200 200 re f"), b"/Resources<</Pattern<</P 5 0 R>>>>", more=[
            stream(b"0 0 1 1 re f", b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.0001/YStep 0.0001/Resources<<>>")]),
        "any-tables-in-a-circle": b"%PDF-1.4\nxref\n0 0\ntrailer<</Size 1/Prev 9>>\nstartxref\n9\n%%EOF\n",
        "damaged-cut-off": page(stream(b"0 0 9 9 re f"))[:60],
    }


if __name__ == "__main__":
    for file, content in make().items():
        (pathlib.Path(sys.argv[1]) / f"{file}.pdf").write_bytes(content)
