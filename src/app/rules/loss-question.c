/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rules/loss-question.h"

#include "app/system/question.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  BvLossQuestionFunc func;
  gpointer data;
  GDestroyNotify release;
} BvLossQuestion;

static void
release_question (gpointer data, GClosure *closure)
{
  BvLossQuestion *self = data;

  if (self->release != NULL)
    self->release (self->data);
  g_free (self);
}

static void
answered_cb (GtkDialog *dialog, int response, gpointer data)
{
  const BvLossQuestion *self = data;

  if (response == GTK_RESPONSE_ACCEPT)
    self->func (self->data);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What goes, and who has more than the new maximum; all of it can be taken back. */
static char *
write_consequence (const BvConsequences *consequences)
{
  g_autofree char *loss = bv_consequences_write_loss (consequences);
  g_autofree char *excesses = bv_consequences_write_excesses (consequences, BV_CONSEQUENCES_NAMED);
  GString *text = g_string_new (NULL);

  if (loss != NULL)
    g_string_append_printf (text, "%s.\n", loss);
  if (*excesses != '\0')
    g_string_append_printf (text, _ ("Points above the maximum: %s.\n"), excesses);
  g_string_append (text, _ ("Undo brings everything back."));
  return g_string_free (text, FALSE);
}

static char *
write_button (const BvConsequences *consequences, const char *verb)
{
  guint n_lost = consequences->n_lost;
  guint n_cut = consequences->n_above;

  if (n_lost > 0)
    /* Translators: the first %s is what is done, “Remove”. */
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s and drop %u answer", "%s and drop %u answers", n_lost), verb, n_lost);
  if (n_cut > 0)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s and cut %u score", "%s and cut %u scores", n_cut), verb, n_cut);
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s with %u nominee", "%s with %u nominees", consequences->n_gone), verb,
    consequences->n_gone);
}

/**
 * bv_loss_question_ask:
 * @parent: the window
 * @consequences: what would be lost
 * @words: what is asked
 * @func: does it
 * @data: for @func
 * @release: (nullable): frees @data, also where nothing is done
 *
 * Asks whether to do something by which answers are lost; the button says how many.
 */
void
bv_loss_question_ask (GtkWindow *parent,
                      const BvConsequences *consequences,
                      const BvLossQuestionWords *words,
                      BvLossQuestionFunc func,
                      gpointer data,
                      GDestroyNotify release)
{
  GtkWidget *dialog = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", words->question);
  BvLossQuestion *self = g_new (BvLossQuestion, 1);
  g_autofree char *consequence = write_consequence (consequences);
  g_autofree char *label = write_button (consequences, words->verb);
  GtkWidget *button;

  *self = (BvLossQuestion){ func, data, release };
  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", consequence);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  button = gtk_dialog_add_button (GTK_DIALOG (dialog), label, GTK_RESPONSE_ACCEPT);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  bv_question_set_title (dialog, words->title);
  gtk_widget_set_name (dialog, "loss");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), self, release_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
