/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ranking-filter.h"

#include <glib/gi18n-lib.h>

/**
 * bv_ranking_filter_title:
 * @filter: which entries
 *
 * Returns: what they are called, to be translated
 */
const char *
bv_ranking_filter_title (BvRankingFilter filter)
{
  static const char *const titles[] = {
    [BV_RANKING_FILTER_NONE] = N_ ("All"),
    [BV_RANKING_FILTER_INSIDE] = N_ ("Inside the quota"),
    [BV_RANKING_FILTER_NEAR] = N_ ("Near the line (2 or less)"),
    [BV_RANKING_FILTER_TIED] = N_ ("Tied at the line"),
    [BV_RANKING_FILTER_NOT_ELIGIBLE] = N_ ("Not eligible"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (titles) == BV_N_RANKING_FILTERS);
  return titles[filter];
}

/**
 * bv_ranking_filter_keeps:
 * @filter: which entries
 * @entry: an entry of a ranking
 *
 * Who is in a tie across the line is near it.
 *
 * Returns: whether it is one of them
 */
gboolean
bv_ranking_filter_keeps (BvRankingFilter filter, const BvRankingEntry *entry)
{
  switch (filter)
    {
    case BV_RANKING_FILTER_INSIDE:
      return entry->place == BV_RANK_INSIDE;
    case BV_RANKING_FILTER_NEAR:
      return entry->place == BV_RANK_UNRESOLVED
             || (entry->margin != BV_NONE && entry->margin <= BV_RANKING_NEAR);
    case BV_RANKING_FILTER_TIED:
      return entry->place == BV_RANK_UNRESOLVED;
    case BV_RANKING_FILTER_NOT_ELIGIBLE:
      return entry->place == BV_RANK_NOT_ELIGIBLE;
    case BV_RANKING_FILTER_NONE:
    case BV_N_RANKING_FILTERS:
      break;
    }
  return TRUE;
}

/**
 * bv_ranking_filter_count:
 * @filter: which entries
 * @ranking: a ranking
 *
 * Returns: how many of its entries are such
 */
guint
bv_ranking_filter_count (BvRankingFilter filter, const BvRanking *ranking)
{
  guint n = 0;

  for (guint i = 0; i < ranking->entries->len; i++)
    n += bv_ranking_filter_keeps (filter, bv_ranking_entry (ranking, i));
  return n;
}
