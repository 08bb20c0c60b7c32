-- SPDX-License-Identifier: GPL-3.0-or-later
-- The letter that a proposal is sent with: its subject and its text, null for the usual ones.

ALTER TABLE campaign ADD COLUMN submission_subject TEXT;
ALTER TABLE campaign ADD COLUMN submission_text TEXT;
