/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../bench/statement-count.h"
#include "app-fixture.h"
#include "app/page/tabs.h"
#include "app/page/unsaved.h"
#include "app/scoring/scoring-page.h"
#include "core/nominee.h"
#include "hand.h"
#include "scoring-fixture.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/statement.h"

/* In the first group of the demonstration: its second criterion is given points, up to 30, its first is
 * computed. Of one nominee all wait. */
#define COMPUTED 0
#define POINTS 1
#define WAITS "Bộ Chỉ huy Quân sự tỉnh"
#define RETURNED "Sở Lao động - Thương binh và Xã hội"
#define MAX_POINTS 3000

/* Pixels from the left, in the column of the names. */
#define OF_NAME 80

#define N_TYPED 20
#define N_ACCEPTED 50
#define MOST_RUNS 16

/* As many keys as digits, and Enter: no more than in a spreadsheet. */
static void
test_type (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  const BvScoreModel *model = bv_scoring_page_get_model (page);

  bv_score_sheet_go (bv_scoring_page_get_sheet (page), 0, POINTS);
  hand_begin_stage ("20 verified scores of 4 digits");
  for (guint i = 0; i < N_TYPED; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u,%02u", 10 + i / 2, i);

      scoring_type (text);
      hand_press (GDK_KEY_Return, 0);
    }
  hand_end (N_TYPED * 6);
  scoring_check_cursor (page, N_TYPED, POINTS);
  for (guint i = 0; i < N_TYPED; i++)
    {
      BvScoreCell cell;

      scoring_check_cell (page, i, POINTS, 1000 + (i / 2) * 100 + i, BV_ASSESSMENT_ACCEPTED);
      g_assert_true (bv_score_model_get_cell (model, i, POINTS, &cell));
      g_assert_cmpint (cell.points, ==, 1000 + (i / 2) * 100 + i);
    }
}

/* Total and rank are those of what was typed. */
static void
test_total (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  const BvScoreModel *model = bv_scoring_page_get_model (page);
  BvScoreCell cell;
  gint64 total;

  bv_score_sheet_go (bv_scoring_page_get_sheet (page), 0, POINTS);
  bv_score_model_get_cell (model, 0, POINTS, &cell);
  total = bv_score_model_get_score (model, 0)->total;
  scoring_type ("30");
  hand_press (GDK_KEY_Return, 0);
  g_assert_cmpint (bv_score_model_get_score (model, 0)->total, ==, total + MAX_POINTS - cell.points);
  scoring_undo (window);
  g_assert_cmpint (bv_score_model_get_score (model, 0)->total, ==, total);
}

/* A point is as good as a comma; Tab goes right, and Enter below where the run of Tabs began. */
static void
test_tabs (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);

  bv_score_sheet_go (bv_scoring_page_get_sheet (page), 3, POINTS);
  scoring_type ("12.5");
  hand_press (GDK_KEY_Tab, 0);
  scoring_check_cell (page, 3, POINTS, 1250, BV_ASSESSMENT_ACCEPTED);
  scoring_check_cursor (page, 3, POINTS + 1);
  hand_press (GDK_KEY_Tab, 0);
  hand_press (GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  scoring_check_cursor (page, 3, POINTS + 1);
  hand_press (GDK_KEY_Tab, 0);
  hand_press (GDK_KEY_Tab, 0);
  scoring_type ("1");
  hand_press (GDK_KEY_Return, 0);
  scoring_check_cursor (page, 4, POINTS);
}

/* What cannot be stays where it was typed, until it is corrected or given up. */
static void
test_refused (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  g_autoptr (BvRecord) before = (BvRecord *) scoring_read_cell (page, 5, POINTS);

  bv_score_sheet_go (sheet, 5, POINTS);
  scoring_type ("31");
  hand_press (GDK_KEY_Return, 0);
  scoring_check_cursor (page, 5, POINTS);
  g_assert_true (bv_score_sheet_is_editing (sheet));
  g_assert_cmpstr (bv_unsaved_get_message (BV_UNSAVED (sheet)), ==,
                   "31,00 is above 30,00.\nType 0 to 30,00 · Esc: as it was");
  g_assert_true (bv_unsaved_exists (GTK_WIDGET (page)));
  hand_press (GDK_KEY_Escape, 0);
  g_assert_false (bv_score_sheet_is_editing (sheet));
  g_assert_false (bv_unsaved_exists (GTK_WIDGET (page)));
  scoring_check_cell (page, 5, POINTS, ((BvAssessment *) before)->verified, BV_ASSESSMENT_ACCEPTED);
  scoring_type ("3o");
  hand_press (GDK_KEY_Return, 0);
  g_assert_true (bv_score_sheet_is_editing (sheet));
  hand_press (GDK_KEY_BackSpace, 0);
  hand_press (GDK_KEY_Return, 0);
  g_assert_false (bv_score_sheet_is_editing (sheet));
  scoring_check_cell (page, 5, POINTS, 300, BV_ASSESSMENT_ACCEPTED);
}

/* Escape leaves the cell as it was, also one that was opened to be edited. */
/* Another group would take what was refused away. */
static void
test_refused_keeps_group (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  BvTabs *tabs = BV_PAGE_GET_IFACE (page)->get_tabs (BV_PAGE (page));
  gint64 group = bv_tabs_get_chosen (tabs);

  bv_score_sheet_go (sheet, 5, POINTS);
  scoring_type ("31");
  bv_page_step_tab (BV_PAGE (page), 1);
  fixture_settle (window);
  g_assert_cmpint (bv_tabs_get_chosen (tabs), ==, group);
  g_assert_true (bv_score_sheet_is_editing (sheet));
  scoring_check_cursor (page, 5, POINTS);
  hand_press (GDK_KEY_Escape, 0);
  bv_page_step_tab (BV_PAGE (page), 1);
  fixture_settle (window);
  g_assert_cmpint (bv_tabs_get_chosen (tabs), !=, group);
  scoring_check_cursor (page, 0, 0);
}

/* Whatever leads elsewhere while somebody types: it is written where it was typed, or stays there. */
static void
test_led_away (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  BvScoreSpot spot;
  guint hit;

  bv_window_search (window, "so y te");
  hit = bv_score_sheet_get_cursor (sheet).row;
  bv_score_sheet_go (sheet, 0, POINTS);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  scoring_type ("12");
  bv_page_step (BV_PAGE (page), 1);
  scoring_check_cell (page, 0, POINTS, 1200, BV_ASSESSMENT_ACCEPTED);
  scoring_check_cursor (page, hit, POINTS);
  bv_window_search (window, "so");
  spot = bv_score_sheet_get_cursor (sheet);
  bv_page_step (BV_PAGE (page), -1);
  g_assert_cmpuint (bv_score_sheet_get_cursor (sheet).row, <, spot.row);
  bv_score_sheet_go (sheet, 0, POINTS);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  scoring_type ("31");
  bv_page_step (BV_PAGE (page), 1);
  scoring_check_cursor (page, 0, POINTS);
  g_assert_true (bv_score_sheet_is_editing (sheet));
  hand_click ("Self-scores");
  g_assert_cmpint (bv_score_sheet_get_column (sheet), ==, BV_SCORE_EDIT_VERIFIED);
  g_assert_true (bv_score_sheet_is_editing (sheet));
}

/* One text serves all cells. */
static void
test_undo_in_cell (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  g_autoptr (BvRecord) record = NULL;

  bv_score_sheet_go (bv_scoring_page_get_sheet (page), 0, POINTS);
  scoring_type ("28");
  hand_press (GDK_KEY_Return, 0);
  scoring_type ("3");
  hand_press (GDK_KEY_z, GDK_CONTROL_MASK);
  hand_press (GDK_KEY_z, GDK_CONTROL_MASK);
  bv_score_sheet_commit (bv_scoring_page_get_sheet (page));
  fixture_settle (window);
  record = (BvRecord *) scoring_read_cell (page, 1, POINTS);
  g_assert_cmpint (((BvAssessment *) record)->verified, !=, 2800);
}

/* What was returned or emptied is seen so before it is ranked. */
static void
test_seen_at_once (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  const BvScoreModel *model = bv_scoring_page_get_model (page);
  guint row = scoring_find_row (page, "Công an tỉnh");
  BvScoreCell cell;

  bv_score_sheet_go (sheet, row, POINTS);
  hand_press (GDK_KEY_BackSpace, GDK_CONTROL_MASK);
  hand_type ("Thiếu phụ lục");
  hand_press (GDK_KEY_Return, 0);
  g_assert_true (bv_score_model_get_cell (model, row, POINTS, &cell));
  g_assert_cmpint (cell.state, ==, BV_CELL_RETURNED);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  hand_press (GDK_KEY_Delete, 0);
  g_assert_true (bv_score_model_get_cell (model, row, POINTS, &cell));
  g_assert_cmpint (cell.verified, ==, BV_NONE);
}

static void
remove_nominee (BvWindow *window, gint64 nominee)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_edit_remove (bv_session_get_library (session), bv_session_get_campaign (session),
                                 &bv_nominee_entity, nominee, &error));
  fixture_settle (window);
}

/* Rows may come and go while somebody types, and while a question is open. */
static void
test_rows_change (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  guint row = scoring_find_row (page, "Sở Y tế");

  bv_score_sheet_go (sheet, row, POINTS);
  scoring_type ("12,25");
  remove_nominee (window, scoring_get_nominee (page, 0));
  scoring_check_cursor (page, row - 1, POINTS);
  g_assert_true (bv_score_sheet_is_editing (sheet));
  hand_press (GDK_KEY_Return, 0);
  scoring_check_cell (page, scoring_find_row (page, "Sở Y tế"), POINTS, 1225, BV_ASSESSMENT_ACCEPTED);
  bv_score_sheet_go (sheet, row - 1, POINTS);
  hand_press (GDK_KEY_BackSpace, GDK_CONTROL_MASK);
  remove_nominee (window, scoring_get_nominee (page, 0));
  hand_type ("Thiếu phụ lục");
  hand_press (GDK_KEY_Return, 0);
  scoring_check_cell (page, scoring_find_row (page, "Sở Y tế"), POINTS, 1225, BV_ASSESSMENT_RETURNED);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  bv_score_sheet_go (sheet, 0, POINTS);
  scoring_type ("1");
  remove_nominee (window, scoring_get_nominee (page, 0));
  g_assert_false (bv_score_sheet_is_editing (sheet));
}

static void
test_edit (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);

  bv_score_sheet_go (sheet, 0, POINTS);
  scoring_type ("7");
  hand_press (GDK_KEY_Escape, 0);
  scoring_check_cell (page, 0, POINTS, 2550, BV_ASSESSMENT_ACCEPTED);
  hand_press (GDK_KEY_F2, 0);
  hand_press (GDK_KEY_BackSpace, 0);
  hand_press (GDK_KEY_BackSpace, 0);
  hand_type ("75");
  hand_press (GDK_KEY_Return, 0);
  scoring_check_cell (page, 0, POINTS, 2575, BV_ASSESSMENT_ACCEPTED);
  scoring_type ("8");
  hand_press (GDK_KEY_Down, 0);
  scoring_check_cell (page, 1, POINTS, 800, BV_ASSESSMENT_ACCEPTED);
  scoring_check_cursor (page, 2, POINTS);
}

/* A verified score that is typed accepts what waits, or was returned; the self-score does not. */
static void
test_accepts_by_typing (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  guint waits = scoring_find_row (page, WAITS);
  guint returned = scoring_find_row (page, RETURNED);

  scoring_check_cell (page, waits, POINTS, BV_NONE, BV_ASSESSMENT_PENDING);
  scoring_check_cell (page, returned, POINTS, BV_NONE, BV_ASSESSMENT_RETURNED);
  hand_click ("Self-scores");
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  bv_score_sheet_go (sheet, waits, POINTS);
  scoring_type ("19");
  hand_press (GDK_KEY_Return, 0);
  scoring_check_cell (page, waits, POINTS, BV_NONE, BV_ASSESSMENT_PENDING);
  hand_click ("Verification");
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  bv_score_sheet_go (sheet, waits, POINTS);
  scoring_type ("18");
  hand_press (GDK_KEY_Return, 0);
  scoring_check_cell (page, waits, POINTS, 1800, BV_ASSESSMENT_ACCEPTED);
  bv_score_sheet_go (sheet, returned, POINTS);
  scoring_type ("18");
  hand_press (GDK_KEY_Return, 0);
  scoring_check_cell (page, returned, POINTS, 1800, BV_ASSESSMENT_ACCEPTED);
}

/* A key a cell that waits: down the column, then the next. What lacks evidence is said first. */
static void
test_accept (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  guint waits = scoring_find_row (page, WAITS);
  guint n = bv_page_count (BV_PAGE (page));

  bv_score_sheet_go (sheet, waits, POINTS);
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  scoring_check_cell (page, waits, POINTS, 1850, BV_ASSESSMENT_ACCEPTED);
  g_assert_cmpuint (bv_page_count (BV_PAGE (page)), ==, n - 1);
  g_assert_cmpuint (bv_score_sheet_get_cursor (sheet).column, >=, POINTS);
  bv_score_sheet_go (sheet, waits, COMPUTED);
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  scoring_check_cell (page, waits, COMPUTED, BV_NONE, BV_ASSESSMENT_PENDING);
  g_assert_nonnull (bv_scoring_page_get_hint (page));
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  scoring_check_cell (page, waits, COMPUTED, BV_NONE, BV_ASSESSMENT_ACCEPTED);
  scoring_undo (window);
  scoring_check_cell (page, waits, COMPUTED, BV_NONE, BV_ASSESSMENT_PENDING);
}

/* Two leaves of the first group wait again, one of points and one that is computed, each with a document. */
static gboolean
make_wait (BvLibrary *library, gpointer leaves, GError **error)
{
  return bv_statement_run (
           library,
           "UPDATE assessment SET state = 'pending', verified = NULL, final = NULL, self = 1000 "
           "WHERE criterion IN (?1, ?2)",
           error, "ii", ((const gint64 *) leaves)[0], ((const gint64 *) leaves)[1])
         && bv_statement_run (library,
                              "INSERT OR IGNORE INTO evidence_link (nominee, criterion, evidence, ordinal) "
                              "SELECT nominee, criterion, (SELECT min (id) FROM evidence), 9 FROM assessment "
                              "WHERE criterion IN (?1, ?2)",
                              error, "ii", ((const gint64 *) leaves)[0], ((const gint64 *) leaves)[1]);
}

/* A press each, whatever column it is in; who changed a score is one more. */
static void
test_accept_many (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  const BvScoreModel *model = bv_scoring_page_get_model (page);
  const gint64 leaves[] = { bv_score_model_get_leaf (model, POINTS)->record.id,
                            bv_score_model_get_leaf (model, POINTS + 1)->record.id };
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  BvScoreSpot at[N_ACCEPTED];
  g_autoptr (GError) error = NULL;
  guint n;

  bv_journal_act (bv_session_get_library (bv_window_get_session (window)), "waits", make_wait,
                  (gpointer) leaves, NULL, &error);
  g_assert_no_error (error);
  fixture_settle (window);
  n = bv_page_count (BV_PAGE (page));
  bv_score_sheet_go (sheet, 0, POINTS);
  /* Other tests pressed keys, too. */
  hand_end (G_MAXUINT);
  hand_begin_stage ("50 waiting scores with evidence are accepted");
  for (guint i = 0; i < N_ACCEPTED; i++)
    {
      at[i] = bv_score_sheet_get_cursor (sheet);
      hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
    }
  hand_end (N_ACCEPTED);
  fixture_settle (window);
  g_assert_cmpuint (bv_page_count (BV_PAGE (page)), ==, n - N_ACCEPTED);
  for (guint i = 0; i < N_ACCEPTED; i++)
    scoring_check_cell (page, at[i].row, at[i].column, at[i].column == POINTS ? 1000 : BV_NONE,
                        BV_ASSESSMENT_ACCEPTED);
  bv_score_sheet_go (sheet, 0, POINTS);
  hand_begin_stage ("who changed a score");
  hand_press (GDK_KEY_h, GDK_CONTROL_MASK);
  fixture_settle (window);
  hand_end (1);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (page), "Verified score: – → 10,00"));
}

/* All that wait among those selected, as one action. */
static void
test_accept_block (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  guint waits = scoring_find_row (page, WAITS);
  guint n = bv_page_count (BV_PAGE (page));
  guint n_here;

  bv_score_sheet_go (bv_scoring_page_get_sheet (page), waits, POINTS);
  hand_press (GDK_KEY_Right, GDK_SHIFT_MASK);
  hand_press (GDK_KEY_Right, GDK_SHIFT_MASK);
  hand_press (GDK_KEY_Right, GDK_SHIFT_MASK);
  hand_press (GDK_KEY_Up, GDK_SHIFT_MASK);
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  n_here = n - bv_page_count (BV_PAGE (page));
  g_assert_cmpuint (n_here, ==, 4);
  scoring_check_cell (page, waits, POINTS, 1850, BV_ASSESSMENT_ACCEPTED);
  scoring_undo (window);
  g_assert_cmpuint (bv_page_count (BV_PAGE (page)), ==, n);
  scoring_check_cell (page, waits, POINTS, BV_NONE, BV_ASSESSMENT_PENDING);
}

/* With a reason, that is offered the next time. */
static void
test_return (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  g_autoptr (BvRecord) record = NULL;

  bv_score_sheet_go (sheet, 0, POINTS);
  hand_press (GDK_KEY_BackSpace, GDK_CONTROL_MASK);
  hand_type ("Thiếu phụ lục");
  hand_press (GDK_KEY_Return, 0);
  record = (BvRecord *) scoring_read_cell (page, 0, POINTS);
  g_assert_cmpint (((BvAssessment *) record)->state, ==, BV_ASSESSMENT_RETURNED);
  g_assert_cmpstr (((BvAssessment *) record)->note, ==, "Thiếu phụ lục");
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  bv_score_sheet_go (sheet, 1, POINTS);
  hand_press (GDK_KEY_BackSpace, GDK_CONTROL_MASK);
  hand_click ("Thiếu phụ lục");
  scoring_check_cell (page, 1, POINTS, 2600, BV_ASSESSMENT_RETURNED);
  scoring_undo (window);
  scoring_undo (window);
  scoring_check_cell (page, 0, POINTS, 2550, BV_ASSESSMENT_ACCEPTED);
}

/* What is cut says all of itself under the pointer; what is whole says nothing. */
static void
test_cut (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  const BvCriterion *leaf = bv_score_model_get_leaf (bv_scoring_page_get_model (page), 0);
  g_autofree char *title = g_strdup_printf ("%s %s", leaf->code, leaf->title);
  g_autofree char *head = NULL;
  g_autofree char *name = NULL;
  GdkRectangle place;

  bv_score_sheet_go (sheet, scoring_find_row (page, RETURNED), 0);
  fixture_settle (window);
  place = bv_score_sheet_get_place (sheet);
  name = bv_score_sheet_find_cut (sheet, OF_NAME, place.y + 5);
  g_assert_cmpstr (name, ==, RETURNED);
  head = bv_score_sheet_find_cut (sheet, place.x + 5, 5);
  g_assert_cmpstr (head, ==, title);
  g_assert_null (bv_score_sheet_find_cut (sheet, place.x + 5, place.y + 5));
  bv_score_sheet_go (sheet, scoring_find_row (page, "Sở Y tế"), 0);
  fixture_settle (window);
  g_assert_null (bv_score_sheet_find_cut (sheet, OF_NAME, bv_score_sheet_get_place (sheet).y + 5));
}

/* Undo and redo lead to the cell that they are about, wherever one was. */
static void
test_undo_leads (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);

  bv_score_sheet_go (sheet, 3, POINTS);
  scoring_type ("12");
  hand_press (GDK_KEY_Return, 0);
  bv_score_sheet_go (sheet, 20, POINTS + 2);
  scoring_undo (window);
  scoring_check_cursor (page, 3, POINTS);
  bv_score_sheet_go (sheet, 3, POINTS + 3);
  fixture_redo (window);
  fixture_settle (window);
  scoring_check_cursor (page, 3, POINTS);
  scoring_check_cell (page, 3, POINTS, 1200, BV_ASSESSMENT_ACCEPTED);
  g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_MAIN));
  bv_page_step_tab (BV_PAGE (page), 1);
  fixture_settle (window);
  scoring_undo (window);
  scoring_check_cursor (page, 3, POINTS);
  g_assert_cmpuint (bv_score_model_count_rows (bv_scoring_page_get_model (page)), ==, 28);
}

static void
test_moves (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  BvScoreBlock block;

  bv_score_sheet_go (sheet, 4, 2);
  hand_press (GDK_KEY_End, GDK_CONTROL_MASK);
  scoring_check_cursor (page, 27, 5);
  hand_press (GDK_KEY_Home, 0);
  scoring_check_cursor (page, 27, 0);
  hand_press (GDK_KEY_Up, GDK_CONTROL_MASK);
  scoring_check_cursor (page, 0, 0);
  hand_press (GDK_KEY_Down, GDK_SHIFT_MASK);
  hand_press (GDK_KEY_Right, GDK_SHIFT_MASK);
  block = bv_score_sheet_get_block (sheet);
  g_assert_cmpuint (block.first.row, ==, 0);
  g_assert_cmpuint (block.last.row, ==, 1);
  g_assert_cmpuint (block.last.column, ==, 1);
  hand_press (GDK_KEY_a, GDK_CONTROL_MASK);
  block = bv_score_sheet_get_block (sheet);
  g_assert_cmpuint (block.last.row, ==, 27);
  g_assert_cmpuint (block.last.column, ==, 5);
  bv_score_sheet_go (sheet, 0, POINTS);
  hand_press (GDK_KEY_j, GDK_CONTROL_MASK);
  scoring_check_cursor (page, scoring_find_row (page, WAITS), POINTS);
  hand_press (GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  g_assert_cmpuint (bv_score_model_count_rows (bv_scoring_page_get_model (page)), ==, 11);
  scoring_check_cursor (page, 0, 0);
}

/* Delete empties, and one undo brings all of it back. */
static void
test_clear (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);

  bv_score_sheet_go (bv_scoring_page_get_sheet (page), 0, POINTS);
  hand_press (GDK_KEY_Down, GDK_SHIFT_MASK);
  hand_press (GDK_KEY_Delete, 0);
  scoring_check_cell (page, 0, POINTS, BV_NONE, BV_ASSESSMENT_ACCEPTED);
  scoring_check_cell (page, 1, POINTS, BV_NONE, BV_ASSESSMENT_ACCEPTED);
  scoring_undo (window);
  scoring_check_cell (page, 0, POINTS, 2550, BV_ASSESSMENT_ACCEPTED);
  scoring_check_cell (page, 1, POINTS, 2600, BV_ASSESSMENT_ACCEPTED);
}

static gboolean
is_pasted (gpointer page)
{
  g_autoptr (BvRecord) record = (BvRecord *) scoring_read_cell (page, 6, POINTS);

  return ((BvAssessment *) record)->verified == 2600;
}

/* What is copied is pasted elsewhere, all of it. */
static void
test_paste (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);

  bv_score_sheet_go (sheet, 0, POINTS);
  hand_press (GDK_KEY_Down, GDK_SHIFT_MASK);
  hand_press (GDK_KEY_c, GDK_CONTROL_MASK);
  bv_score_sheet_go (sheet, 5, POINTS);
  hand_press (GDK_KEY_v, GDK_CONTROL_MASK);
  fixture_wait (is_pasted, page, "the scores that were pasted");
  scoring_check_cell (page, 5, POINTS, 2550, BV_ASSESSMENT_ACCEPTED);
  scoring_check_cell (page, 6, POINTS, 2600, BV_ASSESSMENT_ACCEPTED);
}

/* What the edit itself asks, and what the window asks then. */
static void
test_runs (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  StatementCount cell = { 0 };
  StatementCount all = { 0 };

  for (guint i = 0; i < 2; i++)
    {
      bv_score_sheet_go (sheet, i, POINTS);
      scoring_type ("11");
      statement_count_clear ();
      g_assert_true (bv_score_sheet_commit (sheet));
      cell = statement_count_get (STATEMENT_COUNT_HERE);
      fixture_settle (window);
      all = statement_count_get (STATEMENT_COUNT_HERE);
    }
  g_test_message ("%u runs of statements for a cell, of %u; %u with what the window asks then",
                  (guint) cell.runs, MOST_RUNS, (guint) all.runs);
  g_assert_cmpuint (cell.runs, >, 0);
  g_assert_cmpuint (cell.runs, <=, MOST_RUNS);
}

/* A row is reached from elsewhere, and by a search, which hides none. */
static void
test_reach (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  guint row = scoring_find_row (page, WAITS);

  bv_page_open (BV_PAGE (page), scoring_get_nominee (page, row));
  scoring_check_cursor (page, row, 0);
  bv_window_search (window, "so y te");
  scoring_check_cursor (page, scoring_find_row (page, "Sở Y tế"), 0);
  g_assert_cmpuint (bv_score_model_count_rows (bv_scoring_page_get_model (page)), ==, 28);
}

/* What is counted is also told, a line a statement. */
static void
ignore_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

/* A page without rows leads on. */
static void
test_nobody (BvWindow *window)
{
  GtkWidget *note;

  fixture_make_campaign (window);
  bv_window_show_page (window, "scoring");
  fixture_settle (window);
  note = fixture_find_said (GTK_WIDGET (bv_window_get_visible_page (window)),
                            "Nobody was nominated in this group yet.");
  g_assert_nonnull (note);
  g_assert_true (gtk_widget_get_mapped (note));
}

static GtkPopover *
find_menu (GtkWidget *widget)
{
  GtkPopover *found = GTK_IS_POPOVER_MENU (widget) && g_str_equal (gtk_widget_get_name (widget), "row-menu")
                        ? GTK_POPOVER (widget)
                        : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_menu (child);
  return found;
}

/* All that the page can do, at the cell it is about: by both keys, and by the right button, which goes there.
 */
static void
test_menu (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  GdkRectangle place;

  bv_score_sheet_go (sheet, 2, POINTS);
  hand_press (GDK_KEY_Menu, 0);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (find_menu (GTK_WIDGET (page)))));
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (find_menu (GTK_WIDGET (page))), "Paste scores"));
  gtk_popover_popdown (find_menu (GTK_WIDGET (page)));
  fixture_settle (window);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  hand_press (GDK_KEY_F10, GDK_SHIFT_MASK);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (find_menu (GTK_WIDGET (page)))));
  gtk_popover_popdown (find_menu (GTK_WIDGET (page)));
  place = bv_score_sheet_get_place (sheet);
  g_assert_true (bv_score_sheet_select_at (sheet, place.x + 2, place.y + place.height * 1.5));
  scoring_check_cursor (page, 3, POINTS);
  /* In a block it stays. */
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  hand_press (GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_true (bv_score_sheet_select_at (sheet, place.x + 2, place.y + place.height * 1.5));
  g_assert_cmpuint (bv_score_sheet_get_block (sheet).first.row, ==, 3);
  g_assert_cmpuint (bv_score_sheet_get_block (sheet).last.row, ==, 4);
  g_assert_false (bv_score_sheet_select_at (sheet, -5, -5));
}

int
main (int argc, char **argv)
{
  g_log_set_handler (G_LOG_DOMAIN, G_LOG_LEVEL_DEBUG, ignore_cb, NULL);
  statement_count_begin ();
  fixture_init (&argc, &argv);
  fixture_add ("/scoring/typing-costs-digits-and-enter", test_type);
  fixture_add ("/scoring/total-follows-and-undo-takes-it-back", test_total);
  fixture_add ("/scoring/enter-goes-below-the-first-of-a-run-of-tabs", test_tabs);
  fixture_add ("/scoring/what-is-out-of-range-stays-in-its-cell", test_refused);
  fixture_add ("/scoring/what-is-out-of-range-keeps-its-group", test_refused_keeps_group);
  fixture_add ("/scoring/rows-come-and-go-while-somebody-types", test_rows_change);
  fixture_add ("/scoring/what-leads-elsewhere-takes-no-typed-score-along", test_led_away);
  fixture_add ("/scoring/undo-brings-nothing-of-another-cell", test_undo_in_cell);
  fixture_add ("/scoring/what-was-done-is-seen-before-it-is-ranked", test_seen_at_once);
  fixture_add ("/scoring/a-cell-is-edited-or-left-as-it-was", test_edit);
  fixture_add ("/scoring/a-verified-score-accepts-its-cell", test_accepts_by_typing);
  fixture_add ("/scoring/a-key-accepts-and-goes-on", test_accept);
  fixture_add ("/scoring/fifty-scores-are-accepted-by-fifty-keys", test_accept_many);
  fixture_add ("/scoring/a-block-is-accepted-as-one-action", test_accept_block);
  fixture_add ("/scoring/a-score-is-returned-with-a-reason", test_return);
  fixture_add ("/scoring/what-is-cut-says-all-of-itself", test_cut);
  fixture_add ("/scoring/undo-leads-to-its-cell", test_undo_leads);
  fixture_add ("/scoring/keys-move-as-in-a-spreadsheet", test_moves);
  fixture_add ("/scoring/delete-empties-a-block", test_clear);
  fixture_add ("/scoring/a-block-is-copied-and-pasted", test_paste);
  fixture_add ("/scoring/a-cell-costs-few-statements", test_runs);
  fixture_add_empty ("/scoring/where-nobody-is-put-forward-the-page-leads-on", test_nobody);
  fixture_add ("/scoring/a-row-is-reached", test_reach);
  fixture_add ("/scoring/the-menu-is-opened-at-the-cell", test_menu);
  return g_test_run ();
}
