/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking.h"

G_BEGIN_DECLS

/* Which entries of a ranking are looked at. */
typedef enum
{
  BV_RANKING_FILTER_NONE, /* all of them */
  BV_RANKING_FILTER_INSIDE,
  BV_RANKING_FILTER_NEAR, /* the line */
  BV_RANKING_FILTER_TIED, /* at the line */
  BV_RANKING_FILTER_NOT_ELIGIBLE,
  BV_N_RANKING_FILTERS,
} BvRankingFilter;

/* 1/100, in the unit of the first step: who is near the line is not further away. */
#define BV_RANKING_NEAR 200

const char *bv_ranking_filter_title (BvRankingFilter filter);
gboolean bv_ranking_filter_keeps (BvRankingFilter filter, const BvRankingEntry *entry);
guint bv_ranking_filter_count (BvRankingFilter filter, const BvRanking *ranking);

G_END_DECLS
