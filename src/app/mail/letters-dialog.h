/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_LETTERS_DIALOG (bv_letters_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BvLettersDialog, bv_letters_dialog, BV, LETTERS_DIALOG, GtkWindow)

BvWork *bv_letters_dialog_start (GtkWindow *parent, BvSession *session);
BvWork *bv_letters_dialog_start_among (GtkWindow *parent, BvSession *session, const char *const *units);
BvWork *bv_letters_dialog_start_about (GtkWindow *parent, BvSession *session, const char *const *nominees);
GListModel *bv_letters_dialog_get_choices (BvLettersDialog *dialog);
void bv_letters_dialog_set_until (BvLettersDialog *dialog, const char *until);
BvWork *bv_letters_dialog_write (BvLettersDialog *dialog, GFile *folder);

G_END_DECLS
