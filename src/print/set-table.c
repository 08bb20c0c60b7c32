/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/set-table.h"

#include "print/measures.h"

#include <string.h>

#define LEAST_TEXT_WIDTH 4.0 /* of a column too narrow for its padding */
#define KEPT_CELLS 1024      /* of a column: a campaign has some hundred units */
#define KEPT_LENGTH 100      /* bytes */

static double *
place_columns (const GArray *columns, double width)
{
  double *edges = g_new0 (double, columns->len + 1);
  double shares = 0;
  double sum = 0;

  for (guint i = 0; i < columns->len; i++)
    shares += g_array_index (columns, BvColumn, i).width;
  for (guint i = 0; i < columns->len; i++)
    {
      sum += shares > 0 ? g_array_index (columns, BvColumn, i).width / shares : 1.0 / columns->len;
      edges[i + 1] = width * sum;
    }
  return edges;
}

static BvSetText *
set_cell (const BvSetTable *table,
          const char *text,
          BvStyleId style,
          BvAlign align,
          guint first_column,
          guint end_column)
{
  double width = table->edges[end_column] - table->edges[first_column] - 2 * BV_CELL_PADDING_X;

  return bv_set_text_new (table->fonts, bv_block_get_style (table->block, style), align, text, -1,
                          MAX (width, LEAST_TEXT_WIDTH));
}

static void
add_cell (BvPiece *row, guint index, BvSetText *text, double left)
{
  bv_piece_set_text (row, index, text, left + BV_CELL_PADDING_X, BV_CELL_PADDING_Y);
  row->height = MAX (row->height, text->height + 2 * BV_CELL_PADDING_Y);
}

static BvPiece *
set_head (const BvSetTable *table)
{
  const GArray *columns = table->block->columns;
  BvPiece *head = bv_piece_new (BV_PIECE_ROW, (BvPlace){ 0 }, columns->len);

  for (guint i = 0; i < columns->len; i++)
    {
      const char *heading = g_array_index (columns, BvColumn, i).heading;

      add_cell (
        head, i,
        set_cell (table, heading != NULL ? heading : "", BV_STYLE_CELL_HEAD, BV_ALIGN_CENTER, i, i + 1),
        table->edges[i]);
    }
  for (guint i = 0; i < columns->len; i++)
    head->texts[i].y = (head->height - head->texts[i].text->height) / 2;
  return head;
}

/**
 * bv_set_table_new:
 * @fonts: the faces; they outlive the table
 * @block: a table with columns; it outlives this one
 * @width: how wide it is to be
 *
 * Returns: (transfer full): the table, its head set
 */
BvSetTable *
bv_set_table_new (BvFonts *fonts, const BvBlock *block, double width)
{
  BvSetTable *table = g_new0 (BvSetTable, 1);

  table->n_refs = 1;
  table->fonts = fonts;
  table->block = block;
  table->edges = place_columns (block->columns, width);
  table->head = set_head (table);
  table->cells = g_new (GHashTable *, block->columns->len);
  for (guint i = 0; i < block->columns->len; i++)
    table->cells[i]
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) bv_set_text_unref);
  return table;
}

/**
 * bv_set_table_ref:
 * @table: a table
 *
 * Returns: (transfer full): @table
 */
BvSetTable *
bv_set_table_ref (BvSetTable *table)
{
  table->n_refs++;
  return table;
}

/**
 * bv_set_table_unref:
 * @table: (transfer full): a table
 */
void
bv_set_table_unref (BvSetTable *table)
{
  if (--table->n_refs > 0)
    return;
  for (guint i = 0; i < table->block->columns->len; i++)
    g_hash_table_unref (table->cells[i]);
  g_free (table->cells);
  bv_piece_free (table->head);
  g_free (table->edges);
  g_free (table);
}

static BvPiece *
set_across (const BvSetTable *table, BvPlace place, const BvBlockRow *row)
{
  BvPiece *piece = bv_piece_new (BV_PIECE_ROW, place, 1);
  const char *text = row->cells[0] != NULL ? row->cells[0] : "";
  BvAlign align = row->kind == BV_BLOCK_ROW_LINE ? BV_ALIGN_CENTER : BV_ALIGN_LEFT;

  add_cell (piece, 0, set_cell (table, text, BV_STYLE_CELL_STRONG, align, 0, table->block->columns->len), 0);
  return piece;
}

/* Ranks, points, units and awards come again and again in a column: each is set once, as long as few are. */
static BvSetText *
find_cell (const BvSetTable *table, guint column, const char *text)
{
  GHashTable *cells = table->cells[column];
  BvSetText *set = g_hash_table_lookup (cells, text);

  if (set != NULL)
    return bv_set_text_ref (set);
  set = set_cell (table, text, BV_STYLE_CELL, g_array_index (table->block->columns, BvColumn, column).align,
                  column, column + 1);
  if (g_hash_table_size (cells) >= KEPT_CELLS)
    g_hash_table_remove_all (cells);
  if (strlen (text) <= KEPT_LENGTH)
    g_hash_table_insert (cells, (char *) text, bv_set_text_ref (set));
  return set;
}

static BvSetText *
set_strong_cell (const BvSetTable *table, guint column, const char *text)
{
  return set_cell (table, text, BV_STYLE_CELL_STRONG,
                   g_array_index (table->block->columns, BvColumn, column).align, column, column + 1);
}

static BvPiece *
set_cells (const BvSetTable *table, BvPlace place, const BvBlockRow *row)
{
  const GArray *columns = table->block->columns;
  BvPiece *piece = bv_piece_new (BV_PIECE_ROW, place, columns->len);

  for (guint i = 0; i < columns->len && row->cells[i] != NULL; i++)
    {
      BvSetText *text = row->kind == BV_BLOCK_ROW_TOTAL ? set_strong_cell (table, i, row->cells[i])
                                                        : find_cell (table, i, row->cells[i]);

      add_cell (piece, i, text, table->edges[i]);
    }
  return piece;
}

/**
 * bv_set_table_set_row:
 * @table: a table
 * @place: of the row; of a table without rows, of what stands for them
 *
 * Returns: (transfer full): the row
 */
BvPiece *
bv_set_table_set_row (BvSetTable *table, BvPlace place)
{
  BvPiece *piece;

  if (table->block->rows->len == 0)
    {
      piece = bv_piece_new (BV_PIECE_ROW, place, 0);
      piece->behind = table->block->keep_with_next ? BV_BREAK_AVOIDED : BV_BREAK_FREE;
    }
  else
    {
      const BvBlockRow *row = table->block->rows->pdata[place.part];
      gboolean across = row->kind == BV_BLOCK_ROW_PART || row->kind == BV_BLOCK_ROW_LINE;

      piece = across ? set_across (table, place, row) : set_cells (table, place, row);
      piece->row = row->kind;
      piece->behind = bv_block_is_row_kept (table->block, place.part) ? BV_BREAK_AVOIDED : BV_BREAK_FREE;
    }
  piece->table = bv_set_table_ref (table);
  piece->ends_row = TRUE;
  return piece;
}

/**
 * bv_set_table_get_width:
 * @table: a table
 *
 * Returns: how wide it is
 */
double
bv_set_table_get_width (const BvSetTable *table)
{
  return table->edges[table->block->columns->len];
}
