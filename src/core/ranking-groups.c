/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ranking-groups.h"

/* A group that is filled from the order of its pool. */
typedef struct
{
  BvRanking *ranking; /* NULL: it is not wanted */
  guint n_eligible;
  guint8 decided_by; /* what separates its last entry from the one of the pool that is reached */
} Part;

typedef struct
{
  Part *parts;   /* by the contest's groups */
  guint *depths; /* by BvDecidedBy: how far down the comparisons it stands */
} Split;

static BvRanking *
ranking_new (const BvScores *scores, guint group)
{
  BvRanking *ranking = g_new0 (BvRanking, 1);

  ranking->scores = scores;
  ranking->group = bv_contest_group (scores->contest, group)->group;
  ranking->entries = g_array_new (FALSE, FALSE, sizeof (BvRankingEntry));
  return ranking;
}

/* The total is above every step of the chain, and an equal stands below them all. */
static guint *
list_depths (const GArray *chain)
{
  guint n = BV_DECIDED_BY_STEP + BV_N_TIE_STEPS;
  guint *depths = g_new0 (guint, n);

  for (guint i = 0; i < n; i++)
    depths[i] = i > BV_DECIDED_BY_TOTAL ? G_MAXUINT : 0;
  for (guint i = chain != NULL ? chain->len : 0; i > 0; i--)
    depths[BV_DECIDED_BY_STEP + g_array_index (chain, gint64, i - 1)] = i;
  return depths;
}

static void
split_init (Split *split, const BvRanking *pool, BvRanking **groups)
{
  const BvContest *contest = pool->scores->contest;

  split->depths = list_depths (contest->campaign->tie_chain);
  split->parts = g_new0 (Part, contest->groups->len);
  for (guint i = 0; i < contest->groups->len; i++)
    if (groups[i] == NULL && bv_quota_has_group (pool->quota, bv_contest_group (contest, i)->group->key))
      groups[i] = split->parts[i].ranking = ranking_new (pool->scores, i);
}

static void
split_clear (Split *split)
{
  g_free (split->parts);
  g_free (split->depths);
}

/* Two are separated by the first comparison that separates any neighbours between them. */
static void
note_separation (Split *split, guint n_parts, BvDecidedBy decided_by)
{
  for (guint i = 0; i < n_parts; i++)
    if (split->depths[decided_by] < split->depths[split->parts[i].decided_by])
      split->parts[i].decided_by = decided_by;
}

static void
add_entry (Part *part, const BvRankingEntry *of_pool)
{
  BvRanking *ranking = part->ranking;
  BvRankingEntry entry = {
    .entrant = of_pool->entrant,
    .place = BV_RANK_NOT_ELIGIBLE,
    .decided_by = BV_DECIDED_BY_NOTHING,
    .value = of_pool->value,
    .rank = BV_NONE,
    .margin = BV_NONE,
  };

  if (of_pool->rank != BV_NONE)
    {
      entry.place = BV_RANK_OUTSIDE;
      entry.decided_by = part->n_eligible == 0 ? BV_DECIDED_BY_FIRST : part->decided_by;
      entry.rank = entry.decided_by == BV_DECIDED_BY_TIE
                     ? bv_ranking_entry (ranking, part->n_eligible - 1)->rank
                     : part->n_eligible + 1;
      part->n_eligible++;
      part->decided_by = BV_DECIDED_BY_TIE;
    }
  g_array_append_val (ranking->entries, entry);
}

static void
find_provisional (const BvScores *scores, const Part *parts)
{
  for (guint i = 0; i < scores->scores->len; i++)
    if (bv_scores_get (scores, i)->provisional)
      {
        BvRanking *ranking = parts[bv_contest_entrant (scores->contest, i)->group].ranking;

        if (ranking != NULL)
          ranking->provisional = TRUE;
      }
}

/**
 * bv_ranking_groups_take:
 * @pool: the ranking of a pool
 * @groups: (inout) (array): the rankings of the contest's groups, %NULL where there is none yet
 *
 * The order within a group is that of its pool without the others, as long as both compare totals. Fills what
 * is missing in @groups and part of @pool, as bv_ranking_compute_group() would; where the pool compares
 * percents, nothing.
 */
void
bv_ranking_groups_take (const BvRanking *pool, BvRanking **groups)
{
  const BvContest *contest = pool->scores->contest;
  Split split;

  if (pool->by_percent)
    return;
  split_init (&split, pool, groups);
  for (guint i = 0; i < pool->entries->len; i++)
    {
      const BvRankingEntry *entry = bv_ranking_entry (pool, i);
      Part *part = &split.parts[bv_contest_entrant (contest, entry->entrant)->group];

      if (entry->rank != BV_NONE)
        note_separation (&split, contest->groups->len, entry->decided_by);
      if (part->ranking != NULL)
        add_entry (part, entry);
    }
  find_provisional (pool->scores, split.parts);
  split_clear (&split);
}
