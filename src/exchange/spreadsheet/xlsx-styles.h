/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/text/legacy-text.h"
#include "exchange/source/source-package.h"

G_BEGIN_DECLS

/* What a style says of the cells that have it. */
typedef struct
{
  gboolean is_date;
  const char *font; /* NULL: nothing is said */
  BvLegacyCharset charset;
} BvXlsxStyle;

/**
 * BvXlsxStyles:
 *
 * The styles of a workbook's cells (ISO/IEC 29500-1, 18.8).
 */
typedef struct _BvXlsxStyles BvXlsxStyles;

BvXlsxStyles *bv_xlsx_styles_read (BvSourcePackage *package, const char *part, GError **error);
void bv_xlsx_styles_free (BvXlsxStyles *styles);
const BvXlsxStyle *bv_xlsx_styles_get (const BvXlsxStyles *styles, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvXlsxStyles, bv_xlsx_styles_free)

G_END_DECLS
