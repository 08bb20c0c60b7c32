/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of a file that may be a campaign, before anybody knows what it says. */

#define BV_INTERCHANGE_ERROR (bv_interchange_error_quark ())
GQuark bv_interchange_error_quark (void);

typedef enum
{
  BV_INTERCHANGE_ERROR_SYNTAX,
  BV_INTERCHANGE_ERROR_CONTENT,
  BV_INTERCHANGE_ERROR_FILE,
} BvInterchangeError;

char *bv_interchange_read_text (const char *path, gsize *length, GError **error);
gboolean bv_interchange_text_refuse (int line, int column, const char *message, GError **error);
gboolean bv_interchange_text_check (const char *data, gsize length, GError **error);

G_END_DECLS
