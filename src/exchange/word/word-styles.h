/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-package.h"

G_BEGIN_DECLS

/**
 * BvWordStyles:
 *
 * What the styles of a document say of fonts and automatic numbers (ISO/IEC 29500-1, 17.7).
 */
typedef struct _BvWordStyles BvWordStyles;

BvWordStyles *bv_word_styles_read (BvSourcePackage *package, const char *part, GError **error);
void bv_word_styles_free (BvWordStyles *styles);
const char *bv_word_styles_keep_font (BvWordStyles *styles, const XML_Char **attributes);
const char *bv_word_styles_find_font (const BvWordStyles *styles, const char *id);
const char *bv_word_styles_get_first_font (const BvWordStyles *styles);
guint bv_word_styles_find_numbering (const BvWordStyles *styles, const char *id, guint *level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvWordStyles, bv_word_styles_free)

G_END_DECLS
