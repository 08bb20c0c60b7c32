/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/table/source-name.h"

#include <glib/gi18n-lib.h>

/**
 * bv_source_name_table:
 * @n: which table of a file whose tables have no names, from 0
 *
 * Returns: (transfer full): what it is called
 */
char *
bv_source_name_table (guint n)
{
  /* TRANSLATORS: a table of a file for Word; %u counts them. */
  return g_strdup_printf (_ ("Table %u"), n + 1);
}
