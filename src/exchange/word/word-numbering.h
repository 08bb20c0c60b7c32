/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source/source-package.h"

G_BEGIN_DECLS

/**
 * BvWordNumbering:
 *
 * The automatic numbers of a document, counted as its paragraphs are read (ISO/IEC 29500-1, 17.9).
 */
typedef struct _BvWordNumbering BvWordNumbering;

BvWordNumbering *bv_word_numbering_read (BvSourcePackage *package, const char *part, GError **error);
void bv_word_numbering_free (BvWordNumbering *numbering);
void bv_word_numbering_count (BvWordNumbering *numbering, guint id, guint level, GString *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvWordNumbering, bv_word_numbering_free)

G_END_DECLS
