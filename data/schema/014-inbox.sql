-- SPDX-License-Identifier: GPL-3.0-or-later
-- The inbox: which forms were handed out, and which answers were received. Unit and name are those of that day, as of
-- letters: both stay on record when the unit is renamed or gone. The original of an answer lies in the vault by its hash.

CREATE TABLE handout (
  id INTEGER PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  unit TEXT NOT NULL,             -- a code
  name TEXT NOT NULL,
  handed INTEGER NOT NULL,        -- seconds since 1970
  way TEXT NOT NULL,              -- file, mail
  address TEXT NOT NULL DEFAULT '',
  file TEXT NOT NULL DEFAULT '',  -- the name of the form
  form TEXT NOT NULL DEFAULT ''   -- its SHA-256: which form it was
) STRICT;

CREATE INDEX handout_campaign ON handout (campaign);

CREATE TABLE receipt (
  id INTEGER PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  unit TEXT,                      -- a code; null: not known
  name TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL,       -- of the unit, from 1
  received INTEGER NOT NULL,      -- when it was taken in, seconds since 1970
  file TEXT NOT NULL,             -- the name it came with
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  container TEXT NOT NULL DEFAULT '',
  sender TEXT NOT NULL DEFAULT '',
  sent INTEGER,                   -- by its mail, seconds since 1970
  state TEXT NOT NULL DEFAULT 'open', -- open, settled, discarded
  "rows" INTEGER NOT NULL DEFAULT 0,  -- that say something
  "values" INTEGER NOT NULL DEFAULT 0, -- that were written
  asked INTEGER NOT NULL DEFAULT 0,
  conflicts INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  remark TEXT NOT NULL DEFAULT '' -- what else somebody has to look at, a line each
) STRICT;

CREATE INDEX receipt_campaign ON receipt (campaign);
CREATE INDEX receipt_sha256 ON receipt (sha256);
