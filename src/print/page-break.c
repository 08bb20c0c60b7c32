/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/page-break.h"

#define LINES_BEFORE_CLOSING 2
#define LEAST_LINES_OF_LONG 4 /* a closing paragraph of so many lines may itself be divided */

static const BvPiece *
get_piece (const GPtrArray *pieces, guint index)
{
  return pieces->pdata[index];
}

static gboolean
is_same_paragraph (const BvPiece *a, const BvPiece *b)
{
  return a->kind == b->kind && a->place.block == b->place.block && a->place.part == b->place.part;
}

/* The index behind the last piece before @end that is not a gap; gaps on the way are tied to it. */
static guint
tie_over_gaps (GPtrArray *pieces, guint end)
{
  while (end > 0 && get_piece (pieces, end - 1)->kind == BV_PIECE_GAP)
    ((BvPiece *) pieces->pdata[--end])->behind = BV_BREAK_FORBIDDEN;
  return end;
}

static guint
find_begin_of_paragraph (const GPtrArray *pieces, guint end)
{
  guint begin = end - 1;

  while (begin > 0 && is_same_paragraph (get_piece (pieces, begin - 1), get_piece (pieces, end - 1)))
    begin--;
  return begin;
}

/* Ties to the closing paragraph, which begins at @end, a row, or where it is a line alone the last lines
 * before it. */
static void
tie_foothold (GPtrArray *pieces, guint end, gboolean is_line_alone, BvBreak behind)
{
  guint lines = 0;

  while ((end = tie_over_gaps (pieces, end)) > 0)
    {
      BvPiece *last = pieces->pdata[end - 1];

      if (last->kind == BV_PIECE_LINE && !is_line_alone)
        return;
      last->behind = MAX (last->behind, behind);
      if (last->kind != BV_PIECE_LINE || ++lines == LINES_BEFORE_CLOSING)
        return;
      end--;
    }
}

/**
 * bv_page_break_tie_signature:
 * @pieces: (element-type BvPiece): what was read; the last piece is a signature
 *
 * Sees to it that no page begins with the signature: the closing paragraph stays with it, and with that a
 * row of the table, or two lines of the text before it where it has only one itself.
 */
void
bv_page_break_tie_signature (GPtrArray *pieces)
{
  guint end = tie_over_gaps (pieces, pieces->len - 1);
  guint begin;
  BvPiece *last;

  if (end == 0)
    return;
  last = pieces->pdata[end - 1];
  last->behind = BV_BREAK_FORBIDDEN;
  if (last->kind != BV_PIECE_LINE)
    return;
  begin = find_begin_of_paragraph (pieces, end);
  if (end - begin >= LEAST_LINES_OF_LONG)
    return;
  for (guint i = begin; i + 1 < end; i++)
    ((BvPiece *) pieces->pdata[i])->behind = BV_BREAK_FORBIDDEN;
  tie_foothold (pieces, begin, end - begin == 1, BV_BREAK_AVOIDED);
}

/**
 * bv_page_break_find:
 * @pieces: (element-type BvPiece): what was read from the top of the page on, and as much behind it that
 * every signature that is tied to it is among them
 * @n_fitting: how many of them have room, at least 1
 *
 * Returns: how many of them the page takes: as many as may stand on it, and where all are tied, as many as
 * fit
 */
guint
bv_page_break_find (const GPtrArray *pieces, guint n_fitting)
{
  for (BvBreak worst = BV_BREAK_FREE; worst < BV_BREAK_FORBIDDEN; worst++)
    for (guint end = n_fitting; end > 0; end--)
      if (get_piece (pieces, end - 1)->behind <= worst && get_piece (pieces, end - 1)->kind != BV_PIECE_GAP)
        return end;
  return n_fitting;
}
