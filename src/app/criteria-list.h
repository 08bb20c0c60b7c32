/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/criterion-row.h"
#include "app/evidence-popover.h"
#include "app/session.h"
#include "core/nominee.h"
#include "core/scoring.h"

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
guint bv_criteria_list_count (BvCriteriaList *list);
void bv_criteria_list_show_scores (BvCriteriaList *list, const BvScores *scores, guint first_mark);
BvCriterionRow *bv_criteria_list_get_row (BvCriteriaList *list, guint leaf);
BvEvidencePopover *bv_criteria_list_get_popover (BvCriteriaList *list);

G_END_DECLS
