/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The names of files in archives and mails, which anybody may have written in any way. */

char *bv_container_name_decode (const char *name);
char *bv_container_name_make_path (const char *name);
gboolean bv_container_name_is_rubbish (const char *path);

G_END_DECLS
