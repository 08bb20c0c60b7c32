/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/group-name.h"

#include <string.h>

/**
 * bv_group_name_shorten:
 * @name: a group's name
 *
 * What all committees have in common says nothing in a narrow column: “Ủy ban nhân dân cấp xã” becomes
 * “Cấp xã”, which tells it from “Cấp huyện”.
 *
 * Returns: (transfer full): the name as tabs and columns show it
 */
char *
bv_group_name_shorten (const char *name)
{
  static const char *const prefixes[] = { "Ủy ban nhân dân ", "Uỷ ban nhân dân ", "UBND " };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i]) && name[strlen (prefixes[i])] != '\0')
      {
        const char *rest = name + strlen (prefixes[i]);
        char first[7] = "";

        g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (rest)), first);
        return g_strconcat (first, g_utf8_next_char (rest), NULL);
      }
  return g_strdup (name);
}
