/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/leaf-score.h"

#include "core/assessment.h"
#include "core/criterion-kind.h"
#include "core/points.h"
#include "core/text/wording.h"

/**
 * bv_leaf_plan_init:
 * @plan: (out): what is read of a leaf
 * @contest: a contest that has all its marks; it must outlive @plan
 * @leaf: a leaf of it
 *
 * The best of the group is still to be found, where the points depend on it.
 */
void
bv_leaf_plan_init (BvLeafPlan *plan, const BvContest *contest, const BvCriterion *leaf)
{
  *plan = (BvLeafPlan){
    .leaf = leaf,
    .kind = bv_criterion_kind (leaf),
    .measured = &g_array_index (contest->measured, BvMeasured, 0),
    .n_items = bv_criterion_count_items (leaf),
    .by_target = bv_criterion_is_by_target (leaf),
    .best = BV_NONE,
  };
}

static gint64
find_points (const BvLeafPlan *plan, const BvMark *mark)
{
  if (mark->final != BV_MARK_NO_POINTS)
    return mark->final;
  if (mark->verified != BV_MARK_NO_POINTS)
    return mark->verified;
  return plan->kind->compute != NULL ? plan->kind->compute (plan, mark) : BV_NONE;
}

static gboolean
is_unproven (const BvLeafPlan *plan, const BvMark *mark)
{
  return mark->n_evidence < plan->leaf->evidence && !mark->explained
         && plan->kind->claim != BV_CLAIM_OF_OTHERS;
}

/**
 * bv_leaf_score_compute:
 * @plan: what is read of a leaf
 * @mark: what was given for it
 * @unproven_scores_zero: whether points without the evidence wanted count as none
 *
 * Returns: the points of the leaf, steps 1 to 4 of RULES.md
 */
BvLeafScore
bv_leaf_score_compute (const BvLeafPlan *plan, const BvMark *mark, gboolean unproven_scores_zero)
{
  BvLeafScore score = { 0, 0 };
  gint64 points;

  if (mark->state == BV_ASSESSMENT_NOT_ASSIGNED)
    return (BvLeafScore){ 0, BV_LEAF_NOT_ASSIGNED };
  if (mark->state == BV_ASSESSMENT_AWAITING_PUBLICATION)
    return (BvLeafScore){ 0, BV_LEAF_AWAITING };
  if (mark->state != BV_ASSESSMENT_ACCEPTED)
    score.flags |= BV_LEAF_NOT_ACCEPTED;
  points = find_points (plan, mark);
  if (points == BV_NONE)
    score.flags |= BV_LEAF_UNASSESSED;
  else
    score.points = CLAMP (points, -BV_POINTS_MAX, BV_POINTS_MAX);
  if (is_unproven (plan, mark))
    {
      score.flags |= BV_LEAF_UNPROVEN;
      if (unproven_scores_zero)
        score.points = 0;
    }
  return score;
}

/**
 * bv_leaf_score_suffices:
 * @score: the points of a leaf
 * @leaf: the leaf
 * @mark: what was given for it
 *
 * The rule of a required leaf (RULES.md, Eligible or not). A leaf that is judged asks for the judgement
 * itself, whatever points were given; every other kind for points.
 *
 * Returns: whether the leaf lets its nominee be considered
 */
gboolean
bv_leaf_score_suffices (const BvLeafScore *score, const BvCriterion *leaf, const BvMark *mark)
{
  if (!leaf->required || (score->flags & BV_LEAF_NOT_ASSIGNED) != 0)
    return TRUE;
  if ((score->flags & BV_LEAF_AWAITING) != 0)
    return FALSE;
  if (bv_criterion_input (leaf) == BV_INPUT_PASSED)
    return mark->passed == TRUE;
  if ((score->flags & BV_LEAF_UNASSESSED) != 0)
    return FALSE;
  return leaf->min != BV_NONE ? score->points >= leaf->min : score->points > 0;
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

/**
 * bv_leaf_score_reason:
 * @score: the points of a leaf
 *
 * Returns: (nullable): why the leaf counts nothing, other than that nothing was reached; always Vietnamese.
 *   %NULL: it counts what was given
 */
const char *
bv_leaf_score_reason (const BvLeafScore *score)
{
  if ((score->flags & BV_LEAF_NOT_ASSIGNED) != 0)
    return "không được giao";
  if ((score->flags & BV_LEAF_AWAITING) != 0)
    return "chờ công bố";
  if ((score->flags & BV_LEAF_UNASSESSED) != 0)
    return "chưa được chấm";
  return (score->flags & BV_LEAF_UNPROVEN) != 0 && score->points == 0 ? "thiếu minh chứng" : NULL;
}
