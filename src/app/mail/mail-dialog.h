/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_MAIL_DIALOG (bv_mail_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BvMailDialog, bv_mail_dialog, BV, MAIL_DIALOG, GtkWindow)

GtkWidget *bv_mail_dialog_new (GtkWindow *parent, BvSession *session);
void bv_mail_dialog_set_folder (BvMailDialog *dialog, GFile *folder);
void bv_mail_dialog_choose_paper (BvMailDialog *dialog, const char *paper, gboolean chosen);
void bv_mail_dialog_choose_sealing (BvMailDialog *dialog, guint number);
BvWork *bv_mail_dialog_write (BvMailDialog *dialog);

G_END_DECLS
