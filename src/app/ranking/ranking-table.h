/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking-filter.h"
#include "core/table.h"

G_BEGIN_DECLS

typedef enum
{
  BV_RANKING_RANK,
  BV_RANKING_NAME,
  BV_RANKING_UNIT,
  BV_RANKING_GROUP,
  BV_RANKING_TOTAL,
  BV_RANKING_PERCENT,
  BV_RANKING_PLACE,
  BV_RANKING_MARGIN,
  BV_RANKING_DECIDED_BY,
  BV_RANKING_NOTES,
  BV_RANKING_CLASS,
  BV_RANKING_N_COLUMNS,
} BvRankingColumn;

BvTable *bv_ranking_table_new (const BvRanking *ranking);
guint bv_ranking_table_get_kind (BvRankingFilter filter);

G_END_DECLS
