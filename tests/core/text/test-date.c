/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/points.h"
#include "core/text/date.h"

#include <glib.h>
#include <math.h>

typedef struct
{
  const char *text;
  gint64 date;
} Reading;

static void
test_valid (void)
{
  static const gint64 days[] = { 20210621, 20240229, 20000229, 18000101, 29991231 };
  static const gint64 others[] = { BV_NONE,  0,        20210229, 19000229, 20211301,  20210001,  20210100,
                                   19800000, 17991231, 30000101, 20210632, -20210621, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_true (bv_date_is_valid (days[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (bv_date_is_valid (others[i]));
}

static void
test_partial (void)
{
  g_assert_true (bv_date_is_partial (19800000));
  g_assert_false (bv_date_is_partial (19800500));
  g_assert_false (bv_date_is_partial (19800501));
  g_assert_false (bv_date_is_partial (17990000));
  g_assert_false (bv_date_is_partial (BV_NONE));
}

static void
test_iso (void)
{
  static const Reading good[]
    = { { "2021-06-21", 20210621 }, { "1980-05-01", 19800501 }, { "2024-02-29", 20240229 } };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = bv_date_to_iso (good[i].date);

      g_assert_cmpint (bv_date_parse_iso (good[i].text, FALSE, &error), ==, good[i].date);
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, good[i].text);
    }
}

static void
test_iso_partial (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bv_date_parse_iso ("1980", TRUE, NULL), ==, 19800000);
  g_assert_cmpint (bv_date_parse_iso ("1980-05-01", TRUE, NULL), ==, 19800501);
  g_assert_cmpint (bv_date_parse_iso ("1980", FALSE, &error), ==, BV_NONE);
  g_assert_error (error, BV_DATE_ERROR, BV_DATE_ERROR_SYNTAX);
}

static void
test_iso_strict (void)
{
  static const char *const bad[]
    = { "",           "2021-6-21",      "21/06/2021", " 2021-06-21", "2021-06-21 ", "20210621", "2021-06-211",
        "2021/06/21", "２０２１-06-21", "-021-06-21", "2021-06",     "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (bv_date_parse_iso (bad[i], TRUE, &error), ==, BV_NONE);
      g_assert_error (error, BV_DATE_ERROR, BV_DATE_ERROR_SYNTAX);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_calendar (void)
{
  static const char *const iso[] = { "2021-02-29", "1900-02-29", "2021-13-01", "2021-00-10", "2021-10-00",
                                     "1799-12-31", "3000-01-01", "0000",       "1799" };
  static const char *const typed[]
    = { "29/02/2021", "31/04/2021", "6/21/2021", "0/1/2021", "1/0/2021", "1/1/1799" };

  for (guint i = 0; i < G_N_ELEMENTS (iso); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (bv_date_parse_iso (iso[i], TRUE, &error), ==, BV_NONE);
      g_assert_error (error, BV_DATE_ERROR, BV_DATE_ERROR_RANGE);
      g_assert_nonnull (g_strstr_len (error->message, -1, iso[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (bv_date_parse_vietnamese (typed[i], FALSE, &error), ==, BV_NONE);
      g_assert_error (error, BV_DATE_ERROR, BV_DATE_ERROR_RANGE);
    }
}

static void
test_vietnamese (void)
{
  static const Reading cases[] = {
    { "21/06/2021", 20210621 }, { "5/1/22", 20220105 },       { "05-01-2022", 20220105 },
    { "05.01.2022", 20220105 }, { "5/01/2022", 20220105 },    { "05/1/2022", 20220105 },
    { "5.1.22", 20220105 },     { " 5/1/2022 \n", 20220105 }, { "2022-01-05", 20220105 },
    { "1/2/00", 20000201 },     { "1/2/68", 20680201 },       { "1/2/69", 19690201 },
    { "1/2/99", 19990201 },     { "29/02/2024", 20240229 },   { "29/2/00", 20000229 },
    { "31/12/2999", 29991231 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (bv_date_parse_vietnamese (cases[i].text, FALSE, &error), ==, cases[i].date);
      g_assert_no_error (error);
    }
}

static void
test_vietnamese_partial (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bv_date_parse_vietnamese (" 1980 ", TRUE, NULL), ==, 19800000);
  g_assert_cmpint (bv_date_parse_vietnamese ("5/1/80", TRUE, NULL), ==, 19800105);
  g_assert_cmpint (bv_date_parse_vietnamese ("1500", TRUE, &error), ==, BV_NONE);
  g_assert_error (error, BV_DATE_ERROR, BV_DATE_ERROR_RANGE);
}

static void
test_vietnamese_refused (void)
{
  static const char *const bad[] = { "",          "hôm nay",  "5/1",       "5/1/202",
                                     "5/1/20222", "5/1-2022", "5 /1/2022", "005/1/2022",
                                     "5//2022",   "/1/2022",  "2022",      "2022/01/05",
                                     "5,1,2022",  "44567",    "5/1/22x",   "05/01/2022 lúc 8 giờ",
                                     "\xc3\x28" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (bv_date_parse_vietnamese (bad[i], FALSE, &error), ==, BV_NONE);
      g_assert_error (error, BV_DATE_ERROR, BV_DATE_ERROR_SYNTAX);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_excel (void)
{
  static const struct
  {
    double serial;
    gint64 date;
  } cases[] = { { 1, 19000101 },     { 31, 19000131 },    { 59, 19000228 },    { 61, 19000301 },
                { 25569, 19700101 }, { 44368, 20210621 }, { 45351, 20240229 }, { 401768, 29991231 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (bv_date_from_excel (cases[i].serial), ==, cases[i].date);
      g_assert_cmpint (bv_date_from_excel (cases[i].serial + 0.999), ==, cases[i].date);
      g_assert_cmpfloat (bv_date_to_excel (cases[i].date), ==, cases[i].serial);
    }
}

static void
test_excel_none (void)
{
  const double serials[] = { 60, 60.5, 0, 0.5, -1, 401769, 1e18, -1e18, NAN, INFINITY, -INFINITY };
  static const gint64 dates[] = { BV_NONE, 18991231, 19800000, 19000229, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (serials); i++)
    g_assert_cmpint (bv_date_from_excel (serials[i]), ==, BV_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_cmpfloat (bv_date_to_excel (dates[i]), ==, 0);
}

static void
test_excel_round (void)
{
  for (int serial = 1; serial <= 80000; serial++)
    if (serial != 60)
      g_assert_cmpfloat (bv_date_to_excel (bv_date_from_excel (serial)), ==, serial);
}

static void
test_today (void)
{
  g_assert_true (bv_date_is_valid (bv_date_today ()));
}

static void
test_days (void)
{
  g_assert_cmpint (bv_date_days_between (20210621, 20210621), ==, 0);
  g_assert_cmpint (bv_date_days_between (20210621, 20211231), ==, 193);
  g_assert_cmpint (bv_date_days_between (20211231, 20210621), ==, -193);
  g_assert_cmpint (bv_date_days_between (20240228, 20240301), ==, 2);
  g_assert_cmpint (bv_date_days_between (BV_NONE, 20210621), ==, BV_NONE);
  g_assert_cmpint (bv_date_days_between (20210621, 19800000), ==, BV_NONE);
  g_assert_cmpint (bv_date_day_before (20250701), ==, 20250630);
  g_assert_cmpint (bv_date_day_before (20240301), ==, 20240229);
  g_assert_cmpint (bv_date_day_before (20220101), ==, 20211231);
  g_assert_cmpint (bv_date_day_before (19800000), ==, BV_NONE);
}

static void
test_written (void)
{
  static const struct
  {
    gint64 date;
    const char *iso;
    const char *vietnamese;
  } cases[]
    = { { 20220105, "2022-01-05", "05/01/2022" }, { 19800000, "1980", "1980" }, { BV_NONE, NULL, "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = bv_date_to_iso (cases[i].date);
      g_autofree char *vietnamese = bv_date_to_vietnamese (cases[i].date);

      g_assert_cmpstr (iso, ==, cases[i].iso);
      g_assert_cmpstr (vietnamese, ==, cases[i].vietnamese);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/valid-are-the-days-of-the-calendar", test_valid);
  g_test_add_func ("/date/partial-is-a-year-alone", test_partial);
  g_test_add_func ("/date/iso-is-read-and-written", test_iso);
  g_test_add_func ("/date/a-year-alone-is-read-only-when-allowed", test_iso_partial);
  g_test_add_func ("/date/iso-is-strict", test_iso_strict);
  g_test_add_func ("/date/a-day-that-never-was-is-refused", test_calendar);
  g_test_add_func ("/date/typed-dates-are-read-day-first", test_vietnamese);
  g_test_add_func ("/date/a-year-alone-is-typed-where-it-will-do", test_vietnamese_partial);
  g_test_add_func ("/date/typed-text-that-is-no-date-is-refused", test_vietnamese_refused);
  g_test_add_func ("/date/excel-serials-count-the-fictitious-leap-day", test_excel);
  g_test_add_func ("/date/excel-has-no-serial-for-other-days", test_excel_none);
  g_test_add_func ("/date/excel-serials-round-trip", test_excel_round);
  g_test_add_func ("/date/today-is-a-date", test_today);
  g_test_add_func ("/date/days-between-counts-both-ways", test_days);
  g_test_add_func ("/date/partial-and-none-are-written", test_written);
  return g_test_run ();
}
