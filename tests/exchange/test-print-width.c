/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet/print-width.h"

#define A4_ACROSS 714.0 /* points between the margins of a landscape page */
#define MOST_COLUMNS 250

static void
test_pages (void)
{
  static const double widths[] = { 20, 80, 100, 0, 100, 100, 100 };
  static const struct
  {
    double room;
    double size;
    guint n_pages;
  } cases[] = {
    { 515, 7, 1 },                                /* all of them, and what programs count too much */
    { 514, 7, 2 },                                /* the last one does not fit */
    { 515, 3, 1 },                                /* letters that are small already are not made larger */
    { 258, 14, 1 },                               /* half the size is still 7 points */
    { 257, 14, 2 }, { 309, 7, 2 }, { 308, 7, 4 }, /* one column beside the repeated ones */
    { 90, 7, 4 }, /* the repeated ones alone are too wide: no column is left out */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (
      bv_print_width_count_pages (widths, G_N_ELEMENTS (widths), 2, cases[i].room, cases[i].size), ==,
      cases[i].n_pages);
}

static void
test_scale (void)
{
  static const double widths[] = { 100, 100, 100, 100 };

  g_assert_cmpfloat (bv_print_width_scale (widths, 4, 0, 1000, 1), ==, 1.0);
  g_assert_cmpfloat (bv_print_width_scale (widths, 4, 0, 206, 1), ==, 0.5);
  g_assert_cmpfloat (bv_print_width_scale (widths, 4, 0, 206, 2), ==, 1.0);
  g_assert_cmpfloat (bv_print_width_scale (widths, 4, 1, 206, 2), ==, 0.66);
}

/* A table of scores: number and name, unit, group, the criteria, total, percent and rank. */
static void
test_least_size (void)
{
  static const double fixed[] = { 25, 135, 93, 88, 51, 46, 35 };
  double widths[MOST_COLUMNS];

  for (guint n = G_N_ELEMENTS (fixed); n <= MOST_COLUMNS; n++)
    for (double size = 8; size <= 14; size += 1)
      {
        guint n_pages;

        for (guint i = 0; i < n; i++)
          widths[i] = i < G_N_ELEMENTS (fixed) ? fixed[i] : 43;
        n_pages = bv_print_width_count_pages (widths, n, 2, A4_ACROSS, size);
        g_assert_cmpfloat (size * bv_print_width_scale (widths, n, 2, A4_ACROSS, n_pages), >=,
                           BV_PRINT_LEAST_SIZE);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print-width/columns-that-do-not-fit-go-on-beside-the-repeated-ones", test_pages);
  g_test_add_func ("/print-width/the-scale-is-the-largest-that-fits", test_scale);
  g_test_add_func ("/print-width/no-letter-is-smaller-than-seven-points", test_least_size);
  return g_test_run ();
}
