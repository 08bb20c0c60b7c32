-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who gives the scores, what a group's maxima add up to, and how the assessment of a new nominee begins.

ALTER TABLE "group" ADD COLUMN assessor INTEGER REFERENCES unit (id);
ALTER TABLE "group" ADD COLUMN sum INTEGER DEFAULT 10000; -- null: not checked
ALTER TABLE criterion ADD COLUMN state TEXT NOT NULL DEFAULT 'pending';
ALTER TABLE criterion ADD COLUMN assessor INTEGER REFERENCES unit (id);

-- A unit is asked whether something names it before it goes.
CREATE INDEX group_assessor ON "group" (assessor) WHERE assessor IS NOT NULL;
CREATE INDEX criterion_assessor ON criterion (assessor) WHERE assessor IS NOT NULL;
