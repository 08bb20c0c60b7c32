/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvJsonLengths:
 *
 * How long the strings of a document are, which is seen piece by piece and need not be right. All 0: nothing
 * was seen yet.
 */
typedef struct
{
  gboolean quoted;
  gboolean escaped;
  guint length;    /* of the string, in characters */
  gint64 line;     /* from 0, of what comes next */
  gint64 column;   /* from 0 */
  gint64 its_line; /* where the string begins */
  gint64 its_column;
} BvJsonLengths;

gboolean bv_json_lengths_take (BvJsonLengths *lengths, const guint8 *bytes, gsize n_bytes, guint most);

G_END_DECLS
