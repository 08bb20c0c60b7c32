/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rules/submission-words.h"

#include "core/submission.h"

#include <glib/gi18n-lib.h>

/**
 * BvSubmissionWords:
 *
 * What may stand in braces in the subject and the text of a submission; it opens.
 */
struct _BvSubmissionWords
{
  GtkWidget parent_instance;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (BvSubmissionWords, bv_submission_words, GTK_TYPE_WIDGET)

static void
bv_submission_words_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_SUBMISSION_WORDS);
  G_OBJECT_CLASS (bv_submission_words_parent_class)->dispose (object);
}

static void
bv_submission_words_class_init (BvSubmissionWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_submission_words_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/rules/submission-words.ui");
  gtk_widget_class_bind_template_child (widget_class, BvSubmissionWords, grid);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_word (GtkGrid *grid, const BvSubmissionWord *word, int row)
{
  g_autofree char *text = g_strdup_printf ("{%s}", word->name);
  GtkWidget *name = gtk_label_new (text);
  GtkWidget *title = gtk_label_new (_ (word->title));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_selectable (GTK_LABEL (name), TRUE);
  gtk_widget_add_css_class (name, "criterion-code");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_grid_attach (grid, name, 0, row, 1, 1);
  gtk_grid_attach (grid, title, 1, row, 1, 1);
}

static void
bv_submission_words_init (BvSubmissionWords *self)
{
  const BvSubmissionWord *word;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; (word = bv_submission_get_word (i)) != NULL; i++)
    add_word (self->grid, word, i);
}
