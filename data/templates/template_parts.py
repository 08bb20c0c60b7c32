# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scripts of the templates share: how a criterion, a group and a whole template are written."""

import json
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE.parent

# Types of units as the registries name them (data/README.md).
AGENCIES = ["Sở", "Ban", "Văn phòng", "Thanh tra", "Ngành dọc"]
COMMUNES = ["Xã", "Phường", "Đặc khu"]

PROPOSED = "Điểm do Bảng Vàng đề xuất, sửa được."


def dimensions():
    """The content dimensions of the index, in their order: code and name."""
    table = json.loads((DATA / "papi" / "dimensions.json").read_text(encoding="utf-8"))
    return [(item["code"], item["name"]) for item in table["dimensions"]]


def cite(act, day):
    """The words of an act on a day."""
    wordings = [wording["text"] for wording in act["wordings"] if (wording["from"] or "") <= day]
    return wordings[-1] if wordings else act["text"]


def legal_bases(day):
    """The acts in force on a day; the province's own, which would have to be filled in, is none of them."""
    acts = json.loads((DATA / "legal-bases" / "acts.json").read_text(encoding="utf-8"))["acts"]
    valid = [act for act in acts if act["valid_from"] and act["valid_from"] <= day <= (act["valid_to"] or day)]
    return [cite(act, day) for act in valid]


def leaf(code, title, short, kind, points, guide, **more):
    fields = {"code": code, "title": title, "short": short, "kind": kind, "max": f"{points}.00"}
    fields.update(more)
    fields["guide"] = f"{guide} {PROPOSED}".strip()
    return fields


def section(code, title, short, criteria, guide=""):
    return {"code": code, "title": title, "short": short, "kind": "section", "guide": guide, "criteria": criteria}


def reports(code, title, points, due, missing):
    return leaf(code, title, "Báo cáo", "reports", points,
                f"Ghi ngày nhận từng báo cáo; nộp trễ trừ 1 điểm, không nộp trừ {missing} điểm mỗi kỳ.",
                due=due, late_penalty="1.00", missing_penalty=f"{missing}.00")


def discipline(code, points, required=True):
    return leaf(code, "Chấp hành kỷ luật, kỷ cương hành chính; trong kỳ không có tập thể, cá nhân bị xử lý kỷ luật", "Kỷ luật, kỷ cương",
                "pass-fail", points,
                "Đạt hoặc không đạt; không đạt thì không đủ điều kiện đề nghị khen thưởng." if required else "Đạt hoặc không đạt.",
                required=required)


def collective(key, name, criteria, unit_types=(), **more):
    fields = {"key": key, "name": name, "kind": "collective", "assessed_by": "office", "bonus_cap": None, "deduction_cap": None,
              "unit_types": list(unit_types)}
    fields.update(more)
    return {**fields, "criteria": criteria}


def individual(key, name, criteria):
    return {**collective(key, name, criteria), "kind": "individual"}


def quota(key, name, kind, groups, count, **more):
    return {"key": key, "name": name, "kind": kind, "groups": groups, "count": count, "percent": None, **more}


def campaign(key, title, short, starts, ends, **more):
    """The province, the numbers and the signer are those of whoever makes it: they are left open."""
    fields = {
        "key": key, "title": title, "short": short,
        "plan": {"number": "", "date": None, "issuer": "Sở Nội vụ", "subject": ""},
        "starts": starts, "ends": ends, "considered_on": None,
        "award": "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "province": "",
        "issuer": {"parent": "ỦY BAN NHÂN DÂN TỈNH", "organ": "SỞ NỘI VỤ", "place": "", "signer_title": "GIÁM ĐỐC", "signer": ""},
        "submission": {"number": None, "date": None, "to": "Chủ tịch Ủy ban nhân dân tỉnh",
                       "recipients": ["Như trên", "Hội đồng Thi đua - Khen thưởng tỉnh", "Lưu: VT, TĐKT"]},
        "legal_bases": legal_bases(starts),
        "council": {"quorum": "2/3", "threshold": ">1/2", "of": "members"},
        "rules": {"unproven_scores_zero": False, "tie_chain": ["criteria", "reports", "women", "no-office", "votes"]}}
    fields.update(more)
    return fields


def document(head, groups, quotas):
    return {"format": "bangvang-campaign", "version": 1, "campaign": head, "units": [], "groups": groups, "quotas": quotas,
            "nominees": [], "evidence": []}


def write(template):
    """Into the file of the campaign's key."""
    text = json.dumps(template, ensure_ascii=False, indent=2) + "\n"
    (HERE / f"{template['campaign']['key']}.json").write_text(unicodedata.normalize("NFC", text), encoding="utf-8")
