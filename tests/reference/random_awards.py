# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives a random campaign what came with the campaign editor: classes of groups, who assesses, what maxima add up to.

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
