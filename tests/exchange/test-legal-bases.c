/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/points.h"
#include "exchange/shipped/legal-bases.h"

#include <string.h>

#define LAW_2003                                                                                                                            \
  "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003; Luật sửa đổi, bổ sung một số điều của Luật Thi đua, " \
  "khen thưởng ngày 14 tháng 6 năm 2005 và ngày 16 tháng 11 năm 2013"
#define PLAN "Kế hoạch số 1078/KH-SNV ngày 21 tháng 6 năm 2021"
#define CIRCULAR_15_BEFORE "Thông tư số 15/2025/TT-BNV của Bộ trưởng Bộ Nội vụ về thi đua, khen thưởng"
#define CIRCULAR_15_OWN "Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025 của Bộ Nội vụ"
#define REGULATION                                                                                                                             \
  "Quyết định số 12/2026/QĐ-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh An Giang ban hành Quy chế thi đua, " \
  "khen thưởng"
#define TO_FILL_IN "Quyết định số … ngày … của Ủy ban nhân dân tỉnh ban hành Quy chế thi đua, khen thưởng"

static BvLegalBases *
find (gint64 date)
{
  g_autoptr (GError) error = NULL;
  BvLegalBases *bases = bv_legal_bases_find (date, &error);

  g_assert_no_error (error);
  return bases;
}

/* The lines of a campaign that had @present. */
static char **
merge (gint64 date, const char *const *present)
{
  g_autoptr (BvLegalBases) bases = find (date);

  return bv_legal_bases_merge (bases, (char **) present);
}

static void
assert_begin (char **lines, const char *const *beginnings)
{
  guint i;

  for (i = 0; beginnings[i] != NULL; i++)
    {
      g_assert_nonnull (lines[i]);
      if (!g_str_has_prefix (lines[i], beginnings[i]))
        g_error ("line %u is “%s” instead of “%s”", i, lines[i], beginnings[i]);
    }
  g_assert_null (lines[i]);
}

/* Exactly these acts, in this order; the regulation of the province is always the last. */
static void
test_dates (void)
{
  static const struct
  {
    gint64 date;
    const char *acts[6];
  } cases[] = {
    { 20171001, { LAW_2003, "Nghị định số 91/2017/NĐ-CP", TO_FILL_IN } },
    { 20171027, { LAW_2003, "Nghị định số 91/2017/NĐ-CP", "Thông tư số 08/2017/TT-BNV", TO_FILL_IN } },
    { 20190101, { LAW_2003, "Nghị định số 91/2017/NĐ-CP", "Thông tư số 08/2017/TT-BNV", TO_FILL_IN } },
    { 20191231, { LAW_2003, "Nghị định số 91/2017/NĐ-CP", "Thông tư số 08/2017/TT-BNV", TO_FILL_IN } },
    { 20200101, { LAW_2003, "Nghị định số 91/2017/NĐ-CP", "Thông tư số 12/2019/TT-BNV", TO_FILL_IN } },
    { 20200601, { LAW_2003, "Nghị định số 91/2017/NĐ-CP", "Thông tư số 12/2019/TT-BNV", TO_FILL_IN } },
    { 20231231, { LAW_2003, "Nghị định số 91/2017/NĐ-CP", "Thông tư số 12/2019/TT-BNV", TO_FILL_IN } },
    { 20240101,
      { "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "Nghị định số 98/2023/NĐ-CP",
        "Thông tư số 01/2024/TT-BNV", TO_FILL_IN } },
    { 20250715,
      { "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "Nghị định số 152/2025/NĐ-CP",
        "Thông tư số 01/2024/TT-BNV", TO_FILL_IN } },
    { 20250804,
      { "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "Nghị định số 152/2025/NĐ-CP",
        "Thông tư số 01/2024/TT-BNV", TO_FILL_IN } },
    { 20250901,
      { "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "Nghị định số 152/2025/NĐ-CP",
        "Thông tư số 15/2025/TT-BNV", TO_FILL_IN } },
    { 20260930,
      { "Luật Thi đua, khen thưởng số 06/2022/QH15", "Nghị định số 152/2025/NĐ-CP",
        "Thông tư số 15/2025/TT-BNV", TO_FILL_IN } },
    { 20261129,
      { "Luật Thi đua, khen thưởng số 06/2022/QH15", "Luật số 06/2026/QH16", "Nghị định số 152/2025/NĐ-CP",
        "Thông tư số 15/2025/TT-BNV", TO_FILL_IN } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) lines = merge (cases[i].date, NULL);

      assert_begin (lines, cases[i].acts);
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
  static const char *const own[] = { PLAN, "Luật Thi đua", NULL };
  g_auto (GStrv) of_2022 = merge (20220521, own);
  g_auto (GStrv) of_2025 = merge (20250901, (const char *const *) of_2022);
  g_auto (GStrv) at_once = merge (20250901, own);
  g_auto (GStrv) again = merge (20250901, (const char *const *) of_2025);

  g_assert_cmpstr (of_2022[0], ==, LAW_2003);
  g_assert_cmpstr (of_2025[4], ==, PLAN);
  g_assert_cmpstr (of_2025[5], ==, "Luật Thi đua");
  g_assert_null (of_2025[6]);
  g_assert_true (g_strv_equal ((const char *const *) of_2025, (const char *const *) at_once));
  g_assert_true (g_strv_equal ((const char *const *) of_2025, (const char *const *) again));
}

/* A campaign may have a line as an earlier version had it, or as it was cited in an earlier year. */
static void
test_merge_earlier (void)
{
  static const char *const present[]
    = { "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", CIRCULAR_15_BEFORE, NULL };
  g_auto (GStrv) fresh = merge (20261129, NULL);
  g_auto (GStrv) merged = merge (20261129, present);

  g_assert_true (g_strv_equal ((const char *const *) fresh, (const char *const *) merged));
}

static void
test_merge_own_words (void)
{
  static const char *const present[] = { PLAN, REGULATION, CIRCULAR_15_OWN, NULL };
  g_auto (GStrv) lines = merge (20250901, present);

  g_assert_cmpstr (lines[2], ==, CIRCULAR_15_OWN);
  g_assert_cmpstr (lines[3], ==, REGULATION);
  g_assert_cmpstr (lines[4], ==, PLAN);
  g_assert_null (lines[5]);
}

static void
test_remarks (void)
{
  g_auto (GStrv) lines = merge (20261129, (const char *const[]){ "Kế hoạch số …", NULL });
  g_auto (GStrv) remarks = bv_legal_bases_list_remarks (lines, 20261129);
  g_auto (GStrv) none = bv_legal_bases_list_remarks (NULL, 20261129);

  g_assert_cmpstr (remarks[0], ==, "Luật số 06/2026/QH16: compare before signing");
  g_assert_cmpstr (remarks[1], ==,
                   "Nghị định số 152/2025/NĐ-CP: compare before signing; in force until 28/02/2027 only");
  g_assert_cmpstr (remarks[2], ==, "Thông tư số 15/2025/TT-BNV: compare before signing");
  g_assert_cmpstr (remarks[3], ==,
                   "Quy chế thi đua, khen thưởng: fill in the dots: until then it is not printed");
  g_assert_true (g_str_has_suffix (remarks[4], ": fill in the dots: until then it is not printed"));
  g_assert_null (remarks[5]);
  g_assert_null (none[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legal-bases/each-day-has-the-acts-in-force", test_dates);
  g_test_add_func ("/legal-bases/a-day-before-the-table-is-refused", test_too_early);
  g_test_add_func ("/legal-bases/those-of-a-day-take-the-place-of-others-and-leave-the-campaign-its-own",
                   test_merge);
  g_test_add_func ("/legal-bases/an-earlier-wording-is-replaced", test_merge_earlier);
  g_test_add_func ("/legal-bases/an-act-cited-in-own-words-is-not-cited-twice", test_merge_own_words);
  g_test_add_func ("/legal-bases/what-is-to-be-watched-is-said-of-each-line", test_remarks);
  return g_test_run ();
}
