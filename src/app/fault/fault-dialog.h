/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_FAULT_DIALOG (bv_fault_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BvFaultDialog, bv_fault_dialog, BV, FAULT_DIALOG, GtkWindow)

GtkWidget *bv_fault_dialog_new (GtkWindow *parent, BvSession *session, const char *last_error);
GtkWidget *bv_fault_dialog_new_without_library (GtkWindow *parent, const GError *cause);
char *bv_fault_dialog_get_text (BvFaultDialog *dialog);
gboolean bv_fault_dialog_save (BvFaultDialog *dialog, GFile *file);
BvWork *bv_fault_dialog_mail (BvFaultDialog *dialog, GFile *file);

G_END_DECLS
