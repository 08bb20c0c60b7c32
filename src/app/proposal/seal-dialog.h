/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/proposal/seal-choice.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_SEAL_DIALOG (bv_seal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BvSealDialog, bv_seal_dialog, BV, SEAL_DIALOG, GtkWindow)

/* What is done with a proposal, sealed or not: msgids. */
typedef struct
{
  const char *title;
  const char *seal;  /* with what follows, on a button */
  const char *draft; /* the same without a seal */
} BvSealWords;

/* Called once, unless the user gives up. */
typedef void (*BvSealFunc) (GtkWindow *parent, BvSession *session, const BvSealChoice *choice);

void bv_seal_dialog_ask (GtkWindow *parent, BvSession *session, const BvSealWords *words, BvSealFunc next);
void bv_seal_dialog_set_reason (BvSealDialog *dialog, const char *reason);
void bv_seal_dialog_seal (BvSealDialog *dialog);
void bv_seal_dialog_write_draft (BvSealDialog *dialog);

G_END_DECLS
