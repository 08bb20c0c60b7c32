/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"
#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_SUBMISSION_DIALOG (bv_submission_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BvSubmissionDialog, bv_submission_dialog, BV, SUBMISSION_DIALOG, GtkWindow)

GtkWidget *bv_submission_dialog_new (GtkWindow *parent, BvSession *session);
BvDraft *bv_submission_dialog_get_draft (BvSubmissionDialog *dialog);
void bv_submission_dialog_take_bases (BvSubmissionDialog *dialog);
gboolean bv_submission_dialog_save (BvSubmissionDialog *dialog);

G_END_DECLS
