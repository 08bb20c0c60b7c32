/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/rows/row.h"
#include "core/text/search-words.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_ROW_FILTER (bv_row_filter_get_type ())
G_DECLARE_FINAL_TYPE (BvRowFilter, bv_row_filter, BV, ROW_FILTER, GtkFilter)

void bv_row_filter_set_group (BvRowFilter *filter, gint64 group);
void bv_row_filter_set_kind (BvRowFilter *filter, guint kind);
void bv_row_filter_keep (BvRowFilter *filter, gint64 first, gint64 second);
gboolean bv_row_filter_set_search (BvRowFilter *filter, const char *text);
void bv_row_filter_look_again (BvRowFilter *filter);
gboolean bv_row_filter_is_searching (BvRowFilter *filter);
BvSearchPlace bv_row_filter_find (BvRowFilter *filter, BvRow *row);
gboolean bv_row_filter_finds_in_tree (BvRowFilter *filter);
guint bv_row_filter_count_in (BvRowFilter *filter, BvRow *row, guint column);
gboolean bv_row_filter_finds_any (BvRowFilter *filter, BvTable *table);

G_END_DECLS
