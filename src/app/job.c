/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/job.h"

static void
job_free (gpointer data)
{
  BvJob *job = data;

  g_clear_object (&job->session);
  g_clear_object (&job->work);
  g_free (job->folder);
  g_clear_pointer (&job->input, job->kind->free_input);
  g_free (job);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const BvJob *job = data;
  GError *error = NULL;
  gpointer result = job->kind->run (job, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, job->kind->free_result);
  else
    g_task_return_error (task, error);
}

/* The cancellable is looked at here alone, so that what is said is what happened. */
static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BvJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gpointer made = g_task_propagate_pointer (G_TASK (result), &error);

  if (made != NULL && !g_cancellable_set_error_if_cancelled (bv_work_get_cancellable (job->work), &error))
    job->kind->done (job, made);
  else
    bv_work_fail (job->work, error);
  if (made != NULL)
    job->kind->free_result (made);
  /* The task may end in its thread, where a session must not. */
  g_clear_object (&job->session);
  g_application_release (g_application_get_default ());
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
  BvJob *job = g_new0 (BvJob, 1);
  BvWork *work = bv_session_begin_work (session, label);
  g_autoptr (GTask) task = g_task_new (NULL, bv_work_get_cancellable (work), ended_cb, NULL);

  job->kind = kind;
  job->session = g_object_ref (session);
  job->work = g_object_ref (work);
  job->campaign = bv_session_get_campaign (session);
  job->folder = g_strdup (bv_session_get_folder (session));
  job->input = input;
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_application_hold (g_application_get_default ());
  g_task_run_in_thread (task, run_in_thread);
  return work;
}
