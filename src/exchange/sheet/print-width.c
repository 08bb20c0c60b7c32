/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet/print-width.h"

#include <math.h>

#define PERCENT_MAX 100
#define PERCENT_MIN 10

/* Programs count columns a little wider than they are, and scale in whole percents. */
#define SAFETY 1.03

static double
sum (const double *widths, guint n)
{
  double width = 0;

  for (guint i = 0; i < n; i++)
    width += widths[i];
  return width;
}

/* At that scale; a column that is wider than a page has one of its own. */
static guint
count_at (const double *widths, guint n_columns, guint n_repeated, double room, double scale)
{
  double repeated = sum (widths, n_repeated);
  double most = room / scale / SAFETY;
  double used = repeated;
  guint n_pages = 1;
  gboolean is_fresh = TRUE;

  for (guint i = n_repeated; i < n_columns; i++)
    {
      if (!is_fresh && widths[i] > 0 && used + widths[i] > most)
        {
          n_pages++;
          used = repeated;
        }
      used += widths[i];
      is_fresh = is_fresh && widths[i] == 0;
    }
  return n_pages;
}

/**
 * bv_print_width_scale:
 * @widths: (array length=n_columns): of the columns, in points; 0 for those that are hidden
 * @n_columns: their number
 * @n_repeated: how many of the first stand on every page
 * @room: the width of a page between its margins, in points
 * @n_pages: how many pages there may be side by side
 *
 * Finds what a program makes of a table that is to fit @n_pages in width: the size of a letter on paper is
 * its size in the cell times this.
 *
 * Returns: the scale, at most 1
 */
double
bv_print_width_scale (const double *widths, guint n_columns, guint n_repeated, double room, guint n_pages)
{
  guint percent = PERCENT_MAX;

  while (percent > PERCENT_MIN
         && count_at (widths, n_columns, n_repeated, room, (double) percent / PERCENT_MAX) > n_pages)
    percent--;
  return (double) percent / PERCENT_MAX;
}

/**
 * bv_print_width_count_pages:
 * @widths: (array length=n_columns): of the columns, in points; 0 for those that are hidden
 * @n_columns: their number
 * @n_repeated: how many of the first stand on every page
 * @room: the width of a page between its margins, in points
 * @size: of the smallest letters, in points
 *
 * Returns: on how many pages side by side no letter is smaller than %BV_PRINT_LEAST_SIZE
 */
guint
bv_print_width_count_pages (const double *widths, guint n_columns, guint n_repeated, double room, double size)
{
  double percent = MIN (PERCENT_MAX, ceil (PERCENT_MAX * BV_PRINT_LEAST_SIZE / size));

  return count_at (widths, n_columns, n_repeated, room, percent / PERCENT_MAX);
}
