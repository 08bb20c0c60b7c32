/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/points.h"
#include "exchange/shipped/legal-bases.h"

#include <string.h>

#define LAW_2003 "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003"
#define PLAN "Kế hoạch số 1078/KH-SNV ngày 21 tháng 6 năm 2021"

static BvLegalBases *
find (gint64 date)
{
  g_autoptr (GError) error = NULL;
  BvLegalBases *bases = bv_legal_bases_find (date, &error);

  g_assert_no_error (error);
  return bases;
}

static void
test_dates (void)
{
  static const struct
  {
    gint64 date;
    gint64 valid_from;
    const char *decree;
  } cases[] = {
    { 20171001, 20171001, "91/2017/NĐ-CP" },  { 20220521, 20171001, "91/2017/NĐ-CP" },
    { 20231231, 20171001, "91/2017/NĐ-CP" },  { 20240101, 20240101, "98/2023/NĐ-CP" },
    { 20250630, 20240101, "98/2023/NĐ-CP" },  { 20250701, 20250701, "152/2025/NĐ-CP" },
    { 20991231, 20250701, "152/2025/NĐ-CP" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvLegalBases) bases = find (cases[i].date);

      g_assert_cmpint (bases->valid_from, ==, cases[i].valid_from);
      g_assert_nonnull (strstr (bases->lines[1], cases[i].decree));
    }
}

static void
test_too_early (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bv_legal_bases_find (20170930, &error));
  g_assert_error (error, BV_LEGAL_BASES_ERROR, BV_LEGAL_BASES_ERROR_NONE);
  g_assert_nonnull (strstr (error->message, "30/09/2017"));
}

static void
test_merge (void)
{
  g_autoptr (BvLegalBases) old = find (20220521);
  g_autoptr (BvLegalBases) new = find (20250701);
  char *present[] = { old->lines[0], (char *) PLAN, old->lines[1], (char *) LAW_2003, NULL };
  g_auto (GStrv) merged = bv_legal_bases_merge (new, present);
  g_auto (GStrv) again = bv_legal_bases_merge (new, merged);
  guint n = g_strv_length (new->lines);

  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (merged[i], ==, new->lines[i]);
  g_assert_cmpstr (merged[n], ==, PLAN);
  g_assert_cmpstr (merged[n + 1], ==, LAW_2003);
  g_assert_null (merged[n + 2]);
  g_assert_true (g_strv_equal ((const char *const *) merged, (const char *const *) again));
}

static void
test_merge_none (void)
{
  g_autoptr (BvLegalBases) bases = find (20220521);
  g_auto (GStrv) merged = bv_legal_bases_merge (bases, NULL);

  g_assert_true (g_strv_equal ((const char *const *) merged, (const char *const *) bases->lines));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legal-bases/each-day-has-the-list-of-its-law", test_dates);
  g_test_add_func ("/legal-bases/a-day-before-the-first-list-is-refused", test_too_early);
  g_test_add_func ("/legal-bases/a-list-takes-the-place-of-another-and-leaves-the-campaign-its-own",
                   test_merge);
  g_test_add_func ("/legal-bases/a-campaign-without-any-gets-the-list", test_merge_none);
  return g_test_run ();
}
