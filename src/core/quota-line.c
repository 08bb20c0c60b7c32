/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/quota-line.h"

/* More than all nominees can use up. */
#define NO_CAP (G_MAXINT64 / 2)

/* What the line reads of an entrant. Gathered once in the order of the entries, for entrants lie far apart.
 */
typedef struct
{
  guint group;
  guint parent;                      /* place in the line's parents; 0: none */
  const BvEntrantDecision *decision; /* NULL: none */
} Member;

/* What is left of the size and of the caps. Written decisions may take more than there is, so all of it can
 * go below zero. */
typedef struct
{
  BvRanking *ranking;
  Member *members; /* by entry */
  gint64 size;
  gint64 *groups;  /* by the contest's groups */
  GArray *parents; /* of gint64 */
} Line;

static guint
find_size (const BvRanking *ranking)
{
  const BvQuota *quota = ranking->quota;

  if (quota->count != BV_NONE)
    return quota->count;
  return quota->percent == BV_NONE ? 0 : (guint64) ranking->entries->len * quota->percent / 100;
}

static gint64 *
list_group_caps (const BvRanking *ranking)
{
  const BvContest *contest = ranking->scores->contest;
  const GPtrArray *caps = ranking->quota->per_group;
  gint64 *groups = g_new (gint64, contest->groups->len);

  for (guint i = 0; i < contest->groups->len; i++)
    {
      groups[i] = NO_CAP;
      for (guint k = 0; k < caps->len; k++)
        {
          const BvQuotaCap *cap = g_ptr_array_index (caps, k);

          if (g_str_equal (cap->group, bv_contest_group (contest, i)->group->key))
            groups[i] = cap->cap;
        }
    }
  return groups;
}

static void
gather_members (Line *line)
{
  const BvRanking *ranking = line->ranking;

  line->members = g_new0 (Member, ranking->entries->len);
  for (guint i = 0; i < ranking->entries->len; i++)
    {
      const BvEntrant *entrant
        = bv_contest_entrant (ranking->scores->contest, bv_ranking_entry (ranking, i)->entrant);

      line->members[i].group = entrant->group;
      line->members[i].decision = bv_entrant_find_decision (entrant, ranking->quota);
    }
}

/* Units without a parent are free. */
static void
gather_parents (Line *line)
{
  const BvRanking *ranking = line->ranking;
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ranking->entries->len; i++)
    {
      const gint64 *parent
        = &bv_contest_entrant (ranking->scores->contest, bv_ranking_entry (ranking, i)->entrant)->parent;
      guint place = *parent != 0 ? GPOINTER_TO_UINT (g_hash_table_lookup (places, parent)) : 0;

      if (*parent != 0 && place == 0)
        {
          place = line->parents->len;
          g_array_append_val (line->parents, ranking->quota->per_parent);
          g_hash_table_insert (places, (gpointer) parent, GUINT_TO_POINTER (place));
        }
      line->members[i].parent = place;
    }
}

static void
line_init (Line *line, BvRanking *ranking)
{
  gint64 none = NO_CAP;

  line->ranking = ranking;
  line->size = ranking->size;
  line->groups = list_group_caps (ranking);
  line->parents = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (line->parents, none);
  gather_members (line);
  if (ranking->quota->per_parent != BV_NONE)
    gather_parents (line);
}

static void
line_clear (Line *line)
{
  g_array_unref (line->parents);
  g_free (line->members);
  g_free (line->groups);
}

static gint64 *
group_left (const Line *line, guint entry)
{
  return &line->groups[line->members[entry].group];
}

static gint64 *
parent_left (const Line *line, guint entry)
{
  return &g_array_index (line->parents, gint64, line->members[entry].parent);
}

static BvCapKind
find_used_up_cap (const Line *line, guint entry)
{
  if (*group_left (line, entry) <= 0)
    return BV_CAP_GROUP;
  return *parent_left (line, entry) <= 0 ? BV_CAP_PARENT : BV_CAP_NONE;
}

static void
line_take (Line *line, guint entry, int n)
{
  line->size -= n;
  *group_left (line, entry) -= n;
  *parent_left (line, entry) -= n;
}

static gboolean
line_is_overdrawn (const Line *line, guint entry)
{
  return line->size < 0 || *group_left (line, entry) < 0 || *parent_left (line, entry) < 0;
}

/* Written decisions come first, wherever the nominee stands, and bind eligible nominees only, of whom no
 * earlier quota has taken. */
static void
apply_decisions (Line *line)
{
  BvRanking *ranking = line->ranking;

  for (guint i = 0; i < ranking->entries->len; i++)
    {
      BvRankingEntry *entry = bv_ranking_entry (ranking, i);

      if (entry->place != BV_RANK_OUTSIDE || line->members[i].decision == NULL)
        continue;
      entry->decision = line->members[i].decision;
      if (entry->decision->place != BV_PLACE_INSIDE)
        continue;
      entry->place = BV_RANK_INSIDE;
      ranking->n_decided_inside++;
      line_take (line, i, 1);
    }
  ranking->overfull = bv_ranking_is_overdecided (ranking);
}

static gboolean
entry_is_open (const BvRanking *ranking, guint entry)
{
  const BvRankingEntry *self = bv_ranking_entry (ranking, entry);

  return self->decision == NULL && self->taken_by == NULL && self->capped == BV_CAP_NONE;
}

/* Takes all open members of a block, or none of them when together they do not fit. */
static gboolean
take_block (Line *line, guint from, guint to)
{
  gboolean fits = TRUE;

  for (guint i = from; i < to; i++)
    if (entry_is_open (line->ranking, i))
      line_take (line, i, 1);
  for (guint i = from; i < to && fits; i++)
    fits = !entry_is_open (line->ranking, i) || !line_is_overdrawn (line, i);
  for (guint i = from; i < to && !fits; i++)
    if (entry_is_open (line->ranking, i))
      line_take (line, i, -1);
  return fits;
}

/* How many open members of a block fit into what is left of one kind of cap, which they use up. */
static guint
fill_caps (const Line *line, guint from, guint to, gint64 *(*find_left) (const Line *line, guint entry))
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    if (entry_is_open (line->ranking, i) && *find_left (line, i) > 0)
      {
        (*find_left (line, i))--;
        n++;
      }
  return n;
}

/* Behind an unresolved block nobody is placed any more, so what is left may be used up. */
static guint
find_tie_room (Line *line, guint from, guint to)
{
  guint in_groups = fill_caps (line, from, to, group_left);
  guint in_parents = fill_caps (line, from, to, parent_left);

  return MIN (line->size, (gint64) MIN (in_groups, in_parents));
}

static void
place_block (Line *line, guint from, guint to)
{
  BvRanking *ranking = line->ranking;
  BvRankPlace place = BV_RANK_OUTSIDE;

  for (guint i = from; i < to; i++)
    if (entry_is_open (ranking, i))
      bv_ranking_entry (ranking, i)->capped = find_used_up_cap (line, i);
  if (take_block (line, from, to))
    place = BV_RANK_INSIDE;
  else if (line->size > 0)
    place = BV_RANK_UNRESOLVED;
  for (guint i = from; i < to; i++)
    if (entry_is_open (ranking, i))
      bv_ranking_entry (ranking, i)->place = place;
  ranking->unresolved_tie = place == BV_RANK_UNRESOLVED;
  if (ranking->unresolved_tie)
    ranking->tie_room = find_tie_room (line, from, to);
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
      if (other != NULL && entry_is_open (ranking, i))
        entry->margin = ABS (entry->value - other->value);
      ranking->n_inside += entry->place == BV_RANK_INSIDE;
    }
}

/**
 * bv_quota_line_draw:
 * @ranking: the ranking of a pool, its entries in order with their ranks, every eligible one outside, or
 * taken by an earlier quota
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
