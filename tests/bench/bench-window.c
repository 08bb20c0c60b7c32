/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/criteria/criteria-page.h"
#include "app/intake/intake-page-private.h"
#include "app/overview/overview-page.h"
#include "app/rules/rule-draft.h"
#include "app/rules/rules-page.h"
#include "app/scoring/scoring-page.h"
#include "app/session/replay-job.h"
#include "app/system/environment.h"
#include "hand.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* bench-window start FOLDER    how long the window takes to be there
 * bench-window pages FOLDER    what it needs when every page was visited
 * bench-window drive FOLDER    how long it takes to follow what is done in it
 * bench-window tree FOLDER     the same of the criteria of the last group
 * bench-window typing FOLDER   the same while a maximum is typed there, until it is said what that leads to
 * bench-window intake FOLDER DROP   the same while the folder DROP is dropped, looked through, taken in and
 * undone
 * bench-window scroll FOLDER   the same while the sheet of scores and the matrix of the last group are
 * scrolled
 *
 * With the library in FOLDER. Of the start it prints when the window was mapped (of the monotonic clock); the
 * processor time of the process by then, by the first frame in which all that is seen is complete, and when
 * the window rests; that of the longest turn of the main loop between the two; and the memory of the process,
 * shared pages divided (KB). Of the pages it prints the memory alone; else of each step its name, the
 * processor time of the longest turn, how long the window took to be settled, and the processor time of the
 * process until then. Times are milliseconds.
 *
 * A window is settled when nothing is left to be done and a frame was painted after that. */

#define WAKE_MILLISECONDS 2
#define EDITS 80

static const char *task;
static const char *dropped;
static double mapped;
static double used_by_map;
static double complete;
static guint frames; /* how many were painted */

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static long
read_memory (void)
{
  g_autofree char *rollup = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &rollup, NULL, NULL))
    return 0;
  line = strstr (rollup, "\nPss:");
  return line != NULL ? strtol (line + strlen ("\nPss:"), NULL, 10) : 0;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* @longest: the processor time of the longest turn so far */
static void
turn (double *longest)
{
  double began = read_clock (CLOCK_THREAD_CPUTIME_ID);
  double used;

  g_main_context_iteration (NULL, TRUE);
  used = read_clock (CLOCK_THREAD_CPUTIME_ID) - began;
  *longest = MAX (*longest, used);
}

static void
wait_for_frame (BvWindow *window, double *longest)
{
  guint before = frames;

  gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (GTK_WIDGET (window)),
                                 GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
  while (frames == before)
    turn (longest);
}

static void
settle (BvWindow *window, double *longest)
{
  do
    {
      while (!fixture_is_settled (window))
        turn (longest);
      wait_for_frame (window, longest);
    }
  while (!fixture_is_settled (window));
}

static void
edit (BvWindow *window, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", 1 + number % 9);

  fixture_type (fixture_get_entry (window, 0, BV_SCORE_ENTRY_VERIFIED), text);
}

static void
undo (BvWindow *window, guint number)
{
  bv_replay_job_start (bv_window_get_session (window), FALSE);
}

/* Groups one after the other, then all of them together. */
static void
choose_tab (BvWindow *window, guint number)
{
  GPtrArray *groups = bv_session_get_head (bv_window_get_session (window))->groups;
  gint64 group = number < groups->len ? ((const BvRecord *) g_ptr_array_index (groups, number))->id : 0;

  bv_nominees_page_choose_group (BV_NOMINEES_PAGE (bv_window_get_page (window, "nominees")), group);
}

static void
search (BvWindow *window, guint number)
{
  static const char *const texts[] = { "duong", "van", "so" };

  bv_window_search (window, texts[number % G_N_ELEMENTS (texts)]);
}

static void
clear (BvWindow *window, guint number)
{
  bv_window_clear_search (window);
}

static void
sort (BvWindow *window, guint number)
{
  GtkColumnView *view = bv_table_page_get_view (BV_TABLE_PAGE (bv_window_get_page (window, "nominees")));
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr (GtkColumnViewColumn) column
    = g_list_model_get_item (columns, number / 2 % g_list_model_get_n_items (columns));

  gtk_column_view_sort_by_column (view, column, number % 2 == 0 ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING);
}

static void
show_page (BvWindow *window, guint number)
{
  static const char *const pages[] = { "units", "ranking", "nominees" };

  bv_window_show_page (window, pages[number % G_N_ELEMENTS (pages)]);
}

/* The criteria */

static BvCriteriaPage *
get_criteria_page (BvWindow *window)
{
  return BV_CRITERIA_PAGE (bv_rules_page_get_table (BV_RULES_PAGE (bv_window_get_page (window, "rules"))));
}

/* The second leaf of the second section of the last group: it can go up, and into a section before it. */
static gint64
find_leaf (BvWindow *window)
{
  GPtrArray *groups = bv_session_get_head (bv_window_get_session (window))->groups;
  const BvGroup *group = g_ptr_array_index (groups, groups->len - 1);
  const BvCriterion *section = g_ptr_array_index (group->criteria, 1);

  return ((const BvRecord *) g_ptr_array_index (section->criteria, 1))->id;
}

static void
show_criteria (BvWindow *window, guint number)
{
  bv_window_show_page (window, "rules");
  bv_rules_page_show_tab (BV_RULES_PAGE (bv_window_get_page (window, "rules")), BV_RULES_TAB_CRITERIA);
}

static void
choose_leaf (BvWindow *window, guint number)
{
  bv_table_page_select (BV_TABLE_PAGE (get_criteria_page (window)), find_leaf (window));
}

static BvFieldEntry *
find_maximum (void)
{
  return BV_FIELD_ENTRY (hand_find_inside (hand_find_field ("Maximum"), BV_TYPE_FIELD_ENTRY));
}

/* More than was given: nothing has to be cut. */
static void
raise_maximum (BvWindow *window, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", 2 + number);

  fixture_type (find_maximum (), text);
}

static void
focus_maximum (BvWindow *window, guint number)
{
  gtk_widget_grab_focus (GTK_WIDGET (find_maximum ()));
}

/* Below what was given, and above it. */
static const char *const typed_maxima[] = { "0,2", "2" };
static const char *const said_of_maxima[] = { "above the maximum", "stay as they are" };

static void
type_maximum (BvWindow *window, guint number)
{
  gtk_editable_set_text (GTK_EDITABLE (find_maximum ()), typed_maxima[number % 2]);
}

/* The next run finds what this one found. */
static void
give_back_maximum (BvWindow *window, guint number)
{
  gtk_editable_set_text (GTK_EDITABLE (find_maximum ()), "1,00");
}

static void
change_title (BvWindow *window, guint number)
{
  g_autofree char *text = g_strdup_printf ("Tiêu chí đã sửa lần %u", number);
  g_autoptr (BvDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  bv_rule_draft_show (&draft, GTK_WIDGET (get_criteria_page (window)), bv_window_get_session (window),
                      &bv_criterion_entity, find_leaf (window));
  bv_draft_set_text (draft, BV_DRAFT_WHOLE, bv_entity_find_field (&bv_criterion_entity, "title"), text,
                     &error);
  g_assert_no_error (error);
}

static void
move_up (BvWindow *window, guint number)
{
  bv_criteria_page_move (BV_PAGE (get_criteria_page (window)), BV_TREE_STEP_UP);
}

/* Out of its section, and in again. */
static void
indent (BvWindow *window, guint number)
{
  bv_criteria_page_move (BV_PAGE (get_criteria_page (window)),
                         number % 2 == 0 ? BV_TREE_STEP_OUT : BV_TREE_STEP_IN);
}

/* What came back */

static BvIntakePage *
get_intake_page (BvWindow *window)
{
  return bv_intake_page_find (GTK_WINDOW (window));
}

static void
drop_files (BvWindow *window, guint number)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_file_new_for_path (dropped));
  bv_intake_page_read_files (get_intake_page (window), files);
}

static void
next_file (BvWindow *window, guint number)
{
  bv_intake_page_next_file (BV_PAGE (get_intake_page (window)));
}

static void
next_open (BvWindow *window, guint number)
{
  bv_intake_page_next_open (BV_PAGE (get_intake_page (window)));
}

/* Whatever is asked, it is left out, or stays as it is. */
static void
answer (BvWindow *window, guint number)
{
  BvIntakePage *page = get_intake_page (window);
  const GPtrArray *questions = bv_intake_questions_list (page->intake->plan->questions);
  const BvIntakeQuestion *question = questions->len > 0 ? g_ptr_array_index (questions, 0) : NULL;

  if (question == NULL)
    return;
  bv_intake_page_answered (page, question->key,
                           question->kind == BV_ASKED_CONFLICT ? BV_ANSWER_OURS : BV_ANSWER_LEAVE_OUT, "");
}

static void
forget (BvWindow *window, guint number)
{
  bv_intake_page_drop_intake (BV_PAGE (get_intake_page (window)));
}

static void
take_in (BvWindow *window, guint number)
{
  bv_intake_page_take_in_all (BV_PAGE (get_intake_page (window)));
}

/* The writer is lent until all is written. */
static gboolean
is_at_rest (gpointer window)
{
  return get_intake_page (window)->work == NULL && bv_session_is_writable (bv_window_get_session (window));
}

/* What is drawn as it is seen */

static void
show_sheet (BvWindow *window, guint number)
{
  bv_window_show_page (window, "scoring");
}

static void
show_matrix (BvWindow *window, guint number)
{
  bv_window_show_page (window, "overview");
}

static void
choose_last_group (BvWindow *window, guint number)
{
  bv_page_step_tab (bv_window_get_visible_page (window),
                    (int) bv_session_get_head (bv_window_get_session (window))->groups->len - 1);
}

static GtkScrollable *
get_drawn (BvWindow *window)
{
  BvPage *page = bv_window_get_visible_page (window);

  return BV_IS_SCORING_PAGE (page) ? GTK_SCROLLABLE (bv_scoring_page_get_sheet (BV_SCORING_PAGE (page)))
                                   : GTK_SCROLLABLE (bv_overview_page_get_matrix (BV_OVERVIEW_PAGE (page)));
}

static void
scroll_by (GtkAdjustment *adjustment, double pages)
{
  double value = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment, value + pages * gtk_adjustment_get_page_size (adjustment));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), !=, value);
}

/* As a wheel does. */
static void
scroll_a_little (BvWindow *window, guint number)
{
  scroll_by (gtk_scrollable_get_vadjustment (get_drawn (window)), 0.1);
}

static void
scroll_a_page (BvWindow *window, guint number)
{
  scroll_by (gtk_scrollable_get_vadjustment (get_drawn (window)), 1);
}

/* There and back. */
static void
scroll_aside (BvWindow *window, guint number)
{
  scroll_by (gtk_scrollable_get_hadjustment (get_drawn (window)), number % 2 == 0 ? 1 : -1);
}

/* To the middle of all rows, to the first, and so on. */
static void
scroll_far (BvWindow *window, guint number)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (get_drawn (window));

  gtk_adjustment_set_value (adjustment, number % 2 == 0 ? gtk_adjustment_get_upper (adjustment) / 2 : 0);
}

typedef struct
{
  const char *name;
  void (*run) (BvWindow *window, guint number);
  guint times;
  const char *const *says;   /* two texts, what is said of one and of the next; NULL: nothing is waited for */
  FixtureCondition has_come; /* NULL: nothing is waited for */
} Step;

static gboolean
shows_preview (gpointer window)
{
  return BV_PAGE (get_intake_page (window)) == bv_window_get_visible_page (window) && is_at_rest (window);
}

static const Step steps_of_intake[] = {
  { "first-drop", drop_files, 1, NULL, shows_preview },
  { "forget", forget, 1 },
  { "drop", drop_files, 1, NULL, shows_preview },
  { "next-file", next_file, 40 },
  { "next-open", next_open, 5 },
  { "answer", answer, 5, NULL, is_at_rest },
  { "take-in", take_in, 1, NULL, is_at_rest },
  { "undo", undo, 1, NULL, is_at_rest },
};

static const Step steps_of_criteria[] = {
  { "first-visit", show_criteria, 1 },
  { "select", choose_leaf, 1 },
  { "maximum", raise_maximum, 5 },
  { "title", change_title, 5 },
  { "move-up", move_up, 5 },
  { "indent", indent, 6 },
  { "undo", undo, 10 },
};

static const Step steps_of_typing[] = {
  { "first-visit", show_criteria, 1 },   { "select", choose_leaf, 1 },
  { "focus", focus_maximum, 1 },         { "key", type_maximum, 6, said_of_maxima },
  { "give-back", give_back_maximum, 1 },
};

static const Step steps_of_scroll[] = {
  { "first-visit", show_sheet, 1 },        { "group-of-sheet", choose_last_group, 1 },
  { "sheet-wheel", scroll_a_little, 60 },  { "sheet-page", scroll_a_page, 60 },
  { "sheet-aside", scroll_aside, 20 },     { "sheet-far", scroll_far, 20 },
  { "first-visit", show_matrix, 1 },       { "group-of-matrix", choose_last_group, 1 },
  { "matrix-wheel", scroll_a_little, 60 }, { "matrix-page", scroll_a_page, 60 },
  { "matrix-aside", scroll_aside, 20 },    { "matrix-far", scroll_far, 20 },
};

static const Step steps[] = {
  { "first-visit", show_page, 3 }, { "page", show_page, 6 }, { "edit", edit, EDITS }, { "undo", undo, 10 },
  { "tab", choose_tab, 5 },        { "search", search, 3 },  { "clear", clear, 1 },   { "sort", sort, 6 },
};

/* What a step costs, in milliseconds. */
typedef struct
{
  double longest;
  double settled;
  double used;
} Cost;

static Cost
measure (BvWindow *window, const Step *step, guint number)
{
  double turn_began = read_clock (CLOCK_THREAD_CPUTIME_ID);
  double used = read_clock (CLOCK_PROCESS_CPUTIME_ID);
  double began = read_clock (CLOCK_MONOTONIC);
  Cost cost;

  step->run (window, number);
  cost.longest = read_clock (CLOCK_THREAD_CPUTIME_ID) - turn_began;
  while (step->says != NULL && fixture_find_said (GTK_WIDGET (window), step->says[number % 2]) == NULL)
    turn (&cost.longest);
  while (step->has_come != NULL && !step->has_come (window))
    turn (&cost.longest);
  settle (window, &cost.longest);
  cost.settled = read_clock (CLOCK_MONOTONIC) - began;
  cost.used = read_clock (CLOCK_PROCESS_CPUTIME_ID) - used;
  return cost;
}

static void
run_step (BvWindow *window, const Step *step)
{
  Cost most = { 0, 0, 0 };

  for (guint i = 0; i < step->times; i++)
    {
      Cost cost = measure (window, step, i);

      most.longest = MAX (most.longest, cost.longest);
      most.settled = MAX (most.settled, cost.settled);
      most.used = MAX (most.used, cost.used);
    }
  printf ("%s %.1f %.1f %.1f\n", step->name, most.longest, most.settled, most.used);
}

static void
drive (BvWindow *window)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      run_step (window, &steps[i]);
      if (steps[i].run == edit)
        printf ("memory %ld 0 0\n", read_memory ());
    }
}

static gboolean
play (gpointer data)
{
  BvWindow *window = BV_WINDOW (gtk_application_get_active_window (data));
  guint waker = g_timeout_add (WAKE_MILLISECONDS, wake_cb, NULL);
  double longest = 0;

  settle (window, &longest);
  if (g_str_equal (task, "drive"))
    drive (window);
  for (guint i = 0; g_str_equal (task, "tree") && i < G_N_ELEMENTS (steps_of_criteria); i++)
    run_step (window, &steps_of_criteria[i]);
  for (guint i = 0; g_str_equal (task, "typing") && i < G_N_ELEMENTS (steps_of_typing); i++)
    run_step (window, &steps_of_typing[i]);
  for (guint i = 0; g_str_equal (task, "intake") && i < G_N_ELEMENTS (steps_of_intake); i++)
    run_step (window, &steps_of_intake[i]);
  for (guint i = 0; g_str_equal (task, "scroll") && i < G_N_ELEMENTS (steps_of_scroll); i++)
    run_step (window, &steps_of_scroll[i]);
  for (guint i = 0; g_str_equal (task, "pages") && i < 3; i++)
    {
      show_page (window, i);
      settle (window, &longest);
    }
  if (g_str_equal (task, "pages"))
    printf ("%ld\n", read_memory ());
  if (g_str_equal (task, "start"))
    printf ("%.2f %.2f %.2f %.2f %.2f %ld\n", mapped, used_by_map, complete,
            read_clock (CLOCK_PROCESS_CPUTIME_ID), longest, read_memory ());
  g_source_remove (waker);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  return G_SOURCE_REMOVE;
}

static gboolean
has_text (GtkWidget *widget)
{
  const char *text = GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget)) : NULL;

  if (text != NULL && *text != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;
  return FALSE;
}

/* The total, in the last column, is the last that is known; the name is behind the number. Rows that are not
 * seen have no place. */
static gboolean
is_complete (BvTablePage *page)
{
  GtkColumnView *view = bv_table_page_get_view (page);
  GtkWidget *list = view != NULL ? gtk_widget_get_last_child (GTK_WIDGET (view)) : NULL;
  graphene_rect_t bounds;
  float end = 0;
  guint n_rows = 0;

  if (list == NULL)
    return FALSE;
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (gtk_widget_get_height (row) == 0 || !gtk_widget_compute_bounds (row, list, &bounds))
        continue;
      if (!has_text (gtk_widget_get_last_child (row))
          || !has_text (gtk_widget_get_next_sibling (gtk_widget_get_first_child (row))))
        return FALSE;
      end = MAX (end, bounds.origin.y + bounds.size.height);
      n_rows++;
    }
  return n_rows > 0 && (end >= gtk_widget_get_height (list) || n_rows == fixture_count_rows (page));
}

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  BvWindow *window = BV_WINDOW (gtk_application_get_active_window (data));

  frames++;
  if (complete != 0 || !is_complete (BV_TABLE_PAGE (bv_window_get_visible_page (window))))
    return;
  complete = read_clock (CLOCK_PROCESS_CPUTIME_ID);
  g_idle_add_full (G_PRIORITY_DEFAULT, play, data, NULL);
}

static void
mapped_cb (GtkWidget *window, gpointer data)
{
  mapped = read_clock (CLOCK_MONOTONIC);
  used_by_map = read_clock (CLOCK_PROCESS_CPUTIME_ID);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), data);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect_after (window, "map", G_CALLBACK (mapped_cb), application);
}

int
main (int argc, char **argv)
{
  g_autoptr (BvApplication) application = NULL;

  g_return_val_if_fail (argc > 2, 2);
  bv_environment_init ();
  task = argv[1];
  dropped = argc > 3 ? argv[3] : NULL;
  application = bv_application_new ();
  bv_application_set_folder (application, argv[2], FALSE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  g_return_val_if_fail (dropped != NULL || !g_str_equal (task, "intake"), 2);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
