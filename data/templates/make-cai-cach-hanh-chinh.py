# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the template of a provincial PAR index: agencies and communes, eight contents.

    /usr/bin/python3 data/templates/make-cai-cach-hanh-chinh.py

The eight contents are those by which provinces score administrative reform; the criteria in
them, points, classes and quotas are proposals of this application.
"""

import template_parts as parts

REPORTS_DUE = ["03-15", "06-15", "09-15", "11-30"]
BY_RATE = "Chấm theo tỷ lệ hoàn thành; minh chứng là số liệu thống kê hoặc báo cáo."
BY_RESULT = "Chấm theo kết quả thực hiện; minh chứng là văn bản của từng nội dung."

# Content: code, title, short, and of each leaf: title, short, points, guide.
CONTENTS = [
    ("2", "Cải cách thể chế", "Thể chế", [
        ("Tham mưu, ban hành, triển khai văn bản quy phạm pháp luật, văn bản quản lý đúng tiến độ", "Ban hành văn bản", 4, BY_RATE),
        ("Theo dõi thi hành pháp luật, kiểm tra, rà soát văn bản", "Theo dõi thi hành pháp luật", 3, BY_RESULT),
        ("Xử lý kiến nghị, vướng mắc sau kiểm tra, rà soát", "Xử lý sau rà soát", 3, BY_RATE)]),
    ("3", "Cải cách thủ tục hành chính", "Thủ tục hành chính", [
        ("Công khai thủ tục hành chính đầy đủ, kịp thời", "Công khai thủ tục", 4, BY_RESULT),
        ("Giải quyết hồ sơ đúng và trước hạn", "Giải quyết đúng hạn", 8, BY_RATE),
        ("Số hóa hồ sơ, tái sử dụng dữ liệu trong giải quyết thủ tục hành chính", "Số hóa hồ sơ", 6, BY_RATE)]),
    ("4", "Cải cách tổ chức bộ máy", "Tổ chức bộ máy", [
        ("Sắp xếp tổ chức, thực hiện quy định về chức năng, nhiệm vụ, vị trí việc làm", "Sắp xếp tổ chức", 6, BY_RESULT),
        ("Phân cấp, ủy quyền và kiểm tra việc phân cấp, ủy quyền", "Phân cấp, ủy quyền", 4, BY_RESULT)]),
    ("5", "Cải cách chế độ công vụ", "Công vụ", [
        ("Tuyển dụng, bố trí, đánh giá cán bộ, công chức, viên chức đúng quy định", "Quản lý công chức", 6, BY_RESULT),
        ("Đào tạo, bồi dưỡng theo kế hoạch", "Đào tạo, bồi dưỡng", 3, BY_RATE),
        ("Chấp hành kỷ luật, kỷ cương hành chính", "Kỷ luật, kỷ cương", 3, BY_RESULT)]),
    ("6", "Cải cách tài chính công", "Tài chính công", [
        ("Giải ngân vốn đầu tư công, thực hiện dự toán ngân sách", "Giải ngân, dự toán", 6, BY_RATE),
        ("Quản lý, sử dụng tài sản công; công khai tài chính", "Tài sản công", 4, BY_RESULT)]),
    ("7", "Xây dựng và phát triển chính quyền số", "Chính quyền số", [
        ("Dịch vụ công trực tuyến toàn trình có phát sinh hồ sơ", "Dịch vụ công trực tuyến", 8, BY_RATE),
        ("Xử lý văn bản, hồ sơ công việc trên môi trường mạng, ký số", "Văn bản điện tử", 4, BY_RATE),
        ("Cập nhật, chia sẻ dữ liệu; bảo đảm an toàn thông tin", "Dữ liệu, an toàn", 4, BY_RESULT)]),
    ("8", "Tác động của cải cách hành chính", "Tác động", [
        ("Mức độ hài lòng của người dân, tổ chức", "Mức độ hài lòng", 7, "Chấm theo kết quả khảo sát, đo lường sự hài lòng trong năm."),
        ("Tác động đến phát triển kinh tế - xã hội, chất lượng tham mưu", "Tác động chung", 3, BY_RESULT)]),
]


def direction():
    return [
        parts.leaf("1.1", "Ban hành và hoàn thành kế hoạch cải cách hành chính năm", "Kế hoạch năm", "checklist", 4,
                   "Đánh dấu từng nội dung đã thực hiện.", evidence=1,
                   items=["Ban hành kế hoạch đúng thời hạn", "Giao nhiệm vụ, thời hạn, sản phẩm cụ thể", "Bố trí kinh phí", "Hoàn thành các nhiệm vụ trong kế hoạch"]),
        parts.reports("1.2", "Báo cáo cải cách hành chính định kỳ đầy đủ, đúng thời hạn", 4, REPORTS_DUE, 1),
        parts.leaf("1.3", "Tự kiểm tra và khắc phục sau kiểm tra", "Tự kiểm tra", "points", 3, BY_RESULT, evidence=1),
        parts.leaf("1.4", "Tuyên truyền, sáng kiến trong cải cách hành chính", "Tuyên truyền, sáng kiến", "points", 3, BY_RESULT, evidence=1, tie_breaker=2)]


def content(code, title, short, leaves):
    found = []
    for number, (name, brief, points, guide) in enumerate(leaves, 1):
        more = {"tie_breaker": 1} if brief == "Mức độ hài lòng" else {"evidence": 1, "shared": True}
        found.append(parts.leaf(f"{code}.{number}", name, brief, "points", points, guide, **more))
    return parts.section(code, title, short, found)


def criteria():
    return [parts.section("1", "Công tác chỉ đạo, điều hành cải cách hành chính", "Chỉ đạo, điều hành", direction()),
            *[content(*item) for item in CONTENTS],
            parts.leaf("9", "Điểm cộng: mô hình, sáng kiến được cấp trên công nhận, nhân rộng", "Điểm cộng", "bonus", 3,
                       "Mỗi mô hình, sáng kiến cộng 1 điểm, cộng tối đa 3 điểm.", evidence=1),
            parts.leaf("10", "Điểm trừ: để xảy ra sai phạm, bị phê bình bằng văn bản", "Điểm trừ", "deduction", 3,
                       "Mỗi lần trừ 1 điểm, trừ tối đa 3 điểm.")]


def group(key, name, unit_types):
    return parts.collective(key, name, criteria(), unit_types, bonus_cap="3.00", deduction_cap="3.00",
                            classes=[{"name": "Xuất sắc", "from": "90.00"}, {"name": "Tốt", "from": "80.00"}, {"name": "Khá", "from": "70.00"}])


def groups():
    return [group("so-nganh", "Sở, ban, ngành tỉnh", parts.AGENCIES),
            group("cap-xa", "Ủy ban nhân dân xã, phường, đặc khu", parts.COMMUNES)]


def quotas():
    return [parts.quota("so-nganh", "Sở, ban, ngành tỉnh", "collective", ["so-nganh"], 3),
            parts.quota("cap-xa", "Xã, phường, đặc khu", "collective", ["cap-xa"], 5)]


def template():
    subject = "công tác cải cách hành chính của các cơ quan, địa phương năm 2026"
    head = parts.campaign("cai-cach-hanh-chinh", f"Đánh giá, xếp hạng {subject}", "Cải cách hành chính 2026", "2026-01-01", "2026-12-31")
    head["plan"]["subject"] = f"về đánh giá, xếp hạng {subject}"
    return parts.document(head, groups(), quotas())


def main():
    parts.write(template())


if __name__ == "__main__":
    main()
