/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-cell.h"
#include "exchange/source/source-package.h"

G_BEGIN_DECLS

/* A sheet of a workbook. */
typedef struct
{
  char *name;
  char *part;
  BvSourceVisibility visibility;
} BvXlsxTab;

/**
 * BvXlsxBook:
 *
 * What a workbook of Excel says of its sheets (ISO/IEC 29500-1, 18.2).
 */
typedef struct
{
  GArray *tabs; /* of BvXlsxTab, those with cells */
  gboolean from_1904;
  char *texts;  /* the part of texts that cells name by number; NULL: none */
  char *styles; /* NULL: none */
} BvXlsxBook;

BvXlsxBook *bv_xlsx_book_read (BvSourcePackage *package, GError **error);
void bv_xlsx_book_free (BvXlsxBook *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvXlsxBook, bv_xlsx_book_free)

G_END_DECLS
