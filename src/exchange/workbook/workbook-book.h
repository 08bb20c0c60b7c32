/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "exchange/read-back/book-record.h"
#include "exchange/workbook/workbook-formats.h"
#include "store/progress.h"

G_BEGIN_DECLS

/**
 * BvBook:
 *
 * A workbook that is being written, with what all its sheets read.
 */
typedef struct
{
  const BvProposal *proposal; /* NULL: it is none */
  lxw_workbook *workbook;
  lxw_format *formats[BV_N_FORMATS];
  guint64 looks[BV_N_FORMATS]; /* of bv_cell_look_hash() */
  BvBookRecord *record;        /* of all that is handed over to the library */
  const BvProgress *progress;  /* NULL: none */
  guint n_rows;                /* how many there will be */
  guint n_done;
  guint documents;   /* a bit for each sheet whose first page has no number */
  guint n_cut;       /* texts that are longer than a cell can be */
  lxw_error failure; /* the first of the library */
} BvBook;

void bv_book_init (BvBook *book, const BvProposal *proposal, guint n_rows, lxw_workbook *workbook);
void bv_book_clear (BvBook *book);
gboolean bv_book_advance (BvBook *book);
gboolean bv_book_is_draft (const BvBook *book);
void bv_book_check (BvBook *book, lxw_error failure);
void bv_book_define_name (BvBook *book,
                          const char *name,
                          const char *sheet,
                          guint first_row,
                          guint last_row,
                          guint n_columns);

G_END_DECLS
