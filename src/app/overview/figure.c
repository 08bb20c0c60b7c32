/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/figure.h"

#include "app/page/context.h"

/**
 * BvFigure:
 *
 * A large number, what it counts, and a word beside that: a button that leads to exactly that, or off where
 * it leads nowhere.
 */
struct _BvFigure
{
  GtkButton parent_instance;
  GtkLabel *number;
  GtkLabel *words;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (BvFigure, bv_figure, GTK_TYPE_BUTTON)

static void
bv_figure_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_FIGURE);
  G_OBJECT_CLASS (bv_figure_parent_class)->dispose (object);
}

static void
bv_figure_class_init (BvFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_figure_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/overview/figure.ui");
  gtk_widget_class_bind_template_child (widget_class, BvFigure, number);
  gtk_widget_class_bind_template_child (widget_class, BvFigure, words);
  gtk_widget_class_bind_template_child (widget_class, BvFigure, note);
}

static void
bv_figure_init (BvFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bv_figure_set:
 * @figure: a figure
 * @number: the number
 * @words: what it counts
 * @note: what is beside that
 */
void
bv_figure_set (BvFigure *figure, const char *number, const char *words, const char *note)
{
  g_autofree char *name = g_strdup_printf ("%s %s, %s", number, words, note);

  gtk_label_set_label (figure->number, number);
  gtk_label_set_label (figure->words, words);
  gtk_label_set_label (figure->note, note);
  gtk_widget_set_tooltip_text (GTK_WIDGET (figure), NULL);
  bv_context_name (GTK_WIDGET (figure), name);
}
