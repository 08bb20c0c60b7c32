/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/guide/guide.h"
#include "app/window/failure-window.h"
#include "store/library.h"

#include <string.h>

#define NOTHING "No browser is there"

/* What was opened; NULL: nothing. */
static char *opened;
static gboolean finds_nothing;

static gboolean
record (GFile *file, GError **error)
{
  g_clear_pointer (&opened, g_free);
  if (finds_nothing)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, NOTHING);
  else
    opened = g_file_get_path (file);
  return !finds_nothing;
}

static void
ask_for_guide (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "guide", NULL);
}

static void
check_opened (const char *page)
{
  g_autofree char *path = g_build_filename (g_getenv ("BANGVANG_GUIDE_DIR"), page, NULL);

  g_assert_cmpstr (opened, ==, path);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_clear_pointer (&opened, g_free);
}

static void
test_pages (BvWindow *window)
{
  static const char *const pages[] = { "units", "nominees", "ranking" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      fixture_show (window, pages[i]);
      ask_for_guide ();
      check_opened (bv_page_get_info (bv_window_get_page (window, pages[i]))->guide);
    }
  g_assert_null (bv_window_get_error (window));
}

static GtkShortcutAction *
find_action (GListModel *shortcuts, const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

      if (g_str_equal (trigger, key))
        return gtk_shortcut_get_action (shortcut);
    }
  return NULL;
}

static void
press (GtkWidget *dialog, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (dialog);
  GtkShortcutAction *action = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && action == NULL; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        action = find_action (G_LIST_MODEL (controller), key);
    }
  g_assert_nonnull (action);
  g_assert_true (gtk_shortcut_action_activate (action, 0, dialog, NULL));
}

/* The windows that actions open. */
static void
test_dialogs (BvWindow *window)
{
  static const struct
  {
    const char *action;
    const char *name;
    const char *page;
  } cases[] = {
    { "win.print", "preview", "08-giay-to.html" },
    { "win.submission", "submission", "08-giay-to.html" },
    { "win.mail", "BvMailDialog", "09-ho-so.html" },
    { "win.add-nominee", "BvNomineeDialog", "03-de-cu.html" },
    { "app.new-campaign", "new-campaign", "01-bat-dau.html" },
    { "win.report-fault", "fault", "10-khi-can.html" },
  };

  fixture_show (window, "nominees");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *dialog;

      g_test_message ("%s", cases[i].action);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), cases[i].action, NULL));
      fixture_settle (window);
      dialog = fixture_find_window (cases[i].name);
      g_assert_nonnull (dialog);
      press (dialog, "F1");
      check_opened (cases[i].page);
      gtk_window_destroy (GTK_WINDOW (dialog));
      fixture_run_pending ();
    }
}

static void
test_welcome (BvWindow *window)
{
  ask_for_guide ();
  check_opened ("index.html");
}

static void
test_missing (BvWindow *window)
{
  g_autofree char *folder = g_strdup (g_getenv ("BANGVANG_GUIDE_DIR"));
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "no-guide", "03-de-cu.html", NULL);
  g_autofree char *elsewhere = g_path_get_dirname (path);

  fixture_show (window, "nominees");
  g_setenv ("BANGVANG_GUIDE_DIR", elsewhere, TRUE);
  ask_for_guide ();
  g_assert_null (opened);
  g_assert_nonnull (strstr (bv_window_get_error (window), path));
  g_setenv ("BANGVANG_GUIDE_DIR", folder, TRUE);
}

static void
test_no_browser (BvWindow *window)
{
  g_autofree char *path = g_build_filename (g_getenv ("BANGVANG_GUIDE_DIR"), "03-de-cu.html", NULL);

  fixture_show (window, "nominees");
  finds_nothing = TRUE;
  ask_for_guide ();
  finds_nothing = FALSE;
  g_assert_nonnull (strstr (bv_window_get_error (window), path));
}

/* There is no banner where the library could not be opened. */
static void
test_failure (BvWindow *window)
{
  g_autoptr (GError) error = g_error_new_literal (BV_STORE_ERROR, BV_STORE_ERROR_LOCKED, "x");
  GtkWindow *failure
    = GTK_WINDOW (bv_failure_window_new (gtk_window_get_application (GTK_WINDOW (window)), error, FALSE));

  gtk_window_present (failure);
  bv_guide_show (failure, NULL);
  check_opened ("10-khi-can.html");
  finds_nothing = TRUE;
  bv_guide_show (failure, NULL);
  finds_nothing = FALSE;
  g_assert_nonnull (fixture_find_window ("no-guide"));
  gtk_window_destroy (failure);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  bv_guide_set_opener (record);
  fixture_add ("/guide/it-opens-at-the-page-that-is-shown", test_pages);
  fixture_add ("/guide/a-dialog-has-a-page-of-its-own", test_dialogs);
  fixture_add_empty ("/guide/it-opens-at-its-beginning-where-there-is-no-campaign", test_welcome);
  fixture_add ("/guide/where-it-is-missing-is-said", test_missing);
  fixture_add ("/guide/without-a-browser-its-place-is-said", test_no_browser);
  fixture_add ("/guide/without-a-library-a-dialog-says-so", test_failure);
  return g_test_run ();
}
