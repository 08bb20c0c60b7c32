/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/unit.h"
#include "store/library.h"

G_BEGIN_DECLS

/* Room-private: the rows of units, whatever campaign they take part in. */

gboolean bv_unit_rows_check_day (const BvUnit *unit, gint64 day, GError **error);
gboolean bv_unit_rows_check_unused (BvLibrary *library, gint64 unit, gint64 day, GError **error);
gboolean bv_unit_rows_check_childless (BvLibrary *library, gint64 unit, gint64 day, GError **error);
gboolean bv_unit_rows_check_apart (BvLibrary *library, gint64 unit, gint64 ending, GError **error);
gboolean bv_unit_rows_check_campaigns (BvLibrary *library, GError **error);
gboolean bv_unit_rows_end (BvLibrary *library, gint64 unit, gint64 day, GError **error);
gboolean bv_unit_rows_insert (BvLibrary *library, BvUnit *unit, gint64 parent, GError **error);
gboolean bv_unit_rows_move_children (BvLibrary *library, gint64 from, gint64 to, gint64 day, GError **error);
gboolean bv_unit_rows_take_over (BvLibrary *library, gint64 from, gint64 to, gint64 day, GError **error);
gboolean bv_unit_rows_leave (BvLibrary *library, gint64 from, gint64 to, gint64 day, GError **error);
gboolean bv_unit_rows_join (BvLibrary *library, gint64 beside, gint64 unit, gint64 day, GError **error);
gint64 bv_unit_rows_find_parent (BvLibrary *library, gint64 campaign, const BvUnit *unit, GError **error);
void bv_unit_rows_add_alias (BvUnit *unit, const char *name);

G_END_DECLS
