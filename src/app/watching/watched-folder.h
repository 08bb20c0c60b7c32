/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BV_TYPE_WATCHED_FOLDER (bv_watched_folder_get_type ())
G_DECLARE_FINAL_TYPE (BvWatchedFolder, bv_watched_folder, BV, WATCHED_FOLDER, GObject)

BvWatchedFolder *bv_watched_folder_new (void);
GFile *bv_watched_folder_get (BvWatchedFolder *watched);
void bv_watched_folder_set (BvWatchedFolder *watched, GFile *folder);
GPtrArray *bv_watched_folder_get_files (BvWatchedFolder *watched);
const char *bv_watched_folder_get_fault (BvWatchedFolder *watched);
gboolean bv_watched_folder_is_busy (BvWatchedFolder *watched);
GPtrArray *bv_watched_folder_take_files (BvWatchedFolder *watched);

G_END_DECLS
