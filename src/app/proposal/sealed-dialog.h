/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_SEALED_DIALOG (bv_sealed_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BvSealedDialog, bv_sealed_dialog, BV, SEALED_DIALOG, GtkWindow)

GtkWidget *bv_sealed_dialog_new (GtkWindow *parent, BvSession *session);
guint bv_sealed_dialog_get_number (BvSealedDialog *dialog);

G_END_DECLS
