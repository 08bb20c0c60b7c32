/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/criteria/criterion-addition.h"

G_BEGIN_DECLS

#define BV_TYPE_CRITERIA_COPY_DIALOG (bv_criteria_copy_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BvCriteriaCopyDialog, bv_criteria_copy_dialog, BV, CRITERIA_COPY_DIALOG, GtkWindow)

const char *bv_criteria_copy_dialog_explain (BvSession *session, gint64 group);
void bv_criteria_copy_dialog_open (GtkWindow *parent,
                                   BvSession *session,
                                   gint64 group,
                                   BvCriterionAdditionFunc added,
                                   gpointer data);

G_END_DECLS
