/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bv_last_folder_show (GtkFileChooser *chooser, const char *key);
void bv_last_folder_keep (GtkFileChooser *chooser, const char *key);

G_END_DECLS
