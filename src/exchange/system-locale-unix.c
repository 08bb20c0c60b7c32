/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/system-locale.h"

#include <libintl.h>
#include <locale.h>

#define FALLBACK "C.UTF-8"

/* gettext translates for no locale of the name C, nor, since glibc 2.41, of a name that begins with "C.".
 * What is in a name is enough for it: where glibc lacks the locale of a territory it takes that of the
 * language, here C.UTF-8, which is always there, and the name stays. The others are for a system that has
 * another way with names. */
static const char *const translated[] = { "C_VN.UTF-8", "vi_VN.UTF-8", "en_US.UTF-8", FALLBACK };

static gboolean
is_plain (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX");
}

static gboolean
is_untranslated (const char *locale)
{
  return is_plain (locale) || g_str_has_prefix (locale, "C.");
}

/**
 * bv_system_locale_set:
 *
 * Sets the locale of the user, and for messages one in which they can be translated: in others gettext does
 * not look at LANGUAGE.
 */
void
bv_system_locale_set (void)
{
  if (is_plain (setlocale (LC_ALL, "")))
    setlocale (LC_ALL, FALLBACK);
  if (!is_untranslated (setlocale (LC_MESSAGES, NULL)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (translated); i++)
    if (setlocale (LC_MESSAGES, translated[i]) != NULL)
      return;
}

/**
 * bv_system_locale_bind:
 * @folder: (nullable): the folder of translations; %NULL: that of the installed program
 *
 * Says where translations are.
 */
void
bv_system_locale_bind (const char *folder)
{
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : BV_LOCALE_DIR);
}

/**
 * bv_system_locale_begin_utf8:
 *
 * To be called before any call of libarchive that sees a name.
 *
 * Returns: for bv_system_locale_end_utf8()
 */
gpointer
bv_system_locale_begin_utf8 (void)
{
  locale_t before = uselocale ((locale_t) 0);
  locale_t base = duplocale (before);
  locale_t utf8 = newlocale (LC_CTYPE_MASK, FALLBACK, base);

  if (utf8 == (locale_t) 0)
    freelocale (base);
  else
    uselocale (utf8);
  return before;
}

/**
 * bv_system_locale_end_utf8:
 * @before: what bv_system_locale_begin_utf8() returned, in this thread
 */
void
bv_system_locale_end_utf8 (gpointer before)
{
  locale_t utf8 = uselocale (before);

  if (utf8 != (locale_t) before)
    freelocale (utf8);
}

/**
 * bv_system_locale_set_entry_name:
 * @entry: an entry to be written
 * @name: its path, UTF-8
 */
void
bv_system_locale_set_entry_name (struct archive_entry *entry, const char *name)
{
  archive_entry_set_pathname (entry, name);
}

/**
 * bv_system_locale_get_entry_name:
 * @entry: an entry that was read
 *
 * Returns: (transfer full) (nullable): its path, UTF-8; %NULL where it is no text of the charset it claims
 */
char *
bv_system_locale_get_entry_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname (entry);

  return name != NULL && g_utf8_validate (name, -1, NULL) ? g_strdup (name) : NULL;
}
