/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/ranking-filter.h"
#include "core/ranking-order.h"

/* Those that each filter keeps: inside, near the line, tied at it, not eligible. */
typedef struct
{
  const char *name;
  guint count;
  const char *entrants;
  const char *kept[BV_N_RANKING_FILTERS - 1];
} Case;

static const Case cases[] = {
  { "two-points-are-near",
    2,
    "A so 1=99.00 | B so 1=95.00 | C so 1=93.00 | D so 1=92.99",
    { "AB", "BC", "", "" } },
  { "a-tie-at-the-line-is-near",
    2,
    "A so 1=99.00 | B so 1=80.00 | C so 1=80.00 | D so 1=70.00 withdrawn",
    { "A", "BC", "BC", "D" } },
  { "where-all-are-inside-there-is-no-line", 4, "A so 1=99.00 | B so 1=98.00", { "AB", "", "", "" } },
};

static char *
list_kept (const BvRanking *ranking, BvRankingFilter filter)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < ranking->entries->len; i++)
    {
      const BvRankingEntry *entry = bv_ranking_entry (ranking, i);

      if (bv_ranking_filter_keeps (filter, entry))
        g_string_append (names, bv_contest_entrant (ranking->scores->contest, entry->entrant)->name);
    }
  return g_string_free (names, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  BvCampaign *campaign = fixture_campaign_new ("criteria");
  g_autoptr (BvContest) contest = NULL;
  g_autoptr (BvScores) scores = NULL;
  g_autoptr (BvRanking) ranking = NULL;
  g_autofree char *quota = g_strdup_printf ("q kind=either groups=so count=%u", test->count);

  fixture_add_group (campaign, "so | 1 kind=points max=100.00");
  fixture_add_quota (campaign, quota);
  contest = bv_contest_new (campaign, FIXTURE_DATE);
  fixture_add_entrants (contest, test->entrants);
  scores = bv_scores_compute (contest);
  ranking = bv_ranking_compute_pool (scores, g_ptr_array_index (campaign->quotas, 0), NULL);
  for (guint filter = BV_RANKING_FILTER_NONE; filter < BV_N_RANKING_FILTERS; filter++)
    {
      g_autofree char *kept = list_kept (ranking, filter);

      if (filter != BV_RANKING_FILTER_NONE)
        g_assert_cmpstr (kept, ==, test->kept[filter - 1]);
      g_assert_cmpuint (bv_ranking_filter_count (filter, ranking), ==, strlen (kept));
    }
  g_assert_cmpuint (bv_ranking_filter_count (BV_RANKING_FILTER_NONE, ranking), ==, ranking->entries->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/ranking-filter/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
