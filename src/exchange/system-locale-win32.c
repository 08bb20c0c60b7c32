/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/system-locale.h"

#include <libintl.h>
#include <locale.h>

/* Under the folder in which the program is installed, wherever that is. */
#define TRANSLATIONS "share", "locale"

/* Messages have no category of their own here: gettext asks Windows for the language, and LANGUAGE goes
 * before that. */
void
bv_system_locale_set (void)
{
  setlocale (LC_ALL, "");
}

/* Not wbindtextdomain(): gettext 0.21 takes a catalogue named in wide characters for one that GLib named in
 * narrow ones, and finds no translation at all. */
void
bv_system_locale_bind (const char *folder)
{
  g_autofree char *installed = g_win32_get_package_installation_directory_of_module (NULL);
  g_autofree char *path
    = folder != NULL ? g_strdup (folder) : g_build_filename (installed, TRANSLATIONS, NULL);
  g_autofree char *narrow = g_win32_locale_filename_from_utf8 (path);

  bindtextdomain (GETTEXT_PACKAGE, narrow != NULL ? narrow : path);
}

gpointer
bv_system_locale_begin_utf8 (void)
{
  return NULL;
}

void
bv_system_locale_end_utf8 (gpointer before)
{
}

void
bv_system_locale_set_entry_name (struct archive_entry *entry, const char *name)
{
  g_autofree wchar_t *wide = (wchar_t *) g_utf8_to_utf16 (name, -1, NULL, NULL, NULL);

  archive_entry_copy_pathname_w (entry, wide);
}

char *
bv_system_locale_get_entry_name (struct archive_entry *entry)
{
  const wchar_t *wide = archive_entry_pathname_w (entry);

  return wide != NULL ? g_utf16_to_utf8 ((const gunichar2 *) wide, -1, NULL, NULL, NULL) : NULL;
}
