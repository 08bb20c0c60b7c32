/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page/page-backlog.h"

#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/**
 * bv_page_backlog_write:
 * @page: a page
 *
 * Returns: (transfer full) (nullable): what waits there or stops the work, in words; %NULL: nothing
 */
char *
bv_page_backlog_write (BvPage *page)
{
  g_autofree char *count = bv_wording_number (bv_page_count (page));
  char *alarm = bv_page_alarm (page);

  if (alarm != NULL)
    return alarm;
  /* Translators: %s is a number: what waits on a page. */
  return bv_page_count (page) > 0 ? g_strdup_printf (_ ("%s waiting"), count) : NULL;
}
