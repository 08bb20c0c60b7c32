/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/workbook-formats.h"
#include "exchange/workbook.h"

G_BEGIN_DECLS

/**
 * BvBook:
 *
 * A workbook that is being written, with what all its sheets read.
 */
typedef struct
{
  const BvProposal *proposal;
  lxw_workbook *workbook;
  lxw_format *formats[BV_N_FORMATS];
  GHashTable *evidence;    /* key → BvEvidence */
  BvProgressFunc progress; /* NULL: none */
  gpointer progress_data;
  GCancellable *cancellable;
  guint n_rows; /* how many there will be */
  guint n_done;
  lxw_error failure; /* the first of the library */
} BvBook;

void bv_book_init (BvBook *book, const BvProposal *proposal, lxw_workbook *workbook);
void bv_book_clear (BvBook *book);
gboolean bv_book_advance (BvBook *book);
gboolean bv_book_is_draft (const BvBook *book);
void bv_book_check (BvBook *book, lxw_error failure);

const BvEvidence *bv_book_find_evidence (const BvBook *book, const char *key);
void bv_book_define_name (BvBook *book,
                          const char *name,
                          const char *sheet,
                          guint first_row,
                          guint first_column,
                          guint last_row,
                          guint last_column);

G_END_DECLS
