/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

BvWork *bv_view_window_start (BvSession *session, const char *database, gint64 time);
gboolean bv_view_window_is (GtkWindow *window);

G_END_DECLS
