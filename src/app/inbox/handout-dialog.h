/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/inbox/handout-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_HANDOUT_DIALOG (bv_handout_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BvHandoutDialog, bv_handout_dialog, BV, HANDOUT_DIALOG, GtkWindow)

BvWork *bv_handout_dialog_start (GtkWindow *parent, BvSession *session);
GListModel *bv_handout_dialog_get_choices (BvHandoutDialog *dialog);
void bv_handout_dialog_set_way (BvHandoutDialog *dialog, BvHandoutWay way);
BvWork *bv_handout_dialog_write (BvHandoutDialog *dialog, GFile *folder);

G_END_DECLS
