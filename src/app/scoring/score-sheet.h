/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/scoring/score-grid.h"
#include "app/scoring/score-model.h"
#include "store/score-edit.h"

G_BEGIN_DECLS

#define BV_TYPE_SCORE_SHEET (bv_score_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BvScoreSheet, bv_score_sheet, BV, SCORE_SHEET, GtkWidget)

void bv_score_sheet_set_model (BvScoreSheet *sheet, BvScoreModel *model);
void bv_score_sheet_reload (BvScoreSheet *sheet);
void bv_score_sheet_follow (BvScoreSheet *sheet, const BvScoreSpot *spot);
gboolean bv_score_sheet_set_column (BvScoreSheet *sheet, BvScoreEditColumn column);
BvScoreEditColumn bv_score_sheet_get_column (BvScoreSheet *sheet);
gboolean bv_score_sheet_go (BvScoreSheet *sheet, guint row, guint column);
BvScoreSpot bv_score_sheet_get_cursor (BvScoreSheet *sheet);
BvScoreBlock bv_score_sheet_get_block (BvScoreSheet *sheet);
gboolean bv_score_sheet_commit (BvScoreSheet *sheet);
gboolean bv_score_sheet_is_editing (BvScoreSheet *sheet);
GdkRectangle bv_score_sheet_get_place (BvScoreSheet *sheet);
gboolean bv_score_sheet_select_at (BvScoreSheet *sheet, double x, double y);
char *bv_score_sheet_find_cut (BvScoreSheet *sheet, double x, double y);

G_END_DECLS
