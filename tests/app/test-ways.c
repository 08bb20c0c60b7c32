/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/nominees/nominee-dialog.h"
#include "app/ways/way-row.h"
#include "app/ways/ways-popover.h"
#include "hand.h"

/* Ctrl+K: one list in which everything is found. */

#define UNIT "Sở Y tế"
#define MOST 12

static gpointer
find_inside (GtkWidget *widget, GType type)
{
  gpointer found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_inside (child, type);
  return found;
}

static BvWaysPopover *
get_popover (BvWindow *window)
{
  return find_inside (GTK_WIDGET (window), BV_TYPE_WAYS_POPOVER);
}

static gboolean
is_read (gpointer window)
{
  BvWayFinder *finder = bv_ways_popover_get_finder (get_popover (window));

  return finder != NULL && bv_way_finder_is_whole (finder);
}

static gboolean
is_closed (gpointer window)
{
  return bv_ways_popover_get_finder (get_popover (window)) == NULL;
}

static void
open_list (BvWindow *window)
{
  hand_press (GDK_KEY_k, GDK_CONTROL_MASK);
  fixture_wait (is_read, window, "what can be gone to");
}

static BvWayRow *
get_row (BvWindow *window, guint index)
{
  GtkListBox *list = find_inside (GTK_WIDGET (get_popover (window)), GTK_TYPE_LIST_BOX);

  return (BvWayRow *) gtk_list_box_get_row_at_index (list, index);
}

static guint
count_rows (BvWindow *window)
{
  guint n = 0;

  while (get_row (window, n) != NULL)
    n++;
  return n;
}

static const BvWay *
get_way (BvWindow *window, guint index)
{
  g_assert_nonnull (get_row (window, index));
  return bv_way_row_get_way (get_row (window, index));
}

static const BvWay *
find_way (BvWindow *window, BvWayKind kind, const char *title)
{
  for (guint i = 0; i < count_rows (window); i++)
    if (get_way (window, i)->kind == kind && g_str_equal (get_way (window, i)->title, title))
      return get_way (window, i);
  return NULL;
}

static void
go (BvWindow *window)
{
  hand_press (GDK_KEY_Return, 0);
  fixture_wait (is_closed, window, "the list to be closed");
  fixture_settle (window);
}

/* The page is shown, its row of the name is selected, and has the focus. */
static void
check_there (BvWindow *window, const char *page, const char *name)
{
  BvPage *shown = bv_window_get_visible_page (window);
  BvRow *row = bv_table_page_get_selected (BV_TABLE_PAGE (shown));
  g_autofree char *text = NULL;

  g_assert_cmpstr (bv_page_get_info (shown)->key, ==, page);
  g_assert_nonnull (row);
  text = bv_row_write_cell (row, 1);
  g_assert_cmpstr (text, ==, name);
  g_assert_true (bv_page_has_focus (shown, BV_PAGE_MAIN));
}

static void
test_nominee (BvWindow *window)
{
  const BvCampaign *head = bv_session_get_head (bv_window_get_session (window));
  const BvGroup *group = g_ptr_array_index (head->groups, 1);

  bv_nominees_page_choose_group (BV_NOMINEES_PAGE (fixture_show (window, "nominees")), group->record.id);
  bv_window_search (window, "tan chau");
  fixture_show (window, "units");
  open_list (window);
  hand_type ("so y te");
  g_assert_cmpint (get_way (window, 0)->kind, ==, BV_WAY_NOMINEE);
  g_assert_cmpstr (get_way (window, 0)->title, ==, UNIT);
  go (window);
  check_there (window, "nominees", UNIT);
}

/* Who types fast does not wait for what is read. */
static void
test_fast (BvWindow *window)
{
  fixture_show (window, "units");
  g_action_group_activate_action (G_ACTION_GROUP (window), "go-to", NULL);
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (window))), "so y te");
  g_assert_false (is_read (window));
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (window)), "activate");
  fixture_wait (is_closed, window, "the list to be closed");
  fixture_settle (window);
  check_there (window, "nominees", UNIT);
}

static guint
find_index (BvWindow *window, BvWayKind kind)
{
  for (guint i = 0; i < count_rows (window); i++)
    if (get_way (window, i)->kind == kind)
      return i;
  g_error ("there is none of that kind");
}

static void
test_arrows (BvWindow *window)
{
  guint unit;

  fixture_show (window, "nominees");
  open_list (window);
  hand_type ("so y te");
  unit = find_index (window, BV_WAY_UNIT);
  g_assert_cmpuint (unit, >, 0);
  for (guint i = 0; i < unit; i++)
    hand_press (GDK_KEY_Down, 0);
  go (window);
  check_there (window, "units", UNIT);
}

/* Up from the first is the last. */
static void
test_around (BvWindow *window)
{
  GtkListBox *list;

  fixture_show (window, "nominees");
  open_list (window);
  hand_type ("so y te");
  list = find_inside (GTK_WIDGET (get_popover (window)), GTK_TYPE_LIST_BOX);
  hand_press (GDK_KEY_Up, 0);
  g_assert_true ((gpointer) gtk_list_box_get_selected_row (list)
                 == get_row (window, count_rows (window) - 1));
  hand_press (GDK_KEY_Down, 0);
  g_assert_true ((gpointer) gtk_list_box_get_selected_row (list) == get_row (window, 0));
}

static void
test_document (BvWindow *window)
{
  fixture_show (window, "units");
  open_list (window);
  hand_type ("45-kh-syt");
  g_assert_cmpuint (count_rows (window), ==, 1);
  g_assert_cmpint (get_way (window, 0)->kind, ==, BV_WAY_DOCUMENT);
  go (window);
  check_there (window, "nominees", UNIT);
}

/* A few of each, and no more than there is room for. */
static void
test_limits (BvWindow *window)
{
  guint counts[BV_WAY_ACTION + 1] = { 0 };

  fixture_show (window, "nominees");
  open_list (window);
  hand_type ("n");
  g_assert_cmpuint (count_rows (window), ==, MOST);
  for (guint i = 0; i < MOST; i++)
    counts[get_way (window, i)->kind]++;
  for (guint i = BV_WAY_NOMINEE; i <= BV_WAY_ACTION; i++)
    g_assert_cmpuint (counts[i], >=, 1);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (counts[i], <=, 4);
}

static void
test_actions (BvWindow *window)
{
  const BvWay *way;

  fixture_show (window, "nominees");
  open_list (window);
  hand_type (">");
  g_assert_cmpuint (count_rows (window), ==, MOST);
  hand_type ("add a nominee");
  for (guint i = 0; i < count_rows (window); i++)
    g_assert_cmpint (get_way (window, i)->kind, ==, BV_WAY_ACTION);
  way = get_way (window, 0);
  g_assert_cmpstr (way->title, ==, "Add a nominee");
  g_assert_cmpstr (way->key, ==, "Ctrl+N");
  go (window);
  g_assert_true (BV_IS_NOMINEE_DIALOG (hand_get_window ()));
  gtk_window_close (hand_get_window ());
  fixture_settle (window);
}

/* What cannot be done now is not offered, nor what is done with a row that is not seen. */
static void
test_off (BvWindow *window)
{
  fixture_show (window, "units");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "redo"));
  open_list (window);
  hand_type (">redo");
  g_assert_null (find_way (window, BV_WAY_ACTION, "Redo"));
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (window))), ">remove the selected");
  g_assert_null (find_way (window, BV_WAY_ACTION, "Remove the selected nominee"));
  hand_press (GDK_KEY_k, GDK_CONTROL_MASK);
  fixture_show (window, "nominees");
  open_list (window);
  hand_type (">remove the selected");
  g_assert_nonnull (find_way (window, BV_WAY_ACTION, "Remove the selected nominee"));
}

static void
test_empty (BvWindow *window)
{
  fixture_show (window, "units");
  open_list (window);
  hand_type ("so y te");
  go (window);
  bv_window_show_page (window, "rules");
  fixture_settle (window);
  open_list (window);
  g_assert_nonnull (find_way (window, BV_WAY_VISITED, UNIT));
  g_assert_nonnull (find_way (window, BV_WAY_VISITED, "Units"));
  g_assert_null (find_way (window, BV_WAY_VISITED, "Campaign"));
  g_assert_nonnull (find_way (window, BV_WAY_WAITING, "Ranking"));
  g_assert_cmpint (get_way (window, 0)->kind, ==, BV_WAY_VISITED);
}

/* The focus is where it was. */
static void
test_closed (BvWindow *window)
{
  GtkWidget *focus;

  bv_page_focus_part (BV_PAGE (fixture_show (window, "nominees")), BV_PAGE_DETAILS);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  open_list (window);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != focus);
  hand_type ("tan");
  gtk_popover_popdown (GTK_POPOVER (get_popover (window)));
  fixture_settle (window);
  g_assert_true (is_closed (window));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  open_list (window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (window)))), ==, "");
}

static void
check_said (BvWindow *window, const char *sentence)
{
  GtkWidget *entry = find_inside (GTK_WIDGET (get_popover (window)), GTK_TYPE_ENTRY);
  g_autofree char *difference = gtk_test_accessible_check_property (
    GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence);

  g_assert_cmpstr (difference, ==, NULL);
}

/* Who does not see the list hears what is chosen. */
static void
test_said (BvWindow *window)
{
  fixture_show (window, "nominees");
  open_list (window);
  hand_type ("45-kh-syt");
  check_said (window,
              "Evidence, 45-KH-SYT.pdf, 45/KH-SYT · Kế hoạch thực hiện các giải pháp nâng cao Chỉ số PAPI "
              "năm 2021 của ngành Y tế · Sở Y tế");
  hand_type ("không có");
  check_said (window, "Nothing matches “45-kh-sytkhông có”.");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/ways/a-nominee-is-gone-to-whatever-was-searched", test_nominee);
  fixture_add ("/ways/enter-waits-for-what-is-read", test_fast);
  fixture_add ("/ways/arrows-choose", test_arrows);
  fixture_add ("/ways/up-from-the-first-is-the-last", test_around);
  fixture_add ("/ways/a-document-leads-to-its-nominee", test_document);
  fixture_add ("/ways/four-of-a-kind-and-twelve-in-all", test_limits);
  fixture_add ("/ways/actions-alone-with-their-keys", test_actions);
  fixture_add ("/ways/what-is-off-is-not-listed", test_off);
  fixture_add ("/ways/nothing-typed-shows-the-last-places-and-what-waits", test_empty);
  fixture_add ("/ways/closed-the-focus-is-where-it-was", test_closed);
  fixture_add ("/ways/what-is-chosen-is-said", test_said);
  return g_test_run ();
}
