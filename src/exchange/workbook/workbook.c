/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/workbook/workbook.h"

#include "core/letterhead.h"
#include "core/text/date.h"
#include "exchange/read-back/workbook-read-back.h"
#include "exchange/workbook/cell-text.h"
#include "exchange/workbook/workbook-book.h"
#include "exchange/workbook/workbook-first-pages.h"
#include "exchange/workbook/workbook-sheets.h"
#include "exchange/workbook/workbook-words.h"
#include "store/failure.h"
#include "store/unfinished/unfinished-file.h"
#include "store/whole-file.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define PROPERTY_MAX 255 /* units of UTF-16 of a custom property */
#define CELLS_DONE 0.5
#define PACKED 0.8
#define READ_AGAIN 0.95

/* @encoded is the text as it is stored. */
static void
record_property (BvBook *book, const char *name, const char *encoded)
{
  g_autoptr (GString) text = g_string_new (encoded);

  bv_cell_text_decode (text);
  bv_book_record_add_property (book->record, name, text->str);
}

static void
set_custom_text (BvBook *book, const char *name, const char *text)
{
  g_autofree char *encoded = NULL;

  if (text == NULL || *text == '\0')
    return;
  encoded = bv_cell_text_encode (text, PROPERTY_MAX, NULL);
  record_property (book, name, encoded != NULL ? encoded : text);
  bv_book_check (
    book, workbook_set_custom_property_string (book->workbook, name, encoded != NULL ? encoded : text));
}

/* Properties are read as the texts of cells are. */
static char *
encode_property (const char *text)
{
  char *encoded = bv_cell_text_encode (text != NULL ? text : "", BV_CELL_TEXT_MOST, NULL);

  return encoded != NULL ? encoded : g_strdup (text);
}

static void
set_document_properties (BvBook *book, lxw_doc_properties *properties)
{
  record_property (book, "dc:title", properties->title);
  record_property (book, "dc:subject", properties->subject);
  record_property (book, "dc:creator", properties->author);
  record_property (book, "dc:description", properties->comments);
  record_property (book, "cp:category", properties->category);
  record_property (book, "cp:contentStatus", properties->status);
  record_property (book, "Company", properties->company);
  bv_book_check (book, workbook_set_properties (book->workbook, properties));
}

static void
set_properties (BvBook *book)
{
  const BvProposal *proposal = book->proposal;
  const BvCampaign *campaign = proposal->campaign;
  gboolean draft = bv_book_is_draft (book);
  g_autofree char *title
    = g_strdup_printf ("%sDanh sách đề nghị khen thưởng: %s", draft ? "DỰ THẢO – " : "", campaign->title);
  g_autofree char *encoded_title = encode_property (title);
  g_autofree char *subject = encode_property (campaign->short_name);
  g_autofree char *author = encode_property (bv_letterhead_organ (campaign));
  g_autofree char *company = encode_property (campaign->issuer_parent);
  g_autofree char *date = bv_date_to_iso (proposal->contest->date);
  lxw_doc_properties properties = {
    .title = encoded_title,
    .subject = subject,
    .author = author,
    .company = company,
    .category = (char *) "Thi đua, khen thưởng",
    .comments = (char *) (draft ? "Dự thảo, chưa niêm phong" : "Đã niêm phong"),
    .status = (char *) (draft ? "Dự thảo" : "Đã niêm phong"),
  };

  set_document_properties (book, &properties);
  set_custom_text (book, "Seal", proposal->seal);
  set_custom_text (book, "Campaign", campaign->key);
  set_custom_text (book, "RankingDate", date);
  set_custom_text (book, "Application", "Bảng Vàng " BV_VERSION);
  record_property (book, "Draft", draft ? "true" : "false");
  bv_book_check (book, workbook_set_custom_property_boolean (book->workbook, "Draft", draft));
}

static void
write_sheets (BvBook *book)
{
  BvScoreTables tables;

  bv_score_tables_init (&tables, book->proposal);
  if (bv_workbook_write_list (book, BV_GROUP_COLLECTIVE) && bv_workbook_write_list (book, BV_GROUP_INDIVIDUAL)
      && bv_workbook_write_ranking (book) && bv_workbook_write_scores (book, &tables, BV_GROUP_COLLECTIVE)
      && bv_workbook_write_scores (book, &tables, BV_GROUP_INDIVIDUAL) && bv_workbook_write_evidence (book))
    bv_workbook_write_rules (book, &tables);
  bv_score_tables_clear (&tables);
}

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
write_book (BvBook *book, const char *temporary, const char *path, GError **error)
{
  set_properties (book);
  write_sheets (book);
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
 * bv_workbook_write:
 * @proposal: a proposal with its whole campaign; one without a seal is written as a draft
 * @path: the file that is to be the workbook
 * @temporary_folder: a folder for files that live as long as the writing
 * @progress: (nullable): how far it is; given up means as if never begun
 * @n_cut: (out) (optional): how many texts were longer than a cell can be, and end in an ellipsis
 * @error: return location for a %BV_WHOLE_FILE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Writes the proposal workbook: lists to sign, ranking, points with live formulas, evidence, rules. What is
 * at @path stays until bv_whole_file_finish().
 *
 * Returns: (transfer full) (nullable): a whole workbook in the same folder, for bv_whole_file_finish();
 * %NULL with @error set, and nothing left, on failure
 */
char *
bv_workbook_write (const BvProposal *proposal,
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

  g_return_val_if_fail (proposal->campaign != NULL, NULL);

  if (bv_progress_is_cancelled (progress, error))
    return NULL;
  temporary = bv_whole_file_begin (path, error);
  if (temporary == NULL)
    return NULL;
  bv_workbook_words_hush ();
  bv_book_init (&book, proposal, workbook_new_opt (temporary, &options));
  book.progress = progress;
  written = write_book (&book, temporary, path, error);
  bv_book_clear (&book);
  bv_workbook_words_release ();
  if (written && n_cut != NULL)
    *n_cut = book.n_cut;
  if (written)
    return g_steal_pointer (&temporary);
  bv_unfinished_file_discard (temporary);
  return NULL;
}
