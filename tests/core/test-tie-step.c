/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tie-step.h"

static void
test_rows (void)
{
  for (guint i = 0; i < BV_N_TIE_STEPS; i++)
    {
      const BvChoice *choice = &bv_tie_steps[i];
      const BvTieStepRow *row = choice->row;

      g_assert_nonnull (choice->name);
      g_assert_nonnull (choice->title);
      g_assert_nonnull (row);
      g_assert_nonnull (row->decided);
      g_assert_nonnull (row->heading);
      g_assert_nonnull (row->rule);
      g_assert_nonnull (row->compute);
    }
}

static void
test_keys (void)
{
  static const struct
  {
    BvTieKey first;
    BvTieKey second;
    int order;
  } cases[] = {
    { { 2, 1 }, { 1, 1 }, -1 },  { { 0, 1 }, { 1, 1 }, 1 },  { { 7, 1 }, { 7, 1 }, 0 },
    { { 2, 3 }, { 4, 6 }, 0 },   { { 5, 9 }, { 4, 9 }, -1 }, { { 100000000, 1 }, { 99999999, 1 }, -1 },
    { { -3, 1 }, { -2, 1 }, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (bv_tie_key_compare (&cases[i].first, &cases[i].second), ==, cases[i].order);
      g_assert_cmpint (bv_tie_key_compare (&cases[i].second, &cases[i].first), ==, -cases[i].order);
    }
}

static void
test_words (void)
{
  const BvTieComparison numbered = { BV_TIE_CRITERIA, 3 };
  const BvTieComparison plain = { BV_TIE_REPORTS, BV_NONE };
  g_autofree char *numbered_heading = bv_tie_comparison_write_heading (&numbered);
  g_autofree char *numbered_rule = bv_tie_comparison_write_rule (&numbered);
  g_autofree char *heading = bv_tie_comparison_write_heading (&plain);
  g_autofree char *rule = bv_tie_comparison_write_rule (&plain);

  g_assert_cmpstr (numbered_heading, ==, "Tiêu chí ưu tiên 3 ×100");
  g_assert_cmpstr (numbered_rule, ==, "Điểm tiêu chí ưu tiên 3: cao hơn xếp trước");
  g_assert_cmpstr (heading, ==, "Báo cáo trễ hoặc thiếu");
  g_assert_cmpstr (rule, ==, "Số báo cáo trễ hoặc thiếu: ít hơn xếp trước");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tie-step/every-row-is-complete", test_rows);
  g_test_add_func ("/tie-step/fractions-are-compared-exactly", test_keys);
  g_test_add_func ("/tie-step/words-name-the-number-of-a-tie-breaker", test_words);
  return g_test_run ();
}
