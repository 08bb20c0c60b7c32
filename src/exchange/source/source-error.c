/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/source/source-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (bv_source_error, bv_source_error)

static const char *const words[] = {
  [BV_SOURCE_ERROR_ABSENT]
  = N_ ("the file cannot be read: check its name and folder, or copy it to this computer"),
  [BV_SOURCE_ERROR_EMPTY] = N_ ("the file is empty: ask for it once more"),
  [BV_SOURCE_ERROR_FOREIGN]
  = N_ ("this kind of file has no tables: ask for an Excel, LibreOffice, Word (.docx) or CSV file"),
  [BV_SOURCE_ERROR_OLD]
  = N_ ("a file of this old kind cannot be read: open it, save it as .docx or .xlsx, and take that in"),
  [BV_SOURCE_ERROR_DAMAGED] = N_ ("the file is damaged, perhaps cut off on its way: ask for it once more"),
  [BV_SOURCE_ERROR_PASSWORD]
  = N_ ("the file is locked by a password: open it, save it without one, and take that in"),
  [BV_SOURCE_ERROR_PART] = N_ (
    "a part of the file is missing: open it in Excel, Word or LibreOffice, save it anew, and take that in"),
  [BV_SOURCE_ERROR_BOMB]
  = N_ ("the file holds far more than a list: copy the list into a new file, and take that in"),
  [BV_SOURCE_ERROR_HOSTILE] = N_ ("the file declares what no list needs; it is not read: ask who sent it"),
  [BV_SOURCE_ERROR_COSTLY] = N_ (
    "the file could not be read within the limits of time and memory: open it, copy the list into a new file, and take that in"),
  [BV_SOURCE_ERROR_OUTLOOK] = N_ (
    "a mail that Outlook saved cannot be read: save its attachments, or the mail as .eml, and take that in"),
};

/**
 * bv_source_refuse:
 * @code: why a file is not read
 * @error: return location for a %BV_SOURCE_ERROR
 *
 * Returns: %FALSE
 */
gboolean
bv_source_refuse (BvSourceError code, GError **error)
{
  g_set_error_literal (error, BV_SOURCE_ERROR, code, _ (words[code]));
  return FALSE;
}
