/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-cell.h"
#include "exchange/spreadsheet/xlsx-styles.h"
#include "exchange/spreadsheet/xlsx-texts.h"

G_BEGIN_DECLS

/* What a sheet is read with. */
typedef struct
{
  BvSourcePackage *package;
  const BvXlsxTexts *texts;
  const BvXlsxStyles *styles;
  gboolean from_1904;
  const BvSourceSink *sink;
  gpointer data; /* of @sink */
} BvXlsxSetting;

/* What the attribute `t` of a cell says (ISO/IEC 29500-1, 18.18.11). */
typedef enum
{
  BV_XLSX_NUMBER,
  BV_XLSX_SHARED,
  BV_XLSX_RESULT, /* a text that a formula came to */
  BV_XLSX_INLINE,
  BV_XLSX_FLAG,
  BV_XLSX_FAULT,
  BV_XLSX_ISO_DATE,
} BvXlsxType;

/* A cell as it stands in the file. */
typedef struct
{
  guint column;
  BvXlsxType type;
  guint style;
  gboolean is_formula;
  gboolean is_hidden;
  const char *value; /* NULL: none */
  const BvXlsxRich *inlined;
} BvXlsxCell;

/**
 * BvXlsxRow:
 *
 * The cells of a row, until it is handed over; kept for the next one.
 */
typedef struct _BvXlsxRow BvXlsxRow;

BvXlsxRow *bv_xlsx_row_new (const BvXlsxSetting *setting);
void bv_xlsx_row_free (BvXlsxRow *row);
void bv_xlsx_row_add (BvXlsxRow *row, const BvXlsxCell *cell);
gboolean bv_xlsx_row_hand_over (BvXlsxRow *row, guint number, gboolean is_hidden, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvXlsxRow, bv_xlsx_row_free)

G_END_DECLS
