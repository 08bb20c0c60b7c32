/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A block of cells as spreadsheets and word processors put it on the clipboard. */

typedef struct
{
  GPtrArray *cells; /* of utf8 */
  guint line;       /* where it begins, from 1 */
} BvPastedRow;

/* What is said of a row. */
typedef struct
{
  guint line; /* from 1; 0: all of the block */
  char *text; /* translated */
} BvPastedNote;

GPtrArray *bv_pasted_notes_new (void);
void bv_pasted_notes_add (GPtrArray *notes, guint line, char *text);
char *bv_pasted_note_write (const BvPastedNote *note);

GPtrArray *bv_pasted_split (const char *text);
const char *bv_pasted_get_cell (const BvPastedRow *row, gint column);

G_END_DECLS
