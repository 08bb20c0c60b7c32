/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/overview.h"

/* What is to be said of a row where one of its cells is in a state. */
static const guint8 sought_by_state[BV_N_CELL_STATES] = {
  [BV_CELL_WAITING] = BV_OVERVIEW_WAITING | BV_OVERVIEW_TO_DO,
  [BV_CELL_RETURNED] = BV_OVERVIEW_RETURNED | BV_OVERVIEW_TO_DO,
  [BV_CELL_MISSING] = BV_OVERVIEW_MISSING | BV_OVERVIEW_TO_DO,
  [BV_CELL_LATE] = BV_OVERVIEW_LATE,
  [BV_CELL_AWAITING] = BV_OVERVIEW_AWAITING,
};

/* Returns: whether anything came for the cell */
static gboolean
count_cell (BvOverviewRow *row,
            BvOverviewGroup *group,
            BvCellState state,
            const BvMark *mark,
            const BvLeafScore *score)
{
  gboolean is_unproven = bv_cell_state_is_unproven (mark, score);

  group->cells[state]++;
  group->n_unproven += is_unproven;
  group->n_waiting += bv_cell_state_waits (mark);
  group->n_evidence += mark->n_evidence;
  row->n_missing += state == BV_CELL_MISSING;
  row->n_returned += state == BV_CELL_RETURNED;
  row->n_waiting += state == BV_CELL_WAITING;
  row->is |= sought_by_state[state];
  if (bv_cell_state_waits (mark))
    row->is |= BV_OVERVIEW_WAITING | BV_OVERVIEW_TO_DO;
  if (is_unproven)
    row->is |= BV_OVERVIEW_UNPROVEN | BV_OVERVIEW_TO_DO;
  row->n_to_do += is_unproven || (sought_by_state[state] & BV_OVERVIEW_TO_DO) != 0;
  return bv_cell_state_is_answered (mark) || mark->n_evidence > 0;
}

static void
count_row (BvOverview *self, const BvProposal *proposal, guint entrant, gint64 today)
{
  const BvContest *contest = proposal->contest;
  const BvEntrant *who = bv_contest_entrant (contest, entrant);
  const BvContestGroup *packed = bv_contest_group (contest, who->group);
  BvOverviewGroup *group = bv_overview_group (self, who->group);
  BvOverviewRow *row = bv_overview_row (self, entrant);
  gboolean has_come = packed->leaves->len == 0;

  row->withdrawn = who->withdrawn;
  if (who->withdrawn)
    return;
  for (guint i = 0; i < packed->leaves->len; i++)
    {
      const BvMark *mark = bv_contest_mark (contest, who->first_mark + i);
      BvCellState state = bv_cell_state_find (contest, g_ptr_array_index (packed->leaves, i), mark, today);

      has_come
        |= count_cell (row, group, state, mark, bv_scores_leaf (proposal->scores, who->first_mark + i));
    }
  if (!has_come)
    row->is |= BV_OVERVIEW_SILENT;
  group->n_nominees++;
  for (guint i = 0; i < BV_OVERVIEW_N_SOUGHT; i++)
    group->rows[i] += (row->is >> i) & 1;
}

static void
add_up (BvOverviewGroup *all, const BvOverviewGroup *group)
{
  all->n_nominees += group->n_nominees;
  all->n_unproven += group->n_unproven;
  all->n_waiting += group->n_waiting;
  all->n_evidence += group->n_evidence;
  for (guint i = 0; i < BV_OVERVIEW_N_SOUGHT; i++)
    all->rows[i] += group->rows[i];
  for (guint i = 0; i < BV_N_CELL_STATES; i++)
    all->cells[i] += group->cells[i];
}

/**
 * bv_overview_new:
 * @proposal: a proposal, with or without its whole campaign
 * @today: yyyymmdd: what is due later is not missing
 *
 * Counts once all cells of nominees that are not withdrawn.
 *
 * Returns: (transfer full): how far it has come; it does not need @proposal any more
 */
BvOverview *
bv_overview_new (const BvProposal *proposal, gint64 today)
{
  BvOverview *self = g_new0 (BvOverview, 1);
  const BvContest *contest = proposal->contest;

  self->rows = g_array_new (FALSE, TRUE, sizeof (BvOverviewRow));
  self->groups = g_array_new (FALSE, TRUE, sizeof (BvOverviewGroup));
  g_array_set_size (self->rows, contest->entrants->len);
  g_array_set_size (self->groups, contest->groups->len);
  for (guint i = 0; i < contest->entrants->len; i++)
    count_row (self, proposal, i, today);
  for (guint i = 0; i < contest->groups->len; i++)
    add_up (&self->all, bv_overview_group (self, i));
  return self;
}

/**
 * bv_overview_free:
 * @overview: (transfer full): an overview
 */
void
bv_overview_free (BvOverview *overview)
{
  g_array_unref (overview->rows);
  g_array_unref (overview->groups);
  g_free (overview);
}

/**
 * bv_overview_count:
 * @group: a group, or all
 * @sought: one thing that is so, or %BV_OVERVIEW_ALL
 *
 * Returns: of how many nominees it is
 */
guint
bv_overview_count (const BvOverviewGroup *group, BvOverviewSought sought)
{
  return sought == BV_OVERVIEW_ALL ? group->n_nominees : group->rows[g_bit_nth_lsf (sought, -1)];
}

/**
 * bv_overview_find_share:
 * @group: a group, or all
 *
 * Returns: how many percent of the cells that are assigned are settled, rounded down; -1: there are none
 */
int
bv_overview_find_share (const BvOverviewGroup *group)
{
  guint settled = group->cells[BV_CELL_ACCEPTED] + group->cells[BV_CELL_LATE];
  guint n = 0;

  for (guint i = 0; i < BV_N_CELL_STATES; i++)
    n += i != BV_CELL_NOT_ASSIGNED ? group->cells[i] : 0;
  return n > 0 ? (int) ((guint64) settled * 100 / n) : -1;
}

/* Most to do first, then what is graver; else the order of the file. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const BvOverview *self = data;
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;
  const BvOverviewRow *one = bv_overview_row (self, first);
  const BvOverviewRow *other = bv_overview_row (self, second);

  if (one->n_to_do != other->n_to_do)
    return one->n_to_do > other->n_to_do ? -1 : 1;
  if (one->n_missing != other->n_missing)
    return one->n_missing > other->n_missing ? -1 : 1;
  if (one->n_returned != other->n_returned)
    return one->n_returned > other->n_returned ? -1 : 1;
  if (one->n_waiting != other->n_waiting)
    return one->n_waiting > other->n_waiting ? -1 : 1;
  return (first > second) - (first < second);
}

/**
 * bv_overview_list:
 * @overview: an overview
 * @contest: of which it is
 * @group: index of a group
 * @sought: things that are all so of those that are listed
 *
 * Returns: (transfer full) (element-type guint): indexes of nominees, most to do first, then the order of the
 *   file
 */
GArray *
bv_overview_list (const BvOverview *overview, const BvContest *contest, guint group, BvOverviewSought sought)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < overview->rows->len; i++)
    {
      const BvOverviewRow *row = bv_overview_row (overview, i);

      if (!row->withdrawn && bv_contest_entrant (contest, i)->group == group
          && (row->is & sought) == (guint) sought)
        g_array_append_val (list, i);
    }
  g_array_sort_with_data (list, compare_rows, (gpointer) overview);
  return list;
}
