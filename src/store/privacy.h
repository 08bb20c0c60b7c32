/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean bv_privacy_keep_file (const char *path);
void bv_privacy_keep_folder (const char *folder, gboolean made);
gboolean bv_privacy_is_kept (const char *folder);

G_END_DECLS
