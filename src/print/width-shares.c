/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/width-shares.h"

#include "print/fonts.h"
#include "print/measures.h"

#include <math.h>
#include <string.h>

#define PADDING (2 * BV_CELL_PADDING_X / BV_POINTS_PER_MM + 0.5) /* mm: both sides, and some room */
#define STEP 1.0                                                 /* mm */
#define MOST_ROWS 400 /* that are weighed: of more, every second, third, … */

/* A column as wide as it may be: from where no word is cut up to where no line is broken, or the table is
 * full. */
typedef struct
{
  double least; /* mm */
  guint step;   /* how many STEPs it has more so far */
  guint n_steps;
  guint8 *lines; /* of each step, how many each row that is weighed takes; the head is the last of them */
} Share;

/* The columns of a table, and how high its rows are by them. */
typedef struct
{
  const BvBlock *table;
  BvFonts *fonts;
  Share *columns;
  guint pace; /* every so manieth row is weighed */
  guint n_rows;
  double *heights; /* see weigh() */
} Shares;

static gboolean
is_across (const BvBlockRow *row)
{
  return row->kind == BV_BLOCK_ROW_PART || row->kind == BV_BLOCK_ROW_LINE;
}

static double
measure (const Shares *shares, BvStyleId style, const char *text, gsize length)
{
  return bv_fonts_measure_text (shares->fonts, bv_block_get_style (shares->table, style), text, length)
         / BV_POINTS_PER_MM;
}

/* NULL: the row has no cell there. */
static const char *
get_cell (const Shares *shares, guint row, guint column, BvStyleId *style)
{
  const BvBlockRow *self;

  if (row == shares->table->rows->len)
    {
      *style = BV_STYLE_CELL_HEAD;
      return g_array_index (shares->table->columns, BvColumn, column).heading;
    }
  self = g_ptr_array_index (shares->table->rows, row);
  *style = self->kind == BV_BLOCK_ROW_TOTAL ? BV_STYLE_CELL_STRONG : BV_STYLE_CELL;
  return is_across (self) ? NULL : self->cells[column];
}

/* The words of a cell in mm; a negative one ends a line. */
static void
measure_words (const Shares *shares, BvStyleId style, const char *text, GArray *words)
{
  for (gsize start = 0, length; text[start] != '\0'; start += length + (text[start + length] != '\0'))
    {
      double width;

      length = strcspn (text + start, " \n");
      width = measure (shares, style, text + start, length);
      if (text[start + length] == '\n')
        width = -width - 1;
      g_array_append_val (words, width);
    }
}

static double
word_width (double word)
{
  return word < 0 ? -word - 1 : word;
}

/* How many lines @words take in a column of @width. */
static guint
count_lines (const GArray *words, double space, double width)
{
  double used = 0;
  guint n_lines = words->len > 0;

  for (guint i = 0; i < words->len; i++)
    {
      double word = word_width (g_array_index (words, double, i));

      if (used > 0 && used + space + word > width - PADDING)
        {
          n_lines++;
          used = 0;
        }
      used += word + (used > 0 ? space : 0);
      if (g_array_index (words, double, i) < 0)
        {
          n_lines++;
          used = 0;
        }
    }
  return n_lines;
}

/* Between which widths the column may be. */
static void
find_range (const Shares *shares, guint column, double width, Share *share)
{
  double most = 0;

  share->least = g_array_index (shares->table->columns, BvColumn, column).width;
  for (guint i = 0; i <= shares->table->rows->len; i++)
    {
      BvStyleId style;
      const char *text = get_cell (shares, i, column, &style);

      for (gsize start = 0, length; text != NULL && text[start] != '\0';
           start += length + (text[start + length] != '\0'))
        {
          length = strcspn (text + start, "\n");
          most = MAX (most, measure (shares, style, text + start, length) + PADDING);
        }
      for (gsize start = 0, length; text != NULL && text[start] != '\0';
           start += length + (text[start + length] != '\0'))
        {
          length = strcspn (text + start, " \n");
          share->least = MAX (share->least, measure (shares, style, text + start, length) + PADDING);
        }
    }
  share->n_steps = 1 + ceil (CLAMP (most - share->least, 0, width) / STEP);
}

static void
share_init (Share *share, const Shares *shares, guint column, double width)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (double));

  find_range (shares, column, width, share);
  share->lines = g_new0 (guint8, share->n_steps * shares->n_rows);
  for (guint i = 0; i < shares->n_rows; i++)
    {
      BvStyleId style;
      const char *text = get_cell (
        shares, i + 1 == shares->n_rows ? shares->table->rows->len : i * shares->pace, column, &style);
      double space = measure (shares, style, " ", 1);

      g_array_set_size (words, 0);
      if (text != NULL)
        measure_words (shares, style, text, words);
      for (guint step = 0; step < share->n_steps; step++)
        share->lines[step * shares->n_rows + i]
          = MIN (count_lines (words, space, share->least + step * STEP), G_MAXUINT8);
    }
}

/* What a cell adds to its row, whose height is the fourth root of the sum: nearly as its highest cell, so
 * that one of two high cells that becomes lower counts for something. */
static double
weigh (double lines)
{
  return lines * lines * lines * lines;
}

static double
get_lines (const Shares *shares, const Share *share, guint step, guint row)
{
  return share->lines[step * shares->n_rows + row];
}

static Shares *
shares_new (const BvBlock *table, double width)
{
  Shares *shares = g_new0 (Shares, 1);

  shares->table = table;
  shares->fonts = bv_fonts_get ();
  shares->pace = 1 + table->rows->len / MOST_ROWS;
  shares->n_rows = (table->rows->len + shares->pace - 1) / shares->pace + 1;
  shares->columns = g_new0 (Share, table->columns->len);
  shares->heights = g_new0 (double, shares->n_rows);
  for (guint i = 0; i < table->columns->len; i++)
    {
      share_init (&shares->columns[i], shares, i, width);
      for (guint k = 0; k < shares->n_rows; k++)
        shares->heights[k] += weigh (get_lines (shares, &shares->columns[i], 0, k));
    }
  return shares;
}

static void
shares_free (Shares *shares)
{
  for (guint i = 0; i < shares->table->columns->len; i++)
    g_free (shares->columns[i].lines);
  g_free (shares->columns);
  g_free (shares->heights);
  bv_fonts_unref (shares->fonts);
  g_free (shares);
}

/* By how many lines all rows become lower if the column went to @step. */
static double
find_gain (const Shares *shares, const Share *share, guint step)
{
  double gain = 0;

  for (guint i = 0; i < shares->n_rows; i++)
    {
      double now = get_lines (shares, share, share->step, i);
      double then = get_lines (shares, share, step, i);

      if (then < now)
        gain
          += sqrt (sqrt (shares->heights[i])) - sqrt (sqrt (shares->heights[i] - weigh (now) + weigh (then)));
    }
  return gain;
}

static void
widen (Shares *shares, Share *share, guint step)
{
  for (guint i = 0; i < shares->n_rows; i++)
    shares->heights[i]
      += weigh (get_lines (shares, share, step, i)) - weigh (get_lines (shares, share, share->step, i));
  share->step = step;
}

/* Widens the column whose rows become lower by most for what it takes of the @n_left steps. Returns: how many
 * it took; 0: there is nothing to gain. */
static guint
widen_best (Shares *shares, guint n_left)
{
  double most = 0;
  Share *best = NULL;
  guint best_step = 0;

  for (guint i = 0; i < shares->table->columns->len; i++)
    {
      Share *share = &shares->columns[i];

      for (guint step = share->step + 1; step < share->n_steps && step - share->step <= n_left; step++)
        {
          double gain = find_gain (shares, share, step) / (step - share->step);

          if (gain > most)
            {
              most = gain;
              best = share;
              best_step = step;
            }
        }
    }
  if (best == NULL)
    return 0;
  n_left = best_step - best->step;
  widen (shares, best, best_step);
  return n_left;
}

/**
 * bv_width_shares_fit:
 * @table: a table with all its rows; its columns have the width that is the least for them
 * @width: of the table, in the same mm
 *
 * Shares the width among the columns by what stands in them, so that the rows, the head among them, are
 * about as low as they can be. None gets less than its longest word. What nobody needs is left over: a table
 * fills its page by the shares.
 */
void
bv_width_shares_fit (BvBlock *table, double width)
{
  Shares *shares = shares_new (table, width);
  double sum = 0;

  for (guint i = 0; i < table->columns->len; i++)
    sum += shares->columns[i].least;
  for (guint n_left = width > sum ? floor ((width - sum) / STEP) : 0, n = 1; n_left > 0 && n > 0; n_left -= n)
    n = widen_best (shares, n_left);
  for (guint i = 0; i < table->columns->len; i++)
    g_array_index (table->columns, BvColumn, i).width
      = shares->columns[i].least + shares->columns[i].step * STEP;
  shares_free (shares);
}
