/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/pane/document-list.h"
#include "app/scoring/score-model.h"
#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_SCORE_PANE (bv_score_pane_get_type ())
G_DECLARE_FINAL_TYPE (BvScorePane, bv_score_pane, BV, SCORE_PANE, GtkWidget)

void bv_score_pane_set_session (BvScorePane *pane, BvSession *session);
void
bv_score_pane_show (BvScorePane *pane, const BvScoreModel *model, guint row, guint column, gboolean single);
void bv_score_pane_set_compact (BvScorePane *pane, gboolean compact);
gboolean bv_score_pane_is_busy (BvScorePane *pane);
gboolean bv_score_pane_focus_document (BvScorePane *pane);
void bv_score_pane_show_history (BvScorePane *pane, GtkWidget *beside, const GdkRectangle *place);
BvDocumentList *bv_score_pane_get_documents (BvScorePane *pane);

G_END_DECLS
