-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was sealed is kept: the place of a sealing among those of its campaign, and the campaign as it was then.

ALTER TABLE proposal ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0; -- from 1; 0: sealed before this was kept
ALTER TABLE proposal ADD COLUMN dump TEXT; -- SHA-256 of a file in the vault: the dump, compressed; null: not kept
