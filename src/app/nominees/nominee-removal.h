/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bv_nominee_removal_start (GtkWindow *parent, BvSession *session, gint64 nominee, const char *name);

G_END_DECLS
