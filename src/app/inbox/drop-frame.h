/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes the files that were dropped: (element-type GFile). */
typedef void (*BvDropFunc) (GPtrArray *files, gpointer page);

void bv_drop_frame_attach (GtkWindow *window, GtkWidget *page, BvDropFunc func);

G_END_DECLS
