/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/page/unsaved.h"
#include "app/score-tools/answer-popover.h"
#include "hand.h"
#include "scoring-fixture.h"

/* In the first group of the demonstration. */
#define ITEMS 0
#define POINTS 1
#define REPORTS 2
#define PASSED 3
#define RESULTS 5
#define WAITS "Bộ Chỉ huy Quân sự tỉnh"

static void
enter (BvScoringPage *page, guint row, guint column, const char *text)
{
  bv_score_sheet_go (bv_scoring_page_get_sheet (page), row, column);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  scoring_type (text);
  hand_press (GDK_KEY_Return, 0);
}

static const BvAssessment *
read_cell (BvScoringPage *page, guint row, guint column, BvRecord **record)
{
  g_clear_pointer (record, bv_record_free);
  *record = (BvRecord *) scoring_read_cell (page, row, column);
  return (const BvAssessment *) *record;
}

static guint
find_given (BvScoringPage *page, guint column)
{
  BvScoreCell cell;

  for (guint i = 0; bv_score_model_get_cell (bv_scoring_page_get_model (page), i, column, &cell); i++)
    if (cell.state == BV_CELL_ACCEPTED)
      return i;
  g_error ("nobody has column %u", column);
}

/* In each kind, as quickly as points: who verifies accepts. */
static void
test_type (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  guint waits = scoring_find_row (page, WAITS);
  g_autoptr (BvRecord) record = NULL;
  const BvAssessment *assessment;
  guint measured;

  enter (page, waits, ITEMS, "1-5,8");
  scoring_check_cursor (page, waits + 1, ITEMS);
  assessment = read_cell (page, waits, ITEMS, &record);
  g_assert_cmpuint (assessment->items->len, ==, 6);
  g_assert_cmpint (assessment->state, ==, BV_ASSESSMENT_ACCEPTED);
  enter (page, waits, REPORTS, "29/9;16/12");
  assessment = read_cell (page, waits, REPORTS, &record);
  g_assert_cmpint (((BvReport *) g_ptr_array_index (assessment->received, 0))->received, ==, 20210929);
  g_assert_cmpint (((BvReport *) g_ptr_array_index (assessment->received, 1))->received, ==, 20211216);
  enter (page, waits, PASSED, "K");
  assessment = read_cell (page, waits, PASSED, &record);
  g_assert_cmpint (assessment->passed, ==, 0);
  enter (page, waits, POINTS, "kg");
  assessment = read_cell (page, waits, POINTS, &record);
  g_assert_cmpint (assessment->state, ==, BV_ASSESSMENT_NOT_ASSIGNED);
  measured = find_given (page, RESULTS);
  enter (page, measured, RESULTS, "cb");
  assessment = read_cell (page, measured, RESULTS, &record);
  g_assert_cmpint (assessment->state, ==, BV_ASSESSMENT_AWAITING_PUBLICATION);
  enter (page, measured, RESULTS, "kg");
  assessment = read_cell (page, measured, RESULTS, &record);
  g_assert_cmpint (assessment->state, ==, BV_ASSESSMENT_NOT_ASSIGNED);
  scoring_undo (window);
  assessment = read_cell (page, measured, RESULTS, &record);
  g_assert_cmpint (assessment->state, ==, BV_ASSESSMENT_AWAITING_PUBLICATION);
}

/* It is seen how it is understood before it is written; what is not stays, and says how it is typed. */
static void
test_refused (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  g_autoptr (BvRecord) before = (BvRecord *) scoring_read_cell (page, 2, REPORTS);
  g_autoptr (BvRecord) after = NULL;

  bv_score_sheet_go (sheet, 2, REPORTS);
  scoring_type ("29/9;16/1");
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (page), "29/09/2021; 16/01/2022 (late)"));
  hand_type ("x");
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (page), "Type 30/09;15/12"));
  hand_press (GDK_KEY_Return, 0);
  g_assert_true (bv_score_sheet_is_editing (sheet));
  g_assert_nonnull (bv_unsaved_get_message (BV_UNSAVED (sheet)));
  hand_press (GDK_KEY_Escape, 0);
  after = (BvRecord *) scoring_read_cell (page, 2, REPORTS);
  g_assert_true (bv_record_equal (before, after));
}

/* What is not assigned takes nothing but by its editor, where that is taken back. */
static void
test_not_assigned (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);

  enter (page, 0, POINTS, "kg");
  fixture_settle (window);
  bv_score_sheet_go (sheet, 0, POINTS);
  hand_press (GDK_KEY_7, 0);
  g_assert_false (bv_score_sheet_is_editing (sheet));
  g_assert_nonnull (bv_scoring_page_get_hint (page));
}

static GtkWidget *
open_editor (BvScoringPage *page, guint row, guint column, guint keyval, GdkModifierType state)
{
  bv_score_sheet_go (bv_scoring_page_get_sheet (page), row, column);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  hand_press (keyval, state);
  return hand_find_inside (GTK_WIDGET (page), BV_TYPE_ANSWER_POPOVER);
}

static void
toggle_first (GtkWidget *editor)
{
  GtkCheckButton *item = GTK_CHECK_BUTTON (hand_find_inside (editor, GTK_TYPE_CHECK_BUTTON));

  gtk_check_button_set_active (item, !gtk_check_button_get_active (item));
}

/* F2, or Alt with the arrow down, opens all that is given: it is written at once, or not at all. */
static void
test_editor (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  guint waits = scoring_find_row (page, WAITS);
  g_autoptr (BvRecord) record = NULL;
  GtkWidget *editor;
  guint n;

  n = read_cell (page, waits, ITEMS, &record)->items->len;
  editor = open_editor (page, waits, ITEMS, GDK_KEY_F2, 0);
  g_assert_true (gtk_widget_get_mapped (editor));
  toggle_first (editor);
  hand_press (GDK_KEY_Escape, 0);
  g_assert_false (gtk_widget_get_mapped (editor));
  g_assert_cmpuint (read_cell (page, waits, ITEMS, &record)->items->len, ==, n);
  editor = open_editor (page, waits, ITEMS, GDK_KEY_Down, GDK_ALT_MASK);
  toggle_first (editor);
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_false (gtk_widget_get_mapped (editor));
  g_assert_cmpint (read_cell (page, waits, ITEMS, &record)->state, ==, BV_ASSESSMENT_ACCEPTED);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  scoring_undo (window);
  g_assert_cmpuint (read_cell (page, waits, ITEMS, &record)->items->len, ==, n);
}

/* From the first row of what is selected, or from the cell above: as one action, or not at all. */
static void
test_fill (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  guint waits = scoring_find_row (page, WAITS);
  g_autoptr (BvRecord) before = (BvRecord *) scoring_read_cell (page, 1, POINTS);
  g_autoptr (BvRecord) after = NULL;

  enter (page, 0, POINTS, "12,25");
  bv_score_sheet_go (sheet, 0, POINTS);
  hand_press (GDK_KEY_Down, GDK_SHIFT_MASK);
  hand_press (GDK_KEY_Down, GDK_SHIFT_MASK);
  hand_press (GDK_KEY_d, GDK_CONTROL_MASK);
  scoring_check_cell (page, 1, POINTS, 1225, BV_ASSESSMENT_ACCEPTED);
  scoring_check_cell (page, 2, POINTS, 1225, BV_ASSESSMENT_ACCEPTED);
  scoring_undo (window);
  after = (BvRecord *) scoring_read_cell (page, 1, POINTS);
  g_assert_true (bv_record_equal (before, after));
  bv_score_sheet_go (sheet, waits, POINTS);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  enter (page, waits - 1, POINTS, "20");
  hand_press (GDK_KEY_d, GDK_CONTROL_MASK);
  scoring_check_cell (page, waits, POINTS, 2000, BV_ASSESSMENT_ACCEPTED);
  hand_press (GDK_KEY_Right, 0);
  hand_press (GDK_KEY_r, GDK_CONTROL_MASK);
  g_assert_nonnull (bv_scoring_page_get_hint (page));
  bv_score_sheet_go (sheet, 0, POINTS);
  hand_press (GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_nonnull (bv_scoring_page_get_hint (page));
}

static guint
count_rows (BvScoringPage *page)
{
  return bv_score_model_count_rows (bv_scoring_page_get_model (page));
}

/* Only those of whom a cell is so; what is done touches nobody else. */
static void
test_filter (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  const BvScoreModel *model = bv_scoring_page_get_model (page);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  guint n = count_rows (page);
  BvScoreCell cell;

  gtk_widget_activate_action (GTK_WIDGET (page), "scores.filter", "s", "returned");
  g_assert_cmpuint (count_rows (page), >, 0);
  g_assert_cmpuint (count_rows (page), <, n);
  for (guint i = 0; i < count_rows (page); i++)
    {
      gboolean is_returned = FALSE;

      for (guint k = 0; k < bv_score_model_count_columns (model); k++)
        is_returned |= bv_score_model_get_cell (model, i, k, &cell) && cell.state == BV_CELL_RETURNED;
      g_assert_true (is_returned);
    }
  g_assert_cmpuint (bv_score_model_get_number (model, 0), >, 1);
  n = count_rows (page);
  bv_score_model_get_cell (model, 0, POINTS, &cell);
  g_assert_cmpint (cell.state, ==, BV_CELL_RETURNED);
  enter (page, 0, POINTS, "18");
  fixture_settle (window);
  g_assert_cmpuint (count_rows (page), ==, n);
  scoring_check_cell (page, 0, POINTS, 1800, BV_ASSESSMENT_ACCEPTED);
  gtk_widget_activate_action (GTK_WIDGET (page), "scores.filter", "s", "all");
  g_assert_cmpuint (count_rows (page), ==, 28);
  bv_score_sheet_go (sheet, 0, POINTS);
}

static void
accept_returned (BvScoringPage *page)
{
  const BvScoreModel *model = bv_scoring_page_get_model (page);
  BvSession *session = bv_page_get_session (BV_PAGE (page));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (BvScorePlace));
  g_autoptr (GError) error = NULL;
  BvScoreCell cell;

  for (guint i = 0; i < count_rows (page); i++)
    for (guint k = 0; bv_score_model_get_cell (model, i, k, &cell); k++)
      {
        const BvScorePlace place = { scoring_get_nominee (page, i), cell.leaf->code };

        if (cell.state == BV_CELL_RETURNED)
          g_array_append_val (places, place);
      }
  bv_score_edit_accept (bv_session_get_library (session), bv_session_get_campaign (session), places, &error);
  g_assert_no_error (error);
}

/* Where nobody is left it is said what is filtered, and the filter taken off. */
static void
test_filtered_to_nothing (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);

  accept_returned (page);
  fixture_settle (window);
  gtk_widget_activate_action (GTK_WIDGET (page), "scores.filter", "s", "returned");
  fixture_settle (window);
  g_assert_cmpuint (count_rows (page), ==, 0);
  hand_click ("Take the filter off");
  fixture_settle (window);
  g_assert_cmpuint (count_rows (page), >, 0);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/score-answers/each-kind-is-typed", test_type);
  fixture_add ("/score-answers/what-is-not-understood-says-how-it-is-typed", test_refused);
  fixture_add ("/score-answers/what-is-not-assigned-takes-nothing", test_not_assigned);
  fixture_add ("/score-answers/the-editor-writes-all-or-nothing", test_editor);
  fixture_add ("/score-answers/cells-are-filled-from-those-above", test_fill);
  fixture_add ("/score-answers/only-those-are-shown-who-are-meant", test_filter);
  fixture_add ("/score-answers/nobody-is-left-and-it-is-said", test_filtered_to_nothing);
  return g_test_run ();
}
