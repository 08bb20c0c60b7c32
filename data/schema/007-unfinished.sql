-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files that get their names together with an action: noted before it, so that a program that is killed in between
-- leaves what the next start undoes. Not journalled.

CREATE TABLE unfinished (
  id INTEGER PRIMARY KEY,
  temporary TEXT NOT NULL, -- the new file, until it has its name
  path TEXT NOT NULL,      -- that name
  kept TEXT,               -- the older file of that name, or where it is to be; null: nowhere
  sha256 TEXT NOT NULL,    -- of the new file
  done INTEGER NOT NULL DEFAULT 0 -- 1: the action is recorded; and 2 more while the folder is not there
) STRICT;
