/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/evidence/attach-job.h"
#include "app/proposal/export-dialog.h"
#include "app/proposal/export-job.h"
#include "app/proposal/seal-dialog.h"
#include "app/session/load-job.h"
#include "exchange/interchange/interchange.h"
#include "exchange/template/outline.h"
#include "store/campaigns.h"
#include "store/statement.h"

#include <glib/gstdio.h>

#define UNIT "Sở Y tế"
#define LEAF 0
#define REASON "Chỉ số PAPI năm 2021 chưa công bố"

static GFile *
make_target (BvWindow *window, const char *name)
{
  g_autofree char *path
    = g_build_filename (bv_session_get_folder (bv_window_get_session (window)), "..", name, NULL);

  return g_file_new_for_path (path);
}

static char *
export_to (BvWindow *window, const char *name, gboolean draft)
{
  g_autoptr (GFile) file = make_target (window, name);
  g_autoptr (BvWork) work = fixture_export (window, file, draft, REASON);

  fixture_wait_for_work (work);
  fixture_settle (window);
  g_assert_true (bv_work_has_failed (work) == !g_file_query_exists (file, NULL));
  return g_strdup (bv_work_get_message (work));
}

static const BvSealWords seal_words = { "Anything", "_Seal it", "_Draft it" };

static void
seal_nothing (GtkWindow *parent, BvSession *session, const BvSealChoice *choice)
{
}

/* The demonstration has a tie at a line. */
static void
test_sealed (BvWindow *window)
{
  BvStatusBar *bar = bv_window_get_status_bar (window);
  g_autofree char *label = NULL;
  g_autofree char *message = NULL;

  fixture_load_sealable (window, FALSE);
  message = export_to (window, "Đề nghị.xlsx", FALSE);
  g_assert_nonnull (strstr (message, "Đề nghị.xlsx"));
  g_assert_cmpstr (bv_status_bar_get_message (bar), ==, message);
  label = bv_session_get_undo_label (bv_window_get_session (window));
  g_assert_nonnull (strstr (label, "Đề nghị.xlsx"));
}

/* What is wrong with a file or the journal is found beside the window, and said before it is sealed. */
static void
test_unsound (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (GError) error = NULL;
  BvSealDialog *dialog;

  fixture_load_sealable (window, FALSE);
  bv_statement_run (bv_session_get_library (session), "UPDATE journal SET rows = rows + 1", &error, "");
  g_assert_no_error (error);
  bv_seal_dialog_ask (GTK_WINDOW (window), session, &seal_words, seal_nothing);
  dialog = fixture_wait_for_window ("seal");
  bv_seal_dialog_seal (dialog);
  g_assert_true (fixture_find_window ("seal") == dialog);
  bv_seal_dialog_set_reason (dialog, "Bản sao lưu đã đối chiếu");
  bv_seal_dialog_seal (dialog);
  g_assert_null (fixture_find_window ("seal"));
}

static void
answer_unseal (BvWindow *window, int response)
{
  GtkDialog *dialog;

  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  fixture_settle (window);
  dialog = fixture_find_window ("unseal");
  g_assert_nonnull (dialog);
  gtk_dialog_response (dialog, response);
  fixture_settle (window);
}

/* Nobody takes a seal back without noticing; anything else is undone at once. */
static void
test_unsealed (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autofree char *message = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_load_sealable (window, FALSE);
  message = export_to (window, "Đề nghị.xlsx", FALSE);
  answer_unseal (window, GTK_RESPONSE_CANCEL);
  before = bv_session_get_undo_label (session);
  g_assert_nonnull (strstr (before, "Đề nghị.xlsx"));
  answer_unseal (window, GTK_RESPONSE_ACCEPT);
  after = bv_session_get_undo_label (session);
  g_assert_null (strstr (after, "Đề nghị.xlsx"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  fixture_settle (window);
  g_assert_null (fixture_find_window ("unseal"));
}

static gboolean
is_nearly_done (gpointer work)
{
  return bv_work_get_fraction (work) >= 1 || bv_work_is_finished (work);
}

static void
test_cancelled (BvWindow *window)
{
  g_autoptr (GFile) file = make_target (window, "Dự thảo.xlsx");
  g_autoptr (BvWork) work = fixture_export (window, file, TRUE, NULL);

  fixture_wait (is_nearly_done, work, "the last of the workbook");
  g_cancellable_cancel (bv_work_get_cancellable (work));
  fixture_wait_for_work (work);
  fixture_settle (window);
  g_assert_true (g_file_query_exists (file, NULL) == (bv_work_get_file (work) != NULL));
}

static BvWork *
attach (BvWindow *window, gint64 nominee, const char *name)
{
  BvCriterionRow *row = bv_criteria_list_get_row (fixture_get_criteria (window), LEAF);
  g_autofree char *path = fixture_make_file (window, name, "Nội dung");
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  BvWork *work;

  g_ptr_array_add (files, g_file_new_for_path (path));
  work = bv_attach_job_start (bv_window_get_session (window), nominee, bv_criterion_row_get_leaf (row)->code,
                              files);
  fixture_wait_for_work (work);
  fixture_settle (window);
  return work;
}

static void
test_attached_again (BvWindow *window)
{
  g_autoptr (BvWork) first = NULL;
  g_autoptr (BvWork) second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 nominee;
  guint n_pieces;

  fixture_show (window, "nominees");
  nominee = fixture_select (window, UNIT);
  first = attach (window, nominee, "Báo cáo.txt");
  n_pieces = fixture_count_evidence (window, nominee);
  before = bv_session_get_undo_label (bv_window_get_session (window));
  second = attach (window, nominee, "Bản sao.txt");
  after = bv_session_get_undo_label (bv_window_get_session (window));
  g_assert_cmpstr (bv_work_get_message (second), ==, "Attached already: Báo cáo.txt");
  g_assert_cmpstr (bv_status_bar_get_message (bv_window_get_status_bar (window)), ==,
                   bv_work_get_message (second));
  g_assert_cmpuint (fixture_count_evidence (window, nominee), ==, n_pieces);
  g_assert_cmpstr (after, ==, before);
}

static void
test_known_elsewhere (BvWindow *window)
{
  g_autoptr (BvWork) first = NULL;
  g_autoptr (BvWork) second = NULL;

  fixture_show (window, "nominees");
  first = attach (window, fixture_select (window, UNIT), "Báo cáo.txt");
  second = attach (window, fixture_select (window, "Sở Tài chính"), "Bản sao.txt");
  g_assert_nonnull (strstr (bv_work_get_message (second), "Bản sao.txt"));
  g_assert_nonnull (strstr (bv_work_get_message (second), "Báo cáo.txt"));
}

static char *
dump (BvWindow *window, const char *key)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvCampaign) campaign = bv_campaigns_read (
    bv_session_get_library (session), bv_session_get_campaign (session), BV_CAMPAIGN_WHOLE, NULL);

  g_assert_nonnull (campaign);
  g_free (campaign->key);
  campaign->key = g_strdup (key);
  return bv_interchange_write (campaign, NULL);
}

static void
test_loaded (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  gint64 demo = bv_session_get_campaign (session);
  g_autofree char *text = dump (window, "khac");
  g_autofree char *path = fixture_make_file (window, "khac.json", text);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BvWork) work = bv_load_job_start_file (session, file);

  fixture_wait_for_work (work);
  fixture_settle (window);
  g_assert_false (bv_work_has_failed (work));
  g_assert_cmpint (bv_session_get_campaign (session), !=, demo);
  g_assert_cmpstr (bv_session_get_head (session)->key, ==, "khac");
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpint (bv_session_get_campaign (session), ==, demo);
  g_assert_nonnull (bv_session_get_proposal (session));
}

static gboolean
is_lent (gpointer session)
{
  return !bv_session_is_writable (session);
}

static BvCampaign *
read_template (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvOutline) outline = bv_outline_read_template ("papi-2021", BV_NONE, &error);

  g_assert_no_error (error);
  return bv_outline_fill (outline, outline->campaign, "an-giang-2021", NULL);
}

/* Meanwhile the window goes on. */
static void
test_load_lends (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvWork) work = bv_load_job_start_campaign (session, read_template ());

  fixture_wait (is_lent, session, "a thread that takes the campaign in");
  g_assert_false (bv_work_is_finished (work));
  fixture_wait_for_work (work);
  fixture_settle (window);
  g_assert_false (bv_work_has_failed (work));
  g_assert_true (bv_session_is_writable (session));
  g_assert_cmpint (bv_session_get_campaign (session), !=, 0);
}

static void
test_remarks (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autofree char *text = dump (window, "khac");
  g_auto (GStrv) parts = g_strsplit (text, "\"result\": ", 2);
  g_autofree char *rounded
    = g_strdup_printf ("%s\"result\": \"1.23456\"%s", parts[0], strpbrk (parts[1], ",\n"));
  g_autofree char *path = fixture_make_file (window, "khac.json", rounded);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BvWork) work = bv_load_job_start_file (session, file);
  GtkWidget *dialog;

  fixture_wait_for_work (work);
  fixture_settle (window);
  g_assert_cmpstr (bv_session_get_head (session)->key, ==, "khac");
  dialog = fixture_find_window ("remarks");
  g_assert_nonnull (dialog);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CLOSE);
}

static void
test_elsewhere (BvWindow *window)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("https://example.org/khac.json");

  g_assert_false (bv_session_check_file (bv_window_get_session (window), file));
  g_assert_nonnull (strstr (bv_window_get_error (window), "khac.json"));
}

static void
test_wrong_file (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  gint64 demo = bv_session_get_campaign (session);
  g_autofree char *path = fixture_make_file (window, "sai.json", "{");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BvWork) work = bv_load_job_start_file (session, file);

  fixture_wait_for_work (work);
  g_assert_true (bv_work_has_failed (work));
  g_assert_nonnull (strstr (bv_work_get_message (work), "sai.json"));
  g_assert_cmpint (bv_session_get_campaign (session), ==, demo);
}

static void
test_last_undone (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);

  fixture_make_campaign (window);
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpint (bv_session_get_campaign (session), ==, 0);
  g_assert_null (bv_session_get_proposal (session));
  fixture_redo (window);
  fixture_settle (window);
  g_assert_cmpint (bv_session_get_campaign (session), !=, 0);
}

static gboolean
act_cb (BvLibrary *library, gpointer data, GError **error)
{
  return TRUE;
}

static gboolean
is_writable (gpointer session)
{
  return bv_session_is_writable (session);
}

/* While something is undone the window reads on, edits are refused in words, and another undo waits. */
static void
test_undone_beside (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  GAction *remove = g_action_map_lookup_action (G_ACTION_MAP (window), "remove-nominee");
  g_autofree char *before = bv_session_get_undo_label (session);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      fixture_type (fixture_get_entry (window, i, BV_SCORE_ENTRY_VERIFIED), "1");
      fixture_settle (window);
    }
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  g_assert_false (bv_session_is_writable (session));
  g_assert_false (g_action_get_enabled (remove));
  g_assert_false (bv_journal_act (bv_session_get_library (session), "", act_cb, NULL, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOCKED);
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  g_assert_cmpint (fixture_select (window, "Sở Y tế"), !=, 0);
  fixture_wait (is_writable, session, "the writer");
  fixture_settle (window);
  g_assert_true (g_action_get_enabled (remove));
  after = bv_session_get_undo_label (session);
  g_assert_cmpstr (after, ==, before);
}

static void
test_early_export (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  gint64 campaign = bv_session_get_campaign (session);

  bv_session_set_campaign (session, 0);
  bv_session_set_campaign (session, campaign);
  bv_export_dialog_start (GTK_WINDOW (window), session);
  bv_export_dialog_start (GTK_WINDOW (window), session);
  gtk_window_destroy (fixture_wait_for_window ("seal"));
  fixture_settle (window);
  g_assert_null (fixture_find_window ("seal"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add_empty ("/jobs/a-sealed-workbook-stays-to-be-opened", test_sealed);
  fixture_add_empty ("/jobs/a-library-that-is-not-sound-is-sealed-with-a-reason-at-the-next-try",
                     test_unsound);
  fixture_add_empty ("/jobs/a-seal-is-taken-back-only-when-asked", test_unsealed);
  fixture_add ("/jobs/a-cancelled-export-says-what-happened", test_cancelled);
  fixture_add ("/jobs/a-file-attached-twice-is-said-and-not-doubled", test_attached_again);
  fixture_add ("/jobs/a-file-known-by-another-name-is-named", test_known_elsewhere);
  fixture_add ("/jobs/a-loaded-campaign-is-shown-and-its-undo-shows-the-one-before", test_loaded);
  fixture_add_empty ("/jobs/a-campaign-is-taken-in-by-a-thread", test_load_lends);
  fixture_add ("/jobs/what-was-rounded-is-shown-behind-the-load", test_remarks);
  fixture_add_empty ("/jobs/a-file-that-is-not-on-this-computer-is-refused", test_elsewhere);
  fixture_add ("/jobs/a-wrong-file-is-named-and-changes-nothing", test_wrong_file);
  fixture_add_empty ("/jobs/undoing-the-only-campaign-leads-to-the-welcome-page", test_last_undone);
  fixture_add ("/jobs/an-export-before-the-first-ranking-waits-for-it", test_early_export);
  fixture_add ("/jobs/while-something-is-undone-edits-are-refused-and-another-undo-waits",
               test_undone_beside);
  return g_test_run ();
}
