/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/ranking-lanes.h"
#include "core/ranking-order.h"

#define SO "so | 1 kind=points max=100.00"
#define XA "xa | 1 kind=points max=100.00"

/* "least..most/step line | lane below: value place, …": places are `i`nside, `o`utside, `n`ot eligible */
static char *
write_lanes (const BvRankingLanes *lanes)
{
  static const char places[BV_N_RANK_PLACES] = { [BV_RANK_INSIDE] = 'i',
                                                 [BV_RANK_OUTSIDE] = 'o',
                                                 [BV_RANK_UNRESOLVED] = 'u',
                                                 [BV_RANK_TAKEN] = 't',
                                                 [BV_RANK_NOT_ELIGIBLE] = 'n' };
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%d..%d/%d %d", (int) lanes->least / 100, (int) lanes->most / 100,
                   (int) lanes->step / 100, lanes->line == BV_NONE ? -1 : (int) lanes->line);
  for (guint i = 0; i < lanes->lanes->len; i++)
    {
      g_string_append_printf (text, " | %s %u:", bv_ranking_lanes_lane (lanes, i)->name,
                              bv_ranking_lanes_lane (lanes, i)->n_below);
      for (guint k = 0; k < lanes->dots->len; k++)
        if (bv_ranking_lanes_dot (lanes, k)->lane == i)
          g_string_append_printf (text, " %d%c", (int) bv_ranking_lanes_dot (lanes, k)->value,
                                  places[bv_ranking_lanes_dot (lanes, k)->place]);
    }
  return g_string_free (text, FALSE);
}

static BvContest *
make_contest (const char *groups, const char *entrants)
{
  BvCampaign *campaign = fixture_campaign_new ("criteria");
  g_auto (GStrv) lines = g_strsplit (groups, " ; ", -1);
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autofree char *quota = NULL;
  BvContest *contest;

  for (char **line = lines; *line != NULL; line++)
    g_string_append_printf (keys, "%s%s", keys->len > 0 ? "," : "", fixture_add_group (campaign, *line)->key);
  quota = g_strdup_printf ("q kind=either groups=%s count=1", keys->str);
  fixture_add_quota (campaign, quota);
  contest = bv_contest_new (campaign, FIXTURE_DATE);
  fixture_add_entrants (contest, entrants);
  return contest;
}

typedef struct
{
  const char *name;
  const char *groups;
  const char *entrants;
  const char *expected;
} Case;

static const Case cases[] = {
  { "one-entry", SO, "A so 1=92.25", "92..93/1 9225 | so 0: 9225i" },
  { "all-equal-have-no-line-that-decides", SO, "A so 1=90.00 | B so 1=90.00",
    "90..91/1 -1 | so 0: 9000u 9000u" },
  { "a-lane-a-group-in-their-order", SO " ; " XA, "A xa 1=97.50 | B so 1=92.00 | C xa 1=88.00",
    "88..98/2 9750 | so 0: 9200o | xa 0: 8800o 9750i" },
  { "the-best-on-a-mark-ends-the-axis", SO, "A so 1=100.00 | B so 1=60.00 | C so 1=95.00",
    "60..100/10 10000 | so 0: 6000o 9500o 10000i" },
  { "a-group-without-an-entry-has-no-lane", SO " ; " XA, "A xa 1=50.00", "50..51/1 5000 | xa 0: 5000i" },
  { "who-is-not-eligible-is-shown", SO, "A so 1=50.00 | B so 1=49.50 withdrawn",
    "49..50/1 5000 | so 0: 4950n 5000i" },
  { "the-few-far-below-are-counted", SO,
    "A so 1=90.00 | B so 1=89.00 | C so 1=88.00 | D so 1=87.00 | E so 1=86.00 | F so 1=85.00 | G so 1=84.00 | "
    "H so 1=83.00 | I so 1=82.00 | J so 1=81.00 | K so 1=3.00",
    "80..90/2 9000 | so 1: 300o 8100o 8200o 8300o 8400o 8500o 8600o 8700o 8800o 8900o 9000i" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (BvContest) contest = make_contest (test->groups, test->entrants);
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) ranking
    = bv_ranking_compute_pool (scores, g_ptr_array_index (contest->campaign->quotas, 0), NULL);
  g_autoptr (BvRankingLanes) lanes = bv_ranking_lanes_new (ranking);
  g_autofree char *text = write_lanes (lanes);

  g_assert_cmpstr (text, ==, test->expected);
}

static void
test_group (void)
{
  g_autoptr (BvContest) contest = make_contest (SO " ; " XA, "A xa 1=97.50 | B so 1=92.00 | C xa 1=88.00");
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) ranking = bv_ranking_compute_group (scores, 1);
  g_autoptr (BvRankingLanes) lanes = bv_ranking_lanes_new (ranking);
  g_autofree char *text = write_lanes (lanes);

  g_assert_cmpstr (text, ==, "88..98/2 -1 | xa 0: 8800o 9750o");
}

static void
test_many_groups (void)
{
  g_autoptr (GString) groups = g_string_new (NULL);
  g_autoptr (GString) entrants = g_string_new (NULL);
  g_autoptr (BvContest) contest = NULL;
  g_autoptr (BvScores) scores = NULL;
  g_autoptr (BvRanking) ranking = NULL;
  g_autoptr (BvRankingLanes) lanes = NULL;

  for (int i = 0; i < 9; i++)
    {
      g_string_append_printf (groups, "%sg%d | 1 kind=points max=100.00", i > 0 ? " ; " : "", i);
      g_string_append_printf (entrants, "%sN%d g%d 1=%d.00", i > 0 ? " | " : "", i, i, 50 + i);
    }
  contest = make_contest (groups->str, entrants->str);
  scores = bv_scores_compute (contest);
  ranking = bv_ranking_compute_pool (scores, g_ptr_array_index (contest->campaign->quotas, 0), NULL);
  lanes = bv_ranking_lanes_new (ranking);
  g_assert_cmpuint (lanes->lanes->len, ==, 1);
  g_assert_cmpuint (lanes->dots->len, ==, 9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/ranking-lanes/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/ranking-lanes/a-ranking-of-a-group-has-no-line", test_group);
  g_test_add_func ("/ranking-lanes/very-many-groups-share-a-lane", test_many_groups);

  return g_test_run ();
}
