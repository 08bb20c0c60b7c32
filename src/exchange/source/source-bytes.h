/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a file from outside holds, as bytes. */

GByteArray *bv_source_bytes_load (const char *path, gsize most, GError **error);
GFileInputStream *bv_source_bytes_open (const char *path, GError **error);

G_END_DECLS
