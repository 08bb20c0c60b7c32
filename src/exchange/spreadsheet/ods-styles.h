/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/text/legacy-text.h"
#include "exchange/source/source-package.h"

G_BEGIN_DECLS

/* What has a style (ODF 1.3, 19.480). */
typedef enum
{
  BV_ODS_FAMILY_TABLE,
  BV_ODS_FAMILY_CELL,
  BV_ODS_FAMILY_PARAGRAPH,
  BV_ODS_FAMILY_TEXT,
  BV_ODS_N_FAMILIES,
} BvOdsFamily;

/**
 * BvOdsStyles:
 *
 * The styles of a workbook of LibreOffice, of which some stand in a part of their own and others before the
 * sheets.
 */
typedef struct _BvOdsStyles BvOdsStyles;

BvOdsStyles *bv_ods_styles_new (void);
void bv_ods_styles_free (BvOdsStyles *styles);
void bv_ods_styles_start (BvOdsStyles *styles, const char *local, const XML_Char **attributes);
void bv_ods_styles_end (BvOdsStyles *styles, const char *local);
gboolean bv_ods_styles_read (BvOdsStyles *styles, BvSourcePackage *package, const char *part, GError **error);

const char *bv_ods_styles_keep (BvOdsStyles *styles, const char *name);
const char *bv_ods_styles_find_font (const BvOdsStyles *styles, BvOdsFamily family, const char *name);
gboolean bv_ods_styles_is_hidden (const BvOdsStyles *styles, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvOdsStyles, bv_ods_styles_free)

G_END_DECLS
