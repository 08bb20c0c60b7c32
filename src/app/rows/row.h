/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define BV_TYPE_ROW (bv_row_get_type ())
G_DECLARE_FINAL_TYPE (BvRow, bv_row, BV, ROW, GObject)

BvRow *bv_row_new (BvTable *table, guint index);
gboolean bv_row_move (BvRow *row, BvTable *table, guint index);
void bv_row_notify_changed (BvRow *row);
const char **bv_row_list_classes (guint flags);
BvTable *bv_row_get_table (BvRow *row);
guint bv_row_get_index (BvRow *row);
gint64 bv_row_get_id (BvRow *row);
char *bv_row_write_cell (BvRow *row, guint column);

G_END_DECLS
