/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bv_row_scroll_set_up (GtkScrolledWindow *window, GtkColumnView *view);
void bv_row_scroll_reach (GtkColumnView *view, guint place);

G_END_DECLS
