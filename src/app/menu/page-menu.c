/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/menu/page-menu.h"

#include <glib/gi18n-lib.h>

static gboolean
is_of_row (const BvPageAction *action)
{
  return action->of_row;
}

static gboolean
is_of_page (const BvPageAction *action)
{
  return !action->of_row && !action->of_view;
}

static gboolean
is_of_view (const BvPageAction *action)
{
  return action->of_view && !action->of_row && !action->of_key;
}

/* The key of what is done with a row counts in the table alone: the program does not know it. */
static void
append_item (GMenu *section, const BvPageAction *action)
{
  g_autofree char *name = g_strconcat ("win.", action->name, NULL);
  g_autoptr (GMenuItem) item = g_menu_item_new (_ (action->title), name);

  if (action->of_row && action->key != NULL)
    g_menu_item_set_attribute (item, "accel", "s", action->key);
  g_menu_append_item (section, item);
}

static void
append_section (GMenu *menu, const BvPageInfo *info, gboolean (*has) (const BvPageAction *action))
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < info->n_actions; i++)
    if (has (&info->actions[i]))
      append_item (section, &info->actions[i]);
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/**
 * bv_page_menu_new:
 * @info: what a page is
 *
 * Returns: (transfer full): a menu of all that it can do, with the keys: with the selected row, with the
 * page, and how it is seen
 */
GMenuModel *
bv_page_menu_new (const BvPageInfo *info)
{
  GMenu *menu = g_menu_new ();

  append_section (menu, info, is_of_row);
  append_section (menu, info, is_of_page);
  append_section (menu, info, is_of_view);
  return G_MENU_MODEL (menu);
}

/**
 * bv_page_menu_new_popover:
 * @info: what a page is
 *
 * Returns: (transfer floating): that menu, to be opened at what it is about
 */
GtkWidget *
bv_page_menu_new_popover (const BvPageInfo *info)
{
  g_autoptr (GMenuModel) menu = bv_page_menu_new (info);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_name (popover, "row-menu");
  return popover;
}
