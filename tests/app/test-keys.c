/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/page/page-book.h"
#include "app/page/tabs.h"
#include "app/rules/rules-page.h"
#include "app/window/sidebar.h"
#include "hand.h"

#include <string.h>

#define UNIT "Sở Y tế"

static void
act (BvWindow *window, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
  fixture_settle (window);
}

static void
show (BvWindow *window, const char *page)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "page", g_variant_new_string (page));
  fixture_settle (window);
}

static void
test_known (BvWindow *window)
{
  static const char *const cases[][2] = {
    { "<Control>o", "win.take-in" },
    { "<Control>k", "win.go-to" },
    { "<Control>f", "win.search" },
    { "F3", "win.next-hit" },
    { "<Shift>F3", "win.previous-hit" },
    { "<Control>Page_Down", "win.next-tab" },
    { "<Control>s", "win.save" },
    { "<Control>Page_Up", "win.previous-tab" },
    { "F6", "part.next" },
    { "<Shift>F6", "part.previous" },
    { "F9", "win.details" },
    { "<Control>n", "win.add-nominee" },
    { "<Control><Shift>o", "app.load" },
    { "<Control>p", "win.print" },
    { "<Control>e", "win.export" },
    { "<Control>z", "win.undo" },
    { "<Control><Shift>z", "win.redo" },
    { "<Control>y", "win.redo" },
    { "<Control>q", "app.quit" },
    { "F1", "app.guide" },
    { "<Control>question", "win.show-help-overlay" },
  };
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) actions = gtk_application_get_actions_for_accel (application, cases[i][0]);

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (actions[0], ==, cases[i][1]);
    }
}

/* The steps of the work from 1 on, what they are about with 9 and 0, in the order of the side list. */
static void
test_pages (BvWindow *window)
{
  GtkWidget *book = hand_find_inside (GTK_WIDGET (window), BV_TYPE_PAGE_BOOK);
  GListModel *pages = G_LIST_MODEL (bv_page_book_get_pages (BV_PAGE_BOOK (book)));
  guint n_steps = 0;
  guint n_setup = 0;

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (pages, i);
      const BvPageInfo *info = bv_page_get_info (BV_PAGE (gtk_stack_page_get_child (GTK_STACK_PAGE (page))));
      g_autofree char *wanted = NULL;
      g_autofree char *key = NULL;

      if (info->of_menu)
        continue;
      wanted = g_strdup_printf ("<Alt>%u", info->of_setup ? (9 + n_setup) % 10 : n_steps + 1);
      n_setup += info->of_setup;
      n_steps += !info->of_setup;
      key = hand_find_page_key (info->key);
      g_assert_cmpstr (key, ==, wanted);
      hand_press_page (info->key);
      g_assert_cmpstr (bv_page_get_info (bv_window_get_visible_page (window))->key, ==, info->key);
    }
  g_assert_cmpuint (n_setup, ==, 2);
}

/* What a list or an entry would take otherwise, the window has first. */
static void
test_captured (BvWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), "gtk-application-shortcuts") != 0)
        continue;
      g_assert_cmpint (gtk_event_controller_get_propagation_phase (controller), ==, GTK_PHASE_CAPTURE);
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, 1);
}

static void
test_page_again (BvWindow *window)
{
  BvPage *page;

  show (window, "nominees");
  act (window, "search");
  page = bv_window_get_visible_page (window);
  g_assert_false (bv_page_has_focus (page, BV_PAGE_MAIN));
  show (window, "nominees");
  g_assert_true (bv_window_get_visible_page (window) == page);
  g_assert_true (bv_page_has_focus (page, BV_PAGE_MAIN));
}

static void
test_tabs (BvWindow *window)
{
  static const char *const pages[] = { "nominees", "ranking" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      BvPage *page = BV_PAGE (fixture_show (window, pages[i]));
      BvTabs *tabs = BV_PAGE_GET_IFACE (page)->get_tabs (page);
      gint64 first = bv_tabs_get_chosen (tabs);
      gint64 second;

      act (window, "next-tab");
      second = bv_tabs_get_chosen (tabs);
      g_assert_cmpint (second, !=, first);
      act (window, "previous-tab");
      g_assert_cmpint (bv_tabs_get_chosen (tabs), ==, first);
      act (window, "previous-tab");
      g_assert_cmpint (bv_tabs_get_chosen (tabs), !=, second);
      act (window, "next-tab");
      g_assert_cmpint (bv_tabs_get_chosen (tabs), ==, first);
    }
  fixture_show (window, "units");
  act (window, "next-tab");
}

static gint64
get_selected (BvTablePage *page)
{
  return bv_row_get_id (bv_table_page_get_selected (page));
}

static void
test_hits (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  gint64 first;
  guint n_found;

  act (window, "next-hit");
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (window))), "so y te");
  bv_window_search (window, "so y te");
  fixture_settle (window);
  n_found = fixture_count_rows (page);
  g_assert_cmpuint (n_found, >, 1);
  first = get_selected (page);
  act (window, "next-hit");
  g_assert_cmpint (get_selected (page), !=, first);
  act (window, "previous-hit");
  g_assert_cmpint (get_selected (page), ==, first);
  for (guint i = 0; i < n_found; i++)
    act (window, "next-hit");
  g_assert_cmpint (get_selected (page), ==, first);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  g_assert_true (fixture_press_in_table (page, GDK_KEY_Escape));
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 255);
  g_assert_false (fixture_press_in_table (page, GDK_KEY_Escape));
}

static void
test_save (BvWindow *window)
{
  BvStatusBar *status_bar = bv_window_get_status_bar (window);
  BvFieldEntry *entry;

  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  entry = fixture_get_entry (window, 1, BV_SCORE_ENTRY_FINAL);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "12,5");
  act (window, "save");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "12,50");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (entry)));
  g_assert_cmpstr (bv_status_bar_get_message (status_bar), ==, "All changes are saved");
  gtk_editable_set_text (GTK_EDITABLE (entry), "31 000");
  act (window, "save");
  g_assert_nonnull (strstr (bv_window_get_error (window), bv_field_entry_get_message (entry)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "31 000");
  fixture_type (entry, "12,5");
  fixture_settle (window);
  g_assert_null (bv_window_get_error (window));
}

static void
refuse (BvWindow *window, BvFieldEntry *entry)
{
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "ba");
  act (window, "save");
}

/* It is said until nothing is left that is not saved; what else went wrong is not taken back with it. */
static void
test_refused (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "Thiếu tệp");
  BvFieldEntry *first, *second;

  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  first = fixture_get_entry (window, 1, BV_SCORE_ENTRY_FINAL);
  second = fixture_get_entry (window, 2, BV_SCORE_ENTRY_FINAL);
  refuse (window, second);
  refuse (window, first);
  g_assert_true (g_str_has_prefix (bv_window_get_error (window), "Not saved: "));
  fixture_type (first, "12,5");
  fixture_settle (window);
  g_assert_true (g_str_has_prefix (bv_window_get_error (window), "Not saved: "));
  fixture_type (second, "5");
  fixture_settle (window);
  g_assert_null (bv_window_get_error (window));
  refuse (window, first);
  bv_session_report (session, error);
  fixture_type (first, "12");
  fixture_settle (window);
  g_assert_cmpstr (bv_window_get_error (window), ==, "Thiếu tệp");
}

/* The titles of what is listed, in the order in which they stand. */
static void
list_titles (GtkWidget *widget, GString *titles)
{
  g_autofree char *title = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && !GTK_IS_SHORTCUTS_SHORTCUT (widget); child = gtk_widget_get_next_sibling (child))
    list_titles (child, titles);
  if (!GTK_IS_SHORTCUTS_SHORTCUT (widget) && !GTK_IS_SHORTCUTS_GROUP (widget))
    return;
  g_object_get (widget, "title", &title, NULL);
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *keys = NULL;

      g_object_get (widget, "accelerator", &keys, NULL);
      g_string_append_printf (titles, "%s %s|", keys, title);
    }
}

static void
test_list (BvWindow *window)
{
  static const char *const listed[]
    = { "%s Nominees|",   "%s Units|",       "<Control>n Add a nominee|", "<Control>Page_Down Next tab|",
        "F3 Next hit|",   "Return Open the", "Delete Remove the",         "<Control>s Save what",
        "F9 Show or hide" };
  static const char *const pages[] = { "nominees", "units" };
  g_autoptr (GString) titles = g_string_new (NULL);
  const char *at;
  GtkWidget *list;

  act (window, "show-help-overlay");
  list = fixture_find_window ("shortcuts");
  g_assert_nonnull (list);
  list_titles (list, titles);
  at = titles->str;
  for (guint i = 0; i < G_N_ELEMENTS (listed); i++)
    {
      g_autofree char *key = i < G_N_ELEMENTS (pages) ? hand_find_page_key (pages[i]) : NULL;
      g_autofree char *line = g_strconcat (key != NULL ? key : "", listed[i] + (key != NULL ? 2 : 0), NULL);

      g_test_message ("%s", line);
      at = strstr (at, line);
      g_assert_nonnull (at);
    }
  gtk_window_destroy (GTK_WINDOW (list));
}

/* Who has just clicked a page in the list goes to its next tab by the key that does so everywhere. */
static void
test_tabs_from_sidebar (BvWindow *window)
{
  BvRulesPage *page;

  show (window, "rules");
  page = BV_RULES_PAGE (bv_window_get_visible_page (window));
  g_assert_null (bv_rules_page_get_table (page));
  g_assert_true (
    gtk_widget_child_focus (hand_find_inside (GTK_WIDGET (window), BV_TYPE_SIDEBAR), GTK_DIR_TAB_FORWARD));
  hand_press (GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  fixture_settle (window);
  g_assert_true (bv_window_get_visible_page (window) == BV_PAGE (page));
  g_assert_nonnull (bv_rules_page_get_table (page));
  hand_press (GDK_KEY_Page_Up, GDK_CONTROL_MASK);
  fixture_settle (window);
  g_assert_null (bv_rules_page_get_table (page));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/keys/do-what-they-are-known-for", test_known);
  fixture_add ("/keys/show-the-pages-in-the-order-of-the-side-list", test_pages);
  fixture_add ("/keys/are-the-window's-before-a-list-or-an-entry-takes-them", test_captured);
  fixture_add ("/keys/the-page-that-is-shown-has-the-focus-in-its-table", test_page_again);
  fixture_add ("/keys/tabs-go-round", test_tabs);
  fixture_add ("/keys/tabs-are-reached-from-the-list-of-pages", test_tabs_from_sidebar);
  fixture_add ("/keys/hits-go-round-and-end", test_hits);
  fixture_add ("/keys/saving-leaves-the-field-and-says-that-all-is-saved", test_save);
  fixture_add ("/keys/are-listed-in-the-order-of-use", test_list);
  fixture_add ("/keys/what-is-not-saved-is-said-until-nothing-is-left", test_refused);
  return g_test_run ();
}
