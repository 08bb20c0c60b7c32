/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/piece.h"

#include "print/measures.h"
#include "print/set-table.h"

#define RULE_WIDTH 0.7

/**
 * bv_piece_new:
 * @kind: what it is
 * @place: where it comes from
 * @n_texts: how many texts stand in it
 *
 * Returns: (transfer full): a piece without height or texts, behind which a page may end
 */
BvPiece *
bv_piece_new (BvPieceKind kind, BvPlace place, guint n_texts)
{
  BvPiece *piece = g_malloc0 (sizeof (BvPiece) + n_texts * sizeof (BvPieceText));

  piece->kind = kind;
  piece->place = place;
  piece->n_texts = n_texts;
  return piece;
}

/**
 * bv_piece_free:
 * @piece: (transfer full): a piece
 */
void
bv_piece_free (BvPiece *piece)
{
  for (guint i = 0; i < piece->n_texts; i++)
    g_clear_pointer (&piece->texts[i].text, bv_set_text_unref);
  g_clear_pointer (&piece->table, bv_set_table_unref);
  g_free (piece);
}

/**
 * bv_piece_set_text:
 * @piece: a piece
 * @index: which of its texts
 * @text: (transfer full): all lines of it
 * @x: where it stands in the piece
 * @y: where it stands in the piece
 */
void
bv_piece_set_text (BvPiece *piece, guint index, BvSetText *text, double x, double y)
{
  piece->texts[index] = (BvPieceText){ text, 0, text->n_lines, x, y, BV_RULE_NONE };
}

static guint
count_lines (const BvPiece *piece)
{
  guint n_lines = 0;

  for (guint i = 0; i < piece->n_texts; i++)
    if (piece->texts[i].text != NULL)
      n_lines = MAX (n_lines, piece->texts[i].text->n_lines);
  return n_lines;
}

/* The line @index of every text that has one, side by side. */
static BvPiece *
take_line (const BvPiece *piece, guint index)
{
  BvPiece *line = bv_piece_new (piece->kind, piece->place, piece->n_texts);

  line->place.line = index;
  line->row = piece->row;
  line->table = piece->table != NULL ? bv_set_table_ref (piece->table) : NULL;
  for (guint i = 0; i < piece->n_texts; i++)
    {
      const BvPieceText *whole = &piece->texts[i];
      double y = index == 0 ? whole->y : 0;

      if (whole->text == NULL || index >= whole->text->n_lines)
        continue;
      line->texts[i]
        = (BvPieceText){ bv_set_text_ref (whole->text), index, index + 1, whole->x, y, BV_RULE_NONE };
      if (index + 1 == whole->text->n_lines)
        line->texts[i].rule = whole->rule;
      line->height = MAX (line->height, y + whole->text->lines[index].height);
    }
  return line;
}

/**
 * bv_piece_divide:
 * @piece: texts that stand side by side
 * @pieces: (element-type BvPiece): where its lines are added, one piece each. Where a page ends between them
 * it leaves two lines on either side
 */
void
bv_piece_divide (const BvPiece *piece, GPtrArray *pieces)
{
  guint n_lines = count_lines (piece);
  double height = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      BvPiece *line = take_line (piece, i);

      line->behind = i >= 1 && i + 3 <= n_lines ? BV_BREAK_FREE : BV_BREAK_AVOIDED;
      if (i == 0)
        line->before = piece->before;
      if (i + 1 == n_lines)
        {
          line->height = MAX (line->height, piece->height - height);
          line->after = piece->after;
          line->behind = piece->behind;
          line->ends_row = piece->ends_row;
        }
      height += line->height;
      g_ptr_array_add (pieces, line);
    }
}

static void
draw_rule (const BvPieceText *part, double x, double y, cairo_t *cr)
{
  const BvSetLine *longest = bv_set_text_find_longest (part->text);
  const BvSetLine *last = &part->text->lines[part->end - 1];
  double length = longest->width * part->rule;
  double below = last->y + last->height - part->text->lines[part->first].y + BV_RULE_DROP;

  cairo_set_line_width (cr, RULE_WIDTH);
  cairo_move_to (cr, x + longest->x + (longest->width - length) / 2, y + below);
  cairo_rel_line_to (cr, length, 0);
  cairo_stroke (cr);
}

/**
 * bv_piece_draw:
 * @piece: a piece
 * @x: its left edge
 * @y: its upper edge
 * @cr: what to draw on
 *
 * Draws its texts and the rules that belong to them, not the borders of a table.
 */
void
bv_piece_draw (const BvPiece *piece, double x, double y, cairo_t *cr)
{
  for (guint i = 0; i < piece->n_texts; i++)
    {
      const BvPieceText *part = &piece->texts[i];

      if (part->text == NULL)
        continue;
      bv_set_text_draw (part->text, part->first, part->end, x + part->x, y + part->y, cr);
      if (part->rule > 0)
        draw_rule (part, x + part->x, y + part->y, cr);
    }
}
