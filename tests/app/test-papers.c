/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/papers/paper-save-job.h"
#include "app/papers/preview.h"
#include "app/papers/print-operation.h"
#include "app/proposal/submission-dialog.h"
#include "app/rules/bases-bar.h"
#include "app/system/print-setup.h"
#include "core/check.h"
#include "core/submission.h"
#include "exchange/printing/printout.h"
#include "scratch-folder.h"

#include <glib/gstdio.h>

#define UNIT "Sở Y tế"

static BvPreviewPages *
get_sheets (BvPreviewWindow *preview)
{
  return bv_paper_reader_get_pages (bv_preview_window_get_reader (preview));
}

static guint
get_page (BvPreviewWindow *preview)
{
  return bv_paper_reader_get_page (bv_preview_window_get_reader (preview));
}

static const char *
get_message (BvPreviewWindow *preview)
{
  return bv_paper_reader_get_message (bv_preview_window_get_reader (preview));
}

static gboolean
is_composed (gpointer preview)
{
  return !bv_preview_window_is_busy (preview);
}

static void
settle (BvWindow *window, BvPreviewWindow *preview)
{
  fixture_settle (window);
  fixture_wait (is_composed, preview, "the pages of the preview");
  fixture_run_pending ();
}

static BvPreviewWindow *
open_preview (BvWindow *window)
{
  BvPreviewWindow *preview;

  g_action_group_activate_action (G_ACTION_GROUP (window), "print", NULL);
  preview = fixture_find_window ("preview");
  g_assert_nonnull (preview);
  settle (window, preview);
  return preview;
}

static BvPreviewWindow *
preview_paper (BvWindow *window, BvPaperId paper)
{
  BvPreviewWindow *preview = open_preview (window);
  g_autoptr (BvPaperChoice) choice = bv_paper_choice_new (paper, "", NULL);
  g_autoptr (GListStore) special = g_list_store_new (BV_TYPE_PAPER_CHOICE);

  bv_preview_window_show (preview, choice, G_LIST_MODEL (special));
  settle (window, preview);
  g_assert_cmpstr (get_message (preview), ==, "");
  return preview;
}

static guint
count_pages (BvPreviewWindow *preview)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_sheets (preview)));
}

static void
test_defaults (BvWindow *window)
{
  BvPreviewWindow *preview;
  BvPaperChoice *choice;

  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  preview = open_preview (window);
  choice = bv_preview_window_get_choice (preview);
  g_assert_cmpint (bv_paper_choice_get_paper (choice), ==, BV_PAPER_VERIFICATION);
  g_assert_cmpstr (bv_paper_choice_get_title (choice), ==, UNIT);
  g_assert_nonnull (bv_paper_choice_get_scope (choice).nominee);
  fixture_show (window, "ranking");
  g_assert_true (open_preview (window) == preview);
  choice = bv_preview_window_get_choice (preview);
  g_assert_cmpint (bv_paper_choice_get_paper (choice), ==, BV_PAPER_RANKING);
  g_assert_null (bv_paper_choice_get_scope (choice).group);
}

static void
compare_paper (BvWindow *window, BvPaperId paper)
{
  BvSession *session = bv_window_get_session (window);
  BvPreviewWindow *preview = preview_paper (window, paper);
  BvPaperChoice *choice = bv_preview_window_get_choice (preview);
  const BvPrintoutRequest request = { bv_session_get_campaign (session), bv_session_get_date (session), paper,
                                      bv_paper_choice_get_scope (choice) };
  g_autofree char *path = fixture_make_file (window, "so-sanh.pdf", "");
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;

  bv_printout_write (bv_session_get_library (session), &request, path, &n_pages, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_pages, >, 0);
  g_assert_cmpuint (count_pages (preview), ==, n_pages);
}

/* What follows something sealed says that there is nothing yet. */
static void
compare_later_paper (BvWindow *window, BvPaperId paper)
{
  BvPreviewWindow *preview = open_preview (window);
  g_autoptr (BvPaperChoice) choice = bv_paper_choice_new (paper, "", NULL);
  g_autoptr (GListStore) special = g_list_store_new (BV_TYPE_PAPER_CHOICE);

  bv_preview_window_show (preview, choice, G_LIST_MODEL (special));
  settle (window, preview);
  g_assert_true (g_str_has_prefix (get_message (preview), "Nothing was sealed before"));
}

static void
test_every_paper (BvWindow *window)
{
  for (guint paper = 0; paper < BV_N_PAPERS; paper++)
    if ((bv_paper_get (paper)->use & BV_PAPER_FOLLOWS) != 0)
      compare_later_paper (window, paper);
    else
      compare_paper (window, paper);
}

static void
move (BvPreviewWindow *preview, const char *action, guint page)
{
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (bv_preview_window_get_reader (preview)), action, NULL));
  g_assert_cmpuint (get_page (preview), ==, page);
}

static void
test_pages (BvWindow *window)
{
  BvPreviewWindow *preview = preview_paper (window, BV_PAPER_RANKING);
  guint last = count_pages (preview) - 1;

  g_assert_cmpuint (last, >, 1);
  g_assert_cmpuint (get_page (preview), ==, 0);
  move (preview, "paper.next", 1);
  move (preview, "paper.forward", 2);
  move (preview, "paper.back", 1);
  move (preview, "paper.previous", 0);
  move (preview, "paper.back", 0);
  move (preview, "paper.last", last);
  move (preview, "paper.forward", last);
  move (preview, "paper.first", 0);
}

static void
test_zoom (BvWindow *window)
{
  static const struct
  {
    const char *action;
    BvZoom zoom;
    double scale;
  } steps[] = {
    { "paper.zoom-normal", BV_ZOOM_100, 1 }, { "paper.zoom-in", BV_ZOOM_125, 1.25 },
    { "paper.zoom-in", BV_ZOOM_150, 1.5 },   { "paper.zoom-out", BV_ZOOM_125, 1.25 },
    { "paper.zoom-normal", BV_ZOOM_100, 1 }, { "paper.zoom-out", BV_ZOOM_75, 0.75 },
    { "paper.zoom-out", BV_ZOOM_50, 0.5 },   { "paper.zoom-out", BV_ZOOM_50, 0.5 },
  };
  BvPagePane *pane
    = bv_paper_reader_get_pane (bv_preview_window_get_reader (preview_paper (window, BV_PAPER_RANKING)));

  g_assert_cmpint (bv_page_pane_get_zoom (pane), ==, BV_ZOOM_PAGE);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (pane), steps[i].action, NULL);
      g_assert_cmpint (bv_page_pane_get_zoom (pane), ==, steps[i].zoom);
      g_assert_cmpfloat_with_epsilon (bv_page_pane_get_scale (pane), steps[i].scale, 0.001);
    }
}

static char *
read_pdf (const char *path)
{
  const char *arguments[] = { "pdftotext", "-layout", path, "-", NULL };
  char *text = NULL;
  int status;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return text;
}

static char *
print_to_file (BvWindow *window, BvPreviewWindow *preview)
{
  g_autoptr (GtkPrintOperation) operation = bv_print_operation_new (get_sheets (preview));
  g_autofree char *path = fixture_make_file (window, "in.pdf", "");
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (
    gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (preview), &error), ==,
    GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  return read_pdf (path);
}

static char *
save_pdf (BvWindow *window, BvPreviewWindow *preview)
{
  g_autofree char *path = fixture_make_file (window, "lưu.pdf", "");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BvWork) work = bv_paper_save_job_start (bv_window_get_session (window),
                                                     bv_preview_window_get_choice (preview), 0, file);

  fixture_wait_for_work (work);
  g_assert_false (bv_work_has_failed (work));
  g_assert_true (bv_work_get_file (work) == file);
  g_assert_nonnull (strstr (bv_work_get_message (work), "lưu.pdf"));
  return read_pdf (path);
}

static void
test_paper_and_pdf (BvWindow *window)
{
  static const BvPaperId papers[] = { BV_PAPER_COLLECTIVES, BV_PAPER_RANKING, BV_PAPER_SCORES };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      BvPreviewWindow *preview = preview_paper (window, papers[i]);
      g_autofree char *printed = print_to_file (window, preview);
      g_autofree char *saved = save_pdf (window, preview);

      g_assert_nonnull (strstr (saved, "DỰ THẢO"));
      g_assert_cmpstr (printed, ==, saved);
    }
}

static void
test_word (BvWindow *window)
{
  BvPreviewWindow *preview = preview_paper (window, BV_PAPER_SUBMISSION);
  g_autofree char *path = fixture_make_file (window, "Tờ trình.docx", "");
  g_autofree char *content = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BvWork) work = bv_paper_save_job_start (bv_window_get_session (window),
                                                     bv_preview_window_get_choice (preview), 0, file);

  fixture_wait_for_work (work);
  g_assert_cmpstr (bv_work_get_message (work), ==, "Saved Tờ trình.docx");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "PK"));
}

static void
test_cancelled (BvWindow *window)
{
  BvPreviewWindow *preview = preview_paper (window, BV_PAPER_VERIFICATION);
  g_autofree char *path = fixture_make_file (window, "bỏ.pdf", "cũ");
  g_autofree char *content = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BvWork) work = bv_paper_save_job_start (bv_window_get_session (window),
                                                     bv_preview_window_get_choice (preview), 0, file);

  g_cancellable_cancel (bv_work_get_cancellable (work));
  fixture_wait_for_work (work);
  g_assert_null (bv_work_get_file (work));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "cũ");
}

/* In the temporary folder is the fixture's library alone. */
static void
test_no_preview_of_gtk (BvWindow *window)
{
  BvPreviewWindow *preview = preview_paper (window, BV_PAPER_RANKING);
  g_autoptr (GtkPrintOperation) operation = bv_print_operation_new (get_sheets (preview));

  g_free (print_to_file (window, preview));
  g_assert_cmpuint (scratch_folder_count (g_get_tmp_dir ()), ==, 1);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, GTK_WINDOW (preview), NULL);
  settle (window, preview);
  g_assert_cmpuint (scratch_folder_count (g_get_tmp_dir ()), ==, 1);
}

static void
test_changes (BvWindow *window)
{
  BvPreviewWindow *preview = preview_paper (window, BV_PAPER_RANKING);
  BvPreviewPages *before = get_sheets (preview);

  move (preview, "paper.next", 1);
  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  fixture_type (fixture_get_entry (window, 1, BV_SCORE_ENTRY_FINAL), "12,5");
  settle (window, preview);
  g_assert_true (get_sheets (preview) != before);
  g_assert_cmpuint (get_page (preview), ==, 1);
}

static void
test_nothing_to_print (BvWindow *window)
{
  BvPreviewWindow *preview = open_preview (window);
  g_autoptr (BvPaperChoice) choice
    = bv_paper_choice_new (BV_PAPER_MISSING, "", &(BvPaperScope){ .unit = "không có" });
  g_autoptr (GListStore) special = g_list_store_new (BV_TYPE_PAPER_CHOICE);

  g_list_store_append (special, choice);
  bv_preview_window_show (preview, choice, G_LIST_MODEL (special));
  settle (window, preview);
  g_assert_null (get_sheets (preview));
  g_assert_nonnull (strstr (get_message (preview), "không có"));
}

static void
test_setup_is_kept (BvWindow *window)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPrintSettings) kept = NULL;
  g_autoptr (GtkPageSetup) page_setup = NULL;
  g_autoptr (GtkPageSetup) kept_setup = NULL;
  g_autoptr (GError) error = NULL;

  bv_print_setup_load (&kept, &page_setup);
  g_assert_cmpstr (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (page_setup)), ==,
                   GTK_PAPER_NAME_A4);
  g_clear_object (&kept);
  gtk_print_settings_set_printer (settings, "Phòng Thi đua");
  gtk_print_settings_set_n_copies (settings, 7);
  bv_print_setup_save (settings, page_setup, &error);
  g_assert_no_error (error);
  bv_print_setup_load (&kept, &kept_setup);
  g_assert_cmpstr (gtk_print_settings_get_printer (kept), ==, "Phòng Thi đua");
  g_assert_cmpint (gtk_print_settings_get_n_copies (kept), ==, 1);
}

static void
test_bad_setup (BvWindow *window)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "bangvang", "print.ini", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) page_setup = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, "[Page Setup\nPPDName=\xff", -1, NULL));
  bv_print_setup_load (&settings, &page_setup);
  g_assert_nonnull (settings);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_width (page_setup, GTK_UNIT_MM), 210, 0.5);
  g_unlink (path);
}

static BvSubmissionDialog *
open_submission (BvWindow *window)
{
  BvSubmissionDialog *dialog
    = BV_SUBMISSION_DIALOG (bv_submission_dialog_new (GTK_WINDOW (window), bv_window_get_session (window)));

  gtk_window_present (GTK_WINDOW (dialog));
  fixture_settle (window);
  return dialog;
}

static gboolean
write_field (BvSubmissionDialog *dialog, const char *name, const char *text, GError **error)
{
  return bv_draft_set_text (bv_submission_dialog_get_draft (dialog), BV_DRAFT_WHOLE,
                            bv_entity_find_field (&bv_campaign_entity, name), text, error);
}

static void
test_submission (BvWindow *window)
{
  BvPreviewWindow *preview = preview_paper (window, BV_PAPER_SUBMISSION);
  BvSubmissionDialog *dialog = open_submission (window);
  g_autofree char *before = print_to_file (window, preview);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  g_assert_null (strstr (before, "thử một trích yếu"));
  g_assert_true (write_field (dialog, "submission.subject", "Về việc thử một trích yếu", NULL));
  g_assert_true (write_field (dialog, "submission.to", "Chủ tịch\nHội đồng", NULL));
  g_assert_true (bv_submission_dialog_save (dialog));
  settle (window, preview);
  after = print_to_file (window, preview);
  g_assert_nonnull (strstr (after, "thử một trích yếu"));
  g_assert_nonnull (strstr (after, "Hội đồng"));
  fixture_undo (window);
  settle (window, preview);
  undone = print_to_file (window, preview);
  g_assert_cmpstr (undone, ==, before);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_submission_unchanged (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  BvSubmissionDialog *dialog = open_submission (window);
  g_autofree char *before = bv_session_get_undo_label (session);
  g_autofree char *after = NULL;
  const BvCampaign *campaign = bv_draft_get_record (bv_submission_dialog_get_draft (dialog), BV_DRAFT_WHOLE);

  g_assert_cmpstr (campaign->submission_subject, ==, bv_submission_subject);
  g_assert_true (bv_submission_dialog_save (dialog));
  after = bv_session_get_undo_label (session);
  g_assert_cmpstr (after, ==, before);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_wrong_word (BvWindow *window)
{
  BvSubmissionDialog *dialog = open_submission (window);
  g_autoptr (GError) error = NULL;

  g_assert_false (write_field (dialog, "submission.text", "Kính đề nghị {ai đó}.", &error));
  g_assert_error (error, BV_CHECK_ERROR, BV_CHECK_ERROR_CONTENT);
  g_assert_true (g_str_has_prefix (error->message, "“{ai đó}”"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The question is still heard when the dialog that asked is gone. */
static void
test_discarded (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  BvSubmissionDialog *dialog = open_submission (window);
  g_autofree char *before = bv_session_get_undo_label (session);
  g_autofree char *after = NULL;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_assert_true (write_field (dialog, "submission.number", "7", NULL));
  gtk_window_close (GTK_WINDOW (dialog));
  gtk_dialog_response (fixture_find_window ("leave"), GTK_RESPONSE_CANCEL);
  g_assert_nonnull (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  gtk_dialog_response (fixture_find_window ("leave"), GTK_RESPONSE_REJECT);
  fixture_settle (window);
  g_assert_null (dialog);
  g_assert_null (fixture_find_window ("leave"));
  after = bv_session_get_undo_label (session);
  g_assert_cmpstr (after, ==, before);
}

static void
test_bases (BvWindow *window)
{
  BvSubmissionDialog *dialog = open_submission (window);
  BvDraft *draft = bv_submission_dialog_get_draft (dialog);
  const BvCampaign *campaign;

  g_assert_true (write_field (dialog, "legal_bases", "Kế hoạch số 1; 2\n  Quyết định  \n\n", NULL));
  campaign = bv_draft_get_record (draft, BV_DRAFT_WHOLE);
  g_assert_cmpuint (g_strv_length (campaign->legal_bases), ==, 2);
  g_assert_cmpstr (campaign->legal_bases[0], ==, "Kế hoạch số 1; 2");
  g_assert_true (write_field (dialog, "submission.date", "10/07/2025", NULL));
  bv_submission_dialog_take_bases (dialog);
  campaign = bv_draft_get_record (draft, BV_DRAFT_WHOLE);
  g_assert_cmpuint (g_strv_length (campaign->legal_bases), >, 2);
  g_assert_nonnull (strstr (campaign->legal_bases[1], "152/2025/NĐ-CP"));
  g_assert_nonnull (strstr (campaign->legal_bases[2], "01/2024/TT-BNV"));
  g_assert_true (g_strv_contains ((const char *const *) campaign->legal_bases, "Kế hoạch số 1; 2"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_remarks (BvWindow *window)
{
  BvSubmissionDialog *dialog = open_submission (window);
  GObject *bar = gtk_widget_get_template_child (GTK_WIDGET (dialog), BV_TYPE_SUBMISSION_DIALOG, "bases_bar");
  GtkLabel *label
    = GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (bar), BV_TYPE_BASES_BAR, "remarks_label"));

  g_assert_true (write_field (dialog, "submission.date", "29/11/2026", NULL));
  g_assert_nonnull (
    strstr (gtk_label_get_label (label), "Nghị định số 91/2017/NĐ-CP: not in force on 29/11/2026"));
  bv_submission_dialog_take_bases (dialog);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (label)));
  g_assert_null (strstr (gtk_label_get_label (label), "not in force"));
  g_assert_nonnull (strstr (gtk_label_get_label (label), "in force until 28/02/2027 only"));
  g_assert_true (write_field (dialog, "legal_bases", "Kế hoạch số 1", NULL));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (label)));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_closed_with_window (BvWindow *window)
{
  BvPreviewWindow *preview = open_preview (window);

  gtk_window_close (GTK_WINDOW (preview));
  g_assert_null (fixture_find_window ("preview"));
  g_assert_nonnull (open_preview (window));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_build_filename (g_getenv ("HOME"), "printing-XXXXXX", NULL);
  int result;

  g_assert_nonnull (g_mkdtemp (folder));
  g_setenv ("TMPDIR", folder, TRUE);
  fixture_init (&argc, &argv);
  fixture_add ("/printing/what-is-shown-is-what-is-printed-first", test_defaults);
  fixture_add ("/printing/every-paper-has-as-many-pages-in-the-preview-as-in-the-file", test_every_paper);
  fixture_add ("/printing/page-keys-move", test_pages);
  fixture_add ("/printing/zoom-steps-from-what-is-seen", test_zoom);
  fixture_add ("/printing/paper-and-pdf-say-the-same", test_paper_and_pdf);
  fixture_add ("/printing/a-paper-is-saved-for-word", test_word);
  fixture_add ("/printing/a-cancelled-pdf-leaves-the-old-one", test_cancelled);
  fixture_add ("/printing/nothing-is-left-in-the-temporary-folder", test_no_preview_of_gtk);
  fixture_add ("/printing/the-preview-follows-changes-on-its-page", test_changes);
  fixture_add ("/printing/what-cannot-be-printed-is-said", test_nothing_to_print);
  fixture_add_empty ("/printing/the-printer-is-kept-and-the-copies-are-not", test_setup_is_kept);
  fixture_add_empty ("/printing/a-damaged-setup-is-ignored", test_bad_setup);
  fixture_add ("/printing/a-closed-preview-opens-again", test_closed_with_window);
  fixture_add ("/printing/the-submission-is-edited-as-one-action-and-shown", test_submission);
  fixture_add ("/printing/an-unchanged-submission-is-no-action", test_submission_unchanged);
  fixture_add ("/printing/a-wrong-word-in-braces-is-refused-at-its-field", test_wrong_word);
  fixture_add ("/printing/what-was-edited-can-be-kept-or-discarded", test_discarded);
  fixture_add ("/printing/what-is-to-be-watched-of-the-legal-bases-is-said-beside-them", test_remarks);
  fixture_add ("/printing/legal-bases-of-the-date-keep-those-written-by-hand", test_bases);
  result = g_test_run ();
  g_rmdir (folder);
  return result;
}
