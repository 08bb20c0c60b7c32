/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/choice/shown-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_points (const char *text)
{
  gsize n_digits = strspn (text + (*text == '-'), "0123456789");
  const char *rest = text + (*text == '-') + n_digits;

  return n_digits > 0 && *rest == '.' && rest[1] != '\0'
         && strspn (rest + 1, "0123456789") == strlen (rest + 1);
}

/**
 * bv_shown_value_write:
 * @value: (nullable): a value of a plan, as files have it; %NULL: nothing
 *
 * Returns: (transfer full): the same for people: “21,50”, “Yes”
 */
char *
bv_shown_value_write (const char *value)
{
  if (value == NULL)
    return g_strdup (_ ("(empty)"));
  if (g_str_equal (value, "true") || g_str_equal (value, "false"))
    return g_strdup (g_str_equal (value, "true") ? _ ("Yes") : _ ("No"));
  return is_points (value) ? g_strdelimit (g_strdup (value), ".", ',') : g_strdup (value);
}
