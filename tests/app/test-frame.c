/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/menu/more-button.h"
#include "app/page/tabs.h"
#include "core/unit.h"
#include "hand.h"
#include "store/lists.h"

#include <string.h>

#define N_TIMES 20
#define WIDE 1366
#define HIGH 768
#define GIVEN 420
/* The narrowest that the drawing allows, beside the border. */
#define LEAST 320
#define USUAL 340
#define BORDERS 16

static gboolean
is_as_wide (gpointer window)
{
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  return ABS (width - gtk_widget_get_width (window)) <= BORDERS;
}

static void
resize (BvWindow *window, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  fixture_wait (is_as_wide, window, "the window's width");
  fixture_settle (window);
}

static GtkWidget *
get_details (BvPage *page)
{
  return BV_PAGE_GET_IFACE (page)->get_part (page, BV_PAGE_DETAILS);
}

static BvTabs *
get_tabs (BvPage *page)
{
  return BV_PAGE_GET_IFACE (page)->get_tabs (page);
}

static void
drag_handle (BvWindow *window, BvPage *page, int width)
{
  GtkPaned *paned = GTK_PANED (gtk_widget_get_parent (get_details (page)));

  gtk_paned_set_position (paned,
                          gtk_paned_get_position (paned) + gtk_widget_get_width (get_details (page)) - width);
  fixture_settle (window);
  g_assert_cmpint (gtk_widget_get_width (get_details (page)), ==, width);
}

static gint64 chosen_group;

static void
change_view (BvWindow *window)
{
  BvPage *nominees;

  resize (window, WIDE, HIGH);
  nominees = BV_PAGE (fixture_show (window, "nominees"));
  bv_page_step_tab (nominees, 2);
  chosen_group = bv_tabs_get_chosen (get_tabs (nominees));
  drag_handle (window, BV_PAGE (fixture_show (window, "ranking")), GIVEN);
  fixture_close_window (window);
}

static void
test_kept (BvWindow *window)
{
  BvPage *page = bv_window_get_visible_page (window);
  BvPage *nominees;

  g_assert_cmpstr (bv_page_get_info (page)->key, ==, "ranking");
  g_assert_cmpint (gtk_widget_get_width (get_details (page)), ==, GIVEN);
  nominees = BV_PAGE (fixture_show (window, "nominees"));
  g_assert_cmpint (chosen_group, !=, 0);
  g_assert_cmpint (bv_tabs_get_chosen (get_tabs (nominees)), ==, chosen_group);
  for (guint i = 0; i < fixture_count_rows (BV_TABLE_PAGE (nominees)); i++)
    {
      GtkSelectionModel *rows = gtk_column_view_get_model (bv_table_page_get_view (BV_TABLE_PAGE (nominees)));
      g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      g_assert_cmpint (bv_table_get_group (bv_row_get_table (row), bv_row_get_index (row)), ==, chosen_group);
    }
}

static void
test_width (BvWindow *window)
{
  static const char *const pages[] = { "inbox", "ranking", "units" };

  resize (window, WIDE, HIGH);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      BvPage *page = BV_PAGE (fixture_show (window, pages[i]));

      g_test_message ("%s", pages[i]);
      g_assert_cmpint (gtk_widget_get_width (get_details (page)), ==, USUAL);
      drag_handle (window, page, LEAST);
      drag_handle (window, page, GIVEN);
    }
}

static void
hide_details (BvWindow *window)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "details", g_variant_new_boolean (FALSE));
  fixture_settle (window);
  fixture_close_window (window);
}

static void
test_hidden (BvWindow *window)
{
  g_autoptr (GVariant) shown = g_action_group_get_action_state (G_ACTION_GROUP (window), "details");
  BvPage *page = bv_window_get_visible_page (window);

  g_assert_false (g_variant_get_boolean (shown));
  g_assert_false (gtk_widget_get_visible (get_details (page)));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "details", g_variant_new_boolean (TRUE));
  fixture_settle (window);
  g_assert_cmpint (gtk_widget_get_width (get_details (page)), >=, LEAST);
}

static void
ask_for (BvWindow *window, const char *key)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "page", g_variant_new_string (key));
  fixture_settle (window);
  g_assert_cmpstr (bv_page_get_info (bv_window_get_visible_page (window))->key, ==, key);
}

static void
test_focus (BvWindow *window)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "search", NULL);
  ask_for (window, "ranking");
  g_assert_true (bv_page_has_focus (bv_window_get_visible_page (window), BV_PAGE_MAIN));
  g_assert_true (bv_page_focus_part (bv_window_get_visible_page (window), BV_PAGE_DETAILS));
  ask_for (window, "units");
  g_assert_true (bv_page_has_focus (bv_window_get_visible_page (window), BV_PAGE_MAIN));
}

static GtkListBox *
find_side_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX (widget) && gtk_widget_has_css_class (widget, "navigation-sidebar"))
    return GTK_LIST_BOX (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkListBox *found = find_side_list (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_side_list (BvWindow *window)
{
  GtkListBox *list = find_side_list (GTK_WIDGET (window));
  g_autofree char *key = hand_find_page_key ("ranking");
  GtkListBoxRow *ranking;

  ask_for (window, "nominees");
  ranking = gtk_list_box_get_row_at_index (list, key[strlen (key) - 1] - '1');
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (list))));
  gtk_list_box_select_row (list, ranking);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (ranking)));
  fixture_settle (window);
  g_assert_cmpstr (bv_page_get_info (bv_window_get_visible_page (window))->key, ==, "ranking");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (ranking));
  g_signal_emit_by_name (list, "row-activated", ranking);
  g_assert_true (bv_page_has_focus (bv_window_get_visible_page (window), BV_PAGE_MAIN));
}

typedef gboolean (*Matches) (GtkWidget *widget);

static guint
count (GtkWidget *widget, Matches matches)
{
  guint n = matches (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, matches);
  return n;
}

static gboolean
is_action (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  gboolean of_bar = gtk_widget_has_css_class (parent, "page-bar");

  return of_bar && (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget)) && gtk_widget_get_visible (widget)
         && widget != gtk_widget_get_first_child (parent);
}

static gboolean
is_blue (GtkWidget *widget)
{
  return gtk_widget_has_css_class (widget, "suggested-action") && gtk_widget_get_mapped (widget);
}

static gboolean
is_more (GtkWidget *widget)
{
  return BV_IS_MORE_BUTTON (widget);
}

static void
test_bars (BvWindow *window)
{
  static const char *const pages[] = { "inbox", "nominees", "ranking", "rules", "units", "backups" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page;

      ask_for (window, pages[i]);
      page = GTK_WIDGET (bv_window_get_visible_page (window));
      if (g_str_equal (pages[i], "rules"))
        bv_page_step_tab (BV_PAGE (page), 1);
      fixture_settle (window);
      g_test_message ("%s", pages[i]);
      g_assert_cmpuint (count (page, is_action), <=, 3);
      g_assert_cmpuint (count (page, is_blue), ==, 1);
      g_assert_cmpuint (count (page, is_more), ==, 1);
    }
}

static void
test_more (BvWindow *window)
{
  GtkWidget *page = GTK_WIDGET (fixture_show (window, "units"));
  GtkWidget *bar = gtk_widget_get_first_child (gtk_widget_get_first_child (page));
  GtkWidget *more = gtk_widget_get_last_child (bar);
  GtkMenuButton *button = GTK_MENU_BUTTON (gtk_widget_get_first_child (more));

  g_assert_true (BV_IS_MORE_BUTTON (more));
  gtk_menu_button_popup (button);
  fixture_settle (window);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (gtk_menu_button_get_popover (button)),
                                       "Add the units of a block from Excel or Word"));
  gtk_menu_button_popdown (button);
}

static guint
count_widgets (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

static guint
open_all_pages (BvWindow *window)
{
  static const char *const pages[]
    = { "overview", "inbox", "nominees", "scoring", "documents", "ranking", "rules", "units" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      bv_window_show_page (window, pages[i]);
      fixture_settle (window);
      g_assert_cmpstr (bv_page_get_info (bv_window_get_visible_page (window))->key, ==, pages[i]);
    }
  return count_widgets (GTK_WIDGET (window));
}

/* Nothing piles up. */
static void
test_again (BvWindow *window)
{
  guint n_widgets;

  open_all_pages (window);
  n_widgets = open_all_pages (window);
  for (guint i = 2; i < N_TIMES; i++)
    g_assert_cmpuint (open_all_pages (window), ==, n_widgets);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add_runs ("/frame/page-group-and-width-of-the-details-are-there-again", change_view, test_kept);
  fixture_add ("/frame/details-have-their-width-and-may-be-narrower", test_width);
  fixture_add_runs ("/frame/details-that-were-hidden-stay-hidden", hide_details, test_hidden);
  fixture_add ("/frame/a-page-that-is-asked-for-has-the-focus-in-its-table", test_focus);
  fixture_add ("/frame/the-arrows-stay-in-the-side-list-and-enter-leaves-it", test_side_list);
  fixture_add ("/frame/a-bar-has-three-buttons-one-of-them-blue-and-the-rest-behind-more", test_bars);
  fixture_add ("/frame/every-page-is-opened-twenty-times-and-nothing-piles-up", test_again);
  fixture_add ("/frame/more-is-the-menu-of-all-that-the-page-can-do", test_more);
  return g_test_run ();
}
