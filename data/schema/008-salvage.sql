-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was sealed stays on record where the rest of a damaged library is taken over; the journal that it came from is
-- another one then.

ALTER TABLE proposal ADD COLUMN taken INTEGER; -- when it was taken over, seconds since 1970; null: it was sealed here
