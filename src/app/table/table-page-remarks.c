/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/search/search-rule.h"
#include "app/table/table-page-private.h"

static void
widen_cb (BvTablePage *self)
{
  BV_TABLE_PAGE_GET_CLASS (self)->widen (self);
}

static void
clear_cb (BvTablePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.clear-search", NULL);
}

static BvNoRows *
get_no_rows (BvTablePage *self)
{
  BvNoRows *note = bv_table_frame_get_no_rows (bv_table_page_get_private (self)->frame);

  g_signal_handlers_disconnect_by_data (note, self);
  g_signal_connect_object (note, "widen", G_CALLBACK (widen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (note, "clear", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  return note;
}

/* In the place of the rows stands why there are none, and what leads on. */
static void
explain_no_rows (BvTablePage *self)
{
  BvTablePagePrivate *priv = bv_table_page_get_private (self);
  BvTablePageClass *klass = BV_TABLE_PAGE_GET_CLASS (self);
  gboolean searching = bv_row_filter_is_searching (priv->rows.filter);
  g_autofree char *offer = NULL;
  g_autofree char *scope = searching && klass->name_scope != NULL ? klass->name_scope (self, &offer) : NULL;
  BvNoRowsReason reason = { NULL };

  if (searching && (scope != NULL || bv_table_rows_has_any (&priv->rows)))
    bv_no_rows_show_search (get_no_rows (self), priv->rows.search, scope, offer);
  else if (klass->explain != NULL && klass->explain (self, &reason))
    bv_no_rows_explain (get_no_rows (self), &reason);
  else
    bv_table_frame_hide_no_rows (priv->frame);
}

/* Above the first row that was not found by its name. */
static void
show_rule (BvTablePage *self)
{
  BvTablePagePrivate *priv = bv_table_page_get_private (self);
  GListModel *rows = G_LIST_MODEL (bv_table_rows_get_selection (&priv->rows));
  guint place = bv_search_rule_find (rows, priv->rows.filter, priv->rows.order);
  g_autofree char *caption = NULL;

  if (place != GTK_INVALID_LIST_POSITION)
    caption = bv_search_rule_write (rows, place, priv->rows.filter, bv_table_frame_get_columns (priv->frame));
  bv_table_frame_set_rule (priv->frame, place, caption);
}

/**
 * bv_table_page_show_remarks:
 * @page: a page
 *
 * Says in the place of its rows why there are none, or above them where those begin that were not found by
 * their name; nothing before the page was shown and its table read.
 */
void
bv_table_page_show_remarks (BvTablePage *page)
{
  BvTablePagePrivate *priv = bv_table_page_get_private (page);

  if (priv->frame == NULL || !priv->has_table)
    return;
  show_rule (page);
  if (bv_table_rows_count (&priv->rows) == 0)
    explain_no_rows (page);
  else
    bv_table_frame_hide_no_rows (priv->frame);
}
