#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads an e-mail draft as other programs do: with the parser of Python, which notes every defect.

check_mail.py DRAFT TO CC SUBJECT BODY [FILE NAME]…: TO and CC are the addresses expected, as Python writes
them; each FILE must be attached under its NAME, byte for byte, and nothing else.
"""

import email
import email.errors
import email.header
import email.message
import email.policy
import email.utils
import hashlib
import pathlib
import re
import sys

LINE_MOST = 76
TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}


class Wrong(Exception):
    """What is wrong, and where."""


def expect(expected, found, what):
    if expected != found:
        raise Wrong(f"{what}: expected {expected!r}, found {found!r}")


def check_bytes(raw):
    """What every program on the way can carry."""
    expect(True, raw.isascii(), "only ASCII")
    expect(b"", raw.replace(b"\r\n", b"").translate(None, bytes(set(range(256)) - {10, 13})), "line breaks beside CR LF")
    lines = raw.split(b"\r\n")
    expect(b"", lines.pop(), "behind the last line")
    expect([], [line for line in lines if len(line) > LINE_MOST], "lines that are too long")
    expect([], [line for line in lines if line[-1:] in (b" ", b"\t")], "lines that end in a space")


def outlook_name(part):
    """The name as a program finds it that knows RFC 2047 everywhere and RFC 2231 nowhere."""
    field = dict(part.raw_items())["Content-Type"]
    quoted = re.search(r'name="([^"]*)"', field, re.DOTALL).group(1)
    return str(email.header.make_header(email.header.decode_header(re.sub(r"\r\n", "", quoted))))


def check_defects(message):
    """None in any part, and none in a field; but for Outlook encoded words stand in the quoted name."""
    for part in message.walk():
        expect([], part.defects, "defects of a part")
        for name, field in part.items():
            known = email.errors.InvalidHeaderDefect if name == "Content-Type" else ()
            expect([], [defect for defect in field.defects if not isinstance(defect, known)], f"defects of {name}")


def check_attachment(part, path, name):
    content = part.get_payload(decode=True)
    expect(name, part.get_filename(), "name of an attachment")
    expect(name, outlook_name(part), "name of an attachment in Outlook")
    expect("attachment", part.get_content_disposition(), name)
    expect(hashlib.sha256(path.read_bytes()).hexdigest(), hashlib.sha256(content).hexdigest(), f"content of {name}")
    expect(TYPES.get(pathlib.Path(name).suffix, part.get_content_type()), part.get_content_type(), f"type of {name}")
    expect(False, part.is_multipart(), f"{name} has parts")


def check_addresses(message, name, wanted):
    """The newer half of Python's library parts a long name where its encoded words meet; the older one does not."""
    raw = dict(message.raw_items()).get(name, "")
    found = [
        (str(email.header.make_header(email.header.decode_header(person))), address)
        for person, address in email.utils.getaddresses([raw.replace("\r\n", "")])
    ]
    expect([pair for pair in email.utils.getaddresses([wanted]) if any(pair)], found if raw else [], name)
    expect(len(found) if raw else 0, len(message[name].addresses) if raw else 0, f"addresses of {name}")


def check_fields(message, subject):
    expect("1", message["X-Unsent"], "X-Unsent")
    expect(subject or None, message["Subject"], "Subject")
    known = {"X-Unsent", "To", "Cc", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
    expect(set(), set(message.keys()) - known, "other fields")
    expect(len(set(message.keys())), len(message.keys()), "number of fields")


def check(draft, to, cc, subject, body, *files):
    raw = pathlib.Path(draft).read_bytes()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    pairs = list(zip(files[::2], files[1::2], strict=True))

    check_bytes(raw)
    check_defects(message)
    check_addresses(message, "To", to)
    check_addresses(message, "Cc", cc)
    check_fields(message, subject)
    parts = list(message.iter_parts()) if message.is_multipart() else [message]
    expect(1 + len(pairs), len(parts), "number of parts")
    expect("text/plain", parts[0].get_content_type(), "type of the text")
    expect(body.replace("\n", "\r\n"), parts[0].get_content(), "text")
    for part, (path, name) in zip(parts[1:], pairs, strict=True):
        check_attachment(part, pathlib.Path(path), name)


if __name__ == "__main__":
    try:
        check(*sys.argv[1:])
    except Wrong as wrong:
        sys.exit(f"{sys.argv[1]}: {wrong}")
