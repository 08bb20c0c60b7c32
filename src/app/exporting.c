/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exporting.h"

#include "app/job.h"
#include "exchange/export.h"

#include <glib/gi18n-lib.h>

/* The proposal that is wanted. */
typedef struct
{
  gint64 date;
  gboolean draft;
  char *reason;
  GFile *file;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->reason);
  g_object_unref (wish->file);
  g_free (wish);
}

static gpointer
write_workbook (const BvJob *job, GCancellable *cancellable, GError **error)
{
  const Wish *wish = job->input;
  g_autofree char *path = g_file_get_path (wish->file);
  g_autoptr (BvLibrary) library = bv_library_open (job->folder, BV_LIBRARY_READ, error);

  if (library == NULL)
    return NULL;
  return bv_export_new (library, job->campaign, wish->date, wish->draft, wish->reason, path,
                        bv_work_set_fraction, job->work, cancellable, error);
}

static void
publish (const BvJob *job, gpointer result)
{
  const Wish *wish = job->input;
  g_autofree char *name = g_file_get_basename (wish->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (!bv_export_publish (result, bv_session_get_library (job->session), &error))
    {
      bv_work_fail (job->work, error);
      return;
    }
  message
    = g_strdup_printf (wish->draft ? _ ("Draft written: %s") : _ ("Proposal sealed and written: %s"), shown);
  bv_work_finish_in_idle (job->work, message, wish->file);
}

static const BvJobKind exporting = {
  .run = write_workbook,
  .done = publish,
  .free_input = wish_free,
  .free_result = (GDestroyNotify) bv_export_free,
};

/**
 * bv_exporting_suggest_name:
 * @session: a session with a campaign
 * @draft: whether it is a draft
 *
 * Returns: (transfer full): a file name for the proposal, always Vietnamese
 */
char *
bv_exporting_suggest_name (BvSession *session, gboolean draft)
{
  return bv_export_suggest_name (bv_session_get_head (session), draft);
}

/**
 * bv_exporting_start:
 * @session: a session with a campaign
 * @file: the workbook, on this machine
 * @draft: whether an unsealed workbook marked DỰ THẢO is wanted
 * @reason: (nullable): why a provisional pool is sealed now
 *
 * Writes the proposal in a thread, which reads the library beside its writer; the workbook gets its name when
 * the sealing is noted in the journal. Cancelled before, nothing was changed.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_exporting_start (BvSession *session, GFile *file, gboolean draft, const char *reason)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->date = bv_session_get_date (session);
  wish->draft = draft;
  wish->reason = g_strdup (reason);
  wish->file = g_object_ref (file);
  return bv_job_start (&exporting, session, _ ("Writing the workbook…"), wish);
}
