# SPDX-License-Identifier: GPL-3.0-or-later
"""The demonstration campaign as Python values: the template, filled.

make-demo.py writes it as JSON, make-evidence.py draws its documents. Everything is
seeded; nothing reads a clock. Standard library only.
"""

import copy
import csv
import json
import random
import unicodedata
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE.parent
SEED = 1078

CONSIDERED_ON = "2022-05-20"
DUE = ["2021-09-30", "2021-12-15"]
BASELINE_YEAR, RESULT_YEAR = 2020, 2021
DISTRICT_TYPES = ("Thành phố", "Thị xã", "Huyện")
COMMUNE_TYPES = ("Xã", "Phường", "Thị trấn")
MEMBERS_OF_COUNCIL = 11

PROVINCIAL_RECOGNITION = {"decision": "3120/QĐ-UBND", "date": "2021-12-20"}
SHARED_RECOGNITION = {"decision": "212/QĐ-UBND", "date": "2021-11-05"}

# Whose document proves what; a unit that is not named has sent no proof.
OWN_PLAN = {"SYT": "e1", "883": "e2", "SGTVT": "e3", "SGDDT": "e4"}
PLAN_SURVEY, INSPECTION, RECOGNITION, AGENCY_PERSONS, SHARED_DECISION, REFUSED_PAPER = "e5", "e6", "e7", "e8", "e18", "e19"
WITHOUT_PLAN = {"CTKT", "BCHQST", "SNGV", "CHQT", "NHNNCNTAG"}
NOT_INSPECTED = {"BQLKKT", "SVHTTDL", "KBNNAG", "CTKT", "886", "890", "CHQT", "NHNNCNTAG"}
DISTRICT_REPORT = {"883": "e9", "884": "e10", "887": "e11", "888": "e12", "889": "e13", "891": "e14", "892": "e15", "893": "e16", "894": "e17"}
EXPLAINED_TASKS = {"SVHTTDL": "Tổ kiểm tra chưa làm việc với Sở; đề nghị căn cứ báo cáo năm đã gửi."}
PAPER_ON_ITS_WAY = {"890"}
NOT_YET_ACCEPTED = {"886", "890"}
SHARED_BY = ("30613", "Cao Văn Út")
REFUSED_OF = "30466"

# The communes with a part in the story: points of 1.1, 1.2 and 2.2; the rest is full.
LEADING_COMMUNES = {"30697": ("10.00", "19.50", "23.50"), "30718": ("9.75", "19.50", "23.50"),
                    "30280": ("9.50", "19.25", "23.50"), "30607": ("9.50", "19.00", "23.00")}
HELD_COMMUNE = "30607"
SILENT_COMMUNES = ("30349", "30352", "30436", "30556", "30568", "30622")
FAILED_COMMUNES = 2

VOTES_FOR = {"SYT": 11, "SGTVT": 10, "SGDDT": 10, "883": 10, "STTTT": 9, "30697": 11, "30280": 11,
             "Nguyễn Thị Ánh": 11, "Trần Quốc Dũng": 10, "Lê Hoàng Phúc": 11, "Phạm Thị Kim Thơ": 11, "Huỳnh Văn Đức": 9,
             "Võ Thị Bích Ngân": 10, "Đặng Minh Khôi": 10, "Chau Kim Sơn": 11, "Bùi Thị Mộng Thường": 10,
             "Neáng Srây Mom": 10, "Đỗ Thị Hồng Gấm": 10, "Trương Đình Đường": 10, "Hồ Thanh Tùng": 9}

NO_INITIATIVE = "Không có sáng kiến được công nhận trong thời gian thi đua."
LOWERED = ("Một số nhiệm vụ hoàn thành sau thời hạn do phải tập trung phòng, chống dịch COVID-19.",
           "Đơn vị tự chấm theo số nhiệm vụ đã triển khai; phần chưa có kết quả đã được bổ sung trong báo cáo năm.",
           "Số liệu quý IV gửi bổ sung sau khi nộp phiếu tự chấm.",
           "Nhân sự phụ trách thay đổi trong quý III, hồ sơ tổng hợp chưa đầy đủ.",
           "Hai nhiệm vụ phối hợp chưa có văn bản xác nhận của cơ quan chủ trì.")
COMMUNE_WORK = ("Trả kết quả thủ tục hành chính đúng hạn, công khai quy trình tại bộ phận một cửa",
                "Đối thoại với người dân định kỳ, giải quyết dứt điểm kiến nghị ở cơ sở",
                "Công khai ngân sách, quỹ đóng góp và danh sách hộ nghèo tại khóm, ấp",
                "Tuyên truyền nội dung Chỉ số PAPI qua đài truyền thanh và họp dân",
                "Phát huy ban thanh tra nhân dân, ban giám sát đầu tư của cộng đồng",
                "Hướng dẫn người dân nộp hồ sơ trực tuyến, thu gom rác, giữ gìn cảnh quan",
                "Thực hiện tốt quy chế dân chủ, quy ước khóm, ấp",
                "Cải thiện thái độ phục vụ, giảm số lần đi lại của người dân")
FORMS_FOR_COLLECTIVES = ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Tập thể lao động xuất sắc", "Cờ thi đua của Ủy ban nhân dân tỉnh")
FORMS_FOR_PERSONS = ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Chiến sĩ thi đua cơ sở", "Giấy khen")
EARLIER_MERITS = ("Hoàn thành xuất sắc nhiệm vụ năm {}", "Thành tích trong phong trào thi đua yêu nước năm {}",
                  "Thành tích trong công tác cải cách hành chính năm {}")


def table(name):
    with open(HERE / "source" / name, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def load_json(path):
    return json.loads((DATA / path).read_text(encoding="utf-8"))


# Points


def hundredths(text):
    whole, fraction = text.split(".")
    return int(whole) * 100 + int(fraction)


def points(value):
    return "{}.{:02d}".format(*divmod(value, 100))


def quarters(rng, low, high):
    """Points between two bounds in steps of a quarter, as people give them."""
    return points(25 * rng.randint(hundredths(low) // 25, hundredths(high) // 25))


def self_score(rng, verified, limit):
    """A unit seldom thinks less of itself than its verifier does."""
    more = rng.choice((0, 0, 0, 25, 50, 50, 100, 150, 200))
    return points(min(hundredths(verified) + more, hundredths(limit)))


# Names


def slug(text):
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    letters = "".join(c if c.isascii() and c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "-".join(letters.split())


# Assessments


def assessment(code, **fields):
    kept = {name: value for name, value in fields.items() if value not in (None, "", [])}
    return {"criterion": code, **kept}


def accepted_points(rng, code, verified, limit, evidence, explanation="", final=None, note=""):
    own = self_score(rng, verified, limit)
    if evidence and not explanation and hundredths(own) - hundredths(verified) >= 100:
        explanation = rng.choice(LOWERED)
    return assessment(code, **{"self": own, "verified": verified, "final": final, "state": "accepted", "explanation": explanation,
                               "note": note, "evidence": evidence})


def returned(given, note):
    """The same sent back before it was given points."""
    return {**{name: value for name, value in given.items() if name != "verified"}, "state": "returned", "note": note}


def received_on(rng, due, late):
    """late: days after the due date as text, "0" for on time, "-" for never."""
    if late == "-":
        return None
    day = date.fromisoformat(due)
    return (day + timedelta(days=int(late)) if late != "0" else day - timedelta(days=rng.randint(0, 6))).isoformat()


def reports(rng, days_late, state="accepted"):
    dates = [received_on(rng, due, late) for due, late in zip(DUE, days_late.split("/"))]
    return assessment("3", **{"self": "10.00", "state": state, "received": dates})


def discipline(passed, state="accepted", note=""):
    return assessment("4", **{"self": "10.00", "state": state, "passed": passed, "note": note})


def ticked(rng, count):
    return sorted(rng.sample(range(1, 9), count))


def initiative_leaf(rng, code, given, limit, evidence):
    if hundredths(given) == 0:
        return assessment(code, **{"self": "0.00", "verified": "0.00", "state": "accepted", "explanation": NO_INITIATIVE})
    own = self_score(rng, given, limit)
    return assessment(code, **{"self": own, "verified": given, "state": "accepted", "evidence": evidence})


def pending(given):
    """The same sent in, but not yet looked at by the office."""
    left_out = ("verified", "final", "passed", "note")
    return {**{name: value for name, value in given.items() if name not in left_out}, "state": "pending"}


class Story:
    """Collects what the campaign consists of, in the file's order."""

    def __init__(self):
        self.campaign = copy.deepcopy(load_json("templates/papi-2021.json"))
        registry = [unit for unit in load_json("units/an-giang-2021.json") if unit["type"] != "Tỉnh"]
        self.units = registry
        self.unit = {unit["code"]: unit for unit in registry}
        self.published = {row["year"]: {entry["dimension"]: entry["result"] for entry in row["dimensions"]}
                          for row in load_json("papi/an-giang-results.json")["results"]}
        self.nominees = []
        self.by_name = {}

    def rng(self, *of_what):
        """A source of chance of its own for each thing, so that a change in one leaves the others."""
        return random.Random("/".join((str(SEED),) + of_what))

    def add(self, key, name, nominee):
        """Phú Thành and Phú Thạnh fold to one slug: the second takes its unit's code along."""
        taken = key in {other["key"] for other in self.nominees}
        entry = {"key": f"{key}-{slug(nominee['unit'])}" if taken else key, **nominee}
        self.nominees.append(entry)
        self.by_name[name] = entry
        return entry


# Agencies and districts


def measured(story, unit, course):
    code = "6"
    if not unit["leads"]:
        return assessment(code, state="not-assigned", note="Kế hoạch của tỉnh không giao đơn vị chủ trì chỉ số nội dung nào.")
    if course == "awaiting":
        return assessment(code, **{"self": "20.00", "state": "awaiting-publication",
                                   "note": "Chủ trì nội dung thành phần 6.1 về bảo hiểm y tế; Trung ương chưa công bố điểm theo nội dung thành phần."})
    results = [{"dimension": n, "baseline": story.published[BASELINE_YEAR][n], "result": story.published[RESULT_YEAR][n],
                "top_group": False} for n in unit["leads"]]
    return assessment(code, **{"self": "20.00" if 6 in unit["leads"] else "12.00", "state": "accepted", "results": results})


def plan_leaf(rng, unit, row):
    count = int(row["items"])
    proof = [] if unit["code"] in WITHOUT_PLAN else [OWN_PLAN.get(unit["code"], PLAN_SURVEY)]
    note = "" if count == 8 else f"Kế hoạch mới có {count:02d}/08 chỉ số nội dung."
    return assessment("1", **{"self": "15.00", "state": "accepted", "items": ticked(rng, count), "note": note, "evidence": proof})


def tasks_leaf(rng, unit, row):
    proof = [] if unit["code"] in NOT_INSPECTED else [INSPECTION]
    if row["course"] == "reviewed":
        at_first = points(hundredths(row["tasks"]) - 150)
        return accepted_points(rng, "2", at_first, "30.00", proof, "Đề nghị xem lại: 02 nhiệm vụ đã hoàn thành, có văn bản xác nhận gửi kèm.",
                               final=row["tasks"], note="Thẩm định lần 2: chấp nhận 02 nhiệm vụ bổ sung.")
    given = accepted_points(rng, "2", row["tasks"], "30.00", proof, EXPLAINED_TASKS.get(unit["code"], ""))
    if row["course"] == "returned":
        return returned(given, "Báo cáo chưa nêu kết quả từng nhiệm vụ; đề nghị bổ sung.")
    return given


def deduction_leaf(unit):
    if unit["code"] == "888":
        return assessment("7", **{"verified": "2.00", "state": "accepted",
                                  "note": "Tỷ lệ hồ sơ trễ hạn trên Cổng dịch vụ công năm 2021 là 6,2 %."})
    return assessment("7", **{"verified": "0.00", "state": "accepted"})


def collective_assessments(story, unit, row):
    if row["course"] == "nothing":
        return []
    rng = story.rng("collective", unit["code"])
    given = [plan_leaf(rng, unit, row), tasks_leaf(rng, unit, row), reports(rng, row["days_late"]), discipline(True),
             initiative_leaf(rng, "5", row["initiative_points"], "15.00", [RECOGNITION]), measured(story, unit, row["course"])]
    if unit["type"] in DISTRICT_TYPES:
        given.append(deduction_leaf(unit))
    return given if row["course"] != "pending" else [entry if entry["state"] == "not-assigned" else pending(entry) for entry in given]


def collective_key(unit):
    return slug(unit["name"].replace("UBND ", ""))


def earlier_awards(rng, forms, organ):
    years = rng.choice(((), (), (2020,), (2019,), (2018, 2020)))
    return [{"year": year, "form": rng.choice(forms), "decision": f"{rng.randint(118, 2986)}/QĐ-{organ}",
             "date": date(year, 12, rng.randint(10, 29)).isoformat(), "for": rng.choice(EARLIER_MERITS).format(year)} for year in years]


def recognised(title, recognition):
    return {"title": title, **recognition} if title else None


def votes(name):
    agreed = VOTES_FOR.get(name)
    if agreed is None:
        return None
    return {"for": agreed, "against": MEMBERS_OF_COUNCIL - agreed, "in_writing": 1, "present": MEMBERS_OF_COUNCIL - 1, "members": MEMBERS_OF_COUNCIL}


def without_defaults(nominee):
    return {name: value for name, value in nominee.items() if value not in (None, "", [], False)}


def add_collective(story, unit, group, row):
    story.add(collective_key(unit), unit["code"], without_defaults({
        "group": group, "unit": unit["code"], "women_percent": int(row["women"]), "summary": row["work"],
        "awards": earlier_awards(story.rng("awards", unit["code"]), FORMS_FOR_COLLECTIVES, "UBND"),
        "initiative": recognised(row["initiative"], PROVINCIAL_RECOGNITION),
        "assessments": collective_assessments(story, unit, row), "votes": votes(unit["code"])}))


# Communes


def ordinary_points(rng):
    return quarters(rng, "6.00", "9.50"), quarters(rng, "13.00", "18.75"), quarters(rng, "14.00", "22.50")


def commune_lateness(rng):
    return "/".join(rng.choice(("0",) * 14 + ("2", "6", "-")) for _due in DUE)


def district_proof(district):
    return [DISTRICT_REPORT[district]] if district in DISTRICT_REPORT else []


def commune_initiative(rng, unit, initiatives):
    given = initiatives.get(unit["code"], {}).get("points", "0.00")
    proof = district_proof(unit["parent"])
    if unit["code"] == SHARED_BY[0]:
        proof = [SHARED_DECISION]
    if unit["code"] == REFUSED_OF:
        proof = [REFUSED_PAPER]
    return initiative_leaf(rng, "5", given, "5.00", proof)


def commune_assessments(story, unit, failed, initiatives):
    rng = story.rng("commune", unit["code"])
    leading = unit["code"] in LEADING_COMMUNES
    guidance, service, outcome = LEADING_COMMUNES.get(unit["code"]) or ordinary_points(rng)
    items = 8 if leading else rng.choice((5, 6, 6, 7, 7, 7, 8, 8, 8, 8))
    waiting = "Văn bản đánh giá của UBND huyện đã gửi qua trục liên thông, chờ bản giấy." if unit["parent"] in PAPER_ON_ITS_WAY else ""
    given = [accepted_points(rng, "1.1", guidance, "10.00", []), accepted_points(rng, "1.2", service, "20.00", []),
             assessment("2.1", **{"self": "20.00", "state": "accepted", "items": ticked(rng, items)}),
             accepted_points(rng, "2.2", outcome, "25.00", district_proof(unit["parent"]), waiting),
             reports(rng, "0/0" if leading else commune_lateness(rng)),
             discipline(not failed, note="Kiểm tra công vụ đột xuất: vi phạm giờ làm việc, chưa khắc phục." if failed else ""),
             commune_initiative(rng, unit, initiatives)]
    if unit["parent"] in NOT_YET_ACCEPTED:
        return [{**entry, "state": "pending"} for entry in given]
    if not leading and rng.random() < 0.06:
        given[3].update(state="returned", note="Điểm cao hơn bảng tổng hợp của huyện; đề nghị UBND huyện xác nhận lại.")
    return given


def commune_total(assessments):
    """The district's own sum, by which it ranks its communes (hundredths)."""
    lost = {"on time": 0, "late": 100, "missing": 500}
    total = 0
    for given in assessments:
        if "verified" in given:
            total += hundredths(given["verified"])
        elif "items" in given:
            total += 250 * len(given["items"])
        elif "received" in given:
            total += 1000 - sum(lost["missing" if got is None else "late" if got > due else "on time"]
                                for due, got in zip(DUE, given["received"]))
        else:
            total += 1000 if given["passed"] else 0
    return total


def hold(reason, source, start):
    return [{"reason": reason, "source": source, "from": start, "to": None}]


def add_communes(story):
    communes = [unit for unit in story.units if unit["type"] in COMMUNE_TYPES]
    initiatives = {row["unit"]: row for row in table("initiatives.tsv")}
    ordinary = [unit["code"] for unit in communes if unit["code"] not in LEADING_COMMUNES and unit["code"] not in SILENT_COMMUNES
                and unit["code"] not in initiatives]
    failed = story.rng("failed").sample(ordinary, FAILED_COMMUNES)
    for unit in communes:
        add_commune(story, unit, unit["code"] in failed, initiatives)
    rank_communes(story, communes)


def add_commune(story, unit, failed, initiatives):
    rng = story.rng("commune file", unit["code"])
    silent = unit["code"] in SILENT_COMMUNES
    title = initiatives.get(unit["code"], {}).get("title", "")
    recognition = SHARED_RECOGNITION if unit["code"] == SHARED_BY[0] else {
        "decision": f"{rng.randint(180, 960)}/QĐ-UBND", "date": date(2021, 11, rng.randint(1, 28)).isoformat()}
    story.add(collective_key(unit), unit["code"], without_defaults({
        "group": "cap-xa", "unit": unit["code"], "women_percent": rng.randint(18, 58), "summary": "" if silent else rng.choice(COMMUNE_WORK),
        "holds": hold("Đang giải quyết đơn khiếu nại của công dân về bồi thường, giải phóng mặt bằng",
                      "Công văn số 118/BTCD của Ban Tiếp công dân tỉnh", "2022-03-01") if unit["code"] == HELD_COMMUNE else [],
        "awards": earlier_awards(rng, FORMS_FOR_COLLECTIVES, "UBND"), "initiative": recognised(title, recognition),
        "assessments": [] if silent else commune_assessments(story, unit, failed, initiatives), "votes": votes(unit["code"])}))


def rank_communes(story, communes):
    """Each district ranks the communes that sent something, without equals: the higher 2.2 first, then the list's order."""
    for district in {unit["parent"] for unit in communes}:
        members = [story.by_name[unit["code"]] for unit in communes if unit["parent"] == district]
        scored = [nominee for nominee in members if nominee.get("assessments")]
        scored.sort(key=lambda nominee: (-commune_total(nominee["assessments"]), -hundredths(nominee["assessments"][3]["verified"])))
        for rank, nominee in enumerate(scored, 1):
            nominee["parent_rank"] = rank


# Individuals


def district_of(story, code):
    unit = story.unit[code]
    return unit["parent"] or (code if unit["type"] in DISTRICT_TYPES else None)


def merit_proof(story, row):
    district = district_of(story, row["unit"])
    return [AGENCY_PERSONS] if district is None else district_proof(district)


def merit_leaf(story, rng, row):
    late_paper = district_of(story, row["unit"]) in PAPER_ON_ITS_WAY
    waiting = "Xác nhận của UBND huyện đã gửi qua trục liên thông, chờ bản giấy." if late_paper else ""
    return accepted_points(rng, "1", row["leaf1"], "60.00", merit_proof(story, row), waiting)


def person_initiative(rng, row):
    if not row["initiative"]:
        if rng.random() < 0.35:
            return assessment("2", **{"self": row["leaf2"], "state": "returned", "note": "Chưa có quyết định công nhận sáng kiến; đề nghị bổ sung."})
        return assessment("2", **{"self": row["leaf2"], "verified": "0.00", "state": "accepted", "explanation": NO_INITIATIVE})
    proof = SHARED_DECISION if row["mark"] == "shared" else RECOGNITION
    return initiative_leaf(rng, "2", row["leaf2"], "40.00", [proof])


def person_assessments(story, row):
    rng = story.rng("person", row["name"])
    given = [merit_leaf(story, rng, row), person_initiative(rng, row)]
    if row["mark"] == "pending":
        return [{**pending(entry), "evidence": []} for entry in given]
    return given


def person_awards(story, row):
    awards = earlier_awards(story.rng("awards", row["name"]), FORMS_FOR_PERSONS, "UBND")
    if row["name"] == "Lâm Thành Đạt":
        awards.append({"year": 2022, "form": "Giấy khen của Giám đốc Bảo hiểm xã hội tỉnh", "decision": "35/QĐ-BHXH", "date": "2022-02-11",
                       "for": "Thành tích thực hiện Kế hoạch số 1078/KH-SNV năm 2021"})
    return awards


def add_person(story, row):
    recognition = SHARED_RECOGNITION if row["mark"] == "shared" else PROVINCIAL_RECOGNITION
    held = hold("Đang trong thời gian xem xét xử lý kỷ luật", "Thông báo số 07/TB-UBND của UBND huyện Chợ Mới", "2022-04-11")
    story.add(slug(row["name"]), row["name"], without_defaults({
        "group": "ca-nhan", "unit": row["unit"],
        "person": {"name": row["name"], "gender": row["gender"], "born": row["born"], "position": row["position"],
                   "holds_office": row["office"] == "yes", "role": row["role"]},
        "summary": row["work"], "withdrawn": row["mark"] == "withdrawn", "holds": held if row["mark"] == "hold" else [],
        "awards": person_awards(story, row), "initiative": recognised(row["initiative"], recognition),
        "assessments": person_assessments(story, row), "votes": votes(row["name"])}))


# Reports of achievements


def add_reports(story):
    """Of most of those near the top; some are here on paper only, some are still missing."""
    for row in table("reports.tsv"):
        story.by_name[row["nominee"]]["report"] = without_defaults({"received": row["received"], "evidence": row["document"]})


# The whole


def fill_campaign(story):
    head = story.campaign["campaign"]
    head["considered_on"] = CONSIDERED_ON
    head["issuer"]["signer"] = "Lê Quốc Thơ"
    districts = next(group for group in story.campaign["groups"] if group["key"] == "cap-huyen")
    districts["deduction_cap"] = "5.00"
    districts["criteria"].append({
        "code": "7", "title": "Điểm trừ: tỷ lệ hồ sơ trễ hạn trên Cổng dịch vụ công từ 5 % trở lên", "kind": "deduction", "max": "5.00",
        "guide": "Trừ 2 điểm khi tỷ lệ trễ hạn từ 5 % đến dưới 10 %, trừ 5 điểm khi từ 10 % trở lên. Tiêu chí do tỉnh bổ sung trong bản minh họa."})


def documents():
    fields = ("key", "file", "number", "issued", "issuer", "title", "received", "state")
    return [{name: row[name] for name in fields if row[name]} for row in table("documents.tsv")]


def build():
    """The campaign as the interchange file has it; the evidence still without hash and size."""
    story = Story()
    fill_campaign(story)
    rows = {row["unit"]: row for row in table("collectives.tsv")}
    for unit in story.units:
        if unit["type"] not in COMMUNE_TYPES:
            add_collective(story, unit, "cap-huyen" if unit["type"] in DISTRICT_TYPES else "so-nganh", rows[unit["code"]])
    add_communes(story)
    for row in table("persons.tsv"):
        add_person(story, row)
    add_reports(story)
    return {**story.campaign, "units": story.units, "nominees": story.nominees, "evidence": documents()}
