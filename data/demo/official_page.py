# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets the pages of an administrative document as Decree 30/2020/NĐ-CP, Annex I, asks for.

Draws on any cairo context; `next_page` is called between two pages. Needs python3-cairo
and the Liberation Serif fonts (metric-compatible with Times New Roman).
"""

import cairo

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT, TOP, BOTTOM = 30 * MM, 17 * MM, 20 * MM, 20 * MM
INDENT = 12.7 * MM
FONT = "Liberation Serif"
LEADING = 1.22
FOOTNOTE = "Tài liệu minh họa của Bảng Vàng; không phải văn bản thật."


class Page:
    def __init__(self, context, next_page):
        self.context = context
        self.next_page = next_page
        self.number = 1
        self.y = TOP
        self.exact_widths()
        self.footnote()

    # Letters

    def exact_widths(self):
        """Widths that do not depend on the resolution, so that a scan breaks its lines as the PDF does."""
        options = cairo.FontOptions()
        options.set_hint_style(cairo.HINT_STYLE_NONE)
        options.set_hint_metrics(cairo.HINT_METRICS_OFF)
        self.context.set_font_options(options)

    def face(self, size, bold=False, italic=False):
        slant = cairo.FONT_SLANT_ITALIC if italic else cairo.FONT_SLANT_NORMAL
        weight = cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL
        self.context.select_font_face(FONT, slant, weight)
        self.context.set_font_size(size)

    def width(self, text):
        return self.context.text_extents(text).x_advance

    def put(self, x, y, text):
        self.context.move_to(x, y)
        self.context.show_text(text)

    def put_centred(self, middle, y, text):
        self.put(middle - self.width(text) / 2, y, text)

    def rule(self, middle, y, length):
        self.context.set_line_width(0.7)
        self.context.move_to(middle - length / 2, y)
        self.context.line_to(middle + length / 2, y)
        self.context.stroke()

    def lines(self, text, first_width, width):
        """The words of each line; the first line may be shorter than the others."""
        found, line, room = [], [], first_width
        for word in text.split():
            if line and self.width(" ".join(line + [word])) > room:
                found.append(line)
                line, room = [], width
            line.append(word)
        return found + [line]

    def balanced(self, text, width):
        """As few lines as fit, about equally long."""
        count = len(self.lines(text, width, width))
        while len(self.lines(text, width - 10, width - 10)) == count and width > 100:
            width -= 10
        return self.lines(text, width, width)

    # Pages

    def footnote(self):
        self.face(8, italic=True)
        self.context.set_source_rgb(0.45, 0.45, 0.45)
        self.put_centred(WIDTH / 2, HEIGHT - 8 * MM, FOOTNOTE)
        self.context.set_source_rgb(0, 0, 0)

    def room_for(self, height):
        if self.y + height <= HEIGHT - BOTTOM:
            return
        self.next_page()
        self.number += 1
        self.face(13)
        self.context.set_source_rgb(0, 0, 0)
        self.put_centred(WIDTH / 2, 13 * MM, str(self.number))
        self.footnote()
        self.y = TOP

    # Parts of a document

    def heading(self, above, organ, number, place, date_line):
        left, right = LEFT + 76, WIDTH - RIGHT - 133
        y = self.y + 12
        self.face(12, bold=above is None)
        self.put_centred(left, y, above or "ỦY BAN NHÂN DÂN")
        self.face(12, bold=True)
        self.put_centred(right, y, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        self.put_centred(left, y + 15, organ)
        self.rule(left, y + 20, 62)
        self.face(13, bold=True)
        self.put_centred(right, y + 16, "Độc lập - Tự do - Hạnh phúc")
        self.rule(right, y + 21, self.width("Độc lập - Tự do - Hạnh phúc"))
        if number:
            self.face(13)
            self.put_centred(left, y + 40, f"Số: {number}")
        self.face(13, italic=True)
        self.put_centred(right, y + 40, f"{place}, {date_line}")
        self.y = y + 62

    def title(self, kind, subject):
        self.y += 14
        self.face(14, bold=True)
        self.put_centred(WIDTH / 2, self.y, kind)
        for line in self.balanced(subject, 400):
            self.y += 17
            self.put_centred(WIDTH / 2, self.y, " ".join(line))
        self.rule(WIDTH / 2, self.y + 6, 120)
        self.y += 20

    def centred(self, text, size=14, bold=True, italic=False):
        self.face(size, bold, italic)
        self.y += size * 1.3
        self.put_centred(WIDTH / 2, self.y, text)

    def paragraph(self, text, size=13, bold=False, italic=False):
        full = WIDTH - LEFT - RIGHT
        self.face(size, bold, italic)
        lines = self.lines(text, full - INDENT, full)
        for index, words in enumerate(lines):
            self.room_for(size * LEADING)
            self.face(size, bold, italic)
            self.y += size * LEADING
            start = LEFT + (INDENT if index == 0 else 0)
            self.justified(words, start, WIDTH - RIGHT - start, last=index == len(lines) - 1)
        self.y += 6

    def justified(self, words, x, room, last):
        gap = self.width("a b") - self.width("a") - self.width("b")
        if not last and len(words) > 1:
            gap = (room - sum(self.width(word) for word in words)) / (len(words) - 1)
        for word in words:
            self.put(x, self.y, word)
            x += self.width(word) + gap

    def table(self, columns, rows, size=12):
        """columns: (title, share of the width, "left" or "centre")."""
        full = WIDTH - LEFT - RIGHT
        self.y += 3
        widths = [share * full for _title, share, _align in columns]
        self.row([title for title, _share, _align in columns], widths, ["centre"] * len(columns), size, bold=True)
        for cells in rows:
            self.row(cells, widths, [align for _title, _share, align in columns], size)
        self.y += 8

    def row(self, cells, widths, aligns, size, bold=False):
        self.face(size, bold)
        wrapped = [self.lines(cell, width - 8, width - 8) for cell, width in zip(cells, widths)]
        height = max(len(lines) for lines in wrapped) * size * 1.15 + 3.5
        self.room_for(height)
        self.face(size, bold)
        x = LEFT
        for lines, width, align in zip(wrapped, widths, aligns):
            self.cell(lines, x, width, align, size, height)
            x += width
        self.y += height

    def cell(self, lines, x, width, align, size, height):
        self.context.set_line_width(0.5)
        self.context.rectangle(x, self.y, width, height)
        self.context.stroke()
        y = self.y + (height - len(lines) * size * 1.15) / 2
        for words in lines:
            y += size * 1.15
            text = " ".join(words)
            if align == "centre":
                self.put_centred(x + width / 2, y - size * 0.28, text)
            else:
                self.put(x + 4, y - size * 0.28, text)

    def signature(self, titles, name, recipients):
        """Returns where the hand signs, for a scan to draw it."""
        self.room_for(125)
        middle = WIDTH - RIGHT - 110
        y = self.y + 16
        if recipients:
            self.face(12, bold=True, italic=True)
            self.put(LEFT, y, "Nơi nhận:")
        for index, line in enumerate(recipients):
            self.face(11)
            self.put(LEFT, y + 14 * (index + 1), f"- {line}{'.' if index == len(recipients) - 1 else ';'}")
        self.face(13, bold=True)
        for index, line in enumerate(titles):
            self.put_centred(middle, y + 16 * index, line)
        self.put_centred(middle, y + 105, name)
        self.y = y + 112
        return middle, y + 62
