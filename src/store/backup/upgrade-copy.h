/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* Before a step of the schema changes a library that holds data, a copy of its database stays beside it,
 * `bangvang-5.db` of schema 5; should other data be there under that name, `bangvang-5-2.db`. */

gboolean bv_upgrade_copy_keep (BvLibrary *library, guint version, GError **error);
char **bv_upgrade_copy_list (const char *library_folder);
gint64 bv_upgrade_copy_get_time (const char *path);

G_END_DECLS
