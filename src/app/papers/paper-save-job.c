/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/papers/paper-save-job.h"

#include "app/session/job.h"
#include "exchange/printing/printout.h"

#include <glib/gi18n-lib.h>

/* A paper that is wanted as a file. */
typedef struct
{
  gint64 date;
  BvPaperChoice *choice;
  guint sealing;
  GFile *file;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->choice);
  g_object_unref (request->file);
  g_free (request);
}

static gpointer
write_paper (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  const Request *request = job->input;
  const BvPrintoutRequest what = { job->campaign, request->date, bv_paper_choice_get_paper (request->choice),
                                   bv_paper_choice_get_scope (request->choice), request->sealing };
  BvProgress progress = bv_work_get_progress (job->work);
  g_autofree char *path = g_file_get_path (request->file);
  g_autofree guint *n_pages = g_new0 (guint, 1);

  if (!bv_printout_write (library, &what, path, n_pages, &progress, error))
    return NULL;
  return g_steal_pointer (&n_pages);
}

static void
report (const BvJob *job, gpointer result)
{
  const Request *request = job->input;
  const guint *n_pages = result;
  g_autofree char *base = g_file_get_basename (request->file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *message
    = *n_pages > 0 ? g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Saved %s, %u page", "Saved %s, %u pages", *n_pages), name, *n_pages)
                   : g_strdup_printf (_ ("Saved %s"), name);

  bv_work_finish (job->work, message, request->file);
}

/**
 * bv_paper_save_job_start:
 * @session: a session with a campaign
 * @choice: a paper
 * @sealing: the number of the sealing of which it is written; 0: as the library stands
 * @file: the file, on this machine: for Word where its name ends in .docx, else a PDF
 *
 * Writes a paper in a thread, which reads the library beside its writer. Cancelled, nothing is there.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_paper_save_job_start (BvSession *session, BvPaperChoice *choice, guint sealing, GFile *file)
{
  static const BvJobKind kind = { TRUE, write_paper, report, request_free, g_free };
  const char *label = bv_printout_is_editable (g_file_peek_path (file)) ? _ ("Writing the Word document…")
                                                                        : _ ("Writing the PDF…");
  Request *request = g_new0 (Request, 1);

  request->date = bv_session_get_date (session);
  request->choice = g_object_ref (choice);
  request->sealing = sealing;
  request->file = g_object_ref (file);
  return bv_job_start (&kind, session, label, request);
}
