/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bv_file_name_make_safe (const char *name);
char *bv_file_name_make_printable (const char *name);
char *bv_file_name_get_extension (const char *name);
gboolean bv_file_name_is_program (const char *name);
gboolean bv_file_start_is_program (const guint8 *start, gsize length);

G_END_DECLS
