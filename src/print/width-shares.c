/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/width-shares.h"

#include <math.h>

#define LETTER 1.95      /* mm that one takes in a cell, on average */
#define BOLD_LETTER 2.25 /* in the head */
#define PADDING 3.0      /* mm, both sides and some room */
#define STEP 1.0         /* mm that are given to a column at once */

/* Between which widths a column may be, and how long its texts are, in mm of one line. */
typedef struct
{
  double width;    /* so far; at first its own, or more where a word would be cut */
  double most;     /* no line is broken */
  double *lengths; /* one a row */
} Share;

static double
find_longest (const char *text, const char *between)
{
  g_auto (GStrv) parts = g_strsplit_set (text, between, -1);
  glong longest = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (parts[i], -1));
  return longest;
}

static gboolean
is_across (const BvBlockRow *row)
{
  return row->kind == BV_BLOCK_ROW_PART || row->kind == BV_BLOCK_ROW_LINE;
}

/* The head may break between its words. */
static void
share_init (Share *share, const BvBlock *table, guint column)
{
  const BvColumn *self = &g_array_index (table->columns, BvColumn, column);

  share->lengths = g_new0 (double, table->rows->len);
  share->width = MAX (self->width, find_longest (self->heading, " \n") * BOLD_LETTER + PADDING);
  share->most = share->width;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BvBlockRow *row = g_ptr_array_index (table->rows, i);

      if (is_across (row))
        continue;
      share->lengths[i] = g_utf8_strlen (row->cells[column], -1) * LETTER;
      share->width = MAX (share->width, find_longest (row->cells[column], " \n") * LETTER + PADDING);
      share->most = MAX (share->most, find_longest (row->cells[column], "\n") * LETTER + PADDING);
    }
  share->most = MAX (share->most, share->width);
}

/* How high a row is, in lines: nearly as its highest cell, so that each cell that is lower counts a little.
 */
static double
find_height (const Share *shares, guint n, guint row)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      double lines = shares[i].lengths[row] / shares[i].width;
      double square = lines * lines;

      sum += square * square;
    }
  return sqrt (sqrt (sum));
}

static double
add_up_heights (const Share *shares, guint n, guint n_rows)
{
  double sum = 0;

  for (guint i = 0; i < n_rows; i++)
    sum += find_height (shares, n, i);
  return sum;
}

/* Gives a step to the column that lowers the rows most; FALSE: none needs more. */
static gboolean
give_step (Share *shares, guint n, guint n_rows)
{
  double least = G_MAXDOUBLE;
  Share *best = NULL;

  for (guint i = 0; i < n; i++)
    {
      double height;

      if (shares[i].width + STEP > shares[i].most)
        continue;
      shares[i].width += STEP;
      height = add_up_heights (shares, n, n_rows);
      shares[i].width -= STEP;
      if (height < least)
        {
          least = height;
          best = &shares[i];
        }
    }
  if (best != NULL)
    best->width += STEP;
  return best != NULL;
}

/**
 * bv_width_shares_fit:
 * @table: a table with all its rows; its columns have the width that is the least for them
 * @width: of the table, in the same mm
 *
 * Shares the width among the columns by what stands in them, so that the rows are about as low as they can
 * be. None gets less than its longest word, and none more than its longest line, unless all have that.
 */
void
bv_width_shares_fit (BvBlock *table, double width)
{
  guint n = table->columns->len;
  guint n_rows = table->rows->len;
  g_autofree Share *shares = g_new (Share, n);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      share_init (&shares[i], table, i);
      sum += shares[i].width;
    }
  while (sum + STEP <= width && give_step (shares, n, n_rows))
    sum += STEP;
  for (guint i = 0; i < n; i++)
    {
      g_array_index (table->columns, BvColumn, i).width = shares[i].width;
      g_free (shares[i].lengths);
    }
}
