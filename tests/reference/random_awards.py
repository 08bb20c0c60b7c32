# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives a random campaign what came with the campaign editor: classes of groups, who assesses, what maxima add up to, awards one after
the other.

The functions change a campaign of `random_campaign.py` in place.
"""

NAMES = ["Xuất sắc", "Tốt", "Khá", "Trung bình", "=1+1", "Tốt"]


def classify(document, rng):
    """Classes for some groups, some so that a percent is met exactly."""
    for group in document["groups"]:
        group["classes"] = []
        if rng.random() < 0.4:
            exact = rng.choice([[9000, 8000, 7000], [10000, 5000, 0], [99999, 2500]])
            starts = set(rng.choices(exact, k=2)) | {rng.randrange(0, 10000) for _ in range(rng.randint(0, 3))}
            for name, start in zip(NAMES, sorted(starts, reverse=True)):
                group["classes"].append({"name": name, "from": "%d.%02d" % divmod(start, 100)})


def assess(document, rng):
    """Units that give scores, sums and states at the start: none of it may change a ranking."""
    codes = [unit["code"] for unit in document["units"]]
    for group in document["groups"]:
        if codes and rng.random() < 0.2:
            group["assessed_by"], group["assessor"] = rng.choice(["lead", "office"]), rng.choice(codes)
        if rng.random() < 0.3:
            group["sum"] = rng.choice([None, "0.00", "110.00"])
        for leaf in leaves_of(group["criteria"]):
            if codes and rng.random() < 0.1:
                leaf["assessor"] = rng.choice(codes)
            if rng.random() < 0.1:
                leaf["state"] = rng.choice(["not-assigned", "awaiting-publication", "accepted"])


def leaves_of(criteria):
    for node in criteria:
        if node["kind"] == "section":
            yield from leaves_of(node["criteria"])
        else:
            yield node


AWARDS = [None, "Cờ thi đua", "Bằng khen", "Bằng khen", "Giấy khen"]


def add_quotas(document, rng):
    """Further quotas for the same groups or others, so that there are enough for chains."""
    quotas = document["quotas"]
    for _ in range(rng.choice([0, 1, 2, 3]) if quotas else 0):
        model = rng.choice(quotas)
        again = dict(model, key="q%d" % len(quotas))
        if again["count"] is not None:
            again["count"] = rng.randint(0, again["count"] + 2)
        quotas.append(again)


def chain(document, rng):
    """Quotas that come after one, after two at once, after all, or after none."""
    keys = [quota["key"] for quota in document["quotas"]]
    one_by_one = rng.random() < 0.4
    for number, quota in enumerate(document["quotas"]):
        before = keys[:number]
        size = min(number, rng.choice([0, 1, 1, 2, 2, number]))
        quota["after"] = before[-1:] if one_by_one else rng.sample(before, size)
        if len(quota["after"]) == 1 and rng.random() < 0.3:
            quota["after"] = quota["after"][0]
        elif not quota["after"] and rng.random() < 0.5:
            del quota["after"]
        quota["award"] = rng.choice(AWARDS)


def decision(rng, quota, reason):
    place = rng.choice(["inside", "inside", "outside"])
    return {"quota": quota, "place": place, "reason": reason}


def decide(document, rng):
    """Decisions by quota, also on those who do not compete for it; a few of no quota besides."""
    keys = [quota["key"] for quota in document["quotas"]]
    often = rng.choice([0.0, 0.02, 0.1, 0.4])
    for nominee in document["nominees"]:
        if rng.random() >= often:
            continue
        quotas = rng.sample([None] + keys, rng.randint(1, min(3, 1 + len(keys))))
        nominee["decisions"] = [decision(rng, quota, rng.choice(["Hội đồng", "", "Biên bản"])) for quota in quotas]
        nominee["decision"] = None
        if rng.random() < 0.2:
            nominee["decisions"] = [dict(one) for one in nominee["decisions"]]
            for one in nominee["decisions"]:
                if one["quota"] is None:
                    del one["quota"]


def award(document, rng):
    """All of it, for two campaigns of three."""
    if rng.random() < 0.67:
        add_quotas(document, rng)
        chain(document, rng)
        decide(document, rng)
