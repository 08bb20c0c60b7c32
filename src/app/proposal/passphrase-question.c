/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/passphrase-question.h"

#include "app/system/question.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

/* What is done with the answer. */
typedef struct
{
  BvPassphraseFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GtkWidget *entry;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  question->free_data (question->data);
  g_free (question);
}

static void
response_cb (GtkDialog *dialog, int response, gpointer data)
{
  const Question *question = data;
  g_autofree char *passphrase = g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->entry)));

  if (response == GTK_RESPONSE_OK)
    question->func (passphrase, question->data);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkWidget *
create_entry (void)
{
  GtkWidget *entry = gtk_password_entry_new ();

  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  g_object_set (entry, "activates-default", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Passphrase"),
                                  -1);
  return entry;
}

/**
 * bv_passphrase_question_ask:
 * @message: why it is asked for
 * @func: takes the passphrase; not called where the user gives up
 * @data: for @func
 * @free_data: for @data, in the end
 *
 * Asks, over the window that is in use, for the passphrase of something that is read.
 */
void
bv_passphrase_question_ask (const char *message,
                            BvPassphraseFunc func,
                            gpointer data,
                            GDestroyNotify free_data)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  GtkWidget *dialog = gtk_message_dialog_new (
    gtk_application_get_active_window (application),
    GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT | GTK_DIALOG_USE_HEADER_BAR, GTK_MESSAGE_QUESTION,
    GTK_BUTTONS_OK_CANCEL, "%s", _ ("The dossier is protected by a passphrase"));
  Question *question = g_new (Question, 1);

  *question = (Question){ func, data, free_data, create_entry () };
  gtk_window_set_application (GTK_WINDOW (dialog), application);
  bv_question_set_title (dialog, _ ("Check a dossier"));
  gtk_widget_set_name (dialog, "passphrase");
  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", message);
  gtk_box_append (GTK_BOX (gtk_message_dialog_get_message_area (GTK_MESSAGE_DIALOG (dialog))),
                  question->entry);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (question->entry);
}
