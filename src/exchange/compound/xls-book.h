/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/compound/xls-record.h"
#include "exchange/source/source-cell.h"

G_BEGIN_DECLS

/* A sheet of a workbook. */
typedef struct
{
  char *name;
  guint32 begin; /* in the stream */
  BvSourceVisibility visibility;
} BvXlsTab;

/* What a style says of the cells that have it. */
typedef struct
{
  gboolean is_date;
  const char *font; /* NULL: nothing is said */
  BvLegacyCharset charset;
} BvXlsStyle;

/* A text that cells name by its number. */
typedef struct
{
  const char *text;
  guint runs; /* which is its first */
  guint n_runs;
} BvXlsText;

/**
 * BvXlsBook:
 *
 * What a workbook of Excel 97 to 2003 says before its sheets (MS-XLS, 2.1.7.20.3).
 */
typedef struct
{
  const GByteArray *stream;
  GArray *tabs; /* of BvXlsTab, those with cells */
  gboolean from_1904;
  GStringChunk *letters;
  GPtrArray *fonts;    /* of their names */
  GHashTable *formats; /* those that show dates or times, of whatever has a code of its own: from 1 */
  GArray *styles;      /* of BvXlsStyle */
  GArray *texts;       /* of BvXlsText */
  GArray *runs;        /* of BvSourceRun */
} BvXlsBook;

BvXlsBook *bv_xls_book_read (const GByteArray *stream, GError **error);
void bv_xls_book_free (BvXlsBook *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvXlsBook, bv_xls_book_free)

G_END_DECLS
