/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/score-table.h"
#include "exchange/workbook/formula.h"

G_BEGIN_DECLS

/**
 * BvScoreFormulas:
 *
 * The formulas of a score sheet, each written once for all rows. They refer to their own row without a
 * sheet's name and to ranges absolutely, so they stay right when the rows are sorted.
 */
typedef struct
{
  const BvScoreTables *tables;
  const BvScoreTable *table;
  BvFormula *columns[BV_N_SCORE_COLUMNS]; /* NULL: no formula */
  GPtrArray *points;                      /* by leaf of the table: its points in 1/100 */
  GPtrArray *ranks;                       /* by lane and number of steps */
  GPtrArray *lane_ranks;                  /* by lane: the rank, where there are several lanes */
  BvFormula *total_value;                 /* what a scope compares first where that is the total */
  BvFormula *percent_value;               /* where it is the percent */
  BvFormula *full;                        /* of the row of a group's maxima */
  BvFormula *shown_full;
} BvScoreFormulas;

void bv_score_formulas_init (BvScoreFormulas *formulas, const BvScoreTables *tables, BvGroupKind kind);
void bv_score_formulas_clear (BvScoreFormulas *formulas);

G_END_DECLS
