/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"

G_BEGIN_DECLS

/* The columns of a printed ranking. */
typedef enum
{
  BV_RANKED_POOL,
  BV_RANKED_RANK,
  BV_RANKED_CLASS, /* only where a group has classes */
  BV_RANKED_NAME,
  BV_RANKED_UNIT,
  BV_RANKED_GROUP,
  BV_RANKED_TOTAL,
  BV_RANKED_PERCENT,
  BV_RANKED_PLACE,
  BV_RANKED_MARGIN,
  BV_RANKED_DECIDED_BY,
  BV_RANKED_NOTE,
  BV_RANKED_N_COLUMNS,
} BvRankedColumn;

/**
 * BvRankingRow:
 *
 * What one row of a printed ranking says, always Vietnamese: workbook and paper show the same. Only @place
 * and @note belong to it.
 */
typedef struct
{
  const char *pool;       /* NULL: the ranking of a group */
  gint64 rank;            /* BV_NONE: not eligible */
  const char *class_name; /* NULL: none */
  const char *name;
  const char *unit; /* that submits the nominee */
  const char *group;
  gint64 total;   /* 1/100 */
  gint64 percent; /* 1/100 */
  char *place;
  gint64 margin; /* 1/100; BV_NONE: none */
  const char *decided_by;
  char *note;
} BvRankingRow;

void
bv_ranking_row_init (BvRankingRow *row, const BvProposal *proposal, const BvRanking *ranking, guint entry);
void bv_ranking_row_clear (BvRankingRow *row);
char *bv_ranking_row_write_cell (const BvRankingRow *row, BvRankedColumn column);
const char *bv_ranking_row_heading (BvRankedColumn column);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvRankingRow, bv_ranking_row_clear)

G_END_DECLS
