# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the empty template: one group, whose criteria are still to be written.

    /usr/bin/python3 data/templates/make-trong.py
"""

import template_parts as parts


def template():
    head = parts.campaign("trong", "Phong trào thi đua năm 2026", "Phong trào 2026", "2026-01-01", "2026-12-31")
    return parts.document(head, [parts.collective("tap-the", "Tập thể", [])], [])


def main():
    parts.write(template())


if __name__ == "__main__":
    main()
