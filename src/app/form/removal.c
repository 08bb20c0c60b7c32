/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/removal.h"

#include "app/system/question.h"
#include "store/edit.h"

#include <glib/gi18n-lib.h>

/* What is to be removed. */
typedef struct
{
  BvSession *session;
  const BvEntity *entity;
  gint64 record;
} Removal;

static void
release_removal (gpointer data, GClosure *closure)
{
  g_object_unref (((Removal *) data)->session);
  g_free (data);
}

static void
answered_cb (GtkDialog *dialog, int response, gpointer data)
{
  const Removal *removal = data;

  if (response == GTK_RESPONSE_ACCEPT)
    bv_removal_do (removal->session, removal->entity, removal->record);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/**
 * bv_removal_ask:
 * @parent: the window
 * @session: its session, with a campaign
 * @entity: as for bv_edit_remove()
 * @record: a record's row
 * @words: what is asked
 *
 * Asks whether to remove the record, and removes it then.
 */
void
bv_removal_ask (GtkWindow *parent,
                BvSession *session,
                const BvEntity *entity,
                gint64 record,
                const BvRemovalWords *words)
{
  GtkWidget *dialog = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", words->question);
  Removal *removal = g_new (Removal, 1);
  GtkWidget *button;

  *removal = (Removal){ g_object_ref (session), entity, record };
  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", words->consequence);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  button = gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Remove"), GTK_RESPONSE_ACCEPT);
  gtk_widget_add_css_class (button, "destructive-action");
  bv_question_set_title (dialog, words->title);
  gtk_widget_set_name (dialog, "removal");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), removal, release_removal, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * bv_removal_do:
 * @session: a session with a campaign
 * @entity: as for bv_edit_remove()
 * @record: a record's row
 *
 * Removes the record, as an action that can be undone. The window shows what goes wrong.
 */
void
bv_removal_do (BvSession *session, const BvEntity *entity, gint64 record)
{
  g_autoptr (GError) error = NULL;

  if (!bv_edit_remove (bv_session_get_library (session), bv_session_get_campaign (session), entity, record,
                       &error))
    bv_session_report (session, error);
}
