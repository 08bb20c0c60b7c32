# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the documents of the demonstration into evidence/.

    /usr/bin/python3 data/demo/make-evidence.py

They were made once and are committed byte for byte: another version of cairo or of
ImageMagick gives other bytes. So only those are drawn that are not there; to draw one
again, remove it first. Run make-demo.py afterwards. Needs python3-cairo,
python3-fonttools, fonts-liberation2 and ImageMagick's `convert`.
"""

import math
import os
import random
import subprocess
import tempfile
from pathlib import Path

import cairo
from fontTools import subset

import demo_campaign
import official_page

FONT_FILES = Path("/usr/share/fonts/truetype/liberation2")
EVIDENCE = demo_campaign.HERE / "evidence"
SIGNERS = ("Huỳnh Quốc Khởi", "Trần Thị Ngọc Lan", "Lê Thành Danh", "Nguyễn Hữu Phước", "Phạm Thị Thu Sương", "Võ Minh Đăng", "Đặng Hoàng Ân")
SOLUTIONS = ("Mở rộng đối thoại với người dân; phổ biến quy chế dân chủ ở cơ sở", "Công khai danh sách, quy hoạch, ngân sách tại nơi làm việc và trên mạng",
             "Tiếp công dân đúng lịch; trả lời kiến nghị trong 10 ngày", "Công khai phí, lệ phí; kiểm tra công vụ đột xuất",
             "Rà soát, rút ngắn thời gian giải quyết; trả hồ sơ đúng hẹn", "Khảo sát hài lòng; nâng chất lượng phục vụ",
             "Thu gom, phân loại rác; nước sạch; không gian xanh", "Hướng dẫn nộp hồ sơ trực tuyến; trả lời qua cổng thông tin")
CLOSING = "Trên đây là {} của {}./."


def vietnamese_date(iso):
    year, month, day = iso.split("-")
    return f"ngày {day} tháng {month if int(month) < 3 else int(month)} năm {year}"


def counted(number):
    return f"{number:02d}"


class Archive:
    """What the documents tell: the nominees by the evidence that proves something for them."""

    def __init__(self):
        self.campaign = demo_campaign.build()
        self.unit = {unit["code"]: unit for unit in self.campaign["units"]}

    def name(self, nominee):
        return nominee["person"]["name"] if "person" in nominee else self.unit[nominee["unit"]]["name"]

    def proven_by(self, key, code=None):
        for nominee in self.campaign["nominees"]:
            for given in nominee.get("assessments", []):
                if key in given.get("evidence", []) and code in (None, given["criterion"]):
                    yield nominee, given

    def reported_by(self, key):
        return next(nominee for nominee in self.campaign["nominees"] if nominee.get("report", {}).get("evidence") == key)

    def communes_of(self, district):
        return [nominee for nominee in self.campaign["nominees"]
                if nominee["group"] == "cap-xa" and self.unit[nominee["unit"]]["parent"] == district]


# Headers and signatures


def organ_lines(issuer):
    """The organ above, the organ, its short name for the place, and who signs."""
    if issuer.startswith("UBND tỉnh"):
        return None, "TỈNH AN GIANG", "An Giang", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    if issuer.startswith("UBND"):
        place = issuer.split(" ", 1)[1]
        short = place.split(" ", 1)[1] if not place.startswith(("thành phố", "thị xã")) else place.split(" ", 2)[2]
        return None, place.upper(), short, ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    return "UBND TỈNH AN GIANG", issuer.upper(), "An Giang", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]


def open_document(page, document, kind, subject):
    above, organ, place, _titles = organ_lines(document["issuer"])
    page.heading(above, organ, document.get("number", "…"), place, vietnamese_date(document.get("issued") or document["received"]))
    page.title(kind, subject)


def close_document(page, document, recipients):
    titles = organ_lines(document["issuer"])[3]
    chance = random.Random(document["key"])
    return page.signature(titles, chance.choice(SIGNERS), recipients)


# The kinds of documents


def draw_plan(page, archive, document):
    subject = document["title"].removeprefix("Kế hoạch ")
    open_document(page, document, "KẾ HOẠCH", subject[0].upper() + subject[1:])
    issuer = document["issuer"]
    page.paragraph(f"Thực hiện Kế hoạch số 1078/KH-SNV ngày 21 tháng 6 năm 2021 của Sở Nội vụ, {issuer} ban hành kế hoạch "
                   "bảo đảm đầy đủ 08 chỉ số nội dung thành phần như sau:")
    names = [item.split(". ", 1)[1] for item in archive.campaign["groups"][0]["criteria"][0]["items"]]
    page.table([("TT", 0.08, "centre"), ("Chỉ số nội dung", 0.42, "left"), ("Giải pháp chủ yếu", 0.5, "left")],
               [[str(n), name, solution] for n, (name, solution) in enumerate(zip(names, SOLUTIONS), 1)])
    page.paragraph("Các phòng, đơn vị trực thuộc báo cáo kết quả trước ngày 25 của tháng cuối quý để tổng hợp, báo cáo đúng thời gian quy định.")
    page.paragraph(CLOSING.format("Kế hoạch nâng cao Chỉ số PAPI năm 2021", issuer))
    return close_document(page, document, ["Sở Nội vụ", "Các phòng, đơn vị", "Lưu: VT"])


def commune_row(archive, number, nominee):
    name = archive.unit[nominee["unit"]]["short"]
    if "parent_rank" not in nominee:
        return [str(number), name, "", "", "Chưa gửi hồ sơ"]
    total = demo_campaign.points(demo_campaign.commune_total(nominee["assessments"])).replace(".", ",")
    remark = "Có sáng kiến" if "initiative" in nominee else ""
    return [str(number), name, total, str(nominee["parent_rank"]), remark]


def draw_district_report(page, archive, document):
    district = next(code for code, key in demo_campaign.DISTRICT_REPORT.items() if key == document["key"])
    open_document(page, document, "BÁO CÁO", "Đánh giá kết quả cải cách hành chính và Chỉ số PAPI cấp xã năm 2021")
    communes = archive.communes_of(district)
    page.paragraph(f"{document['issuer']} báo cáo kết quả theo dõi, đánh giá nhiệm vụ cải cách hành chính và các chỉ số nội dung PAPI "
                   f"của {counted(len(communes))} xã, phường, thị trấn năm 2021:")
    page.table([("TT", 0.08, "centre"), ("Đơn vị", 0.38, "left"), ("Điểm", 0.14, "centre"), ("Xếp hạng", 0.15, "centre"), ("Ghi chú", 0.25, "left")],
               [commune_row(archive, n, nominee) for n, nominee in enumerate(communes, 1)], size=11.5)
    people = [archive.name(nominee) for nominee, _given in archive.proven_by(document["key"], "1") if "person" in nominee]
    if people:
        page.paragraph(f"Xác nhận thành tích của {counted(len(people))} cá nhân đề nghị khen thưởng: {', '.join(people)}.")
    page.paragraph("Kính đề nghị Sở Nội vụ xem xét, tổng hợp./.")
    return close_document(page, document, ["Sở Nội vụ", "UBND các xã, phường, thị trấn", "Lưu: VT, NV"])


def draw_plan_survey(page, archive, document):
    open_document(page, document, "BÁO CÁO", "Tình hình ban hành kế hoạch thực hiện Kế hoạch số 1078/KH-SNV")
    proven = list(archive.proven_by(document["key"]))
    page.paragraph(f"Đến ngày 12 tháng 8 năm 2021, ngoài các đơn vị đã gửi kế hoạch riêng, có {counted(len(proven))} sở, ban, ngành và UBND cấp huyện "
                   "đã ban hành kế hoạch; số chỉ số nội dung PAPI có trong kế hoạch như sau:")
    page.table([("TT", 0.08, "centre"), ("Cơ quan, địa phương", 0.67, "left"), ("Số chỉ số", 0.25, "centre")],
               [[str(n), archive.name(nominee), f"{counted(len(given['items']))}/08"] for n, (nominee, given) in enumerate(proven, 1)])
    page.paragraph("Các đơn vị chưa đủ 08 chỉ số nội dung bổ sung trước ngày 31 tháng 8 năm 2021./.")
    return close_document(page, document, ["UBND tỉnh", "Các sở, ban, ngành", "Lưu: VT, CCHC"])


def inspected_row(archive, number, nominee, given):
    score = given.get("verified")
    return [str(number), archive.name(nominee), score.replace(".", ",") if score else "Bổ sung hồ sơ"]


def draw_inspection(page, archive, document):
    open_document(page, document, "BÁO CÁO", "Kết quả kiểm tra việc thực hiện Kế hoạch số 1078/KH-SNV")
    proven = list(archive.proven_by(document["key"]))
    page.paragraph(f"Tổ kiểm tra đã làm việc với {counted(len(proven))} cơ quan, địa phương; điểm đề xuất cho việc triển khai nhiệm vụ được giao "
                   "(tối đa 30 điểm) như sau:")
    page.table([("TT", 0.08, "centre"), ("Cơ quan, địa phương", 0.67, "left"), ("Điểm đề xuất", 0.25, "centre")],
               [inspected_row(archive, n, nominee, given) for n, (nominee, given) in enumerate(proven, 1)])
    page.paragraph("Sở Nội vụ tổng hợp, báo cáo Hội đồng Thi đua - Khen thưởng tỉnh xem xét./.")
    return close_document(page, document, ["UBND tỉnh", "Hội đồng TĐKT tỉnh", "Lưu: VT, CCHC"])


def draw_recognition(page, archive, document):
    open_document(page, document, "QUYẾT ĐỊNH", "Về việc công nhận sáng kiến năm 2021")
    proven = list(archive.proven_by(document["key"]))
    page.paragraph("Căn cứ Nghị định số 13/2012/NĐ-CP ngày 02 tháng 3 năm 2012 của Chính phủ ban hành Điều lệ Sáng kiến;", italic=True)
    page.paragraph("Xét đề nghị của Hội đồng Sáng kiến tỉnh.", italic=True)
    page.centred("QUYẾT ĐỊNH:")
    page.y += 8
    page.paragraph(f"Điều 1. Công nhận {counted(len(proven))} sáng kiến góp phần nâng cao Chỉ số PAPI năm 2021 (danh sách kèm theo).")
    page.paragraph("Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.")
    page.paragraph("Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ và tác giả các sáng kiến chịu trách nhiệm thi hành Quyết định này./.")
    place = close_document(page, document, ["Như Điều 3", "Lưu: VT"])
    page.room_for(official_page.HEIGHT)
    page.centred("DANH SÁCH SÁNG KIẾN ĐƯỢC CÔNG NHẬN", 13)
    page.y += 10
    page.table([("TT", 0.08, "centre"), ("Tên sáng kiến", 0.57, "left"), ("Tác giả", 0.35, "left")],
               [[str(n), nominee["initiative"]["title"], archive.name(nominee)] for n, (nominee, _given) in enumerate(proven, 1)], size=11.5)
    return place


def draw_person_list(page, archive, document):
    open_document(page, document, "BÁO CÁO", "Tổng hợp, xác nhận thành tích cá nhân của khối sở, ban, ngành")
    proven = [nominee for nominee, _given in archive.proven_by(document["key"])]
    page.paragraph(f"Sở Nội vụ tổng hợp {counted(len(proven))} cá nhân được thủ trưởng cơ quan xác nhận thành tích, đề nghị xét khen thưởng:")
    page.table([("TT", 0.07, "centre"), ("Họ và tên", 0.28, "left"), ("Cơ quan", 0.25, "left"), ("Thành tích", 0.4, "left")],
               [[str(n), nominee["person"]["name"], archive.unit[nominee["unit"]]["short"], nominee["summary"]] for n, nominee in enumerate(proven, 1)],
               size=11.5)
    page.paragraph("Báo cáo thành tích của từng cá nhân lưu tại cơ quan đề nghị./.")
    return close_document(page, document, ["Hội đồng TĐKT tỉnh", "Lưu: VT, TĐKT"])


def draw_shared_decision(page, archive, document):
    open_document(page, document, "QUYẾT ĐỊNH", "Về việc công nhận sáng kiến cấp cơ sở")
    (first, _given), (second, _other) = archive.proven_by(document["key"])
    page.paragraph("Căn cứ Nghị định số 13/2012/NĐ-CP ngày 02 tháng 3 năm 2012 của Chính phủ ban hành Điều lệ Sáng kiến;", italic=True)
    page.paragraph("Xét đề nghị của Trưởng phòng Nội vụ.", italic=True)
    page.centred("QUYẾT ĐỊNH:")
    page.y += 8
    page.paragraph(f"Điều 1. Công nhận sáng kiến “{first['initiative']['title']}” áp dụng tại {archive.name(first)}; tác giả: {archive.name(second)}.")
    page.paragraph("Điều 2. Sáng kiến được phổ biến, áp dụng trên địa bàn huyện từ ngày ký Quyết định.")
    page.paragraph("Điều 3. Chánh Văn phòng HĐND và UBND huyện, Trưởng phòng Nội vụ và tác giả chịu trách nhiệm thi hành Quyết định này./.")
    return close_document(page, document, ["Như Điều 3", "Lưu: VT"])


def draw_confirmation(page, archive, document):
    (nominee, _given), = archive.proven_by(document["key"])
    page.heading(None, "XÃ KHÁNH HÒA", "…", "Khánh Hòa", vietnamese_date("2022-01-17"))
    page.title("GIẤY XÁC NHẬN", "Áp dụng sáng kiến tại xã")
    page.paragraph(f"Ủy ban nhân dân xã xác nhận sáng kiến “{nominee['initiative']['title']}” đã được áp dụng từ tháng 8 năm 2021 tại các ấp trong xã./.")
    return page.signature(["CHỦ TỊCH"], "", ["Lưu: VT"])


def draw_achievement(page, archive, document):
    """As the decree's form: who it is, what was achieved, what it was commended for before."""
    nominee = archive.reported_by(document["key"])
    person = nominee.get("person")
    above, organ, place, titles = organ_lines(document["issuer"])
    page.heading(above, organ, document.get("number"), place, vietnamese_date(document["issued"]))
    page.title("BÁO CÁO THÀNH TÍCH", f"Đề nghị tặng {archive.campaign['campaign']['award']}")
    page.paragraph("I. SƠ LƯỢC LÝ LỊCH" if person else "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", bold=True)
    page.paragraph(f"{person['name']}, {person['position']}, {document['issuer']}." if person else f"Tên tập thể: {document['issuer']}.")
    page.paragraph("II. THÀNH TÍCH ĐẠT ĐƯỢC", bold=True)
    page.paragraph(f"Thực hiện Kế hoạch số 1078/KH-SNV ngày 21 tháng 6 năm 2021 của Sở Nội vụ, {'tôi' if person else 'đơn vị'} đã đạt được kết quả như sau:")
    page.paragraph(f"- {nominee['summary']}.")
    if "initiative" in nominee:
        page.paragraph(f"- Sáng kiến “{nominee['initiative']['title']}”, Quyết định số {nominee['initiative']['decision']}.")
    page.paragraph("III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG", bold=True)
    for award in nominee.get("awards", []):
        page.paragraph(f"- Năm {award['year']}: {award['form']} (Quyết định số {award['decision']}).")
    if "awards" not in nominee:
        page.paragraph("Chưa có.")
    if person:
        return page.signature(["NGƯỜI BÁO CÁO THÀNH TÍCH"], person["name"], [])
    return page.signature(titles, random.Random(document["key"]).choice(SIGNERS), ["Sở Nội vụ", "Lưu: VT"])


DRAWN_BY = {demo_campaign.PLAN_SURVEY: draw_plan_survey, demo_campaign.INSPECTION: draw_inspection, demo_campaign.RECOGNITION: draw_recognition,
            demo_campaign.AGENCY_PERSONS: draw_person_list, demo_campaign.SHARED_DECISION: draw_shared_decision,
            demo_campaign.REFUSED_PAPER: draw_confirmation,
            **{key: draw_plan for key in demo_campaign.OWN_PLAN.values()},
            **{key: draw_district_report for key in demo_campaign.DISTRICT_REPORT.values()},
            **{row["document"]: draw_achievement for row in demo_campaign.table("reports.tsv") if row["document"]}}


# Paper: text PDFs, and scans


def write_pdf(archive, document, path):
    surface = cairo.PDFSurface(str(path), official_page.WIDTH, official_page.HEIGHT)
    stamp = f"{document['issued']}T08:00:00+07:00"
    surface.set_metadata(cairo.PDFMetadata.TITLE, document["title"])
    surface.set_metadata(cairo.PDFMetadata.AUTHOR, document["issuer"])
    surface.set_metadata(cairo.PDFMetadata.CREATE_DATE, stamp)
    surface.set_metadata(cairo.PDFMetadata.MOD_DATE, stamp)
    context = cairo.Context(surface)
    DRAWN_BY[document["key"]](official_page.Page(context, context.show_page), archive, document)
    surface.finish()


def draw_hand(context, x, y, chance):
    """A signature of nobody, and a stamp that says what it is."""
    context.set_source_rgb(0.1, 0.15, 0.5)
    context.set_line_width(1.3)
    context.move_to(x - 40, y + 8)
    for step in range(7):
        at = x - 40 + 14 * step
        context.curve_to(at + 3, y - chance.uniform(8, 30), at + 10, y + chance.uniform(5, 26), at + 14, y + chance.uniform(-6, 6))
    context.stroke()
    context.set_source_rgba(0.8, 0.1, 0.1, 0.75)
    context.set_line_width(2)
    context.arc(x - 52, y + 4, 31, 0, 2 * math.pi)
    context.stroke()
    context.select_font_face(official_page.FONT, cairo.FONT_SLANT_NORMAL, cairo.FONT_WEIGHT_BOLD)
    context.set_font_size(9)
    for text, down in (("BẢN", 1), ("MINH HỌA", 13)):
        context.move_to(x - 52 - context.text_extents(text).x_advance / 2, y + down)
        context.show_text(text)


def one_page_only():
    raise ValueError("a scanned document has one page")


def write_bitmap(archive, document, path, dpi):
    scale = dpi / 72
    surface = cairo.ImageSurface(cairo.FORMAT_RGB24, round(official_page.WIDTH * scale), round(official_page.HEIGHT * scale))
    context = cairo.Context(surface)
    context.scale(scale, scale)
    context.set_source_rgb(1, 1, 1)
    context.paint()
    context.set_source_rgb(0, 0, 0)
    x, y = DRAWN_BY[document["key"]](official_page.Page(context, one_page_only), archive, document)
    draw_hand(context, x, y, random.Random(document["key"]))
    surface.write_to_png(str(path))


# Resolution and what the scanner does to the page.
SCANNER = {
    "scan-jpeg": (96, ["-background", "#efece4", "-rotate", "0.7", "-attenuate", "0.03", "+noise", "Gaussian", "-quality", "24"]),
    "scan-pdf": (96, ["-background", "#f1f1ee", "-rotate", "-0.5", "-attenuate", "0.03", "+noise", "Gaussian", "-colorspace", "Gray", "-quality", "24"]),
    "scan-png": (130, ["-background", "white", "-rotate", "-0.9", "-colorspace", "Gray", "-threshold", "62%", "-depth", "1",
                       "-define", "png:exclude-chunks=date,time"]),
    "blurred-jpeg": (60, ["-background", "#b9b3a4", "-rotate", "4", "-blur", "0x3", "-fill", "black", "-colorize", "30%", "-quality", "40"])}


def scan(archive, document, path):
    dpi, treatment = SCANNER[document["look"]]
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder) / "clean.png"
        write_bitmap(archive, document, clean, dpi)
        seed = str(sum(document["key"].encode()))
        subprocess.run(["convert", "-seed", seed, str(clean), *treatment, "-strip", str(path)], check=True)


def write_scanned_pdf(archive, document, path):
    """One JPEG on one page, as the office copier sends it."""
    with tempfile.TemporaryDirectory() as folder:
        photo = Path(folder) / "page.jpg"
        scan(archive, document, photo)
        image = Path(folder) / "page.png"
        subprocess.run(["convert", str(photo), str(image)], check=True)
        picture = cairo.ImageSurface.create_from_png(str(image))
        picture.set_mime_data(cairo.MIME_TYPE_JPEG, photo.read_bytes())
        surface = cairo.PDFSurface(str(path), official_page.WIDTH, official_page.HEIGHT)
        surface.set_metadata(cairo.PDFMetadata.CREATE_DATE, f"{document['received']}T08:00:00+07:00")
        context = cairo.Context(surface)
        context.scale(official_page.WIDTH / picture.get_width(), official_page.HEIGHT / picture.get_height())
        context.set_source_surface(picture)
        context.paint()
        surface.finish()


def use_fonts_without_hints(folder):
    """The hinting programs would be two thirds of each PDF, and no PDF reader needs them."""
    options = subset.Options(hinting=False, name_IDs=["*"], layout_features=[])
    for style in ("Regular", "Bold", "Italic", "BoldItalic"):
        font = subset.load_font(FONT_FILES / f"LiberationSerif-{style}.ttf", options)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=range(0x20, 0x2100))
        subsetter.subset(font)
        subset.save_font(font, folder / f"{style}.ttf", options)
    settings = folder / "fonts.conf"
    settings.write_text(f"<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>", encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(settings)


def main():
    EVIDENCE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        use_fonts_without_hints(Path(folder))
        write_all(Archive())


def write_all(archive):
    writers = {"text": write_pdf, "scan-pdf": write_scanned_pdf}
    for document in demo_campaign.table("documents.tsv"):
        given = {name: value for name, value in document.items() if value}
        if not (EVIDENCE / given["file"]).exists():
            writers.get(given["look"], scan)(archive, given, EVIDENCE / given["file"])


if __name__ == "__main__":
    main()
