/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/scoring.h"

#include "core/assessment.h"
#include "core/eligibility.h"
#include "core/wording.h"

/* What the scoring reads of one leaf, looked up once for all nominees of its group. */
typedef struct
{
  const BvCriterion *leaf;
  guint n_items;
  gboolean by_target; /* its points depend on what others reached */
  gint64 best;        /* then the highest result of the group; BV_NONE: nobody has one */
} LeafPlan;

typedef struct
{
  const BvContestGroup *packed;
  LeafPlan *leaves;
} GroupPlan;

/* Sums of points by how they enter the total. */
typedef struct
{
  gint64 normal;
  gint64 bonus;
  gint64 deduction;
} Sums;

static gint64
compute_nothing (const LeafPlan *plan, const BvMark *mark)
{
  return BV_NONE;
}

static gint64
compute_pass_fail (const LeafPlan *plan, const BvMark *mark)
{
  if (mark->passed < 0)
    return BV_NONE;
  return mark->passed ? plan->leaf->max : 0;
}

static gint64
compute_checklist (const LeafPlan *plan, const BvMark *mark)
{
  if (mark->n_items < 0 || plan->n_items == 0)
    return BV_NONE;
  return bv_rounded_product (plan->leaf->max, mark->n_items, plan->n_items);
}

static gint64
compute_reports (const LeafPlan *plan, const BvMark *mark)
{
  const BvCriterion *leaf = plan->leaf;
  gint64 lost = leaf->late_penalty * mark->n_late + leaf->missing_penalty * mark->n_missing;

  if (mark->n_received == 0 && mark->n_missing == 0)
    return BV_NONE;
  return MAX (0, leaf->max - lost);
}

static gint64
compute_improved_or_top (const LeafPlan *plan, const BvMark *mark)
{
  gint64 wanted = mark->n_differences * plan->leaf->threshold;

  if (mark->top_group)
    return plan->leaf->max;
  if (mark->n_differences == 0 || plan->leaf->threshold <= 0)
    return BV_NONE;
  return bv_rounded_product (plan->leaf->max, CLAMP (mark->difference, 0, wanted), wanted);
}

/* Half of the maximum at the target, the other half in proportion to the best of the group. */
static gint64
compute_target (const LeafPlan *plan, const BvMark *mark)
{
  gint64 max = plan->leaf->max;
  gint64 above;

  if (mark->n_results != 1 || mark->target == BV_NONE || mark->target == 0 || mark->result == BV_NONE)
    return BV_NONE;
  if (mark->result < mark->target)
    return bv_rounded_product (max, mark->result, 2 * mark->target);
  above = plan->best - mark->target;
  if (above == 0)
    return bv_rounded (max, 2);
  return bv_rounded_product (max, above + (mark->result - mark->target), 2 * above);
}

static gint64
compute_measured (const LeafPlan *plan, const BvMark *mark)
{
  if (plan->leaf->rule == BV_RULE_TARGET)
    return compute_target (plan, mark);
  return compute_improved_or_top (plan, mark);
}

static gint64 (*const computed_values[]) (const LeafPlan *plan, const BvMark *mark) = {
  [BV_CRITERION_SECTION] = compute_nothing, [BV_CRITERION_PASS_FAIL] = compute_pass_fail,
  [BV_CRITERION_POINTS] = compute_nothing,  [BV_CRITERION_CHECKLIST] = compute_checklist,
  [BV_CRITERION_REPORTS] = compute_reports, [BV_CRITERION_MEASURED] = compute_measured,
  [BV_CRITERION_BONUS] = compute_nothing,   [BV_CRITERION_DEDUCTION] = compute_nothing,
};

static gint64
find_points (const LeafPlan *plan, const BvMark *mark)
{
  if (mark->final != BV_NONE)
    return mark->final;
  if (mark->verified != BV_NONE)
    return mark->verified;
  return computed_values[plan->leaf->kind](plan, mark);
}

static gboolean
is_unproven (const BvCriterion *leaf, const BvMark *mark)
{
  return mark->n_evidence < leaf->evidence && !mark->explained && leaf->kind != BV_CRITERION_DEDUCTION;
}

/* Points of one leaf, steps 1 to 4 of RULES.md. */
static BvLeafScore
score_leaf (const LeafPlan *plan, const BvMark *mark, gboolean unproven_scores_zero)
{
  BvLeafScore score = { 0, 0 };

  if (mark->state == BV_ASSESSMENT_NOT_ASSIGNED)
    return (BvLeafScore){ 0, BV_LEAF_NOT_ASSIGNED };
  if (mark->state == BV_ASSESSMENT_AWAITING_PUBLICATION)
    return (BvLeafScore){ 0, BV_LEAF_AWAITING };
  if (mark->state != BV_ASSESSMENT_ACCEPTED)
    score.flags |= BV_LEAF_NOT_ACCEPTED;
  score.points = find_points (plan, mark);
  if (score.points == BV_NONE)
    {
      score.points = 0;
      score.flags |= BV_LEAF_UNASSESSED;
    }
  if (is_unproven (plan->leaf, mark))
    {
      score.flags |= BV_LEAF_UNPROVEN;
      if (unproven_scores_zero)
        score.points = 0;
    }
  return score;
}

static void
sums_add (Sums *sums, const BvCriterion *leaf, gint64 points)
{
  if (leaf->kind == BV_CRITERION_BONUS)
    sums->bonus += points;
  else if (leaf->kind == BV_CRITERION_DEDUCTION)
    sums->deduction += points;
  else
    sums->normal += points;
}

/* Scales what was assigned to the full maximum and applies the caps; what remains in @sums are the parts of
 * the total. */
static gint64
sums_total (Sums *sums, const BvContestGroup *packed, gint64 assigned)
{
  const BvGroup *group = packed->group;

  if (assigned > 0 && assigned < packed->full)
    sums->normal = bv_rounded_product (sums->normal, packed->full, assigned);
  if (group->bonus_cap != BV_NONE)
    sums->bonus = MIN (sums->bonus, group->bonus_cap);
  if (group->deduction_cap != BV_NONE)
    sums->deduction = MIN (sums->deduction, group->deduction_cap);
  return MAX (0, sums->normal + sums->bonus - sums->deduction);
}

/* Adds one leaf to what is known of its entrant. */
static void
score_add_leaf (BvScore *score, const BvCriterion *leaf, const BvMark *mark, const BvLeafScore *points)
{
  score->flags |= points->flags;
  if ((points->flags & BV_LEAF_NOT_ASSIGNED) != 0)
    return;
  if (bv_criterion_is_normal (leaf))
    score->assigned += leaf->max;
  if (leaf->kind == BV_CRITERION_REPORTS)
    score->n_late_or_missing += mark->n_late + mark->n_missing;
  if (leaf->required)
    score->eligible &= bv_eligibility_check_leaf (leaf, mark, points);
}

static void
score_entrant (const GroupPlan *plan,
               const BvEntrant *entrant,
               const BvMark *marks,
               gboolean unproven_scores_zero,
               BvLeafScore *leaves,
               BvScore *score)
{
  Sums sums = { 0, 0, 0 };
  Sums self = { 0, 0, 0 };
  gboolean has_self = FALSE;

  score->eligible = entrant->holds == NULL && !entrant->withdrawn;
  for (guint i = 0; i < plan->packed->leaves->len; i++)
    {
      const BvCriterion *leaf = plan->leaves[i].leaf;

      leaves[i] = score_leaf (&plan->leaves[i], &marks[i], unproven_scores_zero);
      score_add_leaf (score, leaf, &marks[i], &leaves[i]);
      sums_add (&sums, leaf, leaves[i].points);
      if (marks[i].self != BV_NONE && marks[i].state != BV_ASSESSMENT_NOT_ASSIGNED)
        {
          sums_add (&self, leaf, marks[i].self);
          has_self = TRUE;
        }
    }
  score->total = sums_total (&sums, plan->packed, score->assigned);
  score->base = sums.normal;
  score->bonus = sums.bonus;
  score->deduction = sums.deduction;
  if (plan->packed->full > 0)
    score->percent = bv_rounded_product (score->total, 10000, plan->packed->full);
  score->self_total = has_self ? sums_total (&self, plan->packed, score->assigned) : BV_NONE;
  score->provisional = (score->flags & BV_LEAF_AWAITING) != 0;
}

static void
group_plan_init (GroupPlan *plan, const BvContestGroup *packed)
{
  plan->packed = packed;
  plan->leaves = g_new0 (LeafPlan, packed->leaves->len);
  for (guint i = 0; i < packed->leaves->len; i++)
    {
      const BvCriterion *leaf = g_ptr_array_index (packed->leaves, i);

      plan->leaves[i].leaf = leaf;
      plan->leaves[i].best = BV_NONE;
      plan->leaves[i].n_items = bv_criterion_count_items (leaf);
      plan->leaves[i].by_target = leaf->kind == BV_CRITERION_MEASURED && leaf->rule == BV_RULE_TARGET;
    }
}

static GroupPlan *
plan_groups (const BvContest *contest)
{
  GroupPlan *plans = g_new (GroupPlan, contest->groups->len);

  for (guint i = 0; i < contest->groups->len; i++)
    group_plan_init (&plans[i], bv_contest_group (contest, i));
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
update_best (LeafPlan *plan, const BvMark *mark)
{
  /* BV_NONE is below every result. */
  if (mark->state != BV_ASSESSMENT_NOT_ASSIGNED)
    plan->best = MAX (plan->best, mark->result);
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

/**
 * bv_leaf_score_words:
 * @score: the points of a leaf
 *
 * Returns: (transfer full): `12,50` as a table shows it; `KG` where the leaf is not assigned, `chờ CB` where
 * it awaits publication, a dash where nobody gave points; always Vietnamese
 */
char *
bv_leaf_score_words (const BvLeafScore *score)
{
  if ((score->flags & BV_LEAF_NOT_ASSIGNED) != 0)
    return g_strdup ("KG");
  if ((score->flags & BV_LEAF_AWAITING) != 0)
    return g_strdup ("chờ CB");
  if ((score->flags & BV_LEAF_UNASSESSED) != 0)
    return g_strdup ("–");
  return bv_wording_points (score->points);
}
