# SPDX-License-Identifier: GPL-3.0-or-later
"""What libFuzzer begins with where it makes up archives and mails: a few of each kind, with what readers look for."""

import base64
import io
import zipfile

MAIL = (
    b"From: =?UTF-8?Q?Ph=C3=B2ng?= =?utf-8?b?IE7hu5lp?= <a@b.example>\r\nDate: Wed, 15 Dec 2021 07:30:00 +0700\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/mixed;\r\n boundary=\"x y\"\r\n\r\n--x y\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nXin ch\xc3\xa0o\r\n"
    b"--x y\r\nContent-Disposition: attachment; filename*0*=utf-8''B%C3%A1;\r\n filename*1=\"o.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n"
    b"--x y\r\nContent-Type: image/png; name=\"=?utf-8?Q?=E1=BA=A3nh.png?=\"\r\nContent-Disposition: inline\r\nContent-ID: <a>\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\na=C3=A0=\r\nb\r\n--x y\r\nContent-Type: message/rfc822\r\n\r\nSubject: b\r\n\r\nc\r\n--x y--\r\n",
    b"From: a\nContent-Type: application/pkcs7-mime; smime-type=signed-data\n\nb",
    b"Received: a\n b\nContent-Type: multipart/alternative; boundary=x\n\n--x\n\na\n--x\nContent-Type: text/html\n\nb\n--x--\n")

# A file of a few bytes, as 7-Zip and RAR pack it.
SEVEN_ZIP = (
    "N3q8ryccAARy9xvTCQAAAAAAAABSAAAAAAAAAMQk1OEBAAQlUERGLQABBAYAAQkJAAcLAQABISEBAAwFAAgKASHJYZAAAAUBGQwA"
    "AAAAAAAAAAAAAAARDQBhAC4AcABkAGYAAAAUCgEAzdASFqmB3QEVBgEAIICkgQAA")
RAR5 = "UmFyIRoHAQDFGjMyAwEAANBazNYUAgIFBAWkgwIhyWGQAAEFYS5wZGYlUERGLRmyOjUDBQAA"


def write_zip(method):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        archive.writestr("a/Quyết định.pdf", b"%PDF-" * 20)
        archive.writestr("__MACOSX/._a", b"")
        archive.writestr("../b.txt", b"b")
    return content.getvalue()


def make(folder):
    """Writes them into the folders of the targets."""
    for name in ("container", "mail"):
        (folder / name).mkdir(parents=True)
    for i, mail in enumerate(MAIL):
        (folder / "mail" / str(i)).write_bytes(mail)
    for i, archive in enumerate((write_zip(zipfile.ZIP_STORED), write_zip(zipfile.ZIP_DEFLATED), base64.b64decode(SEVEN_ZIP),
                                 base64.b64decode(RAR5))):
        (folder / "container" / str(i)).write_bytes(archive)
