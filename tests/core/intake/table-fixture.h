/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/criterion.h"
#include "core/intake/header-find.h"

G_BEGIN_DECLS

/* Tables written as lines: cells are parted by bars, and a cell is what it looks like: `12.5` a number, `=x`
 * a formula that says x, `'12` a text, `a~b` a text of two lines. A cell `<` is shown as one with that on its
 * left,
 * `^` with that above. */

BvIntakeTable *fixture_read_table (const char *name, const char *const *lines);
GPtrArray *fixture_read_criteria (const char *const *lines);
char *fixture_write_header (const BvHeader *header);

G_END_DECLS
