/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many of a number are enough: `67%`, `2/3`, `>1/2` (RULES.md, The council). One is kept as a number, in
 * which a plain whole percentage is the percentage itself; %BV_NONE: there is none. */

/* What the name of a field ends in that holds a whole percentage (BV_FIELD_AS_PERCENT). */
#define BV_SHARE_PERCENT_SUFFIX "_percent"

#define BV_SHARE_ERROR (bv_share_error_quark ())
GQuark bv_share_error_quark (void);

typedef enum
{
  BV_SHARE_ERROR_VALUE,
} BvShareError;

gint64 bv_share_parse (const char *text, GError **error);
char *bv_share_to_string (gint64 share);
char *bv_share_write (gint64 share);
gboolean bv_share_is_plain_percent (gint64 share);
gboolean bv_share_is_valid (gint64 share);
gboolean bv_share_is_reached (gint64 share, gint64 votes, gint64 of);

G_END_DECLS
