/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How the proposal leaves the library: as a draft, or sealed, with a reason where results are provisional. */
typedef void (*BvSealFunc) (GtkWindow *parent, BvSession *session, gboolean draft, const char *reason);

GtkWidget *bv_seal_dialog_new_reason_entry (void);
GtkWidget *bv_seal_dialog_ask (GtkWindow *parent, BvSession *session, BvSealFunc next);

G_END_DECLS
