# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the campaign template of plan 1078/KH-SNV in the interchange form.

    /usr/bin/python3 data/templates/make-papi-2021.py

Needs only the standard library. The points, the caps and the percentages of the
council are proposals of this application: the plan itself gives none.
"""

import json
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE.parent

POINTS_NOTE = "Điểm do Bảng Vàng đề xuất; kế hoạch 1078/KH-SNV không ấn định điểm."

REPORTS_DUE = ["2021-09-30", "2021-12-15"]


def dimension_names():
    document = json.loads((DATA / "papi" / "dimensions.json").read_text(encoding="utf-8"))
    return [f"{item['code']}. {item['name']}" for item in document["dimensions"]]


def legal_bases(day):
    """The acts in force on a day; the province's own, which would have to be filled in, is none of them."""
    acts = json.loads((DATA / "legal-bases" / "acts.json").read_text(encoding="utf-8"))["acts"]
    return [act["text"] for act in acts if act["valid_from"] and act["valid_from"] <= day <= (act["valid_to"] or day)]


def leaf(code, title, kind, points, guide, **more):
    fields = {"code": code, "title": title, "kind": kind, "max": points, "required": False, "min": None,
              "evidence": 0, "tie_breaker": None}
    fields.update(more)
    fields["guide"] = f"{guide} {POINTS_NOTE}"
    return fields


def section(code, title, criteria):
    return {"code": code, "title": title, "kind": "section", "guide": "", "criteria": criteria}


def plan_leaf():
    return leaf("1", "Ban hành kế hoạch thực hiện các giải pháp nâng cao hiệu quả quản trị và hành chính công, bảo đảm đầy đủ 08 chỉ số nội dung thành phần",
                "checklist", "15.00",
                "Đánh dấu từng chỉ số nội dung có trong kế hoạch của đơn vị; minh chứng là kế hoạch đã ban hành (số, ngày).",
                evidence=1, items=dimension_names())


def tasks_leaf():
    return leaf("2", "Triển khai thực hiện hiệu quả các nhiệm vụ được giao trong kế hoạch của tỉnh về nâng cao Chỉ số PAPI, nhất là các nhiệm vụ được giao chủ trì",
                "points", "30.00",
                "Chấm theo tỷ lệ nhiệm vụ hoàn thành đúng hạn và kết quả của các nhiệm vụ được giao chủ trì; minh chứng là báo cáo kết quả, văn bản triển khai.",
                evidence=1)


def reports_leaf(code, points):
    return leaf(code, "Thực hiện báo cáo kết quả định kỳ đầy đủ, đúng thời gian quy định", "reports", points,
                "Ghi ngày nhận từng báo cáo; nộp trễ trừ 1 điểm, không nộp trừ một nửa số điểm mỗi kỳ.",
                due=REPORTS_DUE, late_penalty="1.00", missing_penalty="5.00")


def discipline_leaf(code):
    return leaf(code, "Chấp hành tốt kỷ luật, kỷ cương hành chính theo Chỉ thị số 26/CT-TTg ngày 05 tháng 9 năm 2016 của Thủ tướng Chính phủ",
                "pass-fail", "10.00",
                "Đạt hoặc không đạt; không đạt thì không đủ điều kiện đề nghị khen thưởng.",
                required=True)


def initiative_leaf(code, points, tie_breaker):
    return leaf(code, "Có sáng kiến, cách làm hay mang lại hiệu quả, góp phần nâng cao Chỉ số PAPI của tỉnh, được cấp có thẩm quyền công nhận",
                "points", points,
                "Minh chứng là quyết định công nhận; không có sáng kiến thì chấm 0 điểm và ghi rõ ở phần giải trình.",
                evidence=1, tie_breaker=tie_breaker)


def results_leaf():
    return leaf("6", "Điểm chỉ số nội dung thành phần do cơ quan, địa phương chủ trì được cải thiện vượt bậc hoặc nằm trong nhóm đạt điểm cao nhất theo kết quả công bố của Trung ương",
                "measured", "20.00",
                "So sánh kết quả công bố năm 2021 với năm 2020 của các chỉ số được giao chủ trì; tăng bình quân từ 0,2000 điểm trở lên hoặc thuộc nhóm cao nhất thì đạt điểm tối đa. "
                "Đơn vị không được giao chủ trì chỉ số nào thì chọn “Không được giao”; chưa có kết quả công bố thì chọn “Chờ công bố”.",
                tie_breaker=1, rule="improved-or-top", threshold="0.2000")


def collective_criteria():
    return [plan_leaf(), tasks_leaf(), reports_leaf("3", "10.00"), discipline_leaf("4"),
            initiative_leaf("5", "15.00", 2), results_leaf()]


def commune_criteria():
    general = [
        leaf("1.1", "Chỉ đạo, điều hành công tác cải cách hành chính: kế hoạch, tuyên truyền, tự kiểm tra", "points", "10.00",
             "Do Ủy ban nhân dân cấp huyện theo dõi, chấm điểm."),
        leaf("1.2", "Tiếp nhận, giải quyết thủ tục hành chính đúng hạn, công khai tại bộ phận tiếp nhận và trả kết quả", "points", "20.00",
             "Do Ủy ban nhân dân cấp huyện theo dõi, chấm điểm theo tỷ lệ hồ sơ giải quyết đúng hạn và mức độ hài lòng của người dân.")]
    dimensions = [
        leaf("2.1", "Kế hoạch của xã, phường, thị trấn bảo đảm đầy đủ 08 chỉ số nội dung thành phần", "checklist", "20.00",
             "Đánh dấu từng chỉ số nội dung có trong kế hoạch.", items=dimension_names()),
        leaf("2.2", "Kết quả thực hiện các chỉ số nội dung thành phần được phân công theo đánh giá của Ủy ban nhân dân cấp huyện", "points", "25.00",
             "Minh chứng là văn bản đánh giá của Ủy ban nhân dân cấp huyện.", evidence=1, tie_breaker=1)]
    return [section("1", "Nhiệm vụ cải cách hành chính nói chung", general),
            section("2", "Các chỉ số nội dung thành phần PAPI được phân công", dimensions),
            reports_leaf("3", "10.00"), discipline_leaf("4"), initiative_leaf("5", "5.00", 2)]


def individual_criteria():
    return [
        leaf("1", "Lãnh đạo, chỉ đạo, tham mưu trực tiếp hoặc tham gia tích cực vào quá trình thực hiện các giải pháp nâng cao Chỉ số PAPI", "points", "60.00",
             "Minh chứng là báo cáo thành tích hoặc danh sách có xác nhận của đơn vị trình.", evidence=1, tie_breaker=2),
        initiative_leaf("2", "40.00", 1)]


def group(key, name, kind, assessed_by, criteria):
    return {"key": key, "name": name, "kind": kind, "assessed_by": assessed_by, "bonus_cap": None, "deduction_cap": None,
            "criteria": criteria}


def groups():
    return [group("so-nganh", "Sở, ban, ngành tỉnh", "collective", "office", collective_criteria()),
            group("cap-huyen", "Ủy ban nhân dân cấp huyện", "collective", "office", collective_criteria()),
            group("cap-xa", "Ủy ban nhân dân cấp xã", "collective", "parent", commune_criteria()),
            group("ca-nhan", "Cán bộ, công chức, viên chức", "individual", "office", individual_criteria())]


def quotas():
    return [
        {"key": "tap-the", "name": "Tập thể", "kind": "collective", "groups": ["so-nganh", "cap-huyen", "cap-xa"],
         "count": 5, "percent": None, "per_group": {"cap-xa": 2}, "per_parent": 1},
        {"key": "ca-nhan", "name": "Cá nhân", "kind": "individual", "groups": ["ca-nhan"],
         "count": 10, "percent": None, "per_group": None, "per_parent": None}]


def campaign():
    return {
        "key": "papi-2021",
        "title": "Phong trào thi đua thực hiện các giải pháp nâng cao hiệu quả quản trị và hành chính công, cải thiện Chỉ số PAPI tỉnh An Giang năm 2021",
        "short": "PAPI 2021",
        "plan": {"number": "1078/KH-SNV", "date": "2021-06-21", "issuer": "Sở Nội vụ"},
        "starts": "2021-06-21", "ends": "2021-12-31", "considered_on": None,
        "award": "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "province": "An Giang",
        "issuer": {"parent": "UBND TỈNH AN GIANG", "organ": "SỞ NỘI VỤ", "place": "An Giang", "signer_title": "GIÁM ĐỐC", "signer": ""},
        "submission": {"number": None, "date": None, "to": "Chủ tịch Ủy ban nhân dân tỉnh An Giang",
                       "recipients": ["Như trên", "Hội đồng Thi đua - Khen thưởng tỉnh", "Lưu: VT, TĐKT"]},
        "legal_bases": legal_bases("2021-06-21") + [
            "Chỉ thị số 26/CT-TTg ngày 05 tháng 9 năm 2016 của Thủ tướng Chính phủ về tăng cường kỷ luật, kỷ cương trong các cơ quan hành chính nhà nước các cấp",
            "Kế hoạch số 1078/KH-SNV ngày 21 tháng 6 năm 2021 của Sở Nội vụ tỉnh An Giang"],
        "council": {"quorum_percent": 67, "threshold_percent": 51, "of": "members"},
        "rules": {"unproven_scores_zero": False, "tie_chain": ["criteria", "reports", "women", "no-office", "votes"]}}


def template():
    return {"format": "bangvang-campaign", "version": 1, "campaign": campaign(), "units": [], "groups": groups(),
            "quotas": quotas(), "nominees": [], "evidence": []}


def main():
    text = json.dumps(template(), ensure_ascii=False, indent=2) + "\n"
    (HERE / "papi-2021.json").write_text(unicodedata.normalize("NFC", text), encoding="utf-8")


if __name__ == "__main__":
    main()
