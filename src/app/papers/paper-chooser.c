/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/papers/paper-chooser.h"

#include "app/page/context.h"

/**
 * BvPaperChooser:
 * @chosen: signal: another paper, or the same of others
 *
 * What leaves the office is chosen: which paper, and of whom, in two drop-downs.
 */
struct _BvPaperChooser
{
  GtkWidget parent_instance;

  GtkDropDown *paper_list;
  GtkDropDown *scope_list;
  GListStore *choices;

  BvSession *session;
  GListModel *special; /* what is selected in the window */
  gboolean is_filling; /* the drop-downs */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvPaperChooser, bv_paper_chooser, GTK_TYPE_WIDGET)

static void
fill_choices (BvPaperChooser *self, BvPaperId paper)
{
  g_list_store_remove_all (self->choices);
  bv_paper_choice_fill (self->choices, self->session, paper, self->special);
  gtk_drop_down_set_selected (self->scope_list, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->scope_list),
                          g_list_model_get_n_items (G_LIST_MODEL (self->choices)) > 1);
}

static void
paper_selected_cb (BvPaperChooser *self)
{
  if (self->is_filling)
    return;
  self->is_filling = TRUE;
  fill_choices (self, gtk_drop_down_get_selected (self->paper_list));
  self->is_filling = FALSE;
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
scope_selected_cb (BvPaperChooser *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
bv_paper_chooser_dispose (GObject *object)
{
  BvPaperChooser *self = BV_PAPER_CHOOSER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_PAPER_CHOOSER);
  g_clear_object (&self->special);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bv_paper_chooser_parent_class)->dispose (object);
}

static void
bv_paper_chooser_class_init (BvPaperChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_paper_chooser_dispose;
  signals[CHOSEN]
    = g_signal_new ("chosen", BV_TYPE_PAPER_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (BV_TYPE_PAPER_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/papers/paper-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, BvPaperChooser, paper_list);
  gtk_widget_class_bind_template_child (widget_class, BvPaperChooser, scope_list);
  gtk_widget_class_bind_template_child (widget_class, BvPaperChooser, choices);
  gtk_widget_class_bind_template_callback (widget_class, paper_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_selected_cb);
}

static void
fill_papers (BvPaperChooser *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < BV_N_PAPERS; i++)
    gtk_string_list_append (titles, bv_paper_title (i));
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->paper_list, G_LIST_MODEL (titles));
  self->is_filling = FALSE;
}

static void
bv_paper_chooser_init (BvPaperChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_context_name_button (self->paper_list);
  bv_context_name_button (self->scope_list);
  fill_papers (self);
}

static void
select_scope (BvPaperChooser *self, BvPaperChoice *choice)
{
  guint n_choices = g_list_model_get_n_items (G_LIST_MODEL (self->choices));

  for (guint i = 0; i < n_choices; i++)
    {
      g_autoptr (BvPaperChoice) other = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      if (bv_paper_choice_is_same (choice, other))
        gtk_drop_down_set_selected (self->scope_list, i);
    }
}

/**
 * bv_paper_chooser_set_session:
 * @chooser: the chooser
 * @session: a session with a campaign, of which the papers are
 */
void
bv_paper_chooser_set_session (BvPaperChooser *chooser, BvSession *session)
{
  g_set_object (&chooser->session, session);
}

/**
 * bv_paper_chooser_choose:
 * @chooser: the chooser
 * @choice: what is chosen from now on
 * @special: list of #BvPaperChoice: what is selected in the window, and can be chosen too
 */
void
bv_paper_chooser_choose (BvPaperChooser *chooser, BvPaperChoice *choice, GListModel *special)
{
  BvPaperId paper = bv_paper_choice_get_paper (choice);

  g_set_object (&chooser->special, special);
  chooser->is_filling = TRUE;
  gtk_drop_down_set_selected (chooser->paper_list, paper);
  fill_choices (chooser, paper);
  select_scope (chooser, choice);
  chooser->is_filling = FALSE;
  g_signal_emit (chooser, signals[CHOSEN], 0);
}

/**
 * bv_paper_chooser_get_paper:
 * @chooser: the chooser
 *
 * Returns: which paper is chosen, whoever it is of
 */
BvPaperId
bv_paper_chooser_get_paper (BvPaperChooser *chooser)
{
  return gtk_drop_down_get_selected (chooser->paper_list);
}

/**
 * bv_paper_chooser_get_chosen:
 * @chooser: the chooser
 *
 * Returns: (transfer none) (nullable): what is chosen
 */
BvPaperChoice *
bv_paper_chooser_get_chosen (BvPaperChooser *chooser)
{
  return gtk_drop_down_get_selected_item (chooser->scope_list);
}
