/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A block of cells as spreadsheets and word processors put it on the clipboard. */

typedef struct
{
  GPtrArray *cells; /* of utf8 */
  guint line;       /* where it begins, from 1 */
} BvBlockRow;

/* What is said of a row. */
typedef struct
{
  guint line; /* from 1; 0: all of the block */
  char *text; /* translated */
} BvBlockNote;

GPtrArray *bv_block_notes_new (void);
void bv_block_notes_add (GPtrArray *notes, guint line, char *text);
char *bv_block_note_write (const BvBlockNote *note);

GPtrArray *bv_block_split (const char *text);
const char *bv_block_get_cell (const BvBlockRow *row, gint column);

G_END_DECLS
