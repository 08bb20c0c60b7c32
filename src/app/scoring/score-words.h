/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/scoring/score-model.h"

G_BEGIN_DECLS

/* What is said of a cell of the sheet. */

const char *bv_score_words_state (BvCellState state);
char *bv_score_words_cell (const BvScoreModel *model, guint row, guint column);
char *bv_score_words_range (const BvCriterion *leaf, const char *text, gint64 points);

G_END_DECLS
