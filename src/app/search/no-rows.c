/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/search/no-rows.h"

#include <glib/gi18n-lib.h>

/**
 * BvNoRows:
 *
 * What stands in the place of the rows of a table that shows none: why there is none, and what leads on.
 * `widen` is emitted when the user wants to search where the page does not look now, `clear` when nothing is
 * to be searched any more.
 */
struct _BvNoRows
{
  GtkWidget parent_instance;
  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkWidget *widen_button;
  GtkWidget *clear_button;
  GtkButton *on_button;
};

G_DEFINE_FINAL_TYPE (BvNoRows, bv_no_rows, GTK_TYPE_WIDGET)

enum
{
  WIDEN,
  CLEAR,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
widen_clicked_cb (BvNoRows *self)
{
  g_signal_emit (self, signals[WIDEN], 0);
}

static void
clear_clicked_cb (BvNoRows *self)
{
  g_signal_emit (self, signals[CLEAR], 0);
}

static void
show_texts (BvNoRows *self, const char *title, const char *text)
{
  gtk_label_set_label (self->title_label, title != NULL ? title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), title != NULL);
  gtk_label_set_label (self->text_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
bv_no_rows_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_NO_ROWS);
  G_OBJECT_CLASS (bv_no_rows_parent_class)->dispose (object);
}

static void
bv_no_rows_class_init (BvNoRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_no_rows_dispose;
  signals[WIDEN]
    = g_signal_new ("widen", BV_TYPE_NO_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLEAR]
    = g_signal_new ("clear", BV_TYPE_NO_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/search/no-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, BvNoRows, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvNoRows, text_label);
  gtk_widget_class_bind_template_child (widget_class, BvNoRows, widen_button);
  gtk_widget_class_bind_template_child (widget_class, BvNoRows, clear_button);
  gtk_widget_class_bind_template_child (widget_class, BvNoRows, on_button);
  gtk_widget_class_bind_template_callback (widget_class, widen_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_no_rows_init (BvNoRows *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* An action without its target would be none of the window's. */
static void
set_action (GtkActionable *button, const char *detailed)
{
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  if (!g_action_parse_detailed_name (detailed, &name, &target, NULL))
    g_return_if_reached ();
  gtk_actionable_set_action_name (button, NULL);
  gtk_actionable_set_action_target_value (button, target);
  gtk_actionable_set_action_name (button, name);
}

/**
 * bv_no_rows_new:
 *
 * Returns: (transfer floating): a note that is hidden
 */
GtkWidget *
bv_no_rows_new (void)
{
  return g_object_new (BV_TYPE_NO_ROWS, NULL);
}

/**
 * bv_no_rows_explain:
 * @note: a note
 * @reason: why there are no rows, whatever is searched
 */
void
bv_no_rows_explain (BvNoRows *note, const BvNoRowsReason *reason)
{
  gtk_widget_set_visible (note->widen_button, FALSE);
  gtk_widget_set_visible (note->clear_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (note->on_button), reason->button != NULL);
  if (reason->button != NULL)
    {
      gtk_button_set_label (note->on_button, reason->button);
      set_action (GTK_ACTIONABLE (note->on_button), reason->action);
    }
  show_texts (note, reason->title, reason->text);
}

/**
 * bv_no_rows_show_search:
 * @note: a note
 * @search: what was searched, as typed
 * @scope: (nullable): where; it can be searched elsewhere. %NULL: there is nothing like it anywhere
 * @offer: (nullable): what is written on the button that leads there
 */
void
bv_no_rows_show_search (BvNoRows *note, const char *search, const char *scope, const char *offer)
{
  g_autofree char *words = g_strstrip (g_strdup (search));
  g_autofree char *text = NULL;

  if (scope != NULL)
    /* Translators: the first %s is what was searched, the second the name of a group. */
    text = g_strdup_printf (_ ("No row matches “%s” in %s."), words, scope);
  else
    text = g_strdup_printf (_ ("No row matches “%s”."), words);
  if (offer != NULL)
    gtk_button_set_label (GTK_BUTTON (note->widen_button), offer);
  gtk_widget_set_visible (note->widen_button, scope != NULL);
  gtk_widget_set_visible (note->clear_button, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (note->on_button), FALSE);
  show_texts (note, NULL, text);
}

/**
 * bv_no_rows_hide:
 * @note: a note
 *
 * There are rows.
 */
void
bv_no_rows_hide (BvNoRows *note)
{
  gtk_widget_set_visible (GTK_WIDGET (note), FALSE);
}
