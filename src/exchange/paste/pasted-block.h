/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/intake-file.h"

G_BEGIN_DECLS

/* Nobody copies more on purpose. */
#define BV_PASTED_BLOCK_BYTES_MAX (4 * 1024 * 1024)

/* A block of cells as it was copied, as text or as HTML. */

/* The table, and how many of its rows and columns have something. */
typedef struct
{
  BvIntakeFile *file; /* of one sheet */
  guint n_rows;
  guint n_columns;
} BvPastedBlock;

gboolean bv_pasted_block_is_html (const char *text);
BvPastedBlock *bv_pasted_block_read (const char *text, GError **error);
BvPastedBlock *bv_pasted_block_read_shown (const char *text, GError **error);
void bv_pasted_block_free (BvPastedBlock *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPastedBlock, bv_pasted_block_free)

G_END_DECLS
