/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intake/intake-table.h"

struct _BvIntakeTable
{
  GStringChunk *texts;
  const char *name;
  GPtrArray *rows; /* of GArray of BvIntakeCell, by column; NULL among them: none */
  GArray *none;    /* what stands for those */
  GArray *ranges;  /* of BvIntakeRange */
  guint n_columns;
};

static GArray *
row_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (BvIntakeCell));
}

static void
row_free (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

/**
 * bv_intake_table_new:
 * @name: what it is called in its file; empty: nothing
 *
 * Returns: (transfer full): a table without cells
 */
BvIntakeTable *
bv_intake_table_new (const char *name)
{
  BvIntakeTable *table = g_new0 (BvIntakeTable, 1);

  table->texts = g_string_chunk_new (4096);
  table->name = g_string_chunk_insert (table->texts, name);
  table->rows = g_ptr_array_new_with_free_func (row_free);
  table->none = row_new ();
  table->ranges = g_array_new (FALSE, FALSE, sizeof (BvIntakeRange));
  return table;
}

/**
 * bv_intake_table_free:
 * @table: (nullable) (transfer full): a table
 */
void
bv_intake_table_free (BvIntakeTable *table)
{
  if (table == NULL)
    return;
  g_string_chunk_free (table->texts);
  g_ptr_array_unref (table->rows);
  g_array_unref (table->none);
  g_array_unref (table->ranges);
  g_free (table);
}

/**
 * bv_intake_table_add:
 * @table: a table
 * @row: from 0
 * @cell: a cell of it, right of those that the row has; it is copied
 */
void
bv_intake_table_add (BvIntakeTable *table, guint row, const BvIntakeCell *cell)
{
  BvIntakeCell kept = *cell;
  GArray *cells;

  if (table->rows->len <= row)
    g_ptr_array_set_size (table->rows, (int) row + 1);
  if (g_ptr_array_index (table->rows, row) == NULL)
    g_ptr_array_index (table->rows, row) = row_new ();
  cells = g_ptr_array_index (table->rows, row);
  g_return_if_fail (cells->len == 0
                    || g_array_index (cells, BvIntakeCell, cells->len - 1).column < cell->column);
  kept.text = g_string_chunk_insert_const (table->texts, cell->text != NULL ? cell->text : "");
  g_array_append_val (cells, kept);
  table->n_columns = MAX (table->n_columns, cell->column + 1);
}

/**
 * bv_intake_table_set_text:
 * @table: a table
 * @row: from 0
 * @column: from 0, of a cell that is there
 * @text: what it says from now on
 */
void
bv_intake_table_set_text (BvIntakeTable *table, guint row, guint column, const char *text)
{
  BvIntakeCell *cell = (BvIntakeCell *) bv_intake_table_get_cell (table, row, column);

  g_return_if_fail (cell != NULL);
  cell->text = g_string_chunk_insert_const (table->texts, text);
}

/**
 * bv_intake_table_merge:
 * @table: a table
 * @range: cells of it that are shown as one
 */
void
bv_intake_table_merge (BvIntakeTable *table, const BvIntakeRange *range)
{
  g_array_append_val (table->ranges, *range);
}

/**
 * bv_intake_table_get_name:
 * @table: a table
 *
 * Returns: (transfer none): its name
 */
const char *
bv_intake_table_get_name (const BvIntakeTable *table)
{
  return table->name;
}

/**
 * bv_intake_table_get_n_rows:
 * @table: a table
 *
 * Returns: how many rows there are, to the last that has a cell
 */
guint
bv_intake_table_get_n_rows (const BvIntakeTable *table)
{
  return table->rows->len;
}

/**
 * bv_intake_table_get_n_columns:
 * @table: a table
 *
 * Returns: how many columns there are, to the last that has a cell
 */
guint
bv_intake_table_get_n_columns (const BvIntakeTable *table)
{
  return table->n_columns;
}

/**
 * bv_intake_table_get_row:
 * @table: a table
 * @row: below bv_intake_table_get_n_rows()
 *
 * Returns: (transfer none) (element-type BvIntakeCell): its cells by column
 */
const GArray *
bv_intake_table_get_row (const BvIntakeTable *table, guint row)
{
  const GArray *cells = g_ptr_array_index (table->rows, row);

  return cells != NULL ? cells : table->none;
}

/**
 * bv_intake_table_get_cell:
 * @table: a table
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the cell; %NULL where there is none
 */
const BvIntakeCell *
bv_intake_table_get_cell (const BvIntakeTable *table, guint row, guint column)
{
  const GArray *cells = row < table->rows->len ? g_ptr_array_index (table->rows, row) : NULL;

  for (guint i = 0; cells != NULL && i < cells->len; i++)
    if (g_array_index (cells, BvIntakeCell, i).column == column)
      return &g_array_index (cells, BvIntakeCell, i);
  return NULL;
}

/**
 * bv_intake_table_get_range:
 * @table: a table
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the cells that are shown as one with this; %NULL: it stands alone
 */
const BvIntakeRange *
bv_intake_table_get_range (const BvIntakeTable *table, guint row, guint column)
{
  for (guint i = 0; i < table->ranges->len; i++)
    {
      const BvIntakeRange *range = &g_array_index (table->ranges, BvIntakeRange, i);

      if (row >= range->row && row - range->row < range->n_rows && column >= range->column
          && column - range->column < range->n_columns)
        return range;
    }
  return NULL;
}

/**
 * bv_intake_table_get_text:
 * @table: a table
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer none): what is shown there, of cells shown as one the text of the first; empty: nothing
 */
const char *
bv_intake_table_get_text (const BvIntakeTable *table, guint row, guint column)
{
  const BvIntakeRange *range = bv_intake_table_get_range (table, row, column);
  const BvIntakeCell *cell = range != NULL ? bv_intake_table_get_cell (table, range->row, range->column)
                                           : bv_intake_table_get_cell (table, row, column);

  return cell != NULL ? cell->text : "";
}
