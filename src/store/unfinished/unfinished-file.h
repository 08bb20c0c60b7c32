/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bv_unfinished_file_make (const char *folder, const char *extension, gboolean kept);
char *bv_unfinished_file_make_folder (const char *folder);
char *bv_unfinished_file_make_work_folder (const char *place, GError **error);
void bv_unfinished_file_discard (const char *path);

G_END_DECLS
