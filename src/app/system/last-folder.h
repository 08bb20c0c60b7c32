/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GFile *bv_last_folder_find (const char *key);
void bv_last_folder_set (const char *key, GFile *folder);
void bv_last_folder_show (GtkFileChooser *chooser, const char *key);
void bv_last_folder_keep (GtkFileChooser *chooser, const char *key);

G_END_DECLS
