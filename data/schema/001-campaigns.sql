-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first shape of a library. Columns follow the entity tables of src/core: points are 1/100, quantities 1/10 000,
-- dates yyyymmdd, choices their names, lists JSON arrays. Journalled tables are only ever extended by trailing columns
-- with defaults.

CREATE TABLE campaign (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  short TEXT NOT NULL DEFAULT '',
  plan_number TEXT NOT NULL DEFAULT '',
  plan_date INTEGER,
  plan_issuer TEXT NOT NULL DEFAULT '',
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  considered_on INTEGER,
  award TEXT NOT NULL DEFAULT '',
  province TEXT NOT NULL DEFAULT '',
  issuer_parent TEXT NOT NULL DEFAULT '',
  issuer_organ TEXT NOT NULL DEFAULT '',
  issuer_place TEXT NOT NULL DEFAULT '',
  issuer_signer_title TEXT NOT NULL DEFAULT '',
  issuer_signer TEXT NOT NULL DEFAULT '',
  submission_number TEXT,
  submission_date INTEGER,
  submission_to TEXT NOT NULL DEFAULT '',
  submission_recipients TEXT,
  legal_bases TEXT,
  council_quorum_percent INTEGER,
  council_threshold_percent INTEGER,
  council_of TEXT NOT NULL DEFAULT 'members',
  rules_unproven_scores_zero INTEGER NOT NULL DEFAULT 0,
  rules_tie_chain TEXT
) STRICT;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  short TEXT NOT NULL DEFAULT '',
  type TEXT NOT NULL DEFAULT '',
  parent INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  aliases TEXT,
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  contact TEXT NOT NULL DEFAULT '',
  leads TEXT,
  valid_from INTEGER,
  valid_to INTEGER
) STRICT;

CREATE INDEX unit_code ON unit (code);
CREATE INDEX unit_parent ON unit (parent);

-- A unit takes part in a campaign; the order is that of the interchange file.
CREATE TABLE participation (
  campaign INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  unit INTEGER NOT NULL REFERENCES unit (id),
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (campaign, unit)
) STRICT, WITHOUT ROWID;

CREATE INDEX participation_unit ON participation (unit);

CREATE TABLE "group" (
  id INTEGER PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  assessed_by TEXT NOT NULL DEFAULT 'office',
  bonus_cap INTEGER,
  deduction_cap INTEGER,
  UNIQUE (campaign, key)
) STRICT;

CREATE TABLE criterion (
  id INTEGER PRIMARY KEY,
  "group" INTEGER NOT NULL REFERENCES "group" (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  max INTEGER,
  required INTEGER NOT NULL DEFAULT 0,
  min INTEGER,
  evidence INTEGER NOT NULL DEFAULT 0,
  tie_breaker INTEGER,
  items TEXT,
  guide TEXT NOT NULL DEFAULT '',
  due TEXT,
  late_penalty INTEGER NOT NULL DEFAULT 0,
  missing_penalty INTEGER NOT NULL DEFAULT 0,
  rule TEXT,
  threshold INTEGER,
  parent INTEGER REFERENCES criterion (id) ON DELETE CASCADE,
  UNIQUE ("group", code)
) STRICT;

CREATE INDEX criterion_parent ON criterion (parent);

CREATE TABLE quota (
  id INTEGER PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  count INTEGER,
  percent INTEGER,
  per_parent INTEGER,
  UNIQUE (campaign, key)
) STRICT;

CREATE TABLE quota_group (
  quota INTEGER NOT NULL REFERENCES quota (id) ON DELETE CASCADE,
  "group" INTEGER NOT NULL REFERENCES "group" (id),
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (quota, "group")
) STRICT, WITHOUT ROWID;

CREATE TABLE quota_cap (
  quota INTEGER NOT NULL REFERENCES quota (id) ON DELETE CASCADE,
  "group" INTEGER NOT NULL REFERENCES "group" (id),
  ordinal INTEGER NOT NULL,
  cap INTEGER NOT NULL,
  PRIMARY KEY (quota, "group")
) STRICT, WITHOUT ROWID;

CREATE INDEX quota_group_group ON quota_group ("group");
CREATE INDEX quota_cap_group ON quota_cap ("group");

CREATE TABLE nominee (
  id INTEGER PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL,
  "group" INTEGER NOT NULL REFERENCES "group" (id),
  unit INTEGER NOT NULL REFERENCES unit (id),
  women_percent INTEGER,
  parent_rank INTEGER,
  summary TEXT NOT NULL DEFAULT '',
  award TEXT,
  withdrawn INTEGER NOT NULL DEFAULT 0,
  UNIQUE (campaign, key)
) STRICT;

CREATE INDEX nominee_group ON nominee ("group");
CREATE INDEX nominee_unit ON nominee (unit);

CREATE TABLE person (
  nominee INTEGER PRIMARY KEY REFERENCES nominee (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  gender TEXT,
  born INTEGER,
  position TEXT NOT NULL DEFAULT '',
  holds_office INTEGER NOT NULL DEFAULT 0,
  role TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE hold (
  id INTEGER PRIMARY KEY,
  nominee INTEGER NOT NULL REFERENCES nominee (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  "from" INTEGER,
  "to" INTEGER
) STRICT;

CREATE INDEX hold_nominee ON hold (nominee);

CREATE TABLE decision (
  nominee INTEGER PRIMARY KEY REFERENCES nominee (id) ON DELETE CASCADE,
  place TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE award (
  id INTEGER PRIMARY KEY,
  nominee INTEGER NOT NULL REFERENCES nominee (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  year INTEGER,
  form TEXT NOT NULL DEFAULT '',
  decision TEXT NOT NULL DEFAULT '',
  date INTEGER,
  "for" TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX award_nominee ON award (nominee);

CREATE TABLE initiative (
  nominee INTEGER PRIMARY KEY REFERENCES nominee (id) ON DELETE CASCADE,
  title TEXT NOT NULL DEFAULT '',
  decision TEXT NOT NULL DEFAULT '',
  date INTEGER
) STRICT;

CREATE TABLE vote (
  nominee INTEGER PRIMARY KEY REFERENCES nominee (id) ON DELETE CASCADE,
  "for" INTEGER NOT NULL DEFAULT 0,
  against INTEGER NOT NULL DEFAULT 0,
  in_writing INTEGER NOT NULL DEFAULT 0,
  present INTEGER NOT NULL DEFAULT 0,
  members INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE assessment (
  nominee INTEGER NOT NULL REFERENCES nominee (id) ON DELETE CASCADE,
  criterion INTEGER NOT NULL REFERENCES criterion (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  self INTEGER,
  verified INTEGER,
  final INTEGER,
  state TEXT NOT NULL DEFAULT 'pending',
  items TEXT,
  passed INTEGER,
  explanation TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (nominee, criterion)
) STRICT, WITHOUT ROWID;

CREATE INDEX assessment_criterion ON assessment (criterion);

CREATE TABLE report (
  nominee INTEGER NOT NULL,
  criterion INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  received INTEGER,
  PRIMARY KEY (nominee, criterion, ordinal),
  FOREIGN KEY (nominee, criterion) REFERENCES assessment (nominee, criterion) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE result (
  nominee INTEGER NOT NULL,
  criterion INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  dimension INTEGER,
  baseline INTEGER,
  result INTEGER,
  target INTEGER,
  top_group INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (nominee, criterion, ordinal),
  FOREIGN KEY (nominee, criterion) REFERENCES assessment (nominee, criterion) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL,
  file TEXT NOT NULL DEFAULT '',
  sha256 TEXT,
  bytes INTEGER,
  number TEXT NOT NULL DEFAULT '',
  issued INTEGER,
  issuer TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  received INTEGER,
  state TEXT NOT NULL DEFAULT 'pending',
  UNIQUE (campaign, key)
) STRICT;

CREATE INDEX evidence_sha256 ON evidence (sha256);

CREATE TABLE evidence_link (
  nominee INTEGER NOT NULL,
  criterion INTEGER NOT NULL,
  evidence INTEGER NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (nominee, criterion, evidence),
  FOREIGN KEY (nominee, criterion) REFERENCES assessment (nominee, criterion) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_link_evidence ON evidence_link (evidence);

-- Who changed what, when: one row an action. Not journalled itself.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  time INTEGER NOT NULL,          -- seconds since 1970
  user TEXT NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,             -- do, undo, redo
  target INTEGER,                 -- the action that was undone or done again
  undone INTEGER NOT NULL DEFAULT 0,
  rows INTEGER NOT NULL,
  changeset BLOB NOT NULL
) STRICT;

CREATE INDEX journal_target ON journal (target);

-- Derived from journalled rows whenever they change; outside the session.
CREATE TABLE sort_key (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (kind UNINDEXED, text, tokenize = 'bangvang');

-- What was proposed: the seal names the data and the rules it was ranked by.
CREATE TABLE proposal (
  id INTEGER PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  sealed INTEGER NOT NULL,        -- seconds since 1970
  date INTEGER NOT NULL,          -- the ranking's date
  seal TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  file TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX proposal_campaign ON proposal (campaign);
