/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/proposal/dossier-dialog.h"
#include "store/campaigns.h"

#include <string.h>

#define PASSPHRASE "bang vang nam 2021"
#define OTHER_CAMPAIGN                                                                                                       \
  "{\"format\": \"bangvang-campaign\", \"version\": 1, \"campaign\": {\"key\": \"khac\", \"title\": \"Phong trào khác\", " \
  "\"starts\": \"2022-01-01\", \"ends\": \"2022-12-31\"}}"

static GFile *
get_file (BvWindow *window, const char *name)
{
  g_autofree char *path
    = g_build_filename (bv_session_get_folder (bv_window_get_session (window)), "..", name, NULL);

  return g_file_new_for_path (path);
}

static void
began_cb (BvSession *session, BvWork *work, gpointer data)
{
  g_set_object ((BvWork **) data, work);
}

/* As the file manager does. */
static BvWork *
open_file (BvWindow *window, GFile *file)
{
  BvSession *session = bv_window_get_session (window);
  BvWork *work = NULL;
  gulong handler = g_signal_connect (session, "working", G_CALLBACK (began_cb), &work);

  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))), &file, 1, "");
  g_assert_nonnull (work);
  fixture_wait_for_work (work);
  g_signal_handler_disconnect (session, handler);
  fixture_settle (window);
  return work;
}

/* What a dialog is about does not become another campaign's under it. */
static void
test_under_a_question (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  gint64 before = bv_session_get_campaign (session);
  GtkWidget *dialog = fixture_new_draft_dossier (GTK_WINDOW (window), session);
  g_autofree char *path = fixture_make_file (window, "Khác.bangvang.json", OTHER_CAMPAIGN);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  BvWork *work = NULL;
  gulong handler = g_signal_connect (session, "working", G_CALLBACK (began_cb), &work);

  gtk_window_present (GTK_WINDOW (dialog));
  fixture_settle (window);
  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))), &file, 1, "");
  fixture_settle (window);
  g_assert_null (work);
  g_assert_cmpint (bv_session_get_campaign (session), ==, before);
  g_signal_handler_disconnect (session, handler);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_elsewhere (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (GFile) file = g_file_new_for_uri ("https://example.org/x.zip");
  BvWork *work = NULL;
  gulong handler = g_signal_connect (session, "working", G_CALLBACK (began_cb), &work);

  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))), &file, 1, "");
  fixture_settle (window);
  g_assert_null (work);
  g_signal_handler_disconnect (session, handler);
}

static GFile *
write_dossier (BvWindow *window, const char *passphrase)
{
  GtkWidget *dialog = fixture_new_draft_dossier (GTK_WINDOW (window), bv_window_get_session (window));
  g_autoptr (GFile) file = get_file (window, "Hồ sơ.bangvang.zip");
  g_autoptr (BvWork) work = NULL;

  if (passphrase != NULL)
    bv_dossier_dialog_set_passphrase (BV_DOSSIER_DIALOG (dialog), passphrase, passphrase);
  work = bv_dossier_dialog_write (BV_DOSSIER_DIALOG (dialog), file);
  g_assert_nonnull (work);
  fixture_wait_for_work (work);
  fixture_settle (window);
  g_assert_false (bv_work_has_failed (work));
  gtk_window_destroy (GTK_WINDOW (dialog));
  return g_steal_pointer (&file);
}

static void
test_campaign (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  gint64 before = bv_session_get_campaign (session);
  g_autofree char *path = fixture_make_file (window, "Khác.bangvang.json", OTHER_CAMPAIGN);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BvWork) work = open_file (window, file);

  g_assert_false (bv_work_has_failed (work));
  g_assert_cmpint (bv_session_get_campaign (session), !=, before);
  g_assert_cmpstr (bv_session_get_head (session)->key, ==, "khac");
}

static void
test_not_a_campaign (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  gint64 before = bv_session_get_campaign (session);
  g_autofree char *path = fixture_make_file (window, "Thư.json", "{\"format\": \"thư\"}");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BvWork) work = open_file (window, file);

  g_assert_true (bv_work_has_failed (work));
  g_assert_nonnull (strstr (bv_work_get_message (work), "Thư.json"));
  g_assert_cmpint (bv_session_get_campaign (session), ==, before);
}

static void
test_whole_dossier (BvWindow *window)
{
  g_autoptr (GFile) file = write_dossier (window, NULL);
  g_autoptr (BvWork) work = open_file (window, file);

  g_assert_false (bv_work_has_failed (work));
  g_assert_true (g_str_has_prefix (bv_work_get_message (work), "Hồ sơ.bangvang.zip: whole, "));
  g_assert_null (fixture_find_window ("remarks"));
}

/* One byte in the middle, where evidence is. */
static void
flip_byte (GFile *file)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (g_file_peek_path (file), &content, &length, NULL));
  content[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (g_file_peek_path (file), content, length, NULL));
}

static void
test_damaged_dossier (BvWindow *window)
{
  g_autoptr (GFile) file = write_dossier (window, NULL);
  g_autoptr (BvWork) work = NULL;

  flip_byte (file);
  work = open_file (window, file);
  g_assert_true (g_str_has_prefix (bv_work_get_message (work), "Hồ sơ.bangvang.zip: 1 finding"));
  g_assert_nonnull (fixture_find_window ("remarks"));
  gtk_window_destroy (fixture_find_window ("remarks"));
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_PASSWORD_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);
  return found;
}

/* Returns: the work that follows, or %NULL where the question is given up */
static BvWork *
answer (BvWindow *window, const char *passphrase, int response)
{
  BvSession *session = bv_window_get_session (window);
  GtkDialog *dialog = fixture_find_window ("passphrase");
  BvWork *work = NULL;
  gulong handler = g_signal_connect (session, "working", G_CALLBACK (began_cb), &work);

  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (GTK_WIDGET (dialog))), passphrase);
  gtk_dialog_response (dialog, response);
  if (work != NULL)
    fixture_wait_for_work (work);
  g_signal_handler_disconnect (session, handler);
  fixture_settle (window);
  return work;
}

static void
test_protected_dossier (BvWindow *window)
{
  g_autoptr (GFile) file = write_dossier (window, PASSPHRASE);
  g_autoptr (BvWork) asked = open_file (window, file);
  g_autoptr (BvWork) wrong = answer (window, "khong phai cau nay", GTK_RESPONSE_OK);
  g_autoptr (BvWork) right = answer (window, PASSPHRASE, GTK_RESPONSE_OK);

  g_assert_false (bv_work_has_failed (asked));
  g_assert_nonnull (wrong);
  g_assert_nonnull (right);
  g_assert_true (g_str_has_prefix (bv_work_get_message (right), "Hồ sơ.bangvang.zip: whole, "));
  g_assert_null (fixture_find_window ("passphrase"));
}

static void
test_given_up (BvWindow *window)
{
  g_autoptr (GFile) file = write_dossier (window, PASSPHRASE);
  g_autoptr (BvWork) asked = open_file (window, file);

  g_assert_false (bv_work_has_failed (asked));
  g_assert_null (answer (window, PASSPHRASE, GTK_RESPONSE_CANCEL));
  g_assert_null (fixture_find_window ("passphrase"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/open/a-campaign-is-loaded", test_campaign);
  fixture_add ("/open/what-is-no-campaign-is-refused", test_not_a_campaign);
  fixture_add ("/open/nothing-under-a-question", test_under_a_question);
  fixture_add ("/open/nothing-that-lies-elsewhere", test_elsewhere);
  fixture_add ("/open/a-dossier-is-checked", test_whole_dossier);
  fixture_add ("/open/what-is-damaged-in-a-dossier-is-listed", test_damaged_dossier);
  fixture_add ("/open/a-protected-dossier-asks-until-the-passphrase-is-right", test_protected_dossier);
  fixture_add ("/open/who-gives-up-is-not-asked-again", test_given_up);
  return g_test_run ();
}
