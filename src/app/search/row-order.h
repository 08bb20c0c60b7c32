/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_ROW_ORDER (bv_row_order_get_type ())
G_DECLARE_FINAL_TYPE (BvRowOrder, bv_row_order, BV, ROW_ORDER, GtkSorter)

void bv_row_order_begin_search (BvRowOrder *order);
gboolean bv_row_order_is_by_place (BvRowOrder *order);
gboolean bv_row_order_is_by_column (BvRowOrder *order);
void bv_row_order_look_again (BvRowOrder *order);

G_END_DECLS
