/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/seal-dialog.h"

#include "app/proposal/seal-facts.h"
#include "app/system/question.h"
#include "core/text/text.h"

#include <glib/gi18n-lib.h>

#define RESPONSE_DRAFT 1
#define RESPONSE_SEAL 2
#define WAITING "bv-seal-waiting"

/* What the user wants to do with the proposal. */
typedef struct
{
  GtkWindow *parent;
  BvSession *session;
  gboolean draft;
  char *reason; /* NULL: none is needed */
  GtkEditable *entry;
  BvSealFunc go_on;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->parent);
  g_object_unref (request->session);
  g_free (request->reason);
  g_free (request);
}

static void
go_on (Request *request)
{
  request->go_on (request->parent, request->session, request->draft, request->reason);
  request_free (request);
}

static void
answered_cb (GtkDialog *dialog, int response, gpointer data)
{
  Request *request = data;

  request->draft = response == RESPONSE_DRAFT;
  if (response == RESPONSE_SEAL && request->entry != NULL)
    request->reason = g_strdup (gtk_editable_get_text (request->entry));
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == RESPONSE_DRAFT || response == RESPONSE_SEAL)
    go_on (request);
  else
    request_free (request);
}

static void
reason_changed_cb (GtkEditable *entry, gpointer data)
{
  gtk_dialog_set_response_sensitive (data, RESPONSE_SEAL, !bv_text_is_blank (gtk_editable_get_text (entry)));
}

static void
add_reason_entry (GtkWidget *dialog, Request *request)
{
  GtkWidget *entry = bv_seal_dialog_new_reason_entry ();
  GtkWidget *area = gtk_message_dialog_get_message_area (GTK_MESSAGE_DIALOG (dialog));

  gtk_box_append (GTK_BOX (area), entry);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Seal with this reason…"), RESPONSE_SEAL);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (dialog), RESPONSE_SEAL, FALSE);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), RESPONSE_SEAL);
  g_signal_connect (entry, "changed", G_CALLBACK (reason_changed_cb), dialog);
  request->entry = GTK_EDITABLE (entry);
}

static GtkWidget *
show_obstacles (Request *request, char **obstacles)
{
  g_autofree char *lines = g_strjoinv ("\n\n", obstacles);
  const BvSealingFacts facts = bv_seal_facts_read (request->session);
  gboolean arguable = bv_seal_check_lacks_reason_only (bv_session_get_proposal (request->session), &facts);
  GtkWidget *dialog = gtk_message_dialog_new (
    request->parent, GTK_DIALOG_MODAL | GTK_DIALOG_USE_HEADER_BAR, GTK_MESSAGE_WARNING, GTK_BUTTONS_NONE,
    "%s", arguable ? _ ("Sealing now needs a reason") : _ ("The proposal cannot be sealed yet"));

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", lines);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("Export a _draft…"), RESPONSE_DRAFT);
  bv_question_set_title (dialog, _ ("Seal"));
  gtk_widget_set_name (dialog, "obstacles");
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), RESPONSE_DRAFT);
  if (arguable)
    add_reason_entry (dialog, request);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), request);
  gtk_window_present (GTK_WINDOW (dialog));
  if (request->entry != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (request->entry));
  return dialog;
}

/* A question that waits for the first ranking. */
typedef struct
{
  GtkWindow *parent;
  BvSession *session;
  BvWork *work;
  BvSealFunc go_on;
  GError *error; /* why there is no ranking */
} Waiting;

static void
stop_waiting (gpointer data)
{
  Waiting *waiting = data;

  g_signal_handlers_disconnect_by_data (waiting->session, waiting);
  if (waiting->error != NULL)
    bv_work_fail (waiting->work, waiting->error);
  else
    bv_work_finish (waiting->work, "", NULL);
  g_clear_error (&waiting->error);
  g_object_unref (waiting->session);
  g_object_unref (waiting->work);
  g_free (waiting);
}

static void
ranked_cb (BvSession *session, gpointer data)
{
  Waiting *waiting = data;
  GtkWindow *parent = waiting->parent;
  BvSealFunc next = waiting->go_on;
  gboolean wanted = bv_session_get_proposal (session) != NULL
                    && !g_cancellable_is_cancelled (bv_work_get_cancellable (waiting->work));

  g_object_set_data (G_OBJECT (parent), WAITING, NULL);
  if (wanted)
    bv_seal_dialog_ask (parent, session, next);
}

static void
ranking_failed_cb (BvSession *session, const char *message, gpointer data)
{
  Waiting *waiting = data;

  waiting->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, message);
  g_object_set_data (G_OBJECT (waiting->parent), WAITING, NULL);
}

static void
wait_for_ranking (GtkWindow *parent, BvSession *session, BvSealFunc next)
{
  Waiting *waiting;

  if (g_object_get_data (G_OBJECT (parent), WAITING) != NULL)
    return;
  waiting = g_new0 (Waiting, 1);
  waiting->parent = parent;
  waiting->session = g_object_ref (session);
  waiting->go_on = next;
  waiting->work = bv_session_begin_work (session, _ ("Ranking before the export…"));
  g_signal_connect (session, "ranked", G_CALLBACK (ranked_cb), waiting);
  g_signal_connect (session, "failed", G_CALLBACK (ranking_failed_cb), waiting);
  g_object_set_data_full (G_OBJECT (parent), WAITING, waiting, stop_waiting);
  bv_session_rank (session);
}

/**
 * bv_seal_dialog_new_reason_entry:
 *
 * Returns: (transfer floating): an entry for the reason that a provisional pool is sealed now
 */
GtkWidget *
bv_seal_dialog_new_reason_entry (void)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason for proposing now; it is printed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason for proposing now; it is printed"), -1);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_widget_set_name (entry, "reason");
  return entry;
}

/**
 * bv_seal_dialog_ask:
 * @parent: the window
 * @session: a session with a campaign
 * @next: called with how the proposal leaves the library, unless the user gives up
 *
 * Asks whether the proposal is sealed. What stands in the way is said, with the offer of a draft; where
 * nothing does, it is sealed. Before the first ranking it waits for that.
 *
 * Returns: (transfer none) (nullable): the dialog that lists the obstacles, where there are any
 */
GtkWidget *
bv_seal_dialog_ask (GtkWindow *parent, BvSession *session, BvSealFunc next)
{
  const BvProposal *proposal = bv_session_get_proposal (session);
  g_auto (GStrv) obstacles = NULL;
  BvSealingFacts facts;
  Request *request;

  if (proposal == NULL)
    {
      wait_for_ranking (parent, session, next);
      return NULL;
    }
  facts = bv_seal_facts_read (session);
  obstacles = bv_seal_check_obstacles_of (proposal, &facts);
  request = g_new0 (Request, 1);
  request->parent = g_object_ref (parent);
  request->session = g_object_ref (session);
  request->go_on = next;
  if (obstacles[0] != NULL)
    return show_obstacles (request, obstacles);
  go_on (request);
  return NULL;
}
