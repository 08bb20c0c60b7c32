/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/mail/mail-dialog.h"
#include "app/proposal/seal-dialog.h"
#include "app/session/load-job.h"
#include "store/sealings.h"
#include "stub-programs.h"

#include <glib/gstdio.h>
#include <string.h>

#define TO "Ban Thi đua <btdkt@example.vn>; vt@example.vn"
#define DRAFT_WORKBOOK "DỰ THẢO Đề nghị khen thưởng PAPI 2021.xlsx"
#define DRAFT_FOLDER "DỰ THẢO Đề nghị khen thưởng PAPI 2021"

/* The dialog */

/* Responses of the question how to divide what is too large. */
enum
{
  WORKBOOK_ONLY = 1,
  SEVERAL,
};

static int
compare_names (gconstpointer left, gconstpointer right)
{
  return strcmp (*(const char *const *) left, *(const char *const *) right);
}

static GFile *
get_parent (BvWindow *window)
{
  g_autofree char *path
    = g_build_filename (bv_session_get_folder (bv_window_get_session (window)), "..", NULL);
  g_autofree char *clean = g_canonicalize_filename (path, NULL);

  return g_file_new_for_path (clean);
}

static gboolean
is_mail_dialog (GtkWidget *widget)
{
  return BV_IS_MAIL_DIALOG (widget);
}

static gboolean
is_question (GtkWidget *widget)
{
  return g_str_equal (gtk_widget_get_name (widget), "too-large");
}

/* NULL: there is none. */
static gpointer
find_window (gboolean (*is_meant) (GtkWidget *widget))
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (is_meant (l->data))
      return l->data;
  return NULL;
}

static BvMailDialog *
open_dialog (BvWindow *window)
{
  g_autoptr (GFile) folder = get_parent (window);
  BvMailDialog *dialog;

  bv_session_rank (bv_window_get_session (window));
  fixture_settle (window);
  g_action_group_activate_action (G_ACTION_GROUP (window), "mail", NULL);
  dialog = find_window (is_mail_dialog);
  g_assert_nonnull (dialog);
  bv_mail_dialog_set_folder (dialog, folder);
  return dialog;
}

static gpointer
get_child (BvMailDialog *dialog, const char *name)
{
  gpointer child = gtk_widget_get_template_child (GTK_WIDGET (dialog), BV_TYPE_MAIL_DIALOG, name);

  g_assert_nonnull (child);
  return child;
}

static char *
write_mail (BvWindow *window, BvMailDialog *dialog)
{
  g_autoptr (BvWork) work = NULL;

  gtk_editable_set_text (get_child (dialog, "to_entry"), TO);
  work = bv_mail_dialog_write (dialog);
  g_assert_nonnull (work);
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_wait_for_work (work);
  fixture_settle (window);
  return g_strdup (bv_work_get_message (work));
}

/* The names in a folder, in their order. */
static char *
list_folder (GFile *folder)
{
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("|", (char **) names->pdata);
}

/* Beside the library there is the folder of the mail alone, with these files; the system's folder of
 * temporary files is empty. */
static void
assert_files (BvWindow *window, const char *folder, const char *expected)
{
  g_autoptr (GFile) parent = get_parent (window);
  g_autoptr (GFile) own = g_file_get_child (parent, folder);
  g_autoptr (GFile) library = g_file_get_child (parent, "library");
  g_autoptr (GFile) temporary = g_file_new_for_path (g_get_tmp_dir ());
  g_autofree char *beside = list_folder (parent);
  g_autofree char *found = list_folder (own);
  g_autofree char *inside = list_folder (library);
  g_autofree char *left = list_folder (temporary);
  g_autofree char *base = g_file_get_basename (parent);
  g_autofree char *both = strcmp (folder, "library") < 0 ? g_strconcat (folder, "|library", NULL)
                                                         : g_strconcat ("library|", folder, NULL);

  g_assert_cmpstr (beside, ==, *expected != '\0' ? both : "library");
  g_assert_cmpstr (found, ==, expected);
  g_assert_null (strstr (inside, ".bangvang-"));
  g_assert_null (strstr (inside, "xlsx"));
  g_assert_cmpstr (left, ==, base);
}

static GFile *
find_file (BvWindow *window, const char *folder, const char *name)
{
  g_autoptr (GFile) parent = get_parent (window);
  g_autoptr (GFile) own = g_file_get_child (parent, folder);

  return g_file_get_child (own, name);
}

/* The first file that goes with a draft is what lies beside it. */
static void
assert_attached (GFile *draft, GFile *file)
{
  g_autofree char *text = NULL;
  g_autofree char *content = NULL;
  g_autofree guchar *attached = NULL;
  gsize length;
  gsize attached_length;
  char *start;

  g_assert_true (g_file_load_contents (draft, NULL, &text, NULL, NULL, NULL));
  g_assert_true (g_file_load_contents (file, NULL, &content, &length, NULL, NULL));
  start = strstr (text, "Content-Disposition: attachment");
  g_assert_nonnull (start);
  start = strstr (start, "\r\n\r\n") + 4;
  *strstr (start, "\r\n--") = '\0';
  attached = g_base64_decode (start, &attached_length);
  g_assert_cmpmem (attached, attached_length, content, length);
}

/* Scenarios */

static void
test_thunderbird (BvWindow *window)
{
  g_autoptr (GFile) draft = find_file (window, DRAFT_FOLDER, "Thư điện tử.eml");
  g_autoptr (GFile) workbook = find_file (window, DRAFT_FOLDER, DRAFT_WORKBOOK);
  g_autofree char *expected = g_strconcat ("thunderbird ", g_file_peek_path (draft), NULL);
  g_autofree char *message = NULL;
  g_autofree char *call = NULL;

  stub_programs_choose (STUB_THUNDERBIRD, STUB_EDITOR);
  message = write_mail (window, open_dialog (window));
  call = stub_programs_wait_for_call ();
  g_assert_cmpstr (call, ==, expected);
  g_assert_nonnull (strstr (message, "opened in Stub thunderbird, not sent yet"));
  g_assert_cmpstr (bv_status_bar_get_message (bv_window_get_status_bar (window)), ==, message);
  assert_files (window, DRAFT_FOLDER, DRAFT_WORKBOOK "|Thư điện tử.eml");
  assert_attached (draft, workbook);
}

static void
test_editor_for_drafts (BvWindow *window)
{
  g_autofree char *message = NULL;
  g_autofree char *call = NULL;

  stub_programs_choose (STUB_EDITOR, STUB_THUNDERBIRD);
  message = write_mail (window, open_dialog (window));
  call = stub_programs_wait_for_call ();
  g_assert_true (g_str_has_prefix (call, "thunderbird /"));
  g_assert_true (g_str_has_suffix (call, ".eml"));
}

static void
test_evolution (BvWindow *window)
{
  g_autoptr (GFile) workbook = find_file (window, DRAFT_FOLDER, DRAFT_WORKBOOK);
  g_autofree char *escaped = g_uri_escape_string (g_file_peek_path (workbook), NULL, FALSE);
  g_autofree char *attach = g_strconcat ("&attach=", escaped, NULL);
  g_autofree char *message = NULL;
  g_autofree char *call = NULL;

  stub_programs_choose (STUB_EDITOR, STUB_EVOLUTION);
  message = write_mail (window, open_dialog (window));
  call = stub_programs_wait_for_call ();
  g_assert_true (g_str_has_prefix (call, "evolution mailto:btdkt@example.vn,vt@example.vn?subject=D"));
  g_assert_true (g_str_has_suffix (call, attach));
  g_assert_true (g_file_query_exists (workbook, NULL));
  g_assert_nonnull (strstr (message, "opened in Stub evolution, not sent yet"));
}

static void
test_no_mail_program (BvWindow *window)
{
  g_autoptr (GFile) draft = find_file (window, DRAFT_FOLDER, "Thư điện tử.eml");
  g_autoptr (GFile) folder = g_file_get_parent (draft);
  g_autofree char *expected = g_strconcat ("editor ", g_file_peek_path (folder), NULL);
  g_autofree char *message = NULL;
  g_autofree char *call = NULL;

  stub_programs_choose (STUB_EDITOR, STUB_EDITOR);
  message = write_mail (window, open_dialog (window));
  call = stub_programs_wait_for_call ();
  g_assert_cmpstr (call, ==, expected);
  g_assert_true (g_file_query_exists (draft, NULL));
  g_assert_nonnull (strstr (message, "not sent: open it yourself in your mail program: "));
  g_assert_nonnull (strstr (message, g_file_peek_path (draft)));
}

static void
test_bad_address (BvWindow *window)
{
  BvMailDialog *dialog = open_dialog (window);
  GtkLabel *label = get_child (dialog, "message_label");

  stub_programs_choose (STUB_THUNDERBIRD, STUB_THUNDERBIRD);
  gtk_editable_set_text (get_child (dialog, "cc_entry"), "nobody");
  g_assert_null (bv_mail_dialog_write (dialog));
  g_assert_nonnull (strstr (gtk_label_get_label (label), "“nobody” is no e-mail address"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (label)));
  assert_files (window, DRAFT_FOLDER, "");
}

static void
test_library_folder (BvWindow *window)
{
  BvMailDialog *dialog = open_dialog (window);
  g_autoptr (GFile) folder = g_file_new_for_path (bv_session_get_folder (bv_window_get_session (window)));
  g_autofree char *message = NULL;

  bv_mail_dialog_set_folder (dialog, folder);
  message = write_mail (window, dialog);
  g_assert_nonnull (strstr (message, "lies in the folder of the library"));
  assert_files (window, DRAFT_FOLDER, "");
}

static void
test_suggestions (BvWindow *window)
{
  BvMailDialog *dialog = open_dialog (window);
  GtkEditable *subject = get_child (dialog, "subject_entry");
  GtkCheckButton *seal = get_child (dialog, "seal_button");

  g_assert_cmpstr (gtk_editable_get_text (subject), ==, "DỰ THẢO – Sở Nội vụ: Đề nghị khen thưởng PAPI 2021");
  gtk_check_button_set_active (seal, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (subject), ==, "Sở Nội vụ: Đề nghị khen thưởng PAPI 2021");
  gtk_editable_set_text (subject, "Lời riêng");
  gtk_check_button_set_active (get_child (dialog, "draft_button"), TRUE);
  g_assert_cmpstr (gtk_editable_get_text (subject), ==, "Lời riêng");
}

static void
began_cb (BvSession *session, BvWork *work, gpointer data)
{
  g_set_object ((BvWork **) data, work);
}

/* @reason: NULL: none is asked for */
static char *
seal_and_write_mail (BvWindow *window, BvMailDialog *dialog, const char *reason)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvWork) work = NULL;
  BvSealDialog *question;
  gulong handler;

  gtk_editable_set_text (get_child (dialog, "to_entry"), TO);
  gtk_check_button_set_active (get_child (dialog, "seal_button"), TRUE);
  g_assert_null (bv_mail_dialog_write (dialog));
  question = fixture_wait_for_window ("seal");
  if (reason != NULL)
    {
      bv_seal_dialog_seal (question);
      g_assert_nonnull (fixture_find_window ("seal"));
      bv_seal_dialog_set_reason (question, reason);
    }
  handler = g_signal_connect (session, "working", G_CALLBACK (began_cb), &work);
  bv_seal_dialog_seal (question);
  g_signal_handler_disconnect (session, handler);
  g_assert_null (fixture_find_window ("seal"));
  g_assert_nonnull (work);
  fixture_wait_for_work (work);
  fixture_settle (window);
  return g_strdup (bv_work_get_message (work));
}

/* The demonstration has a tie at a line. */
static void
test_obstacles (BvWindow *window)
{
  BvMailDialog *dialog = open_dialog (window);

  gtk_check_button_set_active (get_child (dialog, "seal_button"), TRUE);
  g_assert_null (bv_mail_dialog_write (dialog));
  bv_seal_dialog_seal (fixture_wait_for_window ("seal"));
  g_assert_nonnull (fixture_find_window ("seal"));
  gtk_window_destroy (fixture_find_window ("seal"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  assert_files (window, DRAFT_FOLDER, "");
}

static guint
count_sealings (BvSession *session)
{
  g_autoptr (GPtrArray) sealings
    = bv_sealings_list (bv_session_get_library (session), bv_session_get_campaign (session), NULL);

  return sealings->len;
}

/* What was just sealed is sent as it is, and not sealed again. */
static void
test_sealed (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  BvMailDialog *dialog;
  g_autofree char *message = NULL;
  g_autofree char *label = NULL;

  stub_programs_choose (STUB_THUNDERBIRD, STUB_THUNDERBIRD);
  fixture_load_sealable (window, FALSE);
  dialog = open_dialog (window);
  g_assert_false (gtk_widget_get_visible (get_child (dialog, "sealed_button")));
  message = seal_and_write_mail (window, dialog, NULL);
  g_free (stub_programs_wait_for_call ());
  label = bv_session_get_undo_label (session);
  g_assert_cmpstr (label, ==, "Seal the proposal: Đề nghị khen thưởng Sớm 2021.xlsx");
  assert_files (window, "Đề nghị khen thưởng Sớm 2021", "Thư điện tử.eml|Đề nghị khen thưởng Sớm 2021.xlsx");
  stub_programs_forget_call ();
  dialog = open_dialog (window);
  g_assert_true (gtk_check_button_get_active (get_child (dialog, "sealed_button")));
  g_assert_cmpstr (gtk_editable_get_text (get_child (dialog, "subject_entry")), ==,
                   "Đề nghị khen thưởng Sớm 2021");
  g_free (write_mail (window, dialog));
  g_free (stub_programs_wait_for_call ());
  g_assert_cmpuint (count_sealings (session), ==, 1);
}

static void
test_provisional (BvWindow *window)
{
  g_autoptr (GFile) draft = find_file (window, "Đề nghị khen thưởng Sớm 2021", "Thư điện tử.eml");
  g_autoptr (GFile) workbook
    = find_file (window, "Đề nghị khen thưởng Sớm 2021", "Đề nghị khen thưởng Sớm 2021.xlsx");
  g_autofree char *expected = g_strconcat ("thunderbird ", g_file_peek_path (draft), NULL);
  BvMailDialog *dialog;
  g_autofree char *message = NULL;
  g_autofree char *call = NULL;

  stub_programs_choose (STUB_THUNDERBIRD, STUB_THUNDERBIRD);
  fixture_load_sealable (window, TRUE);
  dialog = open_dialog (window);
  bv_mail_dialog_choose_paper (dialog, "ranking", TRUE);
  message = seal_and_write_mail (window, dialog, "Kịp kỳ họp");
  call = stub_programs_wait_for_call ();
  g_assert_nonnull (strstr (message, "opened in Stub thunderbird, not sent yet"));
  g_assert_cmpstr (call, ==, expected);
  assert_attached (draft, workbook);
}

static void
test_papers (BvWindow *window)
{
  static const char *const papers[] = { "submission", "collectives", "individuals", "ranking" };
  BvMailDialog *dialog = open_dialog (window);
  g_autoptr (GFile) draft = find_file (window, DRAFT_FOLDER, "Thư điện tử.eml");
  g_autoptr (GFile) folder = g_file_get_parent (draft);
  g_autofree char *message = NULL;
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  stub_programs_choose (STUB_EDITOR, STUB_EDITOR);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    bv_mail_dialog_choose_paper (dialog, papers[i], TRUE);
  message = write_mail (window, dialog);
  names = list_folder (folder);
  parts = g_strsplit (names, ".pdf", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, G_N_ELEMENTS (papers) + 1);
  g_assert_true (g_file_load_contents (draft, NULL, &text, NULL, NULL, NULL));
  g_assert_nonnull (strstr (text, "Content-Type: application/pdf;"));
}

static GtkDialog *
write_large_mail (BvWindow *window)
{
  g_autoptr (GSettings) settings = g_settings_new (BV_APP_ID);
  BvMailDialog *dialog = open_dialog (window);
  g_autofree char *message = NULL;

  stub_programs_choose (STUB_THUNDERBIRD, STUB_THUNDERBIRD);
  g_settings_set_int64 (settings, "mail-most-bytes", 1000);
  bv_mail_dialog_choose_paper (dialog, "ranking", TRUE);
  message = write_mail (window, dialog);
  g_settings_reset (settings, "mail-most-bytes");
  g_assert_cmpstr (message, ==, "");
  g_assert_nonnull (find_window (is_question));
  return find_window (is_question);
}

static gboolean
has_message (gpointer window)
{
  return *bv_status_bar_get_message (bv_window_get_status_bar (window)) != '\0'
         || bv_window_get_error (window) != NULL;
}

static void
answer (BvWindow *window, GtkDialog *question, int response)
{
  gtk_dialog_response (question, response);
  fixture_settle (window);
  fixture_wait (has_message, window, "the message after the answer");
}

static void
test_several (BvWindow *window)
{
  g_autofree char *call = NULL;

  answer (window, write_large_mail (window), SEVERAL);
  call = stub_programs_wait_for_call ();
  g_assert_nonnull (strstr (bv_status_bar_get_message (bv_window_get_status_bar (window)), "2 e-mails of "));
  {
    g_autoptr (GFile) first = find_file (window, DRAFT_FOLDER, "Thư điện tử 1.eml");
    g_autoptr (GFile) second = find_file (window, DRAFT_FOLDER, "Thư điện tử 2.eml");
    g_autoptr (GFile) workbook = find_file (window, DRAFT_FOLDER, DRAFT_WORKBOOK);

    assert_attached (first, workbook);
    g_assert_true (g_file_query_exists (second, NULL));
  }
}

static void
test_only_workbook (BvWindow *window)
{
  g_autoptr (GFile) draft = find_file (window, DRAFT_FOLDER, "Thư điện tử.eml");
  g_autofree char *call = NULL;
  g_autofree char *text = NULL;

  answer (window, write_large_mail (window), WORKBOOK_ONLY);
  call = stub_programs_wait_for_call ();
  g_assert_true (g_file_load_contents (draft, NULL, &text, NULL, NULL, NULL));
  g_assert_nonnull (strstr (text, "spreadsheetml"));
  g_assert_null (strstr (text, "application/pdf"));
}

static void
test_too_large_cancelled (BvWindow *window)
{
  GtkDialog *question = write_large_mail (window);

  gtk_dialog_response (question, GTK_RESPONSE_CANCEL);
  fixture_settle (window);
  assert_files (window, DRAFT_FOLDER, "");
}

static void
test_cancelled (BvWindow *window)
{
  BvMailDialog *dialog = open_dialog (window);
  g_autoptr (BvWork) work = NULL;

  stub_programs_choose (STUB_THUNDERBIRD, STUB_THUNDERBIRD);
  work = bv_mail_dialog_write (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_cancellable_cancel (bv_work_get_cancellable (work));
  fixture_wait_for_work (work);
  fixture_settle (window);
  assert_files (window, DRAFT_FOLDER, "");
}

/* A second mail has a folder of its own. */
static void
test_twice (BvWindow *window)
{
  g_autoptr (GFile) second = find_file (window, DRAFT_FOLDER " (2)", DRAFT_WORKBOOK);

  stub_programs_choose (STUB_THUNDERBIRD, STUB_THUNDERBIRD);
  g_free (write_mail (window, open_dialog (window)));
  g_free (stub_programs_wait_for_call ());
  stub_programs_forget_call ();
  g_assert_false (g_file_query_exists (second, NULL));
  g_free (write_mail (window, open_dialog (window)));
  g_free (stub_programs_wait_for_call ());
  g_assert_true (g_file_query_exists (second, NULL));
}

int
main (int argc, char *argv[])
{
  int status;

  stub_programs_set_up ();
  fixture_init (&argc, &argv);
  fixture_add ("/mail/thunderbird-is-given-the-draft-with-the-workbook", test_thunderbird);
  fixture_add ("/mail/a-text-editor-is-given-no-draft", test_editor_for_drafts);
  fixture_add ("/mail/evolution-is-given-an-address-that-names-the-files", test_evolution);
  fixture_add ("/mail/without-a-mail-program-the-folder-is-shown-and-it-is-said", test_no_mail_program);
  fixture_add ("/mail/a-bad-address-is-said-before-anything-is-written", test_bad_address);
  fixture_add ("/mail/the-folder-of-the-library-is-refused", test_library_folder);
  fixture_add ("/mail/subject-and-text-follow-the-seal-until-they-are-changed", test_suggestions);
  fixture_add ("/mail/what-cannot-be-sealed-is-not-sent-as-sealed", test_obstacles);
  fixture_add_empty ("/mail/what-was-sealed-is-sent-as-it-is", test_sealed);
  fixture_add_empty ("/mail/a-provisional-proposal-is-sealed-with-a-reason", test_provisional);
  fixture_add ("/mail/papers-go-with-the-workbook", test_papers);
  fixture_add ("/mail/too-large-becomes-several", test_several);
  fixture_add ("/mail/too-large-becomes-the-workbook-alone", test_only_workbook);
  fixture_add ("/mail/too-large-and-cancelled-leaves-nothing", test_too_large_cancelled);
  fixture_add ("/mail/cancelled-leaves-nothing", test_cancelled);
  fixture_add ("/mail/a-second-mail-replaces-nothing", test_twice);
  status = g_test_run ();
  stub_programs_remove ();
  return status;
}
