/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/points.h"

typedef struct
{
  gint64 a;
  gint64 b;
  gint64 c;
  gint64 result;
} Product;

static void
test_rounded (void)
{
  static const gint64 cases[][3] = {
    { 0, 1, 0 }, { 1, 2, 1 },     { 1, 3, 0 },     { 2, 3, 1 },
    { 5, 2, 3 }, { 13, 8, 2 },    { 11, 8, 1 },    { 100, 100, 1 },
    { 9, 6, 2 }, { 149, 100, 1 }, { 150, 100, 2 }, { G_MAXINT64, 1, G_MAXINT64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (bv_rounded (cases[i][0], cases[i][1]), ==, cases[i][2]);
}

/* Each quotient against the definition of RULES.md: (2·a + b) div (2·b). */
static void
test_rounded_is_half_up (void)
{
  for (gint64 a = 0; a < 300; a++)
    for (gint64 b = 1; b < 60; b++)
      {
        gint64 result = bv_rounded (a, b);

        g_assert_cmpint (2 * a, >=, (2 * result - 1) * b);
        g_assert_cmpint (2 * a, <, (2 * result + 1) * b);
      }
}

static void
test_product (void)
{
  static const Product cases[] = {
    { 1500, 7, 8, 1313 },
    { 1000, 1, 3, 333 },
    { BV_POINTS_MAX, BV_QUANTITY_MAX, BV_QUANTITY_MAX, BV_POINTS_MAX },
    { BV_POINTS_MAX, BV_QUANTITY_MAX - 1, 2 * BV_QUANTITY_MAX, BV_POINTS_MAX / 2 },
    { G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (bv_rounded_product (cases[i].a, cases[i].b, cases[i].c), ==, cases[i].result);
}

typedef struct
{
  const char *text;
  gint64 value; /* BV_NONE: refused */
  int code;
  const char *written; /* NULL: as @text */
} Reading;

static const Reading points[] = {
  { "0.00", 0, 0, NULL },
  { "12.50", 1250, 0, NULL },
  { "12.5", 1250, 0, "12.50" },
  { "12", 1200, 0, "12.00" },
  { "007.05", 705, 0, "7.05" },
  { "1000000.00", BV_POINTS_MAX, 0, NULL },
  { "1000000.01", BV_NONE, BV_POINTS_ERROR_RANGE, NULL },
  { "99999999999999999999999", BV_NONE, BV_POINTS_ERROR_RANGE, NULL },
  { "12.345", BV_NONE, BV_POINTS_ERROR_PLACES, NULL },
  { "12.500", BV_NONE, BV_POINTS_ERROR_PLACES, NULL },
  { "", BV_NONE, BV_POINTS_ERROR_SYNTAX, NULL },
  { ".5", BV_NONE, BV_POINTS_ERROR_SYNTAX, NULL },
  { "5.", BV_NONE, BV_POINTS_ERROR_SYNTAX, NULL },
  { "1.2.3", BV_NONE, BV_POINTS_ERROR_SYNTAX, NULL },
  { "-1.00", BV_NONE, BV_POINTS_ERROR_SYNTAX, NULL },
  { "+1.00", BV_NONE, BV_POINTS_ERROR_SYNTAX, NULL },
  { " 1.00", BV_NONE, BV_POINTS_ERROR_SYNTAX, NULL },
  { "1,00", BV_NONE, BV_POINTS_ERROR_SYNTAX, NULL },
  { "1e3", BV_NONE, BV_POINTS_ERROR_SYNTAX, NULL },
};

static void
test_points (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *written = NULL;

      g_assert_cmpint (bv_points_parse (points[i].text, &error), ==, points[i].value);
      if (points[i].value == BV_NONE)
        {
          g_assert_error (error, BV_POINTS_ERROR, points[i].code);
          g_assert_nonnull (g_strstr_len (error->message, -1, points[i].text));
          continue;
        }
      g_assert_no_error (error);
      written = bv_points_to_string (points[i].value);
      g_assert_cmpstr (written, ==, points[i].written != NULL ? points[i].written : points[i].text);
    }
}

typedef struct
{
  const char *text;
  const char *written; /* NULL: refused */
  gboolean rounded;
} Quantity;

static const Quantity quantities[] = {
  { "7.6316", "7.6316", FALSE },
  { "0", "0.0000", FALSE },
  { "7.63165", "7.6317", TRUE },
  { "7.63164999", "7.6316", TRUE },
  { "7.63160", "7.6316", TRUE },
  { "9.99995", "10.0000", TRUE },
  { "1000000000000", "1000000000000.0000", FALSE },
  { "1000000000000.00004", "1000000000000.0000", TRUE },
  { "1000000000000.00005", NULL, FALSE },
  { "1000000000001", NULL, FALSE },
  { "-0.1", NULL, FALSE },
  { "7.", NULL, FALSE },
};

static void
test_quantities (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (quantities); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean rounded = FALSE;
      gint64 value = bv_quantity_parse (quantities[i].text, &rounded, &error);
      g_autofree char *written = bv_quantity_to_string (value);

      g_assert_cmpstr (written, ==, quantities[i].written);
      g_assert_cmpint (rounded, ==, quantities[i].rounded);
      g_assert_cmpint (error == NULL, ==, quantities[i].written != NULL);
    }
}

static void
test_negative (void)
{
  g_autofree char *small = bv_points_to_string (-5);
  g_autofree char *large = bv_points_to_string (-1250);

  g_assert_cmpstr (small, ==, "-0.05");
  g_assert_cmpstr (large, ==, "-12.50");
  g_assert_null (bv_points_to_string (BV_NONE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/points/quotients-round-half-up", test_rounded);
  g_test_add_func ("/points/every-small-quotient-is-the-nearest-or-the-upper", test_rounded_is_half_up);
  g_test_add_func ("/points/products-do-not-overflow", test_product);
  g_test_add_func ("/points/points-are-read-and-written-exactly", test_points);
  g_test_add_func ("/points/quantities-round-at-four-places-and-say-so", test_quantities);
  g_test_add_func ("/points/differences-may-be-negative", test_negative);
  return g_test_run ();
}
