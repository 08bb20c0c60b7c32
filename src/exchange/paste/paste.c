/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/paste/paste.h"

/**
 * bv_paste_copy:
 * @paste: a block and where it goes
 *
 * Returns: (transfer full): a copy
 */
BvPaste *
bv_paste_copy (const BvPaste *paste)
{
  BvPaste *copy = g_new (BvPaste, 1);

  *copy = (BvPaste){ paste->kind,
                     g_strdup (paste->text),
                     g_strdup (paste->group),
                     g_strdup (paste->points),
                     g_strdup (paste->nominee),
                     g_strdupv (paste->nominees),
                     g_strdup (paste->criterion),
                     paste->is_down };
  return copy;
}

/**
 * bv_paste_free:
 * @paste: (nullable) (transfer full): a block and where it goes
 */
void
bv_paste_free (BvPaste *paste)
{
  if (paste == NULL)
    return;
  g_free (paste->text);
  g_free (paste->group);
  g_free (paste->points);
  g_free (paste->nominee);
  g_strfreev (paste->nominees);
  g_free (paste->criterion);
  g_free (paste);
}
