/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page/page-actions.h"

#include <string.h>

/* Alt with one of these shows the page that stands there in the side list: a step of the work, or below its
 * rule. */
#define STEP_KEYS "12345678"
#define SETUP_KEYS "90"

static const BvPageAction *
find_action (BvPage *page, const char *name)
{
  const BvPageInfo *info = bv_page_get_info (page);

  for (guint i = 0; i < info->n_actions; i++)
    if (g_str_equal (info->actions[i].name, name))
      return &info->actions[i];
  g_return_val_if_reached (NULL);
}

static void
activate_cb (GAction *action, GVariant *parameter, gpointer page)
{
  const BvPageAction *what = find_action (page, g_action_get_name (action));

  if (!what->of_view || gtk_widget_get_mapped (page))
    what->activate (page);
}

static void
set_key (GtkApplication *application, const char *key, const char *action)
{
  const char *keys[] = { key, NULL };

  gtk_application_set_accels_for_action (application, action, keys);
}

static void
add_action (GtkApplicationWindow *window, BvPage *page, const BvPageAction *what)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), what->name);
  g_autofree char *name = g_strconcat ("win.", what->name, NULL);
  g_autoptr (GSimpleAction) added = NULL;

  if (action == NULL)
    {
      added = g_simple_action_new (what->name, NULL);
      action = G_ACTION (added);
      g_action_map_add_action (G_ACTION_MAP (window), action);
    }
  g_signal_connect_object (action, "activate", G_CALLBACK (activate_cb), page, 0);
  if (what->key != NULL && !what->of_row)
    set_key (gtk_window_get_application (GTK_WINDOW (window)), what->key, name);
}

/**
 * bv_page_actions_add:
 * @window: the window
 * @page: a page of it
 * @place: its place above or below the rule of the side list, from 0
 *
 * Gives the window what the page can do, and the keys for it and for showing the page.
 */
void
bv_page_actions_add (GtkApplicationWindow *window, BvPage *page, guint place)
{
  const BvPageInfo *info = bv_page_get_info (page);
  g_autofree char *show = g_strconcat ("win.page::", info->key, NULL);
  const char *keys = info->of_setup ? SETUP_KEYS : STEP_KEYS;
  g_autofree char *key = NULL;

  for (guint i = 0; i < info->n_actions; i++)
    add_action (window, page, &info->actions[i]);
  if (place >= strlen (keys) || info->of_menu)
    return;
  key = g_strdup_printf ("<Alt>%c", keys[place]);
  set_key (gtk_window_get_application (GTK_WINDOW (window)), key, show);
}

/* Of two actions with one key that has it which the shown page can do; else the one that all pages can. */
static void
choose_key (GtkApplication *application, const BvPageAction *what, gboolean shown)
{
  g_autofree char *name = g_strconcat ("win.", what->name, NULL);
  g_auto (GStrv) others = NULL;

  if (what->key == NULL || what->of_row)
    return;
  if (what->of_page && !shown)
    {
      set_key (application, NULL, name);
      return;
    }
  others = gtk_application_get_actions_for_accel (application, what->key);
  for (guint i = 0; shown && what->of_page && others[i] != NULL; i++)
    if (!g_str_equal (others[i], name))
      set_key (application, NULL, others[i]);
  if (!g_strv_contains ((const char *const *) others, name))
    set_key (application, what->key, name);
}

/**
 * bv_page_actions_update:
 * @window: the window
 * @page: a page of it
 * @shown: whether it is the one that is shown
 * @writable: whether the campaign can be changed now
 *
 * Enables what the page can do now. Of several pages that have the same, the one that is shown comes last.
 */
void
bv_page_actions_update (GActionMap *window, BvPage *page, gboolean shown, gboolean writable)
{
  const BvPageInfo *info = bv_page_get_info (page);

  for (guint i = 0; i < info->n_actions; i++)
    {
      const BvPageAction *what = &info->actions[i];
      gboolean here = (what->of_view ? shown : writable) && (!what->of_page || shown);
      gboolean enabled = here && (!what->of_row || bv_page_has_row (page));

      choose_key (gtk_window_get_application (GTK_WINDOW (window)), what, shown);
      g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (window, what->name)),
                                   enabled);
    }
}
