/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/unit.h"

G_BEGIN_DECLS

/* The registries that come with the program, and units written as short lines. */

void fixture_read_registry (GPtrArray *units, const char *name);
BvUnit *fixture_add_unit_line (GPtrArray *units, const char *line);
const BvUnit *fixture_find_unit (const GPtrArray *units, const char *code, gint64 day);
char *fixture_bare_name (const BvUnit *unit);

G_END_DECLS
