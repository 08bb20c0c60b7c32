/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/replay-job.h"

#include "app/session/loan.h"

#include <glib/gi18n-lib.h>

static gboolean
undo (BvLibrary *library, const BvProgress *progress, gpointer data, GError **error)
{
  return bv_journal_undo (library, 0, progress, error) != 0;
}

static gboolean
redo (BvLibrary *library, const BvProgress *progress, gpointer data, GError **error)
{
  return bv_journal_redo (library, progress, error) != 0;
}

static void
finish (BvSession *session, BvWork *work, gpointer data)
{
  bv_work_finish (work, bv_work_get_label (work), NULL);
}

static void
free_nothing (gpointer data)
{
}

static void
start (gpointer owner, gpointer again)
{
  static const BvLoanKind undoing = { undo, finish, NULL, free_nothing };
  static const BvLoanKind redoing = { redo, finish, NULL, free_nothing };
  BvSession *session = owner;
  g_autofree char *what
    = again != NULL ? bv_session_get_redo_label (session) : bv_session_get_undo_label (session);
  g_autofree char *label
    = g_strdup_printf (again != NULL ? _ ("Redo: %s") : _ ("Undo: %s"), what != NULL ? what : "");
  g_autoptr (BvWork) work = bv_session_begin_work (session, label);

  bv_loan_start (again != NULL ? &redoing : &undoing, session, work, NULL);
}

/**
 * bv_replay_job_start:
 * @session: a session
 * @again: whether the last undone action is done again, or the last one undone
 *
 * Undoes or redoes in a thread, which has the session's writer meanwhile; after what is under way already.
 */
void
bv_replay_job_start (BvSession *session, gboolean again)
{
  bv_session_when_writable (session, start, GINT_TO_POINTER (again));
}
