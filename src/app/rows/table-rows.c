/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rows/table-rows.h"

/**
 * bv_table_rows_get_selection:
 * @rows: the rows of a table that is shown
 *
 * Returns: (transfer none): those that are shown, all of them, of which one is selected
 */
GtkSingleSelection *
bv_table_rows_get_selection (BvTableRows *rows)
{
  return bv_row_span_get_selection (rows->span);
}

/**
 * bv_table_rows_count:
 * @rows: the rows of a table that is shown
 *
 * Returns: how many are shown
 */
guint
bv_table_rows_count (BvTableRows *rows)
{
  return g_list_model_get_n_items (G_LIST_MODEL (bv_table_rows_get_selection (rows)));
}

/**
 * bv_table_rows_count_all:
 * @rows: the rows of a table that is shown
 *
 * Returns: how many there are, shown or not
 */
guint
bv_table_rows_count_all (BvTableRows *rows)
{
  return g_list_model_get_n_items (G_LIST_MODEL (rows->model));
}

/**
 * bv_table_rows_has:
 * @rows: the rows of a table that is shown
 * @id: what a row stands for
 *
 * Returns: whether it is among them, shown or not
 */
gboolean
bv_table_rows_has (BvTableRows *rows, gint64 id)
{
  BvTable *table = bv_table_model_get_table (rows->model);

  return table != NULL && bv_table_find (table, id) < bv_table_get_n_rows (table);
}

/**
 * bv_table_rows_has_any:
 * @rows: the rows of a table that was read
 *
 * Returns: whether there would be some if nothing were searched
 */
gboolean
bv_table_rows_has_any (BvTableRows *rows)
{
  BvTable *table = bv_table_model_get_table (rows->model);
  guint n_rows = bv_table_get_n_rows (table);

  for (guint i = 0; i < n_rows; i++)
    if ((rows->group == 0 || bv_table_get_group (table, i) == rows->group)
        && (rows->kind == 0 || (bv_table_get_flags (table, i) & rows->kind) != 0))
      return TRUE;
  return FALSE;
}

/**
 * bv_table_rows_find:
 * @rows: the rows of a table that is shown
 * @id: what a row stands for
 *
 * Returns: its place among those that are shown; %GTK_INVALID_LIST_POSITION: it is not
 */
guint
bv_table_rows_find (BvTableRows *rows, gint64 id)
{
  GListModel *shown = G_LIST_MODEL (bv_table_rows_get_selection (rows));
  guint n_rows = g_list_model_get_n_items (shown);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (shown, i);

      if (bv_row_get_id (row) == id)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * bv_table_rows_find_best:
 * @rows: the rows of a table that is shown and searched, at least one
 *
 * Returns: the place of what fits the search best: the first, or in a tree the first such row
 */
guint
bv_table_rows_find_best (BvTableRows *rows)
{
  GListModel *shown = G_LIST_MODEL (bv_table_rows_get_selection (rows));
  guint n_rows = bv_row_filter_finds_in_tree (rows->filter) ? g_list_model_get_n_items (shown) : 0;
  BvSearchPlace least = BV_SEARCH_NOWHERE;
  guint best = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (shown, i);
      BvSearchPlace place = bv_row_filter_find (rows->filter, row);

      if (place >= least)
        continue;
      least = place;
      best = i;
    }
  return best;
}

/**
 * bv_table_rows_list_found:
 * @rows: the rows of a table that is shown and searched
 *
 * Returns: (transfer full) (element-type gint64): what those stand for that are found, without what stands
 * above them in a tree
 */
GArray *
bv_table_rows_list_found (BvTableRows *rows)
{
  GListModel *shown = G_LIST_MODEL (bv_table_rows_get_selection (rows));
  guint n_rows = g_list_model_get_n_items (shown);
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (shown, i);
      gint64 id = bv_row_get_id (row);

      if (bv_row_filter_find (rows->filter, row) != BV_SEARCH_NOWHERE)
        g_array_append_val (ids, id);
    }
  return ids;
}

/**
 * bv_table_rows_list_first:
 * @rows: the rows of a table that is shown
 *
 * Returns: (transfer full) (element-type gint64): what those stand for that the view has first
 */
GArray *
bv_table_rows_list_first (BvTableRows *rows)
{
  GListModel *seen = G_LIST_MODEL (rows->span);
  guint n_rows = MIN (g_list_model_get_n_items (seen), BV_ROW_SPAN_FIRST);
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (seen, i);
      gint64 id = bv_row_get_id (row);

      g_array_append_val (ids, id);
    }
  return ids;
}

/**
 * bv_table_rows_is_sorted:
 * @rows: the rows of a table that is shown
 *
 * Returns: whether they stand in the order of a column
 */
gboolean
bv_table_rows_is_sorted (BvTableRows *rows)
{
  return bv_row_order_is_by_column (rows->order);
}

/**
 * bv_table_rows_finds_in:
 * @rows: the rows of a table that is shown
 * @table: what could be shown instead
 *
 * Returns: whether what is searched stands in any row of @table, of whatever group
 */
gboolean
bv_table_rows_finds_in (BvTableRows *rows, BvTable *table)
{
  return bv_row_filter_finds_any (rows->filter, table);
}

/**
 * bv_table_rows_set_table:
 * @rows: the rows of a table that is shown
 * @table: (transfer none): what they are from now on
 */
void
bv_table_rows_set_table (BvTableRows *rows, BvTable *table)
{
  if (bv_table_model_set_table (rows->model, table))
    bv_table_rows_look_again (rows);
}

/**
 * bv_table_rows_show_changed:
 * @rows: the rows of a table that is shown
 * @changed: (element-type guint): places in its table whose rows look different now
 *
 * Shows them as they are now.
 */
void
bv_table_rows_show_changed (BvTableRows *rows, const GArray *changed)
{
  for (guint i = 0; i < changed->len; i++)
    bv_table_model_notify_changed (rows->model, g_array_index (changed, guint, i));
  if (changed->len > 0)
    bv_row_order_look_again (rows->order);
}

/**
 * bv_table_rows_look_again:
 * @rows: the rows of a table that is shown
 *
 * Their texts are others: they are searched and sorted anew.
 */
void
bv_table_rows_look_again (BvTableRows *rows)
{
  bv_row_filter_look_again (rows->filter);
  bv_row_order_look_again (rows->order);
}

/**
 * bv_table_rows_set_search:
 * @rows: the rows of a table that is shown
 * @text: what they are searched for, as typed
 *
 * Returns: whether something else is searched now, and not all
 */
gboolean
bv_table_rows_set_search (BvTableRows *rows, const char *text)
{
  if (g_strcmp0 (rows->search, text) != 0)
    bv_row_order_begin_search (rows->order);
  g_free (rows->search);
  rows->search = g_strdup (text);
  return bv_row_filter_set_search (rows->filter, text);
}

/**
 * bv_table_rows_set_group:
 * @rows: the rows of a table that is shown
 * @group: the group whose rows are shown; 0: all
 */
void
bv_table_rows_set_group (BvTableRows *rows, gint64 group)
{
  rows->group = group;
  bv_row_filter_set_group (rows->filter, group);
}

/**
 * bv_table_rows_set_kind:
 * @rows: the rows of a table that is shown
 * @kind: the flag of those that are shown, %BV_TABLE_ROW_KIND or one behind it; 0: all
 */
void
bv_table_rows_set_kind (BvTableRows *rows, guint kind)
{
  rows->kind = kind;
  bv_row_filter_set_kind (rows->filter, kind);
}
