/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/set-table.h"

#define PADDING_X 3.5
#define PADDING_Y 2.5
#define LEAST_TEXT_WIDTH 4.0 /* of a column too narrow for its padding */

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
  double width = table->edges[end_column] - table->edges[first_column] - 2 * PADDING_X;

  return bv_set_text_new (table->fonts, style, align, text, -1, MAX (width, LEAST_TEXT_WIDTH));
}

static void
add_cell (BvPiece *row, guint index, BvSetText *text, double left)
{
  bv_piece_set_text (row, index, text, left + PADDING_X, PADDING_Y);
  row->height = MAX (row->height, text->height + 2 * PADDING_Y);
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
bv_set_table_new (const BvFonts *fonts, const BvBlock *block, double width)
{
  BvSetTable *table = g_new0 (BvSetTable, 1);

  table->n_refs = 1;
  table->fonts = fonts;
  table->block = block;
  table->edges = place_columns (block->columns, width);
  table->head = set_head (table);
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
  bv_piece_free (table->head);
  g_free (table->edges);
  g_free (table);
}

static BvPiece *
set_across (const BvSetTable *table, BvPlace place, const BvTableRow *row)
{
  BvPiece *piece = bv_piece_new (BV_PIECE_ROW, place, 1);
  const char *text = row->cells[0] != NULL ? row->cells[0] : "";
  BvAlign align = row->kind == BV_ROW_LINE ? BV_ALIGN_CENTER : BV_ALIGN_LEFT;

  add_cell (piece, 0, set_cell (table, text, BV_STYLE_CELL_STRONG, align, 0, table->block->columns->len), 0);
  return piece;
}

static BvPiece *
set_cells (const BvSetTable *table, BvPlace place, const BvTableRow *row)
{
  const GArray *columns = table->block->columns;
  BvStyleId style = row->kind == BV_ROW_TOTAL ? BV_STYLE_CELL_STRONG : BV_STYLE_CELL;
  BvPiece *piece = bv_piece_new (BV_PIECE_ROW, place, columns->len);

  for (guint i = 0; i < columns->len && row->cells[i] != NULL; i++)
    add_cell (piece, i,
              set_cell (table, row->cells[i], style, g_array_index (columns, BvColumn, i).align, i, i + 1),
              table->edges[i]);
  return piece;
}

/* A total and the quota line belong to the row above, the rows of a part to its heading. */
static BvBreak
find_break_behind (const BvBlock *block, guint index)
{
  const BvTableRow *row = block->rows->pdata[index];
  const BvTableRow *next;

  if (index + 1 == block->rows->len)
    return block->keep_with_next ? BV_BREAK_AVOIDED : BV_BREAK_FREE;
  next = block->rows->pdata[index + 1];
  if (row->kind == BV_ROW_PART || next->kind == BV_ROW_TOTAL || next->kind == BV_ROW_LINE)
    return BV_BREAK_AVOIDED;
  return BV_BREAK_FREE;
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
      const BvTableRow *row = table->block->rows->pdata[place.part];
      gboolean across = row->kind == BV_ROW_PART || row->kind == BV_ROW_LINE;

      piece = across ? set_across (table, place, row) : set_cells (table, place, row);
      piece->row = row->kind;
      piece->behind = find_break_behind (table->block, place.part);
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
