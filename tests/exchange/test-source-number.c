/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/cell-place.h"
#include "exchange/source/source-number.h"

typedef struct
{
  const char *kept;
  const char *shown; /* NULL: no number, no day */
} Case;

static void
test_numbers (void)
{
  static const Case cases[] = {
    { "12", "12" },
    { "-12.5", "-12.5" },
    { "0", "0" },
    { "-0", "-0" },
    { "33.299999999999997", "33.3" },
    { "7.6315999999999997", "7.6316" },
    { "0.1", "0.1" },
    { "1E-3", "0.001" },
    { "1.5e2", "150" },
    { "1.2345678901234567E+19", "12345678901234600000" },
    { "89012345678", "89012345678" },
    { "089012345678", "089012345678" },
    { "1234567890123456", "1234567890123460" },
    { ".5", "0.5" },
    { "5.", "5" },
    { "-9.9999999999999995E-8", "-0.0000001" },
    { "", NULL },
    { "abc", NULL },
    { "12x", NULL },
    { "inf", NULL },
    { "nan", NULL },
    { "1e999", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) shown = g_string_new (NULL);

      g_assert_cmpint (bv_source_number_write (cases[i].kept, shown), ==, cases[i].shown != NULL);
      g_assert_cmpstr (shown->str, ==, cases[i].shown != NULL ? cases[i].shown : "");
    }
}

static void
check_days (const Case *cases, guint n_cases, gboolean from_1904)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GString) day = g_string_new (NULL);

      g_assert_cmpint (bv_source_number_write_date (cases[i].kept, from_1904, day), ==,
                       cases[i].shown != NULL);
      g_assert_cmpstr (day->str, ==, cases[i].shown != NULL ? cases[i].shown : "");
    }
}

static void
test_days (void)
{
  static const Case from_1900[] = {
    { "44545", "2021-12-15" },
    { "44545.3125", "2021-12-15 07:30:00" },
    { "44544.999999999", "2021-12-15" },
    { "1", "1900-01-01" },
    { "59", "1900-02-28" },
    { "60", NULL },
    { "61", "1900-03-01" },
    { "0", "00:00:00" },
    { "0.3125", "07:30:00" },
    { "-1", NULL },
    { "99999999", NULL },
    { "x", NULL },
  };
  static const Case from_1904[]
    = { { "43083", "2021-12-15" }, { "0", "1904-01-01" }, { "43083.5", "2021-12-15 12:00:00" } };

  check_days (from_1900, G_N_ELEMENTS (from_1900), FALSE);
  check_days (from_1904, G_N_ELEMENTS (from_1904), TRUE);
}

static void
test_formats (void)
{
  static const char *const dates[]
    = { "dd/mm/yyyy", "[$-42A]dd mmmm yyyy;@", "h:mm", "[h]:mm:ss", "m/d/yy h:mm", "\"ngày\" d" };
  static const char *const others[]
    = { "General",  "0.00", "#.##0,00", "0 \"điểm\"", "[Red]0.0", "0.0\\d", "@", "_(* #,##0_);_(* (#,##0)",
        "0.00E+00", "" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_true (bv_source_number_format_is_date (dates[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (bv_source_number_format_is_date (others[i]));
}

static void
test_places (void)
{
  static const struct
  {
    const char *text;
    guint row;
    guint column;
    const char *rest;
  } cases[] = {
    { "A1", 0, 0, "" },
    { "AB12", 11, 27, "" },
    { "$XFD$1048576", 1048575, 16383, "" },
    { "b2:c3", 1, 1, ":c3" },
    { "12", 11, G_MAXUINT, "" },
    { "A", G_MAXUINT, 0, "" },
    { "", G_MAXUINT, G_MAXUINT, "" },
  };
  g_autofree char *place = bv_cell_place_write (1048575, 16383);
  g_autofree char *first = bv_cell_place_write (0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint row;
      guint column;

      g_assert_cmpstr (bv_cell_place_read (cases[i].text, &row, &column), ==, cases[i].rest);
      g_assert_cmpuint (row, ==, cases[i].row);
      g_assert_cmpuint (column, ==, cases[i].column);
    }
  g_assert_cmpstr (place, ==, "XFD1048576");
  g_assert_cmpstr (first, ==, "A1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-number/as-programs-show-them", test_numbers);
  g_test_add_func ("/source-number/days-of-both-epochs", test_days);
  g_test_add_func ("/source-number/which-formats-show-days", test_formats);
  g_test_add_func ("/source-number/places-of-cells", test_places);
  return g_test_run ();
}
