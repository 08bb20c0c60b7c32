# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts what is the same twice into a random campaign.

`repeat (…)` changes a campaign of `random_campaign.py` in place;
`speak (…)` then says of some of it that somebody looked at it.
"""

import datetime

from same import same

BIRTHS = [None, "1980", "1981", "1980-05-01", "1980-06-01", "1981-05-01"]


class Repetition:
    """The habits of one campaign: how much of each kind there is twice."""

    def __init__(self, document, rng, considered):
        self.document = document
        self.rng = rng
        self.considered = considered
        often = [0.0, 0.1, 0.3]
        self.person, self.unit, self.initiative, self.award = (rng.choice(often) for _ in range(4))
        self.shared = rng.choice([0.0, 0.3, 1.0])
        self.linked = rng.choice([0.03, 0.1, 1.0])

    def earlier(self, chance, usable):
        """Each nominee that is to be like an earlier one, with that one."""
        before = []
        for nominee in filter(usable, self.document["nominees"]):
            if before and self.rng.random() < chance:
                yield nominee, self.rng.choice(before)
            before.append(nominee)

    def written_otherwise(self, text):
        ways = [str, str.upper, str.lower, lambda same: same.replace("òa", "oà")]
        return self.rng.choice(ways)(text)

    def repeat_persons(self):
        for nominee, other in self.earlier(self.person, lambda one: one["person"]):
            nominee["person"]["name"] = self.written_otherwise(other["person"]["name"])
            nominee["person"]["born"] = self.rng.choice(BIRTHS)
            other["person"]["born"] = self.rng.choice(BIRTHS)
            if self.rng.random() < 0.5:
                nominee["unit"] = other["unit"]

    def repeat_units(self):
        for nominee, other in self.earlier(self.unit, lambda one: not one["person"]):
            nominee["unit"] = other["unit"]

    def repeat_initiatives(self):
        for nominee, other in self.earlier(self.initiative, lambda one: True):
            first = other["initiative"] or {"title": "Sáng kiến hòa giải", "decision": "1/QĐ", "date": None}
            other["initiative"] = first
            nominee["initiative"] = dict(first, title=self.written_otherwise(first["title"]))
            if self.rng.random() < 0.2:
                nominee["initiative"]["title"] = self.rng.choice(["", "Sáng kiến khác"])

    def spread_evidence(self, leaves):
        """Fewer links, so that not all nominees make one group."""
        for leaf in leaves:
            leaf["shared"] = self.rng.random() < self.shared
        for nominee in self.document["nominees"]:
            for given in nominee["assessments"]:
                if self.rng.random() >= self.linked:
                    given["evidence"] = []

    def repeat_awards(self):
        self.document["campaign"]["rules"]["award_interval"] = self.rng.choice([None, 1, 3, 5])
        for nominee in self.document["nominees"]:
            if self.rng.random() < self.award:
                nominee["awards"].append(self.earlier_award(nominee))

    def earlier_award(self, nominee):
        form = nominee["award"] or self.document["campaign"]["award"]
        years = self.rng.choice([0, 1, 3, 5])
        day = self.considered.replace(year=self.considered.year - years, day=min(self.considered.day, 28))
        day += datetime.timedelta(days=self.rng.choice([-1, 0, 1]))
        by_year = self.rng.random() < 0.3
        return {
            "year": self.rng.choice([None, day.year]) if by_year else None,
            "form": self.written_otherwise(form),
            "decision": "",
            "date": None if by_year else day.isoformat(),
            "for": "",
        }


def repeat(document, rng, considered, leaves):
    repetition = Repetition(document, rng, considered)
    repetition.repeat_persons()
    repetition.repeat_units()
    repetition.repeat_initiatives()
    repetition.spread_evidence(leaves)
    repetition.repeat_awards()


def some_of(keys, rng):
    return list(keys) if rng.random() < 0.5 else rng.sample(keys, rng.randint(1, len(keys)))


def speak(document, rng):
    """Silences some groups, some of them in part only."""
    chance = rng.choice([0.0, 0.3, 0.8])
    document["distinct"] = [
        {
            "kind": group["kind"],
            "nominees": some_of(group["nominees"], rng),
            "reason": rng.choice(["", "Đồng tác giả", "Hai người trùng tên"]),
        }
        for group in same(document, None)
        for _ in range(rng.choice([1, 1, 2]))
        if rng.random() < chance
    ]
