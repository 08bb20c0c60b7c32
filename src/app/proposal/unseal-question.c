/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/unseal-question.h"

#include "app/campaign/campaign-title.h"
#include "app/session/replay-job.h"
#include "app/system/question.h"
#include "store/sealings.h"

#include <glib/gi18n-lib.h>

static void
answered_cb (GtkDialog *dialog, int response, gpointer session)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response == GTK_RESPONSE_ACCEPT)
    bv_replay_job_start (session, FALSE);
}

/**
 * bv_unseal_question_ask:
 * @parent: the window
 * @session: its session
 *
 * Where the next undo would take back a sealing, asks first, and undoes it when the user says so. Where it
 * cannot be told what undo would take back, the window says why.
 *
 * Returns: whether it asks or says so; else nothing was done
 */
gboolean
bv_unseal_question_ask (GtkWindow *parent, BvSession *session)
{
  gint64 campaign;
  guint number;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  if (!bv_sealings_find_to_undo (bv_session_get_library (session), &number, &campaign, &error))
    {
      bv_session_report (session, error);
      return TRUE;
    }
  if (number == 0)
    return FALSE;
  dialog = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL, GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE,
                                   _ ("Take back sealing %u?"), number);
  bv_question_set_title (dialog, _ ("Seal"));
  name = bv_campaign_title_read (session, campaign);
  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s\n%s", name,
                                            _ ("The file that was written stays."));
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Take the seal back"), GTK_RESPONSE_ACCEPT);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  gtk_widget_set_name (dialog, "unseal");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), session, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}
