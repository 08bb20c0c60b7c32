/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page/page-backlog.h"

#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/**
 * bv_page_backlog_say:
 * @n_waiting: as bv_page_count() says
 * @alarm: (nullable): as bv_page_alarm() says
 *
 * Returns: (transfer full) (nullable): what waits on a page or stops the work, in words; %NULL: nothing
 */
char *
bv_page_backlog_say (guint n_waiting, const char *alarm)
{
  g_autofree char *count = bv_wording_number (n_waiting);

  if (alarm != NULL)
    return g_strdup (alarm);
  /* Translators: %s is a number: what waits on a page. */
  return n_waiting > 0 ? g_strdup_printf (_ ("%s waiting"), count) : NULL;
}

/**
 * bv_page_backlog_write:
 * @page: a page
 *
 * Returns: (transfer full) (nullable): what waits there or stops the work, in words; %NULL: nothing
 */
char *
bv_page_backlog_write (BvPage *page)
{
  g_autofree char *alarm = bv_page_alarm (page);

  return bv_page_backlog_say (bv_page_count (page), alarm);
}
