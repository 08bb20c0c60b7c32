/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/columns/columns.h"

/**
 * BvColumns:
 *
 * The columns of a table: which are shown, in what order, how wide. A page offers those that say something,
 * and the user has the last word. `changed` says that they look different now.
 */
struct _BvColumns
{
  GObject parent_instance;
  GtkColumnView *view; /* not owned: it owns the columns' factories, and outlives them */
  GPtrArray *all;      /* of BvTableColumn, in the order that they have at first */
  gboolean narrow;     /* the window is: columns that can be done without are not offered */
};

G_DEFINE_FINAL_TYPE (BvColumns, bv_columns, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
free_column (gpointer data)
{
  BvTableColumn *self = data;

  g_object_unref (self->column);
  g_object_unref (self->cells);
  g_free (self);
}

static void
notify_changed (BvColumns *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
order_changed_cb (BvColumns *self)
{
  notify_changed (self);
}

static void
bv_columns_finalize (GObject *object)
{
  g_ptr_array_unref (BV_COLUMNS (object)->all);
  G_OBJECT_CLASS (bv_columns_parent_class)->finalize (object);
}

static void
bv_columns_class_init (BvColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_columns_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", BV_TYPE_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_columns_init (BvColumns *self)
{
  self->all = g_ptr_array_new_with_free_func (free_column);
}

static void
add_column (BvColumns *self, GtkColumnViewColumn *column)
{
  BvTableColumn *added = g_new0 (BvTableColumn, 1);

  added->column = g_object_ref (column);
  added->cells = g_object_ref (bv_cells_find (column));
  added->offered = gtk_column_view_column_get_visible (column);
  g_ptr_array_add (self->all, added);
}

/**
 * bv_columns_new:
 * @view: a table, each column of which has the factory of a #BvCells
 *
 * Returns: (transfer full): its columns as they are now; that is how they are reset
 */
BvColumns *
bv_columns_new (GtkColumnView *view)
{
  BvColumns *self = g_object_new (BV_TYPE_COLUMNS, NULL);
  GListModel *list = gtk_column_view_get_columns (view);

  self->view = view;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);

      add_column (self, column);
    }
  g_signal_connect_object (list, "items-changed", G_CALLBACK (order_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * bv_columns_get_view:
 * @columns: the columns of a table
 *
 * Returns: (transfer none): the table
 */
GtkColumnView *
bv_columns_get_view (BvColumns *columns)
{
  return columns->view;
}

/**
 * bv_columns_count:
 * @columns: the columns of a table
 *
 * Returns: how many there are, shown or not
 */
guint
bv_columns_count (BvColumns *columns)
{
  return columns->all->len;
}

static BvTableColumn *
find_column (BvColumns *self, GtkColumnViewColumn *column)
{
  for (guint i = 0; i < self->all->len; i++)
    if (((BvTableColumn *) g_ptr_array_index (self->all, i))->column == column)
      return g_ptr_array_index (self->all, i);
  g_return_val_if_reached (NULL);
}

/**
 * bv_columns_get_nth:
 * @columns: the columns of a table
 * @place: a place on screen, from 0; those that are not shown count too
 *
 * Returns: (transfer none) (nullable): the column; %NULL while it is being moved
 */
BvTableColumn *
bv_columns_get_nth (BvColumns *columns, guint place)
{
  g_autoptr (GtkColumnViewColumn) column
    = g_list_model_get_item (gtk_column_view_get_columns (columns->view), place);

  return column != NULL ? find_column (columns, column) : NULL;
}

/**
 * bv_columns_get_nth_at_first:
 * @columns: the columns of a table
 * @place: a place that a column has at first, from 0
 *
 * Returns: (transfer none): the column, wherever it is now
 */
BvTableColumn *
bv_columns_get_nth_at_first (BvColumns *columns, guint place)
{
  return g_ptr_array_index (columns->all, place);
}

/**
 * bv_columns_find:
 * @columns: the columns of a table
 * @name: the name of a column, as kept; not its title
 *
 * Returns: (transfer none) (nullable): the column
 */
BvTableColumn *
bv_columns_find (BvColumns *columns, const char *name)
{
  for (guint i = 0; i < columns->all->len; i++)
    {
      BvTableColumn *column = g_ptr_array_index (columns->all, i);

      if (g_strcmp0 (bv_cells_get_name (column->cells), name) == 0)
        return column;
    }
  return NULL;
}

/**
 * bv_columns_get_place:
 * @columns: the columns of a table
 * @column: one of them
 *
 * Returns: its place on screen, from 0; those that are not shown count too
 */
guint
bv_columns_get_place (BvColumns *columns, const BvTableColumn *column)
{
  for (guint i = 0; i < columns->all->len; i++)
    if (bv_columns_get_nth (columns, i) == column)
      return i;
  g_return_val_if_reached (0);
}

/**
 * bv_columns_is_shown:
 * @columns: the columns of a table
 * @column: one of them
 *
 * Returns: whether it is seen
 */
gboolean
bv_columns_is_shown (BvColumns *columns, const BvTableColumn *column)
{
  return gtk_column_view_column_get_visible (column->column);
}

static gboolean
is_offered (BvColumns *self, const BvTableColumn *column)
{
  return column->offered && !(self->narrow && bv_cells_is_spare (column->cells));
}

static void
update (BvColumns *self, BvTableColumn *column)
{
  gboolean shown = column->choice == BV_COLUMN_CHOICE_OFFERED ? is_offered (self, column)
                                                              : column->choice == BV_COLUMN_CHOICE_SHOWN;

  if (shown == bv_columns_is_shown (self, column))
    return;
  gtk_column_view_column_set_visible (column->column, shown);
  notify_changed (self);
}

/**
 * bv_columns_offer:
 * @columns: the columns of a table
 * @column: one of them
 * @offered: whether it says something, and there is room for it
 *
 * What the user chose is stronger.
 */
void
bv_columns_offer (BvColumns *columns, GtkColumnViewColumn *column, gboolean offered)
{
  BvTableColumn *found = find_column (columns, column);

  found->offered = offered;
  update (columns, found);
}

/**
 * bv_columns_set_narrow:
 * @columns: the columns of a table
 * @narrow: whether the window is so narrow that columns that can be done without are left out
 */
void
bv_columns_set_narrow (BvColumns *columns, gboolean narrow)
{
  columns->narrow = narrow;
  for (guint i = 0; i < columns->all->len; i++)
    update (columns, g_ptr_array_index (columns->all, i));
}

/**
 * bv_columns_choose:
 * @columns: the columns of a table
 * @column: one of them
 * @choice: what the user wants; a column that is kept cannot be hidden
 */
void
bv_columns_choose (BvColumns *columns, BvTableColumn *column, BvColumnChoice choice)
{
  if (choice == BV_COLUMN_CHOICE_HIDDEN && bv_cells_is_kept (column->cells))
    return;
  column->choice = choice;
  update (columns, column);
}

/**
 * bv_columns_show:
 * @columns: the columns of a table
 * @column: one of them
 * @shown: whether the user wants to see it now
 *
 * Who goes back to what the page offers, follows the page again.
 */
void
bv_columns_show (BvColumns *columns, BvTableColumn *column, gboolean shown)
{
  if (shown == is_offered (columns, column))
    bv_columns_choose (columns, column, BV_COLUMN_CHOICE_OFFERED);
  else
    bv_columns_choose (columns, column, shown ? BV_COLUMN_CHOICE_SHOWN : BV_COLUMN_CHOICE_HIDDEN);
}

/**
 * bv_columns_move:
 * @columns: the columns of a table
 * @column: one of them
 * @place: where it is to stand, from 0; those that are not shown count too
 */
void
bv_columns_move (BvColumns *columns, BvTableColumn *column, guint place)
{
  if (bv_columns_get_place (columns, column) != place)
    gtk_column_view_insert_column (columns->view, place, column->column);
}

/**
 * bv_columns_give_width:
 * @columns: the columns of a table
 * @column: one of them
 * @width: how wide the user wants it, in pixels; 0: as the room is shared
 */
void
bv_columns_give_width (BvColumns *columns, BvTableColumn *column, int width)
{
  if (column->given == width)
    return;
  column->given = width;
  notify_changed (columns);
}

/**
 * bv_columns_reset:
 * @columns: the columns of a table
 *
 * Takes back what the user changed of order, widths and what is shown, and sorts by no column.
 */
void
bv_columns_reset (BvColumns *columns)
{
  for (guint i = 0; i < columns->all->len; i++)
    {
      BvTableColumn *column = g_ptr_array_index (columns->all, i);

      column->given = 0;
      bv_columns_choose (columns, column, BV_COLUMN_CHOICE_OFFERED);
      bv_columns_move (columns, column, i);
    }
  gtk_column_view_sort_by_column (columns->view, NULL, GTK_SORT_ASCENDING);
  notify_changed (columns);
}
