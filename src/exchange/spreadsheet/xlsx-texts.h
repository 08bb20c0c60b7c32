/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-package.h"
#include "exchange/spreadsheet/xlsx-rich.h"

G_BEGIN_DECLS

/**
 * BvXlsxTexts:
 *
 * The texts of a workbook that cells name by their number (ISO/IEC 29500-1, 18.4).
 */
typedef struct _BvXlsxTexts BvXlsxTexts;

BvXlsxTexts *bv_xlsx_texts_read (BvSourcePackage *package, const char *part, GError **error);
void bv_xlsx_texts_free (BvXlsxTexts *texts);
const char *bv_xlsx_texts_get (const BvXlsxTexts *texts, guint n, const BvSourceRun **runs, guint *n_runs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvXlsxTexts, bv_xlsx_texts_free)

G_END_DECLS
