/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ranking-order.h"

#include "core/earlier-quotas.h"
#include "core/quota-line.h"
#include "core/tie-step.h"

/* One who takes part. The sort key puts the eligible above all others, each part by the first step. */
typedef struct
{
  guint64 sort;
  guint entrant;
  guint at; /* the place in the keys; in a run of equals, among the keys of the run */
} Item;

typedef struct
{
  const BvScores *scores;
  GArray *steps;   /* of BvTieComparison */
  GArray *items;   /* of Item */
  guint64 highest; /* value of the first step */
  int *leaves;     /* by group and step: the leaf that breaks the tie; -1: none */
  BvTieKey *keys;  /* by item, in the order of the file, and step */
  GArray *run;     /* of BvTieKey, the same for the run of equals that is being ordered: near each other */
} Order;

static void
find_tie_breakers (Order *order)
{
  const BvContest *contest = order->scores->contest;
  guint n = order->steps->len;

  order->leaves = g_new (int, (gsize) contest->groups->len *n);
  for (guint i = 0; i < contest->groups->len; i++)
    for (guint k = 0; k < n; k++)
      order->leaves[i * n + k] = bv_tie_comparison_find_leaf (
        &g_array_index (order->steps, BvTieComparison, k), bv_contest_group (contest, i));
}

static void
collect_items (Order *order, BvRanking *ranking, const gboolean *takes_part)
{
  const BvContest *contest = order->scores->contest;
  Item *items;
  guint n = 0;

  g_array_set_size (order->items, contest->entrants->len);
  items = &g_array_index (order->items, Item, 0);
  for (guint i = 0; i < contest->entrants->len; i++)
    {
      const BvScore *score = bv_scores_get (order->scores, i);

      if (!takes_part[bv_contest_entrant (contest, i)->group])
        continue;
      items[n] = (Item){ ranking->by_percent ? score->percent : score->total, i, n };
      order->highest = MAX (order->highest, items[n].sort);
      ranking->provisional |= score->provisional;
      n++;
    }
  g_array_set_size (order->items, n);
}

static void
compute_keys (Order *order)
{
  const BvContest *contest = order->scores->contest;
  guint n = order->steps->len;
  g_autofree const BvTieStepRow **steps = g_new (const BvTieStepRow *, n);
  BvTieKey *key;

  if (n == 0)
    return;

  for (guint k = 0; k < n; k++)
    steps[k] = bv_tie_step (g_array_index (order->steps, BvTieComparison, k).step);
  key = order->keys = g_new (BvTieKey, (gsize) order->items->len * n);
  for (guint i = 0; i < order->items->len; i++)
    {
      guint entrant = g_array_index (order->items, Item, i).entrant;
      const int *leaves = &order->leaves[bv_contest_entrant (contest, entrant)->group * n];

      for (guint k = 0; k < n; k++)
        *key++ = steps[k]->compute (order->scores, entrant, leaves[k]);
    }
}

static void
order_init (Order *order, BvRanking *ranking, const gboolean *takes_part)
{
  order->scores = ranking->scores;
  order->highest = 0;
  order->keys = NULL;
  order->steps = bv_tie_comparisons_list (ranking->scores->contest, takes_part);
  order->items = g_array_new (FALSE, FALSE, sizeof (Item));
  order->run = g_array_new (FALSE, FALSE, sizeof (BvTieKey));
  find_tie_breakers (order);
  collect_items (order, ranking, takes_part);
  compute_keys (order);
}

static void
order_clear (Order *order)
{
  g_array_unref (order->steps);
  g_array_unref (order->items);
  g_array_unref (order->run);
  g_free (order->leaves);
  g_free (order->keys);
}

static void
lift_eligible (Order *order)
{
  for (guint i = 0; i < order->items->len; i++)
    {
      Item *item = &g_array_index (order->items, Item, i);

      if (bv_scores_get (order->scores, item->entrant)->eligible)
        item->sort += order->highest + 1;
    }
}

/* Distributes the items by one byte of their sort keys, higher first, equals in the order they come in. */
static void
distribute (const Item *items, Item *sorted, guint n, guint shift)
{
  guint places[257] = { 0 };

  for (guint i = 0; i < n; i++)
    places[256 - (items[i].sort >> shift & 0xff)]++;
  for (guint i = 1; i <= 256; i++)
    places[i] += places[i - 1];
  for (guint i = 0; i < n; i++)
    sorted[places[255 - (items[i].sort >> shift & 0xff)]++] = items[i];
}

/* Byte by byte, the last first: of 100 000 items many times faster than comparing them. */
static void
sort_items (Order *order)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (Item), order->items->len);

  g_array_set_size (sorted, order->items->len);
  for (guint shift = 0; shift < 64 && (2 * order->highest + 1) >> shift > 0; shift += 8)
    {
      GArray *items = order->items;

      distribute ((const Item *) (gpointer) items->data, (Item *) (gpointer) sorted->data, items->len, shift);
      order->items = sorted;
      sorted = items;
    }
  g_array_unref (sorted);
}

/* Of two of a run: negative where @a goes before @b. @by is set to the step that separates them. */
static int
compare_steps (const Order *order, const Item *a, const Item *b, BvDecidedBy *by)
{
  guint n = order->steps->len;

  for (guint i = 0; i < n; i++)
    {
      int difference = bv_tie_key_compare (&g_array_index (order->run, BvTieKey, a->at * n + i),
                                           &g_array_index (order->run, BvTieKey, b->at * n + i));

      *by = BV_DECIDED_BY_STEP + g_array_index (order->steps, BvTieComparison, i).step;
      if (difference != 0)
        return difference;
    }
  *by = BV_DECIDED_BY_TIE;
  return 0;
}

static int
compare_equals (gconstpointer a, gconstpointer b, gpointer user_data)
{
  BvDecidedBy by;

  return compare_steps (user_data, a, b, &by);
}

static BvRankingEntry
make_entry (const BvRanking *ranking, const Order *order, guint i, gboolean first_of_run)
{
  const Item *item = &g_array_index (order->items, Item, i);
  BvRankingEntry entry = {
    .entrant = item->entrant,
    .value = item->sort > order->highest ? item->sort - order->highest - 1 : item->sort,
    .rank = BV_NONE,
    .place = BV_RANK_NOT_ELIGIBLE,
    .decided_by = BV_DECIDED_BY_NOTHING,
    .margin = BV_NONE,
  };
  BvDecidedBy by;

  if (item->sort <= order->highest)
    return entry;
  entry.place = BV_RANK_OUTSIDE;
  entry.decided_by = i == 0 ? BV_DECIDED_BY_FIRST : BV_DECIDED_BY_TOTAL;
  entry.rank = i + 1;
  if (!first_of_run)
    {
      compare_steps (order, item - 1, item, &by);
      entry.decided_by = by;
    }
  if (entry.decided_by == BV_DECIDED_BY_TIE)
    entry.rank = bv_ranking_entry (ranking, i - 1)->rank;
  return entry;
}

static void
gather_keys (Order *order, guint from, guint to)
{
  guint n = order->steps->len;

  g_array_set_size (order->run, (to - from) * n);
  for (guint i = from; i < to; i++)
    {
      Item *item = &g_array_index (order->items, Item, i);

      for (guint k = 0; k < n; k++)
        g_array_index (order->run, BvTieKey, (i - from) * n + k) = order->keys[(gsize) item->at * n + k];
      item->at = i - from;
    }
}

/* Orders a run of equals by the tie chain; the sort is stable, so what is still equal stays in the order of
 * the file. */
static void
rank_run (BvRanking *ranking, Order *order, guint from, guint to)
{
  if (to - from > 1)
    {
      gather_keys (order, from, to);
      g_qsort_with_data (&g_array_index (order->items, Item, from), to - from, sizeof (Item), compare_equals,
                         order);
    }
  for (guint i = from; i < to; i++)
    *bv_ranking_entry (ranking, i) = make_entry (ranking, order, i, i == from);
}

/* Fills @ranking, whose scores and first step are set, with entries, ordered and ranked as RULES.md says
 * (Order within a pool); every eligible one is outside. */
static void
fill_entries (BvRanking *ranking, const gboolean *takes_part)
{
  Order order;
  guint from = 0;

  order_init (&order, ranking, takes_part);
  lift_eligible (&order);
  sort_items (&order);
  ranking->entries = g_array_sized_new (FALSE, FALSE, sizeof (BvRankingEntry), order.items->len);
  g_array_set_size (ranking->entries, order.items->len);
  while (from < order.items->len)
    {
      guint64 sort = g_array_index (order.items, Item, from).sort;
      guint to = from + 1;

      while (to < order.items->len && g_array_index (order.items, Item, to).sort == sort)
        to++;
      rank_run (ranking, &order, from, to);
      from = to;
    }
  order_clear (&order);
}

static BvRanking *
ranking_new (const BvScores *scores, const gboolean *takes_part, gboolean by_percent)
{
  BvRanking *ranking = g_new0 (BvRanking, 1);

  ranking->scores = scores;
  ranking->by_percent = by_percent;
  fill_entries (ranking, takes_part);
  return ranking;
}

/* Marks the groups of a pool. Returns whether they differ in `full`, so that only percents compare. */
static gboolean
find_pool_groups (const BvContest *contest, const BvQuota *quota, gboolean *takes_part)
{
  const BvContestGroup *first = NULL;
  gboolean differ = FALSE;

  for (guint i = 0; i < contest->groups->len; i++)
    {
      const BvContestGroup *group = bv_contest_group (contest, i);

      takes_part[i] = bv_quota_has_group (quota, group->group->key);
      if (!takes_part[i])
        continue;
      if (first == NULL)
        first = group;
      differ |= group->full != first->full;
    }
  return differ;
}

/**
 * bv_ranking_compute_pool:
 * @scores: the scores of a contest; they must outlive the ranking
 * @quota: a quota of the contest's campaign
 * @drawn: (nullable) (element-type BvRanking): the pools of all quotas that stand before it in the file, in
 * its order
 *
 * Orders the nominees of the quota's groups and draws the quota line (RULES.md). Equal stays equal; a tie
 * across the line is reported, never cut.
 *
 * Returns: (transfer full): the ranking of the pool
 */
BvRanking *
bv_ranking_compute_pool (const BvScores *scores, const BvQuota *quota, const GPtrArray *drawn)
{
  g_autoptr (GPtrArray) earlier = bv_earlier_quotas_list (quota, drawn);
  g_autofree gboolean *takes_part = g_new0 (gboolean, scores->contest->groups->len);
  gboolean by_percent = find_pool_groups (scores->contest, quota, takes_part);
  BvRanking *ranking = ranking_new (scores, takes_part, by_percent);

  ranking->quota = quota;
  bv_earlier_quotas_take (ranking, earlier);
  bv_quota_line_draw (ranking);
  bv_earlier_quotas_carry (ranking, earlier);
  return ranking;
}

/**
 * bv_ranking_compute_group:
 * @scores: the scores of a contest; they must outlive the ranking
 * @group: index of a group of the contest
 *
 * Returns: (transfer full): the order within the group, without a quota line
 */
BvRanking *
bv_ranking_compute_group (const BvScores *scores, guint group)
{
  g_autofree gboolean *takes_part = g_new0 (gboolean, scores->contest->groups->len);
  BvRanking *ranking;

  takes_part[group] = TRUE;
  ranking = ranking_new (scores, takes_part, FALSE);
  ranking->group = bv_contest_group (scores->contest, group)->group;
  return ranking;
}
