/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/earlier-quotas.h"

static gboolean
is_named (const BvQuota *quota, const GPtrArray *earlier, const char *key)
{
  gboolean named = bv_quota_is_after (quota, key);

  for (guint i = 0; i < earlier->len && !named; i++)
    named = bv_quota_is_after (((const BvRanking *) g_ptr_array_index (earlier, i))->quota, key);
  return named;
}

/**
 * bv_earlier_quotas_list:
 * @quota: a quota
 * @drawn: (nullable) (element-type BvRanking): the pools of the quotas that stand before it in the file, in
 * its order
 *
 * Each quota names only such as stand before it, so one walk back finds also those that the named ones are
 * after.
 *
 * Returns: (transfer container) (element-type BvRanking): those of @drawn that come before @quota, in the
 * order of the file
 */
GPtrArray *
bv_earlier_quotas_list (const BvQuota *quota, const GPtrArray *drawn)
{
  GPtrArray *earlier = g_ptr_array_new ();

  for (guint i = drawn != NULL ? drawn->len : 0; i > 0; i--)
    {
      BvRanking *pool = g_ptr_array_index (drawn, i - 1);

      if (is_named (quota, earlier, pool->quota->key))
        g_ptr_array_insert (earlier, 0, pool);
    }
  return earlier;
}

static void
note_inside (const BvRanking *pool, const BvQuota **taken_by)
{
  for (guint i = 0; i < pool->entries->len; i++)
    {
      const BvRankingEntry *entry = bv_ranking_entry (pool, i);

      if (entry->place == BV_RANK_INSIDE && taken_by[entry->entrant] == NULL)
        taken_by[entry->entrant] = pool->quota;
    }
}

/**
 * bv_earlier_quotas_take:
 * @ranking: the ranking of a pool, its entries in order with their ranks, its line not yet drawn
 * @earlier: what bv_earlier_quotas_list() found for its quota
 *
 * Marks as taken whoever is inside one of the earlier quotas, by the first of them.
 */
void
bv_earlier_quotas_take (BvRanking *ranking, const GPtrArray *earlier)
{
  g_autofree const BvQuota **taken_by = NULL;

  if (earlier->len == 0)
    return;
  taken_by = g_new0 (const BvQuota *, ranking->scores->contest->entrants->len);
  for (guint i = 0; i < earlier->len; i++)
    note_inside (g_ptr_array_index (earlier, i), taken_by);
  for (guint i = 0; i < ranking->entries->len; i++)
    {
      BvRankingEntry *entry = bv_ranking_entry (ranking, i);

      entry->taken_by = taken_by[entry->entrant];
      if (entry->taken_by != NULL)
        entry->place = BV_RANK_TAKEN;
    }
}

/**
 * bv_earlier_quotas_carry:
 * @ranking: the ranking of a pool, its line drawn
 * @earlier: as for bv_earlier_quotas_take()
 *
 * As long as an earlier quota is not settled, this one is not either.
 */
void
bv_earlier_quotas_carry (BvRanking *ranking, const GPtrArray *earlier)
{
  for (guint i = 0; i < earlier->len; i++)
    {
      const BvRanking *pool = g_ptr_array_index (earlier, i);

      ranking->unresolved_tie |= pool->unresolved_tie;
      ranking->overfull |= pool->overfull;
      ranking->provisional |= pool->provisional;
      if (ranking->waits_for == NULL && (pool->unresolved_tie || pool->overfull))
        ranking->waits_for = pool->quota;
    }
}
