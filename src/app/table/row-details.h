/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/table/table-page.h"

G_BEGIN_DECLS

#define BV_TYPE_ROW_DETAILS (bv_row_details_get_type ())
G_DECLARE_FINAL_TYPE (BvRowDetails, bv_row_details, BV, ROW_DETAILS, GObject)

BvRowDetails *bv_row_details_new (BvTablePage *page, GtkWidget *widget);
void bv_row_details_stop (BvRowDetails *details);
GtkWidget *bv_row_details_get_widget (BvRowDetails *details);
void bv_row_details_show_later (BvRowDetails *details);
gboolean bv_row_details_is_busy (BvRowDetails *details);
gint64 bv_row_details_get_unsaved_row (BvRowDetails *details);
gboolean bv_row_details_focus_first_field (BvRowDetails *details);

G_END_DECLS
