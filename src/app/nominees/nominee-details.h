/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/nominees/criteria-list.h"
#include "app/nominees/same-findings.h"
#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_NOMINEE_DETAILS (bv_nominee_details_get_type ())
G_DECLARE_FINAL_TYPE (BvNomineeDetails, bv_nominee_details, BV, NOMINEE_DETAILS, GtkWidget)

void bv_nominee_details_show (BvNomineeDetails *details,
                              BvSession *session,
                              gint64 nominee,
                              const char *name,
                              const char *place);
void bv_nominee_details_show_scores (BvNomineeDetails *details);
void bv_nominee_details_show_same (BvNomineeDetails *details, const BvSameFindings *findings);
BvCriteriaList *bv_nominee_details_get_criteria (BvNomineeDetails *details);
void bv_nominee_details_show_history (BvNomineeDetails *details);
gboolean bv_nominee_details_is_busy (BvNomineeDetails *details);

G_END_DECLS
