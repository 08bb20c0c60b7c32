/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/piece.h"

G_BEGIN_DECLS

/* A table of a given width: where its columns stand, and its head. */

typedef struct _BvSetTable
{
  guint n_refs;
  BvFonts *fonts;
  const BvBlock *block;
  double *edges; /* of its columns, one more than they are */
  BvPiece *head;
  GHashTable **cells; /* of each column: some texts that are set already */
} BvSetTable;

BvSetTable *bv_set_table_new (BvFonts *fonts, const BvBlock *block, double width);
BvSetTable *bv_set_table_ref (BvSetTable *table);
void bv_set_table_unref (BvSetTable *table);
BvPiece *bv_set_table_set_row (BvSetTable *table, BvPlace place);
double bv_set_table_get_width (const BvSetTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSetTable, bv_set_table_unref)

G_END_DECLS
