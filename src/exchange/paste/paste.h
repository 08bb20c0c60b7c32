/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a block that was copied elsewhere becomes. */
typedef enum
{
  BV_PASTE_NOMINEES,
  BV_PASTE_SCORES,
  BV_PASTE_VOTES,
} BvPasteKind;

/**
 * BvPaste:
 *
 * A block that was copied from a spreadsheet or a word processor, and where it goes. Cells that name no
 * nominees and criteria go from a first one on.
 */
typedef struct _BvPaste BvPaste;

struct _BvPaste
{
  BvPasteKind kind;
  char *text;       /* UTF-8: HTML with a table, or lines of cells with tabs between */
  char *group;      /* a key; NULL: what the block says tells it */
  char *points;     /* which of an assessment's: “self”; NULL: the block says it */
  char *nominee;    /* a key, of the first row; NULL: the rows say who they are about */
  char **nominees;  /* keys, of all rows from the first one on; NULL: the group's from @nominee on */
  char *criterion;  /* a code, of the first column; NULL: the columns say it */
  gboolean is_down; /* rows are the criteria of @nominee, columns its points from @points on */
};

BvPaste *bv_paste_copy (const BvPaste *paste);
void bv_paste_free (BvPaste *paste);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPaste, bv_paste_free)

G_END_DECLS
