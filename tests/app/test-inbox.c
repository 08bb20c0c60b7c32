/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inbox/handout-dialog.h"
#include "app/intake/intake-page.h"
#include "app/intake/plan-table.h"
#include "app/mail/letter-choice.h"
#include "intake-fixture.h"
#include "store/inbox/receipts.h"
#include "store/journal.h"
#include "store/letters.h"

#include <string.h>

static BvHandoutDialog *
open_handout (BvWindow *window)
{
  g_autoptr (BvWork) work = bv_handout_dialog_start (GTK_WINDOW (window), bv_window_get_session (window));

  fixture_wait_for_work (work);
  fixture_settle (window);
  return fixture_find_window ("handout");
}

static guint
count_files (GFile *folder, const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, suffix);
  return n;
}

/* All but the first two are left out. */
static void
choose_two (BvHandoutDialog *dialog)
{
  GListModel *choices = bv_handout_dialog_get_choices (dialog);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (BvLetterChoice) choice = g_list_model_get_item (choices, i);

      bv_letter_choice_set_chosen (choice, i < 2);
    }
}

static void
hand_out (BvWindow *window, BvHandoutWay way, const char *suffix)
{
  BvHandoutDialog *dialog = open_handout (window);
  g_autoptr (GFile) folder = intake_get_outside (window, "");
  g_autoptr (BvWork) work = NULL;

  choose_two (dialog);
  bv_handout_dialog_set_way (dialog, way);
  work = bv_handout_dialog_write (dialog, folder);
  g_assert_nonnull (work);
  fixture_wait_for_work (work);
  fixture_settle (window);
  g_assert_false (bv_work_has_failed (work));
  g_assert_cmpuint (count_files (bv_work_get_file (work), suffix), ==, 2);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_handing_out (BvWindow *window)
{
  BvTablePage *page = fixture_show (window, "inbox");
  guint n_rows;

  g_assert_cmpuint (fixture_count_rows (page), ==, 0);
  hand_out (window, BV_HANDOUT_FILE, ".xlsx");
  n_rows = fixture_count_rows (page);
  g_assert_cmpuint (n_rows, >, 100);
  hand_out (window, BV_HANDOUT_MAIL, ".eml");
  g_assert_cmpuint (fixture_count_rows (page), ==, n_rows);
  fixture_undo (window);
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpuint (fixture_count_rows (page), ==, 0);
}

static void
test_taking_in (BvWindow *window)
{
  g_autofree char *before = intake_dump (window);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  BvTablePage *page = intake_look_at_form (window, &(IntakeForm){ .points = "27,25" });
  g_autoptr (GPtrArray) receipts = NULL;
  g_autoptr (GPtrArray) gone = NULL;

  g_assert_cmpuint (fixture_count_rows (page), ==, 2);
  intake_expect_cell (page, 1, BV_PLAN_AFTER, "27,25");
  after = intake_dump (window);
  g_assert_cmpstr (before, ==, after);
  intake_take_in (window);
  g_free (after);
  after = intake_dump (window);
  g_assert_cmpstr (before, !=, after);
  receipts = intake_list_receipts (window);
  g_assert_cmpuint (receipts->len, ==, 1);
  g_assert_cmpstr (((BvReceipt *) g_ptr_array_index (receipts, 0))->unit, ==, INTAKE_UNIT);
  g_assert_cmpint (((BvReceipt *) g_ptr_array_index (receipts, 0))->n_values, ==, 1);
  fixture_undo (window);
  undone = intake_dump (window);
  g_assert_cmpstr (before, ==, undone);
  gone = intake_list_receipts (window);
  g_assert_cmpuint (gone->len, ==, 0);
}

/* What waits is left in the inbox, and can be looked at again from the original. */
static void
test_what_waits_stays (BvWindow *window)
{
  BvTablePage *page = intake_look_at_form (window, &(IntakeForm){ .points = "27,25", .other = "5" });
  g_autoptr (GPtrArray) receipts = NULL;

  intake_expect_cell (page, 1, BV_PLAN_KIND, "Refused");
  g_assert_cmpuint (bv_page_count (bv_window_get_page (window, "inbox")), ==, 0);
  intake_take_in (window);
  g_assert_cmpuint (bv_page_count (bv_window_get_page (window, "inbox")), ==, 1);
  receipts = intake_list_receipts (window);
  bv_intake_page_read_receipt (bv_intake_page_find (GTK_WINDOW (window)), g_ptr_array_index (receipts, 0));
  fixture_wait (intake_shows_preview, window, "the preview");
  fixture_settle (window);
  page = BV_TABLE_PAGE (bv_window_get_visible_page (window));
  intake_expect_cell (page, 1, BV_PLAN_KIND, "Refused");
  intake_take_in (window);
  g_clear_pointer (&receipts, g_ptr_array_unref);
  receipts = intake_list_receipts (window);
  g_assert_cmpuint (receipts->len, ==, 1);
  fixture_show (window, "inbox");
  intake_activate (window, "settle-answer");
  fixture_settle (window);
  g_assert_cmpuint (bv_page_count (bv_window_get_page (window, "inbox")), ==, 0);
}

/* The worst file comes first, and what cannot be read holds nobody up. */
static void
test_several_files (BvWindow *window)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *broken = fixture_make_file (window, "hỏng.xlsx", "không phải bảng tính");
  g_autoptr (GPtrArray) receipts = NULL;
  BvTablePage *page;

  g_ptr_array_add (files, intake_write_form (window, "a.xlsx", &(IntakeForm){ .points = "27,25" }));
  g_ptr_array_add (files,
                   intake_write_form (window, "b.xlsx", &(IntakeForm){ .points = "27,25", .other = "5" }));
  g_ptr_array_add (files, g_file_new_for_path (broken));
  page = intake_look_at (window, files);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (page), "hỏng.xlsx"));
  g_assert_cmpuint (fixture_count_rows (page), ==, 0);
  intake_activate (window, "next-open");
  fixture_settle (window);
  intake_expect_cell (page, 1, BV_PLAN_KIND, "Refused");
  intake_take_in (window);
  receipts = intake_list_receipts (window);
  g_assert_cmpuint (receipts->len, ==, 2);
}

static void
test_forgetting (BvWindow *window)
{
  g_autofree char *before = intake_dump (window);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) receipts = NULL;

  intake_look_at_form (window, &(IntakeForm){ .points = "27,25" });
  intake_activate (window, "drop-intake");
  fixture_wait (intake_shows_inbox, window, "the inbox");
  after = intake_dump (window);
  g_assert_cmpstr (before, ==, after);
  receipts = intake_list_receipts (window);
  g_assert_cmpuint (receipts->len, ==, 0);
}

static gboolean
write_letters (BvLibrary *library, gpointer data, GError **error)
{
  const gint64 campaign = *(const gint64 *) data;
  g_autoptr (GPtrArray) handouts = bv_handouts_list (library, campaign, error);
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_letter_record_free);

  for (guint i = 0; i < handouts->len; i++)
    {
      const BvHandout *handout = g_ptr_array_index (handouts, i);
      const BvLetterRecord letter
        = { handout->unit,     handout->name, 1642500000, (char *) "", (char *) "Còn thiếu 3 mục", 3,
            (char *) "thu.eml" };

      g_ptr_array_add (letters, bv_letter_record_copy (&letter));
    }
  return bv_letters_record (library, campaign, letters, error);
}

/* Who was written to since is seen where it is seen who has not sent. */
static void
test_reminders_are_seen (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  gint64 campaign = bv_session_get_campaign (session);
  BvTablePage *page = fixture_show (window, "inbox");
  g_autoptr (GError) error = NULL;

  hand_out (window, BV_HANDOUT_FILE, ".xlsx");
  g_assert_null (fixture_find_said (GTK_WIDGET (page), "reminder, as a mail draft"));
  g_assert_true (
    bv_journal_act (bv_session_get_library (session), "Viết thư", write_letters, &campaign, NULL, &error));
  g_assert_no_error (error);
  fixture_settle (window);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (page), "Còn thiếu 3 mục"));
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (page), "18/01/2022 17:00 · reminder, as a mail draft"));
}

static gboolean
do_nothing_much (BvLibrary *library, gpointer data, GError **error)
{
  return bv_receipts_note (library, *(const gint64 *) data,
                           &(BvReceipt){ .name = (char *) "",
                                         .file = (char *) "khac.xlsx",
                                         .sha256 = (char *) "00",
                                         .container = (char *) "",
                                         .sender = (char *) "",
                                         .remark = (char *) "" },
                           error);
}

/* What is written is what was looked at: never over what was changed since. */
static void
test_a_change_between (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  gint64 campaign = bv_session_get_campaign (session);
  g_autoptr (GPtrArray) receipts = NULL;
  g_autoptr (GError) error = NULL;

  intake_look_at_form (window, &(IntakeForm){ .points = "27,25" });
  g_assert_true (
    bv_journal_act (bv_session_get_library (session), "Việc khác", do_nothing_much, &campaign, NULL, &error));
  g_assert_no_error (error);
  intake_activate (window, "take-in-all");
  fixture_settle (window);
  receipts = intake_list_receipts (window);
  g_assert_cmpuint (receipts->len, ==, 1);
  g_assert_nonnull (bv_window_get_error (window));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  fixture_add ("/inbox/forms-are-handed-out-as-files-and-mails-and-taken-back", test_handing_out);
  fixture_add ("/inbox/what-is-looked-at-is-taken-in-as-one-action-and-undone", test_taking_in);
  fixture_add ("/inbox/what-waits-stays-and-is-seen-again", test_what_waits_stays);
  fixture_add ("/inbox/the-worst-of-several-files-comes-first", test_several_files);
  fixture_add ("/inbox/reminders-are-seen-beside-what-was-handed-out", test_reminders_are_seen);
  fixture_add ("/inbox/a-preview-that-is-dropped-writes-nothing", test_forgetting);
  fixture_add ("/inbox/a-change-between-is-read-before-anything-is-written", test_a_change_between);
  return g_test_run ();
}
