/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/shortcuts.h"

#include <glib/gi18n-lib.h>

#define DESCRIPTION "/io/github/bangvang/BangVang/ui/window/shortcuts.ui"

/* As a .ui file would: GTK 4.8 has no other way to add to a list of shortcuts. */
static void
add_child (GtkBuilder *builder, gpointer parent, gpointer child)
{
  GTK_BUILDABLE_GET_IFACE (parent)->add_child (parent, builder, child, NULL);
}

static void
add_shortcut (GtkBuilder *builder, const char *action, const char *title)
{
  add_child (builder, gtk_builder_get_object (builder, "pages"),
             g_object_new (GTK_TYPE_SHORTCUTS_SHORTCUT, "action-name", action, "title", title, NULL));
}

static void
add_page (GtkBuilder *builder, const BvPageInfo *info)
{
  g_autofree char *action = g_strconcat ("win.page::", info->key, NULL);

  add_shortcut (builder, action, _ (info->title));
}

/* What several pages have is listed once. */
static void
add_actions (GtkBuilder *builder, const BvPageInfo *info, GHashTable *listed)
{
  for (guint i = 0; i < info->n_actions; i++)
    {
      g_autofree char *action = g_strconcat ("win.", info->actions[i].name, NULL);

      if (info->actions[i].key != NULL && !info->actions[i].of_row
          && g_hash_table_add (listed, (gpointer) info->actions[i].name))
        add_shortcut (builder, action, _ (info->actions[i].title));
    }
}

static GtkShortcutsWindow *
create_list (BvPageBook *pages)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (DESCRIPTION);
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  GtkShortcutsWindow *list = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  guint n_pages = bv_page_book_count (pages);

  for (guint i = 0; i < n_pages; i++)
    add_page (builder, bv_page_get_info (bv_page_book_get_nth (pages, i)));
  for (guint i = 0; i < n_pages; i++)
    add_actions (builder, bv_page_get_info (bv_page_book_get_nth (pages, i)), listed);
  add_child (builder, list, gtk_builder_get_object (builder, "section"));
  return list;
}

/* GTK titles the list of shortcuts itself, in the language of the locale. */
static void
set_title (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), "Shortcuts"))
    gtk_label_set_label (GTK_LABEL (widget), _ ("Keyboard shortcuts"));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_title (child);
}

/**
 * bv_shortcuts_show:
 * @window: the window
 * @pages: its pages
 *
 * Lists the keys of the window, and those that its pages bring with them.
 */
void
bv_shortcuts_show (GtkApplicationWindow *window, BvPageBook *pages)
{
  GtkShortcutsWindow *list = gtk_application_window_get_help_overlay (window);

  if (list == NULL)
    {
      list = create_list (pages);
      gtk_application_window_set_help_overlay (window, list);
    }
  gtk_window_present (GTK_WINDOW (list));
  set_title (gtk_window_get_titlebar (GTK_WINDOW (list)));
}
