/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../bench/statement-count.h"
#include "app-fixture.h"
#include "app/scoring/scoring-page.h"
#include "app/viewer/paper-view.h"
#include "hand.h"
#include "store/edit.h"
#include "store/statement.h"

/* In the first group of the demonstration: its second criterion is given points, and one document proves it
 * for all of its nominees; of one nominee all wait. */
#define COMPUTED 0
#define POINTS 1
#define WAITS "Bộ Chỉ huy Quân sự tỉnh"
#define SHARED "42/BC-SNV"

#define N_TIMES 20
#define MOST_KEYS 10 /* through a page */
#define MOST_RUNS 2  /* a cell: what was written of it, and its documents */

static BvScoringPage *
show (BvWindow *window)
{
  BvPage *page;

  bv_window_show_page (window, "scoring");
  fixture_settle (window);
  page = bv_window_get_visible_page (window);
  g_assert_true (bv_page_focus_part (page, BV_PAGE_MAIN));
  return BV_SCORING_PAGE (page);
}

static BvScoringPage *
show_at (BvWindow *window, guint row, guint column)
{
  BvScoringPage *page = show (window);

  g_assert_true (bv_score_sheet_go (bv_scoring_page_get_sheet (page), row, column));
  fixture_settle (window);
  return page;
}

static BvDocumentList *
get_documents (BvScoringPage *page)
{
  return bv_score_pane_get_documents (bv_scoring_page_get_pane (page));
}

static const char *
get_number (BvScoringPage *page)
{
  const BvScorePaper *paper = bv_document_list_get_chosen (get_documents (page));

  return paper != NULL ? paper->evidence->number : NULL;
}

static gboolean
says (BvScoringPage *page, const char *text)
{
  GtkWidget *said = fixture_find_said (GTK_WIDGET (bv_scoring_page_get_pane (page)), text);

  return said != NULL && gtk_widget_get_mapped (said);
}

static guint
find_row (BvScoringPage *page, const char *name)
{
  const BvScoreModel *model = bv_scoring_page_get_model (page);

  for (guint i = 0; i < bv_score_model_count_rows (model); i++)
    if (g_str_equal (bv_score_model_get_entrant (model, i)->name, name))
      return i;
  g_error ("no row is named %s", name);
}

static BvAssessment *
read_cell (BvScoringPage *page, guint row, guint column)
{
  BvSession *session = bv_page_get_session (BV_PAGE (page));
  const BvScoreModel *model = bv_scoring_page_get_model (page);
  g_autoptr (GError) error = NULL;
  BvAssessment *assessment = bv_edit_read_assessment (
    bv_session_get_library (session), bv_session_get_campaign (session),
    bv_score_model_get_entrant (model, row)->id, bv_score_model_get_leaf (model, column)->code, &error);

  g_assert_no_error (error);
  return assessment;
}

static void
check_cell (BvScoringPage *page, guint row, gint64 verified, BvAssessmentState state)
{
  g_autoptr (BvRecord) record = (BvRecord *) read_cell (page, row, POINTS);

  g_assert_cmpint (((BvAssessment *) record)->verified, ==, verified);
  g_assert_cmpint (((BvAssessment *) record)->state, ==, state);
}

static guint
count_evidence (BvScoringPage *page, guint row, guint column)
{
  g_autoptr (BvRecord) record = (BvRecord *) read_cell (page, row, column);

  return ((BvAssessment *) record)->evidence->len;
}

static void
undo (BvWindow *window)
{
  fixture_undo (window);
  fixture_settle (window);
}

/* The head is there at once, the documents a moment later; never those of another cell. */
static void
test_follows (BvWindow *window)
{
  BvScoringPage *page = show_at (window, 0, POINTS);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);
  guint waits = find_row (page, WAITS);

  g_assert_true (says (page, bv_score_model_get_entrant (bv_scoring_page_get_model (page), 0)->name));
  g_assert_true (says (page, "Go to the next that waits"));
  g_assert_cmpstr (get_number (page), ==, SHARED);
  g_assert_true (says (page, "31 nominees"));
  bv_score_sheet_go (sheet, waits, POINTS);
  g_assert_true (says (page, WAITS));
  g_assert_true (says (page, "Accept 18,50"));
  g_assert_null (get_number (page));
  fixture_settle (window);
  g_assert_cmpstr (get_number (page), ==, SHARED);
  hand_press (GDK_KEY_Home, 0);
  fixture_settle (window);
  g_assert_true (says (page, "Computed"));
  g_assert_cmpstr (get_number (page), !=, SHARED);
}

/* What the keys of the sheet do, the buttons do; the focus stays in the sheet. */
static void
test_buttons (BvWindow *window)
{
  guint waits = find_row (show (window), WAITS);
  BvScoringPage *page = show_at (window, waits, POINTS);

  hand_click ("Accept 18,50");
  check_cell (page, waits, 1850, BV_ASSESSMENT_ACCEPTED);
  g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_MAIN));
  bv_score_sheet_go (bv_scoring_page_get_sheet (page), waits, POINTS);
  hand_click ("Return…");
  hand_type ("Thiếu phụ lục");
  hand_press (GDK_KEY_Return, 0);
  check_cell (page, waits, 1850, BV_ASSESSMENT_RETURNED);
  fixture_settle (window);
  g_assert_true (says (page, "Note: Thiếu phụ lục"));
  undo (window);
  undo (window);
  check_cell (page, waits, BV_NONE, BV_ASSESSMENT_PENDING);
}

static gint64
read_state (BvScoringPage *page, gint64 evidence)
{
  g_autoptr (BvRecord) record = bv_edit_read (bv_session_get_library (bv_page_get_session (BV_PAGE (page))),
                                              &bv_evidence_entity, evidence, NULL);

  g_assert_nonnull (record);
  return ((BvEvidence *) record)->state;
}

/* Ctrl+M leads to the document and back; there the keys that decide a score decide the document. */
static void
test_decide_document (BvWindow *window)
{
  BvScoringPage *page = show_at (window, 0, POINTS);
  gint64 evidence = bv_document_list_get_chosen (get_documents (page))->evidence->record.id;

  g_assert_cmpint (read_state (page, evidence), ==, BV_EVIDENCE_ACCEPTED);
  hand_press (GDK_KEY_m, GDK_CONTROL_MASK);
  g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_DETAILS));
  hand_press (GDK_KEY_BackSpace, GDK_CONTROL_MASK);
  fixture_settle (window);
  g_assert_cmpint (read_state (page, evidence), ==, BV_EVIDENCE_REJECTED);
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  fixture_settle (window);
  g_assert_cmpint (read_state (page, evidence), ==, BV_EVIDENCE_ACCEPTED);
  check_cell (page, 0, 2550, BV_ASSESSMENT_ACCEPTED);
  undo (window);
  g_assert_cmpint (read_state (page, evidence), ==, BV_EVIDENCE_REJECTED);
  hand_press (GDK_KEY_Page_Down, GDK_ALT_MASK);
  g_assert_cmpuint (bv_score_sheet_get_cursor (bv_scoring_page_get_sheet (page)).row, ==, 1);
  fixture_settle (window);
  g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_DETAILS));
  hand_press (GDK_KEY_m, GDK_CONTROL_MASK);
  g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_MAIN));
}

static BvPaperView *
find_view (GtkWidget *widget)
{
  BvPaperView *found = BV_IS_PAPER_VIEW (widget) ? BV_PAPER_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_view (child);
  return found;
}

static gboolean
is_read (gpointer view)
{
  return bv_paper_view_has_picture (view, bv_paper_view_get_page (view));
}

static gboolean
is_at_second (gpointer view)
{
  return bv_paper_view_get_page (view) == 1;
}

/* Its pages turn while the list has the focus, whose own keys they are elsewhere; in it Ctrl+F searches it.
 */
static void
test_read_document (BvWindow *window)
{
  BvScoringPage *page = show_at (window, 0, POINTS);
  BvPaperView *view = find_view (GTK_WIDGET (bv_scoring_page_get_pane (page)));
  GtkWidget *focus;

  fixture_wait (is_read, view, "the document");
  hand_press (GDK_KEY_m, GDK_CONTROL_MASK);
  for (guint i = 0; i < MOST_KEYS && !is_at_second (view); i++)
    hand_press (GDK_KEY_Page_Down, 0);
  g_assert_true (is_at_second (view));
  g_assert_true (bv_document_list_has_focus (get_documents (page)));
  hand_press (GDK_KEY_f, GDK_CONTROL_MASK);
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (view)));
  gtk_widget_grab_focus (GTK_WIDGET (view));
  hand_press (GDK_KEY_f, GDK_CONTROL_MASK);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (view)));
}

/* A library that can be read and not written, as on a full disk, says so; nothing is changed, and the window
 * lives. */
static void
test_refused (BvWindow *window)
{
  BvScoringPage *page = show_at (window, 0, POINTS);
  gint64 evidence = bv_document_list_get_chosen (get_documents (page))->evidence->record.id;
  guint n = count_evidence (page, 0, POINTS);
  g_autoptr (GError) error = NULL;

  bv_statement_run_script (bv_session_get_library (bv_page_get_session (BV_PAGE (page))),
                           "CREATE TEMP TRIGGER no_state BEFORE UPDATE ON evidence BEGIN "
                           "SELECT raise (ABORT, 'full'); END;"
                           "CREATE TEMP TRIGGER no_link BEFORE INSERT ON evidence_link BEGIN "
                           "SELECT raise (ABORT, 'full'); END;"
                           "CREATE TEMP TRIGGER no_unlink BEFORE DELETE ON evidence_link BEGIN "
                           "SELECT raise (ABORT, 'full'); END;",
                           &error);
  g_assert_no_error (error);
  hand_press (GDK_KEY_m, GDK_CONTROL_MASK);
  hand_press (GDK_KEY_BackSpace, GDK_CONTROL_MASK);
  fixture_settle (window);
  g_assert_cmpint (read_state (page, evidence), ==, BV_EVIDENCE_ACCEPTED);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (window), "full"));
  hand_press (GDK_KEY_Delete, 0);
  fixture_settle (window);
  g_assert_cmpuint (count_evidence (page, 0, POINTS), ==, n);
  bv_score_sheet_go (bv_scoring_page_get_sheet (page), 0, COMPUTED);
  fixture_settle (window);
  n = count_evidence (page, 0, COMPUTED);
  hand_click ("Link a stored document…");
  hand_type ("42/bc");
  hand_press (GDK_KEY_Return, 0);
  fixture_settle (window);
  g_assert_cmpuint (count_evidence (page, 0, COMPUTED), ==, n);
}

/* A document of another criterion proves this one, too; without it the score has one less. */
static void
test_link (BvWindow *window)
{
  BvScoringPage *page = show_at (window, 0, COMPUTED);
  guint n = count_evidence (page, 0, COMPUTED);

  hand_click ("Link a stored document…");
  hand_type ("42/bc");
  hand_press (GDK_KEY_Return, 0);
  fixture_settle (window);
  g_assert_cmpuint (count_evidence (page, 0, COMPUTED), ==, n + 1);
  undo (window);
  g_assert_cmpuint (count_evidence (page, 0, COMPUTED), ==, n);
  bv_score_sheet_go (bv_scoring_page_get_sheet (page), 0, POINTS);
  fixture_settle (window);
  hand_press (GDK_KEY_m, GDK_CONTROL_MASK);
  hand_press (GDK_KEY_Delete, 0);
  fixture_settle (window);
  g_assert_cmpuint (count_evidence (page, 0, POINTS), ==, 0);
  g_assert_true (says (page, "No document yet: 1 is asked for"));
  undo (window);
  g_assert_cmpstr (get_number (page), ==, SHARED);
}

static GtkDropTarget *
find_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_error ("nothing can be dropped there");
}

static gboolean
has_two (gpointer page)
{
  return count_evidence (page, 0, POINTS) == 2;
}

/* What is dropped on the pane proves the score that it shows. */
static void
test_drop (BvWindow *window)
{
  BvScoringPage *page = show_at (window, 0, POINTS);
  g_autofree char *path = fixture_make_file (window, "319-BC.pdf", "%PDF-1.4\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList list = { file, NULL };
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &list);
  g_signal_emit_by_name (find_target (GTK_WIDGET (bv_scoring_page_get_pane (page))), "drop", &value, 1.0, 1.0,
                         &taken);
  g_value_unset (&value);
  g_assert_true (taken);
  fixture_wait (has_two, page, "the file that was dropped");
  fixture_settle (window);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (get_documents (page)), "319-BC.pdf"));
  undo (window);
  g_assert_cmpuint (count_evidence (page, 0, POINTS), ==, 1);
}

static void
forbid_sharing (BvScoringPage *page, guint column)
{
  BvSession *session = bv_page_get_session (BV_PAGE (page));
  gint64 leaf = bv_score_model_get_leaf (bv_scoring_page_get_model (page), column)->record.id;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) record
    = bv_edit_read (bv_session_get_library (session), &bv_criterion_entity, leaf, &error);

  g_assert_no_error (error);
  ((BvCriterion *) record)->shared = FALSE;
  bv_edit_update (bv_session_get_library (session), bv_session_get_campaign (session), record, &error);
  g_assert_no_error (error);
}

/* Where each nominee should have documents of its own, one of several is told, until somebody has looked. */
static void
test_twin (BvWindow *window)
{
  BvScoringPage *page = show_at (window, 0, POINTS);

  g_assert_false (says (page, "Not the same"));
  forbid_sharing (page, POINTS);
  fixture_settle (window);
  g_assert_true (says (page, "Not the same"));
  hand_click ("Not the same");
  fixture_settle (window);
  g_assert_false (says (page, "Not the same"));
  undo (window);
  undo (window);
}

/* Who uses a document is one click, and each of them another. */
static void
test_users (BvWindow *window)
{
  BvScoringPage *page = show_at (window, 0, POINTS);

  hand_click ("31 nominees");
  fixture_settle (window);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (bv_scoring_page_get_pane (page)), "Sở Y tế"));
}

/* One key says who changed the score; what was there before is restored as another action. */
static void
test_history (BvWindow *window)
{
  BvScoringPage *page = show_at (window, 0, POINTS);
  GtkWidget *history;

  hand_press (GDK_KEY_7, 0);
  hand_press (GDK_KEY_Return, 0);
  check_cell (page, 0, 700, BV_ASSESSMENT_ACCEPTED);
  bv_score_sheet_go (bv_scoring_page_get_sheet (page), 0, POINTS);
  hand_press (GDK_KEY_h, GDK_CONTROL_MASK);
  fixture_settle (window);
  history = fixture_find_said (GTK_WIDGET (page), "Verified score: 25,50 → 7,00");
  g_assert_nonnull (history);
  g_assert_true (gtk_widget_get_mapped (history));
  hand_click ("Restore 25,50");
  fixture_settle (window);
  check_cell (page, 0, 2550, BV_ASSESSMENT_ACCEPTED);
  undo (window);
  check_cell (page, 0, 700, BV_ASSESSMENT_ACCEPTED);
}

/* What is not seen reads nothing; F9 brings it back as it is now. */
static void
test_again_and_again (BvWindow *window)
{
  BvScoringPage *page = show_at (window, 0, POINTS);

  for (guint i = 0; i < N_TIMES; i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (window), "details", NULL);
      bv_score_sheet_go (bv_scoring_page_get_sheet (page), i + 1, POINTS);
      fixture_settle (window);
      g_assert_null (get_number (page));
      g_action_group_activate_action (G_ACTION_GROUP (window), "details", NULL);
      fixture_settle (window);
      bv_window_show_page (window, "nominees");
      bv_window_show_page (window, "scoring");
      fixture_settle (window);
      hand_press (GDK_KEY_h, GDK_CONTROL_MASK);
      fixture_settle (window);
      hand_press (GDK_KEY_Escape, 0);
      g_assert_true (says (page, bv_score_model_get_entrant (bv_scoring_page_get_model (page), i + 1)->name));
    }
}

/* A cell costs what its own documents cost, and that behind the move. */
static void
test_runs (BvWindow *window)
{
  BvScoringPage *page = show_at (window, 0, POINTS);
  StatementCount at_once, later;

  statement_count_clear ();
  bv_score_sheet_go (bv_scoring_page_get_sheet (page), 1, POINTS);
  at_once = statement_count_get (STATEMENT_COUNT_HERE);
  fixture_settle (window);
  later = statement_count_get (STATEMENT_COUNT_HERE);
  g_test_message ("%u runs of statements for a move, %u behind it, of %u", (guint) at_once.runs,
                  (guint) later.runs, MOST_RUNS);
  g_assert_cmpuint (at_once.runs, ==, 0);
  g_assert_cmpuint (later.runs, >, 0);
  g_assert_cmpuint (later.runs, <=, MOST_RUNS);
}

/* What is counted is also told, a line a statement. */
static void
ignore_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

int
main (int argc, char **argv)
{
  g_log_set_handler (G_LOG_DOMAIN, G_LOG_LEVEL_DEBUG, ignore_cb, NULL);
  statement_count_begin ();
  fixture_init (&argc, &argv);
  fixture_add ("/pane/it-follows-the-cell", test_follows);
  fixture_add ("/pane/buttons-do-what-keys-do", test_buttons);
  fixture_add ("/pane/a-document-is-accepted-and-rejected", test_decide_document);
  fixture_add ("/pane/a-document-is-read-from-the-list", test_read_document);
  fixture_add ("/pane/a-stored-document-is-linked-and-taken-away", test_link);
  fixture_add ("/pane/what-cannot-be-written-is-said", test_refused);
  fixture_add ("/pane/a-dropped-file-proves-the-score", test_drop);
  fixture_add ("/pane/what-stands-twice-is-said", test_twin);
  fixture_add ("/pane/who-uses-a-document-is-said", test_users);
  fixture_add ("/pane/what-was-before-is-shown-and-restored", test_history);
  fixture_add ("/pane/it-comes-and-goes", test_again_and_again);
  fixture_add ("/pane/a-move-costs-few-statements", test_runs);
  return g_test_run ();
}
