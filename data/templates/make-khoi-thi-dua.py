# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the template of the year end of the emulation blocs (cụm, khối thi đua).

    /usr/bin/python3 data/templates/make-khoi-thi-dua.py

The parts 60, 20 and 20, bonus and deduction of at most 5 and one flag a bloc are what provinces
do; the criteria in them, their points, the numbers of certificates and the names of the blocs are
proposals of this application.
"""

import template_parts as parts

BLOCS = [
    ("khoi-noi-chinh", "Khối thi đua Nội chính"),
    ("khoi-tong-hop", "Khối thi đua Kinh tế - Tổng hợp"),
    ("khoi-van-xa", "Khối thi đua Văn hóa - Xã hội"),
    ("khoi-doan-the", "Khối thi đua Mặt trận Tổ quốc và các đoàn thể"),
    ("cum-xa-1", "Cụm thi đua xã, phường số 1"),
    ("cum-xa-2", "Cụm thi đua xã, phường số 2"),
]
FLAG = "Cờ thi đua của Ủy ban nhân dân tỉnh"
CERTIFICATE = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"
REPORTS_DUE = ["06-15", "11-30"]


def target(code, title, short, points, number):
    return parts.leaf(code, title, short, "measured", points,
                      "Ghi chỉ tiêu và kết quả theo phần trăm. Bằng chỉ tiêu được nửa số điểm; trên chỉ tiêu cộng theo tỷ lệ, đơn vị cao nhất khối được điểm tối đa; "
                      "dưới chỉ tiêu giảm theo tỷ lệ.", rule="target", tie_breaker=number)


def political_tasks():
    return [
        target("1.1", "Các chỉ tiêu kinh tế - xã hội, chỉ tiêu chuyên môn được giao trong năm", "Chỉ tiêu được giao", 25, 1),
        target("1.2", "Nhiệm vụ được cấp trên giao hoàn thành đúng hạn", "Nhiệm vụ đúng hạn", 20, 2),
        parts.leaf("1.3", "Kết quả thực hiện nhiệm vụ trọng tâm, đột phá của năm", "Nhiệm vụ trọng tâm", "points", 15,
                   "Chấm theo mức độ hoàn thành và tác động của nhiệm vụ; minh chứng là báo cáo tổng kết.", evidence=1, tie_breaker=3)]


def building():
    return [
        parts.leaf("2.1", "Xây dựng tổ chức đảng, chính quyền, đoàn thể trong sạch, vững mạnh", "Xây dựng Đảng, chính quyền", "points", 10,
                   "Chấm theo kết quả xếp loại tổ chức đảng, chính quyền, đoàn thể trong năm; minh chứng là quyết định, thông báo xếp loại.",
                   evidence=1, shared=True),
        parts.leaf("2.2", "Cải cách hành chính, chuyển đổi số, phòng, chống tham nhũng, lãng phí, tiêu cực", "Cải cách hành chính", "points", 5,
                   "Chấm theo kết quả thực hiện kế hoạch năm."),
        parts.discipline("2.3", 5)]


def emulation():
    return [
        parts.leaf("3.1", "Tổ chức phong trào thi đua, công tác khen thưởng", "Tổ chức phong trào", "checklist", 10,
                   "Đánh dấu từng nội dung đã thực hiện; minh chứng là văn bản của từng nội dung.", evidence=1,
                   items=["Kế hoạch, phát động và ký kết giao ước thi đua", "Sinh hoạt khối, kiểm tra chéo", "Sơ kết, tổng kết phong trào thi đua",
                          "Phát hiện, nhân rộng điển hình tiên tiến", "Bình xét, trình khen thưởng đúng quy định, đúng đối tượng"]),
        parts.reports("3.2", "Báo cáo sơ kết và báo cáo tổng kết, bảng tự chấm điểm đúng thời hạn", 5, REPORTS_DUE, 2),
        parts.leaf("3.3", "Sáng kiến được công nhận, áp dụng trong năm", "Sáng kiến", "points", 5,
                   "Minh chứng là quyết định công nhận; không có thì chấm 0 điểm và ghi rõ ở phần giải trình.", evidence=1, shared=True)]


def criteria():
    return [
        parts.section("1", "Thực hiện nhiệm vụ chính trị, phát triển kinh tế - xã hội", "Nhiệm vụ chính trị", political_tasks()),
        parts.section("2", "Xây dựng Đảng, xây dựng chính quyền", "Xây dựng Đảng, chính quyền", building()),
        parts.section("3", "Công tác thi đua, khen thưởng", "Thi đua, khen thưởng", emulation()),
        parts.leaf("4", "Điểm thưởng: được khen thưởng cấp Nhà nước, mô hình được nhân rộng", "Điểm thưởng", "bonus", 5,
                   "Mỗi thành tích cộng từ 1 đến 2 điểm, cộng tối đa 5 điểm; minh chứng là quyết định, văn bản ghi nhận.", evidence=1),
        parts.leaf("5", "Điểm trừ: chậm nộp hồ sơ, để cấp trên nhắc nhở bằng văn bản", "Điểm trừ", "deduction", 5,
                   "Mỗi lần trừ 1 điểm, trừ tối đa 5 điểm.")]


def groups():
    return [parts.collective(key, name, criteria(), bonus_cap="5.00", deduction_cap="5.00",
                             classes=[{"name": "Hoàn thành xuất sắc", "from": "90.00"}, {"name": "Hoàn thành tốt", "from": "80.00"},
                                      {"name": "Hoàn thành", "from": "50.00"}])
            for key, name in BLOCS]


def short_key(key):
    return key.removeprefix("khoi-").removeprefix("cum-")


def quotas():
    """A flag a bloc; its dossier needs 80 % of the members' votes. Then certificates in each bloc, then across all of them."""
    flags = [parts.quota(f"co-{short_key(key)}", f"Cờ thi đua – {name}", "collective", [key], 1, threshold="80%", award=FLAG)
             for key, name in BLOCS]
    certificates = [parts.quota(f"bang-khen-{short_key(key)}", f"Bằng khen – {name}", "collective", [key], 2, award=CERTIFICATE,
                                after=[f"co-{short_key(key)}"])
                    for key, name in BLOCS]
    across = parts.quota("bang-khen-chung", "Bằng khen – chung các cụm, khối", "collective", [key for key, _name in BLOCS], 3,
                         award=CERTIFICATE, after=[quota["key"] for quota in flags + certificates])
    return [*flags, *certificates, across]


def template():
    subject = "của các cụm, khối thi đua thuộc tỉnh năm 2026"
    head = parts.campaign("khoi-thi-dua", f"Phong trào thi đua {subject}", "Cụm, khối thi đua 2026", "2026-01-01", "2026-12-31",
                          award=FLAG)
    head["plan"]["subject"] = f"về tổ chức phong trào thi đua {subject}"
    return parts.document(head, groups(), quotas())


def main():
    parts.write(template())


if __name__ == "__main__":
    main()
