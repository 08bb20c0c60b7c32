-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the papers need: the council by its own rules, the plan's subject, short titles, reports of achievements, what
-- looks like the same twice. A share is a number (src/core/share.h), in which a plain percentage is itself: a column that
-- held one keeps its place and gets another name, which no changeset knows.

ALTER TABLE campaign RENAME COLUMN council_quorum_percent TO council_quorum;
ALTER TABLE campaign RENAME COLUMN council_threshold_percent TO council_threshold;
ALTER TABLE campaign ADD COLUMN plan_subject TEXT NOT NULL DEFAULT '';
ALTER TABLE campaign ADD COLUMN council_organ TEXT;
ALTER TABLE campaign ADD COLUMN council_parent TEXT;
ALTER TABLE campaign ADD COLUMN council_voting INTEGER NOT NULL DEFAULT 1;
ALTER TABLE campaign ADD COLUMN council_written_in_quorum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE campaign ADD COLUMN rules_award_interval INTEGER;
ALTER TABLE "group" ADD COLUMN unit_types TEXT;
ALTER TABLE criterion ADD COLUMN short TEXT NOT NULL DEFAULT '';
ALTER TABLE criterion ADD COLUMN shared INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quota ADD COLUMN threshold INTEGER;

CREATE TABLE achievement_report (
  nominee INTEGER PRIMARY KEY REFERENCES nominee (id) ON DELETE CASCADE,
  received INTEGER,
  evidence INTEGER REFERENCES evidence (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX achievement_report_evidence ON achievement_report (evidence);

CREATE TABLE "distinct" (
  id INTEGER PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX distinct_campaign ON "distinct" (campaign);

CREATE TABLE distinct_nominee (
  "distinct" INTEGER NOT NULL REFERENCES "distinct" (id) ON DELETE CASCADE,
  nominee INTEGER NOT NULL REFERENCES nominee (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY ("distinct", nominee)
) STRICT, WITHOUT ROWID;

CREATE INDEX distinct_nominee_nominee ON distinct_nominee (nominee);

-- The number of the form that reports of achievements follow: the decrees renumber it.
ALTER TABLE campaign ADD COLUMN submission_report_form TEXT NOT NULL DEFAULT '';
