/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/remarks.h"

#include "app/system/question.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#define MOST_HEIGHT 320
#define WIDTH_CHARS 56 /* a line that is read easily */

static GtkWidget *
create_text (const char *text)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), label);
  return window;
}

/**
 * bv_remarks_show:
 * @title: what they are about
 * @text: a remark a line
 *
 * Shows, over the window that is in use, what was noticed in something that was read, however much it is.
 */
void
bv_remarks_show (const char *title, const char *text)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  GtkWidget *dialog
    = gtk_message_dialog_new (gtk_application_get_active_window (application),
                              GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT | GTK_DIALOG_USE_HEADER_BAR,
                              GTK_MESSAGE_INFO, GTK_BUTTONS_CLOSE, "%s", title);

  gtk_window_set_application (GTK_WINDOW (dialog), application);
  bv_question_set_title (dialog, _ ("What was noticed"));
  gtk_widget_set_name (dialog, "remarks");
  gtk_box_append (GTK_BOX (gtk_message_dialog_get_message_area (GTK_MESSAGE_DIALOG (dialog))),
                  create_text (text));
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}
