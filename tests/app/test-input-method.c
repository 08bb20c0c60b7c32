/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/scoring/score-sheet-private.h"
#include "core/unit.h"
#include "hand.h"
#include "scoring-fixture.h"
#include "store/edit.h"
#include "telex-method.h"

/* Of the first group of the demonstration the second criterion is given points. */
#define POINTS 1
#define BEFORE 2550
#define TYPED 2775

/* Ways of leaving a cell. */
static void
press_enter (BvWindow *window)
{
  hand_press (GDK_KEY_Return, 0);
}

static void
press_tab (BvWindow *window)
{
  hand_press (GDK_KEY_Tab, 0);
}

static void
press_up_and_down (BvWindow *window)
{
  hand_press (GDK_KEY_Down, 0);
}

static void
press_side (BvWindow *window)
{
  hand_press (GDK_KEY_Right, 0);
}

static void
press_f6 (BvWindow *window)
{
  hand_press (GDK_KEY_F6, 0);
}

static void
press_page (BvWindow *window)
{
  hand_press_page ("nominees");
}

static void
press_accept (BvWindow *window)
{
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
}

/* In the middle of the cell two rows below. */
static void
click_cell (BvWindow *window)
{
  GtkWidget *sheet
    = GTK_WIDGET (bv_scoring_page_get_sheet (BV_SCORING_PAGE (bv_window_get_visible_page (window))));
  GdkRectangle place = bv_score_sheet_get_place (BV_SCORE_SHEET (sheet));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (sheet);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "pressed", 1, (double) place.x + place.width / 2.0,
                               (double) place.y + place.height * 2.5);
    }
  fixture_settle (window);
}

static const struct
{
  const char *name;
  void (*leave) (BvWindow *window);
} ways[] = { { "Enter", press_enter },       { "Tab", press_tab },   { "down", press_up_and_down },
             { "right", press_side },        { "F6", press_f6 },     { "another page", press_page },
             { "Ctrl+Enter", press_accept }, { "click", click_cell } };

/* The first key goes to the text and its method, as the rest. */
static BvScoringPage *
type_in (BvWindow *window, guint row, const char *text)
{
  BvScoringPage *page = scoring_show (window);
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);

  g_assert_true (bv_score_sheet_go (sheet, row, POINTS));
  g_assert_true (bv_score_sheet_begin (sheet, TRUE));
  hand_type (text);
  return page;
}

static void
check_preedit (const char *wanted)
{
  g_autofree char *preedit = telex_method_get_preedit ();

  g_assert_cmpstr (preedit, ==, wanted);
}

static void
check_stored (BvScoringPage *page, guint row, gint64 points)
{
  scoring_check_cell (page, row, POINTS, points, BV_ASSESSMENT_ACCEPTED);
}

/* However a cell is left, what was typed is there once: with the last two digits still underlined in the
 * first word of the session as later, and with nothing underlined. */
static void
test_ways (BvWindow *window)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      BvScoringPage *page = type_in (window, i, "27,75");

      g_test_message ("%s", ways[i].name);
      check_preedit ("75");
      ways[i].leave (window);
      fixture_settle (window);
      check_preedit ("");
      check_stored (page, i, TYPED);
      g_assert_false (bv_score_sheet_is_editing (bv_scoring_page_get_sheet (page)));
      type_in (window, i, "27 ");
      check_preedit ("");
      ways[i].leave (window);
      fixture_settle (window);
      check_stored (page, i, 2700);
    }
}

static const char *
get_text (BvScoreSheet *sheet)
{
  return gtk_editable_get_text (GTK_EDITABLE (sheet->text));
}

/* The word that is thrown away does not come back in another cell. */
static void
test_escape (BvWindow *window)
{
  BvScoringPage *page = type_in (window, 0, "27,75");
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);

  hand_press (GDK_KEY_Escape, 0);
  g_assert_false (bv_score_sheet_is_editing (sheet));
  check_preedit ("");
  check_stored (page, 0, BEFORE);
  type_in (window, 1, "27 ");
  g_assert_cmpstr (get_text (sheet), ==, "27 ");
  press_enter (window);
  check_stored (page, 0, BEFORE);
  check_stored (page, 1, 2700);
}

/* What is refused stays as it was typed, once, and can be typed on. */
static void
test_refused (BvWindow *window)
{
  BvScoringPage *page = type_in (window, 0, "99");
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);

  click_cell (window);
  g_assert_true (bv_score_sheet_is_editing (sheet));
  g_assert_cmpstr (get_text (sheet), ==, "99");
  check_stored (page, 0, BEFORE);
  hand_press (GDK_KEY_BackSpace, 0);
  hand_press (GDK_KEY_BackSpace, 0);
  hand_type ("9,5");
  press_enter (window);
  check_stored (page, 0, 950);
}

/* What another program makes of letters: it takes back what it typed, and types the right one. In the cell
 * Backspace has no other meaning. */
static void
test_backspace (BvWindow *window)
{
  BvScoringPage *page = type_in (window, 0, "27 ");
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (page);

  for (guint i = 0; i < 3; i++)
    hand_press (GDK_KEY_BackSpace, 0);
  g_assert_true (bv_score_sheet_is_editing (sheet));
  g_assert_cmpstr (get_text (sheet), ==, "");
  hand_type ("dd");
  check_preedit ("đ");
  hand_press (GDK_KEY_BackSpace, 0);
  check_preedit ("d");
  hand_press (GDK_KEY_BackSpace, 0);
  check_preedit ("");
  g_assert_true (bv_score_sheet_is_editing (sheet));
  hand_type ("kg");
  press_side (window);
  g_assert_false (bv_score_sheet_is_editing (sheet));
}

static float
find_end (BvScoreSheet *sheet)
{
  graphene_rect_t strong, weak;

  gtk_text_compute_cursor_extents (GTK_TEXT (sheet->text), g_utf8_strlen (get_text (sheet), -1), &strong,
                                   &weak);
  return strong.origin.x;
}

/* In the cell stands what is being composed, at its place in the text. */
static void
test_drawn (BvWindow *window)
{
  BvScoreSheet *sheet = bv_scoring_page_get_sheet (type_in (window, 0, "27,"));
  GdkRectangle cell = bv_score_sheet_get_place (sheet);
  graphene_rect_t bounds;
  float before = find_end (sheet);

  hand_type ("7");
  fixture_paint (window);
  check_preedit ("7");
  g_assert_cmpstr (get_text (sheet), ==, "27,");
  /* Numbers end at the right: what is composed pushes the rest to the left. */
  g_assert_cmpfloat (find_end (sheet), <, before);
  g_assert_true (gtk_widget_compute_bounds (sheet->text, GTK_WIDGET (sheet), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, cell.x);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, cell.x + cell.width);
  g_assert_true (gtk_widget_get_mapped (sheet->text));
  hand_press (GDK_KEY_Escape, 0);
}

/* A word in Vietnamese, with what it was before it was whole. */
static void
test_reason (BvWindow *window)
{
  BvScoringPage *page = scoring_show (window);
  g_autoptr (BvRecord) record = NULL;

  g_assert_true (bv_score_sheet_go (bv_scoring_page_get_sheet (page), 0, POINTS));
  hand_press (GDK_KEY_BackSpace, GDK_CONTROL_MASK);
  hand_type ("a");
  hand_press (GDK_KEY_BackSpace, 0);
  hand_type ("as ddoongf nooij vuj");
  check_preedit ("vụ");
  press_enter (window);
  fixture_settle (window);
  record = (BvRecord *) scoring_read_cell (page, 0, POINTS);
  g_assert_cmpstr (((BvAssessment *) record)->note, ==, "á đồng nội vụ");
}

static BvFieldEntry *
find_entry (GtkWidget *widget)
{
  BvFieldEntry *found
    = BV_IS_FIELD_ENTRY (widget) && gtk_widget_get_mapped (widget) ? BV_FIELD_ENTRY (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);
  return found;
}

static void
leave_for_table (BvWindow *window)
{
  bv_page_focus_part (bv_window_get_visible_page (window), BV_PAGE_MAIN);
}

static const struct
{
  const char *name;
  void (*leave) (BvWindow *window);
} field_ways[] = { { "Enter", press_enter },
                   { "Tab", press_tab },
                   { "F6", press_f6 },
                   { "another page", press_page },
                   { "the table", leave_for_table } };

static char *
read_unit_name (BvWindow *window, gint64 unit)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvRecord) record = bv_edit_read (bv_session_get_library (session), &bv_unit_entity, unit, NULL);

  return g_strdup (((BvUnit *) record)->name);
}

/* The last word of a field is saved with the rest, and only once. */
static void
test_fields (BvWindow *window)
{
  for (guint i = 0; i < G_N_ELEMENTS (field_ways); i++)
    {
      BvTablePage *page = fixture_show (window, "units");
      gint64 unit = bv_row_get_id (bv_table_page_get_selected (page));
      g_autofree char *typed = g_strdup_printf ("Ban %u ddoongf", i);
      g_autofree char *wanted = g_strdup_printf ("Ban %u đồng", i);
      g_autofree char *name = NULL;

      g_test_message ("%s", field_ways[i].name);
      gtk_widget_grab_focus (GTK_WIDGET (find_entry (GTK_WIDGET (page))));
      hand_press (GDK_KEY_a, GDK_CONTROL_MASK);
      hand_type (typed);
      check_preedit ("đồng");
      field_ways[i].leave (window);
      fixture_settle (window);
      check_preedit ("");
      name = read_unit_name (window, unit);
      g_assert_cmpstr (name, ==, wanted);
    }
}

static void
close_window (BvWindow *window)
{
  type_in (window, 0, "27,75");
  check_preedit ("75");
  fixture_close_window (window);
}

static void
test_closed (BvWindow *window)
{
  check_stored (scoring_show (window), 0, TYPED);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  telex_method_install ();
  fixture_add ("/input-method/a-number-is-there-once-however-the-cell-is-left", test_ways);
  fixture_add_runs ("/input-method/a-window-that-is-closed-keeps-the-last-word", close_window, test_closed);
  fixture_add ("/input-method/esc-throws-the-word-away", test_escape);
  fixture_add ("/input-method/what-is-refused-stays-once", test_refused);
  fixture_add ("/input-method/backspace-takes-back-letters-and-nothing-else", test_backspace);
  fixture_add ("/input-method/what-is-composed-is-drawn-in-the-cell", test_drawn);
  fixture_add ("/input-method/a-reason-is-typed-in-vietnamese", test_reason);
  fixture_add ("/input-method/a-field-keeps-its-last-word", test_fields);
  return g_test_run ();
}
