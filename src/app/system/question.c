/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/system/question.h"

/* GTK centres the texts of a question, but not their lines. */
static void
centre_lines (GtkMessageDialog *dialog)
{
  GtkWidget *area = gtk_message_dialog_get_message_area (dialog);

  for (GtkWidget *label = gtk_widget_get_first_child (area); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
}

/**
 * bv_question_set_title:
 * @dialog: a #GtkMessageDialog that was not shown yet
 * @title: what it is about, in a few words
 *
 * Gives it a title, a bar where that is seen, and lines below each other's middle: GTK's own has none of it.
 */
void
bv_question_set_title (GtkWidget *dialog, const char *title)
{
  GtkWidget *bar = gtk_header_bar_new ();

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (bar), FALSE);
  gtk_window_set_title (GTK_WINDOW (dialog), title);
  gtk_window_set_titlebar (GTK_WINDOW (dialog), bar);
  centre_lines (GTK_MESSAGE_DIALOG (dialog));
}
