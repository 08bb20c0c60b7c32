/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/answers/answer-row.h"

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

/**
 * bv_answer_row_new:
 * @answer: (nullable): what it stands for; %NULL: for what only its place in the list says
 * @title: what people read
 * @reason: (nullable): why it may be meant
 *
 * Returns: (transfer floating): a row of a list
 */
GtkWidget *
bv_answer_row_new (const char *answer, const char *title, const char *reason)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = create_label (title);
  GtkWidget *why = create_label (reason);
  g_autofree char *said = reason != NULL ? g_strconcat (title, ", ", reason, NULL) : g_strdup (title);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (why, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), why);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (row), "answer", g_strdup (answer), g_free);
  g_object_set_data_full (G_OBJECT (row), "title", g_strdup (title), g_free);
  return row;
}

/**
 * bv_answer_row_get_answer:
 * @row: a row
 *
 * Returns: (transfer none) (nullable): what it stands for
 */
const char *
bv_answer_row_get_answer (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "answer");
}

/**
 * bv_answer_row_get_title:
 * @row: a row
 *
 * Returns: (transfer none): what people read
 */
const char *
bv_answer_row_get_title (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "title");
}
