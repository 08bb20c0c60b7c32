/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/points.h"
#include "core/text/due-date.h"

static void
test_resolve (void)
{
  static const struct
  {
    const char *text;
    gint64 starts;
    gint64 date;
  } cases[] = {
    { "+0d", 20260301, 20260301 },       { "+90d", 20260301, 20260530 },  { "+9999d", 20260301, 20530716 },
    { "12-15", 20260301, 20261215 },     { "03-01", 20260301, 20260301 }, { "02-28", 20260301, 20270228 },
    { "02-29", 20260101, 20260228 },     { "02-29", 20280101, 20280229 }, { "02-29", 20260301, 20270228 },
    { "2026-12-15", 20260301, BV_NONE }, { "", 20260301, BV_NONE },       { "+d", 20260301, BV_NONE },
    { "+90", 20260301, BV_NONE },        { "+-9d", 20260301, BV_NONE },   { "+10000d", 20260301, BV_NONE },
    { "13-01", 20260301, BV_NONE },      { "04-31", 20260301, BV_NONE },  { "4-30", 20260301, BV_NONE },
    { "+1-05", 20260301, BV_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (bv_due_date_resolve (cases[i].text, cases[i].starts), ==, cases[i].date);
}

static void
test_move (void)
{
  static const struct
  {
    gint64 date;
    gint64 from;
    gint64 to;
    gint64 moved;
  } cases[] = {
    { 20210930, 20210621, 20220621, 20220930 }, { 20220115, 20210621, 20230621, 20240115 },
    { 20240229, 20240101, 20250101, 20250228 }, { 20210930, 20210621, 20210622, 20211001 },
    { 20211231, 20210621, 20220101, 20220713 }, { 20210601, 20210621, 20210611, 20210522 },
    { 20210930, 20210621, 20210621, 20210930 }, { BV_NONE, 20210621, 20220101, BV_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (bv_due_date_move (cases[i].date, cases[i].from, cases[i].to), ==, cases[i].moved);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/due-date/a-template-writes-dates-relative-to-the-start", test_resolve);
  g_test_add_func ("/due-date/dates-move-with-the-start", test_move);
  return g_test_run ();
}
