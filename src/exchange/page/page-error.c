/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/page/page-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (bv_page_error, bv_page_error)

static const char *const words[] = {
  [BV_PAGE_ERROR_ABSENT]
  = N_ ("The file cannot be read: check the library’s folder, or restore it from a backup."),
  [BV_PAGE_ERROR_EMPTY] = N_ ("The file is empty: ask for it once more."),
  [BV_PAGE_ERROR_FOREIGN] = N_ ("Only PDF files and pictures are shown here: open it in its own program."),
  [BV_PAGE_ERROR_DAMAGED] = N_ ("The file is damaged, perhaps cut off on its way: ask for it once more."),
  [BV_PAGE_ERROR_PASSWORD]
  = N_ ("The file is locked by a password: open it in its own program, or ask for it without one."),
  [BV_PAGE_ERROR_COSTLY] = N_ ("It takes too much time or memory to show this: open it in its own program."),
  [BV_PAGE_ERROR_UNABLE] = N_ ("This build of Bảng Vàng cannot show PDF files: open it in its own program."),
};

/**
 * bv_page_refuse:
 * @code: why a document or page is not shown
 * @error: return location for a %BV_PAGE_ERROR
 *
 * Returns: %FALSE
 */
gboolean
bv_page_refuse (BvPageError code, GError **error)
{
  g_set_error_literal (error, BV_PAGE_ERROR, code, _ (words[code]));
  return FALSE;
}
