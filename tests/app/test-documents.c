/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/viewer/paper-view.h"
#include "hand.h"
#include "store/lists.h"
#include "store/statement.h"

static gint64
read_number (BvWindow *window, const char *sql)
{
  return bv_statement_get_number (bv_session_get_library (bv_window_get_session (window)), sql, -1, NULL, "");
}

static gint64
count_state (BvWindow *window, const char *state)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM evidence WHERE state = '%s'", state);

  return read_number (window, sql);
}

static BvTabs *
get_tabs (BvTablePage *page)
{
  return BV_PAGE_GET_IFACE (page)->get_tabs (BV_PAGE (page));
}

/* So many tabs further than all documents. */
static void
choose (BvWindow *window, BvTablePage *page, int tab)
{
  bv_tabs_choose (get_tabs (page), tab);
  fixture_settle (window);
}

static BvTablePage *
show (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "documents");

  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  return page;
}

/* Each tab has the documents of the library of which it is so. */
static void
test_tabs (BvWindow *window)
{
  BvTablePage *page = show (window);

  g_assert_cmpuint (fixture_count_rows (page), ==, read_number (window, "SELECT count(*) FROM evidence"));
  choose (window, page, 2);
  g_assert_cmpuint (fixture_count_rows (page), ==, count_state (window, "pending"));
  choose (window, page, 3);
  g_assert_cmpuint (fixture_count_rows (page), ==, count_state (window, "rejected"));
  choose (window, page, 4);
  g_assert_cmpuint (fixture_count_rows (page), ==, 0);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (page), "No such document"));
}

static BvPaperView *
find_paper (GtkWidget *widget)
{
  BvPaperView *found = BV_IS_PAPER_VIEW (widget) ? BV_PAPER_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_paper (child);
  return found;
}

static gboolean
is_drawn (gpointer paper)
{
  return bv_paper_view_has_picture (paper, 0);
}

static gboolean
is_another_drawn (gpointer data)
{
  return bv_paper_view_get_n_pages (find_paper (data)) == 2 && is_drawn (find_paper (data));
}

/* It is read beside the list, whichever row one is in, and where nothing is seen nothing is drawn. */
static void
test_paper (BvWindow *window)
{
  BvTablePage *page = show (window);
  BvPaperView *paper = find_paper (GTK_WIDGET (page));

  fixture_select (window, "Kế hoạch thực hiện các giải pháp nâng cao Chỉ số PAPI năm 2021");
  fixture_wait (is_drawn, paper, "the first page");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (paper)));
  fixture_select (window, "Báo cáo kết quả kiểm tra việc thực hiện Kế hoạch số 1078/KH-SNV");
  fixture_wait (is_another_drawn, page, "the first page of another one");
  choose (window, page, 1);
  g_assert_cmpuint (bv_paper_view_get_n_pages (paper), ==, 0);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (paper)));
}

/* By keys, and taken back; the row leaves the tab, the next one is there. */
static void
test_states (BvWindow *window)
{
  BvTablePage *page = show (window);
  gint64 n_pending = count_state (window, "pending");
  gint64 n_rejected = count_state (window, "rejected");

  choose (window, page, 2);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  g_assert_nonnull (bv_table_page_get_selected (page));
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  fixture_settle (window);
  g_assert_cmpint (count_state (window, "pending"), ==, n_pending - 1);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_pending - 1);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  g_assert_nonnull (bv_table_page_get_selected (page));
  hand_press (GDK_KEY_BackSpace, GDK_CONTROL_MASK);
  fixture_settle (window);
  g_assert_cmpint (count_state (window, "rejected"), ==, n_rejected + 1);
  fixture_undo (window);
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpint (count_state (window, "pending"), ==, n_pending);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_pending);
}

/* Enter leads from a place that lacks a document to the nominee. */
static void
test_gaps (BvWindow *window)
{
  BvTablePage *page = show (window);
  g_autofree char *name = NULL;
  BvTablePage *nominees;
  BvRow *row;

  choose (window, page, 1);
  g_assert_cmpuint (fixture_count_rows (page), >, 0);
  name = fixture_read_cell (page, 0, 0);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  hand_press (GDK_KEY_Return, 0);
  fixture_settle (window);
  nominees = BV_TABLE_PAGE (bv_window_get_visible_page (window));
  g_assert_cmpstr (bv_page_get_info (BV_PAGE (nominees))->key, ==, "nominees");
  row = bv_table_page_get_selected (nominees);
  g_assert_nonnull (row);
  g_assert_cmpstr (bv_table_get_text (bv_row_get_table (row), bv_row_get_index (row), BV_NOMINEES_NAME), ==,
                   name);
}

/* What proves something stays. */
static void
test_removal (BvWindow *window)
{
  gint64 n_all = read_number (window, "SELECT count(*) FROM evidence");

  show (window);
  hand_press (GDK_KEY_Delete, 0);
  fixture_settle (window);
  g_assert_cmpint (read_number (window, "SELECT count(*) FROM evidence"), ==, n_all);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (window), "proves something"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/documents/each-tab-has-its-documents", test_tabs);
  fixture_add ("/documents/accepted-and-rejected-by-keys", test_states);
  fixture_add ("/documents/where-one-is-missing-enter-leads-to-the-nominee", test_gaps);
  fixture_add ("/documents/what-proves-something-is-not-removed", test_removal);
  fixture_add ("/documents/the-one-that-is-selected-is-read-beside-the-list", test_paper);
  return g_test_run ();
}
