/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/page.h"
#include "app/pane/score-pane.h"
#include "app/scoring/score-sheet.h"

G_BEGIN_DECLS

#define BV_TYPE_SCORING_PAGE (bv_scoring_page_get_type ())
G_DECLARE_FINAL_TYPE (BvScoringPage, bv_scoring_page, BV, SCORING_PAGE, GtkWidget)

BvScoreSheet *bv_scoring_page_get_sheet (BvScoringPage *page);
const BvScoreModel *bv_scoring_page_get_model (BvScoringPage *page);
BvScorePane *bv_scoring_page_get_pane (BvScoringPage *page);
const char *bv_scoring_page_get_hint (BvScoringPage *page);

G_END_DECLS
