/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/export.h"

#include "core/text/text.h"
#include "exchange/sealed/seal-inquiry.h"
#include "exchange/sealed/sealed-series.h"
#include "exchange/workbook/cell-text.h"
#include "store/fence.h"
#include "store/file-name.h"
#include "store/file-system.h"
#include "store/journal.h"
#include "store/proposals.h"
#include "store/sealings.h"
#include "store/unfinished/intents.h"
#include "store/unfinished/unfinished-file.h"
#include "store/whole-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

G_DEFINE_QUARK (bv_export_error, bv_export_error)

/**
 * bv_export_suggest_name:
 * @campaign: a campaign
 * @draft: whether it is a draft
 *
 * Returns: (transfer full): a file name for the proposal, always Vietnamese
 */
char *
bv_export_suggest_name (const BvCampaign *campaign, gboolean draft)
{
  const char *title = *campaign->short_name != '\0' ? campaign->short_name : campaign->key;
  g_autofree char *name = g_strconcat (draft ? "DỰ THẢO " : "", "Đề nghị khen thưởng ", title, NULL);

  return bv_file_name_make (name, ".xlsx", BV_FILE_NAME_MOST);
}

/* Another window, the command line or an edit may have changed it since it was shown. */
static gboolean
check_confirmed (const BvExport *export, const char *confirmed, const GPtrArray *findings, GError **error)
{
  g_autofree char *state = bv_seal_inquiry_tell_state (export->proposal->seal, findings);

  if (confirmed == NULL || g_str_equal (state, confirmed))
    return TRUE;
  g_set_error_literal (error, BV_EXPORT_ERROR, BV_EXPORT_ERROR_CHANGED,
                       _ ("The campaign has changed since you confirmed what would be sealed, so nothing was "
                          "sealed: seal again, and look at the list that is shown then"));
  return FALSE;
}

/* Gives the proposal its seal; bv_export_publish() notes that in the journal. */
static gboolean
seal (BvExport *export, BvLibrary *library, const BvProposalRequest *request, GError **error)
{
  BvProposal *proposal = export->proposal;
  g_autoptr (GPtrArray) findings = bv_seal_inquiry_find (library, request->campaign, proposal, error);
  g_auto (GStrv) obstacles = NULL;
  g_autofree char *lines = NULL;

  if (findings == NULL)
    return FALSE;
  bv_proposal_set_reason (proposal, request->reason);
  obstacles = bv_seal_check_list_obstacles (findings, proposal->reason);
  if (obstacles[0] == NULL)
    {
      export->listed = bv_seal_check_list (findings, BV_FINDING_LISTED);
      export->dump = bv_sealed_dump_seal (library, proposal, error);
      return export->dump != NULL && check_confirmed (export, request->confirmed, findings, error);
    }
  lines = g_strjoinv ("\n", obstacles);
  g_set_error_literal (error, BV_EXPORT_ERROR, BV_EXPORT_ERROR_OBSTACLES, lines);
  return FALSE;
}

/* What is written: as the library stands, or as it was sealed. */
static BvProposal *
read_proposal (BvLibrary *library, const BvProposalRequest *request, GError **error)
{
  if (request->sealing != 0)
    return bv_sealed_dump_read_number (library, request->campaign, request->sealing, error);
  if (request->draft && request->alone)
    return bv_proposals_read_draft (library, request->campaign, request->date, error);
  return bv_proposals_read (library, request->campaign, request->date, error);
}

/**
 * bv_export_write:
 * @export: an export of which nothing is written yet
 * @library: its library
 * @progress: (nullable): how far it is; given up means as if never begun
 * @error: return location for what workbook and disk say
 *
 * Writes the workbook, which has its name only after bv_export_publish(). The name is the caller's, the
 * content the proposal's.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_export_write (BvExport *export, BvLibrary *library, const BvProgress *progress, GError **error)
{
  g_autofree char *folder = bv_library_make_temporary_folder (library, error);

  if (folder == NULL)
    return FALSE;
  export->written
    = bv_workbook_write (export->proposal, export->path, folder, progress, &export->n_cut, error);
  bv_library_remove_temporary_folder (folder);
  return export->written != NULL;
}

/**
 * bv_export_check_request:
 * @library: a library
 * @reason: (nullable): why it is sealed now, where that is needed
 * @path: a file that is to be written
 * @error: return location for a %BV_ENTITY_ERROR or %BV_STORE_ERROR_FILE
 *
 * Returns: %FALSE with @error set where @reason cannot be printed, or @path lies in the library
 */
gboolean
bv_export_check_request (BvLibrary *library, const char *reason, const char *path, GError **error)
{
  if (reason != NULL && !bv_text_check (reason, error))
    {
      g_prefix_error (error, "%s: ", _ ("Reason"));
      return FALSE;
    }
  return bv_fence_check (bv_library_get_folder (library), path, error);
}

/**
 * bv_export_begin:
 * @library: a library
 * @request: the proposal that is wanted
 * @path: the file that it goes into; not in the library's folder
 * @error: return location for a %BV_EXPORT_ERROR, or what the library says
 *
 * Reads the campaign's proposal, and seals it where neither a draft nor one that was sealed is asked for.
 * What is not what was confirmed is not sealed: %BV_EXPORT_ERROR_CHANGED.
 * Before it is sealed, the library is verified and each file of the campaign's evidence read: not for the
 * main thread then.
 *
 * Returns: (transfer full) (nullable): an export of which nothing is written yet; %NULL with @error set on
 * failure
 */
BvExport *
bv_export_begin (BvLibrary *library, const BvProposalRequest *request, const char *path, GError **error)
{
  g_autoptr (BvExport) export = g_new0 (BvExport, 1);

  export->campaign = request->campaign;
  export->path = g_strdup (path);
  if (!bv_export_check_request (library, request->reason, path, error))
    return NULL;
  export->proposal = read_proposal (library, request, error);
  if (export->proposal == NULL)
    return NULL;
  if (!request->draft && request->sealing == 0 && !seal (export, library, request, error))
    return NULL;
  if (!request->alone
      && !bv_sealed_series_find_before (library, request->campaign, export->proposal, request->sealing,
                                        error))
    return NULL;
  return g_steal_pointer (&export);
}

/**
 * bv_export_new:
 * @library: a library
 * @request: the proposal that is wanted
 * @path: the workbook; not in the library's folder
 * @progress: (nullable): how far it is; given up means as if never begun
 * @error: return location for a %BV_EXPORT_ERROR, or what disk and library say
 *
 * Seals the campaign's proposal and writes its workbook, which has its name only after bv_export_publish().
 * May run in a thread of its own, with a reader of its own.
 *
 * Returns: (transfer full) (nullable): the export; %NULL with @error set, and nothing left, on failure
 */
BvExport *
bv_export_new (BvLibrary *library,
               const BvProposalRequest *request,
               const char *path,
               const BvProgress *progress,
               GError **error)
{
  g_autoptr (BvExport) export = bv_export_begin (library, request, path, error);

  if (export == NULL || !bv_export_write (export, library, progress, error))
    return NULL;
  return g_steal_pointer (&export);
}

static gboolean
give_name (BvExport *export, GError **error)
{
  if (!bv_whole_file_finish (export->written, export->path, error))
    return FALSE;
  g_clear_pointer (&export->written, g_free);
  return TRUE;
}

static char *
name_file (const BvExport *export)
{
  g_autofree char *base = g_path_get_basename (export->path);

  return bv_file_name_make_printable (base);
}

/* A sealing, and the name under which the vault keeps what was sealed. */
typedef struct
{
  BvExport *export;
  const char *kept;
} Publishing;

/* The name comes last: where the journal refuses, the workbook of before is not touched. */
static gboolean
record_and_name (BvLibrary *library, gpointer data, GError **error)
{
  Publishing *publishing = data;
  BvExport *export = publishing->export;
  const BvProposal *proposal = export->proposal;
  g_autofree char *name = name_file (export);
  const BvSealing sealing = {
    .date = proposal->contest->date,
    .seal = proposal->seal,
    .reason = proposal->reason,
    .file = name,
    .dump = (char *) publishing->kept,
    .chain = proposal->chain,
  };

  return bv_sealings_record (library, export->campaign, &sealing, error)
         && bv_intents_mark_done (library, error) && give_name (export, error);
}

/* What is to happen is on the disk before it does: a process that is killed leaves neither a workbook that
 * the journal does not know, nor a sealing without its workbook. A disk may be full of the journal's last
 * page only, when the workbook has its name already. */
static gboolean
record (BvExport *export, BvLibrary *library, Publishing *publishing, const char *kept, GError **error)
{
  const BvIntent intent = { export->written, export->path, kept };
  g_autofree char *name = name_file (export);
  g_autofree char *label = bv_sealings_label (name);
  gboolean ok;

  if (!bv_intents_begin (library, &intent, 1, error))
    {
      if (kept != NULL)
        bv_unfinished_file_discard (kept);
      return FALSE;
    }
  ok = bv_journal_act (library, label, record_and_name, publishing, NULL, error);
  bv_intents_settle (library, NULL);
  return ok;
}

/* What nobody noted was not sealed. */
static gboolean
refuse_reader (GError **error)
{
  g_set_error_literal (
    error, BV_STORE_ERROR, BV_STORE_ERROR_LOCKED,
    _ ("Nothing can be sealed in a library that can only be read: write a draft, or close the "
       "other program that has it open"));
  return FALSE;
}

/**
 * bv_export_publish:
 * @export: an export that has no name yet
 * @library: its library; of a reader nothing is sealed
 * @error: return location for a %BV_WHOLE_FILE_ERROR or %BV_STORE_ERROR
 *
 * Keeps what was sealed in the vault, notes the sealing in the journal and gives the workbook its name, in
 * place of an older one: all of it or nothing that counts. What is not sealed now only gets its name.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_export_publish (BvExport *export, BvLibrary *library, GError **error)
{
  const char *folder = bv_library_get_folder (library);
  g_autofree char *kept = NULL;
  Publishing publishing = { export, NULL };
  gboolean ok;

  g_return_val_if_fail (export->written != NULL, FALSE);

  if (export->dump == NULL)
    return give_name (export, error);
  if (!bv_library_is_writable (library))
    return refuse_reader (error);
  publishing.kept = bv_sealed_dump_keep (export->dump, folder, error);
  if (publishing.kept == NULL)
    return FALSE;
  ok = bv_whole_file_keep (export->path, &kept, error) && record (export, library, &publishing, kept, error);
  if (ok)
    g_clear_pointer (&export->dump, bv_sealed_dump_free);
  else
    bv_sealed_dump_take_back (export->dump, folder);
  return ok;
}

/**
 * bv_export_describe_cut:
 * @n_cut: how many texts were longer than a cell of a workbook can be
 *
 * Returns: (transfer full) (nullable): that in the user's language; %NULL where there were none
 */
char *
bv_export_describe_cut (guint n_cut)
{
  if (n_cut == 0)
    return NULL;
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "%u text is longer than a cell of the workbook can be (%d characters): "
                 "it ends in “…” there",
                 "%u texts are longer than a cell of the workbook can be (%d characters): "
                 "they end in “…” there",
                 n_cut),
    n_cut, BV_CELL_TEXT_MOST);
}

/**
 * bv_export_add_remark:
 * @export: an export that is written
 * @message: (transfer full): that it is
 *
 * Returns: (transfer full): @message, and what has to be said of the workbook
 */
char *
bv_export_add_remark (const BvExport *export, char *message)
{
  g_autofree char *cut = bv_export_describe_cut (export->n_cut);
  char *whole;

  if (cut == NULL)
    return message;
  whole = g_strconcat (message, " · ", cut, NULL);
  g_free (message);
  return whole;
}

/**
 * bv_export_free:
 * @export: (transfer full): an export; what was not published is gone
 */
void
bv_export_free (BvExport *export)
{
  if (export->written != NULL)
    bv_unfinished_file_discard (export->written);
  g_free (export->written);
  g_free (export->path);
  g_strfreev (export->listed);
  g_clear_pointer (&export->dump, bv_sealed_dump_free);
  g_clear_pointer (&export->proposal, bv_proposal_free);
  g_free (export);
}
