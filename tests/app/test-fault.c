/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/fault/fault-dialog.h"
#include "app/window/failure-window.h"

#include <string.h>

#define SELECTED "Sở Y tế"

/* As the menu does. */
static BvFaultDialog *
open_dialog (BvWindow *window)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "report-fault", NULL);
  fixture_settle (window);
  g_assert_nonnull (fixture_find_window ("fault"));
  return fixture_find_window ("fault");
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” does not stand in:\n%s", part, text);
}

static void
assert_lacks (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” stands in:\n%s", part, text);
}

static void
test_text (BvWindow *window)
{
  BvFaultDialog *dialog;
  g_autofree char *text = NULL;

  fixture_show (window, "nominees");
  fixture_select (window, SELECTED);
  fixture_type (fixture_get_entry (window, 1, BV_SCORE_ENTRY_VERIFIED), "12,5");
  fixture_settle (window);
  assert_has (bv_status_bar_get_message (bv_window_get_status_bar (window)), SELECTED);
  dialog = open_dialog (window);
  text = bv_fault_dialog_get_text (dialog);
  assert_has (text, BV_VERSION);
  assert_has (text, ", GTK 4.");
  assert_has (text, "\n- Display: GdkX11Display\n");
  assert_has (text, "(assessment 1)\n");
  assert_lacks (text, SELECTED);
  assert_lacks (text, "last error");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The status bar says something else by now. */
static void
test_last_error (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (GError) error = g_error_new (BV_STORE_ERROR, BV_STORE_ERROR_FILE,
                                          "%s/Tài liệu/Lan.pdf: of " SELECTED ", gone", g_get_home_dir ());
  BvFaultDialog *dialog;
  g_autofree char *text = NULL;

  bv_session_report (session, error);
  bv_status_bar_show_action (bv_window_get_status_bar (window), "Saved", FALSE);
  dialog = open_dialog (window);
  text = bv_fault_dialog_get_text (dialog);
  assert_has (text, "\nThe last error that was shown\n~/…/*.pdf: of …, gone\n");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
type (BvFaultDialog *dialog, const char *text)
{
  GtkWidget *view = gtk_window_get_focus (GTK_WINDOW (dialog));

  g_assert_true (GTK_IS_TEXT_VIEW (view));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static GFile *
find_file (BvWindow *window, const char *name)
{
  g_autofree char *path
    = g_build_filename (bv_session_get_folder (bv_window_get_session (window)), "..", name, NULL);

  return g_file_new_for_path (path);
}

static void
test_saved (BvWindow *window)
{
  BvFaultDialog *dialog = open_dialog (window);
  g_autoptr (GFile) file = find_file (window, "Báo lỗi.txt");
  g_autoptr (GFile) inside
    = g_file_new_build_filename (bv_session_get_folder (bv_window_get_session (window)), "Báo lỗi.txt", NULL);
  g_autofree char *text = NULL;
  g_autofree char *saved = NULL;

  type (dialog, "I pressed Ctrl+Z.");
  g_assert_false (bv_fault_dialog_save (dialog, inside));
  g_assert_false (g_file_query_exists (inside, NULL));
  g_assert_true (bv_fault_dialog_save (dialog, file));
  text = bv_fault_dialog_get_text (dialog);
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &saved, NULL, NULL));
  g_assert_cmpstr (saved, ==, text);
  assert_has (saved, "here.\nI pressed Ctrl+Z.\n");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* No mail program is known here: the draft is there, and the status bar says so. */
static void
test_mailed (BvWindow *window)
{
  BvFaultDialog *dialog = open_dialog (window);
  g_autoptr (GFile) file = find_file (window, "Báo lỗi.eml");
  g_autoptr (BvWork) work = bv_fault_dialog_mail (dialog, file);
  g_autofree char *saved = NULL;

  g_assert_nonnull (work);
  fixture_wait_for_work (work);
  g_assert_false (bv_work_has_failed (work));
  assert_has (bv_work_get_message (work), "not sent");
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &saved, NULL, NULL));
  assert_has (saved, "X-Unsent: 1");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_empty (BvWindow *window)
{
  BvFaultDialog *dialog = open_dialog (window);
  g_autofree char *text = bv_fault_dialog_get_text (dialog);

  assert_has (text, "\n- Campaigns: 0\n");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
test_no_library (BvWindow *window)
{
  g_autoptr (GError) error
    = g_error_new (BV_STORE_ERROR, BV_STORE_ERROR_FILE, "%s/Lan/bangvang.db: damaged", g_get_home_dir ());
  GtkWidget *failure = bv_failure_window_new (gtk_window_get_application (GTK_WINDOW (window)), error, TRUE);
  GtkWidget *save;
  BvFaultDialog *dialog;
  g_autofree char *text = NULL;

  gtk_window_present (GTK_WINDOW (failure));
  g_signal_emit_by_name (find_button (failure, "_Report a fault…"), "clicked");
  dialog = fixture_find_window ("fault");
  g_assert_nonnull (dialog);
  save = find_button (GTK_WIDGET (dialog), "_Save…");
  g_assert_false (gtk_widget_get_visible (save));
  text = bv_fault_dialog_get_text (dialog);
  assert_has (text, ".db: damaged\n");
  assert_lacks (text, "Lan");
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (failure));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/fault/the-report-tells-the-program-and-nobody", test_text);
  fixture_add ("/fault/the-last-error-is-told-without-names", test_last_error);
  fixture_add ("/fault/what-the-user-writes-is-saved-but-not-into-the-library", test_saved);
  fixture_add ("/fault/a-draft-of-a-mail-is-written", test_mailed);
  fixture_add_empty ("/fault/no-campaign-is-needed", test_empty);
  fixture_add_empty ("/fault/what-keeps-a-library-shut-is-reported-too", test_no_library);
  return g_test_run ();
}
