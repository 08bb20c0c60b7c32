/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/ranking-comparison.h"
#include "core/ranking-order.h"

#define SO                                                               \
  "so | 1 kind=points max=30.00 | 5 kind=points max=20.00 tie_breaker=2" \
  " | 6 kind=points max=20.00 tie_breaker=1"
#define XA "xa | 1 kind=points max=60.00 | 7 kind=points max=10.00"
#define CONTESTS 300

/* Two are compared: what is said, the steps with the deciding one marked, the leaves. */
typedef struct
{
  const char *name;
  const char *entrants;
  const char *sentence;
  const char *steps;
  const char *leaves;
} Case;

static const Case cases[] = {
  { "the-total-decides", "A so 1=20.00 5=10.00 | B so 1=19.25 5=10.00",
    "Tách nhau ngay ở tổng điểm: 30,00 so với 29,25, hơn 0,75 điểm.",
    "*Tổng điểm 30,00 29,25; Tiêu chí ưu tiên 1 (tiêu chí 6) 0,00 0,00; "
    "Tiêu chí ưu tiên 2 (tiêu chí 5) 10,00 10,00; Báo cáo trễ hoặc thiếu 0 0; Phiếu Hội đồng 0/0 0/0",
    "1 2000 1925 75; 5 1000 1000 0; 6 0 0 0" },
  { "a-marked-criterion-decides", "A so 1=10.00 5=11.00 6=5.00 | B so 1=9.50 5=11.50 6=5.00",
    "Cùng 26,00 điểm; tách nhau ở căn cứ 3, “Tiêu chí ưu tiên 2 (tiêu chí 5)”: 11,50 so với 11,00.",
    "Tổng điểm 26,00 26,00; Tiêu chí ưu tiên 1 (tiêu chí 6) 5,00 5,00; "
    "*Tiêu chí ưu tiên 2 (tiêu chí 5) 11,50 11,00; Báo cáo trễ hoặc thiếu 0 0; Phiếu Hội đồng 0/0 0/0",
    "1 950 1000 -50; *5 1150 1100 50; 6 500 500 0" },
  { "votes-decide", "A so 1=10.00 votes=8/11 | B so 1=10.00 votes=9/11",
    "Cùng 10,00 điểm; tách nhau ở căn cứ 5, “Phiếu Hội đồng”: 9/11 so với 8/11.",
    "Tổng điểm 10,00 10,00; Tiêu chí ưu tiên 1 (tiêu chí 6) 0,00 0,00; "
    "Tiêu chí ưu tiên 2 (tiêu chí 5) 0,00 0,00; Báo cáo trễ hoặc thiếu 0 0; *Phiếu Hội đồng 9/11 8/11",
    "1 1000 1000 0; 5 0 0 0; 6 0 0 0" },
  { "nothing-decides", "A so 1=10.00 | B so 1=10.00", "Bằng nhau ở mọi căn cứ (10,00 điểm): cùng hạng 1.",
    "Tổng điểm 10,00 10,00; Tiêu chí ưu tiên 1 (tiêu chí 6) 0,00 0,00; "
    "Tiêu chí ưu tiên 2 (tiêu chí 5) 0,00 0,00; Báo cáo trễ hoặc thiếu 0 0; Phiếu Hội đồng 0/0 0/0",
    "1 1000 1000 0; 5 0 0 0; 6 0 0 0" },
  { "who-is-not-eligible-is-not-ranked", "A so 1=10.00 withdrawn | B so 1=10.00",
    "A không đủ điều kiện nên không được xếp hạng.", "", "1 1000 1000 0; 5 0 0 0; 6 0 0 0" },
  { "neither-is-eligible", "A so 1=10.00 withdrawn | B so 1=9.00 withdrawn",
    "A và B không đủ điều kiện nên không được xếp hạng.", "", "1 1000 900 100; 5 0 0 0; 6 0 0 0" },
  { "a-leaf-that-one-group-lacks", "A so 1=10.00 6=1.00 | B xa 1=10.00 7=1.00",
    "Cùng 11,00 điểm; tách nhau ở căn cứ 2, “Tiêu chí ưu tiên 1 (tiêu chí 6)”: 1,00 so với –.",
    "Tổng điểm 11,00 11,00; *Tiêu chí ưu tiên 1 (tiêu chí 6) 1,00 –; "
    "Tiêu chí ưu tiên 2 (tiêu chí 5) 0,00 –; Báo cáo trễ hoặc thiếu 0 0; Phiếu Hội đồng 0/0 0/0",
    "1 1000 1000 0; 5 0 - -; *6 100 - -; 7 - 100 -" },
  { "what-is-not-assigned-has-no-points", "A so 1=10.00 | B so 1:state=not-assigned",
    "Tách nhau ngay ở tổng điểm: 10,00 so với 0,00, hơn 10,00 điểm.",
    "*Tổng điểm 10,00 0,00; Tiêu chí ưu tiên 1 (tiêu chí 6) 0,00 0,00; "
    "Tiêu chí ưu tiên 2 (tiêu chí 5) 0,00 0,00; Báo cáo trễ hoặc thiếu 0 0; Phiếu Hội đồng 0/0 0/0",
    "1 1000 - -; 5 0 0 0; 6 0 0 0" },
};

static BvContest *
make_contest (const char *entrants)
{
  BvCampaign *campaign = fixture_campaign_new ("criteria,reports,votes");
  BvContest *contest;

  campaign->council_voting = TRUE;
  fixture_add_group (campaign, SO);
  fixture_add_group (campaign, XA);
  fixture_add_quota (campaign, "q kind=either groups=so,xa count=1");
  contest = bv_contest_new (campaign, FIXTURE_DATE);
  fixture_add_entrants (contest, entrants);
  return contest;
}

static const BvQuota *
first_quota (const BvContest *contest)
{
  return g_ptr_array_index (contest->campaign->quotas, 0);
}

static char *
list_steps (const BvRankingComparison *comparison)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < comparison->steps->len; i++)
    {
      const BvComparedStep *step = bv_ranking_comparison_step (comparison, i);

      g_string_append_printf (text, "%s%s%s %s %s", i > 0 ? "; " : "", step->decides ? "*" : "", step->title,
                              step->values[0], step->values[1]);
    }
  return g_string_free (text, FALSE);
}

static void
append_points (GString *text, gint64 points)
{
  if (points == BV_NONE)
    g_string_append (text, " -");
  else
    g_string_append_printf (text, " %" G_GINT64_FORMAT, points);
}

static char *
list_leaves (const BvRankingComparison *comparison)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < comparison->leaves->len; i++)
    {
      const BvComparedLeaf *leaf = bv_ranking_comparison_leaf (comparison, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? "; " : "", leaf->decides ? "*" : "", leaf->leaf->code);
      append_points (text, leaf->points[0]);
      append_points (text, leaf->points[1]);
      append_points (text, leaf->difference);
    }
  return g_string_free (text, FALSE);
}

static void
check (const BvRanking *ranking, guint entry, guint other, const Case *test)
{
  g_autoptr (BvRankingComparison) comparison = bv_ranking_comparison_new (ranking, entry, other);
  g_autofree char *steps = list_steps (comparison);
  g_autofree char *leaves = list_leaves (comparison);

  g_assert_cmpuint (comparison->entries[0], ==, 0);
  g_assert_cmpuint (comparison->entries[1], ==, 1);
  g_assert_cmpstr (comparison->sentence, ==, test->sentence);
  g_assert_cmpstr (steps, ==, test->steps);
  g_assert_cmpstr (leaves, ==, test->leaves);
}

/* Whichever of them is named first. */
static void
test_case (gconstpointer data)
{
  g_autoptr (BvContest) contest = make_contest (((const Case *) data)->entrants);
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) ranking = bv_ranking_compute_pool (scores, first_quota (contest), NULL);

  check (ranking, 0, 1, data);
  check (ranking, 1, 0, data);
}

static char *
draw_entrants (GRand *rand)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < 6; i++)
    g_string_append_printf (lines, "%s%c so 1=%d.00 5=%d.00 6=%d.00 votes=%d/2%s", i > 0 ? " | " : "",
                            'A' + i, g_rand_int_range (rand, 0, 3), g_rand_int_range (rand, 0, 3),
                            g_rand_int_range (rand, 0, 3), g_rand_int_range (rand, 0, 3),
                            g_rand_int_range (rand, 0, 8) == 0 ? " withdrawn" : "");
  return g_string_free (lines, FALSE);
}

static const BvComparedStep *
find_decisive (const BvRankingComparison *comparison)
{
  for (guint i = 0; i < comparison->steps->len; i++)
    if (bv_ranking_comparison_step (comparison, i)->decides)
      return bv_ranking_comparison_step (comparison, i);
  return NULL;
}

/* Of any two the first is the better on the deciding step, and all before it are equal; no step decides just
 * where the ranks are one. */
static void
check_pair (const BvRanking *ranking, guint entry, guint other)
{
  g_autoptr (BvRankingComparison) comparison = bv_ranking_comparison_new (ranking, entry, other);
  const BvComparedStep *decisive = find_decisive (comparison);
  gint64 rank = bv_ranking_entry (ranking, other)->rank;

  if (rank == BV_NONE)
    {
      g_assert_cmpuint (comparison->steps->len, ==, 0);
      return;
    }
  g_assert_cmpint (decisive != NULL, ==, rank != bv_ranking_entry (ranking, entry)->rank);
  for (guint i = 0; i < comparison->steps->len; i++)
    {
      const BvComparedStep *step = bv_ranking_comparison_step (comparison, i);

      if (step == decisive)
        {
          g_assert_cmpint (step->difference, <, 0);
          return;
        }
      g_assert_cmpint (step->difference, ==, 0);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint i = 0; i < CONTESTS; i++)
    {
      g_autofree char *entrants = draw_entrants (rand);
      g_autoptr (BvContest) contest = make_contest (entrants);
      g_autoptr (BvScores) scores = bv_scores_compute (contest);
      g_autoptr (BvRanking) ranking = bv_ranking_compute_pool (scores, first_quota (contest), NULL);

      for (guint entry = 0; entry < ranking->entries->len; entry++)
        for (guint other = entry + 1; other < ranking->entries->len; other++)
          check_pair (ranking, entry, other);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/ranking-comparison/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/ranking-comparison/of-any-two-the-first-is-better-where-it-was-decided", test_random);
  return g_test_run ();
}
