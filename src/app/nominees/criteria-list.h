/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/evidence/evidence-popover.h"
#include "app/nominees/criterion-row.h"
#include "app/session/session.h"
#include "core/nominee.h"
#include "core/scores.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_CRITERIA_LIST (bv_criteria_list_get_type ())
G_DECLARE_FINAL_TYPE (BvCriteriaList, bv_criteria_list, BV, CRITERIA_LIST, GtkWidget)

void bv_criteria_list_show (BvCriteriaList *list,
                            BvSession *session,
                            const BvNominee *nominee,
                            const BvGroup *group,
                            BvTable *evidence);
void bv_criteria_list_forget (BvCriteriaList *list);
gboolean bv_criteria_list_is_filling (BvCriteriaList *list);
void bv_criteria_list_fill (BvCriteriaList *list);
guint bv_criteria_list_count (BvCriteriaList *list);
void bv_criteria_list_show_scores (BvCriteriaList *list, const BvScores *scores, guint first_mark);
BvCriterionRow *bv_criteria_list_get_row (BvCriteriaList *list, guint leaf);
BvEvidencePopover *bv_criteria_list_get_popover (BvCriteriaList *list);

G_END_DECLS
