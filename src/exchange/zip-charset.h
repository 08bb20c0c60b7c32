/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <archive_entry.h>
#include <glib.h>

G_BEGIN_DECLS

/* libarchive takes the names of entries through the charset of the locale, on Windows through wide
 * characters. Between begin and end the thread's charset is UTF-8, whatever the locale of the program is. */

gpointer bv_zip_charset_begin (void);
void bv_zip_charset_end (gpointer before);
void bv_zip_charset_set_name (struct archive_entry *entry, const char *name);
char *bv_zip_charset_get_name (struct archive_entry *entry);

G_END_DECLS
