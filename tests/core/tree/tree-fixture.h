/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/tree/criterion-place.h"

G_BEGIN_DECLS

/* Trees as one line a group: "1(1.1 1.2) 2": what is in brackets stands in a section. A criterion is named by
 * its code, by which the rows are numbered too. */

GPtrArray *tree_fixture_new (const char *first, const char *second);
char *tree_fixture_write (const GPtrArray *groups, guint group);
gint64 tree_fixture_find (const GPtrArray *groups, const char *code);
const char *tree_fixture_name (const GPtrArray *groups, gint64 id);

G_END_DECLS
