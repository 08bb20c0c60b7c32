/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *bv_failure_window_new (GtkApplication *application, const GError *error, gboolean may_be_read);

G_END_DECLS
