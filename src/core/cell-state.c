/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cell-state.h"

/**
 * bv_cell_state_is_answered:
 * @mark: a mark
 *
 * Returns: whether anything was said of it, by the nominee or who verifies
 */
gboolean
bv_cell_state_is_answered (const BvMark *mark)
{
  return mark->self != BV_MARK_NO_POINTS || mark->verified != BV_MARK_NO_POINTS
         || mark->final != BV_MARK_NO_POINTS || mark->n_items >= 0 || mark->n_received > 0
         || mark->passed >= 0 || mark->measured != 0;
}

/**
 * bv_cell_state_waits:
 * @mark: a mark
 *
 * Returns: whether it waits for somebody who verifies it
 */
gboolean
bv_cell_state_waits (const BvMark *mark)
{
  return mark->state == BV_ASSESSMENT_PENDING && bv_cell_state_is_answered (mark);
}

/**
 * bv_cell_state_is_unproven:
 * @mark: a mark
 * @score: its points
 *
 * Returns: whether something was said, and evidence of it is missing
 */
gboolean
bv_cell_state_is_unproven (const BvMark *mark, const BvLeafScore *score)
{
  return (score->flags & BV_LEAF_UNPROVEN) != 0 && bv_cell_state_is_answered (mark);
}

/* The scoring counts on the ranking's date; what is due after today is not missing before. */
static gboolean
lacks_report (const BvCriterion *leaf, const BvMark *mark, gint64 today)
{
  guint n_due = 0;

  for (guint i = 0; mark->n_missing > 0 && i < bv_criterion_count_due (leaf); i++)
    n_due += g_array_index (leaf->due, gint64, i) < today;
  return mark->n_missing > 0 && n_due > mark->n_received;
}

/* What a nominee says of itself is due when the campaign ends. */
static gboolean
lacks_answer (const BvContest *contest, const BvCriterion *leaf, const BvMark *mark, gint64 today)
{
  gint64 ends = contest->campaign->ends;

  return ends != BV_NONE && ends < MIN (today, contest->date) && mark->state == BV_ASSESSMENT_PENDING
         && bv_criterion_kind (leaf)->claim == BV_CLAIM_EXPECTED && !bv_cell_state_is_answered (mark);
}

/**
 * bv_cell_state_find:
 * @contest: a contest
 * @leaf: a leaf of one of its groups
 * @mark: a mark of @leaf
 * @today: yyyymmdd: what is due later is not missing
 *
 * The gravest that is to be said (DESK.md, States): what is settled otherwise first, then what is missing,
 * then what waits.
 *
 * Returns: the state of the cell
 */
BvCellState
bv_cell_state_find (const BvContest *contest, const BvCriterion *leaf, const BvMark *mark, gint64 today)
{
  switch (mark->state)
    {
    case BV_ASSESSMENT_NOT_ASSIGNED:
      return BV_CELL_NOT_ASSIGNED;
    case BV_ASSESSMENT_AWAITING_PUBLICATION:
      return BV_CELL_AWAITING;
    case BV_ASSESSMENT_RETURNED:
      return BV_CELL_RETURNED;
    default:
      break;
    }
  if (lacks_report (leaf, mark, today) || lacks_answer (contest, leaf, mark, today))
    return BV_CELL_MISSING;
  if (bv_cell_state_waits (mark))
    return BV_CELL_WAITING;
  if (mark->n_late > 0)
    return BV_CELL_LATE;
  return mark->state == BV_ASSESSMENT_ACCEPTED ? BV_CELL_ACCEPTED : BV_CELL_EMPTY;
}
