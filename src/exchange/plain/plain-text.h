/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text of which nothing says how its letters are written. */

gboolean bv_plain_text_looks_like (const guint8 *bytes, gsize length);
char *bv_plain_text_decode (const guint8 *bytes, gsize length);
char *bv_plain_text_decode_vietnamese (const guint8 *bytes, gsize length);
char *bv_plain_text_load (const char *path, GError **error);

G_END_DECLS
