# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the campaign template of plan 1078/KH-SNV in the interchange form.

    /usr/bin/python3 data/templates/make-papi-2021.py

Needs only the standard library. What the plan says is quoted word for word from its public
summary (source/criteria-1078.tsv); short titles, points, caps and the council's shares are
proposals of this application: the plan itself gives none.
"""

import csv
from pathlib import Path

import template_parts as parts

HERE = Path(__file__).resolve().parent

POINTS_NOTE = "Điểm do Bảng Vàng đề xuất; kế hoạch 1078/KH-SNV không ấn định điểm."

READING = "Chia theo cách hiểu của Bảng Vàng, sửa được."
NOT_IN_PLAN = "Kế hoạch không nêu tiêu chí này cho cấp xã: đây là cách hiểu của Bảng Vàng, sửa được."

# Types of units as the registries name them (data/README.md).
DISTRICTS = ["Huyện", "Thị xã", "Thành phố"]
COMMUNES = ["Xã", "Phường", "Thị trấn", "Đặc khu"]

REPORTS_DUE = ["2021-09-30", "2021-12-15"]


def read_quotes():
    """Code of the plan → its words, and a short title."""
    with open(HERE / "source" / "criteria-1078.tsv", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["code"]: (row["quote"], row["short (proposal)"]) for row in rows}


QUOTES = read_quotes()


def dimension_names():
    return [f"{number}. {name}" for number, name in parts.dimensions()]


def leaf(code, quote, kind, points, guide, **more):
    """A report or a decision often covers many units: such a leaf is `shared`. @quote: a code of the plan, or a title of our own and its short form."""
    title, short = QUOTES[quote] if isinstance(quote, str) else quote
    fields = {"code": code, "title": title, "short": short, "kind": kind, "max": points, "required": False, "min": None,
              "evidence": 0, "tie_breaker": None}
    fields.update(more)
    fields["guide"] = f"{guide} {POINTS_NOTE}"
    return fields


def section(code, words, guide, criteria):
    title, short = words
    return {"code": code, "title": title, "short": short, "kind": "section", "guide": guide, "criteria": criteria}


def plan_leaf():
    return leaf("1", "TT1", "checklist", "15.00",
                "Đánh dấu từng chỉ số nội dung có trong kế hoạch của đơn vị; minh chứng là kế hoạch đã ban hành (số, ngày).",
                evidence=1, items=dimension_names())


def tasks_leaf():
    return leaf("2", "TT2", "points", "30.00",
                "Chấm theo tỷ lệ nhiệm vụ hoàn thành đúng hạn và kết quả của các nhiệm vụ được giao chủ trì; minh chứng là báo cáo kết quả, văn bản triển khai.",
                evidence=1, shared=True)


def reports_leaf(code, points):
    return leaf(code, "TT3", "reports", points,
                "Ghi ngày nhận từng báo cáo; nộp trễ trừ 1 điểm, không nộp trừ một nửa số điểm mỗi kỳ.",
                due=REPORTS_DUE, late_penalty="1.00", missing_penalty="5.00")


def discipline_leaf(code, required):
    consequence = "; không đạt thì không đủ điều kiện đề nghị khen thưởng" if required else ""
    return leaf(code, "TT4", "pass-fail", "10.00", f"Đạt hoặc không đạt{consequence}.", required=required)


def initiative_leaf(code, quote, points, tie_breaker):
    return leaf(code, quote, "points", points,
                "Minh chứng là quyết định công nhận; không có sáng kiến thì chấm 0 điểm và ghi rõ ở phần giải trình.",
                evidence=1, shared=True, tie_breaker=tie_breaker)


def results_leaf():
    return leaf("6", "TT6", "measured", "20.00",
                "So sánh kết quả công bố năm 2021 với năm 2020 của các chỉ số được giao chủ trì; tăng bình quân từ 0,2000 điểm trở lên hoặc thuộc nhóm cao nhất thì đạt điểm tối đa. "
                "Đơn vị không được giao chủ trì chỉ số nào thì chọn “Không được giao”; chưa có kết quả công bố thì chọn “Chờ công bố”.",
                tie_breaker=1, rule="improved-or-top", threshold="0.2000")


def collective_criteria():
    return [plan_leaf(), tasks_leaf(), reports_leaf("3", "10.00"), discipline_leaf("4", True),
            initiative_leaf("5", "TT5", "15.00", 2), results_leaf()]


def commune_criteria():
    general = [
        leaf("1.1", ("Chỉ đạo, điều hành công tác cải cách hành chính: kế hoạch, tuyên truyền, tự kiểm tra", "Chỉ đạo, điều hành"), "points", "10.00",
             "Do Ủy ban nhân dân cấp huyện theo dõi, chấm điểm."),
        leaf("1.2", ("Tiếp nhận, giải quyết thủ tục hành chính đúng hạn, công khai tại bộ phận tiếp nhận và trả kết quả", "Thủ tục hành chính"), "points", "20.00",
             "Do Ủy ban nhân dân cấp huyện theo dõi, chấm điểm theo tỷ lệ hồ sơ giải quyết đúng hạn và mức độ hài lòng của người dân.")]
    dimensions = [
        leaf("2.1", ("Kế hoạch của xã, phường, thị trấn bảo đảm đầy đủ 08 chỉ số nội dung thành phần", "Kế hoạch đủ 08 chỉ số"), "checklist", "20.00",
             "Đánh dấu từng chỉ số nội dung có trong kế hoạch.", items=dimension_names()),
        leaf("2.2", ("Kết quả thực hiện các chỉ số nội dung thành phần được phân công theo đánh giá của Ủy ban nhân dân cấp huyện", "Chỉ số được phân công"), "points", "25.00",
             "Minh chứng là văn bản đánh giá của Ủy ban nhân dân cấp huyện.", evidence=1, shared=True, tie_breaker=1)]
    parts = [section("1", ("Nhiệm vụ cải cách hành chính nói chung", ""), READING, general),
             section("2", ("Các chỉ số nội dung thành phần của Chỉ số PAPI nói riêng, được phân công thực hiện", ""), READING, dimensions)]
    further = [reports_leaf("3", "10.00"), discipline_leaf("4", False), initiative_leaf("5", "TT5", "5.00", 2)]
    for added in further:
        added["guide"] = f"{NOT_IN_PLAN} {added['guide']}"
    return [section("A", QUOTES["XA"], "", parts)] + further


def individual_criteria():
    return [
        leaf("1", "CN1", "points", "60.00",
             "Minh chứng là báo cáo thành tích hoặc danh sách có xác nhận của đơn vị trình.", evidence=1, shared=True, tie_breaker=2),
        initiative_leaf("2", "CN2", "40.00", 1)]


def group(key, name, kind, assessed_by, unit_types, criteria):
    return {"key": key, "name": name, "kind": kind, "assessed_by": assessed_by, "bonus_cap": None, "deduction_cap": None,
            "unit_types": unit_types, "criteria": criteria}


def groups():
    return [group("so-nganh", "Sở, ban, ngành tỉnh", "collective", "office", parts.AGENCIES, collective_criteria()),
            group("cap-huyen", "Ủy ban nhân dân cấp huyện", "collective", "office", DISTRICTS, collective_criteria()),
            group("cap-xa", "Ủy ban nhân dân cấp xã", "collective", "parent", COMMUNES, commune_criteria()),
            group("ca-nhan", "Cán bộ, công chức, viên chức", "individual", "office", [], individual_criteria())]


def quotas():
    return [
        {"key": "tap-the", "name": "Tập thể", "kind": "collective", "groups": ["so-nganh", "cap-huyen", "cap-xa"],
         "count": 5, "percent": None, "per_group": {"cap-xa": 2}, "per_parent": 1},
        {"key": "ca-nhan", "name": "Cá nhân", "kind": "individual", "groups": ["ca-nhan"],
         "count": 10, "percent": None, "per_group": None, "per_parent": None}]


def campaign():
    return {
        "key": "papi-2021",
        "title": "Phong trào thi đua " + QUOTES["TITLE"][0],
        "short": "PAPI 2021",
        "plan": {"number": "1078/KH-SNV", "date": "2021-06-21", "issuer": "Sở Nội vụ", "subject": "về " + QUOTES["SUBJECT"][0]},
        "starts": "2021-06-21", "ends": "2021-12-31", "considered_on": None,
        "award": "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "province": "An Giang",
        "issuer": {"parent": "UBND TỈNH AN GIANG", "organ": "SỞ NỘI VỤ", "place": "An Giang", "signer_title": "GIÁM ĐỐC", "signer": ""},
        "submission": {"number": None, "date": None, "to": "Chủ tịch Ủy ban nhân dân tỉnh An Giang",
                       "recipients": ["Như trên", "Hội đồng Thi đua - Khen thưởng tỉnh", "Lưu: VT, TĐKT"]},
        "legal_bases": parts.legal_bases("2021-06-21") + [
            "Chỉ thị số 26/CT-TTg ngày 05 tháng 9 năm 2016 của Thủ tướng Chính phủ về tăng cường kỷ luật, kỷ cương trong các cơ quan hành chính nhà nước các cấp",
            "Kế hoạch số 1078/KH-SNV ngày 21 tháng 6 năm 2021 của Sở Nội vụ tỉnh An Giang về " + QUOTES["SUBJECT"][0]],
        "council": {"quorum": "2/3", "threshold": ">1/2", "of": "members"},
        "rules": {"unproven_scores_zero": False, "tie_chain": ["criteria", "reports", "women", "no-office", "votes"]}}


def template():
    return parts.document(campaign(), groups(), quotas())


def main():
    parts.write(template())


if __name__ == "__main__":
    main()
