/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/intake/intake-page.h"
#include "hand.h"
#include "store/edit.h"
#include "store/statement.h"

#include <string.h>

/* How often something was done, which is one more once a paste is written. */
typedef struct
{
  BvWindow *window;
  gint64 n_actions;
} Actions;

static gint64
read_number (BvWindow *window, const char *sql)
{
  return bv_statement_get_number (bv_session_get_library (bv_window_get_session (window)), sql, -1, NULL, "");
}

static gint64
count_actions (BvWindow *window)
{
  return read_number (window, "SELECT count(*) FROM journal");
}

static gboolean
has_done (gpointer data)
{
  const Actions *actions = data;

  return count_actions (actions->window) > actions->n_actions && fixture_is_settled (actions->window);
}

static gboolean
shows_intake (gpointer window)
{
  return g_str_equal (bv_page_get_info (bv_window_get_visible_page (window))->key, "intake")
         && fixture_is_settled (window);
}

static const char *
get_last_label (BvWindow *window)
{
  return bv_session_get_last_action (bv_window_get_session (window))->label;
}

static void
copy (BvWindow *window, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
}

static void
press (void)
{
  hand_press (GDK_KEY_v, GDK_CONTROL_MASK);
}

static void
paste (BvWindow *window)
{
  Actions actions = { window, count_actions (window) };

  press ();
  fixture_wait (has_done, &actions, "what was pasted");
}

static void
paste_refused (BvWindow *window)
{
  gint64 n_actions = count_actions (window);

  press ();
  fixture_wait (shows_intake, window, "the preview");
  g_assert_cmpint (count_actions (window), ==, n_actions);
}

static BvTablePage *
show_nominees (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "nominees");

  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  return page;
}

/* The score of a leaf that has the focus. */
static BvFieldEntry *
focus_score (BvWindow *window, guint leaf, BvScoreEntry column)
{
  BvFieldEntry *entry;

  fixture_show (window, "nominees");
  fixture_select (window, "Sở Nội vụ");
  bv_criteria_list_fill (fixture_get_criteria (window));
  entry = fixture_get_entry (window, leaf, column);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (entry)));
  fixture_settle (window);
  return entry;
}

static void
assert_score (BvWindow *window, guint leaf, BvScoreEntry column, const char *text)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture_get_entry (window, leaf, column))), ==, text);
}

static void
test_nominees (BvWindow *window)
{
  BvTablePage *page = show_nominees (window);
  guint n_rows = fixture_count_rows (page);

  copy (
    window,
    "Họ và tên\tĐơn vị\tNăm sinh\r\nNguyễn Văn Thử\tSở Y tế\t1980\r\nTrần Thị Mới\tSở Tài chính\t1990\r\n");
  paste (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows + 2);
  g_assert_cmpstr (get_last_label (window), ==, "Paste 3 × 3 cells");
  fixture_undo (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows);
}

static void
test_nominees_asked (BvWindow *window)
{
  BvTablePage *page = show_nominees (window);
  guint n_rows = fixture_count_rows (page);

  copy (window, "Họ và tên\tĐơn vị\nNguyễn Văn Thử\tSở Y tê\nTrần Thị Mới\tSở Tài chính\n");
  paste_refused (window);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (window), "Pasted cells"));
  g_assert_cmpuint (fixture_count_rows (BV_TABLE_PAGE (fixture_show (window, "nominees"))), ==, n_rows);
}

/* What the council counted is pasted where the nominees are. */
static void
test_votes (BvWindow *window)
{
  static const char counted[] = "SELECT count(*) FROM vote WHERE \"for\" = 9 AND members = 11";
  BvTablePage *page = show_nominees (window);
  guint n_rows = fixture_count_rows (page);
  gint64 n_counted = read_number (window, counted);

  copy (window, "Tên đơn vị\tĐồng ý\tKhông đồng ý\tTổng số thành viên\r\n"
                "Sở Nội vụ\t9\t2\t11\r\nSở Tư pháp\t9\t1\t11\r\n");
  paste (window);
  g_assert_cmpint (read_number (window, counted), ==, n_counted + 2);
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows);
  fixture_undo (window);
  g_assert_cmpint (read_number (window, counted), ==, n_counted);
}

static void
test_votes_refused (BvWindow *window)
{
  show_nominees (window);
  copy (window, "Tên đơn vị\tĐồng ý\tThành viên\r\nSở Nội vụ\t12\t11\r\n");
  paste_refused (window);
}

/* From the score that has the focus down to other criteria, and to the right to the other scores. */
static void
test_scores (BvWindow *window)
{
  focus_score (window, 1, BV_SCORE_ENTRY_SELF);
  copy (window, "28,5\t25,25\r\n9\t8,5\r\n");
  paste (window);
  assert_score (window, 1, BV_SCORE_ENTRY_SELF, "28,50");
  assert_score (window, 1, BV_SCORE_ENTRY_VERIFIED, "25,25");
  assert_score (window, 2, BV_SCORE_ENTRY_SELF, "9,00");
  assert_score (window, 2, BV_SCORE_ENTRY_VERIFIED, "8,50");
  g_assert_cmpstr (get_last_label (window), ==, "Paste 2 × 2 cells");
  fixture_undo (window);
  fixture_settle (window);
  assert_score (window, 1, BV_SCORE_ENTRY_SELF, "27,00");
}

static void
test_scores_refused (BvWindow *window)
{
  focus_score (window, 1, BV_SCORE_ENTRY_SELF);
  copy (window, "28,5\r\n1.248\r\n");
  paste_refused (window);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (window), "can be read in two ways"));
}

/* HTML says which number a cell shows. */
static void
test_html_first (BvWindow *window)
{
  focus_score (window, 1, BV_SCORE_ENTRY_FINAL);
  fixture_copy_both (window,
                     "<html><body><table><tr><td x:num=\"28.5\">28,50</td></tr>"
                     "<tr><td x:num=\"9.25\">9.250</td></tr></table></body></html>",
                     "28,50\n9.250\n");
  paste (window);
  assert_score (window, 1, BV_SCORE_ENTRY_FINAL, "28,50");
  assert_score (window, 2, BV_SCORE_ENTRY_FINAL, "9,25");
}

/* HTML of prose has no cells. */
static void
test_html_of_prose (BvWindow *window)
{
  focus_score (window, 1, BV_SCORE_ENTRY_FINAL);
  fixture_copy_both (window, "<html><body><p>28,5</p><p>9</p></body></html>", "28,5\n9\n");
  paste (window);
  assert_score (window, 2, BV_SCORE_ENTRY_FINAL, "9,00");
}

static gboolean
has_text (gpointer entry)
{
  return strstr (gtk_editable_get_text (entry), "12,5") != NULL;
}

/* A cell of a spreadsheet ends with a line end. */
static void
test_one_cell (BvWindow *window)
{
  BvFieldEntry *entry = focus_score (window, 1, BV_SCORE_ENTRY_FINAL);
  gint64 n_actions = count_actions (window);

  copy (window, "12,5\r\n");
  press ();
  fixture_wait (has_text, entry, "the text");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "12,5");
  g_assert_cmpint (count_actions (window), ==, n_actions);
  hand_press (GDK_KEY_Return, 0);
  fixture_settle (window);
  assert_score (window, 1, BV_SCORE_ENTRY_FINAL, "12,50");
}

/* What was typed and not stored yet gives way to what is pasted over it. */
static void
test_over_typed (BvWindow *window)
{
  BvFieldEntry *entry = focus_score (window, 1, BV_SCORE_ENTRY_FINAL);

  gtk_editable_set_text (GTK_EDITABLE (entry), "11");
  copy (window, "28,5\n9\n");
  paste (window);
  assert_score (window, 1, BV_SCORE_ENTRY_FINAL, "28,50");
  assert_score (window, 2, BV_SCORE_ENTRY_FINAL, "9,00");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/paste/a-list-is-put-forward-as-one-action", test_nominees);
  fixture_add ("/paste/a-list-of-which-something-is-asked-is-shown-first", test_nominees_asked);
  fixture_add ("/paste/votes-are-pasted-where-the-nominees-are", test_votes);
  fixture_add ("/paste/votes-that-cannot-be-are-shown-and-not-written", test_votes_refused);
  fixture_add ("/paste/scores-go-down-and-right-from-the-one-in-focus", test_scores);
  fixture_add ("/paste/scores-that-do-not-fit-are-shown-and-not-written", test_scores_refused);
  fixture_add ("/paste/html-comes-before-text", test_html_first);
  fixture_add ("/paste/html-without-cells-gives-way-to-text", test_html_of_prose);
  fixture_add ("/paste/one-cell-is-text-of-the-entry", test_one_cell);
  fixture_add ("/paste/what-was-typed-gives-way", test_over_typed);
  return g_test_run ();
}
