/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/workbook/workbook-file.h"

#include "exchange/read-back/workbook-read-back.h"
#include "exchange/workbook/workbook-first-pages.h"
#include "exchange/workbook/workbook-words.h"
#include "store/failure.h"
#include "store/unfinished/unfinished-file.h"
#include "store/whole-file.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define CELLS_DONE 0.5
#define PACKED 0.8
#define READ_AGAIN 0.95

static gboolean
refuse_failure (const char *path, lxw_error failure, int system_failure, GError **error)
{
  return bv_whole_file_refuse (path, bv_workbook_words_describe (failure, system_failure), error);
}

/* Returns FALSE where the disk fails; a workbook that is not whole has @cause set, too. */
static gboolean
unnumber_first_pages (const BvBook *book, const char *temporary, GError **cause)
{
  return book->documents == 0 || bv_workbook_first_pages_unnumber (temporary, book->documents, cause)
         || g_error_matches (*cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT);
}

/* The library ends its workbook whether or not it can be written. It packs its parts from temporary files,
 * and does not notice where the disk was full while it wrote one: so the workbook is read again. */
static gboolean
pack_book (BvBook *book, const char *temporary, const char *path, GError **error)
{
  lxw_error failure;
  g_autoptr (GError) cause = NULL;

  errno = 0;
  failure = workbook_close (book->workbook);
  if (failure != LXW_NO_ERROR)
    return refuse_failure (path, failure, errno, error);
  if (!unnumber_first_pages (book, temporary, &cause))
    return bv_whole_file_refuse (path, bv_failure_describe (cause), error);
  if (cause != NULL)
    return bv_whole_file_refuse (path, _ ("the disk for temporary files is full"), error);
  bv_progress_tell (book->progress, PACKED);
  if (!bv_workbook_read_back (temporary, book->record, path, error))
    return FALSE;
  bv_progress_tell (book->progress, READ_AGAIN);
  return !bv_progress_is_cancelled (book->progress, error);
}

static gboolean
write_book (BvBook *book,
            const BvWorkbookContent *content,
            const char *temporary,
            const char *path,
            GError **error)
{
  content->fill (book, content->data);
  if (book->failure != LXW_NO_ERROR || bv_progress_is_cancelled (book->progress, NULL))
    {
      lxw_workbook_free (book->workbook);
      if (!bv_progress_is_cancelled (book->progress, error))
        refuse_failure (path, book->failure, 0, error);
      return FALSE;
    }
  bv_progress_tell (book->progress, CELLS_DONE);
  return pack_book (book, temporary, path, error);
}

/**
 * bv_workbook_file_write:
 * @content: what it is made of
 * @path: the file that is to be the workbook
 * @temporary_folder: a folder for files that live as long as the writing
 * @progress: (nullable): how far it is; given up means as if never begun
 * @n_cut: (out) (optional): how many texts were longer than a cell can be, and end in an ellipsis
 * @error: return location for a %BV_WHOLE_FILE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Writes a workbook and reads it again. What is at @path stays until bv_whole_file_finish().
 *
 * Returns: (transfer full) (nullable): a whole workbook in the same folder, for bv_whole_file_finish();
 * %NULL with @error set, and nothing left, on failure
 */
char *
bv_workbook_file_write (const BvWorkbookContent *content,
                        const char *path,
                        const char *temporary_folder,
                        const BvProgress *progress,
                        guint *n_cut,
                        GError **error)
{
  lxw_workbook_options options = { .tmpdir = (char *) temporary_folder };
  g_autofree char *temporary = NULL;
  gboolean written;
  BvBook book;

  if (bv_progress_is_cancelled (progress, error))
    return NULL;
  temporary = bv_whole_file_begin (path, error);
  if (temporary == NULL)
    return NULL;
  bv_workbook_words_hush ();
  bv_book_init (&book, content->proposal, content->n_rows, workbook_new_opt (temporary, &options));
  book.progress = progress;
  written = write_book (&book, content, temporary, path, error);
  bv_book_clear (&book);
  bv_workbook_words_release ();
  if (written && n_cut != NULL)
    *n_cut = book.n_cut;
  if (written)
    return g_steal_pointer (&temporary);
  bv_unfinished_file_discard (temporary);
  return NULL;
}
