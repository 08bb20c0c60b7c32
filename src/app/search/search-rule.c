/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/search/search-rule.h"

#include <glib/gi18n-lib.h>

static BvSearchPlace
find_place (GListModel *rows, BvRowFilter *filter, guint row)
{
  g_autoptr (BvRow) item = g_list_model_get_item (rows, row);

  return bv_row_filter_find (filter, item);
}

/**
 * bv_search_rule_find:
 * @rows: the rows of a table as they stand
 * @filter: what is searched there
 * @order: their order
 *
 * Returns: the place of the first row that was not found by its name: a rule stands above it;
 * %GTK_INVALID_LIST_POSITION where there is none, or the rows stand in another order
 */
guint
bv_search_rule_find (GListModel *rows, BvRowFilter *filter, BvRowOrder *order)
{
  guint from = 0;
  guint n_rows = g_list_model_get_n_items (rows);
  guint to = n_rows;

  if (!bv_row_order_is_by_place (order))
    return GTK_INVALID_LIST_POSITION;
  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (find_place (rows, filter, middle) < BV_SEARCH_ELSEWHERE)
        from = middle + 1;
      else
        to = middle;
    }
  return from < n_rows && find_place (rows, filter, from) == BV_SEARCH_ELSEWHERE ? from
                                                                                 : GTK_INVALID_LIST_POSITION;
}

/* Marks the columns of the row in which most of what is searched stands. */
static void
mark_columns (BvRowFilter *filter, BvColumns *columns, BvRow *row, gboolean *marked)
{
  guint n_columns = bv_columns_count (columns);
  g_autofree guint *counts = g_new (guint, n_columns);
  guint most = 1;

  for (guint i = 0; i < n_columns; i++)
    {
      counts[i] = bv_row_filter_count_in (
        filter, row, bv_cells_get_column (bv_columns_get_nth_at_first (columns, i)->cells));
      most = MAX (most, counts[i]);
    }
  for (guint i = 0; i < n_columns; i++)
    marked[i] |= counts[i] == most;
}

/**
 * bv_search_rule_write:
 * @rows: the rows of a table as they stand
 * @from: the place of the first that was not found by its name
 * @filter: what is searched
 * @columns: the columns of the table
 *
 * Returns: (transfer full): where that stands in the rows from there on: “Also found in: Belongs to”
 */
char *
bv_search_rule_write (GListModel *rows, guint from, BvRowFilter *filter, BvColumns *columns)
{
  guint n_rows = g_list_model_get_n_items (rows);
  g_autofree gboolean *marked = g_new0 (gboolean, bv_columns_count (columns));
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = from; i < n_rows; i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (rows, i);

      if (bv_row_filter_find (filter, row) == BV_SEARCH_ELSEWHERE)
        mark_columns (filter, columns, row, marked);
    }
  for (guint i = 0; i < bv_columns_count (columns); i++)
    if (marked[i])
      g_string_append_printf (
        titles, "%s%s", titles->len > 0 ? ", " : "",
        gtk_column_view_column_get_title (bv_columns_get_nth_at_first (columns, i)->column));
  /* Translators: %s are titles of columns. */
  return titles->len > 0 ? g_strdup_printf (_ ("Also found in: %s"), titles->str)
                         : g_strdup (_ ("Also found in what is not shown here"));
}
