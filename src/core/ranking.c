/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ranking.h"

#include "core/tie-step.h"

typedef struct
{
  const char *name;  /* in `rank --json` */
  const char *words; /* always Vietnamese: they are printed */
} Row;

static const Row places[] = {
  [BV_RANK_INSIDE] = { "inside", "Trong chỉ tiêu" },
  [BV_RANK_OUTSIDE] = { "outside", "Ngoài chỉ tiêu" },
  [BV_RANK_UNRESOLVED] = { "unresolved", "Bằng điểm tại ranh giới – chưa xử lý" },
  [BV_RANK_TAKEN] = { "taken", "Đã vào chỉ tiêu khác" },
  [BV_RANK_NOT_ELIGIBLE] = { "not-eligible", "Không đủ điều kiện" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (places) == BV_N_RANK_PLACES);

/* What separates two beside the steps of the tie chain. */
static const Row deciders[] = {
  [BV_DECIDED_BY_FIRST] = { "first", "Cao nhất" },
  [BV_DECIDED_BY_TOTAL] = { "total", "Tổng điểm" },
  [BV_DECIDED_BY_TIE] = { "tie", "Bằng điểm" },
  [BV_DECIDED_BY_NOTHING] = { NULL, "" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (deciders) == BV_DECIDED_BY_STEP);

/**
 * bv_ranking_free:
 * @ranking: (transfer full): a ranking
 */
void
bv_ranking_free (BvRanking *ranking)
{
  g_array_unref (ranking->entries);
  g_free (ranking);
}

/**
 * bv_rank_place_name:
 * @place: a place
 *
 * Returns: its name in `rank --json`
 */
const char *
bv_rank_place_name (BvRankPlace place)
{
  return places[place].name;
}

/**
 * bv_rank_place_words:
 * @place: a place
 *
 * Returns: the words for it, always Vietnamese: they are printed
 */
const char *
bv_rank_place_words (BvRankPlace place)
{
  return places[place].words;
}

/**
 * bv_ranking_entry_write_place:
 * @entry: an entry
 *
 * Returns: (transfer full): the words for its place, always Vietnamese; of one that is taken with the quota
 * that took it: `Đã vào “Cờ thi đua”`
 */
char *
bv_ranking_entry_write_place (const BvRankingEntry *entry)
{
  if (entry->taken_by != NULL)
    return g_strdup_printf ("Đã vào “%s”", entry->taken_by->name);
  return g_strdup (bv_rank_place_words (entry->place));
}

/**
 * bv_decided_by_name:
 * @step: what separates an entry from the one above
 *
 * Returns: (nullable): its name in `rank --json`; %NULL for %BV_DECIDED_BY_NOTHING
 */
const char *
bv_decided_by_name (BvDecidedBy step)
{
  return step < BV_DECIDED_BY_STEP ? deciders[step].name : bv_tie_steps[step - BV_DECIDED_BY_STEP].name;
}

/**
 * bv_decided_by_words:
 * @step: what separates an entry from the one above
 *
 * Returns: the words for it, always Vietnamese: they are printed; empty for %BV_DECIDED_BY_NOTHING
 */
const char *
bv_decided_by_words (BvDecidedBy step)
{
  return step < BV_DECIDED_BY_STEP ? deciders[step].words : bv_tie_step (step - BV_DECIDED_BY_STEP)->decided;
}

/**
 * bv_ranking_find_entry:
 * @ranking: a ranking
 * @entrant: index of an entrant of its contest
 *
 * Returns: (transfer none) (nullable): its entry; %NULL where it is not ranked there
 */
const BvRankingEntry *
bv_ranking_find_entry (const BvRanking *ranking, guint entrant)
{
  for (guint i = 0; i < ranking->entries->len; i++)
    if (bv_ranking_entry (ranking, i)->entrant == entrant)
      return bv_ranking_entry (ranking, i);
  return NULL;
}

/**
 * bv_ranking_find_line:
 * @ranking: the ranking of a pool
 *
 * Caps and decisions may put one inside below others, so the line is drawn behind the last one inside.
 *
 * Returns: index of the entry that is the first below the line; 0 where nobody is inside
 */
guint
bv_ranking_find_line (const BvRanking *ranking)
{
  for (guint i = ranking->entries->len; i > 0; i--)
    if (bv_ranking_entry (ranking, i - 1)->place == BV_RANK_INSIDE)
      return i;
  return 0;
}

/**
 * bv_ranking_decision_is_idle:
 * @ranking: the ranking of a pool
 * @entry: an entry of it
 *
 * On one who is taken a decision has no effect. That of no quota is no idle one where it also holds for the
 * quota that took the nominee: there it did what it says.
 *
 * Returns: whether a written decision on it holds for the pool's quota, and does nothing
 */
gboolean
bv_ranking_decision_is_idle (const BvRanking *ranking, const BvRankingEntry *entry)
{
  const BvEntrant *entrant = bv_contest_entrant (ranking->scores->contest, entry->entrant);
  const BvEntrantDecision *decision = bv_entrant_find_decision (entrant, ranking->quota);

  return entry->taken_by != NULL && decision != NULL
         && decision != bv_entrant_find_decision (entrant, entry->taken_by);
}

/**
 * bv_ranking_is_overdecided:
 * @ranking: the ranking of a pool
 *
 * Returns: whether more were put inside by decision than its quota has places; of an earlier quota nothing is
 * said
 */
gboolean
bv_ranking_is_overdecided (const BvRanking *ranking)
{
  return ranking->n_decided_inside > ranking->size;
}

/**
 * bv_ranking_has_own_tie:
 * @ranking: the ranking of a pool
 *
 * Returns: whether a tie lies across its own line; of an earlier quota nothing is said
 */
gboolean
bv_ranking_has_own_tie (const BvRanking *ranking)
{
  return ranking->tie_room > 0;
}

/**
 * bv_ranking_list_groups:
 * @ranking: a ranking
 *
 * Returns: (transfer full) (array): by group of its contest, whether it takes part
 */
gboolean *
bv_ranking_list_groups (const BvRanking *ranking)
{
  const BvContest *contest = ranking->scores->contest;
  gboolean *takes_part = g_new (gboolean, contest->groups->len);

  for (guint i = 0; i < contest->groups->len; i++)
    {
      const BvGroup *group = bv_contest_group (contest, i)->group;

      takes_part[i]
        = ranking->quota != NULL ? bv_quota_has_group (ranking->quota, group->key) : group == ranking->group;
    }
  return takes_part;
}

static const BvGroup *
find_group (const BvRanking *ranking, const BvRankingEntry *entry)
{
  const BvContest *contest = ranking->scores->contest;

  return bv_contest_group (contest, bv_contest_entrant (contest, entry->entrant)->group)->group;
}

/**
 * bv_ranking_has_classes:
 * @ranking: a ranking
 *
 * Returns: whether the group of anybody in it has classes
 */
gboolean
bv_ranking_has_classes (const BvRanking *ranking)
{
  for (guint i = 0; i < ranking->entries->len; i++)
    if (find_group (ranking, bv_ranking_entry (ranking, i))->classes->len > 0)
      return TRUE;
  return FALSE;
}

/**
 * bv_ranking_find_class:
 * @ranking: a ranking
 * @entry: an entry of it
 *
 * Returns: (transfer none) (nullable): the name of its class, as of bv_group_find_class()
 */
const char *
bv_ranking_find_class (const BvRanking *ranking, const BvRankingEntry *entry)
{
  return bv_group_find_class (find_group (ranking, entry),
                              bv_scores_get (ranking->scores, entry->entrant)->percent);
}
