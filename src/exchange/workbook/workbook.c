/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/workbook/workbook.h"

#include "core/letterhead.h"
#include "core/text/date.h"
#include "exchange/workbook/workbook-file.h"
#include "exchange/workbook/workbook-properties.h"
#include "exchange/workbook/workbook-sheets.h"

static void
set_properties (BvBook *book)
{
  const BvProposal *proposal = book->proposal;
  const BvCampaign *campaign = proposal->campaign;
  gboolean draft = bv_book_is_draft (book);
  g_autofree char *title
    = g_strdup_printf ("%sDanh sách đề nghị khen thưởng: %s", draft ? "DỰ THẢO – " : "", campaign->title);
  g_autofree char *date = bv_date_to_iso (proposal->contest->date);

  bv_workbook_properties_set (book, &(BvWorkbookProperties){
                                      .title = title,
                                      .subject = campaign->short_name,
                                      .author = bv_letterhead_organ (campaign),
                                      .company = campaign->issuer_parent,
                                      .comments = draft ? "Dự thảo, chưa niêm phong" : "Đã niêm phong",
                                      .status = draft ? "Dự thảo" : "Đã niêm phong",
                                    });
  bv_workbook_properties_add (book, "Seal", proposal->seal);
  bv_workbook_properties_add (book, "Campaign", campaign->key);
  bv_workbook_properties_add (book, "RankingDate", date);
  bv_workbook_properties_add (book, "Application", "Bảng Vàng " BV_VERSION);
  bv_workbook_properties_add_flag (book, "Draft", draft);
}

static void
fill (BvBook *book, gpointer data)
{
  BvScoreTables tables;

  set_properties (book);
  bv_score_tables_init (&tables, book->proposal);
  if (bv_workbook_write_list (book, BV_GROUP_COLLECTIVE) && bv_workbook_write_list (book, BV_GROUP_INDIVIDUAL)
      && bv_workbook_write_ranking (book) && bv_workbook_write_scores (book, &tables, BV_GROUP_COLLECTIVE)
      && bv_workbook_write_scores (book, &tables, BV_GROUP_INDIVIDUAL) && bv_workbook_write_evidence (book))
    bv_workbook_write_rules (book, &tables);
  bv_score_tables_clear (&tables);
}

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
  const BvWorkbookContent content = { proposal, estimate_rows (proposal), fill, NULL };

  g_return_val_if_fail (proposal->campaign != NULL, NULL);

  return bv_workbook_file_write (&content, path, temporary_folder, progress, n_cut, error);
}
