# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives a random campaign what came with the campaign editor: classes of groups.

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
