/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-clock.h"
#include "core/assessment.h"
#include "core/campaign.h"
#include "core/evidence.h"
#include "core/identity.h"
#include "core/nominee.h"
#include "core/ranking-groups.h"
#include "core/ranking-order.h"
#include "core/tie-step.h"
#include "core/unit.h"

#include <stdlib.h>

/* Scores and ranks a large contest in memory, one pool and its groups, against qsort () of as many keys of
 * the same width; and looks for the same twice among as many nominees, against that ranking. */

#define NOMINEES 100000
#define LEAVES 10
#define GROUPS 4
#define ROUNDS 9
#define PROOFS 3  /* leaves of each nominee that have a piece of evidence */
#define TWICE 100 /* one of so many is like another */
#define IDENTITY_GOAL 1.0
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
  IDENTITY,
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
set_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

static void
add_proof (BvCampaign *campaign, BvNominee *nominee, guint index)
{
  BvEvidence *piece = bv_record_new (&bv_evidence_entity);
  g_autofree char *content = g_strdup_printf ("%u", index % TWICE == 0 ? index / 200 : index);

  set_text (&piece->key, g_strdup_printf ("e%u", index));
  set_text (&piece->sha256, g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1));
  g_ptr_array_add (campaign->evidence, piece);
  for (guint i = 0; i < PROOFS; i++)
    {
      BvAssessment *assessment = bv_record_new (&bv_assessment_entity);
      BvEvidenceLink *link = bv_record_new (&bv_evidence_link_entity);

      set_text (&assessment->criterion, g_strdup_printf ("%u", 2 + 3 * i)); /* points */
      set_text (&link->evidence, g_strdup (piece->key));
      g_ptr_array_add (assessment->evidence, link);
      g_ptr_array_add (nominee->assessments, assessment);
    }
}

static void
add_merits (BvNominee *nominee, guint index)
{
  BvAward *award = bv_record_new (&bv_award_entity);

  nominee->initiative = bv_record_new (&bv_initiative_entity);
  set_text (&nominee->initiative->title,
            g_strdup_printf ("Sáng kiến hoà giải ở cơ sở số %u", index % TWICE == 0 ? index / 200 : index));
  set_text (&award->form, g_strdup ("Bằng khen"));
  award->date = 20100101 + index % 15 * 10000;
  g_ptr_array_add (nominee->awards, award);
}

/* Every second is a person, of whom one in five has another's name; one in five has an initiative and was
 * commended before. */
static void
add_nominee (BvCampaign *campaign, guint index)
{
  BvNominee *nominee = bv_record_new (&bv_nominee_entity);

  set_text (&nominee->key, g_strdup_printf ("n%u", index));
  set_text (&nominee->group, g_strdup_printf ("g%u", index % GROUPS));
  set_text (&nominee->unit, g_strdup_printf ("U%u", index / 2));
  if (index % 2 == 0)
    {
      nominee->person = bv_record_new (&bv_person_entity);
      set_text (&nominee->person->name,
                g_strdup_printf ("Nguyễn Thị Thuý %u", index % 10 == 0 ? index / 20 : index));
      nominee->person->born = 19600501 + index / 20 % 8 * 10000;
    }
  if (index % 5 == 0)
    add_merits (nominee, index);
  add_proof (campaign, nominee, index);
  g_ptr_array_add (campaign->nominees, nominee);
}

/* What make_contest () ranks, as far as the same twice is looked for in it. */
static BvCampaign *
make_nominees (void)
{
  BvCampaign *campaign = make_campaign ();

  set_text (&campaign->award, g_strdup ("Bằng khen"));
  campaign->award_interval = 3;
  for (guint i = 0; i < NOMINEES; i++)
    add_nominee (campaign, i);
  return campaign;
}

static double
time_identity (const BvCampaign *campaign)
{
  gint64 start = bench_clock ();
  g_autoptr (BvIdentity) identity = bv_identity_find (campaign, 20220520);
  double time = bench_milliseconds_since (start);

  g_assert_cmpuint (identity->groups->len, >, NOMINEES / TWICE / 2);
  return time;
}

static void
run_round (const BvContest *contest, const BvCampaign *campaign, double *times)
{
  gint64 start = bench_clock ();
  g_autoptr (BvScores) scores = bv_scores_compute (contest);
  g_autoptr (BvRanking) pool = NULL;
  BvRanking *groups[GROUPS] = { NULL };

  times[SCORED] = bench_milliseconds_since (start);
  pool = bv_ranking_compute_pool (scores, g_ptr_array_index (contest->campaign->quotas, 0), NULL);
  times[POOL] = bench_milliseconds_since (start) - times[SCORED];
  bv_ranking_groups_take (pool, groups);
  times[ALL] = bench_milliseconds_since (start);
  for (guint i = 0; i < GROUPS; i++)
    {
      g_assert_cmpuint (groups[i]->entries->len, ==, NOMINEES / GROUPS);
      bv_ranking_free (groups[i]);
    }
  times[SORTED] = time_sort (scores);
  times[IDENTITY] = time_identity (campaign);
}

int
main (void)
{
  g_autoptr (BvContest) contest = make_contest ();
  g_autoptr (BvCampaign) campaign = make_nominees ();
  double least[N_TIMES] = { 0 };

  for (guint round = 0; round < ROUNDS; round++)
    {
      double times[N_TIMES];

      run_round (contest, campaign, times);
      for (guint i = 0; i < N_TIMES; i++)
        least[i] = round == 0 ? times[i] : MIN (least[i], times[i]);
    }
  g_print (
    "ranking of %d nominees × %d in memory: %.1f ms (scores %.1f, pool %.1f, %d groups %.1f); qsort of as many "
    "keys %.1f\n",
    NOMINEES, LEAVES, least[ALL], least[SCORED], least[POOL], GROUPS,
    least[ALL] - least[SCORED] - least[POOL], least[SORTED]);
  bench_print_ratio ("ranking / qsort of its keys", least[ALL] / least[SORTED], GOAL);
  g_print ("the same twice among as many: %.1f ms\n", least[IDENTITY]);
  bench_print_ratio ("the same twice / ranking", least[IDENTITY] / least[ALL], IDENTITY_GOAL);
  return 0;
}
