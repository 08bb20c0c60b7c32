# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes papi-2021-demo.json: the demonstration campaign with the hashes of its evidence.

    /usr/bin/python3 data/demo/make-demo.py

The files of evidence/ are read as they are; make-evidence.py made them once.
"""

import hashlib
import json
import unicodedata

import demo_campaign


def with_file(document):
    content = (demo_campaign.HERE / "evidence" / document["file"]).read_bytes()
    place = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    return {"key": document["key"], "file": document["file"], **place, **document}


def main():
    campaign = demo_campaign.build()
    campaign["evidence"] = [with_file(document) for document in campaign["evidence"]]
    text = json.dumps(campaign, ensure_ascii=False, indent=2) + "\n"
    (demo_campaign.HERE / "papi-2021-demo.json").write_text(unicodedata.normalize("NFC", text), encoding="utf-8")


if __name__ == "__main__":
    main()
