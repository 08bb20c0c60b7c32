/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/welcome-page.h"

/**
 * BvWelcomePage:
 *
 * What an empty library shows: what to do first, with the buttons that do it. It is built when it is shown:
 * most libraries have a campaign.
 */
struct _BvWelcomePage
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BvWelcomePage, bv_welcome_page, GTK_TYPE_WIDGET)

static void
bv_welcome_page_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (bv_welcome_page_parent_class)->dispose (object);
}

static void
bv_welcome_page_map (GtkWidget *widget)
{
  if (gtk_widget_get_first_child (widget) == NULL)
    gtk_widget_init_template (widget);
  GTK_WIDGET_CLASS (bv_welcome_page_parent_class)->map (widget);
}

static void
bv_welcome_page_class_init (BvWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_welcome_page_dispose;
  widget_class->map = bv_welcome_page_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/window/welcome-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_welcome_page_init (BvWelcomePage *self)
{
}
