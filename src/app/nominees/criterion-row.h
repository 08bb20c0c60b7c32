/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"
#include "core/scores.h"
#include "core/table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  BV_SCORE_ENTRY_SELF,
  BV_SCORE_ENTRY_VERIFIED,
  BV_SCORE_ENTRY_FINAL,
  BV_N_SCORE_ENTRIES,
} BvScoreEntry;

#define BV_TYPE_CRITERION_ROW (bv_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (BvCriterionRow, bv_criterion_row, BV, CRITERION_ROW, GtkWidget)

GtkWidget *bv_criterion_row_new (const BvCriterion *leaf);
void bv_criterion_row_bind (BvCriterionRow *row, BvDraft *draft, BvTable *evidence);
void bv_criterion_row_set_score (BvCriterionRow *row, const BvLeafScore *score);
void bv_criterion_row_focus (BvCriterionRow *row, BvScoreEntry column);
GtkWidget *bv_criterion_row_get_evidence_list (BvCriterionRow *row);
const BvCriterion *bv_criterion_row_get_leaf (BvCriterionRow *row);
GtkWidget *bv_criterion_row_get_entry (BvCriterionRow *row, BvScoreEntry column);

G_END_DECLS
