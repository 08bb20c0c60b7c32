/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scoring/scoring-page-private.h"

#include <glib/gi18n-lib.h>

/* Which nominees the sheet shows is chosen in a menu of the page bar, and stands on its button. */

#define ACTION "scores.filter"

static const struct
{
  const char *name;
  const char *title;
} filters[BV_N_SCORE_FILTERS] = {
  [BV_SCORE_FILTER_NONE] = { "all", N_ ("All nominees") },
  [BV_SCORE_FILTER_WAITING] = { "waiting", N_ ("To be verified") },
  [BV_SCORE_FILTER_DIFFERENT] = { "different", N_ ("Differs from the self-score") },
  [BV_SCORE_FILTER_RETURNED] = { "returned", NULL },
  [BV_SCORE_FILTER_UNPROVEN] = { "unproven", N_ ("Evidence missing") },
};

static const char *
get_title (BvScoreFilter filter)
{
  return filter == BV_SCORE_FILTER_RETURNED ? C_ ("score", "Returned") : _ (filters[filter].title);
}

static void
filter_cb (GtkWidget *widget, const char *action, GVariant *target)
{
  const char *name = g_variant_get_string (target, NULL);

  for (guint i = 0; i < BV_N_SCORE_FILTERS; i++)
    if (g_str_equal (filters[i].name, name))
      bv_scoring_page_set_filter (BV_SCORING_PAGE (widget), i);
}

/* Room-private: has the menu choose. */
void
bv_scoring_page_install_filter (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, ACTION, "s", filter_cb);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < BV_N_SCORE_FILTERS; i++)
    {
      g_autofree char *action = g_strdup_printf (ACTION "::%s", filters[i].name);

      g_menu_append (menu, get_title (i), action);
    }
  return G_MENU_MODEL (menu);
}

/* Room-private: shows what is filtered, and offers the others. */
void
bv_scoring_page_take_filter (BvScoringPage *page)
{
  gboolean is_filtered = page->filter != BV_SCORE_FILTER_NONE;
  g_autoptr (GMenuModel) menu = NULL;

  if (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (page->filter_button)) == NULL)
    {
      menu = create_menu ();
      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (page->filter_button), menu);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (page->filter_button),
                             is_filtered ? get_title (page->filter) : _ ("Filter"));
  gtk_widget_set_visible (page->filter_end, is_filtered);
}

/* Room-private: opens its menu. */
void
bv_scoring_page_open_filter (BvPage *page)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (BV_SCORING_PAGE (page)->filter_button));
}

/* Room-private: says that nobody is left; returns FALSE where nothing is filtered. */
gboolean
bv_scoring_page_explain_filter (BvScoringPage *page)
{
  const BvGroup *group
    = bv_session_find_group (bv_page_get_session (BV_PAGE (page)), bv_tabs_get_chosen (page->tabs));
  g_autofree char *title = NULL;
  BvNoRowsReason reason = { .button = _ ("Take the _filter off"), .action = ACTION "::all" };

  if (page->filter == BV_SCORE_FILTER_NONE || group == NULL)
    return FALSE;
  /* Translators: the first %s is a filter, the second the name of a group. */
  title = g_strdup_printf (_ ("No row matches “%s” in %s."), get_title (page->filter), group->name);
  reason.title = title;
  bv_no_rows_explain (page->no_rows, &reason);
  return TRUE;
}
