/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/nominees/nominee-dialog.h"
#include "app/page/tabs.h"
#include "app/ranking/ranking-table.h"
#include "app/rows/row-span.h"
#include "core/group-name.h"
#include "store/campaigns.h"
#include "store/lists.h"

/* The place of their group in the template. */
#define COMMUNES 2

static const BvGroup *
get_group (BvWindow *window, guint place)
{
  return g_ptr_array_index (bv_session_get_head (bv_window_get_session (window))->groups, place);
}

static GtkColumnViewColumn *
get_column (BvTablePage *page, guint place)
{
  g_autoptr (GtkColumnViewColumn) column
    = g_list_model_get_item (gtk_column_view_get_columns (bv_table_page_get_view (page)), place);

  return column;
}

static gboolean
is_shown (BvTablePage *page, guint column)
{
  return gtk_column_view_column_get_visible (get_column (page, column));
}

static void
choose_group (BvWindow *window, BvTablePage *page, guint place)
{
  bv_nominees_page_choose_group (BV_NOMINEES_PAGE (page), get_group (window, place)->record.id);
  fixture_settle (window);
}

static void
test_columns (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");

  choose_group (window, page, 0);
  g_assert_false (is_shown (page, BV_NOMINEES_UNIT));
  g_assert_false (is_shown (page, BV_NOMINEES_POSITION));
  choose_group (window, page, 2);
  g_assert_true (is_shown (page, BV_NOMINEES_UNIT));
  choose_group (window, page, 3);
  g_assert_true (is_shown (page, BV_NOMINEES_UNIT));
  g_assert_true (is_shown (page, BV_NOMINEES_POSITION));
}

static void
test_evidence_order (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  g_autofree char *first = NULL;

  choose_group (window, page, 3);
  gtk_column_view_sort_by_column (bv_table_page_get_view (page), get_column (page, BV_NOMINEES_EVIDENCE),
                                  GTK_SORT_ASCENDING);
  fixture_settle (window);
  first = fixture_read_cell (page, 0, BV_NOMINEES_EVIDENCE);
  g_assert_cmpstr (first, ==, "●○");
}

static void
test_first_found (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  BvRow *row;

  fixture_select (window, "Sở Nội vụ");
  bv_window_search (window, "so y te");
  row = bv_table_page_get_selected (page);
  g_assert_cmpstr (bv_table_get_text (bv_row_get_table (row), bv_row_get_index (row), BV_NOMINEES_NAME), ==,
                   "Sở Y tế");
}

static void
test_counts (BvWindow *window)
{
  static const char *const cases[][2] = { { "units", "195 units" },
                                          { "nominees", "255 nominees" },
                                          { "ranking", "195 nominees in the ranking" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = bv_page_describe (BV_PAGE (fixture_show (window, cases[i][0])));

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

static void
test_parts (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "part.next", NULL);
  g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_MAIN));
  gtk_widget_activate_action (GTK_WIDGET (window), "part.next", NULL);
  g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_DETAILS));
  gtk_widget_activate_action (GTK_WIDGET (window), "part.next", NULL);
  g_assert_false (bv_page_has_focus (BV_PAGE (page), BV_PAGE_DETAILS));
  g_assert_false (bv_page_has_focus (BV_PAGE (page), BV_PAGE_MAIN));
  gtk_widget_activate_action (GTK_WIDGET (window), "part.previous", NULL);
  g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_DETAILS));
}

static void
test_cap_note (BvWindow *window)
{
  const BvProposal *proposal;
  guint n_capped = 0;

  fixture_show (window, "ranking");
  proposal = bv_session_get_proposal (bv_window_get_session (window));
  for (guint i = 0; i < proposal->pools->len; i++)
    {
      const BvRanking *pool = g_ptr_array_index (proposal->pools, i);
      g_autoptr (BvTable) table = bv_ranking_table_new (pool);

      for (guint j = 0; j < pool->entries->len; j++)
        if (bv_ranking_entry (pool, j)->capped != BV_CAP_NONE)
          {
            g_assert_cmpstr (bv_table_get_text (table, j, BV_RANKING_NOTES), !=, "");
            n_capped++;
          }
    }
  g_assert_cmpuint (n_capped, >, 0);
}

/* The first has nobody before it. */
static void
test_next_place (BvWindow *window)
{
  GtkWidget *page = GTK_WIDGET (fixture_show (window, "ranking"));

  fixture_select (window, "UBND xã Vĩnh Khánh");
  g_assert_nonnull (
    fixture_find_said (page, "Rank 1 with 24,25 points or more on criterion 2.2: 0,75 more."));
  fixture_select (window, "UBND xã Vĩnh Trạch");
  g_assert_null (fixture_find_said (page, "points or more on criterion"));
}

static void
test_twice (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  BvTablePage *units = fixture_show (window, "units");
  gint64 unit = fixture_select (window, "Sở Y tế");
  const BvGroup *group = get_group (window, 0);
  GtkWidget *dialog
    = bv_nominee_dialog_new (GTK_WINDOW (window), bv_window_get_session (window), group->record.id);

  g_assert_nonnull (units);
  g_assert_false (bv_nominee_dialog_choose (BV_NOMINEE_DIALOG (dialog), group->record.id, unit, ""));
  g_assert_false (bv_nominee_dialog_add (BV_NOMINEE_DIALOG (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_show (window, "nominees");
  g_assert_cmpuint (fixture_count_rows (page), ==, 255);
}

static void
test_twin (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  gint64 unit;
  GtkWidget *dialog;
  const BvGroup *group = get_group (window, 3);

  fixture_show (window, "units");
  unit = fixture_select (window, "Sở Y tế");
  fixture_show (window, "nominees");
  dialog = bv_nominee_dialog_new (GTK_WINDOW (window), bv_window_get_session (window), group->record.id);
  g_assert_true (
    bv_nominee_dialog_choose (BV_NOMINEE_DIALOG (dialog), group->record.id, unit, "NGUYỄN THỊ ÁNH"));
  g_assert_false (bv_nominee_dialog_add (BV_NOMINEE_DIALOG (dialog)));
  g_assert_true (bv_nominee_dialog_add (BV_NOMINEE_DIALOG (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 256);
}

static void
add_units (BvWindow *window, guint place, const char *search)
{
  gint64 group = get_group (window, place)->record.id;
  GtkWidget *dialog = bv_nominee_dialog_new (GTK_WINDOW (window), bv_window_get_session (window), group);

  bv_nominee_dialog_choose_all (BV_NOMINEE_DIALOG (dialog), search);
  g_assert_true (bv_nominee_dialog_add (BV_NOMINEE_DIALOG (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle (window);
}

static BvTablePage *
make_campaign (BvWindow *window)
{
  fixture_make_campaign (window);
  return fixture_show (window, "nominees");
}

static void
test_all_units (BvWindow *window)
{
  BvTablePage *page = make_campaign (window);

  add_units (window, COMMUNES, "");
  g_assert_cmpuint (fixture_count_rows (page), ==, 156);
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 0);
}

static const char *
read_all_button (GtkWidget *dialog)
{
  return gtk_button_get_label (
    GTK_BUTTON (gtk_widget_get_template_child (dialog, BV_TYPE_NOMINEE_DIALOG, "all_button")));
}

/* How many units would be chosen is seen before; those of a group are of its types. */
static void
test_unit_types (BvWindow *window)
{
  static const char *const labels[] = { "Select _all 28", "Select _all 11", "Select _all 156" };
  GtkWidget *dialog;

  make_campaign (window);
  dialog = bv_nominee_dialog_new (GTK_WINDOW (window), bv_window_get_session (window), 0);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      bv_nominee_dialog_choose (BV_NOMINEE_DIALOG (dialog), get_group (window, i)->record.id, 0, "");
      g_assert_cmpstr (read_all_button (dialog), ==, labels[i]);
    }
  bv_nominee_dialog_choose_all (BV_NOMINEE_DIALOG (dialog), "phường");
  g_assert_cmpstr (read_all_button (dialog), ==, "Select _all 21");
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (gtk_widget_get_template_child (dialog, BV_TYPE_NOMINEE_DIALOG, "others_button")), TRUE);
  bv_nominee_dialog_choose_all (BV_NOMINEE_DIALOG (dialog), "");
  g_assert_cmpstr (read_all_button (dialog), ==, "Select _all 196");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
is_list (GtkWidget *tabs, int width)
{
  GtkWidget *row = GTK_WIDGET (gtk_widget_get_template_child (tabs, BV_TYPE_TABS, "row"));
  GtkWidget *list = GTK_WIDGET (gtk_widget_get_template_child (tabs, BV_TYPE_TABS, "list"));

  gtk_widget_size_allocate (tabs, &(GtkAllocation){ 0, 0, width, 40 }, -1);
  g_assert_true (gtk_widget_get_child_visible (row) != gtk_widget_get_child_visible (list));
  return gtk_widget_get_child_visible (list);
}

static void
test_tabs (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "ranking");
  GtkWidget *tabs
    = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (page), BV_TYPE_RANKING_PAGE, "tabs"));
  GtkDropDown *list = GTK_DROP_DOWN (gtk_widget_get_template_child (tabs, BV_TYPE_TABS, "list"));
  guint n_rows = fixture_count_rows (page);
  g_autoptr (GtkStringObject) first = g_list_model_get_item (gtk_drop_down_get_model (list), 0);
  int room;

  gtk_widget_measure (tabs, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &room, NULL, NULL);
  g_assert_false (is_list (tabs, room));
  g_assert_true (is_list (tabs, room - 1));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (list)), ==, 6);
  g_assert_cmpstr (gtk_string_object_get_string (first), ==, "Tập thể  195");
  gtk_drop_down_set_selected (list, 1);
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), !=, n_rows);
  bv_ranking_page_choose (BV_RANKING_PAGE (page), 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (list), ==, 0);
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows);
}

static GtkAdjustment *
find_bar (BvTablePage *page)
{
  GtkWidget *view = GTK_WIDGET (bv_table_page_get_view (page));

  return gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW)));
}

static double
find_end (GtkAdjustment *bar)
{
  return gtk_adjustment_get_upper (bar) - gtk_adjustment_get_page_size (bar);
}

/* Wherever the bar is moved, there the view has rows, and the bar stays true. */
static void
check_scroll (BvWindow *window, GtkAdjustment *bar, double value)
{
  double upper = gtk_adjustment_get_upper (bar);

  gtk_adjustment_set_value (bar, value);
  fixture_paint (window);
  fixture_settle (window);
  fixture_paint (window);
  g_assert_cmpfloat (ABS (gtk_adjustment_get_upper (bar) - upper), <, 1);
  g_assert_cmpfloat (ABS (gtk_adjustment_get_value (bar) - value), <, 2);
}

static void
test_scroll_bar (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  GtkAdjustment *bar = find_bar (page);
  BvRowSpan *span = BV_ROW_SPAN (gtk_column_view_get_model (bv_table_page_get_view (page)));
  guint n_rows = fixture_count_rows (page);
  double upper = gtk_adjustment_get_upper (bar);
  double row = upper / n_rows;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (span)), <, n_rows / 2);
  check_scroll (window, bar, upper / 2);
  check_scroll (window, bar, upper / 4);
  check_scroll (window, bar, find_end (bar));
  check_scroll (window, bar, 0);
  for (double value = 0; value < find_end (bar); value += 5 * row)
    check_scroll (window, bar, value);
  for (double value = find_end (bar); value > 0; value -= 5 * row)
    check_scroll (window, bar, value);
  g_assert_false (bv_row_span_is_whole (span));
  choose_group (window, page, 0);
  fixture_settle (window);
  g_assert_cmpfloat (ABS (gtk_adjustment_get_upper (bar) - row * fixture_count_rows (page)), <, 1);
}

static double
measure_rows (BvWindow *window, BvTablePage *page)
{
  fixture_settle (window);
  fixture_paint (window);
  return gtk_adjustment_get_upper (find_bar (page)) / fixture_count_rows (page);
}

/* Rows that the view has not got come and go. */
static void
test_rows_elsewhere (BvWindow *window)
{
  BvTablePage *page = make_campaign (window);
  double row;

  add_units (window, COMMUNES, "xã");
  row = measure_rows (window, page);
  add_units (window, COMMUNES, "phường");
  g_assert_cmpfloat (ABS (measure_rows (window, page) - row), <, 0.1);
  check_scroll (window, find_bar (page), find_end (find_bar (page)) - 50 * row);
  fixture_undo (window);
  g_assert_cmpfloat (ABS (measure_rows (window, page) - row), <, 0.1);
  check_scroll (window, find_bar (page), find_end (find_bar (page)));
  check_scroll (window, find_bar (page), 0);
}

static guint
get_selected_place (BvTablePage *page)
{
  BvRowSpan *span = BV_ROW_SPAN (gtk_column_view_get_model (bv_table_page_get_view (page)));
  guint place = gtk_single_selection_get_selected (bv_row_span_get_selection (span));

  g_assert_true (bv_row_span_has (span, place));
  return place;
}

/* A row that GTK's own keys would not reach, as the view has not got it. */
static void
test_keys (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  guint last = fixture_count_rows (page) - 1;

  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  g_assert_true (fixture_press_in_table (page, GDK_KEY_End));
  g_assert_cmpuint (get_selected_place (page), ==, last);
  measure_rows (window, page);
  g_assert_cmpfloat (gtk_adjustment_get_value (find_bar (page)), >, find_end (find_bar (page)) - 2);
  g_assert_true (fixture_press_in_table (page, GDK_KEY_Home));
  g_assert_cmpuint (get_selected_place (page), ==, 0);
  measure_rows (window, page);
  g_assert_cmpfloat (gtk_adjustment_get_value (find_bar (page)), <, 2);
}

/* What was asked for last is reached, though the view has not been where it was scrolled to before. */
static void
test_keys_after_scrolling (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  GtkAdjustment *bar = find_bar (page);
  guint last = fixture_count_rows (page) - 1;

  measure_rows (window, page);
  gtk_adjustment_set_value (bar, find_end (bar) / 2);
  gtk_adjustment_set_value (bar, find_end (bar) / 4);
  g_assert_true (fixture_press_in_table (page, GDK_KEY_End));
  measure_rows (window, page);
  g_assert_cmpuint (get_selected_place (page), ==, last);
  g_assert_cmpfloat (gtk_adjustment_get_value (bar), >, find_end (bar) - 2);
}

/* Whoever goes on by keys goes on from the selected row, wherever the bar is. */
static void
test_scrolled_away (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  BvRowSpan *span = BV_ROW_SPAN (gtk_column_view_get_model (bv_table_page_get_view (page)));
  guint keys[] = { GDK_KEY_Down, GDK_KEY_Page_Up };

  fixture_select (window, "Sở Y tế");
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  g_assert_false (fixture_press_in_table (page, GDK_KEY_Down));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      guint place = get_selected_place (page);

      check_scroll (window, find_bar (page), find_end (find_bar (page)));
      g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_MAIN));
      g_assert_false (bv_row_span_has (span, place));
      g_assert_true (fixture_press_in_table (page, keys[i]));
      g_assert_cmpuint (get_selected_place (page), ==, i == 0 ? place + 1 : 0);
      measure_rows (window, page);
      g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_MAIN));
    }
  check_scroll (window, find_bar (page), find_end (find_bar (page)));
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  get_selected_place (page);
}

/* What is seen the view has, and the bar is true, whatever was done. */
static void
assert_seen (BvTablePage *page, double row)
{
  GtkAdjustment *bar = find_bar (page);
  BvRowSpan *span = BV_ROW_SPAN (gtk_column_view_get_model (bv_table_page_get_view (page)));
  guint n_rows = fixture_count_rows (page);
  guint n_seen = MIN (gtk_adjustment_get_page_size (bar) / row, n_rows);
  guint first = gtk_adjustment_get_value (bar) / row + 0.5;

  for (guint i = 0; i < n_seen; i++)
    g_assert_true (bv_row_span_has (span, MIN (first + i, n_rows - 1)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (span)), <=, 200);
  /* A rule above one of the rows, of those found elsewhere, is higher than a row. */
  if (n_rows > n_seen)
    g_assert_cmpfloat (ABS (gtk_adjustment_get_upper (bar) - row * n_rows), <, 2 * row);
}

static void
do_something (BvWindow *window, BvTablePage *page)
{
  static const guint keys[]
    = { GDK_KEY_Home, GDK_KEY_End, GDK_KEY_Up, GDK_KEY_Page_Down, GDK_KEY_F2, GDK_KEY_Escape };
  static const char *const searches[] = { "", "so", "ubnd", "nguyen", "xyz" };
  GtkAdjustment *bar = find_bar (page);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      gtk_adjustment_set_value (bar, g_test_rand_double_range (0, MAX (find_end (bar), 1)));
      break;
    case 1:
      for (guint i = 0; i < 20; i++)
        gtk_adjustment_set_value (bar, gtk_adjustment_get_value (bar) + g_test_rand_double_range (-50, 100));
      break;
    case 2:
      fixture_press_in_table (page, keys[g_test_rand_int_range (0, G_N_ELEMENTS (keys))]);
      break;
    case 3:
      bv_nominees_page_choose_group (
        BV_NOMINEES_PAGE (page),
        g_test_rand_bit () ? 0 : get_group (window, g_test_rand_int_range (0, 4))->record.id);
      break;
    case 4:
      bv_window_search (window, searches[g_test_rand_int_range (0, G_N_ELEMENTS (searches))]);
      break;
    default:
      bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN);
    }
}

/* Where the key goes that the user presses: to what is being typed, if anything is. */
static void
press_escape (BvTablePage *page)
{
  GtkWidget *entry = bv_table_page_get_cell_entry (page);

  if (entry != NULL)
    fixture_press (entry, GDK_KEY_Escape, 0);
  else
    fixture_press_in_table (page, GDK_KEY_Escape);
}

static void
test_anything (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  double row = measure_rows (window, page);

  for (guint i = 0; i < 150; i++)
    {
      do_something (window, page);
      if (g_test_rand_bit ())
        fixture_paint (window);
      if (i % 5 != 0)
        continue;
      press_escape (page);
      measure_rows (window, page);
      if (fixture_count_rows (page) > 0)
        assert_seen (page, row);
    }
}

/* What is scrolled to stays when another page was seen meanwhile, though its rows go. */
static void
test_hidden_page (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  GtkAdjustment *bar = find_bar (page);
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (bv_table_page_get_view (page)));
  double row = gtk_adjustment_get_upper (bar) / fixture_count_rows (page);

  for (guint i = 0; i < 100; i++)
    check_scroll (window, bar, i * row);
  fixture_show (window, "units");
  g_assert_cmpuint (g_list_model_get_n_items (rows), <, 100);
  fixture_show (window, "nominees");
  fixture_paint (window);
  g_assert_cmpuint (g_list_model_get_n_items (rows), <, 100);
  g_assert_cmpfloat (ABS (gtk_adjustment_get_value (bar) - 99 * row), <, 1);
  check_scroll (window, bar, 0);
}

/* As narrow as they can be: a scroll bar that does not lie over them takes none of their room. */
static void
test_details (BvWindow *window)
{
  static const char *const pages[] = { "nominees", "units", "ranking" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      BvPage *page = BV_PAGE (fixture_show (window, pages[i]));
      GtkWidget *details = BV_PAGE_GET_IFACE (page)->get_part (page, BV_PAGE_DETAILS);
      GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_widget_get_last_child (details));
      GtkWidget *viewport = gtk_scrolled_window_get_child (scroller);
      int least;

      gtk_scrolled_window_set_overlay_scrolling (scroller, FALSE);
      gtk_widget_set_size_request (details, -1, -1);
      gtk_paned_set_position (GTK_PANED (gtk_widget_get_parent (details)), G_MAXINT);
      fixture_paint (window);
      gtk_widget_measure (viewport, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (gtk_widget_get_width (viewport), >=, least);
    }
}

static gboolean
is_filling (gpointer window)
{
  return bv_criteria_list_is_filling (fixture_get_criteria (window));
}

static void
assert_filled (BvWindow *window)
{
  BvCriteriaList *criteria = fixture_get_criteria (window);

  g_assert_cmpuint (bv_criteria_list_count (criteria), >, 0);
  for (guint i = 0; i < bv_criteria_list_count (criteria); i++)
    g_assert_true (gtk_widget_get_visible (GTK_WIDGET (bv_criteria_list_get_row (criteria, i))));
}

/* The criteria of another group are shown row by row, but all of them to whoever goes there at once. */
static void
test_filling (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  gint64 person = fixture_select (window, "Neáng Srây Mom");
  gint64 unit = fixture_select (window, "Sở Y tế");
  GtkWidget *first;

  assert_filled (window);
  bv_table_page_select (page, person);
  fixture_wait (is_filling, window, "rows of another group");
  bv_table_page_select (page, unit);
  fixture_settle (window);
  assert_filled (window);
  bv_table_page_select (page, person);
  fixture_wait (is_filling, window, "rows of another group");
  bv_page_focus_part (BV_PAGE (page), BV_PAGE_DETAILS);
  assert_filled (window);
  first = GTK_WIDGET (bv_criteria_list_get_row (fixture_get_criteria (window), 0));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), first));
  fixture_show (window, "units");
  fixture_show (window, "nominees");
  assert_filled (window);
}

static void
test_group_names (void)
{
  static const char *const cases[][2] = { { "Ủy ban nhân dân cấp xã", "Cấp xã" },
                                          { "UBND đặc khu", "Đặc khu" },
                                          { "Sở, ban, ngành tỉnh", "Sở, ban, ngành tỉnh" },
                                          { "Ủy ban nhân dân ", "Ủy ban nhân dân " } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = bv_group_name_shorten (cases[i][0]);

      g_assert_cmpstr (name, ==, cases[i][1]);
    }
}

/* More than the window waits for. */
#define MANY 1200

static void
take_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

static void
add_many (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  BvLibrary *library = bv_session_get_library (session);
  g_autoptr (BvCampaign) campaign
    = bv_campaigns_read (library, bv_session_get_campaign (session), BV_CAMPAIGN_WHOLE, NULL);
  const BvNominee *model = g_ptr_array_index (campaign->nominees, campaign->nominees->len - 1);
  g_autoptr (GError) error = NULL;

  for (guint i = campaign->nominees->len; i < MANY; i++)
    {
      BvNominee *nominee = bv_record_new (&bv_nominee_entity);
      BvPerson *person = bv_record_new (&bv_person_entity);

      take_text (&nominee->key, g_strdup_printf ("them-%u", i));
      take_text (&nominee->group, g_strdup (model->group));
      take_text (&nominee->unit, g_strdup (model->unit));
      take_text (&person->name, g_strdup_printf ("Nguyễn Thêm %u", i));
      nominee->person = person;
      g_ptr_array_add (campaign->nominees, nominee);
    }
  bv_campaigns_load (library, campaign, TRUE, &error);
  g_assert_no_error (error);
}

/* The window was there with the first texts; now all are, those of the last row too. */
static void
test_many (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");
  g_autofree char *last = fixture_read_cell (page, MANY - 1, BV_NOMINEES_NAME);

  g_assert_cmpuint (fixture_count_rows (page), ==, MANY);
  g_assert_cmpstr (last, ==, "Nguyễn Thêm 1199");
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *name = fixture_read_cell (page, i, BV_NOMINEES_NAME);

      g_assert_cmpstr (name, !=, "");
    }
  bv_window_search (window, "them 1150");
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 1);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/pages/a-group-is-shown-without-what-all-committees-share", test_group_names);
  fixture_add ("/pages/columns-that-say-nothing-are-hidden", test_columns);
  fixture_add_runs ("/pages/texts-of-many-rows-come-after-the-window", add_many, test_many);
  fixture_add ("/pages/those-who-lack-evidence-sort-first", test_evidence_order);
  fixture_add ("/pages/the-first-row-found-is-selected", test_first_found);
  fixture_add ("/pages/rows-are-counted-by-what-they-are", test_counts);
  fixture_add ("/pages/the-focus-goes-from-part-to-part", test_parts);
  fixture_add ("/pages/tabs-without-room-are-a-list", test_tabs);
  fixture_add ("/pages/what-would-have-to-change-for-the-next-place", test_next_place);
  fixture_add ("/pages/the-scroll-bar-is-true-whatever-rows-are-there", test_scroll_bar);
  fixture_add ("/pages/keys-reach-rows-that-the-view-has-not-got", test_keys);
  fixture_add ("/pages/whatever-is-done-what-is-seen-is-there", test_anything);
  fixture_add ("/pages/keys-reach-what-is-asked-for-after-the-window-was-scrolled",
               test_keys_after_scrolling);
  fixture_add ("/pages/keys-go-on-from-the-selected-row", test_scrolled_away);
  fixture_add_empty ("/pages/rows-that-the-view-has-not-got-come-and-go", test_rows_elsewhere);
  fixture_add ("/pages/a-page-that-is-not-seen-keeps-its-place-and-few-rows", test_hidden_page);
  fixture_add ("/pages/criteria-of-another-group-are-shown-row-by-row", test_filling);
  fixture_add ("/pages/details-have-room-beside-their-scroll-bar", test_details);
  fixture_add ("/pages/a-cap-is-noted-beside-whom-it-keeps-out", test_cap_note);
  fixture_add ("/pages/a-unit-stands-once-in-a-group", test_twice);
  fixture_add ("/pages/a-person-twice-is-warned-of-once", test_twin);
  fixture_add_empty ("/pages/all-units-that-are-found-are-added-and-undone-at-once", test_all_units);
  fixture_add_empty ("/pages/the-units-of-a-group-are-of-its-types-and-counted-before", test_unit_types);
  return g_test_run ();
}
