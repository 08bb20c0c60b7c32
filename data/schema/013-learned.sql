-- SPDX-License-Identifier: GPL-3.0-or-later
-- What somebody answered while tables from outside were taken in: the next one is not asked about again.

CREATE TABLE learned (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,  -- of questions: unit, column, …
  scope TEXT NOT NULL, -- within what the answer holds; empty: everywhere
  said TEXT NOT NULL,  -- what the tables say
  meant TEXT NOT NULL,
  UNIQUE (kind, scope, said)
) STRICT;
