/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* Columns that a row can show: the properties c0 to c11. */
#define BV_ROW_MAX_COLUMNS 12

#define BV_TYPE_ROW (bv_row_get_type ())
G_DECLARE_FINAL_TYPE (BvRow, bv_row, BV, ROW, GObject)

BvRow *bv_row_new (BvTable *table, guint index);
gboolean bv_row_move (BvRow *row, BvTable *table, guint index);
void bv_row_notify_changed (BvRow *row);
const char **bv_row_list_classes (guint flags);
BvTable *bv_row_get_table (BvRow *row);
guint bv_row_get_index (BvRow *row);
gint64 bv_row_get_id (BvRow *row);

G_END_DECLS
