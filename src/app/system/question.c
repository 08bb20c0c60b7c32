/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/system/question.h"

/**
 * bv_question_set_title:
 * @dialog: a #GtkMessageDialog that was not shown yet
 * @title: what it is about, in a few words
 *
 * Gives it a title, and a bar where that is seen: GTK's own has none.
 */
void
bv_question_set_title (GtkWidget *dialog, const char *title)
{
  GtkWidget *bar = gtk_header_bar_new ();

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (bar), FALSE);
  gtk_window_set_title (GTK_WINDOW (dialog), title);
  gtk_window_set_titlebar (GTK_WINDOW (dialog), bar);
}
