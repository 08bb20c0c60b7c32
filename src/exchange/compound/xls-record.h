/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-text.h"

G_BEGIN_DECLS

/* Of what kind records of a workbook are (MS-XLS, 2.3). */
typedef enum
{
  BV_XLS_FORMULA = 0x6,
  BV_XLS_EOF = 0xa,
  BV_XLS_DATE_1904 = 0x22,
  BV_XLS_FILE_PASS = 0x2f,
  BV_XLS_FONT = 0x31,
  BV_XLS_CONTINUE = 0x3c,
  BV_XLS_COLUMNS = 0x7d,
  BV_XLS_SHEET = 0x85,
  BV_XLS_NUMBERS = 0xbd,
  BV_XLS_RICH_LABEL = 0xd6,
  BV_XLS_XF = 0xe0,
  BV_XLS_MERGED = 0xe5,
  BV_XLS_TEXTS = 0xfc,
  BV_XLS_LABEL_OF_TEXTS = 0xfd,
  BV_XLS_NUMBER = 0x203,
  BV_XLS_LABEL = 0x204,
  BV_XLS_FLAG_OR_FAULT = 0x205,
  BV_XLS_RESULT = 0x207,
  BV_XLS_ROW = 0x208,
  BV_XLS_SHORT_NUMBER = 0x27e,
  BV_XLS_FORMAT = 0x41e,
  BV_XLS_BOF = 0x809,
} BvXlsType;

/* A record, and the place behind it. */
typedef struct
{
  guint type;
  const guint8 *data;
  guint length;
  gsize next;
} BvXlsRecord;

/**
 * BvXlsCursor:
 *
 * Reads on through a record and those that continue it.
 */
typedef struct
{
  const GByteArray *stream;
  BvXlsRecord record;
  guint at; /* in the record */
} BvXlsCursor;

gboolean bv_xls_record_read (const GByteArray *stream, gsize at, BvXlsRecord *record);
gboolean bv_xls_cursor_read (BvXlsCursor *cursor, guint n_bytes, guint32 *number);
gboolean bv_xls_cursor_skip (BvXlsCursor *cursor, guint32 n_bytes);
gboolean bv_xls_cursor_read_text (BvXlsCursor *cursor, guint n, gboolean is_wide, GString *text);

G_END_DECLS
