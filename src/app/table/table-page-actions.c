/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table/table-page-private.h"

/**
 * bv_table_page_open_columns:
 * @page: a #BvTablePage that is shown
 *
 * Asks which of its columns are shown.
 */
void
bv_table_page_open_columns (BvPage *page)
{
  bv_table_frame_open_menu (bv_table_page_get_private (BV_TABLE_PAGE (page))->frame);
}

/* From there on; GTK_INVALID_LIST_POSITION: there is none. */
static guint
find_record (GListModel *rows, guint place, int step)
{
  for (; place < g_list_model_get_n_items (rows); place += step)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (rows, place);

      if ((bv_table_get_flags (bv_row_get_table (row), bv_row_get_index (row)) & BV_TABLE_ROW_OFFER) == 0)
        return place;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * bv_table_page_step:
 * @page: a page that is shown
 * @step: 1: the next row, -1: the previous one
 *
 * Selects another row; the focus stays where it is, also in the details, which show that row then. What only
 * offers to add one is passed.
 *
 * Returns: whether there is one
 */
gboolean
bv_table_page_step (BvTablePage *page, int step)
{
  BvTablePagePrivate *priv = bv_table_page_get_private (page);
  GtkSingleSelection *selection = bv_table_rows_get_selection (&priv->rows);
  guint selected = gtk_single_selection_get_selected (selection);
  guint next;

  /* What is typed in a cell has a row of its own. */
  if (selected == GTK_INVALID_LIST_POSITION || bv_cell_editor_has_focus (priv->editor))
    return FALSE;
  next = find_record (G_LIST_MODEL (selection), selected + step, step);
  if (next == GTK_INVALID_LIST_POSITION)
    return FALSE;
  bv_table_frame_select (priv->frame, next);
  return TRUE;
}

/**
 * bv_table_page_go_to_next:
 * @page: a #BvTablePage that is shown
 */
void
bv_table_page_go_to_next (BvPage *page)
{
  bv_table_page_step (BV_TABLE_PAGE (page), 1);
}

/**
 * bv_table_page_go_to_previous:
 * @page: a #BvTablePage that is shown
 */
void
bv_table_page_go_to_previous (BvPage *page)
{
  bv_table_page_step (BV_TABLE_PAGE (page), -1);
}

/**
 * bv_table_page_edit_row:
 * @page: a #BvTablePage that is shown
 *
 * Edits the selected row in place, or where no cell of it can be edited in the details.
 */
void
bv_table_page_edit_row (BvPage *page)
{
  bv_table_page_begin_edit (page);
}

/**
 * bv_table_page_begin_edit:
 * @page: a #BvTablePage that is shown
 *
 * Does the same as bv_table_page_edit_row(): where no cell of the selected row can be edited, the first
 * field of its details has the focus.
 *
 * Returns: whether anything can be edited
 */
gboolean
bv_table_page_begin_edit (BvPage *page)
{
  BvTablePagePrivate *priv = bv_table_page_get_private (BV_TABLE_PAGE (page));

  if (bv_table_page_get_selected (BV_TABLE_PAGE (page)) == NULL)
    return FALSE;
  if (bv_cell_editor_begin (priv->editor))
    return TRUE;
  if (priv->details_hidden)
    gtk_widget_activate_action (GTK_WIDGET (page), "win.details", NULL);
  return bv_row_details_focus_first_field (priv->details);
}

/**
 * bv_table_page_end_search:
 * @page: a #BvTablePage that is shown
 *
 * Shows all its rows again: first those that are not searched, then those of other kinds.
 *
 * Returns: whether some were not shown
 */
gboolean
bv_table_page_end_search (BvPage *page)
{
  BvTableRows *rows = bv_table_page_get_rows (BV_TABLE_PAGE (page));

  if (bv_row_filter_is_searching (rows->filter))
    return gtk_widget_activate_action (GTK_WIDGET (page), "win.clear-search", NULL);
  return rows->kind != 0 && gtk_widget_activate_action (GTK_WIDGET (page), "win.all-rows", NULL);
}
