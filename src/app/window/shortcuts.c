/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/shortcuts.h"

#include <glib/gi18n-lib.h>

#define BV_TYPE_SHORTCUTS_WINDOW (bv_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (BvShortcutsWindow, bv_shortcuts_window, BV, SHORTCUTS_WINDOW, GtkWindow)

/**
 * BvShortcutsWindow:
 *
 * The keys of the window, and those that its pages bring with them, in the order in which they are needed.
 * GTK's own list puts its groups wherever they fill a column.
 */
struct _BvShortcutsWindow
{
  GtkWindow parent_instance;
  GtkBox *pages;
};

G_DEFINE_FINAL_TYPE (BvShortcutsWindow, bv_shortcuts_window, GTK_TYPE_WINDOW)

static void
bv_shortcuts_window_class_init (BvShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/window/shortcuts.ui");
  gtk_widget_class_bind_template_child (widget_class, BvShortcutsWindow, pages);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_shortcuts_window_init (BvShortcutsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* As a .ui file would: GTK 4.8 has no other way to add to a group. */
static void
add_shortcut (BvShortcutsWindow *self, const char *action, const char *title, const char *key)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();

  GTK_BUILDABLE_GET_IFACE (self->pages)
    ->add_child (GTK_BUILDABLE (self->pages), builder,
                 g_object_new (GTK_TYPE_SHORTCUTS_SHORTCUT, "action-name", action, "title", title,
                               "accelerator", key, NULL),
                 NULL);
}

static void
add_page (BvShortcutsWindow *self, const BvPageInfo *info)
{
  g_autofree char *action = g_strconcat ("win.page::", info->key, NULL);

  add_shortcut (self, action, _ (info->title), NULL);
}

/* What several pages have is listed once; what has its key in a table is listed there. */
static void
add_actions (BvShortcutsWindow *self, const BvPageInfo *info, GHashTable *listed)
{
  for (guint i = 0; i < info->n_actions; i++)
    {
      const BvPageAction *what = &info->actions[i];
      g_autofree char *action = g_strconcat ("win.", what->name, NULL);

      if (what->key != NULL && !what->of_row && g_hash_table_add (listed, (gpointer) what->title))
        add_shortcut (self, action, _ (what->title), what->key);
    }
}

static void
add_pages (BvShortcutsWindow *self, BvPageBook *pages)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_pages = bv_page_book_count (pages);

  for (guint i = 0; i < n_pages; i++)
    if (!bv_page_get_info (bv_page_book_get_nth (pages, i))->of_menu)
      add_page (self, bv_page_get_info (bv_page_book_get_nth (pages, i)));
  for (guint i = 0; i < n_pages; i++)
    add_actions (self, bv_page_get_info (bv_page_book_get_nth (pages, i)), listed);
}

/* The keys of an action are those that the program has for it. */
static void
show_keys (GtkWidget *widget, GtkApplication *application)
{
  g_autofree char *action = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && !GTK_IS_SHORTCUTS_SHORTCUT (widget); child = gtk_widget_get_next_sibling (child))
    show_keys (child, application);
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    g_object_get (widget, "action-name", &action, NULL);
  if (action != NULL)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (application, action);
      g_autofree char *text = g_strjoinv (" ", keys);

      /* A key that is another action's on the page that is shown stays in the list. */
      if (*text != '\0')
        g_object_set (widget, "accelerator", text, NULL);
    }
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
  BvShortcutsWindow *list = g_object_new (BV_TYPE_SHORTCUTS_WINDOW, "transient-for", window, NULL);

  add_pages (list, pages);
  show_keys (GTK_WIDGET (list), gtk_window_get_application (GTK_WINDOW (window)));
  gtk_window_present (GTK_WINDOW (list));
}
