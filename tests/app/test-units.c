/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/units/unit-parts.h"
#include "core/unit.h"
#include "hand.h"
#include "store/edit.h"
#include "store/lists.h"
#include "store/statement.h"

#include <string.h>

static BvTablePage *
show (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "units");

  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  return page;
}

static gint64
count (BvWindow *window, const char *sql, const char *name)
{
  return bv_statement_get_number (bv_session_get_library (bv_window_get_session (window)), sql, -1, NULL, "s",
                                  name);
}

static BvUnit *
read_unit (BvWindow *window, gint64 unit)
{
  return bv_edit_read (bv_session_get_library (bv_window_get_session (window)), &bv_unit_entity, unit, NULL);
}

static BvUnit *
read_selected (BvWindow *window)
{
  BvTablePage *page = BV_TABLE_PAGE (bv_window_get_visible_page (window));

  return read_unit (window, bv_row_get_id (bv_table_page_get_selected (page)));
}

static void
start (BvWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  g_assert_nonnull (fixture_wait_for_window ("adding"));
}

/* Through so many fields. */
static void
go_on (guint n)
{
  while (n-- > 0)
    hand_press (GDK_KEY_Tab, 0);
}

static void
click_entry (const char *title)
{
  hand_click_widget (hand_find_inside (hand_find_field (title), GTK_TYPE_ENTRY));
}

static void
finish (BvWindow *window)
{
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  fixture_settle (window);
}

/* It is seen at once, and an undo takes it away. */
static void
test_add (BvWindow *window)
{
  BvTablePage *page = show (window);
  guint n_rows = fixture_count_rows (page);
  g_autoptr (BvRecord) unit = NULL;

  hand_press (GDK_KEY_n, GDK_CONTROL_MASK);
  hand_type ("SKH");
  finish (window);
  g_assert_nonnull (fixture_find_said (fixture_find_window ("adding"), "This is missing: Name"));
  go_on (1);
  hand_type ("Sở Khoa học");
  finish (window);
  g_assert_null (fixture_find_window ("adding"));
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows + 1);
  unit = (BvRecord *) read_selected (window);
  g_assert_cmpstr (((BvUnit *) unit)->name, ==, "Sở Khoa học");
  fixture_undo (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows);
}

/* What is there already is said in the dialog, which stays. */
static void
test_same_code (BvWindow *window)
{
  BvTablePage *page = show (window);
  guint n_rows = fixture_count_rows (page);

  hand_press (GDK_KEY_n, GDK_CONTROL_MASK);
  hand_type ("SYT");
  go_on (1);
  hand_type ("Sở Y tế hai");
  finish (window);
  g_assert_nonnull (fixture_find_said (fixture_find_window ("adding"), "SYT"));
  g_assert_nonnull (fixture_find_window ("adding"));
  hand_press (GDK_KEY_Escape, 0);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows);
}

/* The campaign of before keeps the unit of its time. */
static void
test_change (BvWindow *window)
{
  gint64 before;
  g_autoptr (BvRecord) unit = NULL;

  show (window);
  before = fixture_select (window, "Sở Y tế");
  start (window, "win.change-unit");
  hand_press (GDK_KEY_a, GDK_CONTROL_MASK);
  hand_type ("Sở Sức khỏe");
  go_on (3);
  hand_type ("1/1/2024");
  finish (window);
  g_assert_null (fixture_find_window ("adding"));
  unit = (BvRecord *) read_unit (window, before);
  g_assert_cmpstr (((BvUnit *) unit)->name, ==, "Sở Y tế");
  g_assert_cmpint (((BvUnit *) unit)->valid_to, ==, 20231231);
  g_assert_cmpint (count (window, "SELECT valid_from FROM unit WHERE name = ?1", "Sở Sức khỏe"), ==,
                   20240101);
  g_assert_nonnull (
    strstr (bv_status_bar_get_message (bv_window_get_status_bar (window)), "Sở Y tế, from 01/01/2024"));
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (window), "From 01/01/2024: Sở Sức khỏe"));
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (window), "Groups: Sở, ban, ngành tỉnh"));
  fixture_undo (window);
  g_assert_cmpint (count (window, "SELECT count (*) FROM unit WHERE name = ?1", "Sở Sức khỏe"), ==, 0);
}

/* What is typed is found, and Enter ticks it. */
static void
tick (const char *name)
{
  hand_type (name);
  hand_press (GDK_KEY_Return, 0);
}

static void
test_merge (BvWindow *window)
{
  gint64 before;
  g_autoptr (BvRecord) old = NULL;
  g_autoptr (BvRecord) into = NULL;

  show (window);
  before = fixture_select (window, "Sở Y tế");
  start (window, "win.merge-unit");
  go_on (2);
  hand_press (GDK_KEY_a, 0);
  go_on (1);
  hand_press (GDK_KEY_v, 0);
  go_on (1);
  hand_type ("1/1/2024");
  finish (window);
  g_assert_null (fixture_find_window ("adding"));
  old = (BvRecord *) read_unit (window, before);
  g_assert_cmpint (((BvUnit *) old)->valid_to, ==, 20231231);
  into = (BvRecord *) read_selected (window);
  g_assert_cmpstr (((BvUnit *) into)->name, ==, "Văn phòng Ủy ban nhân dân tỉnh");
  g_assert_true (g_strv_contains ((const char *const *) ((BvUnit *) into)->aliases, "Sở Y tế"));
}

/* Three that become a new one: as in 2025. One that was ticked by mistake is ticked again. */
static void
test_merge_several (BvWindow *window)
{
  static const char *const names[] = { "UBND phường Mỹ Thới", "UBND phường Mỹ Thạnh", "UBND phường Mỹ Quý" };
  BvTablePage *page = show (window);
  guint n_rows = fixture_count_rows (page);
  GtkWidget *dialog;

  fixture_select (window, names[0]);
  start (window, "win.merge-unit");
  dialog = fixture_find_window ("adding");
  tick ("my thanh");
  tick ("so y te");
  tick ("my quy");
  tick ("so y te");
  g_assert_nonnull (
    fixture_find_said (dialog, "3 units: UBND phường Mỹ Thới; UBND phường Mỹ Thạnh; UBND phường Mỹ Quý"));
  go_on (2);
  finish (window);
  g_assert_nonnull (fixture_find_said (dialog, "This is missing: On day"));
  click_entry ("Code");
  hand_type ("PMT");
  go_on (1);
  hand_type ("UBND phường Mỹ");
  click_entry ("On day");
  hand_type ("1/7/2024");
  finish (window);
  g_assert_null (fixture_find_window ("adding"));
  g_assert_cmpint (count (window, "SELECT valid_from FROM unit WHERE name = ?1", "UBND phường Mỹ"), ==,
                   20240701);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (count (window, "SELECT valid_to FROM unit WHERE name = ?1", names[i]), ==, 20240630);
  fixture_undo (window);
  g_assert_cmpint (count (window, "SELECT count (*) FROM unit WHERE name = ?1", "UBND phường Mỹ"), ==, 0);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows);
}

/* Alone it cannot become another. */
static void
test_merge_alone (BvWindow *window)
{
  show (window);
  fixture_select (window, "Sở Y tế");
  start (window, "win.merge-unit");
  click_entry ("Code");
  hand_type ("SK");
  go_on (1);
  hand_type ("Sở Sức khỏe");
  click_entry ("On day");
  hand_type ("1/1/2024");
  finish (window);
  g_assert_nonnull (
    fixture_find_said (fixture_find_window ("adding"), "choose another unit that becomes one with it"));
  hand_press (GDK_KEY_Escape, 0);
}

/* Two parts at first, and one more. */
static void
test_split (BvWindow *window)
{
  static const char *const texts[] = { "SYT1", "Sở Y tế một", "SYT2", "Sở Y tế hai" };

  show (window);
  fixture_select (window, "Sở Y tế");
  start (window, "win.split-unit");
  click_entry ("On day");
  hand_type ("1/1/2024");
  finish (window);
  g_assert_nonnull (fixture_find_said (fixture_find_window ("adding"), "This is missing: Code 1"));
  hand_click_widget (hand_find_inside (hand_find_inside (GTK_WIDGET (hand_get_window ()), BV_TYPE_UNIT_PARTS),
                                       GTK_TYPE_ENTRY));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      hand_type (texts[i]);
      go_on (1);
    }
  hand_click ("One part more");
  hand_type ("SYT3");
  go_on (1);
  hand_type ("X");
  finish (window);
  g_assert_null (fixture_find_window ("adding"));
  g_assert_cmpint (count (window,
                          "SELECT count (*) FROM unit WHERE valid_from = 20240101 AND name IN (?1, "
                          "'Sở Y tế hai', 'Sở Y tế một')",
                          "X"),
                   ==, 3);
  fixture_undo (window);
  g_assert_cmpint (count (window, "SELECT count (*) FROM unit WHERE name = ?1", "Sở Y tế hai"), ==, 0);
}

/* A unit that a campaign of then needs cannot end. */
static void
test_close (BvWindow *window)
{
  gint64 unit;
  g_autoptr (BvRecord) closed = NULL;

  show (window);
  unit = fixture_select (window, "Sở Y tế");
  start (window, "win.close-unit");
  hand_type ("1/1/2020");
  finish (window);
  g_assert_nonnull (fixture_find_said (fixture_find_window ("adding"), "remove its nominees there, or"));
  hand_press (GDK_KEY_a, GDK_CONTROL_MASK);
  hand_type ("1/1/2024");
  finish (window);
  g_assert_null (fixture_find_window ("adding"));
  closed = (BvRecord *) read_unit (window, unit);
  g_assert_cmpint (((BvUnit *) closed)->valid_to, ==, 20231231);
}

/* Of communes that are no more the built-in list knows what they became. */
static void
test_history (BvWindow *window)
{
  show (window);
  fixture_select (window, "UBND xã Khánh An");
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (window), "From 01/07/2025: "));
}

/* How many they are is said before; who is there stays. */
static void
test_enter (BvWindow *window)
{
  const char *sql = "SELECT count (*) FROM nominee n JOIN \"group\" g ON g.id = n.\"group\" WHERE g.kind = "
                    "'collective' AND g.name <> ?1";
  gint64 n_before;
  GtkWidget *dialog;

  show (window);
  n_before = count (window, sql, "");
  fixture_select (window, "Sở Y tế");
  start (window, "win.enter-group");
  dialog = fixture_find_window ("adding");
  g_assert_nonnull (fixture_find_said (dialog, "1 unit"));
  go_on (1);
  hand_press (GDK_KEY_s, 0);
  g_assert_nonnull (fixture_find_said (dialog, "1 unit; 1 in the group already"));
  finish (window);
  g_assert_nonnull (fixture_find_said (dialog, "All of them are in the group already"));
  go_on (1);
  hand_press (GDK_KEY_u, 0);
  finish (window);
  g_assert_null (fixture_find_window ("adding"));
  g_assert_cmpint (count (window, sql, ""), ==, n_before + 1);
  fixture_undo (window);
  g_assert_cmpint (count (window, sql, ""), ==, n_before);
}

/* Communes under a district, all of a type, and what was searched. */
static void
test_choices (BvWindow *window)
{
  static const char *const texts[] = { "13 units", "2 units", "195 units" };
  GtkWidget *dialog;

  show (window);
  fixture_select (window, "UBND thành phố Long Xuyên");
  start (window, "win.enter-group");
  dialog = fixture_find_window ("adding");
  g_assert_nonnull (fixture_find_said (dialog, "Long Xuyên"));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      hand_press (GDK_KEY_a, 0);
      g_assert_nonnull (fixture_find_said (dialog, texts[i]));
    }
  hand_press (GDK_KEY_Escape, 0);
}

/* Why it cannot vanish is said. */
static void
test_used (BvWindow *window)
{
  BvTablePage *page = show (window);
  guint n_rows = fixture_count_rows (page);

  fixture_select (window, "Sở Y tế");
  hand_press (GDK_KEY_Delete, 0);
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (window), "it has 2 nominees; remove them first"));
}

static guint
find_row (BvTablePage *page, const char *name)
{
  for (guint i = 0; i < fixture_count_rows (page); i++)
    {
      g_autofree char *text = fixture_read_cell (page, i, BV_UNITS_NAME);

      if (g_str_equal (text, name))
        return i;
    }
  return G_MAXUINT;
}

/* Communes stand below their district; what is folded up is not there, and not forgotten. */
static void
test_tree (BvWindow *window)
{
  BvTablePage *page = show (window);
  guint n_rows = fixture_count_rows (page);
  gint64 district = fixture_select (window, "UBND huyện Thoại Sơn");
  guint n_below
    = count (window, "SELECT count (*) FROM unit u JOIN unit a ON a.id = u.parent WHERE a.name = ?1",
             "UBND huyện Thoại Sơn");
  g_autofree char *described = NULL;

  g_assert_cmpuint (find_row (page, "UBND xã Vĩnh Trạch"), >, find_row (page, "UBND huyện Thoại Sơn"));
  hand_press (GDK_KEY_Left, 0);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows - n_below);
  described = bv_page_describe (BV_PAGE (page));
  g_assert_cmpstr (described, ==, "195 units");
  fixture_show (window, "nominees");
  show (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows - n_below);
  hand_press (GDK_KEY_Right, 0);
  hand_press (GDK_KEY_Right, 0);
  g_assert_cmpint (bv_row_get_id (bv_table_page_get_selected (page)), !=, district);
  hand_press (GDK_KEY_Left, 0);
  g_assert_cmpint (bv_row_get_id (bv_table_page_get_selected (page)), ==, district);
}

/* By keys, with those below it, and it stays selected, also below what was folded up. */
static void
test_place (BvWindow *window)
{
  BvTablePage *page = show (window);
  gint64 unit = fixture_select (window, "UBND huyện Thoại Sơn");
  guint before = find_row (page, "UBND huyện Thoại Sơn");
  g_autoptr (BvRecord) moved = NULL;

  hand_press (GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_cmpint (bv_row_get_id (bv_table_page_get_selected (page)), ==, unit);
  g_assert_cmpuint (find_row (page, "UBND huyện Thoại Sơn"), <, before);
  g_assert_cmpuint (find_row (page, "UBND xã Vĩnh Trạch"), <, before);
  hand_press (GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_cmpuint (find_row (page, "UBND huyện Thoại Sơn"), ==, before);
  hand_press (GDK_KEY_Right, GDK_ALT_MASK);
  moved = (BvRecord *) read_selected (window);
  g_assert_cmpint (moved->id, ==, unit);
  g_assert_nonnull (((BvUnit *) moved)->parent);
  fixture_undo (window);
  g_assert_cmpuint (find_row (page, "UBND huyện Thoại Sơn"), ==, before);
}

/* What is searched is found in what is folded up, with what it stands under, and selected. */
static void
test_search (BvWindow *window)
{
  BvTablePage *page = show (window);
  g_autofree char *described = NULL;
  g_autoptr (BvRecord) selected = NULL;

  fixture_select (window, "UBND huyện Thoại Sơn");
  hand_press (GDK_KEY_Left, 0);
  bv_window_search (window, "vinh trach");
  fixture_settle (window);
  g_assert_cmpuint (find_row (page, "UBND huyện Thoại Sơn"), ==, 0);
  selected = (BvRecord *) read_selected (window);
  g_assert_cmpstr (((BvUnit *) selected)->name, ==, "UBND xã Vĩnh Trạch");
  described = bv_page_describe (BV_PAGE (page));
  g_assert_cmpstr (described, ==, "1 of 195 units");
  bv_window_clear_search (window);
}

/* A column orders those that stand beside each other. */
static void
test_sorted (BvWindow *window)
{
  BvTablePage *page = show (window);
  GtkColumnView *view = bv_table_page_get_view (page);
  g_autoptr (GtkColumnViewColumn) column
    = g_list_model_get_item (gtk_column_view_get_columns (view), BV_UNITS_NAME);
  guint district, commune, next;

  gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
  fixture_settle (window);
  district = find_row (page, "UBND huyện Thoại Sơn");
  commune = find_row (page, "UBND xã An Bình");
  next = find_row (page, "UBND xã Bình Thành");
  g_assert_cmpuint (district, <, commune);
  g_assert_cmpuint (commune, <, next);
  gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
  fixture_settle (window);
  g_assert_cmpuint (find_row (page, "UBND huyện Thoại Sơn"), <, find_row (page, "UBND xã Bình Thành"));
  g_assert_cmpuint (find_row (page, "UBND xã Bình Thành"), <, find_row (page, "UBND xã An Bình"));
  /* What is beside it in the campaign is not what is beside it here. */
  district = find_row (page, "UBND huyện Thoại Sơn");
  fixture_select (window, "UBND huyện Thoại Sơn");
  hand_press (GDK_KEY_Right, GDK_ALT_MASK);
  fixture_settle (window);
  g_assert_nonnull (strstr (bv_window_get_error (window), "A unit is moved among those beside it"));
  g_assert_cmpuint (find_row (page, "UBND huyện Thoại Sơn"), ==, district);
}

static void
paste (BvWindow *window, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  hand_press (GDK_KEY_v, GDK_CONTROL_MASK);
  fixture_settle (window);
}

/* One that stands under another of the block, before that, and one undo for all. */
static void
test_paste (BvWindow *window)
{
  BvTablePage *page = show (window);
  guint n_rows = fixture_count_rows (page);
  g_autoptr (BvRecord) commune = NULL;

  paste (window,
         "Mã\tTên đơn vị\tTrực thuộc\tLoại hình\r\nX1\tXã Một\tHuyện Mới\txã\r\nH1\tHuyện Mới\t\tHuyện\r\n");
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows + 2);
  commune = (BvRecord *) read_selected (window);
  g_assert_cmpstr (((BvUnit *) commune)->parent, ==, "H1");
  g_assert_cmpstr (((BvUnit *) commune)->type, ==, "Xã");
  fixture_undo (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows);
}

/* As LibreOffice copies it: one cell says what both units stand under, a name has two lines, and a telephone
 * and a code are no numbers whatever the cell holds. */
static void
test_paste_html (BvWindow *window)
{
  BvTablePage *page = show (window);
  guint n_rows = fixture_count_rows (page);
  g_autoptr (BvRecord) commune = NULL;

  fixture_copy_both (
    window,
    "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.0 Transitional//EN\"><html><head><title></title></head><body>"
    "<table cellspacing=\"0\" border=\"0\">\n\t<colgroup width=\"85\"></colgroup>\n"
    "\t<tr><td>Mã</td><td>Tên đơn vị</td><td>Trực thuộc</td><td>Điện thoại</td></tr>\n"
    "\t<tr><td sdval=\"17\" sdnum=\"1066;0;000\">017</td><td>Phòng<br>Một</td><td rowspan=2>Sở Y tế</td>"
    "<td sdval=\"296385\" sdnum=\"1066;0;0000 000\">0296 385</td></tr>\n"
    "\t<tr><td sdval=\"18\" sdnum=\"1066;0;000\">018</td><td>Phòng Hai</td><td></td></tr>\n</table></body></html>",
    "Mã\tTên đơn vị\tTrực thuộc\tĐiện thoại\n017\tPhòng\nMột\tSở Y tế\t0296 385\n018\tPhòng Hai\t\t\n");
  hand_press (GDK_KEY_v, GDK_CONTROL_MASK);
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows + 2);
  commune = (BvRecord *) read_selected (window);
  g_assert_cmpstr (((BvUnit *) commune)->code, ==, "017");
  g_assert_cmpstr (((BvUnit *) commune)->name, ==, "Phòng Một");
  g_assert_cmpstr (((BvUnit *) commune)->phone, ==, "0296 385");
  g_assert_cmpint (
    count (
      window,
      "SELECT count(*) FROM unit AS u JOIN unit AS above ON above.id = u.parent WHERE u.code IN ('017', '018') AND above.code = ?1",
      "SYT"),
    ==, 2);
  fixture_undo (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows);
}

/* Nothing of a block is there whose line does not fit, and it is said which. */
static void
test_paste_refused (BvWindow *window)
{
  BvTablePage *page = show (window);
  guint n_rows = fixture_count_rows (page);
  GtkWidget *dialog;

  paste (window, "X1\tXã Một\tXã\t\nSYT\tXã Hai\tXã\tkhông có\n");
  dialog = fixture_wait_for_window ("remarks");
  g_assert_nonnull (fixture_find_said (dialog, "No unit was added"));
  g_assert_nonnull (fixture_find_said (dialog, "line 2: column “Code”: there is a unit “SYT” already"));
  g_assert_nonnull (fixture_find_said (dialog, "line 2: column “Under”: there is no unit “không có”"));
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/units/a-new-one-is-added-by-keys-and-seen", test_add);
  fixture_add ("/units/what-cannot-be-added-says-so-in-the-dialog", test_same_code);
  fixture_add ("/units/another-name-from-a-day-leaves-the-old-one-to-its-time", test_change);
  fixture_add ("/units/one-becomes-part-of-another-which-is-seen", test_merge);
  fixture_add ("/units/several-become-a-new-one", test_merge_several);
  fixture_add ("/units/one-alone-does-not-become-another", test_merge_alone);
  fixture_add ("/units/one-becomes-three", test_split);
  fixture_add ("/units/one-that-is-needed-then-cannot-end", test_close);
  fixture_add ("/units/what-became-of-one-in-2025-is-said", test_history);
  fixture_add ("/units/who-enters-a-group-is-counted-before", test_enter);
  fixture_add ("/units/who-enters-may-be-all-below-of-a-type-or-listed", test_choices);
  fixture_add ("/units/one-that-is-used-cannot-vanish", test_used);
  fixture_add ("/units/they-stand-below-each-other-and-are-folded-up", test_tree);
  fixture_add ("/units/one-goes-a-step-by-keys-and-stays-selected", test_place);
  fixture_add ("/units/a-search-finds-what-is-folded-up-with-what-is-above", test_search);
  fixture_add ("/units/a-column-orders-those-beside-each-other", test_sorted);
  fixture_add ("/units/a-block-is-pasted-as-one-action", test_paste);
  fixture_add ("/units/cells-of-other-programs-are-pasted-as-they-show-themselves", test_paste_html);
  fixture_add ("/units/a-block-that-does-not-fit-is-refused-as-a-whole", test_paste_refused);
  return g_test_run ();
}
