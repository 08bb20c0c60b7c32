/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/nominees/nominee-dialog.h"
#include "app/table/table-frame.h"
#include "store/nominee-list.h"

#include <string.h>

#define UNIT "Sở Y tế"

static gboolean
is_enabled (BvWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static const char *
get_selected_name (BvTablePage *page)
{
  BvRow *row = bv_table_page_get_selected (page);

  return row != NULL ? bv_table_get_text (bv_row_get_table (row), bv_row_get_index (row), 1) : NULL;
}

static void
test_nothing_selected (BvWindow *window)
{
  static const char *const cases[][2]
    = { { "units", "remove-unit" }, { "nominees", "remove-nominee" }, { "ranking", "open-nominee" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture_show (window, cases[i][0]);
      g_assert_true (is_enabled (window, cases[i][1]));
      g_assert_true (is_enabled (window, "edit-row"));
      bv_window_search (window, "khong co ai nhu the");
      fixture_settle (window);
      g_assert_false (is_enabled (window, cases[i][1]));
      g_assert_false (is_enabled (window, "edit-row"));
      bv_window_search (window, "");
      fixture_settle (window);
      g_assert_true (is_enabled (window, cases[i][1]));
    }
}

/* Puts somebody forward of whom nothing is known yet. */
static void
add_nominee (BvWindow *window, const char *name)
{
  BvSession *session = bv_window_get_session (window);
  const BvCampaign *head = bv_session_get_head (session);
  const BvGroup *group = g_ptr_array_index (head->groups, head->groups->len - 1);
  GtkWidget *dialog;
  gint64 unit;

  fixture_show (window, "units");
  unit = fixture_select (window, UNIT);
  fixture_show (window, "nominees");
  dialog = bv_nominee_dialog_new (GTK_WINDOW (window), session, group->record.id);
  bv_nominee_dialog_choose (BV_NOMINEE_DIALOG (dialog), 0, unit, name);
  g_assert_true (bv_nominee_dialog_add (BV_NOMINEE_DIALOG (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle (window);
}

static void
test_delete (BvWindow *window)
{
  BvTablePage *page;
  GtkWidget *question;

  add_nominee (window, "Nguyễn Thị Đường");
  page = fixture_show (window, "nominees");
  g_assert_cmpuint (fixture_count_rows (page), ==, 256);
  fixture_select (window, "Nguyễn Thị Đường");
  g_assert_true (fixture_press_in_table (page, GDK_KEY_Delete));
  fixture_settle (window);
  g_assert_null (fixture_find_window ("removal"));
  g_assert_cmpuint (fixture_count_rows (page), ==, 255);
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 256);

  fixture_select (window, UNIT);
  g_assert_true (fixture_press_in_table (page, GDK_KEY_KP_Delete));
  fixture_settle (window);
  question = fixture_find_window ("removal");
  g_assert_nonnull (question);
  g_assert_cmpuint (fixture_count_rows (page), ==, 256);
  gtk_dialog_response (GTK_DIALOG (question), GTK_RESPONSE_ACCEPT);
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 255);
}

static void
test_delete_unit (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "units");

  fixture_select (window, UNIT);
  g_assert_true (fixture_press_in_table (page, GDK_KEY_Delete));
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 195);
  fixture_show (window, "nominees");
  bv_window_search (window, UNIT);
  fixture_settle (window);
  while (fixture_count_rows (BV_TABLE_PAGE (bv_window_get_visible_page (window))) > 0)
    {
      g_action_group_activate_action (G_ACTION_GROUP (window), "remove-nominee", NULL);
      if (fixture_find_window ("removal") != NULL)
        gtk_dialog_response (fixture_find_window ("removal"), GTK_RESPONSE_ACCEPT);
      fixture_settle (window);
    }
  page = fixture_show (window, "units");
  fixture_select (window, UNIT);
  g_assert_true (fixture_press_in_table (page, GDK_KEY_Delete));
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 194);
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 195);
}

/* The name of a collective is its unit's: there is no cell to edit. */
static void
test_edit (BvWindow *window)
{
  static const guint keys[] = { GDK_KEY_F2, GDK_KEY_Return, GDK_KEY_KP_Enter };
  BvTablePage *page = fixture_show (window, "nominees");

  fixture_select (window, UNIT);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN);
      g_assert_true (fixture_press_in_table (page, keys[i]));
      g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_DETAILS));
      g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
    }
}

static void
test_hidden_details (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");

  g_action_group_change_action_state (G_ACTION_GROUP (window), "details", g_variant_new_boolean (FALSE));
  fixture_select (window, UNIT);
  g_assert_true (fixture_press_in_table (page, GDK_KEY_F2));
  g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_DETAILS));
}

static void
test_open (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "ranking");
  const BvCampaign *head = bv_session_get_head (bv_window_get_session (window));
  const BvGroup *group = g_ptr_array_index (head->groups, 1);
  g_autofree char *name = NULL;

  bv_nominees_page_choose_group (BV_NOMINEES_PAGE (fixture_show (window, "nominees")), group->record.id);
  page = fixture_show (window, "ranking");
  bv_window_search (window, "so y te");
  fixture_settle (window);
  name = g_strdup (get_selected_name (page));
  g_assert_cmpstr (name, ==, UNIT);
  g_assert_true (fixture_press_in_table (page, GDK_KEY_Return));
  fixture_settle (window);
  page = BV_TABLE_PAGE (bv_window_get_visible_page (window));
  g_assert_cmpstr (bv_page_get_info (BV_PAGE (page))->key, ==, "nominees");
  g_assert_cmpstr (get_selected_name (page), ==, UNIT);
}

static GtkWidget *
get_frame (BvTablePage *page)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (bv_table_page_get_view (page)), BV_TYPE_TABLE_FRAME);
}

static GtkWidget *
find_menu (BvTablePage *page)
{
  for (GtkWidget *child = gtk_widget_get_first_child (get_frame (page)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_name (child), "row-menu"))
      return child;
  return NULL;
}

/* Its actions and the keys that it says itself, section by section. */
static char *
list_items (GtkWidget *menu)
{
  GMenuModel *sections = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu));
  GString *text = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (sections); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (sections, i, G_MENU_LINK_SECTION);

      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *action = NULL;
          g_autofree char *key = NULL;

          g_menu_model_get_item_attribute (section, j, "action", "s", &action);
          g_menu_model_get_item_attribute (section, j, "accel", "s", &key);
          g_string_append_printf (text, "%s%s%s ", action + strlen ("win."), key != NULL ? "=" : "",
                                  key != NULL ? key : "");
        }
      g_string_append (text, "| ");
    }
  return g_string_free (text, FALSE);
}

static void
test_menu (BvWindow *window)
{
  static const char *const cases[][2] = {
    { "units",
      "edit-row=F2 remove-unit=Delete enter-group change-unit merge-unit split-unit close-unit | add-unit paste-units | columns | " },
    { "nominees", "edit-row=F2 remove-nominee=Delete | add-nominee paste-nominees | columns | " },
    { "ranking", "open-nominee=Return edit-row=F2 | filter try-quota columns | " }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BvTablePage *page = fixture_show (window, cases[i][0]);
      g_autofree char *items = NULL;

      g_assert_true (fixture_press_in_table (page, GDK_KEY_Menu));
      items = list_items (find_menu (page));
      g_assert_cmpstr (items, ==, cases[i][1]);
      g_assert_true (gtk_widget_get_mapped (find_menu (page)));
      gtk_popover_popdown (GTK_POPOVER (find_menu (page)));
      fixture_settle (window);
      g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_MAIN));
      g_assert_true (fixture_press (
        gtk_widget_get_ancestor (GTK_WIDGET (bv_table_page_get_view (page)), GTK_TYPE_SCROLLED_WINDOW),
        GDK_KEY_F10, GDK_SHIFT_MASK));
      g_assert_true (gtk_widget_get_mapped (find_menu (page)));
      gtk_popover_popdown (GTK_POPOVER (find_menu (page)));
      fixture_settle (window);
    }
}

/* Presses the right button in a widget. */
static void
press_right (GtkWidget *widget, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
        g_signal_emit_by_name (controller, "pressed", 1, x, y);
    }
}

static void
test_pointer (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  g_autofree char *third = fixture_read_cell (page, 2, BV_NOMINEES_NAME);
  GdkRectangle first;

  g_assert_true (bv_table_frame_locate_selected (BV_TABLE_FRAME (get_frame (page)), &first));
  press_right (get_frame (page), 40, first.y + first.height * 2.5);
  g_assert_cmpstr (get_selected_name (page), ==, third);
  g_assert_true (gtk_widget_get_mapped (find_menu (page)));
  gtk_popover_popdown (GTK_POPOVER (find_menu (page)));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/row-actions/are-off-where-no-row-is-selected", test_nothing_selected);
  fixture_add ("/row-actions/delete-removes-and-asks-where-answers-go", test_delete);
  fixture_add ("/row-actions/a-unit-is-removed-unless-something-needs-it", test_delete_unit);
  fixture_add ("/row-actions/where-no-cell-can-be-edited-the-details-are", test_edit);
  fixture_add ("/row-actions/details-that-are-hidden-are-shown-to-be-edited", test_hidden_details);
  fixture_add ("/row-actions/enter-in-the-ranking-opens-the-nominee", test_open);
  fixture_add ("/row-actions/the-menu-of-a-row-has-what-the-page-can-do", test_menu);
  fixture_add ("/row-actions/the-right-button-selects-the-row-of-the-menu", test_pointer);
  return g_test_run ();
}
