/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/menu/more-button.h"

#include "app/menu/page-menu.h"

/**
 * BvMoreButton:
 *
 * The last of the bar of a page: opens the menu of all that the page can do, which the right button opens at
 * a row.
 */
struct _BvMoreButton
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BvMoreButton, bv_more_button, GTK_TYPE_WIDGET)

/* The page does not wait at its start for a menu that nobody opened. */
static void
create_menu_cb (GtkMenuButton *button, gpointer data)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (button), BV_TYPE_PAGE);
  g_autoptr (GMenuModel) menu = NULL;

  if (page == NULL || gtk_menu_button_get_popover (button) != NULL)
    return;
  menu = bv_page_menu_new (bv_page_get_info (BV_PAGE (page)));
  gtk_menu_button_set_menu_model (button, menu);
}

static void
bv_more_button_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_MORE_BUTTON);
  G_OBJECT_CLASS (bv_more_button_parent_class)->dispose (object);
}

static void
bv_more_button_class_init (BvMoreButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_more_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/menu/more-button.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_more_button_init (BvMoreButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (gtk_widget_get_first_child (GTK_WIDGET (self))),
                                         create_menu_cb, self, NULL);
}
