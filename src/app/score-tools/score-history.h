/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "store/score-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_SCORE_HISTORY (bv_score_history_get_type ())
G_DECLARE_FINAL_TYPE (BvScoreHistory, bv_score_history, BV, SCORE_HISTORY, GtkPopover)

GtkWidget *bv_score_history_new (BvSession *session, GtkWidget *parent);
void bv_score_history_show (BvScoreHistory *history, const BvScorePlace *place, const char *name);
gboolean bv_score_history_is_busy (BvScoreHistory *history);

G_END_DECLS
