/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/criteria/criterion-addition.h"

G_BEGIN_DECLS

/* Criteria on their way: copied or cut here, or rows of Excel and lines of Word. */

void bv_criterion_clipboard_copy (GtkWidget *widget, BvSession *session, gint64 criterion, gboolean cut);
void bv_criterion_clipboard_paste (GtkWidget *widget,
                                   BvSession *session,
                                   gint64 beside,
                                   BvCriterionAdditionFunc added,
                                   gpointer data);

G_END_DECLS
