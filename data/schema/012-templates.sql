-- SPDX-License-Identifier: GPL-3.0-or-later
-- Templates of campaigns that somebody made here: the text is that of a template file.

CREATE TABLE template (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE, -- by which it is chosen, lower-case with hyphens
  title TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
