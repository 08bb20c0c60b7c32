/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_ROW_FILTER (bv_row_filter_get_type ())
G_DECLARE_FINAL_TYPE (BvRowFilter, bv_row_filter, BV, ROW_FILTER, GtkFilter)

void bv_row_filter_set_group (BvRowFilter *filter, gint64 group);
gboolean bv_row_filter_set_search (BvRowFilter *filter, const char *text);
gboolean bv_row_filter_is_searching (BvRowFilter *filter);
gboolean bv_row_filter_finds_any (BvRowFilter *filter, BvTable *table);

G_END_DECLS
