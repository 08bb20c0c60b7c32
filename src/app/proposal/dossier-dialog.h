/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/proposal/seal-choice.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_DOSSIER_DIALOG (bv_dossier_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BvDossierDialog, bv_dossier_dialog, BV, DOSSIER_DIALOG, GtkWindow)

void bv_dossier_dialog_start (GtkWindow *parent, BvSession *session);
GtkWidget *bv_dossier_dialog_new (GtkWindow *parent, BvSession *session, const BvSealChoice *choice);
void bv_dossier_dialog_show (GtkWindow *parent, BvSession *session, const BvSealChoice *choice);
void bv_dossier_dialog_set_passphrase (BvDossierDialog *dialog, const char *passphrase, const char *again);
BvWork *bv_dossier_dialog_write (BvDossierDialog *dialog, GFile *file);

G_END_DECLS
