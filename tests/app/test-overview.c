/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/mail/letter-choice.h"
#include "app/mail/letters-dialog.h"
#include "app/overview/overview-page.h"
#include "app/page/tabs.h"
#include "app/scoring/scoring-page.h"
#include "hand.h"
#include "store/statement.h"

/* What the demonstration has. */
#define N_SILENT 8

static BvOverviewPage *
show (BvWindow *window)
{
  hand_press_page ("overview");
  fixture_settle (window);
  g_assert_true (BV_IS_OVERVIEW_PAGE (bv_window_get_visible_page (window)));
  return BV_OVERVIEW_PAGE (bv_window_get_visible_page (window));
}

static BvTabs *
get_tabs (BvOverviewPage *page)
{
  return BV_PAGE_GET_IFACE (page)->get_tabs (BV_PAGE (page));
}

/* In all groups. */
static guint
count_shown (BvWindow *window, BvOverviewPage *page)
{
  gint64 first = bv_tabs_get_chosen (get_tabs (page));
  guint n = 0;

  do
    {
      n += bv_matrix_rows_count (bv_overview_page_get_rows (page));
      bv_tabs_step (get_tabs (page), 1);
      fixture_settle (window);
    }
  while (bv_tabs_get_chosen (get_tabs (page)) != first);
  return n;
}

static gint64
count_stored (BvOverviewPage *page, const char *sql)
{
  BvSession *session = bv_page_get_session (BV_PAGE (page));
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  bv_statement_read_number (bv_session_get_library (session), sql, &n, &error, "i",
                            bv_session_get_campaign (session));
  g_assert_no_error (error);
  return n;
}

/* Each figure leads to those that it counts, and these are those of the database. */
static void
test_figures (BvWindow *window)
{
  static const struct
  {
    BvOverviewSought sought;
    const char *sql;
  } cases[] = {
    { BV_OVERVIEW_RETURNED, "SELECT count (DISTINCT nominee.id) FROM nominee "
                            "JOIN assessment ON assessment.nominee = nominee.id "
                            "WHERE nominee.campaign = ?1 AND NOT withdrawn AND state = 'returned'" },
    { BV_OVERVIEW_AWAITING,
      "SELECT count (DISTINCT nominee.id) FROM nominee "
      "JOIN assessment ON assessment.nominee = nominee.id "
      "WHERE nominee.campaign = ?1 AND NOT withdrawn AND state = 'awaiting-publication'" },
    { BV_OVERVIEW_ALL, "SELECT count (*) FROM nominee WHERE campaign = ?1 AND NOT withdrawn" },
  };
  BvOverviewPage *page = show (window);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      bv_overview_page_seek (page, 0, cases[i].sought);
      fixture_settle (window);
      g_test_message ("%u", cases[i].sought);
      g_assert_cmpuint (count_shown (window, page), ==, count_stored (page, cases[i].sql));
    }
}

/* To those who answer for who has sent nothing, and nobody else: two offices, and the districts of six
 * communes. */
static void
check_letters (gpointer dialog)
{
  guint n_without_address;
  g_auto (GStrv) chosen
    = bv_letter_choice_list_chosen (bv_letters_dialog_get_choices (dialog), &n_without_address);

  g_assert_cmpuint (g_strv_length (chosen), ==, 6);
  g_assert_true (g_strv_contains ((const char *const *) chosen, "CHQT"));
  g_assert_true (g_strv_contains ((const char *const *) chosen, "NHNNCNTAG"));
  gtk_window_close (dialog);
}

/* Who has sent nothing is two actions away, the letters to them one more. */
static void
test_silent (BvWindow *window)
{
  BvOverviewPage *page;
  const BvMatrixRows *rows;

  hand_begin_stage ("who has sent nothing");
  page = show (window);
  hand_click ("8 sent nothing");
  fixture_settle (window);
  hand_begin_stage ("and letters to them");
  hand_click ("Write letters…");
  check_letters (fixture_wait_for_window ("letters"));
  hand_end (3);
  rows = bv_overview_page_get_rows (page);
  g_assert_cmpuint (bv_matrix_rows_count (rows), >, 0);
  for (guint i = 0; i < bv_matrix_rows_count (rows); i++)
    for (guint k = 0; k < bv_matrix_rows_count_columns (rows); k++)
      {
        BvScoreCell cell;

        g_assert_true (bv_matrix_rows_get_cell (rows, i, k, &cell));
        g_assert_cmpint (cell.self, ==, BV_NONE);
        g_assert_cmpint (cell.verified, ==, BV_NONE);
      }
  g_assert_cmpuint (count_shown (window, page), ==, N_SILENT);
}

static gint64
read_state (BvScoringPage *page)
{
  const BvScoreModel *model = bv_scoring_page_get_model (page);
  BvScoreCell cell;

  g_assert_true (bv_score_model_get_cell (model, 0, 0, &cell));
  return cell.state;
}

/* By nothing but what is on screen: who has sent nothing; a score is returned with a reason; that is undone.
 */
static void
test_first_use (BvWindow *window)
{
  BvScoringPage *page;
  gint64 before;

  hand_begin_stage ("first use: who has sent nothing");
  hand_press_page ("overview");
  hand_click ("8 sent nothing");
  hand_begin_stage ("first use: a score is returned");
  hand_press_page ("scoring");
  fixture_settle (window);
  page = BV_SCORING_PAGE (bv_window_get_visible_page (window));
  before = read_state (page);
  hand_click ("Return…");
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (window))), "Thiếu phụ lục");
  hand_count (1);
  hand_click ("Return");
  fixture_settle (window);
  g_assert_cmpint (read_state (page), ==, BV_CELL_RETURNED);
  hand_begin_stage ("first use: it is undone");
  hand_press (GDK_KEY_z, GDK_CONTROL_MASK);
  fixture_settle (window);
  g_assert_cmpint (read_state (page), ==, before);
  hand_end (12);
}

static void
test_cell (BvWindow *window)
{
  BvOverviewPage *page = show (window);
  const BvMatrixRows *rows = bv_overview_page_get_rows (page);
  BvScoringPage *sheet;
  BvScoreSpot spot;
  gint64 nominee;

  gtk_widget_grab_focus (GTK_WIDGET (bv_overview_page_get_matrix (page)));
  hand_press (GDK_KEY_Home, GDK_CONTROL_MASK);
  hand_press (GDK_KEY_Down, 0);
  hand_press (GDK_KEY_Down, 0);
  hand_press (GDK_KEY_Right, 0);
  spot = bv_matrix_get_cursor (bv_overview_page_get_matrix (page));
  g_assert_cmpuint (spot.row, ==, 2);
  g_assert_cmpuint (spot.column, ==, 1);
  nominee = bv_matrix_rows_get_entrant (rows, spot.row)->id;
  hand_press (GDK_KEY_Return, 0);
  fixture_settle (window);
  g_assert_true (BV_IS_SCORING_PAGE (bv_window_get_visible_page (window)));
  sheet = BV_SCORING_PAGE (bv_window_get_visible_page (window));
  spot = bv_score_sheet_get_cursor (bv_scoring_page_get_sheet (sheet));
  g_assert_cmpint (bv_score_model_get_entrant (bv_scoring_page_get_model (sheet), spot.row)->id, ==, nominee);
  g_assert_cmpuint (spot.column, ==, 1);
  hand_press (GDK_KEY_Escape, 0);
  fixture_settle (window);
  g_assert_true (bv_window_get_visible_page (window) == BV_PAGE (page));
  g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_MAIN));
  spot = bv_matrix_get_cursor (bv_overview_page_get_matrix (page));
  g_assert_cmpuint (spot.column, ==, 1);
  g_assert_cmpint (bv_matrix_rows_get_entrant (rows, spot.row)->id, ==, nominee);
}

static void
test_order (BvWindow *window)
{
  BvOverviewPage *page = show (window);
  const BvMatrixRows *rows = bv_overview_page_get_rows (page);

  for (guint i = 1; i < bv_matrix_rows_count (rows); i++)
    g_assert_cmpuint (bv_matrix_rows_get_counts (rows, i - 1)->n_to_do, >=,
                      bv_matrix_rows_get_counts (rows, i)->n_to_do);
}

/* So many as there is room for, wherever one is. */
static void
test_drawn (BvWindow *window)
{
  BvOverviewPage *page = show (window);
  BvMatrix *matrix = bv_overview_page_get_matrix (page);
  guint most = (guint) (gtk_widget_get_height (GTK_WIDGET (matrix)) / 24 + 2)
               * (guint) (gtk_widget_get_width (GTK_WIDGET (matrix)) / 46 + 2);

  bv_tabs_step (get_tabs (page), 2);
  fixture_settle (window);
  g_assert_cmpuint (bv_matrix_rows_count (bv_overview_page_get_rows (page)), >, 100);
  gtk_widget_grab_focus (GTK_WIDGET (matrix));
  for (guint i = 0; i < 6; i++)
    {
      hand_press (GDK_KEY_Page_Down, 0);
      fixture_paint (window);
      g_assert_cmpuint (bv_matrix_count_drawn (matrix), >, 0);
      g_assert_cmpuint (bv_matrix_count_drawn (matrix), <=, most);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/overview/who-has-sent-nothing-is-two-actions-away", test_silent);
  fixture_add ("/overview/first-use-takes-twelve-actions-at-most", test_first_use);
  fixture_add ("/overview/a-figure-leads-to-exactly-what-it-counts", test_figures);
  fixture_add ("/overview/a-cell-leads-to-the-sheet-and-back", test_cell);
  fixture_add ("/overview/most-to-do-comes-first", test_order);
  fixture_add ("/overview/what-is-seen-is-drawn", test_drawn);
  return g_test_run ();
}
