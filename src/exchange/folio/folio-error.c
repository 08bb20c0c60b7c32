/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/folio/folio-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (bv_folio_error, bv_folio_error)

static const char *const words[] = {
  [BV_FOLIO_ERROR_ABSENT]
  = N_ ("The file cannot be read: check the library’s folder, or restore it from a backup."),
  [BV_FOLIO_ERROR_EMPTY] = N_ ("The file is empty: ask for it once more."),
  [BV_FOLIO_ERROR_FOREIGN] = N_ ("Only PDF files and pictures are shown here: open it in its own program."),
  [BV_FOLIO_ERROR_DAMAGED] = N_ ("The file is damaged, perhaps cut off on its way: ask for it once more."),
  [BV_FOLIO_ERROR_PASSWORD]
  = N_ ("The file is locked by a password: open it in its own program, or ask for it without one."),
  [BV_FOLIO_ERROR_COSTLY] = N_ ("It takes too much time or memory to show this: open it in its own program."),
  [BV_FOLIO_ERROR_UNABLE] = N_ ("This build of Bảng Vàng cannot show PDF files: open it in its own program."),
};

/**
 * bv_folio_refuse:
 * @code: why a document or page is not shown
 * @error: return location for a %BV_FOLIO_ERROR
 *
 * Returns: %FALSE
 */
gboolean
bv_folio_refuse (BvFolioError code, GError **error)
{
  g_set_error_literal (error, BV_FOLIO_ERROR, code, _ (words[code]));
  return FALSE;
}
