-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the nominees of a group are called by the percent that they reach.

CREATE TABLE group_class (
  "group" INTEGER NOT NULL REFERENCES "group" (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  "from" INTEGER NOT NULL,
  PRIMARY KEY ("group", ordinal)
) STRICT, WITHOUT ROWID;
