/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet-cells.h"

G_BEGIN_DECLS

/**
 * BvLetterhead:
 *
 * Where the two halves of a document's head stand on a sheet.
 */
typedef struct
{
  guint split; /* the first column of the right half */
  guint last;  /* the last column */
} BvLetterhead;

guint bv_letterhead_write_head (BvSheet *sheet, guint row, const BvLetterhead *place);
guint bv_letterhead_write_signature (BvSheet *sheet, guint row, const BvLetterhead *place);
char *bv_letterhead_attached_to (const BvBook *book);

G_END_DECLS
