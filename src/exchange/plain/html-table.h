/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-cell.h"

G_BEGIN_DECLS

/* Tables in HTML, as programs put them on the clipboard, or save them as a page. */

gboolean bv_html_table_looks_like (const guint8 *bytes, gsize length);
gboolean bv_html_table_read (const char *path, const BvSourceSink *sink, gpointer data, GError **error);
gboolean bv_html_table_read_text (const char *text,
                                  gsize length,
                                  gboolean as_shown,
                                  const BvSourceSink *sink,
                                  gpointer data,
                                  GError **error);
gboolean bv_html_table_is_all (const char *text);

G_END_DECLS
