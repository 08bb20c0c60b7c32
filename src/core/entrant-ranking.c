/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/entrant-ranking.h"

/**
 * bv_entrant_ranking_find:
 * @proposal: a proposal
 * @entrant: an entrant's place in the contest
 * @entry: (out) (transfer none): its entry there
 *
 * Returns: (transfer none) (nullable): the ranking of its pool, or where it is in none that of its group;
 * %NULL: it is in neither
 */
const BvRanking *
bv_entrant_ranking_find (const BvProposal *proposal, guint entrant, const BvRankingEntry **entry)
{
  GPtrArray *const lists[] = { proposal->pools, proposal->groups };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint k = 0; k < lists[i]->len; k++)
      {
        const BvRanking *ranking = g_ptr_array_index (lists[i], k);

        *entry = bv_ranking_find_entry (ranking, entrant);
        if (*entry != NULL)
          return ranking;
      }
  return NULL;
}
