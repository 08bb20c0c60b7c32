# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes khoi-thi-dua-demo.json: the year end of six blocs of a province that does not exist.

    /usr/bin/python3 data/demo/make-khoi-thi-dua-demo.py

Sixty invented units, seeded; nothing reads a clock. Three ties: one that a criterion breaks, one
that the council's vote breaks, one that a written decision breaks. Standard library only.
"""

import json
import random
import unicodedata
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
TEMPLATE = HERE.parent / "templates" / "khoi-thi-dua.json"
SEED = 2026
MEMBERS = 15
VOTED_ON = 6  # of each bloc: whoever may come into a quota
CONSIDERED_ON = "2027-01-15"

NAMES = {
    "khoi-noi-chinh": ["Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Bộ đội Biên phòng tỉnh", "Viện kiểm sát nhân dân tỉnh", "Tòa án nhân dân tỉnh",
                       "Thi hành án dân sự tỉnh", "Thanh tra tỉnh", "Sở Tư pháp", "Ban Nội chính Tỉnh ủy", "Sở Nội vụ"],
    "khoi-tong-hop": ["Văn phòng Ủy ban nhân dân tỉnh", "Sở Tài chính", "Sở Công Thương", "Sở Xây dựng", "Sở Nông nghiệp và Môi trường",
                      "Thuế tỉnh", "Chi cục Hải quan khu vực", "Kho bạc Nhà nước khu vực", "Ngân hàng Nhà nước khu vực", "Ban Quản lý các khu công nghiệp"],
    "khoi-van-xa": ["Sở Giáo dục và Đào tạo", "Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch", "Sở Khoa học và Công nghệ", "Sở Dân tộc và Tôn giáo",
                    "Bảo hiểm xã hội tỉnh", "Báo và Phát thanh, Truyền hình tỉnh", "Trường Cao đẳng nghề tỉnh", "Trường Chính trị tỉnh", "Bệnh viện Đa khoa tỉnh"],
    "khoi-doan-the": ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Liên đoàn Lao động tỉnh", "Hội Nông dân tỉnh", "Hội Liên hiệp Phụ nữ tỉnh", "Tỉnh đoàn",
                      "Hội Cựu chiến binh tỉnh", "Hội Chữ thập đỏ tỉnh", "Liên minh Hợp tác xã tỉnh", "Hội Người cao tuổi tỉnh", "Hội Khuyến học tỉnh"],
    "cum-xa-1": ["Phường Bến Lâm", "Phường Thanh Đông", "Phường Thanh Tây", "Xã Lâm Thượng", "Xã Lâm Hạ", "Xã Hòa Trung", "Xã Bình Nguyên",
                 "Xã Tân Khê", "Xã Phú Điền", "Xã Vĩnh Hà"],
    "cum-xa-2": ["Phường Cửa Sông", "Phường Hải Vân", "Phường Đông Triều Mới", "Xã An Sơn", "Xã Kim Thành Đông", "Xã Ngọc Lĩnh", "Xã Trà Giang",
                 "Xã Long Mỹ Đông", "Xã Thạch Bích", "Xã Minh Hải"],
}
TYPES = {"Sở": "Sở", "Ban": "Ban", "Phường": "Phường", "Xã": "Xã", "Thanh": "Thanh tra", "Văn": "Văn phòng"}

# Place in the bloc -> what makes a tie: the points of two units are made equal but for what breaks it.
TIES = {"khoi-van-xa": "criteria", "khoi-doan-the": "votes", "cum-xa-2": "decision"}
DELAYED = {"Xã Vĩnh Hà", "Xã Minh Hải", "Hội Khuyến học tỉnh", "Trường Chính trị tỉnh"}
HELD = "Chi cục Hải quan khu vực"
NOT_ASSIGNED = {"Thi hành án dân sự tỉnh", "Bệnh viện Đa khoa tỉnh"}


def leaves(criteria):
    for node in criteria:
        if node["kind"] == "section":
            yield from leaves(node["criteria"])
        else:
            yield node


def resolve(due, starts):
    """A day of the year of the start, as the program reads it."""
    year = int(starts[:4])
    day = date.fromisoformat(f"{year}-{due}")
    return (day if day.isoformat() >= starts else day.replace(year=year + 1)).isoformat()


def slug(name):
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    words = "".join(letter if letter.isalnum() and letter.isascii() else " " if not unicodedata.combining(letter) else "" for letter in plain)
    return "-".join(words.split())


def unit(number, name):
    code = f"DV{number:02d}"
    return {"code": code, "name": name, "type": TYPES.get(name.split()[0], "Ngành dọc"), "email": f"{slug(name)}@tinh.example"}


class Bloc:
    """The nominees of one bloc, the strongest first."""

    def __init__(self, group, units, rng, evidence):
        self.group, self.units, self.rng, self.evidence = group, units, rng, evidence
        self.nominees = [self.nominee(unit, place) for place, unit in enumerate(units)]

    def proof(self, unit, title, number):
        key = f"e{len(self.evidence) + 1}"
        self.evidence.append({"key": key, "number": f"{number}/BC", "issued": "2026-12-05", "issuer": unit["name"],
                              "title": title, "received": "2026-12-08", "state": "accepted"})
        return key

    def points(self, most, place, step):
        """Down from the maximum with the place, in quarters of a point."""
        return max(0, most * 100 - place * step - self.rng.randrange(3) * 25)

    def assessment(self, leaf, unit, place, report):
        answer = {"criterion": leaf["code"], "state": "accepted"}
        most = int(leaf["max"].split(".")[0])
        kind = leaf["kind"]
        if kind == "measured":
            answer["results"] = [{"dimension": 1, "baseline": None, "result": f"{112 - place}.{self.rng.randrange(10)}000", "target": "100.0000"}]
        elif kind == "points":
            given = self.points(most, place, 25)
            answer["self"], answer["verified"] = hundredths(min(most * 100, given + 50)), hundredths(given)
        elif kind == "checklist":
            answer["items"] = list(range(1, 6 - place // 4))
        elif kind == "pass-fail":
            answer["passed"] = unit["name"] not in DELAYED
        elif kind == "reports":
            answer["received"] = ["2026-06-12", None if unit["name"] in DELAYED else "2026-12-02" if place == 7 else "2026-11-28"]
        elif kind == "bonus":
            answer["verified"] = hundredths(max(0, 300 - 100 * place))
        else:
            answer["verified"] = hundredths(100 if place == 8 else 0)
        if leaf.get("evidence"):
            answer["evidence"] = [report]
        return answer

    def nominee(self, unit, place):
        report = self.proof(unit, f"Báo cáo tổng kết công tác năm 2026 của {unit['name']}", 100 + int(unit["code"][2:]))
        found = {"key": slug(unit["name"]), "group": self.group["key"], "unit": unit["code"], "women_percent": self.rng.randrange(20, 60),
                 "summary": "Hoàn thành các chỉ tiêu được giao; tổ chức tốt phong trào thi đua, nội bộ đoàn kết.",
                 "assessments": [self.assessment(leaf, unit, place, report) for leaf in leaves(self.group["criteria"])]}
        if unit["name"] in NOT_ASSIGNED:
            for answer in found["assessments"]:
                if answer["criterion"] == "2.2":
                    answer.clear()
                    answer.update(criterion="2.2", state="not-assigned")
        if unit["name"] == HELD:
            found["holds"] = [{"reason": "Đang trong thời gian thanh tra theo kế hoạch", "source": "Thông báo của Thanh tra", "from": "2026-12-20", "to": None}]
        if place < VOTED_ON:
            found["votes"] = {"for": MEMBERS - place, "against": place, "in_writing": 0, "present": MEMBERS, "members": MEMBERS}
        return found

    def tie(self, breaker):
        """The second becomes equal to the first but for what breaks the tie."""
        first, second = self.nominees[:2]
        second["women_percent"] = first["women_percent"]
        copies = {answer["criterion"]: json.loads(json.dumps(answer)) for answer in first["assessments"]}
        for answer in second["assessments"]:
            kept = {"evidence": answer["evidence"]} if "evidence" in answer else {}
            answer.update(copies[answer["criterion"]])
            answer.update(kept)
        if breaker == "criteria":
            shift(second, "1.3", -100)
            shift(first, "2.1", -100)
        elif breaker == "decision":
            second["votes"] = dict(first["votes"])
            first["decision"] = {"place": "inside", "reason": "Hội đồng thống nhất chọn đơn vị có mô hình được nhân rộng toàn tỉnh (Biên bản số 02)"}


def shift(nominee, code, hundredths_more):
    for answer in nominee["assessments"]:
        if answer["criterion"] == code:
            answer["self"] = None
            answer["verified"] = hundredths(round(float(answer["verified"]) * 100) + hundredths_more)


def hundredths(points):
    return f"{points // 100}.{points % 100:02d}"


def head(campaign):
    campaign.update(considered_on=CONSIDERED_ON, province="Hải Lâm")
    campaign["plan"] = {"number": "05/KH-HĐTĐKT", "date": "2026-01-12", "issuer": "Hội đồng Thi đua - Khen thưởng tỉnh", "subject": campaign["plan"]["subject"]}
    campaign["issuer"] = {"parent": "ỦY BAN NHÂN DÂN TỈNH HẢI LÂM", "organ": "SỞ NỘI VỤ", "place": "Hải Lâm", "signer_title": "GIÁM ĐỐC", "signer": "Lê Minh Hải"}
    campaign["submission"]["to"] = "Chủ tịch Ủy ban nhân dân tỉnh Hải Lâm"
    return campaign


def build():
    document = json.loads(TEMPLATE.read_text(encoding="utf-8"))
    rng = random.Random(SEED)
    document["campaign"] = head(document["campaign"])
    number = 0
    for group in document["groups"]:
        for leaf in leaves(group["criteria"]):
            if "due" in leaf:
                leaf["due"] = [resolve(due, document["campaign"]["starts"]) for due in leaf["due"]]
        units = []
        for name in NAMES[group["key"]]:
            number += 1
            units.append(unit(number, name))
        document["units"] += units
        bloc = Bloc(group, rng.sample(units, len(units)), rng, document["evidence"])
        if group["key"] in TIES:
            bloc.tie(TIES[group["key"]])
        document["nominees"] += sorted(bloc.nominees, key=lambda nominee: nominee["unit"])
    return document


def main():
    text = json.dumps(build(), ensure_ascii=False, indent=1) + "\n"
    (HERE / "khoi-thi-dua-demo.json").write_text(unicodedata.normalize("NFC", text), encoding="utf-8")


if __name__ == "__main__":
    main()
