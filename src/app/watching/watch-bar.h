/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/watching/watched-folder.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_WATCH_BAR (bv_watch_bar_get_type ())
G_DECLARE_FINAL_TYPE (BvWatchBar, bv_watch_bar, BV, WATCH_BAR, GtkWidget)

void bv_watch_bar_show (BvWatchBar *bar, BvWatchedFolder *watched);

G_END_DECLS
