/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rows/row-scroll.h"
#include "app/rows/row-span.h"
#include "app/table/table-frame.h"

/* The rows of a table on screen: which is selected, and where it stands. */

static BvRowSpan *
get_span (BvTableFrame *self)
{
  return BV_ROW_SPAN (gtk_column_view_get_model (bv_table_frame_get_view (self)));
}

static GtkWidget *
get_list (BvTableFrame *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (bv_table_frame_get_view (self)));
}

/**
 * bv_table_frame_select:
 * @frame: a table
 * @place: the place of a row, among all that are shown
 *
 * Selects the row and scrolls to it.
 */
void
bv_table_frame_select (BvTableFrame *frame, guint place)
{
  gtk_single_selection_set_selected (bv_row_span_get_selection (get_span (frame)), place);
  bv_row_scroll_reach (bv_table_frame_get_view (frame), place);
}

static guint
get_selected (BvTableFrame *self)
{
  return gtk_single_selection_get_selected (bv_row_span_get_selection (get_span (self)));
}

/* Where the view was scrolled away from the selected row it may not have that any more. */
static gboolean
lost_selected (BvTableFrame *self)
{
  guint place = get_selected (self);

  return place != GTK_INVALID_LIST_POSITION && !bv_row_span_has (get_span (self), place);
}

/* Returns: the first cell of a row; NULL: @row is none */
static GtkWidget *
get_first_cell (GtkWidget *row)
{
  GtkWidget *place = row != NULL ? gtk_widget_get_first_child (row) : NULL;

  return place != NULL ? gtk_widget_get_first_child (place) : NULL;
}

/* Beside it another one may look as if it were. */
static gboolean
is_selected_row (BvTableFrame *self, GtkWidget *row)
{
  GtkWidget *cell = get_first_cell (row);
  GtkListItem *item = cell != NULL ? bv_cells_get_item (cell) : NULL;

  return item != NULL
         && gtk_list_item_get_position (item) + bv_row_span_get_start (get_span (self))
              == get_selected (self);
}

static GtkWidget *
find_row (BvTableFrame *self)
{
  if (lost_selected (self))
    bv_table_frame_select (self, get_selected (self));
  for (GtkWidget *row = gtk_widget_get_first_child (get_list (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (is_selected_row (self, row))
      return row;
  return NULL;
}

/**
 * bv_table_frame_focus_row:
 * @frame: a table
 *
 * Gives the focus to the selected row, or where there is none to the first that takes it, or to what leads
 * on.
 *
 * Returns: whether one takes it
 */
gboolean
bv_table_frame_focus_row (BvTableFrame *frame)
{
  GtkWidget *no_rows = bv_table_frame_find_no_rows (frame);
  GtkWidget *row = no_rows == NULL ? find_row (frame) : NULL;

  if (row != NULL)
    return gtk_widget_grab_focus (row);
  return gtk_widget_child_focus (no_rows != NULL ? no_rows : get_list (frame), GTK_DIR_TAB_FORWARD);
}

/* GTK's own keys go on from a row that has the focus. */
static gboolean
has_focus_in_row (BvTableFrame *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_is_ancestor (focus, get_list (self)) && !lost_selected (self);
}

static int
count_seen (BvTableFrame *self)
{
  GtkAdjustment *bar
    = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (bv_table_frame_get_scroller (self)));
  int n_rows = g_list_model_get_n_items (G_LIST_MODEL (bv_row_span_get_selection (get_span (self))));

  return MAX (n_rows * gtk_adjustment_get_page_size (bar) / MAX (gtk_adjustment_get_upper (bar), 1), 1);
}

/**
 * bv_table_frame_step:
 * @frame: a table
 * @rows: how many rows, or pages of rows, to go down; less than 0: up
 * @pages: whether pages are meant
 *
 * Goes on from the selected row where GTK's own keys would not: the view was scrolled away from there, or
 * nothing in it has the focus yet.
 *
 * Returns: whether it went anywhere
 */
gboolean
bv_table_frame_step (BvTableFrame *frame, int rows, gboolean pages)
{
  GListModel *all = G_LIST_MODEL (bv_row_span_get_selection (get_span (frame)));
  int last = (int) g_list_model_get_n_items (all) - 1;
  int selected = (int) get_selected (frame);

  if (last < 0 || has_focus_in_row (frame))
    return FALSE;
  selected += rows * (pages ? count_seen (frame) : 1);
  bv_table_frame_select (frame, CLAMP (selected, 0, last));
  return bv_table_frame_focus_row (frame);
}

/**
 * bv_table_frame_step_other:
 * @frame: a table
 * @rows: how many rows, or pages of rows, to go down; less than 0: up
 * @pages: whether pages are meant
 *
 * Chooses a row beside the selected one, and scrolls to it.
 *
 * Returns: whether rows of the table can be chosen so
 */
gboolean
bv_table_frame_step_other (BvTableFrame *frame, int rows, gboolean pages)
{
  guint place = bv_row_span_step_other (get_span (frame), rows * (pages ? count_seen (frame) : 1));

  if (place == GTK_INVALID_LIST_POSITION)
    return FALSE;
  bv_row_scroll_reach (bv_table_frame_get_view (frame), place);
  return TRUE;
}

/**
 * bv_table_frame_part:
 * @frame: a table
 *
 * No row is chosen beside the selected one any more.
 *
 * Returns: whether one was
 */
gboolean
bv_table_frame_part (BvTableFrame *frame)
{
  return bv_row_span_part (get_span (frame));
}

/**
 * bv_table_frame_reach:
 * @frame: a table
 * @place: the place of a row, among all that are shown; after the last: that one
 *
 * Goes to the row where the view itself would not: it has not got it, or nothing in it has the focus yet.
 *
 * Returns: whether it went there
 */
gboolean
bv_table_frame_reach (BvTableFrame *frame, guint place)
{
  BvRowSpan *span = get_span (frame);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (bv_row_span_get_selection (span)));

  if (n_rows == 0 || (bv_row_span_is_whole (span) && has_focus_in_row (frame)))
    return FALSE;
  bv_table_frame_select (frame, MIN (place, n_rows - 1));
  return bv_table_frame_focus_row (frame);
}

/**
 * bv_table_frame_find_cell:
 * @frame: a table
 * @cells: the cells of a column of it
 *
 * Returns: (transfer none) (nullable): the one of the selected row
 */
GtkWidget *
bv_table_frame_find_cell (BvTableFrame *frame, BvCells *cells)
{
  GtkWidget *row = find_row (frame);

  for (GtkWidget *place = row != NULL ? gtk_widget_get_first_child (row) : NULL; place != NULL;
       place = gtk_widget_get_next_sibling (place))
    {
      GtkWidget *cell = gtk_widget_get_first_child (place);

      if (cell != NULL && bv_cells_get_owner (cell) == cells)
        return cell;
    }
  return NULL;
}

/**
 * bv_table_frame_select_at:
 * @frame: a table
 * @x: a place in it
 * @y: a place in it
 *
 * Selects the row there, and gives it the focus.
 *
 * Returns: whether there is one
 */
gboolean
bv_table_frame_select_at (BvTableFrame *frame, double x, double y)
{
  GtkWidget *row = gtk_widget_pick (GTK_WIDGET (frame), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell;
  GtkListItem *item;

  while (row != NULL && gtk_widget_get_parent (row) != get_list (frame))
    row = gtk_widget_get_parent (row);
  cell = get_first_cell (row);
  item = cell != NULL ? bv_cells_get_item (cell) : NULL;
  if (item == NULL)
    return FALSE;
  gtk_selection_model_select_item (gtk_column_view_get_model (bv_table_frame_get_view (frame)),
                                   gtk_list_item_get_position (item), TRUE);
  return bv_table_frame_focus_row (frame);
}

/**
 * bv_table_frame_locate_selected:
 * @frame: a table
 * @at: (out): where the selected row stands
 *
 * Returns: whether there is one
 */
gboolean
bv_table_frame_locate_selected (BvTableFrame *frame, GdkRectangle *at)
{
  GtkWidget *row = get_selected (frame) != GTK_INVALID_LIST_POSITION ? find_row (frame) : NULL;
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (frame), &bounds))
    return FALSE;
  *at = (GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  return TRUE;
}
