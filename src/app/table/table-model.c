/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table/table-model.h"

#include "app/rows/row.h"
#include "app/table/list-type.h"

/**
 * BvTableModel:
 *
 * A #BvTable as a list model. Its objects are made when asked for. A newer table takes the place of the old
 * one with as little ado as possible, so that selection and scroll position stay: rows that stand for the
 * same record stay the same objects, and say themselves when they look different.
 */
struct _BvTableModel
{
  GObject parent_instance;
  BvTable *table;
  GPtrArray *rows; /* of BvRow, NULL where not asked for yet */
};

static guint
bv_table_model_get_n_items (GListModel *list)
{
  return BV_TABLE_MODEL (list)->rows->len;
}

static gpointer
bv_table_model_get_item (GListModel *list, guint position)
{
  BvTableModel *self = BV_TABLE_MODEL (list);

  if (position >= self->rows->len)
    return NULL;
  if (g_ptr_array_index (self->rows, position) == NULL)
    g_ptr_array_index (self->rows, position) = bv_row_new (self->table, position);
  return g_object_ref (g_ptr_array_index (self->rows, position));
}

BV_DEFINE_LIST_TYPE (BvTableModel, bv_table_model, BV_TYPE_ROW)

static void
release_row (gpointer row)
{
  if (row != NULL)
    g_object_unref (row);
}

static gint64
id_at (BvTable *table, guint row)
{
  return bv_table_get_id (table, row);
}

static guint
count_common_start (BvTable *before, BvTable *after)
{
  guint most = MIN (bv_table_get_n_rows (before), bv_table_get_n_rows (after));
  guint n = 0;

  while (n < most && id_at (before, n) == id_at (after, n))
    n++;
  return n;
}

static guint
count_common_end (BvTable *before, BvTable *after, guint start)
{
  guint n_before = bv_table_get_n_rows (before);
  guint n_after = bv_table_get_n_rows (after);
  guint most = MIN (n_before, n_after) - start;
  guint n = 0;

  while (n < most && id_at (before, n_before - 1 - n) == id_at (after, n_after - 1 - n))
    n++;
  return n;
}

/* Moves @count objects from @from of the old rows to @to of the new ones, and notes those that look
 * different. */
static void
keep_rows (BvTableModel *self, GPtrArray *rows, guint from, guint to, guint count, GPtrArray *changed)
{
  for (guint i = 0; i < count; i++)
    {
      BvRow *row = g_steal_pointer (&g_ptr_array_index (self->rows, from + i));

      g_ptr_array_index (rows, to + i) = row;
      if (row != NULL && bv_row_move (row, self->table, to + i))
        g_ptr_array_add (changed, g_object_ref (row));
    }
}

static void
bv_table_model_finalize (GObject *object)
{
  BvTableModel *self = BV_TABLE_MODEL (object);

  g_ptr_array_unref (self->rows);
  bv_table_unref (self->table);
  G_OBJECT_CLASS (bv_table_model_parent_class)->finalize (object);
}

static void
bv_table_model_class_init (BvTableModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_table_model_finalize;
}

static void
bv_table_model_init (BvTableModel *self)
{
  self->table = bv_table_new (NULL, 0);
  self->rows = g_ptr_array_new_with_free_func (release_row);
}

/**
 * bv_table_model_new:
 *
 * Returns: (transfer full): a model without rows
 */
BvTableModel *
bv_table_model_new (void)
{
  return g_object_new (BV_TYPE_TABLE_MODEL, NULL);
}

/**
 * bv_table_model_get_table:
 * @model: a model
 *
 * Returns: (transfer none): the table it shows
 */
BvTable *
bv_table_model_get_table (BvTableModel *model)
{
  return model->table;
}

/**
 * bv_table_model_notify_changed:
 * @model: a model
 * @row: a row of its table that looks different now
 */
void
bv_table_model_notify_changed (BvTableModel *model, guint row)
{
  if (g_ptr_array_index (model->rows, row) != NULL)
    bv_row_notify_changed (g_ptr_array_index (model->rows, row));
}

/**
 * bv_table_model_set_table:
 * @model: a model
 * @table: the table that it shows from now on
 *
 * Returns: whether a row that stayed looks different, so that sorters and filters must look again
 */
gboolean
bv_table_model_set_table (BvTableModel *model, BvTable *table)
{
  g_autoptr (BvTable) before = model->table;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (release_row);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_before = bv_table_get_n_rows (before);
  guint n_after = bv_table_get_n_rows (table);
  guint start = count_common_start (before, table);
  guint end = count_common_end (before, table, start);

  model->table = bv_table_ref (table);
  g_ptr_array_set_size (rows, n_after);
  keep_rows (model, rows, 0, 0, start, changed);
  keep_rows (model, rows, n_before - end, n_after - end, end, changed);
  g_ptr_array_unref (model->rows);
  model->rows = g_steal_pointer (&rows);
  if (n_before != n_after || start + end < n_after)
    g_list_model_items_changed (G_LIST_MODEL (model), start, n_before - start - end, n_after - start - end);
  for (guint i = 0; i < changed->len; i++)
    bv_row_notify_changed (g_ptr_array_index (changed, i));
  return changed->len > 0;
}
