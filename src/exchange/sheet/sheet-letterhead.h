/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/sheet-cells.h"

G_BEGIN_DECLS

/**
 * BvSheetHalves:
 *
 * Where the two halves of a document's head stand on a sheet.
 */
typedef struct
{
  guint split; /* the first column of the right half */
  guint last;  /* the last column */
} BvSheetHalves;

guint bv_sheet_write_letterhead (BvSheet *sheet, guint row, const BvSheetHalves *place);
guint bv_sheet_write_signature (BvSheet *sheet, guint row, const BvSheetHalves *place);

G_END_DECLS
