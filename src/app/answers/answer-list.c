/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/answers/answer-list.h"

#include "app/answers/answer-row.h"
#include "app/answers/given-answers.h"

#include <glib/gi18n-lib.h>

/**
 * BvAnswerList:
 *
 * A button that opens what was answered in a preview, the last first; what is chosen is taken back.
 */
struct _BvAnswerList
{
  GtkWidget parent_instance;
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (BvAnswerList, bv_answer_list, GTK_TYPE_WIDGET)

enum
{
  TAKEN_BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (BvAnswerList *self, GtkListBoxRow *row)
{
  g_autofree char *key = g_strdup (bv_answer_row_get_answer (row));

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[TAKEN_BACK], 0, key);
}

static void
bv_answer_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bv_answer_list_parent_class)->dispose (object);
}

static void
bv_answer_list_class_init (BvAnswerListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_answer_list_dispose;
  /* An answer is taken back: the key of its question. */
  signals[TAKEN_BACK] = g_signal_new ("taken-back", BV_TYPE_ANSWER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/answers/answer-list.ui");
  gtk_widget_class_bind_template_child (widget_class, BvAnswerList, button);
  gtk_widget_class_bind_template_child (widget_class, BvAnswerList, popover);
  gtk_widget_class_bind_template_child (widget_class, BvAnswerList, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
bv_answer_list_init (BvAnswerList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bv_answer_list_set:
 * @list: the list
 * @answers: (nullable) (element-type BvGivenAnswer): what was answered; %NULL: nothing
 *
 * Is not seen where nothing was answered.
 */
void
bv_answer_list_set (BvAnswerList *list, const GPtrArray *answers)
{
  guint n = answers != NULL ? answers->len : 0;
  g_autofree char *label
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u answered", "%u answered", n), n);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list->rows, 0)) != NULL)
    gtk_list_box_remove (list->rows, GTK_WIDGET (row));
  for (guint i = n; i > 0; i--)
    {
      const BvGivenAnswer *given = g_ptr_array_index (answers, i - 1);

      gtk_list_box_append (list->rows, bv_answer_row_new (given->key, given->title, _ ("take back")));
    }
  gtk_menu_button_set_label (list->button, label);
  gtk_widget_set_visible (GTK_WIDGET (list), n > 0);
}
