/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/papers/paper-job.h"

#include "app/session/reader.h"
#include "exchange/printing/printout.h"

typedef struct
{
  gint64 campaign;
  gint64 date;
  BvPaperChoice *choice;
  guint sealing;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->choice);
  g_free (request);
}

static gpointer
compose (BvLibrary *library, gpointer input, GCancellable *cancellable, GError **error)
{
  const Request *request = input;
  const BvPrintoutRequest what
    = { request->campaign, request->date, bv_paper_choice_get_paper (request->choice),
        bv_paper_choice_get_scope (request->choice), request->sealing };

  return bv_printout_compose (library, &what, error);
}

/**
 * bv_paper_job_run_async:
 * @session: a session with a campaign
 * @choice: what is to be printed
 * @sealing: the number of the sealing of which it is printed; 0: as the library stands
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Composes a paper in a thread of its own, which reads the library beside its writer. Other than a #BvJob it
 * says nothing in the status bar: the preview itself shows how far it is.
 */
void
bv_paper_job_run_async (BvSession *session,
                        BvPaperChoice *choice,
                        guint sealing,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  static const BvReaderKind kind = { compose, request_free, (GDestroyNotify) bv_document_free };
  Request *request = g_new0 (Request, 1);

  request->campaign = bv_session_get_campaign (session);
  request->date = bv_session_get_date (session);
  request->choice = g_object_ref (choice);
  request->sealing = sealing;
  bv_reader_run_async (&kind, bv_session_get_folder (session), request, cancellable, callback, data);
}

/**
 * bv_paper_job_run_finish:
 * @result: what the callback was given
 * @error: return location for a %BV_PAPER_ERROR, %BV_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the document; %NULL with @error set
 */
BvDocument *
bv_paper_job_run_finish (GAsyncResult *result, GError **error)
{
  return bv_reader_run_finish (result, error);
}
