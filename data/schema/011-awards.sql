-- SPDX-License-Identifier: GPL-3.0-or-later
-- One ranking, several awards: quotas that come after others, an award of a quota's own, written decisions by quota. A nominee's
-- row in "decision" stays what it is, its one decision of no quota; "quota_decision" has all of them where they are others.

ALTER TABLE quota ADD COLUMN award TEXT;

CREATE TABLE quota_after (
  quota INTEGER NOT NULL REFERENCES quota (id) ON DELETE CASCADE,
  "after" INTEGER NOT NULL REFERENCES quota (id),
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (quota, "after")
) STRICT, WITHOUT ROWID;

CREATE INDEX quota_after_after ON quota_after ("after");

CREATE TABLE quota_decision (
  nominee INTEGER NOT NULL REFERENCES nominee (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  quota INTEGER REFERENCES quota (id),
  place TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (nominee, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX quota_decision_quota ON quota_decision (quota);
