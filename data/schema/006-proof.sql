-- SPDX-License-Identifier: GPL-3.0-or-later
-- How the library proves itself: each action of the journal carries the hash of itself and of the one before, and what
-- stands in the tables is summed up for each campaign. The program fills both in this very step
-- (src/store/proof). Neither is journalled.

-- Apart from the journal's rows: what stands behind a long changeset is reached only through all of its pages.
CREATE TABLE chain (
  action INTEGER PRIMARY KEY,     -- a row of the journal
  hash BLOB NOT NULL,             -- SHA-256 of the action and of the hash before it
  content BLOB                    -- the sum of all campaigns after the action; null: an older program did it
) STRICT;

CREATE TABLE content (
  campaign INTEGER PRIMARY KEY,   -- 0: what belongs to none
  digest BLOB NOT NULL            -- the sum of the hashes of its cells, modulo 2^128
) STRICT;

-- The head of the chain when the proposal was sealed; empty: sealed before there was one.
ALTER TABLE proposal ADD COLUMN chain TEXT NOT NULL DEFAULT '';
