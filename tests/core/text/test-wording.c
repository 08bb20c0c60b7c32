/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/points.h"
#include "core/text/wording.h"

#include <glib.h>
#include <string.h>

typedef struct
{
  gint64 value;
  const char *text;
} Writing;

typedef struct
{
  const char *text;
  gint64 value; /* BV_NONE: refused with @code */
  int code;
} Reading;

typedef char *(*Writer) (gint64 value);
typedef gint64 (*Reader) (const char *text, GError **error);

static void
check_written (Writer write, const Writing *cases, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *text = write (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
check_read (Reader read, const Reading *cases, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = read (cases[i].text, &error);

      g_assert_cmpint (value, ==, cases[i].value);
      if (cases[i].value != BV_NONE)
        g_assert_no_error (error);
      else
        g_assert_error (error, BV_POINTS_ERROR, cases[i].code);
    }
}

static void
test_points (void)
{
  static const Writing cases[] = { { 123450, "1.234,50" },
                                   { 0, "0,00" },
                                   { 5, "0,05" },
                                   { -5, "-0,05" },
                                   { -123456789, "-1.234.567,89" },
                                   { 10000, "100,00" },
                                   { 99999, "999,99" },
                                   { BV_NONE, "" },
                                   { G_MAXINT64, "92.233.720.368.547.758,07" } };

  check_written (bv_wording_points, cases, G_N_ELEMENTS (cases));
}

static void
test_quantity (void)
{
  static const Writing cases[]
    = { { 76316, "7,6316" }, { 1, "0,0001" }, { -12345000, "-1.234,5000" }, { BV_NONE, "" } };

  check_written (bv_wording_quantity, cases, G_N_ELEMENTS (cases));
}

static void
test_percent (void)
{
  static const Writing cases[]
    = { { 8925, "89,25" }, { 10000, "100,00" }, { 12345678, "123.456,78" }, { BV_NONE, "" } };

  check_written (bv_wording_percent, cases, G_N_ELEMENTS (cases));
}

static void
test_number (void)
{
  static const Writing cases[] = { { 1248, "1.248" },        { 7, "7" },          { 999, "999" },
                                   { 1000000, "1.000.000" }, { -1248, "-1.248" }, { BV_NONE, "" } };

  check_written (bv_wording_number, cases, G_N_ELEMENTS (cases));
}

static void
test_count (void)
{
  static const Writing cases[]
    = { { 0, "00" }, { 5, "05" }, { 9, "09" }, { 10, "10" }, { 1248, "1.248" }, { BV_NONE, "" } };

  check_written (bv_wording_count, cases, G_N_ELEMENTS (cases));
}

static void
test_file_size (void)
{
  static const Writing cases[] = { { 0, "0 B" },
                                   { 812, "812 B" },
                                   { 1023, "1023 B" },
                                   { 1024, "1,0 KB" },
                                   { 48213, "47,1 KB" },
                                   { 1363149, "1,3 MB" },
                                   { 1048524, "1.023,9 KB" },
                                   { 1048525, "1,0 MB" },
                                   { 1048576, "1,0 MB" },
                                   { G_GINT64_CONSTANT (5368709120), "5,0 GB" },
                                   { G_MAXINT64, "8.388.608,0 TB" },
                                   { -1, "" },
                                   { BV_NONE, "" } };

  check_written (bv_wording_file_size, cases, G_N_ELEMENTS (cases));
}

static void
test_date_line (void)
{
  static const Writing cases[]
    = { { 20160905, "ngày 05 tháng 9 năm 2016" },  { 20210210, "ngày 10 tháng 02 năm 2021" },
        { 20210131, "ngày 31 tháng 01 năm 2021" }, { 20210303, "ngày 03 tháng 3 năm 2021" },
        { 20211231, "ngày 31 tháng 12 năm 2021" }, { 20210000, "ngày … tháng … năm 2021" },
        { BV_NONE, "ngày … tháng … năm …" } };

  check_written (bv_wording_date_line, cases, G_N_ELEMENTS (cases));
}

static char *
write_roman (gint64 number)
{
  return bv_wording_roman (number);
}

static void
test_roman (void)
{
  static const Writing cases[]
    = { { 1, "I" },       { 4, "IV" },    { 9, "IX" },         { 14, "XIV" },
        { 40, "XL" },     { 99, "XCIX" }, { 1994, "MCMXCIV" }, { 3999, "MMMCMXCIX" },
        { 4000, "4000" }, { 0, "0" },     { -3, "-3" } };

  check_written (write_roman, cases, G_N_ELEMENTS (cases));
}

static void
test_parse_points (void)
{
  static const Reading cases[] = { { "92", 9200, 0 },
                                   { "92,5", 9250, 0 },
                                   { "92.5", 9250, 0 },
                                   { "92,50", 9250, 0 },
                                   { "92.05", 9205, 0 },
                                   { "0,05", 5, 0 },
                                   { ",5", 50, 0 },
                                   { "007", 700, 0 },
                                   { "-1,5", -150, 0 },
                                   { "−1,5", -150, 0 },
                                   { "-0", 0, 0 },
                                   { "  8 ", 800, 0 },
                                   { "1.234,50", 123450, 0 },
                                   { "1,234.50", 123450, 0 },
                                   { "1.234", 123400, 0 },
                                   { "999.999,99", 99999999, 0 },
                                   { "1.000.000", 100000000, 0 },
                                   { "1,000,000", 100000000, 0 },
                                   { "1.000.000,00", 100000000, 0 } };

  check_read (bv_wording_parse_points, cases, G_N_ELEMENTS (cases));
}

static void
test_parse_points_refused (void)
{
  static const Reading cases[] = { { "92,505", BV_NONE, BV_POINTS_ERROR_PLACES },
                                   { "1,234", BV_NONE, BV_POINTS_ERROR_PLACES },
                                   { "0.123", BV_NONE, BV_POINTS_ERROR_PLACES },
                                   { "1234.567", BV_NONE, BV_POINTS_ERROR_PLACES },
                                   { "1.2345", BV_NONE, BV_POINTS_ERROR_PLACES },
                                   { "1.234,567", BV_NONE, BV_POINTS_ERROR_PLACES },
                                   { "1000000,01", BV_NONE, BV_POINTS_ERROR_RANGE },
                                   { "-1000000,01", BV_NONE, BV_POINTS_ERROR_RANGE },
                                   { "99999999999999999999999999", BV_NONE, BV_POINTS_ERROR_RANGE },
                                   { "", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { " ", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "-", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "--1", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "+1", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { ",", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "5,", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "1.23.456", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "1234.567,0", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "1.234,5.6", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "1,234,5.6", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { ".234.567", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "1 234", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "12 điểm", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "1e3", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "0x10", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "NaN", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "１２", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "\xff", BV_NONE, BV_POINTS_ERROR_SYNTAX } };

  check_read (bv_wording_parse_points, cases, G_N_ELEMENTS (cases));
}

static void
test_parse_quantity (void)
{
  static const Reading cases[] = { { "7,6316", 76316, 0 },
                                   { "7.6316", 76316, 0 },
                                   { "43,852", 438520, 0 },
                                   { "0.123", 1230, 0 },
                                   { "1234.567", 12345670, 0 },
                                   { "1.234,5", 12345000, 0 },
                                   { "1.234.567", G_GINT64_CONSTANT (12345670000), 0 },
                                   { "-0,0001", -1, 0 },
                                   { "1000000000000", BV_QUANTITY_MAX, 0 },
                                   { "1000000000000,0001", BV_NONE, BV_POINTS_ERROR_RANGE },
                                   { "9999999999999999999999", BV_NONE, BV_POINTS_ERROR_RANGE },
                                   { "9999999999999999", BV_NONE, BV_POINTS_ERROR_RANGE },
                                   { "1.ba2", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "7,63157", BV_NONE, BV_POINTS_ERROR_PLACES },
                                   { "1.234", BV_NONE, BV_POINTS_ERROR_SYNTAX },
                                   { "bảy", BV_NONE, BV_POINTS_ERROR_SYNTAX } };

  check_read (bv_wording_parse_quantity, cases, G_N_ELEMENTS (cases));
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      gint64 points = g_test_rand_int_range (-BV_POINTS_MAX, BV_POINTS_MAX);
      gint64 quantity = points * (gint64) g_test_rand_int_range (0, 10000000);
      g_autofree char *points_text = bv_wording_points (points);
      g_autofree char *quantity_text = bv_wording_quantity (quantity);

      g_assert_cmpint (bv_wording_parse_points (points_text, NULL), ==, points);
      g_assert_cmpint (bv_wording_parse_quantity (quantity_text, NULL), ==, quantity);
    }
}

static void
test_sentence (void)
{
  static const char *const cases[][2] = { { "đơn vị vẫn đang được dùng", "Đơn vị vẫn đang được dùng" },
                                          { "Đã có", "Đã có" },
                                          { "xa.json: không đọc được", "xa.json: không đọc được" },
                                          { "quotas[0].size: thiếu", "quotas[0].size: thiếu" },
                                          { "/x/y không có", "/x/y không có" },
                                          { "31,00 vượt mức", "31,00 vượt mức" },
                                          { "", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = bv_wording_sentence (cases[i][0]);

      g_assert_cmpstr (sentence, ==, cases[i][1]);
    }
}

static void
test_rest (void)
{
  g_autoptr (GString) names = g_string_new ("A; B");

  bv_wording_append_rest (names, "; ", 0);
  g_assert_cmpstr (names->str, ==, "A; B");
  bv_wording_append_rest (names, "; ", 3);
  g_assert_cmpstr (names->str, ==, "A; B; … and 3 more");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/points-have-two-places-and-grouped-thousands", test_points);
  g_test_add_func ("/wording/quantities-have-four-places", test_quantity);
  g_test_add_func ("/wording/percents-have-two-places", test_percent);
  g_test_add_func ("/wording/numbers-are-grouped", test_number);
  g_test_add_func ("/wording/counts-under-ten-have-a-leading-zero", test_count);
  g_test_add_func ("/wording/file-sizes-step-up-where-they-round", test_file_size);
  g_test_add_func ("/wording/date-lines-follow-decree-30", test_date_line);
  g_test_add_func ("/wording/roman-numerals-go-to-3999", test_roman);
  g_test_add_func ("/wording/typed-points-are-read-with-comma-or-point", test_parse_points);
  g_test_add_func ("/wording/typed-text-that-is-no-points-is-refused", test_parse_points_refused);
  g_test_add_func ("/wording/typed-quantities-are-read-with-four-places", test_parse_quantity);
  g_test_add_func ("/wording/what-is-written-is-read-back", test_round_trip);
  g_test_add_func ("/wording/a-message-is-a-sentence-unless-a-name-begins-it", test_sentence);
  g_test_add_func ("/wording/a-list-that-is-cut-says-how-many-are-left", test_rest);
  return g_test_run ();
}
