/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/replay-job.h"

#include "app/campaign/campaign-title.h"
#include "app/session/loan.h"
#include "store/action-campaign.h"
#include "store/journal.h"

#include <glib/gi18n-lib.h>

/* What is undone or done again. */
typedef struct
{
  gint64 action;   /* 0: nothing is left */
  gint64 campaign; /* that it belongs to; 0: none, or none that is there before */
} Replay;

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

/* What happened in another campaign is not seen: at least it is said in which. */
static void
finish (BvSession *session, BvWork *work, gpointer data)
{
  const Replay *replay = data;
  gint64 campaign = replay->campaign != 0
                      ? replay->campaign
                      : bv_action_campaign_find (bv_session_get_library (session), replay->action);
  gboolean is_shown = campaign == 0 || campaign == bv_session_get_campaign (session);
  g_autofree char *name = is_shown ? g_strdup ("") : bv_campaign_title_read (session, campaign);
  g_autofree char *message = g_strconcat (bv_work_get_label (work), *name != '\0' ? " · " : NULL, name, NULL);

  bv_work_finish (work, message, NULL);
}

static void
start (gpointer owner, gpointer again)
{
  static const BvLoanKind undoing = { undo, finish, NULL, g_free };
  static const BvLoanKind redoing = { redo, finish, NULL, g_free };
  BvSession *session = owner;
  BvLibrary *library = bv_session_get_library (session);
  g_autoptr (BvAction) action
    = again != NULL ? bv_journal_peek_redo (library, NULL) : bv_journal_peek_undo (library, NULL);
  const char *what = action != NULL ? action->label : "";
  g_autofree char *label = g_strdup_printf (again != NULL ? _ ("Redo: %s") : _ ("Undo: %s"), what);
  g_autoptr (BvWork) work = bv_session_begin_work (session, label);
  Replay *replay = g_new0 (Replay, 1);

  replay->action = action != NULL ? action->id : 0;
  replay->campaign = bv_action_campaign_find (library, replay->action);
  bv_loan_start (again != NULL ? &redoing : &undoing, session, work, replay);
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
