/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/distribution.h"

#include "core/group-name.h"

/* 100 %, in 1/100 of it. */
#define WHOLE 10000

static void
lane_clear (gpointer data)
{
  g_free (((BvDistributionLane *) data)->name);
}

/* Who got more than there is, by a bonus, stands in the last column. */
static guint
find_bin (const BvDistribution *self, gint64 value)
{
  return (guint) CLAMP (value * BV_DISTRIBUTION_BINS / self->most, 0, BV_DISTRIBUTION_BINS - 1);
}

/* Groups of which nobody is ranked have none. @lanes: of each group the number of its lane, from 1 */
static void
find_lanes (BvDistribution *self, const BvRanking *ranking, guint *lanes)
{
  const BvContest *contest = ranking->scores->contest;
  g_autofree gboolean *has = g_new0 (gboolean, contest->groups->len);

  for (guint i = 0; i < ranking->entries->len; i++)
    has[bv_contest_entrant (contest, bv_ranking_entry (ranking, i)->entrant)->group] = TRUE;
  for (guint i = 0; i < contest->groups->len; i++)
    {
      BvDistributionLane lane = { 0 };

      if (!has[i])
        continue;
      lane.name = bv_group_name_shorten (bv_contest_group (contest, i)->group->name);
      g_array_append_val (self->lanes, lane);
      lanes[i] = self->lanes->len;
      if (!ranking->by_percent)
        self->most = MAX (self->most, bv_contest_group (contest, i)->full);
    }
}

static void
find_highest (BvDistribution *self)
{
  for (guint i = 0; i < BV_DISTRIBUTION_BINS; i++)
    {
      guint n = 0;

      for (guint k = 0; k < self->lanes->len; k++)
        n += bv_distribution_lane (self, k)->bins[i];
      self->highest = MAX (self->highest, n);
    }
}

/**
 * bv_distribution_new:
 * @ranking: a ranking
 *
 * Returns: (transfer full): how its entries are distributed; it does not need @ranking any more
 */
BvDistribution *
bv_distribution_new (const BvRanking *ranking)
{
  BvDistribution *self = g_new0 (BvDistribution, 1);
  const BvContest *contest = ranking->scores->contest;
  guint below = ranking->quota != NULL ? bv_ranking_find_line (ranking) : 0;
  g_autofree guint *lanes = g_new0 (guint, MAX (contest->groups->len, 1));

  self->lanes = g_array_new (FALSE, FALSE, sizeof (BvDistributionLane));
  g_array_set_clear_func (self->lanes, lane_clear);
  self->by_percent = ranking->by_percent;
  self->most = ranking->by_percent ? WHOLE : 1;
  self->line = below > 0 ? bv_ranking_entry (ranking, below - 1)->value : BV_NONE;
  self->n = ranking->entries->len;
  find_lanes (self, ranking, lanes);
  for (guint i = 0; i < ranking->entries->len; i++)
    {
      const BvRankingEntry *entry = bv_ranking_entry (ranking, i);
      guint group = bv_contest_entrant (contest, entry->entrant)->group;
      BvDistributionLane *lane = bv_distribution_lane (self, lanes[group] - 1);

      lane->bins[find_bin (self, entry->value)]++;
      lane->n++;
    }
  find_highest (self);
  return self;
}

/**
 * bv_distribution_free:
 * @distribution: (transfer full): a distribution
 */
void
bv_distribution_free (BvDistribution *distribution)
{
  g_array_unref (distribution->lanes);
  g_free (distribution);
}
