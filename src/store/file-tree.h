/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean bv_file_tree_remove (const char *path, GError **error);
gint64 bv_file_tree_measure (const char *path);

G_END_DECLS
