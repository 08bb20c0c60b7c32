/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/spreadsheet/xlsx.h"

#include "exchange/spreadsheet/xlsx-book.h"
#include "exchange/spreadsheet/xlsx-sheet.h"

static gboolean
read_tabs (const BvXlsxBook *book, const BvXlsxSetting *setting, GError **error)
{
  for (guint i = 0; i < book->tabs->len; i++)
    {
      const BvXlsxTab *tab = &g_array_index (book->tabs, BvXlsxTab, i);

      if (!setting->sink->begin (setting->data, tab->name, tab->visibility, error)
          || !bv_xlsx_sheet_read (setting, tab->part, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * bv_xlsx_read:
 * @path: a workbook of Excel (.xlsx, .xlsm)
 * @sink: what takes its sheets
 * @data: for @sink
 * @error: return location for a %BV_SOURCE_ERROR, or what @sink says
 *
 * Reads the sheets one after the other, in the order of their tabs, and keeps no more of them than a row. Of
 * a formula its kept result is read; macros are not.
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_xlsx_read (const char *path, const BvSourceSink *sink, gpointer data, GError **error)
{
  g_autoptr (BvSourcePackage) package = bv_source_package_open (path, error);
  g_autoptr (BvXlsxBook) book = package != NULL ? bv_xlsx_book_read (package, error) : NULL;
  g_autoptr (BvXlsxStyles) styles = NULL;
  g_autoptr (BvXlsxTexts) texts = NULL;

  if (book == NULL)
    return FALSE;
  styles = bv_xlsx_styles_read (package, book->styles, error);
  if (styles == NULL)
    return FALSE;
  texts = bv_xlsx_texts_read (package, book->texts, error);
  if (texts == NULL)
    return FALSE;
  return read_tabs (book, &(BvXlsxSetting){ package, texts, styles, book->from_1904, sink, data }, error);
}
