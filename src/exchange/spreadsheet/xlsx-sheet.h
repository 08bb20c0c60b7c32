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

gboolean bv_xlsx_sheet_read (const BvXlsxSetting *setting, const char *part, GError **error);

G_END_DECLS
