/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/export-job.h"

#include "app/session/job.h"
#include "exchange/export.h"

#include <glib/gi18n-lib.h>

/* The proposal that is wanted. */
typedef struct
{
  BvSealChoice *choice;
  GFile *file;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  bv_seal_choice_free (request->choice);
  g_object_unref (request->file);
  g_free (request);
}

static gpointer
write_workbook (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  const Request *request = job->input;
  BvProposalRequest what = bv_seal_choice_request (request->choice, job->campaign);
  BvProgress progress = bv_work_get_progress (job->work);
  g_autofree char *path = g_file_get_path (request->file);

  what.alone = TRUE;
  return bv_export_new (library, &what, path, &progress, error);
}

static char *
describe (const Request *request)
{
  const BvSealChoice *choice = request->choice;
  g_autofree char *base = g_file_get_basename (request->file);
  g_autofree char *name = g_filename_display_name (base);

  if (choice->sealing != 0)
    return g_strdup_printf (_ ("Written as it was sealed: %s"), name);
  return g_strdup_printf (choice->draft ? _ ("Draft written: %s") : _ ("Proposal sealed and written: %s"),
                          name);
}

static void
publish (const BvJob *job, gpointer result)
{
  const Request *request = job->input;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (!bv_export_publish (result, bv_session_get_library (job->session), &error))
    {
      bv_work_fail (job->work, error);
      return;
    }
  message = bv_export_add_remark (result, describe (request));
  bv_work_finish_in_idle (job->work, message, request->file);
}

static const BvJobKind exporting = {
  .reads_library = TRUE,
  .run = write_workbook,
  .done = publish,
  .free_input = request_free,
  .free_result = (GDestroyNotify) bv_export_free,
};

/**
 * bv_export_job_suggest_name:
 * @session: a session with a campaign
 * @draft: whether it is a draft
 *
 * Returns: (transfer full): a file name for the proposal, always Vietnamese
 */
char *
bv_export_job_suggest_name (BvSession *session, gboolean draft)
{
  return bv_export_suggest_name (bv_session_get_head (session), draft);
}

/**
 * bv_export_job_start:
 * @session: a session with a campaign
 * @file: the workbook, on this machine
 * @choice: how the proposal is wanted
 *
 * Writes the proposal in a thread, which reads the library beside its writer; the workbook gets its name when
 * the sealing is noted in the journal. Cancelled before, nothing was changed.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_export_job_start (BvSession *session, GFile *file, const BvSealChoice *choice)
{
  Request *request = g_new0 (Request, 1);

  request->choice = bv_seal_choice_copy (choice);
  request->file = g_object_ref (file);
  return bv_job_start (&exporting, session, _ ("Writing the workbook…"), request);
}
