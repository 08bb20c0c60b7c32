/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/score-tools/return-popover.h"

#include "core/text/text.h"

/* More of a reason is cut on its button. */
#define REASON_CHARS 48

/**
 * BvReturnPopover:
 *
 * Asks why scores are returned: typed, or one of those that were given before. `returned` says the reason.
 */
struct _BvReturnPopover
{
  GtkPopover parent_instance;
  GtkLabel *title;
  GtkEditable *entry;
  GtkBox *reasons;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (BvReturnPopover, bv_return_popover, GTK_TYPE_POPOVER)

enum
{
  RETURNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
give (BvReturnPopover *self, const char *reason)
{
  g_autofree char *text = g_strstrip (g_strdup (reason));

  if (bv_text_is_blank (text))
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[RETURNED], 0, text);
}

static void
entered_cb (BvReturnPopover *self)
{
  give (self, gtk_editable_get_text (self->entry));
}

static void
changed_cb (BvReturnPopover *self)
{
  gtk_widget_set_sensitive (self->button, !bv_text_is_blank (gtk_editable_get_text (self->entry)));
}

static void
reason_cb (BvReturnPopover *self, GtkButton *button)
{
  give (self, gtk_label_get_label (GTK_LABEL (gtk_button_get_child (button))));
}

static void
bv_return_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_RETURN_POPOVER);
  G_OBJECT_CLASS (bv_return_popover_parent_class)->dispose (object);
}

static void
bv_return_popover_class_init (BvReturnPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_return_popover_dispose;
  signals[RETURNED] = g_signal_new ("returned", BV_TYPE_RETURN_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bangvang/BangVang/ui/score-tools/return-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, BvReturnPopover, title);
  gtk_widget_class_bind_template_child (widget_class, BvReturnPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, BvReturnPopover, reasons);
  gtk_widget_class_bind_template_child (widget_class, BvReturnPopover, button);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
bv_return_popover_init (BvReturnPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bv_return_popover_new:
 * @parent: what it stands at, which unparents it
 *
 * Returns: (transfer none): a popover that asks nothing yet
 */
GtkWidget *
bv_return_popover_new (GtkWidget *parent)
{
  GtkWidget *popover = g_object_new (BV_TYPE_RETURN_POPOVER, NULL);

  gtk_widget_set_parent (popover, parent);
  return popover;
}

static void
add_reason (BvReturnPopover *self, const char *reason)
{
  GtkWidget *label = gtk_label_new (reason);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), REASON_CHARS);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (reason_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->reasons, button);
}

/**
 * bv_return_popover_ask:
 * @popover: the popover
 * @title: what is returned
 * @reasons: (element-type utf8): those that were given before
 * @place: where it points to, in pixels of its parent
 */
void
bv_return_popover_ask (BvReturnPopover *popover,
                       const char *title,
                       const GPtrArray *reasons,
                       const GdkRectangle *place)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (popover->reasons))) != NULL)
    gtk_box_remove (popover->reasons, child);
  for (guint i = 0; i < reasons->len; i++)
    add_reason (popover, g_ptr_array_index (reasons, i));
  gtk_label_set_label (popover->title, title);
  gtk_editable_set_text (popover->entry, "");
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), place);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (GTK_WIDGET (popover->entry));
}
