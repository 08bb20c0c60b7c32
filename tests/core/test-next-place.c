/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contest-fixture.h"
#include "core/next-place.h"
#include "core/ranking-order.h"

#define SO                                                                                                         \
  "so bonus_cap=3.00 | 1 kind=points max=10.00 | 2 kind=pass-fail max=5.00 | 6 kind=points max=5.00 tie_breaker=1" \
  " | T kind=bonus max=4.00 | P kind=deduction max=4.00"
#define XA "xa | 1 kind=points max=30.00 | 6 kind=points max=10.00 tie_breaker=1"
#define CONTESTS 1000

static BvContest *
make_contest (const char *groups, const char *quota, const char *entrants)
{
  BvCampaign *campaign = fixture_campaign_new ("criteria,women,votes");
  g_auto (GStrv) lines = g_strsplit (groups, " ; ", -1);
  BvContest *contest;

  for (char **line = lines; *line != NULL; line++)
    fixture_add_group (campaign, *line);
  fixture_add_quota (campaign, quota);
  contest = bv_contest_new (campaign, FIXTURE_DATE);
  fixture_add_entrants (contest, entrants);
  return contest;
}

static const BvQuota *
first_quota (const BvContest *contest)
{
  return g_ptr_array_index (contest->campaign->quotas, 0);
}

/* What would have to change for an entry: "leaf points change rank"; "-": nothing is enough. */
typedef struct
{
  const char *name;
  const char *entrants;
  guint entry;
  const char *expected;
} Case;

static const Case cases[] = {
  { "the-first-has-no-better-place", "A so 1=9.00 | B so 1=8.00", 0, "-" },
  { "an-equal-total-is-not-enough-behind-on-the-marked-criterion", "A so 1=5.00 6=2.00 | B so 1=6.00", 1,
    "1 701 101 1" },
  { "an-equal-total-is-enough-where-the-chain-favours-it", "A so 1=5.00 | B so 1=4.00 women=70", 1,
    "1 500 100 1" },
  { "a-deduction-is-taken-back", "A so 1=10.00 6=5.00 T=3.00 | B so 1=10.00 6=5.00 T=3.00 P=1.50", 1,
    "P 0 -150 1" },
  { "what-is-judged-has-all-or-nothing",
    "A so 1=10.00 6=5.00 T=3.00 2:passed=true | B so 1=10.00 6=5.00 T=3.00 2:passed=false", 1,
    "2 500 500 1" },
  { "too-far-for-one-leaf", "A so 1=10.00 6=5.00 T=3.00 2:passed=true | B so", 1, "-" },
  { "equals-have-one-rank", "A so 1=9.00 | B so 1=8.00 | C so 1=8.00 | D so 1=7.00", 3, "1 800 100 2" },
  { "equals-look-at-the-one-above-them", "A so 1=9.00 | B so 1=8.00 | C so 1=8.00", 2, "1 900 100 1" },
  { "before-the-one-above-it-is-before-others-too", "A so 1=9.00 women=70 | B so 1=9.00 | C so 1=7.00 6=1.99",
    2, "1 701 1 1" },
  { "what-is-not-assigned-does-not-change", "A so 1=5.00 | B so 1:state=not-assigned", 1, "6 250 250 1" },
  { "who-is-not-eligible-has-no-place", "A so 1=5.00 | B so 1=4.00 withdrawn", 1, "-" },
};

static char *
write_next (const BvRanking *ranking, guint entry)
{
  BvNextPlace next;

  if (!bv_next_place_find (ranking, entry, &next))
    return g_strdup ("-");
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, next.leaf->code,
                          next.points, next.change, next.rank);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (BvContest) contest = make_contest (SO, "q kind=either groups=so count=1", test->entrants);
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) ranking = bv_ranking_compute_pool (scores, first_quota (contest), NULL);
  g_autoptr (BvRanking) group = bv_ranking_compute_group (scores, 0);
  g_autofree char *text = write_next (ranking, test->entry);
  g_autofree char *of_group = write_next (group, test->entry);

  g_assert_cmpstr (text, ==, test->expected);
  g_assert_cmpstr (of_group, ==, test->expected);
}

/* Random contests: what is said is tried by ranking anew. */

static void
append_points (GString *line, GRand *rand, const char *code, int max)
{
  int points = g_rand_int_range (rand, 0, max + 1);

  if (g_rand_int_range (rand, 0, 4) > 0)
    g_string_append_printf (line, " %s=%d.%02d", code, points / 100, points % 100);
}

static char *
draw_entrants (GRand *rand)
{
  GString *lines = g_string_new (NULL);
  guint n = g_rand_int_range (rand, 2, 9);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_so = g_rand_boolean (rand);

      g_string_append_printf (lines, "%s%c %s", i > 0 ? " | " : "", 'A' + i, is_so ? "so" : "xa");
      /* Few different points: many totals are equal. */
      append_points (lines, rand, "1", g_rand_boolean (rand) ? 300 : 1000);
      append_points (lines, rand, "6", g_rand_boolean (rand) ? 2 : 500);
      if (is_so && g_rand_boolean (rand))
        g_string_append_printf (lines, " 2:passed=%s", g_rand_boolean (rand) ? "true" : "false");
      if (is_so)
        {
          append_points (lines, rand, "T", 400);
          append_points (lines, rand, "P", 400);
        }
      if (g_rand_int_range (rand, 0, 4) == 0)
        g_string_append (lines, " women=70");
      if (g_rand_int_range (rand, 0, 6) == 0)
        g_string_append (lines, " 1:state=not-assigned");
      if (g_rand_int_range (rand, 0, 8) == 0)
        g_string_append (lines, " withdrawn");
    }
  return g_string_free (lines, FALSE);
}

/* The rank that somebody has where a leaf has these points as its final score. */
static gint64
rank_with (const BvRanking *ranking, guint entrant, guint leaf, gint64 points)
{
  g_autoptr (BvContest) contest = bv_contest_copy (ranking->scores->contest);
  g_autoptr (BvScores) scores = NULL;
  g_autoptr (BvRanking) anew = NULL;

  bv_contest_mark (contest, bv_contest_entrant (contest, entrant)->first_mark + leaf)->final
    = bv_mark_pack_points (points);
  scores = bv_scores_compute (contest);
  anew = bv_ranking_compute_pool (scores, ranking->quota, NULL);
  return bv_ranking_find_entry (anew, entrant)->rank;
}

static gint64
find_better_rank (const BvRanking *ranking, guint entry)
{
  for (guint i = entry; i > 0; i--)
    if (bv_ranking_entry (ranking, i - 1)->rank < bv_ranking_entry (ranking, entry)->rank)
      return bv_ranking_entry (ranking, i - 1)->rank;
  return 0;
}

/* No leaf reaches the place by less; where none is said none reaches it at all. */
static void
check_others (const BvRanking *ranking, guint entry, const BvNextPlace *next)
{
  const BvContest *contest = ranking->scores->contest;
  guint entrant = bv_ranking_entry (ranking, entry)->entrant;
  const BvEntrant *self = bv_contest_entrant (contest, entrant);
  const GPtrArray *leaves = bv_contest_group (contest, self->group)->leaves;

  for (guint i = 0; i < leaves->len; i++)
    {
      const BvCriterion *leaf = g_ptr_array_index (leaves, i);
      gint64 points = bv_scores_leaf (ranking->scores, self->first_mark + i)->points;
      gint64 end = leaf->kind == BV_CRITERION_DEDUCTION ? 0 : leaf->max;
      gint64 most = next->leaf != NULL ? ABS (next->change) - 1 : G_MAXINT64;
      gint64 least = MIN (most, ABS (end - points));

      if (bv_contest_mark (contest, self->first_mark + i)->state == BV_ASSESSMENT_NOT_ASSIGNED
          || (leaf->kind == BV_CRITERION_PASS_FAIL && least < ABS (end - points)))
        continue;
      g_assert_cmpint (rank_with (ranking, entrant, i, points + (end > points ? least : -least)), >,
                       find_better_rank (ranking, entry));
    }
}

static gboolean
check_entry (const BvRanking *ranking, guint entry)
{
  const BvContest *contest = ranking->scores->contest;
  guint entrant = bv_ranking_entry (ranking, entry)->entrant;
  const BvContestGroup *group = bv_contest_group (contest, bv_contest_entrant (contest, entrant)->group);
  gint64 better = find_better_rank (ranking, entry);
  BvNextPlace next;
  guint leaf;

  if (bv_ranking_entry (ranking, entry)->rank == BV_NONE || better == 0)
    {
      g_assert_false (bv_next_place_find (ranking, entry, &next));
      return FALSE;
    }
  bv_next_place_find (ranking, entry, &next);
  check_others (ranking, entry, &next);
  if (next.leaf == NULL)
    return FALSE;
  g_assert_true (g_ptr_array_find (group->leaves, next.leaf, &leaf));
  g_assert_cmpint (next.rank, <=, better);
  g_assert_cmpint (rank_with (ranking, entrant, leaf, next.points), ==, next.rank);
  if (next.leaf->kind != BV_CRITERION_PASS_FAIL)
    g_assert_cmpint (rank_with (ranking, entrant, leaf, next.points + (next.change > 0 ? -1 : 1)), >, better);
  return TRUE;
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (14);
  guint n_found = 0;

  for (guint i = 0; i < CONTESTS; i++)
    {
      g_autofree char *entrants = draw_entrants (rand);
      g_autoptr (BvContest) contest
        = make_contest (SO " ; " XA, "q kind=either groups=so,xa count=2", entrants);
      g_autoptr (BvScores) scores = bv_scores_compute (contest);
      g_autoptr (BvRanking) ranking = bv_ranking_compute_pool (scores, first_quota (contest), NULL);

      for (guint entry = 0; entry < ranking->entries->len; entry++)
        n_found += check_entry (ranking, entry);
    }
  g_assert_cmpuint (n_found, >, CONTESTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/next-place/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/next-place/of-random-contests-what-is-said-is-the-least-that-is-enough", test_random);
  return g_test_run ();
}
