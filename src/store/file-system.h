/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What systems do differently with files and folders. */

char *bv_file_system_reach (const char *path, guint room);
char *bv_file_system_show (const char *path);
guint bv_file_system_get_room (const char *folder);
gboolean bv_file_system_takes_name (const char *path);
gboolean bv_file_system_takes_folder (const char *folder);
gboolean bv_file_system_may_write (const char *folder);
gboolean bv_file_system_is_remote (const char *folder);
gboolean bv_file_system_is_in_use (const char *path);
gboolean bv_file_system_is_withheld (const char *path);
gboolean bv_file_system_sync_folder (const char *folder, GError **error);
gboolean bv_file_system_replace (const char *from, const char *to);
gboolean bv_file_system_open_up (const char *path);
gboolean bv_file_system_close_off (const char *path);
gboolean bv_file_system_lets_others_in (const char *path);
int bv_file_system_open_alone (const char *path, gboolean make);
GFile *bv_file_system_resolve (const char *path);

G_END_DECLS
