# SPDX-License-Identifier: GPL-3.0-or-later
"""Names, sentences and numbers of random campaigns."""

import unicodedata

FAMILIES = "Nguyễn Trần Lê Phạm Đặng Đỗ Đinh Võ Vũ Huỳnh Hồ Ngô Dương Lý Chau Neáng Mohamad".split()
MIDDLES = "Thị Văn Đức Hữu Ngọc Minh Thùy Bích Quốc Đình Kim Xuân".split()
GIVEN = "Ánh Đào Hòa Hoà Thúy Thuý Ưu Ơn Ý Yến Đạt Đông Dũng Khuê Quyên Tuyết Nghĩa Phước Ửng Giàu Sóc Rotha".split()
PLACES = "Mỹ Hòa|Mỹ Hoà|An Phú|Vĩnh Ngươn|Đa Phước|Tân Châu|Ô Lâm|Núi Voi|Bình Đức|Óc Eo|Đào Hữu Cảnh".split("|")
WORDS = (
    "thực hiện kế hoạch nâng cao chỉ số hiệu quả quản trị và hành chính công đã được công nhận của đơn vị "
    "cải cách thủ tục trách nhiệm giải trình đúng hạn đầy đủ sáng kiến người dân cơ sở"
).split()


def points_text(hundredths):
    return "%d.%02d" % divmod(hundredths, 100)


def quantity_text(units):
    return "%d.%04d" % divmod(units, 10000)


class Texts:
    """Names and sentences that look like the ones of the office."""

    def __init__(self, rng):
        self.rng = rng

    def awkward(self, text):
        """Now and then what a spreadsheet or a narrow column stumbles over."""
        if self.rng.random() < 0.03:
            text = self.rng.choice(["=", "=1+1 ", "+", "-", "@", '="x" ', "=HYPERLINK(\"a\") "]) + text
        if self.rng.random() < 0.01:
            text = text + " " + self.words(150) + " «\"\\/&<>' …»"
        return unicodedata.normalize("NFC", text.strip())

    def words(self, count):
        return " ".join(self.rng.choice(WORDS) for _ in range(count))

    def sentence(self, chance=1.0):
        """A sentence, or the empty text."""
        if self.rng.random() >= chance:
            return ""
        text = self.words(self.rng.randint(2, 7)).capitalize()
        if self.rng.random() < 0.03:
            text = text + "\n" + self.words(self.rng.choice([4, 120, 600]))
        return self.awkward(text)

    def line(self, chance=1.0):
        """The same where a text is one line: as it is kept, so that it comes back as it went."""
        return self.sentence(chance).replace("\n", " ")

    def person(self):
        if self.rng.random() < 0.04:
            return self.awkward(self.rng.choice(GIVEN))
        middle = " ".join(self.rng.sample(MIDDLES, self.rng.randint(1, 2)))
        return self.awkward("%s %s %s" % (self.rng.choice(FAMILIES), middle, self.rng.choice(GIVEN)))

    def unit(self, kind):
        number = self.rng.choice(["", "", " %d" % self.rng.randint(1, 40)])
        return self.awkward(kind + " " + self.rng.choice(PLACES) + number)

    def number(self):
        return "%d/%s" % (self.rng.randint(1, 999), self.rng.choice(["QĐ-UBND", "KH-SNV", "BC-VP", "TTr-SNV"]))
