/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/columns/columns.h"
#include "app/search/no-rows.h"
#include "core/table.h"

G_BEGIN_DECLS

#define BV_TYPE_TABLE_FRAME (bv_table_frame_get_type ())
G_DECLARE_FINAL_TYPE (BvTableFrame, bv_table_frame, BV, TABLE_FRAME, GtkWidget)

GtkColumnView *bv_table_frame_get_view (BvTableFrame *frame);
GtkWidget *bv_table_frame_get_scroller (BvTableFrame *frame);
BvColumns *bv_table_frame_get_columns (BvTableFrame *frame);
void bv_table_frame_set_table (BvTableFrame *frame, BvTable *table, gint64 group);
const char *bv_table_frame_get_title (BvTableFrame *frame, BvCells *cells);
void bv_table_frame_select (BvTableFrame *frame, guint place);
gboolean bv_table_frame_step (BvTableFrame *frame, int rows, gboolean pages);
gboolean bv_table_frame_step_other (BvTableFrame *frame, int rows, gboolean pages);
gboolean bv_table_frame_part (BvTableFrame *frame);
gboolean bv_table_frame_reach (BvTableFrame *frame, guint place);
gboolean bv_table_frame_focus_row (BvTableFrame *frame);
GtkWidget *bv_table_frame_find_cell (BvTableFrame *frame, BvCells *cells);
void bv_table_frame_reveal (BvTableFrame *frame, GtkWidget *place);
void bv_table_frame_set_note (BvTableFrame *frame, GtkWidget *at, const char *text);
void bv_table_frame_open_menu (BvTableFrame *frame);
void bv_table_frame_add_menu (BvTableFrame *frame, GtkPopover *menu);
gboolean bv_table_frame_select_at (BvTableFrame *frame, double x, double y);
gboolean bv_table_frame_locate_selected (BvTableFrame *frame, GdkRectangle *at);
BvNoRows *bv_table_frame_get_no_rows (BvTableFrame *frame);
GtkWidget *bv_table_frame_find_no_rows (BvTableFrame *frame);
void bv_table_frame_hide_no_rows (BvTableFrame *frame);
void bv_table_frame_set_rule (BvTableFrame *frame, guint place, const char *caption);

G_END_DECLS
