/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sheet/score-keys.h"

#include "core/tie-step.h"

static gboolean
pool_has_group (const BvRanking *pool, const BvGroup *group)
{
  for (guint i = 0; i < pool->quota->groups->len; i++)
    if (g_str_equal (((const BvQuotaGroup *) g_ptr_array_index (pool->quota->groups, i))->group, group->key))
      return TRUE;
  return FALSE;
}

static gboolean
scope_has_group (const BvRanking *scope, const BvGroup *group)
{
  return scope->quota != NULL ? pool_has_group (scope, group) : scope->group == group;
}

static const BvRanking *
find_scope (const BvProposal *proposal, guint group)
{
  for (guint i = 0; i < proposal->pools->len; i++)
    {
      const BvRanking *pool = g_ptr_array_index (proposal->pools, i);

      if (pool_has_group (pool, bv_contest_group (proposal->contest, group)->group))
        return pool;
    }
  return g_ptr_array_index (proposal->groups, group);
}

static void
find_scopes (BvScoreKeys *keys)
{
  guint n_groups = keys->proposal->contest->groups->len;

  keys->scopes = g_ptr_array_new ();
  keys->group_scopes = g_new0 (guint, n_groups);
  for (guint i = 0; i < n_groups; i++)
    {
      const BvRanking *scope = find_scope (keys->proposal, i);

      if (!g_ptr_array_find (keys->scopes, scope, &keys->group_scopes[i]))
        {
          keys->group_scopes[i] = keys->scopes->len;
          g_ptr_array_add (keys->scopes, (gpointer) scope);
        }
    }
}

static gboolean
share_group (const BvContest *contest, const BvRanking *a, const BvRanking *b)
{
  for (guint i = 0; i < contest->groups->len; i++)
    {
      const BvGroup *group = bv_contest_group (contest, i)->group;

      if (scope_has_group (a, group) && scope_has_group (b, group))
        return TRUE;
    }
  return FALSE;
}

static gboolean
lane_is_free (const BvScoreKeys *keys, guint lane, guint scope)
{
  for (guint i = 0; i < scope; i++)
    if (keys->lanes[i] == lane
        && share_group (keys->proposal->contest, g_ptr_array_index (keys->scopes, i),
                        g_ptr_array_index (keys->scopes, scope)))
      return FALSE;
  return TRUE;
}

static void
find_lanes (BvScoreKeys *keys)
{
  const BvContest *contest = keys->proposal->contest;
  guint n_groups = contest->groups->len;

  keys->lanes = g_new0 (guint, keys->scopes->len);
  for (guint i = 0; i < keys->scopes->len; i++)
    {
      while (!lane_is_free (keys, keys->lanes[i], i))
        keys->lanes[i]++;
      keys->n_lanes = MAX (keys->n_lanes, keys->lanes[i] + 1);
    }
  keys->members = g_new (int, n_groups * keys->n_lanes);
  for (guint i = 0; i < n_groups * keys->n_lanes; i++)
    keys->members[i] = -1;
  for (guint i = 0; i < keys->scopes->len; i++)
    for (guint k = 0; k < n_groups; k++)
      if (scope_has_group (g_ptr_array_index (keys->scopes, i), bv_contest_group (contest, k)->group))
        keys->members[k * keys->n_lanes + keys->lanes[i]] = i;
}

static BvTieKey
compute_key (const BvScoreKeys *keys, guint entrant, guint step)
{
  const BvTieComparison *comparison = &g_array_index (keys->steps, BvTieComparison, step);
  guint group = bv_contest_entrant (keys->proposal->contest, entrant)->group;

  return bv_tie_step (comparison->step)
    ->compute (keys->proposal->scores, entrant, bv_score_keys_find_leaf (keys, group, step));
}

/* The greater key goes before: place 0 is the last. */
static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const BvTieKey *keys = data;

  return bv_tie_key_compare (&keys[*(const guint *) b], &keys[*(const guint *) a]);
}

/* The place of a fraction among all of them is an integer that compares the same. */
static guint *
number_places (const BvScoreKeys *keys, guint step)
{
  guint n = keys->proposal->contest->entrants->len;
  g_autofree BvTieKey *fractions = g_new (BvTieKey, n);
  g_autofree guint *order = g_new (guint, n);
  guint *places = g_new0 (guint, n);

  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      fractions[i] = compute_key (keys, i, step);
    }
  g_qsort_with_data (order, n, sizeof (guint), compare_keys, fractions);
  for (guint i = 1; i < n; i++)
    places[order[i]] = places[order[i - 1]] + (compare_keys (&order[i - 1], &order[i], fractions) != 0);
  return places;
}

static void
number_fractions (BvScoreKeys *keys)
{
  keys->places = g_new0 (guint *, keys->steps->len);
  for (guint i = 0; i < keys->steps->len; i++)
    if (bv_tie_step (g_array_index (keys->steps, BvTieComparison, i).step)->is_fraction)
      keys->places[i] = number_places (keys, i);
}

static gint64
value_of (const BvRanking *scope, guint entrant)
{
  const BvScore *score = bv_scores_get (scope->scores, entrant);

  return scope->by_percent ? score->percent : score->total;
}

/* How many of the first comparisons leave two entrants equal. */
static guint
count_equal (const BvScoreKeys *keys, const BvRanking *scope, guint a, guint b)
{
  guint n = 0;

  if (value_of (scope, a) != value_of (scope, b))
    return 0;
  while (n < keys->steps->len && bv_score_keys_get (keys, a, n) == bv_score_keys_get (keys, b, n))
    n++;
  return n + 1;
}

static gint64 *
ranks_of (const BvScoreKeys *keys, guint entrant, guint lane)
{
  return keys->ranks + ((gsize) entrant * keys->n_lanes + lane) * (keys->steps->len + 1);
}

/* Whoever equals the one above in the first comparisons has its rank as long as only they count. */
static void
refine_ranks (BvScoreKeys *keys, guint index)
{
  const BvRanking *scope = g_ptr_array_index (keys->scopes, index);
  guint lane = keys->lanes[index];

  for (guint i = 0; i < scope->entries->len && bv_ranking_entry (scope, i)->rank != BV_NONE; i++)
    {
      guint entrant = bv_ranking_entry (scope, i)->entrant;
      guint above = i > 0 ? bv_ranking_entry (scope, i - 1)->entrant : 0;
      guint n_equal = i > 0 ? count_equal (keys, scope, above, entrant) : 0;

      for (guint k = 0; k <= keys->steps->len; k++)
        ranks_of (keys, entrant, lane)[k] = k < n_equal ? ranks_of (keys, above, lane)[k] : i + 1;
    }
}

static void
number_ranks (BvScoreKeys *keys)
{
  gsize n = (gsize) keys->proposal->contest->entrants->len * keys->n_lanes * (keys->steps->len + 1);

  keys->ranks = g_new (gint64, n);
  for (gsize i = 0; i < n; i++)
    keys->ranks[i] = BV_NONE;
  for (guint i = 0; i < keys->scopes->len; i++)
    refine_ranks (keys, i);
}

/**
 * bv_score_keys_new:
 * @proposal: a proposal; it must outlive the keys
 *
 * Returns: (transfer full): the keys of all entrants
 */
BvScoreKeys *
bv_score_keys_new (const BvProposal *proposal)
{
  BvScoreKeys *keys = g_new0 (BvScoreKeys, 1);

  keys->proposal = proposal;
  keys->steps = bv_tie_comparisons_list (proposal->contest, NULL);
  find_scopes (keys);
  find_lanes (keys);
  number_fractions (keys);
  number_ranks (keys);
  return keys;
}

/**
 * bv_score_keys_free:
 * @keys: (transfer full): keys
 */
void
bv_score_keys_free (BvScoreKeys *keys)
{
  for (guint i = 0; i < keys->steps->len; i++)
    g_free (keys->places[i]);
  g_free (keys->places);
  g_array_unref (keys->steps);
  g_ptr_array_unref (keys->scopes);
  g_free (keys->lanes);
  g_free (keys->group_scopes);
  g_free (keys->members);
  g_free (keys->ranks);
  g_free (keys);
}

/**
 * bv_score_keys_find_leaf:
 * @keys: keys
 * @group: index of a group
 * @step: index of a step
 *
 * Returns: the group's leaf whose points the step compares; -1 where there is none
 */
int
bv_score_keys_find_leaf (const BvScoreKeys *keys, guint group, guint step)
{
  return bv_tie_comparison_find_leaf (&g_array_index (keys->steps, BvTieComparison, step),
                                      bv_contest_group (keys->proposal->contest, group));
}

/**
 * bv_score_keys_get:
 * @keys: keys
 * @entrant: index of an entrant
 * @step: index of a step
 *
 * Returns: what the entrant brings to the step, as a whole number: what is counted, or of fractions a place,
 * 0 for the least
 */
gint64
bv_score_keys_get (const BvScoreKeys *keys, guint entrant, guint step)
{
  gint64 value = compute_key (keys, entrant, step).value;

  if (keys->places[step] != NULL)
    value = keys->places[step][entrant];
  return bv_score_keys_is_less_first (keys, step) ? -value : value;
}

/**
 * bv_score_keys_get_rank:
 * @keys: keys
 * @entrant: index of an entrant
 * @lane: a lane
 * @n_steps: how many steps count after the total
 *
 * Returns: the entrant's rank in its scope of that lane when only they count; with all steps the
 * application's rank; %BV_NONE where it is not eligible, or no member
 */
gint64
bv_score_keys_get_rank (const BvScoreKeys *keys, guint entrant, guint lane, guint n_steps)
{
  return ranks_of (keys, entrant, lane)[n_steps];
}

/**
 * bv_score_keys_get_scope:
 * @keys: keys
 * @group: index of a group
 *
 * Returns: the ranking that gives its nominees their rank
 */
const BvRanking *
bv_score_keys_get_scope (const BvScoreKeys *keys, guint group)
{
  return g_ptr_array_index (keys->scopes, keys->group_scopes[group]);
}

/**
 * bv_score_keys_get_lane:
 * @keys: keys
 * @group: index of a group
 *
 * Returns: the lane of that ranking
 */
guint
bv_score_keys_get_lane (const BvScoreKeys *keys, guint group)
{
  return keys->lanes[keys->group_scopes[group]];
}

/**
 * bv_score_keys_find_member:
 * @keys: keys
 * @group: index of a group
 * @lane: a lane
 *
 * Returns: the scope of that lane whose member the group is; -1 where there is none
 */
int
bv_score_keys_find_member (const BvScoreKeys *keys, guint group, guint lane)
{
  return keys->members[group * keys->n_lanes + lane];
}

/**
 * bv_score_keys_is_less_first:
 * @keys: keys
 * @step: index of a step
 *
 * Returns: whether the smaller key goes first
 */
gboolean
bv_score_keys_is_less_first (const BvScoreKeys *keys, guint step)
{
  return bv_tie_step (g_array_index (keys->steps, BvTieComparison, step).step)->counts_against;
}

/**
 * bv_score_keys_has_mixed_scope:
 * @keys: keys
 *
 * Returns: whether collectives and individuals compete with each other somewhere, so that ranks need the
 * tables of both
 */
gboolean
bv_score_keys_has_mixed_scope (const BvScoreKeys *keys)
{
  const BvContest *contest = keys->proposal->contest;

  for (guint i = 0; i < keys->scopes->len; i++)
    {
      gboolean has[2] = { FALSE, FALSE };

      for (guint k = 0; k < contest->groups->len; k++)
        {
          const BvGroup *group = bv_contest_group (contest, k)->group;

          has[group->kind] |= scope_has_group (g_ptr_array_index (keys->scopes, i), group);
        }
      if (has[BV_GROUP_COLLECTIVE] && has[BV_GROUP_INDIVIDUAL])
        return TRUE;
    }
  return FALSE;
}
