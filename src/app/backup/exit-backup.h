/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bv_exit_backup_start (GtkApplication *application, const char *library);
char *bv_exit_backup_take_complaint (void);

G_END_DECLS
