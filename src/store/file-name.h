/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BV_FILE_NAME_MOST 150 /* bytes of UTF-8 */

char *bv_file_name_make (const char *title, const char *ending, guint most);
char *bv_file_name_cut (const char *name, guint most);
char *bv_file_name_make_safe (const char *name);
char *bv_file_name_make_printable (const char *name);
char *bv_file_name_get_extension (const char *name);
gboolean bv_file_name_is_portable (const char *name);
gboolean bv_file_name_is_program (const char *name);
gboolean bv_file_start_is_program (const guint8 *start, gsize length);

G_END_DECLS
