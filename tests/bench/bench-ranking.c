/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ranking.h"

#include "core/assessment.h"
#include "core/campaign.h"
#include "core/nominee.h"

/* Scores and ranks a large contest in memory, one pool and its groups, and prints how long each part took:
 * "a ranking of 100,000 nominees × 10 criteria in some 100 ms". */

#define NOMINEES 100000
#define LEAVES 10
#define GROUPS 4
#define ROUNDS 5

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
fill_mark (BvMark *mark, GRand *random)
{
  mark->state = BV_ASSESSMENT_ACCEPTED;
  mark->passed = g_rand_int_range (random, 0, 20) > 0;
  mark->n_items = g_rand_int_range (random, 0, 9);
  mark->n_received = 2;
  mark->n_late = g_rand_int_range (random, 0, 3);
  bv_mark_add_result (mark, 50000, 50000 + g_rand_int_range (random, 0, 2000), 51000, FALSE);
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
        fill_mark (bv_contest_mark (contest, entrant->first_mark + k), random);
    }
  g_rand_free (random);
  return contest;
}

static double
milliseconds (gint64 from, gint64 to)
{
  return (to - from) / 1000.0;
}

static void
run_round (const BvContest *contest)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  gint64 scored = g_get_monotonic_time ();
  g_autoptr (BvRanking) pool
    = bv_ranking_compute_pool (scores, g_ptr_array_index (contest->campaign->quotas, 0));
  gint64 ranked = g_get_monotonic_time ();

  for (guint i = 0; i < GROUPS; i++)
    {
      g_autoptr (BvRanking) group = bv_ranking_compute_group (scores, i);

      g_assert_cmpuint (group->entries->len, ==, NOMINEES / GROUPS);
    }
  g_print (
    "%u nominees, %d leaves: scored %.1f ms, pool %.1f ms (%u inside), %d groups %.1f ms, in all %.1f ms\n",
    pool->entries->len, LEAVES, milliseconds (start, scored), milliseconds (scored, ranked), pool->n_inside,
    GROUPS, milliseconds (ranked, g_get_monotonic_time ()), milliseconds (start, g_get_monotonic_time ()));
}

int
main (void)
{
  g_autoptr (BvContest) contest = make_contest ();

  for (guint i = 0; i < ROUNDS; i++)
    run_round (contest);
  return 0;
}
