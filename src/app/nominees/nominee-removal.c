/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominees/nominee-removal.h"

#include "core/nominee.h"
#include "store/edit.h"

#include <glib/gi18n-lib.h>

#define NOMINEE "bv-nominee"

static void
remove_nominee (BvSession *session, gint64 nominee)
{
  g_autoptr (GError) error = NULL;

  if (!bv_edit_remove (bv_session_get_library (session), bv_session_get_campaign (session),
                       &bv_nominee_entity, nominee, &error))
    bv_session_report (session, error);
}

static void
answered_cb (GtkDialog *dialog, int response, gpointer session)
{
  gint64 *nominee = g_object_get_data (G_OBJECT (dialog), NOMINEE);

  if (response == GTK_RESPONSE_ACCEPT)
    remove_nominee (session, *nominee);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/**
 * bv_nominee_removal_ask:
 * @parent: the window
 * @session: its session, with a campaign
 * @nominee: a nominee's row
 * @name: who that is
 *
 * Asks whether to remove a nominee, and removes it then.
 */
void
bv_nominee_removal_ask (GtkWindow *parent, BvSession *session, gint64 nominee, const char *name)
{
  GtkWidget *dialog
    = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_QUESTION,
                              GTK_BUTTONS_NONE, _ ("Remove %s from the campaign?"), name);
  GtkWidget *button;

  gtk_message_dialog_format_secondary_text (
    GTK_MESSAGE_DIALOG (dialog), _ ("The scores and the links to evidence go too. Undo brings all back."));
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  button = gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Remove"), GTK_RESPONSE_ACCEPT);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_name (dialog, "removal");
  g_object_set_data_full (G_OBJECT (dialog), NOMINEE, g_memdup2 (&nominee, sizeof nominee), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), session, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
