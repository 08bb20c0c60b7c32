/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ranking-lanes.h"

#include "core/group-name.h"

#include <glib/gi18n-lib.h>

/* More would be too thin to be told apart. */
#define MOST_LANES 8
#define MOST_MARKS 6
/* Of a hundred entries so many may lie below the axis. */
#define BELOW 10
#define POINT 100

static void
lane_clear (gpointer data)
{
  g_free (((BvRankingLane *) data)->name);
}

static void
add_lane (BvRankingLanes *self, char *name)
{
  const BvRankingLane lane = { name, 0 };

  g_array_append_val (self->lanes, lane);
}

static guint
get_group (const BvRanking *ranking, guint i)
{
  return bv_contest_entrant (ranking->scores->contest, bv_ranking_entry (ranking, i)->entrant)->group;
}

/* Returns: (transfer full): by group, its lane */
static guint *
list_lanes (BvRankingLanes *self, const BvRanking *ranking)
{
  const BvContest *contest = ranking->scores->contest;
  guint *lanes = g_new0 (guint, contest->groups->len);
  g_autofree gboolean *has = g_new0 (gboolean, contest->groups->len);
  guint n_groups = 0;

  for (guint i = 0; i < ranking->entries->len; i++)
    {
      n_groups += !has[get_group (ranking, i)];
      has[get_group (ranking, i)] = TRUE;
    }
  if (n_groups > MOST_LANES)
    {
      add_lane (self, g_strdup (_ ("All groups")));
      return lanes;
    }
  for (guint i = 0; i < contest->groups->len; i++)
    if (has[i])
      {
        lanes[i] = self->lanes->len;
        add_lane (self, bv_group_name_shorten (bv_contest_group (contest, i)->group->name));
      }
  return lanes;
}

static int
compare_dots (gconstpointer a, gconstpointer b)
{
  const BvRankingDot *left = a;
  const BvRankingDot *right = b;

  if (left->lane != right->lane)
    return left->lane < right->lane ? -1 : 1;
  if (left->value != right->value)
    return left->value < right->value ? -1 : 1;
  return (left->nominee > right->nominee) - (left->nominee < right->nominee);
}

static void
add_dots (BvRankingLanes *self, const BvRanking *ranking, const guint *lanes)
{
  const BvContest *contest = ranking->scores->contest;

  for (guint i = 0; i < ranking->entries->len; i++)
    {
      const BvRankingEntry *entry = bv_ranking_entry (ranking, i);
      const BvEntrant *entrant = bv_contest_entrant (contest, entry->entrant);
      const BvRankingDot dot = { entrant->id, entry->value, lanes[entrant->group], entry->place };

      g_array_append_val (self->dots, dot);
    }
  g_array_sort (self->dots, compare_dots);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* 1, 2, 5, 10, 20, 50 … points */
static gint64
choose_step (gint64 range)
{
  static const gint64 factors[] = { 1, 2, 5 };

  for (gint64 ten = POINT;; ten *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
      if (range / (ten * factors[i]) < MOST_MARKS)
        return ten * factors[i];
}

static gint64
round_down (gint64 value, gint64 step)
{
  return (value >= 0 ? value : value - step + 1) / step * step;
}

static void
choose_axis (BvRankingLanes *self)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 from, best;

  for (guint i = 0; i < self->dots->len; i++)
    g_array_append_val (values, bv_ranking_lanes_dot (self, i)->value);
  g_array_sort (values, compare_values);
  from = g_array_index (values, gint64, values->len * BELOW / 100);
  best = g_array_index (values, gint64, values->len - 1);
  self->step = choose_step (best - from);
  self->least = round_down (from, self->step);
  self->most = MAX (round_down (best - 1, self->step), self->least) + self->step;
}

static void
count_below (BvRankingLanes *self)
{
  for (guint i = 0; i < self->dots->len; i++)
    {
      const BvRankingDot *dot = bv_ranking_lanes_dot (self, i);

      bv_ranking_lanes_lane (self, dot->lane)->n_below += dot->value < self->least;
    }
}

/**
 * bv_ranking_lanes_new:
 * @ranking: a ranking with an entry at least
 *
 * Returns: (transfer full): how its entries lie; it does not need @ranking any more
 */
BvRankingLanes *
bv_ranking_lanes_new (const BvRanking *ranking)
{
  BvRankingLanes *self = g_new (BvRankingLanes, 1);
  guint below = ranking->quota != NULL ? bv_ranking_find_line (ranking) : 0;
  g_autofree guint *lanes = NULL;

  *self = (BvRankingLanes){ .lanes = g_array_new (FALSE, FALSE, sizeof (BvRankingLane)),
                            .dots = g_array_new (FALSE, FALSE, sizeof (BvRankingDot)),
                            .line = below > 0 ? bv_ranking_entry (ranking, below - 1)->value : BV_NONE,
                            .by_percent = ranking->by_percent };
  g_array_set_clear_func (self->lanes, lane_clear);
  lanes = list_lanes (self, ranking);
  add_dots (self, ranking, lanes);
  choose_axis (self);
  count_below (self);
  return self;
}

/**
 * bv_ranking_lanes_free:
 * @lanes: (transfer full): how entries lie
 */
void
bv_ranking_lanes_free (BvRankingLanes *lanes)
{
  g_array_unref (lanes->lanes);
  g_array_unref (lanes->dots);
  g_free (lanes);
}
