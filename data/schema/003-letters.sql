-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was written to whom and when. Unit and name are those of that day: a letter stays on record when its unit is
-- renamed or gone.

CREATE TABLE letter (
  id INTEGER PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  unit TEXT NOT NULL,             -- a code
  name TEXT NOT NULL,
  written INTEGER NOT NULL,       -- seconds since 1970
  address TEXT NOT NULL DEFAULT '',
  subject TEXT NOT NULL DEFAULT '',
  items INTEGER NOT NULL DEFAULT 0,
  file TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX letter_campaign ON letter (campaign);
