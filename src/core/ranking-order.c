/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ranking-order.h"

/* One comparison after the total: a step of the tie chain, `criteria` as one for each number. */
typedef struct
{
  BvDecidedBy by;
  gint64 number; /* the tie-breaker's, of BV_DECIDED_BY_CRITERIA */
} Step;

/* What an entrant brings to a step; higher goes first. A fraction, for votes are compared exactly. Narrow, so
 * that all keys of one entrant lie in one line of the cache; no points are beyond BV_POINTS_MAX. */
typedef struct
{
  gint32 value;
  gint32 of;
} Key;

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
  GArray *steps;   /* of Step */
  GArray *items;   /* of Item */
  guint64 highest; /* value of the first step */
  int *leaves;     /* by group and step: the leaf that breaks the tie; -1: none */
  Key *keys;       /* by item, in the order of the file, and step */
  GArray *run;     /* of Key, the same for the run of equals that is being ordered: near each other */
} Order;

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Numbers may be sparse and differ by group. */
static GArray *
list_tie_breakers (const BvContest *contest, const gboolean *takes_part)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < contest->groups->len; i++)
    {
      const GPtrArray *leaves = bv_contest_group (contest, i)->leaves;

      for (guint k = 0; takes_part[i] && k < leaves->len; k++)
        {
          const BvCriterion *leaf = g_ptr_array_index (leaves, k);

          if (leaf->tie_breaker != BV_NONE)
            g_array_append_val (numbers, leaf->tie_breaker);
        }
    }
  g_array_sort (numbers, compare_numbers);
  return numbers;
}

static void
add_criteria_steps (Order *order, const gboolean *takes_part)
{
  g_autoptr (GArray) numbers = list_tie_breakers (order->scores->contest, takes_part);

  for (guint i = 0; i < numbers->len; i++)
    {
      Step step = { BV_DECIDED_BY_CRITERIA, g_array_index (numbers, gint64, i) };

      if (i == 0 || step.number != g_array_index (numbers, gint64, i - 1))
        g_array_append_val (order->steps, step);
    }
}

static void
add_steps (Order *order, const gboolean *takes_part)
{
  static const BvDecidedBy decided_by[] = {
    [BV_TIE_CRITERIA] = BV_DECIDED_BY_CRITERIA, [BV_TIE_REPORTS] = BV_DECIDED_BY_REPORTS,
    [BV_TIE_WOMEN] = BV_DECIDED_BY_WOMEN,       [BV_TIE_NO_OFFICE] = BV_DECIDED_BY_NO_OFFICE,
    [BV_TIE_VOTES] = BV_DECIDED_BY_VOTES,
  };
  const GArray *chain = order->scores->contest->campaign->tie_chain;

  for (guint i = 0; chain != NULL && i < chain->len; i++)
    {
      Step step = { decided_by[g_array_index (chain, gint64, i)], BV_NONE };

      if (step.by == BV_DECIDED_BY_CRITERIA)
        add_criteria_steps (order, takes_part);
      else
        g_array_append_val (order->steps, step);
    }
}

static int
find_tie_breaker (const BvContestGroup *group, gint64 number)
{
  for (guint i = 0; number != BV_NONE && i < group->leaves->len; i++)
    if (((const BvCriterion *) g_ptr_array_index (group->leaves, i))->tie_breaker == number)
      return i;
  return -1;
}

static void
find_tie_breakers (Order *order)
{
  const BvContest *contest = order->scores->contest;
  guint n = order->steps->len;

  order->leaves = g_new (int, (gsize) contest->groups->len *n);
  for (guint i = 0; i < contest->groups->len; i++)
    for (guint k = 0; k < n; k++)
      order->leaves[i * n + k]
        = find_tie_breaker (bv_contest_group (contest, i), g_array_index (order->steps, Step, k).number);
}

static gint64
tie_points (const Order *order, const BvEntrant *entrant, guint step)
{
  int leaf = order->leaves[entrant->group * order->steps->len + step];

  return leaf < 0 ? 0 : bv_scores_leaf (order->scores, entrant->first_mark + leaf)->points;
}

static Key
compute_key (const Order *order, guint index, guint step)
{
  const BvContest *contest = order->scores->contest;
  const BvEntrant *entrant = bv_contest_entrant (contest, index);

  switch (g_array_index (order->steps, Step, step).by)
    {
    case BV_DECIDED_BY_CRITERIA:
      return (Key){ tie_points (order, entrant, step), 1 };
    case BV_DECIDED_BY_REPORTS:
      return (Key){ -(gint32) bv_scores_get (order->scores, index)->n_late_or_missing, 1 };
    case BV_DECIDED_BY_WOMEN:
      return (Key){ bv_contest_is_first_as_women (contest, entrant), 1 };
    case BV_DECIDED_BY_NO_OFFICE:
      return (Key){ bv_contest_is_without_office (contest, entrant), 1 };
    case BV_DECIDED_BY_VOTES:
      return entrant->votes_members > 0 ? (Key){ entrant->votes_for, entrant->votes_members } : (Key){ 0, 1 };
    case BV_DECIDED_BY_FIRST:
    case BV_DECIDED_BY_TOTAL:
    case BV_DECIDED_BY_TIE:
    case BV_DECIDED_BY_NOTHING:
    default:
      g_return_val_if_reached (((Key){ 0, 1 }));
    }
}

static gint64
first_value (const BvRanking *ranking, guint entrant)
{
  const BvScore *score = bv_scores_get (ranking->scores, entrant);

  return ranking->by_percent ? score->percent : score->total;
}

static void
collect_items (Order *order, BvRanking *ranking, const gboolean *takes_part)
{
  const BvContest *contest = order->scores->contest;

  for (guint i = 0; i < contest->entrants->len; i++)
    {
      const BvScore *score = bv_scores_get (order->scores, i);
      Item item = { first_value (ranking, i), i, order->items->len };

      if (!takes_part[bv_contest_entrant (contest, i)->group])
        continue;
      g_array_append_val (order->items, item);
      order->highest = MAX (order->highest, item.sort);
      ranking->provisional |= score->provisional;
    }
}

static void
compute_keys (Order *order)
{
  guint n = order->steps->len;

  order->keys = g_new (Key, (gsize) order->items->len * n);
  for (guint i = 0; i < order->items->len; i++)
    for (guint k = 0; k < n; k++)
      order->keys[(gsize) i * n + k] = compute_key (order, g_array_index (order->items, Item, i).entrant, k);
}

static void
order_init (Order *order, BvRanking *ranking, const gboolean *takes_part)
{
  order->scores = ranking->scores;
  order->highest = 0;
  order->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  order->items = g_array_new (FALSE, FALSE, sizeof (Item));
  order->run = g_array_new (FALSE, FALSE, sizeof (Key));
  add_steps (order, takes_part);
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
      const Key *first = &g_array_index (order->run, Key, a->at * n + i);
      const Key *second = &g_array_index (order->run, Key, b->at * n + i);
      gint64 difference = (gint64) first->value * second->of - (gint64) second->value * first->of;

      *by = g_array_index (order->steps, Step, i).by;
      if (difference != 0)
        return difference > 0 ? -1 : 1;
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
    .value = first_value (ranking, item->entrant),
    .rank = BV_NONE,
    .place = BV_RANK_NOT_ELIGIBLE,
    .decided_by = BV_DECIDED_BY_NOTHING,
    .margin = BV_NONE,
  };

  if (item->sort <= order->highest)
    return entry;
  entry.place = BV_RANK_OUTSIDE;
  entry.decided_by = i == 0 ? BV_DECIDED_BY_FIRST : BV_DECIDED_BY_TOTAL;
  entry.rank = i + 1;
  if (!first_of_run)
    compare_steps (order, item - 1, item, &entry.decided_by);
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
        g_array_index (order->run, Key, (i - from) * n + k) = order->keys[(gsize) item->at * n + k];
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
    {
      BvRankingEntry entry = make_entry (ranking, order, i, i == from);

      g_array_append_val (ranking->entries, entry);
    }
}

/**
 * bv_ranking_order_fill:
 * @ranking: a ranking whose scores and first step are set
 * @takes_part: for each group of the contest, whether its nominees are ranked
 *
 * Fills @ranking with entries, ordered and ranked as RULES.md says (Order within a pool); every eligible one
 * is outside.
 */
void
bv_ranking_order_fill (BvRanking *ranking, const gboolean *takes_part)
{
  Order order;
  guint from = 0;

  order_init (&order, ranking, takes_part);
  lift_eligible (&order);
  sort_items (&order);
  ranking->entries = g_array_sized_new (FALSE, FALSE, sizeof (BvRankingEntry), order.items->len);
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
