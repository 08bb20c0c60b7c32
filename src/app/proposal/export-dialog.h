/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/proposal/seal-choice.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bv_export_dialog_start (GtkWindow *parent, BvSession *session);
void bv_export_dialog_ask_for_file (GtkWindow *parent, BvSession *session, const BvSealChoice *choice);

G_END_DECLS
