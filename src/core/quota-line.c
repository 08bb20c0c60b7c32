/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/quota-line.h"

#include "core/nominee.h"

#define NO_CAP G_MAXINT64

/* What is left of the size and of the caps. Written decisions may take more than there is, so all of it can
 * go below zero. */
typedef struct
{
  BvRanking *ranking;
  gint64 size;
  gint64 *groups; /* by the contest's groups */
  gint64 per_parent;
  GHashTable *parents; /* (element-type gint64 int): how many are inside under one parent */
} Line;

static const BvEntrant *
entry_entrant (const BvRanking *ranking, const BvRankingEntry *entry)
{
  return bv_contest_entrant (ranking->scores->contest, entry->entrant);
}

static guint
find_size (const BvRanking *ranking)
{
  const BvQuota *quota = ranking->quota;

  if (quota->count != BV_NONE)
    return quota->count;
  return quota->percent == BV_NONE ? 0 : (guint64) ranking->entries->len * quota->percent / 100;
}

static void
line_init (Line *line, BvRanking *ranking)
{
  const BvQuota *quota = ranking->quota;
  const BvContest *contest = ranking->scores->contest;

  line->ranking = ranking;
  line->size = ranking->size;
  line->per_parent = quota->per_parent != BV_NONE ? quota->per_parent : NO_CAP;
  line->parents = g_hash_table_new (g_int64_hash, g_int64_equal);
  line->groups = g_new (gint64, contest->groups->len);
  for (guint i = 0; i < contest->groups->len; i++)
    {
      line->groups[i] = NO_CAP;
      for (guint k = 0; k < quota->per_group->len; k++)
        {
          const BvQuotaCap *cap = g_ptr_array_index (quota->per_group, k);

          if (g_str_equal (cap->group, bv_contest_group (contest, i)->group->key))
            line->groups[i] = cap->cap;
        }
    }
}

static void
line_clear (Line *line)
{
  g_hash_table_unref (line->parents);
  g_free (line->groups);
}

static gint64
parent_left (const Line *line, const BvEntrant *entrant)
{
  if (line->per_parent == NO_CAP || entrant->parent == 0)
    return NO_CAP;
  return line->per_parent - GPOINTER_TO_INT (g_hash_table_lookup (line->parents, &entrant->parent));
}

static BvCapKind
find_used_up_cap (const Line *line, const BvEntrant *entrant)
{
  if (line->groups[entrant->group] <= 0)
    return BV_CAP_GROUP;
  return parent_left (line, entrant) <= 0 ? BV_CAP_PARENT : BV_CAP_NONE;
}

static void
line_take (Line *line, const BvEntrant *entrant, int n)
{
  line->size -= n;
  if (line->groups[entrant->group] != NO_CAP)
    line->groups[entrant->group] -= n;
  if (line->per_parent != NO_CAP && entrant->parent != 0)
    {
      int used = GPOINTER_TO_INT (g_hash_table_lookup (line->parents, &entrant->parent));

      g_hash_table_insert (line->parents, (gpointer) &entrant->parent, GINT_TO_POINTER (used + n));
    }
}

static gboolean
line_is_overdrawn (const Line *line, const BvEntrant *entrant)
{
  return line->size < 0 || line->groups[entrant->group] < 0 || parent_left (line, entrant) < 0;
}

/* Written decisions come first, wherever the nominee stands, and bind eligible nominees only. */
static void
apply_decisions (Line *line)
{
  BvRanking *ranking = line->ranking;

  for (guint i = 0; i < ranking->entries->len; i++)
    {
      BvRankingEntry *entry = bv_ranking_entry (ranking, i);
      const BvEntrant *entrant = entry_entrant (ranking, entry);

      if (entry->place == BV_RANK_NOT_ELIGIBLE || entrant->decision < 0)
        continue;
      entry->decided = TRUE;
      if (entrant->decision != BV_PLACE_INSIDE)
        continue;
      entry->place = BV_RANK_INSIDE;
      ranking->n_decided_inside++;
      line_take (line, entrant, 1);
    }
  ranking->overfull = ranking->n_decided_inside > ranking->size;
}

static gboolean
entry_is_open (const BvRankingEntry *entry)
{
  return !entry->decided && entry->capped == BV_CAP_NONE;
}

/* Takes all open members of a block, or none of them when together they do not fit. */
static gboolean
take_block (Line *line, guint from, guint to)
{
  gboolean fits = TRUE;

  for (guint i = from; i < to; i++)
    if (entry_is_open (bv_ranking_entry (line->ranking, i)))
      line_take (line, entry_entrant (line->ranking, bv_ranking_entry (line->ranking, i)), 1);
  for (guint i = from; i < to && fits; i++)
    if (entry_is_open (bv_ranking_entry (line->ranking, i)))
      fits = !line_is_overdrawn (line, entry_entrant (line->ranking, bv_ranking_entry (line->ranking, i)));
  for (guint i = from; i < to && !fits; i++)
    if (entry_is_open (bv_ranking_entry (line->ranking, i)))
      line_take (line, entry_entrant (line->ranking, bv_ranking_entry (line->ranking, i)), -1);
  return fits;
}

static void
place_block (Line *line, guint from, guint to)
{
  BvRanking *ranking = line->ranking;
  BvRankPlace place = BV_RANK_OUTSIDE;

  for (guint i = from; i < to; i++)
    {
      BvRankingEntry *entry = bv_ranking_entry (ranking, i);

      if (!entry->decided)
        entry->capped = find_used_up_cap (line, entry_entrant (ranking, entry));
    }
  if (take_block (line, from, to))
    place = BV_RANK_INSIDE;
  else if (line->size > 0)
    place = BV_RANK_UNRESOLVED;
  for (guint i = from; i < to; i++)
    if (entry_is_open (bv_ranking_entry (ranking, i)))
      bv_ranking_entry (ranking, i)->place = place;
  ranking->unresolved_tie = place == BV_RANK_UNRESOLVED;
}

/* Everything after an unresolved block stays outside. */
static void
place_blocks (Line *line)
{
  BvRanking *ranking = line->ranking;
  guint from = 0;

  while (from < ranking->entries->len && !ranking->unresolved_tie)
    {
      gint64 rank = bv_ranking_entry (ranking, from)->rank;
      guint to = from + 1;

      if (rank == BV_NONE)
        break;
      while (to < ranking->entries->len && bv_ranking_entry (ranking, to)->rank == rank)
        to++;
      place_block (line, from, to);
      from = to;
    }
}

static gint64
entry_value (const BvRanking *ranking, const BvRankingEntry *entry)
{
  const BvScore *score = bv_scores_get (ranking->scores, entry->entrant);

  return ranking->by_percent ? score->percent : score->total;
}

/* The two entries next to the line: the last inside, and the first outside that no cap keeps out. */
static void
find_neighbours (const BvRanking *ranking, const BvRankingEntry **inside, const BvRankingEntry **outside)
{
  *inside = *outside = NULL;
  for (guint i = 0; i < ranking->entries->len; i++)
    {
      const BvRankingEntry *entry = bv_ranking_entry (ranking, i);

      if (entry->place == BV_RANK_INSIDE)
        *inside = entry;
      else if (entry->place == BV_RANK_OUTSIDE && entry->capped == BV_CAP_NONE && *outside == NULL)
        *outside = entry;
    }
}

static void
measure_margins (BvRanking *ranking)
{
  const BvRankingEntry *inside;
  const BvRankingEntry *outside;

  find_neighbours (ranking, &inside, &outside);
  for (guint i = 0; i < ranking->entries->len; i++)
    {
      BvRankingEntry *entry = bv_ranking_entry (ranking, i);
      const BvRankingEntry *other = NULL;

      if (entry->place == BV_RANK_INSIDE)
        other = outside;
      else if (entry->place == BV_RANK_OUTSIDE)
        other = inside;
      if (other != NULL && entry_is_open (entry))
        entry->margin = ABS (entry_value (ranking, entry) - entry_value (ranking, other));
      ranking->n_inside += entry->place == BV_RANK_INSIDE;
    }
}

/**
 * bv_quota_line_draw:
 * @ranking: the ranking of a pool, its entries in order with their ranks, every eligible one outside
 *
 * Decides who is inside the quota (RULES.md, The quota line), and how far each is from the line. A block of
 * equals that does not fit is reported, never cut.
 */
void
bv_quota_line_draw (BvRanking *ranking)
{
  Line line;

  ranking->size = find_size (ranking);
  line_init (&line, ranking);
  apply_decisions (&line);
  place_blocks (&line);
  line_clear (&line);
  measure_margins (ranking);
}
