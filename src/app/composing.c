/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/composing.h"

#include "exchange/printing.h"

typedef struct
{
  char *folder;
  gint64 campaign;
  gint64 date;
  BvPaperChoice *choice;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->folder);
  g_object_unref (job->choice);
  g_free (job);
}

static BvDocument *
compose (const Job *job, GError **error)
{
  g_autoptr (BvLibrary) library = bv_library_open (job->folder, BV_LIBRARY_READ, error);
  BvPaperScope scope = bv_paper_choice_get_scope (job->choice);

  if (library == NULL)
    return NULL;
  return bv_printing_compose (library, job->campaign, job->date, bv_paper_choice_get_paper (job->choice),
                              &scope, error);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  BvDocument *document = compose (data, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, (GDestroyNotify) bv_document_free);
  else
    g_task_return_error (task, error);
}

/**
 * bv_composing_run_async:
 * @session: a session with a campaign
 * @choice: what is to be printed
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @data: for @callback
 *
 * Composes a paper in a thread of its own, which reads the library beside its writer. Other than a #BvJob it
 * says nothing in the status bar: the preview itself shows how far it is.
 */
void
bv_composing_run_async (BvSession *session,
                        BvPaperChoice *choice,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->folder = g_strdup (bv_session_get_folder (session));
  job->campaign = bv_session_get_campaign (session);
  job->date = bv_session_get_date (session);
  job->choice = g_object_ref (choice);
  g_task_set_source_tag (task, bv_composing_run_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * bv_composing_run_finish:
 * @result: what the callback was given
 * @error: return location for a %BV_PAPER_ERROR, %BV_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the document; %NULL with @error set
 */
BvDocument *
bv_composing_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
