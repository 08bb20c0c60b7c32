/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* So many rows a view has first: as many as are usually seen at once. */
#define BV_ROW_SPAN_FIRST 32

#define BV_TYPE_ROW_SPAN (bv_row_span_get_type ())
G_DECLARE_FINAL_TYPE (BvRowSpan, bv_row_span, BV, ROW_SPAN, GObject)

GtkSingleSelection *bv_row_span_get_selection (BvRowSpan *span);
gboolean bv_row_span_has (BvRowSpan *span, guint place);
guint bv_row_span_reach (BvRowSpan *span, guint place);
void bv_row_span_see (BvRowSpan *span, guint first, guint n_rows);
void bv_row_span_rest (BvRowSpan *span);
void bv_row_span_hold (BvRowSpan *span, gboolean held);
guint bv_row_span_get_start (BvRowSpan *span);
gboolean bv_row_span_is_whole (BvRowSpan *span);
gboolean bv_row_span_is_growing (BvRowSpan *span);
gint64 bv_row_span_get_other (BvRowSpan *span);
guint bv_row_span_step_other (BvRowSpan *span, int rows);
gboolean bv_row_span_part (BvRowSpan *span);

G_END_DECLS
