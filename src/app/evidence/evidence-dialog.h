/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bv_evidence_dialog_ask (GtkWindow *parent, BvSession *session, gint64 nominee, const char *criterion);

G_END_DECLS
