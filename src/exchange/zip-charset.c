/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/zip-charset.h"

#ifndef G_OS_WIN32
#include <locale.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

#define CHARSET_LOCALE "C.UTF-8"
#endif

/**
 * bv_zip_charset_begin:
 *
 * To be called before any call of libarchive that sees a name, or the option of a charset.
 *
 * Returns: for bv_zip_charset_end()
 */
gpointer
bv_zip_charset_begin (void)
{
#ifdef G_OS_WIN32
  return NULL;
#else
  locale_t before = uselocale ((locale_t) 0);
  locale_t base = duplocale (before);
  locale_t utf8 = newlocale (LC_CTYPE_MASK, CHARSET_LOCALE, base);

  if (utf8 == (locale_t) 0)
    freelocale (base);
  else
    uselocale (utf8);
  return before;
#endif
}

/**
 * bv_zip_charset_end:
 * @before: what bv_zip_charset_begin() returned, in this thread
 */
void
bv_zip_charset_end (gpointer before)
{
#ifndef G_OS_WIN32
  locale_t utf8 = uselocale (before);

  if (utf8 != (locale_t) before)
    freelocale (utf8);
#endif
}

/**
 * bv_zip_charset_set_name:
 * @entry: an entry to be written
 * @name: its path, UTF-8
 */
void
bv_zip_charset_set_name (struct archive_entry *entry, const char *name)
{
#ifdef G_OS_WIN32
  g_autofree wchar_t *wide = (wchar_t *) g_utf8_to_utf16 (name, -1, NULL, NULL, NULL);

  archive_entry_copy_pathname_w (entry, wide);
#else
  archive_entry_set_pathname (entry, name);
#endif
}

/**
 * bv_zip_charset_get_name:
 * @entry: an entry that was read
 *
 * Returns: (transfer full) (nullable): its path, UTF-8; %NULL where it is no text of the charset it claims
 */
char *
bv_zip_charset_get_name (struct archive_entry *entry)
{
#ifdef G_OS_WIN32
  const wchar_t *wide = archive_entry_pathname_w (entry);

  return wide != NULL ? g_utf16_to_utf8 ((const gunichar2 *) wide, -1, NULL, NULL, NULL) : NULL;
#else
  const char *name = archive_entry_pathname (entry);

  return name != NULL && g_utf8_validate (name, -1, NULL) ? g_strdup (name) : NULL;
#endif
}
