/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/workbook-book.h"

/* Rows between two looks at the cancellable. */
#define ROWS_A_STEP 256

/* What part of the work the writing of cells is; the library packs the file in the rest. */
#define CELLS_PART 0.5

/* What the sheets will have, nearly: a piece of evidence that proves several leaves counts once. */
static guint
estimate_rows (const BvProposal *proposal)
{
  guint n = proposal->contest->entrants->len + proposal->campaign->evidence->len;

  for (guint i = 0; i < proposal->pools->len; i++)
    n += ((const BvRanking *) g_ptr_array_index (proposal->pools, i))->entries->len;
  return n;
}

/**
 * bv_book_init:
 * @book: (out): a book
 * @proposal: what is written; it must outlive @book
 * @workbook: (transfer none): an empty workbook
 */
void
bv_book_init (BvBook *book, const BvProposal *proposal, lxw_workbook *workbook)
{
  const BvCampaign *campaign = proposal->campaign;

  *book = (BvBook){ .proposal = proposal, .workbook = workbook, .failure = LXW_NO_ERROR };
  bv_formats_create (workbook, book->formats);
  book->evidence = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < campaign->evidence->len; i++)
    {
      BvEvidence *evidence = g_ptr_array_index (campaign->evidence, i);

      g_hash_table_insert (book->evidence, evidence->key, evidence);
    }
  book->n_rows = MAX (1, estimate_rows (proposal));
}

/**
 * bv_book_clear:
 * @book: a book; its workbook stays
 */
void
bv_book_clear (BvBook *book)
{
  g_hash_table_unref (book->evidence);
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
  if (book->progress != NULL)
    book->progress (MIN (1.0, (double) book->n_done / book->n_rows) * CELLS_PART, book->progress_data);
  return book->failure == LXW_NO_ERROR && !g_cancellable_is_cancelled (book->cancellable);
}

/**
 * bv_book_is_draft:
 * @book: a book
 *
 * Returns: whether its proposal is not sealed
 */
gboolean
bv_book_is_draft (const BvBook *book)
{
  return book->proposal->seal == NULL;
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
 * bv_book_find_evidence:
 * @book: a book
 * @key: a key
 *
 * Returns: (nullable): the piece of evidence
 */
const BvEvidence *
bv_book_find_evidence (const BvBook *book, const char *key)
{
  return g_hash_table_lookup (book->evidence, key);
}

/**
 * bv_book_define_name:
 * @book: a book
 * @name: an ASCII name
 * @sheet: a sheet's name
 * @first_row: from 0
 * @first_column: from 0
 * @last_row: from 0
 * @last_column: from 0
 *
 * Gives a range a name.
 */
void
bv_book_define_name (BvBook *book,
                     const char *name,
                     const char *sheet,
                     guint first_row,
                     guint first_column,
                     guint last_row,
                     guint last_column)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  g_autofree char *formula = NULL;

  lxw_rowcol_to_range_abs (range, first_row, first_column, last_row, last_column);
  formula = g_strdup_printf ("='%s'!%s", sheet, range);
  bv_book_check (book, workbook_define_name (book->workbook, name, formula));
}
