/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/language.h"

#include "exchange/system-locale.h"

#include <libintl.h>

#define DEFAULT_LANGUAGE "vi"

/**
 * bv_language_init:
 * @language: (nullable): the language that the user chose, such as "en"; %NULL: none
 *
 * Sets up the language of messages: that of the environment variable `BANGVANG_LANGUAGE`, else @language,
 * else Vietnamese, whatever the system's locale. Translations are looked for in `BANGVANG_LOCALE_DIR` where
 * that is set. To be called once, before anything else, as it changes the environment; no other call of
 * setlocale() may come after it.
 */
void
bv_language_init (const char *language)
{
  const char *wanted = g_getenv ("BANGVANG_LANGUAGE");
  const char *folder = g_getenv ("BANGVANG_LOCALE_DIR");

  if (wanted == NULL || *wanted == '\0')
    wanted = language != NULL && *language != '\0' ? language : DEFAULT_LANGUAGE;
  g_setenv ("LANGUAGE", wanted, TRUE);

  bv_system_locale_set ();
  bv_system_locale_bind (folder != NULL && *folder != '\0' ? folder : NULL);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
