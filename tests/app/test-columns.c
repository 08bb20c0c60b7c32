/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/columns/column-menu.h"
#include "app/columns/column-state.h"
#include "app/table/table-frame.h"
#include "exchange/interchange/json-field.h"
#include "store/edit.h"
#include "store/lists.h"

#define WIDE 1366
#define HIGH 768
#define NARROW 1024
#define LOW 700
#define MOVED 212
#define PADDING 12
/* Where the window has no manager it draws them itself. */
#define BORDERS 16

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static BvTableFrame *
find_frame (BvTablePage *page)
{
  return BV_TABLE_FRAME (find_widget (GTK_WIDGET (page), BV_TYPE_TABLE_FRAME));
}

static BvTableColumn *
find_column (BvTablePage *page, const char *name)
{
  BvTableColumn *column = bv_columns_find (bv_table_frame_get_columns (find_frame (page)), name);

  g_assert_nonnull (column);
  return column;
}

static gboolean
is_shown (BvTablePage *page, const char *name)
{
  return gtk_column_view_column_get_visible (find_column (page, name)->column);
}

static int
get_width (BvTablePage *page, const char *name)
{
  return gtk_column_view_column_get_fixed_width (find_column (page, name)->column);
}

static int
add_widths (BvTablePage *page)
{
  BvColumns *columns = bv_table_frame_get_columns (find_frame (page));
  int sum = 0;

  for (guint i = 0; i < bv_columns_count (columns); i++)
    {
      const BvTableColumn *column = bv_columns_get_nth (columns, i);

      if (bv_columns_is_shown (columns, column))
        sum += gtk_column_view_column_get_fixed_width (column->column);
    }
  return sum;
}

static int
get_room (BvTablePage *page)
{
  return gtk_widget_get_width (GTK_WIDGET (bv_table_page_get_view (page)));
}

static gboolean
is_filled (gpointer page)
{
  return add_widths (page) == get_room (page);
}

static gboolean
is_as_wide (gpointer window)
{
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  return ABS (width - gtk_widget_get_width (window)) <= BORDERS;
}

static BvTablePage *
show (BvWindow *window, const char *key, int width, int height)
{
  BvTablePage *page;

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  fixture_wait (is_as_wide, window, "the window's width");
  page = fixture_show (window, key);
  fixture_wait (is_filled, page, "columns that fill the table");
  return page;
}

static int
measure (BvTablePage *page, const char *text)
{
  g_autoptr (PangoLayout) layout
    = gtk_widget_create_pango_layout (GTK_WIDGET (bv_table_page_get_view (page)), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* All rows of the group, or those that are seen when it is shown. */
static void
check_not_cut (BvTablePage *page, const char *name, guint column, guint n_rows)
{
  for (guint i = 0; i < MIN (n_rows, fixture_count_rows (page)); i++)
    {
      g_autofree char *text = fixture_read_cell (page, i, column);

      g_test_message ("%s: %s", name, text);
      g_assert_cmpint (measure (page, text) + PADDING, <=, get_width (page, name));
    }
}

static void
test_need (BvWindow *window)
{
  BvTablePage *page = show (window, "nominees", WIDE, HIGH);

  check_not_cut (page, "name", BV_NOMINEES_NAME, G_MAXUINT);
  check_not_cut (page, "total", BV_NOMINEES_TOTAL, G_MAXUINT);
  page = show (window, "units", WIDE, HIGH);
  check_not_cut (page, "name", BV_UNITS_NAME, G_MAXUINT);
}

static void
test_narrow (BvWindow *window)
{
  g_assert_false (is_shown (show (window, "nominees", NARROW, LOW), "scored"));
  g_assert_false (is_shown (show (window, "units", NARROW, LOW), "type"));
  g_assert_false (is_shown (show (window, "ranking", NARROW, LOW), "margin"));
}

/* While somebody types, columns do not jump. */
static void
test_search (BvWindow *window)
{
  BvTablePage *page = show (window, "nominees", WIDE, HIGH);
  int width = get_width (page, "name");

  bv_window_search (window, "so y te");
  fixture_settle (window);
  g_assert_cmpint (get_width (page, "name"), ==, width);
}

/* As GTK does while a border is dragged. */
static void
move_border (BvTablePage *page, const char *name, int width)
{
  gtk_column_view_column_set_fixed_width (find_column (page, name)->column, width);
}

static void
test_moved (BvWindow *window)
{
  BvTablePage *page = show (window, "nominees", WIDE, HIGH);
  int number = get_width (page, "number");

  move_border (page, "name", MOVED);
  fixture_wait (is_filled, page, "columns that fill the table");
  g_assert_cmpint (get_width (page, "name"), ==, MOVED);
  g_assert_cmpint (get_width (page, "number"), ==, number);
  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, LOW);
  fixture_wait (is_as_wide, window, "the narrow window");
  fixture_settle (window);
  g_assert_cmpint (get_width (page, "name"), ==, MOVED);
  move_border (page, "name", -1);
  fixture_wait (is_filled, page, "columns that fill the table");
  g_assert_cmpint (get_width (page, "name"), !=, MOVED);
}

static void
activate (BvWindow *window, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static gboolean
is_enabled (BvWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  GtkWidget *found = NULL;

  if (g_str_equal (gtk_widget_get_name (widget), name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, name);
  return found;
}

static GtkWidget *
open_menu (BvWindow *window, BvTablePage *page)
{
  GtkWidget *menu;

  activate (window, "columns");
  fixture_settle (window);
  menu = find_widget (GTK_WIDGET (page), BV_TYPE_COLUMN_MENU);
  g_assert_nonnull (menu);
  g_assert_true (gtk_widget_get_mapped (menu));
  return menu;
}

static void
tick (GtkWidget *menu, const char *name)
{
  GtkCheckButton *button = GTK_CHECK_BUTTON (find_named (menu, name));

  gtk_check_button_set_active (button, !gtk_check_button_get_active (button));
}

static void
test_menu (BvWindow *window)
{
  BvTablePage *page = show (window, "nominees", WIDE, HIGH);
  GtkWidget *menu = open_menu (window, page);

  g_assert_false (gtk_widget_is_sensitive (find_named (menu, "name")));
  tick (menu, "evidence");
  g_assert_false (is_shown (page, "evidence"));
  tick (menu, "position");
  g_assert_true (is_shown (page, "position"));
  fixture_wait (is_filled, page, "columns that fill the table");
  tick (menu, "evidence");
  g_assert_cmpint (find_column (page, "evidence")->choice, ==, BV_COLUMN_CHOICE_OFFERED);
  move_border (page, "name", MOVED);
  g_signal_emit_by_name (find_named (menu, "reset"), "clicked");
  fixture_wait (is_filled, page, "columns that fill the table");
  g_assert_false (is_shown (page, "position"));
  g_assert_cmpint (find_column (page, "name")->given, ==, 0);
}

static guint
get_place (BvTablePage *page, const char *name)
{
  return bv_columns_get_place (bv_table_frame_get_columns (find_frame (page)), find_column (page, name));
}

static void
test_order (BvWindow *window)
{
  BvTablePage *page = show (window, "nominees", WIDE, HIGH);
  GtkWidget *menu = open_menu (window, page);
  GtkWidget *list = gtk_widget_get_parent (find_named (menu, "total"));

  g_assert_true (gtk_widget_grab_focus (find_named (menu, "total")));
  g_assert_true (fixture_press (list, GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_true (fixture_press (list, GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_cmpuint (get_place (page, "total"), ==, BV_NOMINEES_TOTAL - 2);
  g_assert_true (gtk_widget_has_focus (find_named (menu, "total")));
  g_assert_true (fixture_press (list, GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_cmpuint (get_place (page, "total"), ==, BV_NOMINEES_TOTAL - 1);
  fixture_wait (is_filled, page, "columns that fill the table");
  check_not_cut (page, "total", BV_NOMINEES_TOTAL, G_MAXUINT);
}

/* The right button, as GTK hears it. */
static void
test_mouse (BvWindow *window)
{
  BvTablePage *page = show (window, "nominees", WIDE, HIGH);
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (bv_table_page_get_view (page)));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (head);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
        g_signal_emit_by_name (controller, "pressed", 1, 20.0, 5.0);
    }
  fixture_settle (window);
  g_assert_true (gtk_widget_get_mapped (find_widget (GTK_WIDGET (page), BV_TYPE_COLUMN_MENU)));
}

static void
change_columns (BvWindow *window)
{
  BvTablePage *page = show (window, "nominees", WIDE, HIGH);
  BvColumns *columns = bv_table_frame_get_columns (find_frame (page));

  move_border (page, "name", MOVED);
  bv_columns_show (columns, find_column (page, "evidence"), FALSE);
  bv_columns_show (columns, find_column (page, "position"), TRUE);
  bv_columns_move (columns, find_column (page, "total"), 0);
  gtk_column_view_sort_by_column (bv_table_page_get_view (page), find_column (page, "name")->column,
                                  GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (bv_table_page_get_view (page), find_column (page, "total")->column,
                                  GTK_SORT_DESCENDING);
}

static void
test_keeping (BvWindow *window)
{
  change_columns (window);
  fixture_close_window (window);
}

static void
test_kept (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  g_autofree char *first = fixture_read_cell (page, 0, BV_NOMINEES_TOTAL);

  g_assert_cmpint (get_width (page, "name"), ==, MOVED);
  g_assert_false (is_shown (page, "evidence"));
  g_assert_true (is_shown (page, "position"));
  g_assert_cmpuint (get_place (page, "total"), ==, 0);
  g_assert_cmpstr (first, ==, "97,50");
  bv_columns_reset (bv_table_frame_get_columns (find_frame (page)));
  fixture_settle (window);
  g_assert_true (is_shown (page, "evidence"));
  g_assert_cmpuint (get_place (page, "total"), ==, BV_NOMINEES_TOTAL);
  fixture_close_window (window);
}

/* A version with other columns kept this. */
static void
test_unknown (BvWindow *window)
{
  BvTablePage *page = show (window, "units", WIDE, HIGH);
  BvColumns *columns = bv_table_frame_get_columns (find_frame (page));
  g_autoptr (GVariant) state = g_variant_ref_sink (g_variant_new_parsed (
    "{'order': <['gone', 'contact', 'code', 'gone']>, 'widths': <{'gone': 80, 'type': -4, 'code': 90}>,"
    " 'hidden': <['gone', 'name', 'type']>, 'shown': <'not a list'>, 'sort': <('gone', true)>}"));

  bv_column_state_restore (columns, state);
  fixture_wait (is_filled, page, "columns that fill the table");
  g_assert_cmpuint (get_place (page, "contact"), ==, 0);
  g_assert_cmpuint (get_place (page, "code"), ==, 1);
  g_assert_cmpint (get_width (page, "code"), ==, 90);
  g_assert_true (is_shown (page, "name"));
  g_assert_false (is_shown (page, "type"));
}

static void
check_sort (BvColumns *columns, const char *name, gboolean down)
{
  g_autoptr (GVariant) state = g_variant_ref_sink (bv_column_state_save (columns));
  const char *kept = NULL;
  gboolean kept_down = FALSE;

  g_assert_cmpint (g_variant_lookup (state, "sort", "(&sb)", &kept, &kept_down), ==, name != NULL);
  g_assert_cmpstr (kept, ==, name);
  g_assert_cmpint (kept_down, ==, down);
}

static void
test_sort (BvWindow *window)
{
  static const char *const names[] = { "number", "name", "unit", "evidence", "total" };
  BvTablePage *page = fixture_show (window, "nominees");
  BvColumns *columns = bv_table_frame_get_columns (find_frame (page));

  check_sort (columns, NULL, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (int down = 0; down <= 1; down++)
      {
        gtk_column_view_sort_by_column (bv_table_page_get_view (page), find_column (page, names[i])->column,
                                        down ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
        check_sort (columns, names[i], down);
      }
  bv_columns_reset (columns);
  check_sort (columns, NULL, FALSE);
}

/* A page of this test, without a table. */
#define BARE_TYPE_PAGE (bare_page_get_type ())
G_DECLARE_FINAL_TYPE (BarePage, bare_page, BARE, PAGE, GtkBox)

struct _BarePage
{
  GtkBox parent_instance;
};

static void bare_page_be_page (BvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BarePage,
                               bare_page,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, bare_page_be_page))

static void
bare_page_refresh (BvPage *page, const BvChanges *changes)
{
}

static void
bare_page_be_page (BvPageInterface *iface)
{
  static const BvPageInfo info = { .key = "bare", .title = "Bare", .icon_name = "bv-units-symbolic" };

  iface->info = &info;
  iface->refresh = bare_page_refresh;
}

static void
bare_page_class_init (BarePageClass *klass)
{
}

static void
bare_page_init (BarePage *self)
{
}

static void
test_bare (BvWindow *window)
{
  g_assert_true (is_enabled (window, "columns"));
  bv_window_add_page (window, g_object_new (BARE_TYPE_PAGE, NULL));
  bv_window_show_page (window, "bare");
  fixture_settle (window);
  g_assert_false (is_enabled (window, "columns"));
  fixture_show (window, "ranking");
  g_assert_true (is_enabled (window, "columns"));
}

/* Only where a group has classes; it is ranked anew when they are given. */
static void
test_classes (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  const BvProposal *proposal;
  BvTablePage *page = fixture_show (window, "ranking");
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) group = NULL;

  g_assert_false (is_shown (page, "class"));
  proposal = bv_session_get_proposal (session);
  group = bv_edit_read (bv_session_get_library (session), &bv_group_entity,
                        bv_contest_group (proposal->contest, 0)->group->record.id, &error);
  g_assert_no_error (error);
  g_assert_true (bv_json_field_set (group, "classes", "[{\"name\": \"Tốt\", \"from\": \"0.00\"}]", &error));
  g_assert_true (
    bv_edit_update (bv_session_get_library (session), bv_session_get_campaign (session), group, &error));
  g_assert_no_error (error);
  fixture_settle (window);
  g_assert_true (is_shown (page, "class"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/columns/the-class-is-one-where-a-group-has-classes", test_classes);
  fixture_add ("/columns/what-is-seen-and-all-names-are-not-cut", test_need);
  fixture_add ("/columns/in-a-narrow-window-they-fill-the-table-too", test_narrow);
  fixture_add ("/columns/they-do-not-jump-while-somebody-searches", test_search);
  fixture_add ("/columns/a-border-stays-where-it-was-moved", test_moved);
  fixture_add ("/columns/a-menu-says-which-are-shown-and-brings-all-back", test_menu);
  fixture_add ("/columns/keys-move-them-in-the-menu", test_order);
  fixture_add ("/columns/the-right-button-opens-the-menu", test_mouse);
  fixture_add_runs ("/columns/what-was-changed-is-there-again", test_keeping, test_kept);
  fixture_add ("/columns/what-another-version-kept-does-no-harm", test_unknown);
  fixture_add ("/columns/by-which-they-are-sorted-is-known", test_sort);
  fixture_add ("/columns/a-page-without-a-table-has-none-to-choose", test_bare);
  return g_test_run ();
}
