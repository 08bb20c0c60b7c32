/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/scoring/scoring-page.h"
#include "app/window/window.h"
#include "core/assessment.h"

G_BEGIN_DECLS

/* The sheet of scores, as a test has it before it. */

BvScoringPage *scoring_show (BvWindow *window);
gint64 scoring_get_nominee (BvScoringPage *page, guint row);
BvAssessment *scoring_read_cell (BvScoringPage *page, guint row, guint column);
void
scoring_check_cell (BvScoringPage *page, guint row, guint column, gint64 verified, BvAssessmentState state);
guint scoring_find_row (BvScoringPage *page, const char *name);
void scoring_check_cursor (BvScoringPage *page, guint row, guint column);
void scoring_type (const char *text);
void scoring_undo (BvWindow *window);

G_END_DECLS
