/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/campaign/campaign-dialog.h"
#include "app/proposal/dossier-dialog.h"
#include "app/proposal/export-job.h"
#include "app/rows/row-span.h"
#include "app/rules/rules-page.h"
#include "app/session/load-job.h"
#include "app/session/replay-job.h"
#include "exchange/language.h"
#include "exchange/shipped/demo.h"
#include "scratch-folder.h"
#include "store/lists.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Seconds. What takes longer than the first never comes, however slow the machine is. */
#define PATIENCE 120
#define SETTLED 2
#define POLL_MILLISECONDS 5

/* What the library is at the start of the program. */
typedef enum
{
  LIBRARY_EMPTY,
  LIBRARY_TO_FILL,
  LIBRARY_FILLED
} LibraryState;

typedef struct
{
  Scenario scenario;
  Scenario later; /* by another run of the program with the same library and settings; NULL: there is none */
  LibraryState library;
} Run;

typedef struct
{
  FixtureLook look;
  gconstpointer data;
} Start;

static gboolean
play (gpointer data)
{
  GtkApplication *application = data;
  const Start *start = g_object_get_data (G_OBJECT (application), "start");
  GList *windows;

  start->look (application, start->data);
  while ((windows = gtk_application_get_windows (application)) != NULL)
    gtk_window_destroy (windows->data);
  return G_SOURCE_REMOVE;
}

static void
activated_cb (GtkApplication *application)
{
  g_idle_add (play, application);
}

void
fixture_run_program (const char *library, gboolean fill, FixtureLook look, gconstpointer data)
{
  g_autoptr (BvApplication) application = bv_application_new ();
  Start start = { look, data };

  bv_application_set_folder (application, library, fill);
  g_object_set_data (G_OBJECT (application), "start", &start);
  g_signal_connect_after (application, "activate", G_CALLBACK (activated_cb), NULL);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
}

static char *demonstration;

static void
remove_demonstration (void)
{
  scratch_folder_remove (demonstration);
  g_clear_pointer (&demonstration, g_free);
}

/* A library with it, which takes long to make and short to copy; made once for all scenarios of a program. */
static const char *
make_demonstration (void)
{
  g_autoptr (BvLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  if (demonstration != NULL)
    return demonstration;
  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  demonstration = g_mkdtemp (g_build_filename (g_get_user_cache_dir (), "bangvang-demo-XXXXXX", NULL));
  g_assert_nonnull (demonstration);
  atexit (remove_demonstration);
  library = bv_library_open (demonstration, BV_LIBRARY_CREATE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bv_demo_create (library, NULL, &error), >, 0);
  g_assert_no_error (error);
  return demonstration;
}

void
fixture_copy_demonstration (const char *target)
{
  scratch_folder_copy (make_demonstration (), target);
}

static void
play_scenario (GtkApplication *application, Scenario scenario, LibraryState library)
{
  BvWindow *window = BV_WINDOW (gtk_application_get_active_window (application));

  if (library != LIBRARY_EMPTY)
    fixture_wait_for_campaign (window);
  fixture_settle (window);
  scenario (window);
  /* It may have opened another, or closed this one. */
  window = (BvWindow *) gtk_application_get_active_window (application);
  if (BV_IS_WINDOW (window))
    fixture_settle (window);
}

static void
play_first (GtkApplication *application, gconstpointer data)
{
  const Run *run = data;

  play_scenario (application, run->scenario, run->library);
}

static void
play_later (GtkApplication *application, gconstpointer data)
{
  const Run *run = data;

  play_scenario (application, run->later, run->library);
}

/* What a scenario before this one left of the window. */
static void
forget_looks (void)
{
  g_autoptr (GSettings) settings = g_settings_new (BV_APP_ID);

  g_settings_reset (settings, "page");
  g_settings_reset (settings, "pages");
  g_settings_reset (settings, "details-shown");
}

static void
run_test (gconstpointer data)
{
  const Run *run = data;
  g_autofree char *folder = g_dir_make_tmp ("bangvang-app-XXXXXX", NULL);
  g_autofree char *library = g_build_filename (folder, "library", NULL);
  gboolean fills = run->library == LIBRARY_TO_FILL;

  forget_looks ();
  if (run->library == LIBRARY_FILLED)
    fixture_copy_demonstration (library);
  fixture_run_program (library, fills, play_first, run);
  if (run->later != NULL)
    fixture_run_program (library, fills, play_later, run);
  scratch_folder_remove (folder);
}

static void
add (const char *path, Scenario scenario, Scenario later, LibraryState library)
{
  Run *run = g_new0 (Run, 1);

  *run = (Run){ scenario, later, library };
  g_test_add_data_func_full (path, run, run_test, g_free);
}

#define TOOLTIP_KEY "gdk-display-current-tooltip"

/* While the last tooltip is fresh a timer keeps it, which would remove the timer of the next one when that
 * has run: what ends it early is its own function. */
static void
drop_tooltip (GObject *display)
{
  GObject *tooltip = g_object_get_data (display, TOOLTIP_KEY);
  GSource *timer = tooltip != NULL ? g_main_context_find_source_by_user_data (NULL, tooltip) : NULL;
  GSourceFunc expire = NULL;
  gpointer data = NULL;

  if (timer == NULL)
    {
      g_object_set_data (display, TOOLTIP_KEY, NULL);
      return;
    }
  timer->callback_funcs->get (timer->callback_data, timer, &expire, &data);
  expire (data);
  g_source_destroy (timer);
}

/* Half a second after the pointer came into a popover or window GTK 4.8 looks there for a tooltip, by a
 * surface that is gone when it has been closed by then; it warns, which ends a test. (A grab is as if the
 * pointer came, wherever it is.) So what closes takes the tooltip that is due with it. */
static gboolean
unmapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_POPOVER (widget) || GTK_IS_WINDOW (widget))
    drop_tooltip (G_OBJECT (gtk_widget_get_display (widget)));
  return G_SOURCE_CONTINUE;
}

/* Each window says what it is, to whoever looks at a list of them. */
static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);
  const char *title = GTK_IS_WINDOW (widget) ? gtk_window_get_title (GTK_WINDOW (widget)) : NULL;

  if (GTK_IS_WINDOW (widget) && !GTK_IS_FILE_CHOOSER (widget) && (title == NULL || *title == '\0'))
    g_error ("%s “%s” has no title", G_OBJECT_TYPE_NAME (widget), gtk_widget_get_name (widget));
  return G_SOURCE_CONTINUE;
}

/* On a slow machine the file dialog of GTK 4.8 is drawn before it knows its folder; the arrows of its path
 * bar have no place then, which GTK warns of. */
static gboolean
is_of_path_bar (const char *message)
{
  void *widget = NULL;

  return sscanf (message, "Trying to snapshot GtkButton %p without", &widget) == 1
         && g_str_equal (G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), "GtkPathBar");
}

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && is_of_path_bar (fields[i].value))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

void
fixture_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  g_log_set_writer_func (write_log, NULL, NULL);
  g_type_class_ref (GTK_TYPE_WIDGET);
  g_signal_add_emission_hook (g_signal_lookup ("unmap", GTK_TYPE_WIDGET), 0, unmapped_cb, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
  /* On a slow machine the next frame of a cursor that blinks is always due. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
}

void
fixture_add (const char *path, Scenario scenario)
{
  add (path, scenario, NULL, LIBRARY_FILLED);
}

void
fixture_add_runs (const char *path, Scenario scenario, Scenario later)
{
  add (path, scenario, later, LIBRARY_FILLED);
}

void
fixture_add_empty (const char *path, Scenario scenario)
{
  add (path, scenario, NULL, LIBRARY_EMPTY);
}

void
fixture_add_to_fill (const char *path, Scenario scenario)
{
  add (path, scenario, NULL, LIBRARY_TO_FILL);
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Lets the program run until what is waited for has come; what never comes ends the test, by its name. */
void
fixture_wait (FixtureCondition has_come, gpointer data, const char *what)
{
  gint64 until = g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_SECOND;
  /* Not all that is waited for wakes the loop. */
  guint waker = g_timeout_add (POLL_MILLISECONDS, wake_cb, NULL);

  while (!has_come (data))
    {
      if (g_get_monotonic_time () > until)
        g_error ("waited %d seconds in vain for %s", PATIENCE, what);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (waker);
}

/* What moves asks for frames all the time; on a slow machine one is always due. */
void
fixture_run_pending (void)
{
  gint64 until = g_get_monotonic_time () + SETTLED * G_TIME_SPAN_SECOND;

  while (g_main_context_iteration (NULL, FALSE) && g_get_monotonic_time () < until)
    ;
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

/* Widgets get their places when a frame is painted. */
void
fixture_paint (BvWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
  fixture_wait (is_set, &painted, "a frame");
  g_signal_handler_disconnect (clock, handler);
}

gboolean
fixture_is_settled (gpointer window)
{
  return !bv_session_is_busy (bv_window_get_session (window))
         && !bv_page_is_busy (bv_window_get_visible_page (window));
}

/* The frame too: what is asked where it stands, or is clicked there, has its place then. */
void
fixture_settle (BvWindow *window)
{
  fixture_wait (fixture_is_settled, window, "the ranking and the page that is shown");
  fixture_run_pending ();
  if (gtk_widget_get_mapped (GTK_WIDGET (window)))
    fixture_paint (window);
  fixture_run_pending ();
}

static void
began_cb (BvSession *session, BvWork *work, gpointer data)
{
  g_set_object ((BvWork **) data, work);
}

/* Undo and redo run in a thread; here each succeeds. */
static void
replay (BvWindow *window, gboolean redo)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvWork) work = NULL;
  gulong handler = g_signal_connect (session, "working", G_CALLBACK (began_cb), &work);

  bv_replay_job_start (session, redo);
  g_assert_nonnull (work);
  fixture_wait_for_work (work);
  g_assert_false (bv_work_has_failed (work));
  g_signal_handler_disconnect (session, handler);
}

void
fixture_undo (BvWindow *window)
{
  replay (window, FALSE);
}

void
fixture_copy_both (BvWindow *window, const char *html, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *providers[] = { gdk_content_provider_new_for_bytes ("text/html", bytes),
                                      gdk_content_provider_new_typed (G_TYPE_STRING, text) };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), both);
}

void
fixture_redo (BvWindow *window)
{
  replay (window, TRUE);
}

static gboolean
has_campaign (gpointer window)
{
  return bv_session_get_campaign (bv_window_get_session (window)) != 0;
}

void
fixture_wait_for_campaign (BvWindow *window)
{
  fixture_wait (has_campaign, window, "the first campaign of the library");
}

/* Makes a campaign from the template, as it comes; it is there later. */
void
fixture_begin_campaign (void)
{
  GtkWidget *dialog;

  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "new-campaign", NULL);
  dialog = fixture_find_window ("new-campaign");
  g_assert_true (bv_campaign_dialog_make (BV_CAMPAIGN_DIALOG (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The same, and waits for it. */
void
fixture_make_campaign (BvWindow *window)
{
  fixture_begin_campaign ();
  fixture_wait_for_campaign (window);
  fixture_settle (window);
}

static gboolean
is_finished (gpointer work)
{
  return bv_work_is_finished (work);
}

void
fixture_wait_for_work (BvWork *work)
{
  fixture_wait (is_finished, work, bv_work_get_label (work));
}

gpointer
fixture_find_window (const char *name)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (g_str_equal (gtk_widget_get_name (item->data), name))
      return item->data;
  return NULL;
}

/* NULL: it says nothing itself */
static const char *
read_said (GtkWidget *widget)
{
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  return GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget)) : NULL;
}

/* A text in the widget that is seen and holds this; NULL: there is none. */
GtkWidget *
fixture_find_said (GtkWidget *widget, const char *text)
{
  const char *said = read_said (widget);
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (said != NULL && strstr (said, text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = fixture_find_said (child, text);
  return found;
}

static gboolean
is_there (gpointer name)
{
  return fixture_find_window (name) != NULL;
}

/* As its user does, where nothing is in the way: what is remembered is kept. */
void
fixture_close_window (BvWindow *window)
{
  gboolean kept = FALSE;

  g_signal_emit_by_name (window, "close-request", &kept);
  g_assert_false (kept);
}

/* A window that is shown when something beside the window is done. */
gpointer
fixture_wait_for_window (const char *name)
{
  fixture_wait (is_there, (gpointer) name, name);
  fixture_run_pending ();
  return fixture_find_window (name);
}

BvWork *
fixture_export (BvWindow *window, GFile *file, gboolean draft, const char *reason)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvSealChoice) choice
    = draft ? bv_seal_choice_new_draft (session) : bv_seal_choice_new (session, NULL, reason);

  return bv_export_job_start (session, file, choice);
}

GtkWidget *
fixture_new_draft_dossier (GtkWindow *parent, BvSession *session)
{
  g_autoptr (BvSealChoice) choice = bv_seal_choice_new_draft (session);

  return bv_dossier_dialog_new (parent, session, choice);
}

char *
fixture_make_file (BvWindow *window, const char *name, const char *content)
{
  char *path = g_build_filename (bv_session_get_folder (bv_window_get_session (window)), "..", name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

#define AWAITING "'state': 'awaiting-publication'"
#define SCORED "'final': '40.00', 'state': 'accepted'"

/* One nominee, of whose criteria one awaits publication. */
static const char sealable[]
  = "{'format': 'bangvang-campaign', 'version': 1,"
    " 'campaign': {'key': 'som', 'title': 'Phong trào sớm', 'short': 'Sớm 2021', 'starts': '2021-01-01',"
    "  'ends': '2021-12-31'},"
    " 'units': [{'code': 'SYT', 'name': 'Sở Y tế'}],"
    " 'groups': [{'key': 'so', 'name': 'Sở', 'kind': 'collective', 'criteria': ["
    "  {'code': '1', 'title': 'A', 'kind': 'points', 'max': '50.00'},"
    "  {'code': '2', 'title': 'B', 'kind': 'points', 'max': '50.00'}]}],"
    " 'quotas': [{'key': 'q', 'name': 'Tập thể', 'kind': 'collective', 'groups': ['so'], 'count': 1}],"
    " 'nominees': [{'key': 'a', 'group': 'so', 'unit': 'SYT', 'assessments': ["
    "  {'criterion': '1', 'final': '45.00', 'state': 'accepted'},"
    "  {'criterion': '2', " AWAITING "}]}]}";

void
fixture_load_sealable (BvWindow *window, gboolean awaits)
{
  g_auto (GStrv) parts = g_strsplit (sealable, AWAITING, -1);
  g_autofree char *json = g_strdelimit (g_strjoinv (awaits ? AWAITING : SCORED, parts), "'", '"');
  g_autofree char *path = fixture_make_file (window, "sớm.json", json);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BvWork) work = bv_load_job_start_file (bv_window_get_session (window), file);

  fixture_wait_for_work (work);
  g_unlink (path);
  fixture_wait_for_campaign (window);
  fixture_settle (window);
}

BvTablePage *
fixture_show (BvWindow *window, const char *page)
{
  bv_window_show_page (window, page);
  fixture_settle (window);
  return BV_TABLE_PAGE (bv_window_get_visible_page (window));
}

static GListModel *
list_rows (BvTablePage *page)
{
  GtkSelectionModel *shown = gtk_column_view_get_model (bv_table_page_get_view (page));

  /* All of them, whether the view has got them yet or not. */
  return G_LIST_MODEL (bv_row_span_get_selection (BV_ROW_SPAN (shown)));
}

/* Returns: whether the page took the key from its table */
gboolean
fixture_press_in_table (BvTablePage *page, guint keyval)
{
  GtkWidget *view = GTK_WIDGET (bv_table_page_get_view (page));

  return fixture_press (gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW), keyval, 0);
}

guint
fixture_count_rows (BvTablePage *page)
{
  return g_list_model_get_n_items (list_rows (page));
}

char *
fixture_read_cell (BvTablePage *page, guint row, guint column)
{
  g_autoptr (BvRow) item = g_list_model_get_item (list_rows (page), row);

  g_assert_nonnull (item);
  return bv_table_write_cell (bv_row_get_table (item), bv_row_get_index (item), column);
}

gint64
fixture_select (BvWindow *window, const char *name)
{
  BvTablePage *page = BV_TABLE_PAGE (bv_window_get_visible_page (window));
  guint n_rows = fixture_count_rows (page);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *text = fixture_read_cell (page, i, 1);
      g_autoptr (BvRow) item = g_list_model_get_item (list_rows (page), i);

      if (!g_str_equal (text, name))
        continue;
      g_assert_true (bv_table_page_select (page, bv_row_get_id (item)));
      fixture_settle (window);
      return bv_row_get_id (item);
    }
  g_error ("no row is named %s", name);
}

BvCriteriaList *
fixture_get_criteria (BvWindow *window)
{
  BvPage *page = bv_window_get_page (window, "nominees");

  return bv_nominee_details_get_criteria (bv_nominees_page_get_details (BV_NOMINEES_PAGE (page)));
}

BvFieldEntry *
fixture_get_entry (BvWindow *window, guint leaf, BvScoreEntry column)
{
  BvCriterionRow *row = bv_criteria_list_get_row (fixture_get_criteria (window), leaf);

  g_assert_nonnull (row);
  return BV_FIELD_ENTRY (bv_criterion_row_get_entry (row, column));
}

void
fixture_type (BvFieldEntry *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

guint
fixture_count_evidence (BvWindow *window, gint64 nominee)
{
  g_autoptr (BvTable) table
    = bv_lists_read_evidence (bv_session_get_library (bv_window_get_session (window)), nominee, NULL);

  return bv_table_get_n_rows (table);
}

/* As GTK does: one after the other, until one takes the key. */
gboolean
fixture_press (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
  return handled;
}

/* The tab with the criteria, which has the focus. */
BvCriteriaPage *
fixture_show_criteria (BvWindow *window)
{
  BvRulesPage *page;

  bv_window_show_page (window, "rules");
  fixture_settle (window);
  page = BV_RULES_PAGE (bv_window_get_visible_page (window));
  bv_rules_page_show_tab (page, BV_RULES_TAB_CRITERIA);
  fixture_settle (window);
  g_assert_true (bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN));
  return BV_CRITERIA_PAGE (bv_rules_page_get_table (page));
}
