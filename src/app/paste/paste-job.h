/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "exchange/paste/paste.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Blocks of cells come from the clipboard. */

void bv_paste_job_start (GtkWidget *widget, BvSession *session, const BvPaste *paste);
void bv_paste_job_start_in_entry (GtkEditable *entry, BvSession *session, const BvPaste *paste);

G_END_DECLS
