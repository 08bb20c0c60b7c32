/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_NOMINEE_DIALOG (bv_nominee_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BvNomineeDialog, bv_nominee_dialog, BV, NOMINEE_DIALOG, GtkWindow)

GtkWidget *bv_nominee_dialog_new (GtkWindow *parent, BvSession *session, gint64 group);
gboolean bv_nominee_dialog_choose (BvNomineeDialog *dialog, gint64 group, gint64 unit, const char *person);
void bv_nominee_dialog_choose_all (BvNomineeDialog *dialog, const char *search);
gboolean bv_nominee_dialog_add (BvNomineeDialog *dialog);

G_END_DECLS
