/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/workbook/workbook-book.h"

#include <string.h>

/* Rows between two looks at the cancellable. */
#define ROWS_A_STEP 256

/* What part of the work the writing of cells is; the library packs the file in the rest. */
#define CELLS_PART 0.5

/**
 * bv_book_init:
 * @book: (out): a book
 * @proposal: (nullable): what is written, which must outlive @book; %NULL: what is no proposal
 * @n_rows: how many rows it will have, nearly
 * @workbook: (transfer none): an empty workbook
 */
void
bv_book_init (BvBook *book, const BvProposal *proposal, guint n_rows, lxw_workbook *workbook)
{
  *book = (BvBook){ .proposal = proposal, .workbook = workbook, .failure = LXW_NO_ERROR };
  book->record = bv_book_record_new ();
  bv_formats_create (workbook, book->formats, book->looks);
  book->n_rows = MAX (1, n_rows);
}

/**
 * bv_book_clear:
 * @book: a book whose workbook the library has ended
 */
void
bv_book_clear (BvBook *book)
{
  g_clear_pointer (&book->record, bv_book_record_free);
}

/**
 * bv_book_advance:
 * @book: a book
 *
 * Counts one written row, tells the progress, and looks whether to go on.
 *
 * Returns: %FALSE where the writing was cancelled or has failed
 */
gboolean
bv_book_advance (BvBook *book)
{
  if (++book->n_done % ROWS_A_STEP != 0)
    return TRUE;
  bv_progress_tell (book->progress, MIN (1.0, (double) book->n_done / book->n_rows) * CELLS_PART);
  return book->failure == LXW_NO_ERROR && !bv_progress_is_cancelled (book->progress, NULL);
}

/**
 * bv_book_is_draft:
 * @book: a book
 *
 * Returns: whether it is a proposal that is not sealed
 */
gboolean
bv_book_is_draft (const BvBook *book)
{
  return book->proposal != NULL && book->proposal->seal == NULL;
}

/**
 * bv_book_check:
 * @book: a book
 * @failure: what a call of the library returned
 *
 * Remembers the first failure; the writing ends at the next row.
 */
void
bv_book_check (BvBook *book, lxw_error failure)
{
  if (book->failure == LXW_NO_ERROR)
    book->failure = failure;
}

/**
 * bv_book_define_name:
 * @book: a book
 * @name: an ASCII name
 * @sheet: a sheet's name
 * @first_row: from 0
 * @last_row: from 0
 * @n_columns: how many, from the first on
 *
 * Gives whole rows of a table a name.
 */
void
bv_book_define_name (BvBook *book,
                     const char *name,
                     const char *sheet,
                     guint first_row,
                     guint last_row,
                     guint n_columns)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  g_autofree char *formula = NULL;

  lxw_rowcol_to_range_abs (range, first_row, 0, last_row, n_columns - 1);
  formula = g_strdup_printf ("='%s'!%s", sheet, range);
  bv_book_record_add_name (book->record, name, formula + strlen ("="));
  bv_book_check (book, workbook_define_name (book->workbook, name, formula));
}
