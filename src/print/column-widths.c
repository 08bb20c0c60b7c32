/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/column-widths.h"

#include <math.h>

#define LETTER 1.95      /* mm that one takes in a cell, on average */
#define BOLD_LETTER 2.25 /* in the head */
#define PADDING 3.0      /* mm, both sides and some room */
#define N_STEPS 40       /* each halves how far the shares may be from filling the width */

/* What a column would take, in mm. */
typedef struct
{
  double least; /* its own width, or more where a word would be cut */
  double most;  /* no line is broken */
  double need;  /* how its share grows */
} Need;

static double
find_longest (const char *text, const char *between)
{
  g_auto (GStrv) parts = g_strsplit_set (text, between, -1);
  glong longest = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (parts[i], -1));
  return longest;
}

static void
need_take (Need *need, const char *text, double letter)
{
  need->least = MAX (need->least, find_longest (text, " \n") * letter + PADDING);
  need->most = MAX (need->most, find_longest (text, "\n") * letter + PADDING);
}

/* The mean of squares: a long text among short ones counts, but not alone. */
static Need
find_need (const BvBlock *table, guint column)
{
  const BvColumn *self = &g_array_index (table->columns, BvColumn, column);
  Need need = { .least = self->width };
  double squares = 0;
  guint n = 0;

  need_take (&need, self->heading, BOLD_LETTER);
  need.most = need.least; /* the head may break between its words */
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BvBlockRow *row = g_ptr_array_index (table->rows, i);

      if (row->kind == BV_BLOCK_ROW_PART || row->kind == BV_BLOCK_ROW_LINE)
        continue;
      need_take (&need, row->cells[column], LETTER);
      squares += pow (g_utf8_strlen (row->cells[column], -1), 2);
      n++;
    }
  need.need = n > 0 ? sqrt (squares / n) : 0;
  need.most = MAX (need.most, need.least);
  return need;
}

static double
find_share (const Need *need, double height)
{
  return CLAMP (need->need * height, need->least, need->most);
}

static double
add_up (const Need *needs, guint n, double height)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += find_share (&needs[i], height);
  return sum;
}

/**
 * bv_column_widths_share:
 * @table: a table with all its rows; its columns have the width that is the least for them
 * @width: of the table, in the same mm
 *
 * Shares the width among the columns by what stands in them, so that rows are about as low as they can be: a
 * column of long texts gets more than one of short ones, none less than its longest word, and none more than
 * its longest line.
 */
void
bv_column_widths_share (BvBlock *table, double width)
{
  guint n = table->columns->len;
  g_autofree Need *needs = g_new (Need, n);
  double low = 0, high = 0;

  for (guint i = 0; i < n; i++)
    {
      needs[i] = find_need (table, i);
      high = MAX (high, needs[i].need > 0 ? needs[i].most / needs[i].need : 0);
    }
  for (guint step = 0; step < N_STEPS; step++)
    {
      double middle = (low + high) / 2;

      if (add_up (needs, n, middle) > width)
        high = middle;
      else
        low = middle;
    }
  for (guint i = 0; i < n; i++)
    g_array_index (table->columns, BvColumn, i).width = find_share (&needs[i], low);
}
