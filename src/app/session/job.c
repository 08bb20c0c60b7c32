/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/job.h"

#include "app/session/reader.h"

/* A job on its way to the thread and back. */
typedef struct
{
  BvJob job;
  BvReaderKind reading;
  GAsyncResult *result; /* while it waits to be ended */
} Errand;

static void
errand_free (gpointer errand)
{
  BvJob *job = &((Errand *) errand)->job;

  g_clear_object (&job->session);
  g_clear_object (&job->work);
  g_free (job->folder);
  g_clear_pointer (&job->input, job->kind->free_input);
  g_free (errand);
}

static gpointer
run (BvLibrary *library, gpointer errand, GCancellable *cancellable, GError **error)
{
  const BvJob *job = &((Errand *) errand)->job;

  return job->kind->run (job, library, cancellable, error);
}

/* What is said at the end is what happened: the cancellable is looked at here for the last time. */
static void
end (gpointer owner, gpointer data)
{
  BvJob *job = &((Errand *) data)->job;
  g_autoptr (GAsyncResult) result = g_steal_pointer (&((Errand *) data)->result);
  g_autoptr (GError) error = NULL;
  gpointer made = bv_reader_run_finish (result, &error);

  if (made != NULL)
    {
      job->kind->done (job, made);
      job->kind->free_result (made);
    }
  else
    bv_work_fail (job->work, error);
  /* The task may end in its thread, where a session must not. */
  g_clear_object (&job->session);
  g_application_release (g_application_get_default ());
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Errand *errand = data;

  errand->result = g_object_ref (result);
  bv_session_when_writable (errand->job.session, end, errand);
}

/**
 * bv_job_start:
 * @kind: the kind of work
 * @session: a session
 * @label: what is done
 * @input: (transfer full): what the work needs
 *
 * Begins long work. The program does not end before it.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_job_start (const BvJobKind *kind, BvSession *session, const char *label, gpointer input)
{
  Errand *errand = g_new0 (Errand, 1);
  BvJob *job = &errand->job;
  BvWork *work = bv_session_begin_work (session, label);

  job->kind = kind;
  job->session = g_object_ref (session);
  job->work = g_object_ref (work);
  job->campaign = bv_session_get_campaign (session);
  job->folder = g_strdup (bv_session_get_folder (session));
  job->input = input;
  errand->reading = (BvReaderKind){ run, errand_free, kind->free_result };
  g_application_hold (g_application_get_default ());
  bv_reader_run_async (&errand->reading, kind->reads_library ? job->folder : NULL, errand,
                       bv_work_get_cancellable (work), ended_cb, errand);
  return work;
}
