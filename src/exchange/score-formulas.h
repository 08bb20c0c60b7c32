/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/score-table.h"

G_BEGIN_DECLS

/**
 * BvScoreFormulas:
 *
 * The formulas of a score sheet, each written once with `#` in place of the row. They refer to their own row
 * without a sheet's name and to ranges absolutely, so they stay right when the rows are sorted.
 */
typedef struct
{
  const BvScoreTables *tables;
  const BvScoreTable *table;
  char *columns[BV_N_SCORE_COLUMNS]; /* NULL: no formula */
  char **points;                     /* by leaf of the table: its points in 1/100 */
  char **ranks;                      /* by lane and number of steps */
  char **lane_ranks;                 /* by lane: the rank, where there are several lanes */
  char *total_value;                 /* what a scope compares first where that is the total */
  char *percent_value;               /* where it is the percent */
  char *full;                        /* of the row of a group's maxima */
  char *shown_full;
  GString *filled;
} BvScoreFormulas;

void bv_score_formulas_init (BvScoreFormulas *formulas, const BvScoreTables *tables, BvGroupKind kind);
void bv_score_formulas_clear (BvScoreFormulas *formulas);
const char *bv_score_formulas_fill (BvScoreFormulas *formulas, const char *formula, guint row);

G_END_DECLS
