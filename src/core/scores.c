/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/scores.h"

#include "core/assessment.h"
#include "core/criterion-kind.h"
#include "core/leaf-score.h"

typedef struct
{
  const BvContestGroup *packed;
  BvLeafPlan *leaves;
} GroupPlan;

/* Sums of points by how they enter the total. */
typedef struct
{
  gint64 parts[BV_N_PARTS];
} Sums;

static void
sums_add (Sums *sums, const BvLeafPlan *plan, gint64 points)
{
  sums->parts[plan->kind->part] += points;
}

/* Scales what was assigned to the full maximum and applies the caps; what remains in @sums are the parts of
 * the total. */
static gint64
sums_total (Sums *sums, const BvContestGroup *packed, gint64 assigned)
{
  const BvGroup *group = packed->group;
  gint64 *parts = sums->parts;

  if (assigned > 0 && assigned < packed->full)
    parts[BV_PART_NORMAL] = bv_rounded_product (parts[BV_PART_NORMAL], packed->full, assigned);
  if (group->bonus_cap != BV_NONE)
    parts[BV_PART_BONUS] = MIN (parts[BV_PART_BONUS], group->bonus_cap);
  if (group->deduction_cap != BV_NONE)
    parts[BV_PART_DEDUCTION] = MIN (parts[BV_PART_DEDUCTION], group->deduction_cap);
  return MAX (0, parts[BV_PART_NORMAL] + parts[BV_PART_BONUS] - parts[BV_PART_DEDUCTION]);
}

/* Adds one leaf to what is known of its entrant. */
static void
score_add_leaf (BvScore *score, const BvLeafPlan *plan, const BvMark *mark, const BvLeafScore *points)
{
  score->flags |= points->flags;
  if ((points->flags & BV_LEAF_NOT_ASSIGNED) != 0)
    return;
  if (plan->kind->part == BV_PART_NORMAL)
    score->assigned += plan->leaf->max;
  if (plan->kind->input == BV_INPUT_RECEIVED)
    score->n_late_or_missing += mark->n_late + mark->n_missing;
  if (plan->leaf->required)
    score->eligible &= bv_leaf_score_suffices (points, plan->leaf, mark);
}

/* @score: (out): the total of its leaves */
static void
sum_leaves (const GroupPlan *plan,
            const BvEntrant *entrant,
            const BvMark *marks,
            const BvLeafScore *leaves,
            BvScore *score)
{
  Sums sums = { { 0 } };
  Sums self = { { 0 } };
  gboolean has_self = FALSE;

  *score = (BvScore){ .eligible = entrant->holds == NULL && !entrant->withdrawn };
  for (guint i = 0; i < plan->packed->leaves->len; i++)
    {
      const BvLeafPlan *leaf = &plan->leaves[i];

      score_add_leaf (score, leaf, &marks[i], &leaves[i]);
      sums_add (&sums, leaf, leaves[i].points);
      if (marks[i].self != BV_MARK_NO_POINTS && marks[i].state != BV_ASSESSMENT_NOT_ASSIGNED)
        {
          sums_add (&self, leaf, marks[i].self);
          has_self = TRUE;
        }
    }
  score->total = sums_total (&sums, plan->packed, score->assigned);
  score->base = sums.parts[BV_PART_NORMAL];
  score->bonus = sums.parts[BV_PART_BONUS];
  score->deduction = sums.parts[BV_PART_DEDUCTION];
  if (plan->packed->full > 0)
    score->percent = bv_rounded_product (score->total, 10000, plan->packed->full);
  score->self_total = has_self ? sums_total (&self, plan->packed, score->assigned) : BV_NONE;
  score->provisional = (score->flags & BV_LEAF_AWAITING) != 0;
}

static void
score_entrant (const GroupPlan *plan,
               const BvEntrant *entrant,
               const BvMark *marks,
               gboolean unproven_scores_zero,
               BvLeafScore *leaves,
               BvScore *score)
{
  for (guint i = 0; i < plan->packed->leaves->len; i++)
    leaves[i] = bv_leaf_score_compute (&plan->leaves[i], &marks[i], unproven_scores_zero);
  sum_leaves (plan, entrant, marks, leaves, score);
}

static void
group_plan_init (GroupPlan *plan, const BvContest *contest, const BvContestGroup *packed)
{
  plan->packed = packed;
  plan->leaves = g_new (BvLeafPlan, packed->leaves->len);
  for (guint i = 0; i < packed->leaves->len; i++)
    bv_leaf_plan_init (&plan->leaves[i], contest, g_ptr_array_index (packed->leaves, i));
}

static GroupPlan *
plan_groups (const BvContest *contest)
{
  GroupPlan *plans = g_new (GroupPlan, contest->groups->len);

  for (guint i = 0; i < contest->groups->len; i++)
    group_plan_init (&plans[i], contest, bv_contest_group (contest, i));
  return plans;
}

static void
free_plans (GroupPlan *plans, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (plans[i].leaves);
  g_free (plans);
}

static void
update_best (BvLeafPlan *plan, const BvMark *mark)
{
  /* BV_NONE is below every result. */
  if (mark->state != BV_ASSESSMENT_NOT_ASSIGNED)
    plan->best = MAX (plan->best, plan->measured[mark->measured].result);
}

/* The best of a group counts whoever reached it: withdrawn, held and awaiting nominees too. */
static void
find_best_results (const BvContest *contest, GroupPlan *plans)
{
  for (guint i = 0; i < contest->entrants->len; i++)
    {
      const BvEntrant *entrant = bv_contest_entrant (contest, i);
      const GroupPlan *plan = &plans[entrant->group];

      for (guint k = 0; k < plan->packed->leaves->len; k++)
        if (plan->leaves[k].by_target)
          update_best (&plan->leaves[k], bv_contest_mark (contest, entrant->first_mark + k));
    }
}

/**
 * bv_scores_compute:
 * @contest: a contest; it must outlive the scores
 *
 * Computes points of leaves, totals, percents and eligibility exactly as RULES.md says.
 *
 * Returns: (transfer full): the scores of all entrants
 */
BvScores *
bv_scores_compute (const BvContest *contest)
{
  BvScores *scores = g_new0 (BvScores, 1);
  GroupPlan *plans = plan_groups (contest);

  scores->contest = contest;
  scores->leaves = g_array_sized_new (FALSE, FALSE, sizeof (BvLeafScore), contest->marks->len);
  g_array_set_size (scores->leaves, contest->marks->len);
  scores->scores = g_array_sized_new (FALSE, TRUE, sizeof (BvScore), contest->entrants->len);
  g_array_set_size (scores->scores, contest->entrants->len);
  find_best_results (contest, plans);
  for (guint i = 0; i < contest->entrants->len; i++)
    {
      const BvEntrant *entrant = bv_contest_entrant (contest, i);

      /* A group without leaves has no mark to point at. */
      score_entrant (&plans[entrant->group], entrant,
                     (const BvMark *) (gpointer) contest->marks->data + entrant->first_mark,
                     contest->campaign->unproven_scores_zero != FALSE,
                     (BvLeafScore *) (gpointer) scores->leaves->data + entrant->first_mark,
                     bv_scores_get (scores, i));
    }
  free_plans (plans, contest->groups->len);
  return scores;
}

/**
 * bv_scores_copy:
 * @scores: scores
 *
 * Returns: (transfer full): the same, for the same contest, to be changed
 */
BvScores *
bv_scores_copy (const BvScores *scores)
{
  BvScores *copy = g_new (BvScores, 1);

  *copy = (BvScores){ scores->contest, g_array_copy (scores->leaves), g_array_copy (scores->scores) };
  return copy;
}

/**
 * bv_scores_suppose:
 * @scores: scores, those of one entrant of which are computed anew
 * @entrant: index of an entrant
 * @leaf: index of a leaf of its group
 * @points: 1/100
 *
 * Sets the entrant's scores to what they were if the leaf had these points as its final score; the contest
 * stays as it is. No other entrant's scores depend on it, as results are not changed.
 */
void
bv_scores_suppose (BvScores *scores, guint entrant, guint leaf, gint64 points)
{
  const BvContest *contest = scores->contest;
  const BvEntrant *self = bv_contest_entrant (contest, entrant);
  const BvMark *marks = (const BvMark *) (gpointer) contest->marks->data + self->first_mark;
  BvMark supposed = marks[leaf];
  GroupPlan plan;

  group_plan_init (&plan, contest, bv_contest_group (contest, self->group));
  supposed.final = bv_mark_pack_points (points);
  *bv_scores_leaf (scores, self->first_mark + leaf)
    = bv_leaf_score_compute (&plan.leaves[leaf], &supposed, contest->campaign->unproven_scores_zero != FALSE);
  sum_leaves (&plan, self, marks, bv_scores_leaf (scores, self->first_mark), bv_scores_get (scores, entrant));
  g_free (plan.leaves);
}

/**
 * bv_scores_need_all:
 * @contest: a contest
 *
 * Returns: whether the scores of a nominee depend on what others of the group reached, so that they cannot be
 * computed of some nominees alone
 */
gboolean
bv_scores_need_all (const BvContest *contest)
{
  for (guint i = 0; i < contest->groups->len; i++)
    {
      const GPtrArray *leaves = bv_contest_group (contest, i)->leaves;

      for (guint k = 0; k < leaves->len; k++)
        if (bv_criterion_is_by_target (g_ptr_array_index (leaves, k)))
          return TRUE;
    }
  return FALSE;
}

/**
 * bv_scores_free:
 * @scores: (transfer full): scores; the contest stays
 */
void
bv_scores_free (BvScores *scores)
{
  g_array_unref (scores->leaves);
  g_array_unref (scores->scores);
  g_free (scores);
}
