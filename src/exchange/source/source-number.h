/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as programs keep them, written as they show them. */

gboolean bv_source_number_write (const char *text, GString *number);
gboolean bv_source_number_write_date (const char *serial, gboolean from_1904, GString *date);
void bv_source_number_write_iso_date (const char *iso, GString *date);
gboolean bv_source_number_is_date_format (guint format);
gboolean bv_source_number_format_is_date (const char *code);

G_END_DECLS
