/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "exchange/language.h"
#include "scratch-folder.h"
#include "store/pages.h"

#include <locale.h>

/* Seconds. What takes longer than the first never comes, however slow the machine is. */
#define PATIENCE 120
#define SETTLED 2
#define POLL_MILLISECONDS 1

typedef struct
{
  Scenario scenario;
  gboolean empty;
} Run;

static gboolean
play (gpointer data)
{
  GtkApplication *application = data;
  const Run *run = g_object_get_data (G_OBJECT (application), "run");
  BvWindow *window = BV_WINDOW (gtk_application_get_active_window (application));
  GList *windows;

  if (!run->empty)
    fixture_wait_for_campaign (window);
  fixture_settle (window);
  run->scenario (window);
  fixture_settle (window);
  while ((windows = gtk_application_get_windows (application)) != NULL)
    {
      /* GTK 4.8 keeps a popover that has the focus for a while, and a tooltip due in there looks for its
       * surface. */
      gtk_window_set_focus (windows->data, NULL);
      gtk_window_destroy (windows->data);
    }
  return G_SOURCE_REMOVE;
}

static void
activated_cb (GtkApplication *application)
{
  g_idle_add (play, application);
}

static void
run_test (gconstpointer data)
{
  const Run *run = data;
  g_autofree char *folder = g_dir_make_tmp ("bangvang-app-XXXXXX", NULL);
  g_autofree char *library = g_build_filename (folder, "library", NULL);
  g_autoptr (BvApplication) application = bv_application_new ();

  bv_application_set_folder (application, library, !run->empty);
  g_object_set_data (G_OBJECT (application), "run", (gpointer) run);
  g_signal_connect_after (application, "activate", G_CALLBACK (activated_cb), NULL);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  scratch_folder_remove (folder);
}

static void
add (const char *path, Scenario scenario, gboolean empty)
{
  Run *run = g_new0 (Run, 1);

  run->scenario = scenario;
  run->empty = empty;
  g_test_add_data_func_full (path, run, run_test, g_free);
}

void
fixture_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
}

void
fixture_add (const char *path, Scenario scenario)
{
  add (path, scenario, FALSE);
}

void
fixture_add_empty (const char *path, Scenario scenario)
{
  add (path, scenario, TRUE);
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

/* A cursor that blinks asks for frames all the time; on a slow machine one is always due. */
void
fixture_run_pending (void)
{
  gint64 until = g_get_monotonic_time () + SETTLED * G_TIME_SPAN_SECOND;

  while (g_main_context_iteration (NULL, FALSE) && g_get_monotonic_time () < until)
    ;
}

static gboolean
is_settled (gpointer window)
{
  return !bv_session_is_busy (bv_window_get_session (window))
         && !bv_page_is_busy (bv_window_get_visible_page (window));
}

void
fixture_settle (BvWindow *window)
{
  fixture_wait (is_settled, window, "the ranking and the page that is shown");
  fixture_run_pending ();
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

char *
fixture_make_file (BvWindow *window, const char *name, const char *content)
{
  char *path = g_build_filename (bv_session_get_folder (bv_window_get_session (window)), "..", name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

BvPage *
fixture_show (BvWindow *window, const char *page)
{
  bv_window_show_page (window, page);
  fixture_settle (window);
  return bv_window_get_visible_page (window);
}

static GListModel *
list_rows (BvPage *page)
{
  return G_LIST_MODEL (gtk_column_view_get_model (bv_page_get_view (page)));
}

guint
fixture_count_rows (BvPage *page)
{
  return g_list_model_get_n_items (list_rows (page));
}

char *
fixture_read_cell (BvPage *page, guint row, guint column)
{
  g_autoptr (BvRow) item = g_list_model_get_item (list_rows (page), row);

  g_assert_nonnull (item);
  return bv_table_write_cell (bv_row_get_table (item), bv_row_get_index (item), column);
}

gint64
fixture_select (BvWindow *window, const char *name)
{
  BvPage *page = bv_window_get_visible_page (window);
  guint n_rows = fixture_count_rows (page);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *text = fixture_read_cell (page, i, 1);
      g_autoptr (BvRow) item = g_list_model_get_item (list_rows (page), i);

      if (!g_str_equal (text, name))
        continue;
      g_assert_true (bv_page_select (page, bv_row_get_id (item)));
      fixture_settle (window);
      return bv_row_get_id (item);
    }
  g_error ("no row is named %s", name);
}

BvCriteriaList *
fixture_get_criteria (BvWindow *window)
{
  return bv_nominee_details_get_criteria (
    bv_nominees_page_get_details (BV_NOMINEES_PAGE (bv_window_get_page (window, "nominees"))));
}

BvFieldEntry *
fixture_get_entry (BvWindow *window, guint leaf, BvScoreColumn column)
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
    = bv_pages_read_evidence (bv_session_get_library (bv_window_get_session (window)), nominee, NULL);

  return bv_table_get_n_rows (table);
}
