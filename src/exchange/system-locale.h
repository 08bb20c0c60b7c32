/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <archive_entry.h>
#include <glib.h>

G_BEGIN_DECLS

/* What systems do differently with the language of messages and with the charset of names. libarchive takes
 * the names of entries through the charset of the locale, on Windows through wide characters: between begin
 * and end the thread's charset is UTF-8, whatever the locale of the program is. */

void bv_system_locale_set (void);
void bv_system_locale_bind (const char *folder);
gpointer bv_system_locale_begin_utf8 (void);
void bv_system_locale_end_utf8 (gpointer before);
void bv_system_locale_set_entry_name (struct archive_entry *entry, const char *name);
char *bv_system_locale_get_entry_name (struct archive_entry *entry);

G_END_DECLS
