/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What systems do differently with files and folders. */

gboolean bv_file_system_sync_folder (const char *folder, GError **error);
gboolean bv_file_system_replace (const char *from, const char *to, gboolean *in_use);
gboolean bv_file_system_open_up (const char *path);
GFile *bv_file_system_resolve (const char *path);

G_END_DECLS
