/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _BvWindowActions BvWindowActions;

BvWindowActions *bv_window_actions_new (GtkApplicationWindow *window, BvSession *session);
void bv_window_actions_free (BvWindowActions *actions);
void bv_window_actions_update (BvWindowActions *actions);

G_END_DECLS
