/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/flow.h"

#include "print/measures.h"

#include <string.h>

/**
 * bv_flow_new:
 * @fonts: the faces; they outlive the flow
 * @section: what to read; it outlives the flow
 * @width: of the lines
 * @height: of a page, without its margins
 *
 * Returns: (transfer full): a flow that begins at the first block
 */
BvFlow *
bv_flow_new (BvFonts *fonts, const BvSection *section, double width, double height)
{
  BvFlow *flow = g_new0 (BvFlow, 1);

  flow->fonts = fonts;
  flow->section = section;
  flow->width = width;
  flow->height = height;
  return flow;
}

/**
 * bv_flow_free:
 * @flow: (transfer full): a flow
 */
void
bv_flow_free (BvFlow *flow)
{
  g_clear_pointer (&flow->table, bv_set_table_unref);
  g_free (flow);
}

/**
 * bv_flow_seek:
 * @flow: a flow
 * @place: of a piece that it gave
 *
 * Makes that piece the next one.
 */
void
bv_flow_seek (BvFlow *flow, BvPlace place)
{
  flow->next = place;
  g_clear_pointer (&flow->table, bv_set_table_unref);
}

static void
leave_block (BvFlow *flow)
{
  flow->next = (BvPlace){ flow->next.block + 1, 0, 0 };
  flow->n_read++;
}

/* Room around paragraphs is given once for all of their lines. */
static void
add_lines (BvFlow *flow, BvSetText *text, const BvStyle *style, gboolean keep, GPtrArray *pieces)
{
  g_autoptr (BvPiece) paragraph = bv_piece_new (BV_PIECE_LINE, flow->next, 1);

  bv_piece_set_text (paragraph, 0, text, 0, 0);
  paragraph->place.line = 0;
  paragraph->before = style->before;
  paragraph->after = style->after;
  paragraph->behind = keep ? BV_BREAK_AVOIDED : BV_BREAK_FREE;
  bv_piece_divide (paragraph, pieces);
}

static void
read_ruled (BvFlow *flow, const BvBlock *block, GPtrArray *pieces)
{
  const BvStyle *style = bv_style_get (block->text.style);
  BvPiece *piece = bv_piece_new (BV_PIECE_LINE, flow->next, 1);
  BvSetText *text
    = bv_set_text_new (flow->fonts, block->text.style, style->align, block->text.text, -1, flow->width);

  bv_piece_set_text (piece, 0, text, 0, 0);
  piece->texts[0].rule = block->text.rule;
  piece->before = style->before;
  piece->height = text->height + BV_RULE_ROOM;
  piece->after = style->after;
  piece->behind = block->keep_with_next ? BV_BREAK_AVOIDED : BV_BREAK_FREE;
  if (piece->height <= flow->height)
    g_ptr_array_add (pieces, piece);
  else
    {
      bv_piece_divide (piece, pieces);
      bv_piece_free (piece);
    }
  leave_block (flow);
}

static void
read_paragraph (BvFlow *flow, const BvBlock *block, GPtrArray *pieces)
{
  const BvStyle *style = bv_style_get (block->text.style);
  const char *text = block->text.text + flow->next.part;
  const char *end = strchr (text, '\n');
  gsize length = end != NULL ? (gsize) (end - text) : strlen (text);
  gboolean last = end == NULL || end[1] == '\0';
  BvSetText *set = bv_set_text_new (flow->fonts, block->text.style, style->align, text, length, flow->width);

  add_lines (flow, set, style, last && block->keep_with_next, pieces);
  if (last)
    leave_block (flow);
  else
    flow->next = (BvPlace){ flow->next.block, flow->next.part + length + 1, 0 };
}

/* A gap does not part what is kept together. */
static void
read_gap (BvFlow *flow, const BvBlock *block, GPtrArray *pieces)
{
  BvPiece *gap = bv_piece_new (BV_PIECE_GAP, flow->next, 0);
  guint index = flow->next.block;

  while (index > 0 && block->kind == BV_BLOCK_GAP && !block->keep_with_next)
    block = flow->section->blocks->pdata[--index];
  gap->height = ((const BvBlock *) flow->section->blocks->pdata[flow->next.block])->height;
  gap->behind = block->keep_with_next ? BV_BREAK_AVOIDED : BV_BREAK_FREE;
  g_ptr_array_add (pieces, gap);
  leave_block (flow);
}

static double
set_half (const BvFlow *flow,
          BvPiece *piece,
          guint index,
          const BvText *half,
          double x,
          double y,
          double width)
{
  const BvStyle *style = bv_style_get (half->style);
  BvSetText *text;

  if (half->text == NULL || *half->text == '\0')
    return y;
  text = bv_set_text_new (flow->fonts, half->style, style->align, half->text, -1, width);
  bv_piece_set_text (piece, index, text, x, y + style->before);
  piece->texts[index].rule = half->rule;
  return y + style->before + text->height + style->after + (half->rule > 0 ? BV_RULE_ROOM : 0);
}

/* Adds the row to what stands in @piece. */
static void
set_halves_row (const BvFlow *flow,
                const BvBlock *block,
                const BvHalvesRow *row,
                BvPiece *piece,
                guint first_text)
{
  double top = piece->height;
  double edge = flow->width * block->split;
  double left = set_half (flow, piece, first_text, &row->left, 0, top, edge - BV_GUTTER / 2);
  double right = set_half (flow, piece, first_text + 1, &row->right, edge + BV_GUTTER / 2, top,
                           flow->width - edge - BV_GUTTER / 2);

  piece->height = MAX (top + row->least_height, MAX (left, right));
}

/* What no page can hold, row by row and at last line by line. */
static void
read_tall_halves (BvFlow *flow, const BvBlock *block, GPtrArray *pieces)
{
  guint begin = pieces->len;

  for (guint i = 0; i < block->halves->len; i++)
    {
      g_autoptr (BvPiece) row = bv_piece_new (BV_PIECE_LINE, flow->next, 2);

      row->behind = BV_BREAK_FREE;
      set_halves_row (flow, block, &g_array_index (block->halves, BvHalvesRow, i), row, 0);
      if (row->height > flow->height)
        bv_piece_divide (row, pieces);
      else
        g_ptr_array_add (pieces, g_steal_pointer (&row));
    }
  for (guint i = begin; i < pieces->len; i++)
    ((BvPiece *) pieces->pdata[i])->place.line = i - begin;
}

static void
read_halves (BvFlow *flow, const BvBlock *block, GPtrArray *pieces)
{
  g_autoptr (BvPiece) piece = bv_piece_new (BV_PIECE_HALVES, flow->next, 2 * block->halves->len);

  for (guint i = 0; i < block->halves->len; i++)
    set_halves_row (flow, block, &g_array_index (block->halves, BvHalvesRow, i), piece, 2 * i);
  piece->behind = block->keep_with_next ? BV_BREAK_AVOIDED : BV_BREAK_FREE;
  if (piece->height > flow->height)
    read_tall_halves (flow, block, pieces);
  else
    g_ptr_array_add (pieces, g_steal_pointer (&piece));
  leave_block (flow);
}

static void
read_row (BvFlow *flow, const BvBlock *block, GPtrArray *pieces)
{
  g_autoptr (BvPiece) row = NULL;

  if (flow->table == NULL)
    flow->table = bv_set_table_new (flow->fonts, block, flow->width);
  row = bv_set_table_set_row (flow->table, flow->next);
  if (row->height > flow->height - flow->table->head->height)
    bv_piece_divide (row, pieces);
  else
    g_ptr_array_add (pieces, g_steal_pointer (&row));
  if (flow->next.part + 1 < block->rows->len)
    {
      flow->next.part++;
      flow->n_read++;
      return;
    }
  g_clear_pointer (&flow->table, bv_set_table_unref);
  leave_block (flow);
}

static void
read_block (BvFlow *flow, const BvBlock *block, GPtrArray *pieces)
{
  switch (block->kind)
    {
    case BV_BLOCK_PARAGRAPH:
      if (block->text.rule > 0)
        read_ruled (flow, block, pieces);
      else
        read_paragraph (flow, block, pieces);
      break;
    case BV_BLOCK_HALVES:
      read_halves (flow, block, pieces);
      break;
    case BV_BLOCK_TABLE:
      if (block->columns->len > 0)
        read_row (flow, block, pieces);
      else
        leave_block (flow);
      break;
    case BV_BLOCK_GAP:
      read_gap (flow, block, pieces);
      break;
    }
}

/**
 * bv_flow_read:
 * @flow: a flow
 * @pieces: (element-type BvPiece): where the pieces of the next paragraph, row or other block are added
 *
 * Returns: whether there was one
 */
gboolean
bv_flow_read (BvFlow *flow, GPtrArray *pieces)
{
  guint begin = pieces->len;
  guint skipped = flow->next.line;

  if (flow->next.block >= flow->section->blocks->len)
    return FALSE;
  flow->next.line = 0;
  read_block (flow, flow->section->blocks->pdata[flow->next.block], pieces);
  if (skipped > 0)
    g_ptr_array_remove_range (pieces, begin, skipped);
  return TRUE;
}

/**
 * bv_flow_count:
 * @section: a section
 *
 * Returns: what the @n_read of its flow comes to at the end
 */
guint
bv_flow_count (const BvSection *section)
{
  guint count = 0;

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const BvBlock *block = section->blocks->pdata[i];

      count += block->kind == BV_BLOCK_TABLE ? MAX (block->rows->len, 1) : 1;
    }
  return count;
}
