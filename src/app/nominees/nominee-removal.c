/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominees/nominee-removal.h"

#include "app/system/question.h"
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

/* Whether anybody answered anything for the nominee yet. */
static gboolean
has_answers (BvSession *session, gint64 id)
{
  g_autoptr (BvRecord) record = bv_edit_read (bv_session_get_library (session), &bv_nominee_entity, id, NULL);
  const BvNominee *nominee = (const BvNominee *) record;

  return nominee == NULL || nominee->assessments->len > 0 || nominee->awards->len > 0
         || nominee->holds->len > 0 || nominee->initiative != NULL || nominee->decision != NULL
         || nominee->votes != NULL || *nominee->summary != '\0';
}

static void
ask (GtkWindow *parent, BvSession *session, gint64 nominee, const char *name)
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
  bv_question_set_title (dialog, _ ("Remove a nominee"));
  gtk_widget_set_name (dialog, "removal");
  g_object_set_data_full (G_OBJECT (dialog), NOMINEE, g_memdup2 (&nominee, sizeof nominee), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), session, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * bv_nominee_removal_start:
 * @parent: the window
 * @session: its session, with a campaign
 * @nominee: a nominee's row
 * @name: who that is
 *
 * Removes a nominee; asks before where more goes than that it was put forward. The window shows what goes
 * wrong.
 */
void
bv_nominee_removal_start (GtkWindow *parent, BvSession *session, gint64 nominee, const char *name)
{
  if (has_answers (session, nominee))
    ask (parent, session, nominee, name);
  else
    remove_nominee (session, nominee);
}
