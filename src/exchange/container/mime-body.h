/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the bytes of a file are written in a mail, which has lines of ASCII (RFC 2045, 6). */

typedef gboolean (*BvMimeFunc) (gpointer data, const guint8 *bytes, gsize length, GError **error);

gboolean bv_mime_body_decode (const char *coding,
                              const char *text,
                              gsize length,
                              BvMimeFunc take,
                              gpointer data,
                              GError **error);

G_END_DECLS
