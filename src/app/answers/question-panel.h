/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/intake/plan-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_QUESTION_PANEL (bv_question_panel_get_type ())
G_DECLARE_FINAL_TYPE (BvQuestionPanel, bv_question_panel, BV, QUESTION_PANEL, GtkWidget)

void bv_question_panel_show (BvQuestionPanel *panel,
                             const BvImportPlan *plan,
                             const BvPlannedFile *file,
                             const BvPlanRow *row);
gboolean bv_question_panel_focus (BvQuestionPanel *panel);

G_END_DECLS
