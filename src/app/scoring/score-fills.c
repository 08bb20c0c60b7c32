/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scoring/scoring-page-private.h"
#include "store/score-fill.h"

#include <glib/gi18n-lib.h>

/* Cells are filled from those above, or from those at their left, as in a spreadsheet. */

/* Of a block its first row, or column, fills the others; a cell alone is filled from the one before it. */
static gboolean
find_source (const BvScoreBlock *block, gboolean down, BvScoreSpot *first)
{
  *first = block->first;
  if (down && block->first.row == block->last.row)
    return first->row-- > 0;
  if (!down && block->first.column == block->last.column)
    return first->column-- > 0;
  return TRUE;
}

static GArray *
list_fills (BvScoringPage *self, const BvScoreBlock *block, const BvScoreSpot *source, gboolean down)
{
  GArray *fills = g_array_new (FALSE, FALSE, sizeof (BvScoreFill));

  for (guint row = down ? source->row + 1 : block->first.row; row <= block->last.row; row++)
    for (guint column = down ? block->first.column : source->column + 1; column <= block->last.column;
         column++)
      {
        const BvScoreFill fill = {
          bv_scoring_page_find_place (self, down ? source->row : row, down ? column : source->column),
          bv_scoring_page_find_place (self, row, column),
        };

        g_array_append_val (fills, fill);
      }
  return fills;
}

/* What was written is read again, as it is by the next ranking. */
static void
expect_filled (BvScoringPage *self, const GArray *fills)
{
  for (guint i = 0; i < fills->len; i++)
    bv_scoring_page_expect_written (self, &g_array_index (fills, BvScoreFill, i).to);
}

static void
fill (BvScoringPage *self, gboolean down)
{
  BvSession *session = bv_page_get_session (BV_PAGE (self));
  BvScoreBlock block = bv_score_sheet_get_block (self->sheet);
  BvLibrary *library = bv_scoring_page_open (self);
  g_autoptr (GArray) fills = NULL;
  g_autoptr (GError) error = NULL;
  BvScoreSpot source;

  if (library == NULL || !bv_score_sheet_commit (self->sheet))
    return;
  if (!find_source (&block, down, &source))
    {
      bv_scoring_page_say (self, g_strdup (_ ("There is no cell before it to fill it from")));
      return;
    }
  fills = list_fills (self, &block, &source, down);
  if (!bv_score_fill (library, bv_session_get_campaign (session), fills,
                      bv_score_sheet_get_column (self->sheet), &error))
    {
      /* Translators: %s says in which cell, and why. */
      bv_scoring_page_say (self, g_strdup_printf (_ ("Nothing was filled: %s"), error->message));
      return;
    }
  expect_filled (self, fills);
  bv_scoring_page_show_written (self);
  bv_scoring_page_say (
    self, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cell filled", "%u cells filled", fills->len),
                           fills->len));
}

/* Room-private: fills the cells that are selected from the first row of them. */
void
bv_scoring_page_fill_down (BvPage *page)
{
  fill (BV_SCORING_PAGE (page), TRUE);
}

/* Room-private: the same from their first column. */
void
bv_scoring_page_fill_right (BvPage *page)
{
  fill (BV_SCORING_PAGE (page), FALSE);
}
