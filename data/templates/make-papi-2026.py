# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the template of a PAPI campaign in the two-tier government: agencies, communes, officials.

    /usr/bin/python3 data/templates/make-papi-2026.py

No plan of that year is quoted: criteria, points, due dates and quotas are proposals of this
application. In a commune each dimension is scored by an agency that leads it (`lead:N`).
"""

import template_parts as parts

REPORTS_DUE = ["+60d", "+150d", "+240d"]
PUBLISHED = (
    "Chấm theo nhóm của tỉnh ở chỉ số nội dung được giao chủ trì khi kết quả được công bố: nhóm cao nhất đạt điểm tối đa, nhóm trung bình cao 75%, "
    "nhóm trung bình thấp 50%, nhóm thấp nhất 0 điểm; chủ trì nhiều chỉ số thì lấy bình quân. Tỉnh mới sắp xếp không có kỳ trước để so sánh. "
    "Chưa công bố thì để “Không được giao”.")


def plan(code, points):
    return parts.leaf(code, "Ban hành kế hoạch nâng cao hiệu quả quản trị và hành chính công, đủ 08 chỉ số nội dung", "Kế hoạch đủ 08 chỉ số",
                      "checklist", points, "Đánh dấu từng chỉ số nội dung có trong kế hoạch; minh chứng là kế hoạch đã ban hành (số, ngày).",
                      evidence=1, items=[f"{number}. {name}" for number, name in parts.dimensions()])


def initiative(code, points, number):
    return parts.leaf(code, "Có sáng kiến, mô hình mới, cách làm hiệu quả được công nhận, áp dụng", "Sáng kiến, mô hình", "points", points,
                      "Minh chứng là quyết định công nhận; không có thì chấm 0 điểm và ghi rõ ở phần giải trình.",
                      evidence=1, shared=True, tie_breaker=number)


def agency_criteria():
    return [
        plan("1", 15),
        parts.leaf("2", "Hoàn thành nhiệm vụ được giao trong kế hoạch của tỉnh", "Nhiệm vụ được giao", "points", 25,
                   "Chấm theo tỷ lệ nhiệm vụ hoàn thành đúng hạn và kết quả của các nhiệm vụ được giao chủ trì; minh chứng là báo cáo kết quả.",
                   evidence=1, shared=True, tie_breaker=2),
        parts.reports("3", "Báo cáo định kỳ kết quả thực hiện đầy đủ, đúng thời hạn", 15, REPORTS_DUE, 5),
        parts.discipline("4", 10),
        initiative("5", 15, 3),
        parts.leaf("6", "Kết quả công bố của các chỉ số nội dung được giao chủ trì", "Kết quả công bố", "points", 20, PUBLISHED,
                   state="not-assigned", tie_breaker=1)]


def dimension_leaf(number, name):
    return parts.leaf(f"B.{number}", f"Thực hiện chỉ số nội dung “{name}” trên địa bàn", name, "points", 5,
                      "Do cơ quan chủ trì chỉ số nội dung này của tỉnh chấm theo kết quả trên địa bàn; không có cơ quan chủ trì thì Sở Nội vụ chấm.",
                      assessor=f"lead:{number}")


def commune_criteria():
    general = [
        plan("A.1", 10),
        parts.leaf("A.2", "Tuyên truyền, đối thoại để người dân biết, bàn, kiểm tra, giám sát, thụ hưởng", "Tuyên truyền, đối thoại", "points", 10,
                   "Minh chứng là kế hoạch, tin bài, biên bản đối thoại.", evidence=1, shared=True),
        parts.leaf("A.3", "Tiếp nhận, giải quyết thủ tục hành chính đúng hạn tại Trung tâm Phục vụ hành chính công cấp xã", "Thủ tục hành chính", "points", 15,
                   "Chấm theo tỷ lệ hồ sơ giải quyết đúng hạn và mức độ hài lòng của người dân.", tie_breaker=1),
        parts.reports("A.4", "Báo cáo định kỳ kết quả thực hiện đầy đủ, đúng thời hạn", 10, REPORTS_DUE, 3),
        parts.discipline("A.5", 10)]
    return [parts.section("A", "Chỉ đạo, tổ chức thực hiện", "Chỉ đạo, thực hiện", general),
            parts.section("B", "Kết quả thực hiện 08 chỉ số nội dung trên địa bàn", "Chỉ số nội dung",
                          [dimension_leaf(number, name) for number, name in parts.dimensions()]),
            initiative("C", 5, 2)]


def official_criteria():
    return [
        parts.leaf("1", "Thành tích trong tham mưu, tổ chức thực hiện các giải pháp nâng cao hiệu quả quản trị và hành chính công", "Thành tích",
                   "points", 60, "Minh chứng là báo cáo thành tích có xác nhận của đơn vị trình.", evidence=1, shared=True, tie_breaker=2),
        initiative("2", 40, 1)]


def groups():
    return [parts.collective("so-nganh", "Sở, ban, ngành tỉnh", agency_criteria(), parts.AGENCIES),
            parts.collective("cap-xa", "Ủy ban nhân dân xã, phường, đặc khu", commune_criteria(), parts.COMMUNES),
            parts.individual("ca-nhan", "Cán bộ, công chức, viên chức", official_criteria())]


def quotas():
    return [parts.quota("tap-the", "Tập thể", "collective", ["so-nganh", "cap-xa"], 10, per_group={"cap-xa": 7}),
            parts.quota("ca-nhan", "Cá nhân", "individual", ["ca-nhan"], 15)]


def template():
    subject = "thực hiện các giải pháp nâng cao hiệu quả quản trị và hành chính công (Chỉ số PAPI) tỉnh năm 2026"
    head = parts.campaign("papi-2026", f"Phong trào thi đua {subject}", "PAPI 2026", "2026-03-16", "2026-12-31")
    head["plan"]["subject"] = f"về phát động thi đua {subject}"
    return parts.document(head, groups(), quotas())


def main():
    parts.write(template())


if __name__ == "__main__":
    main()
