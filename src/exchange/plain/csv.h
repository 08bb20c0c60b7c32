/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-cell.h"

G_BEGIN_DECLS

/* Tables as text, of which a line is a row (RFC 4180, as programs write it). */

#define BV_CSV_FOUND '\0' /* the separator is what the first rows have in common */

gboolean bv_csv_read (const char *path, const BvSourceSink *sink, gpointer data, GError **error);
gboolean bv_csv_read_text (const char *text,
                           gsize length,
                           char separator,
                           const BvSourceSink *sink,
                           gpointer data,
                           GError **error);

G_END_DECLS
