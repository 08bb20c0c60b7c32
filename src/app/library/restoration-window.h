/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is to be known where the library is another, or %NULL and why it is not. */
typedef void (*BvRestorationFunc) (const char *said, const GError *error, gpointer data);

GtkWidget *bv_restoration_window_new (GtkApplication *application, gboolean salvages);
void bv_restoration_window_run (GtkWidget *window,
                                const char *library,
                                const char *from,
                                BvRestorationFunc done,
                                gpointer data);

G_END_DECLS
