/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/next-place.h"

#include "core/assessment-state.h"
#include "core/criterion-kind.h"
#include "core/tie-step.h"

/* Somebody's points are changed, to see whether they are enough. */
typedef struct
{
  const BvRanking *ranking;
  BvScores *scores; /* as supposed */
  GArray *steps;    /* of BvTieComparison */
  guint entrant;
  guint above; /* whom it is compared with */
} Trial;

static gint64
get_value (const Trial *self, guint entrant)
{
  const BvScore *score = bv_scores_get (self->scores, entrant);

  return self->ranking->by_percent ? score->percent : score->total;
}

static BvTieKey
compute_key (const Trial *self, const BvTieComparison *comparison, guint entrant)
{
  const BvContest *contest = self->scores->contest;
  const BvContestGroup *group = bv_contest_group (contest, bv_contest_entrant (contest, entrant)->group);

  return bv_tie_step (comparison->step)
    ->compute (self->scores, entrant, bv_tie_comparison_find_leaf (comparison, group));
}

/* Not behind the one above; equal to it is its place, too. */
static gboolean
is_reached (const Trial *self)
{
  gint64 own = get_value (self, self->entrant);
  gint64 other = get_value (self, self->above);

  for (guint i = 0; own == other && i < self->steps->len; i++)
    {
      const BvTieComparison *comparison = &g_array_index (self->steps, BvTieComparison, i);
      const BvTieKey key = compute_key (self, comparison, self->entrant);
      const BvTieKey of_other = compute_key (self, comparison, self->above);
      int difference = bv_tie_key_compare (&key, &of_other);

      if (difference != 0)
        return difference < 0;
    }
  return own >= other;
}

static gboolean
suffices (const Trial *self, guint leaf, gint64 points)
{
  bv_scores_suppose (self->scores, self->entrant, leaf, points);
  return is_reached (self);
}

/* The smallest change from @from towards @end that is enough; the more, the better. */
static gint64
search (const Trial *self, guint leaf, gint64 from, gint64 end)
{
  gint64 sign = end > from ? 1 : -1;
  gint64 low = 0;
  gint64 high = ABS (end - from);

  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (suffices (self, leaf, from + sign * middle))
        high = middle;
      else
        low = middle;
    }
  return sign * high;
}

/* What is judged has all of its points, or none. */
static gint64
find_change (const Trial *self, guint leaf, const BvCriterion *criterion, gint64 from)
{
  gint64 end = bv_criterion_kind (criterion)->part == BV_PART_DEDUCTION ? 0 : criterion->max;

  if (end == from || !suffices (self, leaf, end))
    return 0;
  return bv_criterion_input (criterion) == BV_INPUT_PASSED ? end - from : search (self, leaf, from, end);
}

static gboolean
is_open (const BvMark *mark)
{
  return mark->state != BV_ASSESSMENT_NOT_ASSIGNED && mark->state != BV_ASSESSMENT_AWAITING_PUBLICATION;
}

/* Each leaf by itself: the others are as they were again. */
static void
try_leaf (const Trial *self, guint leaf, BvNextPlace *next)
{
  const BvScores *scores = self->ranking->scores;
  const BvContest *contest = scores->contest;
  const BvEntrant *entrant = bv_contest_entrant (contest, self->entrant);
  const BvCriterion *criterion = g_ptr_array_index (bv_contest_group (contest, entrant->group)->leaves, leaf);
  const BvLeafScore *before = bv_scores_leaf (scores, entrant->first_mark + leaf);
  gint64 change;

  if (!is_open (bv_contest_mark (contest, entrant->first_mark + leaf)))
    return;
  change = find_change (self, leaf, criterion, before->points);
  if (change != 0 && (next->leaf == NULL || ABS (change) < ABS (next->change)))
    {
      next->leaf = criterion;
      next->change = change;
      next->points = before->points + change;
    }
  *bv_scores_leaf (self->scores, entrant->first_mark + leaf) = *before;
  *bv_scores_get (self->scores, self->entrant) = *bv_scores_get (scores, self->entrant);
}

/* Equal to others it has their rank; where it comes before the one above, it may before others, too. */
static gint64
count_rank (Trial *self, const BvNextPlace *next)
{
  const GArray *entries = self->ranking->entries;
  const BvContest *contest = self->scores->contest;
  const BvContestGroup *group
    = bv_contest_group (contest, bv_contest_entrant (contest, self->entrant)->group);
  gint64 rank = 1;
  guint leaf;

  g_ptr_array_find (group->leaves, next->leaf, &leaf);
  bv_scores_suppose (self->scores, self->entrant, leaf, next->points);
  for (guint i = 0; i < entries->len; i++)
    {
      const BvRankingEntry *other = &g_array_index (entries, BvRankingEntry, i);

      self->above = other->entrant;
      rank += other->rank != BV_NONE && other->entrant != self->entrant && !is_reached (self);
    }
  return rank;
}

/* The last of those who have a better rank. */
static const BvRankingEntry *
find_above (const BvRanking *ranking, guint entry)
{
  gint64 rank = bv_ranking_entry (ranking, entry)->rank;

  for (guint i = rank != BV_NONE ? entry : 0; i > 0; i--)
    if (bv_ranking_entry (ranking, i - 1)->rank < rank)
      return bv_ranking_entry (ranking, i - 1);
  return NULL;
}

/**
 * bv_next_place_find:
 * @ranking: the ranking of a pool or group
 * @entry: the place of one of its entries, from 0
 * @next: (out): what would have to change
 *
 * Finds the leaf, the points of which would have to change least, as its final score, so that the entry had
 * the rank of the one above it, or a better one, all others being as they are (RULES.md, Order within a
 * pool). Of equal changes it is the first in the order of the criteria.
 *
 * Returns: %FALSE where there is no better place, or no change of one leaf is enough
 */
gboolean
bv_next_place_find (const BvRanking *ranking, guint entry, BvNextPlace *next)
{
  const BvRankingEntry *above = find_above (ranking, entry);
  g_autofree gboolean *takes_part = bv_ranking_list_groups (ranking);
  Trial trial = { ranking };
  const BvContest *contest = ranking->scores->contest;
  guint n_leaves;

  *next = (BvNextPlace){ 0 };
  if (above == NULL)
    return FALSE;
  trial.entrant = bv_ranking_entry (ranking, entry)->entrant;
  trial.above = above->entrant;
  trial.scores = bv_scores_copy (ranking->scores);
  trial.steps = bv_tie_comparisons_list (contest, takes_part);
  n_leaves = bv_contest_group (contest, bv_contest_entrant (contest, trial.entrant)->group)->leaves->len;
  for (guint i = 0; i < n_leaves; i++)
    try_leaf (&trial, i, next);
  if (next->leaf != NULL)
    next->rank = count_rank (&trial, next);
  bv_scores_free (trial.scores);
  g_array_unref (trial.steps);
  return next->leaf != NULL;
}
