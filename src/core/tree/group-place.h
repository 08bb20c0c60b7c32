/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/tree/criterion-place.h"

G_BEGIN_DECLS

/* Where a group stands among those of its campaign, by rows of the library. */

gboolean bv_group_place_step (const GPtrArray *groups, gint64 group, BvTreeStep step, gint64 *before);
gboolean bv_group_place_take (const GPtrArray *groups, gint64 group, gint64 other, gint64 *before);

G_END_DECLS
