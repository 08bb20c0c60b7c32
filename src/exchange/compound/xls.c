/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/compound/xls.h"

#include "exchange/compound/compound-file.h"
#include "exchange/compound/xls-sheet.h"
#include "exchange/source/source-bytes.h"
#include "exchange/source/source-error.h"
#include "exchange/source/source-limits.h"

/* Streams at the top: of what is locked, and of a workbook of Excel 97 to 2003. */
#define LOCKED "EncryptedPackage"
#define MAIL "__properties_version1.0" /* of each message of Outlook (MS-OXMSG 2.4) */
#define WORKBOOK "Workbook"

static gboolean
read_workbook (const GByteArray *stream, const BvSourceSink *sink, gpointer data, GError **error)
{
  g_autoptr (BvXlsBook) book = bv_xls_book_read (stream, error);

  for (guint i = 0; book != NULL && i < book->tabs->len; i++)
    if (!bv_xls_sheet_read (book, &g_array_index (book->tabs, BvXlsTab, i), sink, data, error))
      return FALSE;
  return book != NULL;
}

/**
 * bv_xls_read:
 * @path: a compound file, such as a workbook of Excel 97 to 2003 (.xls)
 * @sink: what takes its sheets
 * @data: for @sink
 * @error: return location for a %BV_SOURCE_ERROR, or what @sink says
 *
 * Of other compound files, older workbooks among them, the words say what to do.
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_xls_read (const char *path, const BvSourceSink *sink, gpointer data, GError **error)
{
  g_autoptr (GByteArray) bytes = bv_source_bytes_load (path, BV_SOURCE_MOST_PLAIN, error);
  g_autoptr (BvCompoundFile) file = bytes != NULL ? bv_compound_file_open (bytes->data, bytes->len) : NULL;
  g_autoptr (GByteArray) stream = NULL;

  if (bytes == NULL)
    return FALSE;
  if (file == NULL)
    return bv_source_refuse (BV_SOURCE_ERROR_DAMAGED, error);
  if (bv_compound_file_has (file, LOCKED))
    return bv_source_refuse (BV_SOURCE_ERROR_PASSWORD, error);
  if (bv_compound_file_has (file, MAIL))
    return bv_source_refuse (BV_SOURCE_ERROR_OUTLOOK, error);
  if (!bv_compound_file_has (file, WORKBOOK))
    return bv_source_refuse (BV_SOURCE_ERROR_OLD, error);
  stream = bv_compound_file_load (file, WORKBOOK);
  return stream != NULL ? read_workbook (stream, sink, data, error)
                        : bv_source_refuse (BV_SOURCE_ERROR_DAMAGED, error);
}
