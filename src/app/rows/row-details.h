/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/rows/row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_ROW_DETAILS (bv_row_details_get_type ())
G_DECLARE_FINAL_TYPE (BvRowDetails, bv_row_details, BV, ROW_DETAILS, GObject)

/* What they ask of the page that they belong to. */
typedef struct
{
  BvRow *(*get_selected) (gpointer page);
  /* Another row, or the same as it is now; %NULL: none. */
  void (*show) (gpointer page, BvRow *row);
  /* Whether it has that row, seen or not. */
  gboolean (*has) (gpointer page, gint64 id);
  void (*select) (gpointer page, gint64 id);
  void (*report) (gpointer page, const GError *error);
} BvRowDetailsFuncs;

BvRowDetails *bv_row_details_new (GtkWidget *widget, const BvRowDetailsFuncs *funcs, gpointer page);
void bv_row_details_stop (BvRowDetails *details);
GtkWidget *bv_row_details_get_widget (BvRowDetails *details);
void bv_row_details_show_later (BvRowDetails *details);
gboolean bv_row_details_is_busy (BvRowDetails *details);
gint64 bv_row_details_get_unsaved_row (BvRowDetails *details);
gboolean bv_row_details_focus_first_field (BvRowDetails *details);

G_END_DECLS
