/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-clock.h"
#include "core/assessment.h"
#include "core/campaign.h"
#include "core/nominee.h"
#include "core/ranking-groups.h"
#include "core/ranking-order.h"
#include "core/tie-step.h"

#include <stdlib.h>

/* Scores and ranks a large contest in memory, one pool and its groups, against qsort () of as many keys of
 * the same width. */

#define NOMINEES 100000
#define LEAVES 10
#define GROUPS 4
#define ROUNDS 9
#define GOAL 7.0 /* two thirds of what it was before pool and groups came from one sort */

static void
add_leaf (BvGroup *group, guint index)
{
  static const BvCriterionKind kinds[LEAVES] = {
    BV_CRITERION_CHECKLIST, BV_CRITERION_POINTS,    BV_CRITERION_REPORTS,  BV_CRITERION_PASS_FAIL,
    BV_CRITERION_POINTS,    BV_CRITERION_MEASURED,  BV_CRITERION_MEASURED, BV_CRITERION_POINTS,
    BV_CRITERION_BONUS,     BV_CRITERION_DEDUCTION,
  };
  static const char *const items[] = { "a", "b", "c", "d", "e", "f", "g", "h", NULL };
  BvCriterion *leaf = bv_record_new (&bv_criterion_entity);

  leaf->code = (g_free (leaf->code), g_strdup_printf ("%u", index + 1));
  leaf->kind = kinds[index];
  leaf->max = 1250;
  leaf->required = kinds[index] == BV_CRITERION_PASS_FAIL;
  leaf->tie_breaker = kinds[index] == BV_CRITERION_POINTS ? (gint64) index + 1 : BV_NONE;
  leaf->late_penalty = 100;
  leaf->missing_penalty = 300;
  leaf->rule = index == 5 ? BV_RULE_TARGET : BV_RULE_IMPROVED_OR_TOP;
  leaf->threshold = 1000;
  if (kinds[index] == BV_CRITERION_CHECKLIST)
    leaf->items = g_strdupv ((char **) items);
  g_ptr_array_add (group->criteria, leaf);
}

static void
add_group (BvCampaign *campaign, BvQuota *quota, guint index)
{
  BvGroup *group = bv_record_new (&bv_group_entity);
  BvQuotaGroup *member = bv_record_new (&bv_quota_group_entity);

  g_free (group->key);
  group->key = g_strdup_printf ("g%u", index);
  g_free (member->group);
  member->group = g_strdup (group->key);
  for (guint i = 0; i < LEAVES; i++)
    add_leaf (group, i);
  g_ptr_array_add (campaign->groups, group);
  g_ptr_array_add (quota->groups, member);
}

static BvCampaign *
make_campaign (void)
{
  BvCampaign *campaign = bv_record_new (&bv_campaign_entity);
  BvQuota *quota = bv_record_new (&bv_quota_entity);

  campaign->tie_chain = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gint64 step = BV_TIE_CRITERIA; step <= BV_TIE_VOTES; step++)
    g_array_append_val (campaign->tie_chain, step);
  quota->count = NOMINEES / 20;
  quota->per_parent = 50;
  for (guint i = 0; i < GROUPS; i++)
    add_group (campaign, quota, i);
  g_ptr_array_add (campaign->quotas, quota);
  return campaign;
}

static void
fill_mark (BvContest *contest, BvMark *mark, GRand *random)
{
  mark->state = BV_ASSESSMENT_ACCEPTED;
  mark->passed = g_rand_int_range (random, 0, 20) > 0;
  mark->n_items = g_rand_int_range (random, 0, 9);
  mark->n_received = 2;
  mark->n_late = g_rand_int_range (random, 0, 3);
  bv_contest_add_result (contest, mark, 50000, 50000 + g_rand_int_range (random, 0, 2000), 51000, FALSE);
  if (g_rand_boolean (random))
    mark->verified = 5 * g_rand_int_range (random, 0, 251);
}

static BvContest *
make_contest (void)
{
  BvContest *contest = bv_contest_new (make_campaign (), 20220520);
  GRand *random = g_rand_new_with_seed (1078);

  for (guint i = 0; i < NOMINEES; i++)
    {
      BvEntrant *entrant = bv_contest_add (contest, i % GROUPS);

      entrant->parent = g_rand_int_range (random, 0, 200);
      entrant->women_percent = g_rand_int_range (random, 0, 101);
      entrant->votes_for = g_rand_int_range (random, 0, 12);
      entrant->votes_members = 11;
      for (guint k = 0; k < LEAVES; k++)
        fill_mark (contest, bv_contest_mark (contest, entrant->first_mark + k), random);
    }
  g_rand_free (random);
  return contest;
}

enum
{
  SCORED,
  POOL,
  ALL,
  SORTED,
  N_TIMES
};

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const gint64 *first = a;
  const gint64 *second = b;

  return (*first > *second) - (*first < *second);
}

/* As wide as what one entrant brings to all comparisons: the total and seven steps. */
static double
time_sort (const BvScores *scores)
{
  typedef struct
  {
    gint64 total;
    BvTieKey steps[7];
  } Key;
  Key *keys = g_new0 (Key, NOMINEES);
  gint64 start;
  double time;

  for (guint i = 0; i < NOMINEES; i++)
    keys[i].total = bv_scores_get (scores, i)->total;
  start = bench_clock ();
  qsort (keys, NOMINEES, sizeof *keys, compare_keys);
  time = bench_milliseconds_since (start);
  g_free (keys);
  return time;
}

static void
run_round (const BvContest *contest, double *times)
{
  gint64 start = bench_clock ();
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) pool = NULL;
  BvRanking *groups[GROUPS] = { NULL };

  times[SCORED] = bench_milliseconds_since (start);
  pool = bv_ranking_compute_pool (scores, g_ptr_array_index (contest->campaign->quotas, 0));
  times[POOL] = bench_milliseconds_since (start) - times[SCORED];
  bv_ranking_groups_take (pool, groups);
  times[ALL] = bench_milliseconds_since (start);
  for (guint i = 0; i < GROUPS; i++)
    {
      g_assert_cmpuint (groups[i]->entries->len, ==, NOMINEES / GROUPS);
      bv_ranking_free (groups[i]);
    }
  times[SORTED] = time_sort (scores);
}

int
main (void)
{
  g_autoptr (BvContest) contest = make_contest ();
  double least[N_TIMES] = { 0 };

  for (guint round = 0; round < ROUNDS; round++)
    {
      double times[N_TIMES];

      run_round (contest, times);
      for (guint i = 0; i < N_TIMES; i++)
        least[i] = round == 0 ? times[i] : MIN (least[i], times[i]);
    }
  g_print (
    "ranking of %d nominees × %d in memory: %.1f ms (scores %.1f, pool %.1f, %d groups %.1f); qsort of as many "
    "keys %.1f\n",
    NOMINEES, LEAVES, least[ALL], least[SCORED], least[POOL], GROUPS,
    least[ALL] - least[SCORED] - least[POOL], least[SORTED]);
  bench_print_ratio ("ranking / qsort of its keys", least[ALL] / least[SORTED], GOAL);
  return 0;
}
