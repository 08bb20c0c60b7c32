/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

void bv_unnamed_files_remove (sqlite3 *db, GPtrArray *paths);
gboolean bv_unnamed_files_remove_of_folder (const char *folder, GPtrArray *paths);

G_END_DECLS
