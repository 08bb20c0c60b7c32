/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ways/way-actions.h"

#include "app/menu/action-key.h"
#include "app/ways/way.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of what is in no menu. */
#define UNDO_ICON "edit-undo-symbolic"
#define REDO_ICON "edit-redo-symbolic"
#define MENU_ICON "open-menu-symbolic"

/* What is gathered. */
typedef struct
{
  GtkApplicationWindow *window;
  GPtrArray *ways;   /* of BvWay */
  GHashTable *known; /* what leads to them, with its target */
} Gathering;

static gboolean
is_on (Gathering *self, const char *action)
{
  GApplication *application = g_application_get_default ();
  GActionGroup *group
    = g_str_has_prefix (action, "app.") ? G_ACTION_GROUP (application) : G_ACTION_GROUP (self->window);

  return g_action_group_get_action_enabled (group, strchr (action, '.') + 1);
}

/* What cannot be done now is not listed, and nothing twice. */
static void
take (Gathering *self, BvWay *way)
{
  g_autofree char *detailed = g_action_print_detailed_name (way->action, way->target);

  if (!is_on (self, way->action) || g_hash_table_contains (self->known, detailed))
    {
      bv_way_free (way);
      return;
    }
  if (way->key == NULL)
    way->key = bv_action_key_find (detailed);
  g_hash_table_add (self->known, g_steal_pointer (&detailed));
  g_ptr_array_add (self->ways, way);
}

static void
add_action (Gathering *self, const BvPageInfo *info, const BvPageAction *what)
{
  g_autofree char *action = g_strconcat ("win.", what->name, NULL);
  BvWay *way = bv_way_new (BV_WAY_ACTION, info->icon_name, _ (what->title), action);

  if (!info->of_menu)
    bv_way_take_detail (way, g_strdup (_ (info->title)));
  /* Of an action of rows the program knows no key; others may have lost theirs to the page that is shown. */
  if (what->of_row)
    way->key = bv_action_key_write (what->key);
  take (self, way);
}

/* What is done with a row is done with one that is seen. What is there by its key alone moves about. */
static void
add_actions (Gathering *self, BvPage *page, gboolean shown)
{
  const BvPageInfo *info = bv_page_get_info (page);

  for (guint i = 0; i < info->n_actions; i++)
    if (!info->actions[i].of_key && (shown || !info->actions[i].of_row))
      add_action (self, info, &info->actions[i]);
}

static void
add_page (Gathering *self, BvPage *page)
{
  const BvPageInfo *info = bv_page_get_info (page);

  if (!info->of_menu && bv_page_is_offered (page))
    take (self, bv_way_new_page (BV_WAY_ACTION, info->icon_name, _ (info->title), info->key));
}

static void
add_other (Gathering *self, const char *icon_name, const char *title, const char *action)
{
  take (self, bv_way_new (BV_WAY_ACTION, icon_name, title, action));
}

static void
add_item (Gathering *self, GMenuModel *menu, int i)
{
  g_autofree char *label = NULL;
  g_autofree char *action = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *title = NULL;
  BvWay *way;

  if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action)
      || !g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
    return;
  parts = g_strsplit (label, "_", -1);
  title = g_strjoinv ("", parts);
  way = bv_way_new (BV_WAY_ACTION, MENU_ICON, title, action);
  way->target = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
  take (self, way);
}

/* As deep as it goes. */
static void
add_menu (Gathering *self, GMenuModel *menu)
{
  static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      add_item (self, menu, i);
      for (guint k = 0; k < G_N_ELEMENTS (links); k++)
        {
          g_autoptr (GMenuModel) inner = g_menu_model_get_item_link (menu, i, links[k]);

          if (inner != NULL)
            add_menu (self, inner);
        }
    }
}

/**
 * bv_way_actions_list:
 * @window: a window
 * @pages: its pages, one of them shown
 * @menu: its menu
 *
 * Returns: (transfer full) (element-type BvWay): all that can be done now, with keys: on the page that is
 * shown, the pages themselves, what the others can do, and what the menu has
 */
GPtrArray *
bv_way_actions_list (GtkApplicationWindow *window, BvPageBook *pages, GMenuModel *menu)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Gathering self = { window, g_ptr_array_new_with_free_func ((GDestroyNotify) bv_way_free), known };
  BvPage *shown = bv_page_book_get_visible (pages);
  guint n_pages = bv_page_book_count (pages);

  add_actions (&self, shown, TRUE);
  for (guint i = 0; i < n_pages; i++)
    add_page (&self, bv_page_book_get_nth (pages, i));
  for (guint i = 0; i < n_pages; i++)
    add_actions (&self, bv_page_book_get_nth (pages, i), FALSE);
  add_other (&self, UNDO_ICON, _ ("Undo"), "win.undo");
  add_other (&self, REDO_ICON, _ ("Redo"), "win.redo");
  add_menu (&self, menu);
  return self.ways;
}
