/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_RECOVERY_WINDOW (bv_recovery_window_get_type ())
G_DECLARE_FINAL_TYPE (BvRecoveryWindow, bv_recovery_window, BV, RECOVERY_WINDOW, GtkApplicationWindow)

GtkWidget *bv_recovery_window_new (GtkApplication *application, const char *folder, const GError *error);
GtkWidget *bv_recovery_window_new_over (GtkWindow *parent, const char *folder, const char *const *findings);

G_END_DECLS
