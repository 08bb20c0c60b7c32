/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/loan.h"

/* The writer on its way to a thread and back. */
typedef struct
{
  const BvLoanKind *kind;
  BvSession *session;
  BvWork *work;
  BvLibrary *library; /* the writer, lent by the session */
  BvChanges *changes;
  gpointer data;
} Loan;

static void
loan_free (gpointer data)
{
  Loan *loan = data;

  g_clear_pointer (&loan->changes, bv_changes_unref);
  g_clear_object (&loan->session);
  g_clear_object (&loan->work);
  loan->kind->free_data (loan->data);
  g_free (loan);
}

static void
changed_cb (BvLibrary *library, const BvChanges *changes, gpointer data)
{
  Loan *loan = data;

  g_clear_pointer (&loan->changes, bv_changes_unref);
  loan->changes = bv_changes_ref (changes);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Loan *loan = data;
  BvProgress progress = bv_work_get_progress (loan->work);
  GError *error = NULL;

  bv_library_set_changed_func (loan->library, changed_cb, loan);
  if (loan->kind->run (loan->library, &progress, loan->data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Whatever was asked for meanwhile: what is said is what happened. */
static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Loan *loan = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (loan->changes != NULL)
    bv_session_take_changes (loan->session, loan->changes);
  if (done)
    loan->kind->done (loan->session, loan->work, loan->data);
  else
    bv_work_fail (loan->work, error);
  bv_session_take_back (loan->session);
  if (done && loan->kind->returned != NULL)
    loan->kind->returned (loan->session, loan->work, loan->data);
  /* The task may end in its thread, where a session must not. */
  g_clear_object (&loan->session);
  g_application_release (g_application_get_default ());
}

/**
 * bv_loan_start:
 * @kind: what is written
 * @session: a session that can be written to
 * @work: the work, under way
 * @data: (transfer full): for @kind
 *
 * Lends the session's writer to a thread until @kind has written. The program does not end before it.
 */
void
bv_loan_start (const BvLoanKind *kind, BvSession *session, BvWork *work, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  Loan *loan = g_new0 (Loan, 1);

  loan->kind = kind;
  loan->session = g_object_ref (session);
  loan->work = g_object_ref (work);
  loan->data = data;
  loan->library = bv_session_lend (session, &error);
  if (loan->library == NULL)
    {
      bv_work_fail (work, error);
      loan_free (loan);
      return;
    }
  task = g_task_new (NULL, NULL, ended_cb, NULL);
  g_task_set_source_tag (task, bv_loan_start);
  g_task_set_task_data (task, loan, loan_free);
  g_application_hold (g_application_get_default ());
  g_task_run_in_thread (task, run_in_thread);
}
