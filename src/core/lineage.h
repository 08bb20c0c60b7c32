/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/unit.h"

G_BEGIN_DECLS

/* What a unit was before it came to be, and what it became: told by the days, by name and code, and by the
 * other spellings that who merges, splits or renames units leaves. */

GPtrArray *bv_lineage_list_before (const GPtrArray *units, const BvUnit *unit);
GPtrArray *bv_lineage_list_after (const GPtrArray *units, const BvUnit *unit);

G_END_DECLS
