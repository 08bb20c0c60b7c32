/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/unit.h"
#include "store/library.h"

G_BEGIN_DECLS

/* What happens to units on a day: they are valid until the day before as they were, and from the day on they
 * are otherwise, as rows of their own; whatever ended before the day keeps the unit of its time. Each call is
 * one action, checked in every campaign. */

/* So many parts a unit may be split into. */
#define BV_UNIT_PARTS_LEAST 2
#define BV_UNIT_PARTS_MOST 9

gint64
bv_unit_edit_change_from (BvLibrary *library, gint64 campaign, BvUnit *unit, gint64 day, GError **error);
gint64 bv_unit_edit_merge (BvLibrary *library,
                           gint64 campaign,
                           const GArray *units,
                           BvUnit *into,
                           gint64 day,
                           GError **error);
gboolean bv_unit_edit_split (BvLibrary *library,
                             gint64 campaign,
                             gint64 unit,
                             GPtrArray *into,
                             gint64 day,
                             GError **error);
gboolean bv_unit_edit_close (BvLibrary *library, gint64 campaign, gint64 unit, gint64 day, GError **error);

G_END_DECLS
