/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominees/nominee-scores.h"

#include "store/lists.h"

typedef struct
{
  guint n_wanted;
  guint n_proven;
  guint n_assessed;
  guint n_assigned;
} Counts;

static Counts
count_leaves (const BvScores *scores, const BvEntrant *nominee)
{
  GPtrArray *leaves = bv_contest_group (scores->contest, nominee->group)->leaves;
  Counts counts = { 0, 0, 0, 0 };

  for (guint i = 0; i < leaves->len; i++)
    {
      const BvCriterion *leaf = g_ptr_array_index (leaves, i);
      guint flags = bv_scores_leaf (scores, nominee->first_mark + i)->flags;

      if ((flags & BV_LEAF_NOT_ASSIGNED) != 0)
        continue;
      counts.n_assigned++;
      counts.n_assessed += (flags & (BV_LEAF_UNASSESSED | BV_LEAF_AWAITING)) == 0;
      counts.n_wanted += leaf->evidence > 0;
      counts.n_proven += leaf->evidence > 0 && (flags & BV_LEAF_UNPROVEN) == 0;
    }
  return counts;
}

static gboolean
write_number (BvTable *table, guint row, guint column, gint64 number)
{
  if (bv_table_get_number (table, row, column) == number)
    return FALSE;
  bv_table_set_number (table, row, column, number);
  return TRUE;
}

/**
 * bv_nominee_scores_write:
 * @table: from bv_lists_read_nominees()
 * @row: a row of it
 * @scores: the last scores
 * @entrant: the nominee of the row in their contest
 *
 * Fills the columns that the scoring knows: how many of the leaves that ask for evidence have it, how many
 * are scored, the totals.
 *
 * Returns: whether the row looks different now
 */
gboolean
bv_nominee_scores_write (BvTable *table, guint row, const BvScores *scores, guint entrant)
{
  const BvScore *score = bv_scores_get (scores, entrant);
  Counts counts = count_leaves (scores, bv_contest_entrant (scores->contest, entrant));
  guint flags = score->eligible ? 0 : BV_TABLE_ROW_DIM;
  gboolean changed = bv_table_get_flags (table, row) != flags;

  bv_table_set_flags (table, row, flags);
  changed
    |= write_number (table, row, BV_NOMINEES_EVIDENCE, bv_table_share (counts.n_proven, counts.n_wanted));
  changed
    |= write_number (table, row, BV_NOMINEES_ASSESSED, bv_table_share (counts.n_assessed, counts.n_assigned));
  changed |= write_number (table, row, BV_NOMINEES_SELF, score->self_total);
  changed |= write_number (table, row, BV_NOMINEES_TOTAL, score->total);
  return changed;
}
