/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rows/row.h"

/**
 * BvRow:
 *
 * One row of a #BvTable as GTK's lists want it: an object. `changed` says that its cells are others.
 */
struct _BvRow
{
  GObject parent_instance;
  BvTable *table;
  guint index;
};

G_DEFINE_FINAL_TYPE (BvRow, bv_row, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
bv_row_finalize (GObject *object)
{
  bv_table_unref (BV_ROW (object)->table);
  G_OBJECT_CLASS (bv_row_parent_class)->finalize (object);
}

static void
bv_row_class_init (BvRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_row_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", BV_TYPE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_row_init (BvRow *self)
{
}

/**
 * bv_row_new:
 * @table: a table
 * @index: one of its rows
 *
 * Returns: (transfer full): the row as an object
 */
BvRow *
bv_row_new (BvTable *table, guint index)
{
  BvRow *self = g_object_new (BV_TYPE_ROW, NULL);

  self->table = bv_table_ref (table);
  self->index = index;
  return self;
}

/**
 * bv_row_move:
 * @row: a row
 * @table: a newer table
 * @index: the row of it that stands for the same record
 *
 * Nothing is notified: when all rows have moved, bv_row_notify_changed() does that.
 *
 * Returns: whether the row looks different now
 */
gboolean
bv_row_move (BvRow *row, BvTable *table, guint index)
{
  gboolean changed = !bv_table_rows_equal (row->table, row->index, table, index);

  bv_table_ref (table);
  bv_table_unref (row->table);
  row->table = table;
  row->index = index;
  return changed;
}

/**
 * bv_row_notify_changed:
 * @row: a row that looks different now
 */
void
bv_row_notify_changed (BvRow *row)
{
  g_signal_emit (row, signals[CHANGED], 0);
}

/**
 * bv_row_list_classes:
 * @flags: of #BvTableRowFlags
 *
 * Returns: (transfer none): the CSS classes of a cell in such a row
 */
const char **
bv_row_list_classes (guint flags)
{
  static const struct
  {
    guint flag;
    const char *name;
  } looks[] = {
    { BV_TABLE_ROW_DIM, "dim" },         { BV_TABLE_ROW_ALERT, "alert" }, { BV_TABLE_ROW_INSIDE, "inside" },
    { BV_TABLE_ROW_ABOVE_LINE, "line" }, { BV_TABLE_ROW_HEAD, "head" },   { BV_TABLE_ROW_OFFER, "offer" },
  };
  static const char *lists[1 << G_N_ELEMENTS (looks)][G_N_ELEMENTS (looks) + 2];
  guint set = 0;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if ((flags & looks[i].flag) != 0)
      set |= 1u << i;
  if (lists[set][0] == NULL)
    {
      lists[set][n++] = "cell";
      for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
        if ((set & (1u << i)) != 0)
          lists[set][n++] = looks[i].name;
    }
  return lists[set];
}

/**
 * bv_row_get_table:
 * @row: a row
 *
 * Returns: (transfer none): its table
 */
BvTable *
bv_row_get_table (BvRow *row)
{
  return row->table;
}

/**
 * bv_row_get_index:
 * @row: a row
 *
 * Returns: its place in its table
 */
guint
bv_row_get_index (BvRow *row)
{
  return row->index;
}

/**
 * bv_row_get_id:
 * @row: a row
 *
 * Returns: what it stands for
 */
gint64
bv_row_get_id (BvRow *row)
{
  return bv_table_get_id (row->table, row->index);
}

/**
 * bv_row_write_cell:
 * @row: a row
 * @column: a column of its table
 *
 * For closures in .ui files too: a table has as many columns as it wants.
 *
 * Returns: (transfer full): the cell as people read it
 */
char *
bv_row_write_cell (BvRow *row, guint column)
{
  return bv_table_write_cell (row->table, row->index, column);
}
