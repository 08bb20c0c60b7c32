/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/inbox/handout-dialog.h"
#include "app/inbox/intake-page.h"
#include "app/inbox/plan-table.h"
#include "app/mail/letter-choice.h"
#include "exchange/interchange/interchange.h"
#include "exchange/sheet/sheet-cells.h"
#include "exchange/workbook/workbook-file.h"
#include "store/campaigns.h"
#include "store/inbox/receipts.h"
#include "store/journal.h"
#include "store/letters.h"
#include "store/whole-file.h"

#include <string.h>

#define UNIT "887"
#define NOMINEE "thi-xa-tan-chau"
#define GROUP "cap-huyen"
#define CRITERION "2"

/* What a unit filled into its form. */
typedef struct
{
  const char *campaign;
  const char *was; /* the points that stood in it when it went out */
  const char *points;
  const char *other; /* of a criterion that the campaign has not; NULL: none */
} Answer;

static void
write_row (BvSheet *sheet, guint row, const char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    bv_sheet_text (sheet, row, i, texts[i], BV_FORMAT_HELPER_TEXT);
  bv_sheet_end_row (sheet, row);
}

static void
fill (BvBook *book, gpointer data)
{
  const Answer *answer = data;
  const char *const head[] = { "Mã", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", NULL };
  const char *const answers[] = { CRITERION, "Nhiệm vụ được giao", "30", answer->points, NULL };
  const char *const others[] = { "97", "Không có", "10", answer->other, NULL };
  const char *const identity[][3] = {
    { "format", "bangvang-form", NULL },
    { "version", "1", NULL },
    { "campaign", answer->campaign, NULL },
    { "unit", UNIT, NULL },
    { "was/" NOMINEE "/" CRITERION "/self", answer->was, NULL },
    { "sheet/Tự chấm", "self/" GROUP, NULL },
  };
  BvSheet sheet;

  bv_sheet_init (&sheet, book, "Tự chấm");
  write_row (&sheet, 0, head);
  write_row (&sheet, 1, answers);
  if (answer->other != NULL)
    write_row (&sheet, 2, others);
  bv_sheet_clear (&sheet);
  bv_sheet_init (&sheet, book, "_bangvang");
  for (guint i = 0; i < G_N_ELEMENTS (identity); i++)
    write_row (&sheet, i, identity[i]);
  bv_sheet_clear (&sheet);
}

static GFile *
get_outside (BvWindow *window, const char *name)
{
  g_autofree char *path
    = g_build_filename (bv_session_get_folder (bv_window_get_session (window)), "..", name, NULL);

  return g_file_new_for_path (path);
}

/* What the unit gave itself so far, as files have it. */
static char *
read_points (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvCampaign) campaign = bv_campaigns_read (
    bv_session_get_library (session), bv_session_get_campaign (session), BV_CAMPAIGN_WHOLE, NULL);
  const BvNominee *nominee = bv_record_find (campaign->nominees, NOMINEE);
  gint64 points = bv_nominee_find_assessment (nominee, CRITERION)->self;

  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", points / 100, (int) (points % 100));
}

static GFile *
write_answer (BvWindow *window, const char *name, const char *points, const char *other)
{
  BvSession *session = bv_window_get_session (window);
  g_autofree char *was = read_points (window);
  Answer answer = { bv_session_get_head (session)->key, was, points, other };
  const BvWorkbookContent content = { NULL, 4, fill, &answer };
  GFile *file = get_outside (window, name);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = bv_library_make_temporary_folder (bv_session_get_library (session), &error);
  g_autofree char *written
    = bv_workbook_file_write (&content, g_file_peek_path (file), folder, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (bv_whole_file_finish (written, g_file_peek_path (file), &error));
  bv_library_remove_temporary_folder (folder);
  return file;
}

static char *
dump (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvCampaign) campaign = bv_campaigns_read (
    bv_session_get_library (session), bv_session_get_campaign (session), BV_CAMPAIGN_WHOLE, NULL);
  g_autofree char *text = NULL;
  gsize length;

  text = bv_interchange_write (campaign, &length);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, length);
}

static gboolean
shows (BvWindow *window, const char *key)
{
  return g_str_equal (bv_page_get_info (bv_window_get_visible_page (window))->key, key)
         && fixture_is_settled (window);
}

static gboolean
shows_intake (gpointer window)
{
  return shows (window, "intake");
}

static gboolean
shows_inbox (gpointer window)
{
  return shows (window, "inbox");
}

static BvTablePage *
look_at (BvWindow *window, GPtrArray *files)
{
  bv_intake_page_read_files (bv_intake_page_find (GTK_WINDOW (window)), files);
  fixture_wait (shows_intake, window, "the preview");
  fixture_settle (window);
  return BV_TABLE_PAGE (bv_window_get_visible_page (window));
}

/* One file with one answer, perhaps one that is refused, in the preview. */
static BvTablePage *
look_at_answer (BvWindow *window, const char *points, const char *other)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, write_answer (window, "TX Tân Châu.xlsx", points, other));
  return look_at (window, files);
}

static void
activate (BvWindow *window, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

/* The writer is lent until all is written. */
static gboolean
is_written (gpointer window)
{
  return bv_session_is_writable (bv_window_get_session (window)) && shows (window, "inbox");
}

static void
take_in (BvWindow *window)
{
  activate (window, "take-in-all");
  fixture_wait (is_written, window, "the inbox");
  fixture_settle (window);
}

static GPtrArray *
list_receipts (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);

  return bv_receipts_list (bv_session_get_library (session), bv_session_get_campaign (session), NULL);
}

static void
expect_cell (BvTablePage *page, guint row, guint column, const char *expected)
{
  g_autofree char *text = fixture_read_cell (page, row, column);

  g_assert_cmpstr (text, ==, expected);
}

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
  g_autoptr (GFile) folder = get_outside (window, "");
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
  g_autofree char *before = dump (window);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  BvTablePage *page = look_at_answer (window, "27,25", NULL);
  g_autoptr (GPtrArray) receipts = NULL;
  g_autoptr (GPtrArray) gone = NULL;

  g_assert_cmpuint (fixture_count_rows (page), ==, 2);
  expect_cell (page, 1, BV_PLAN_AFTER, "27,25");
  after = dump (window);
  g_assert_cmpstr (before, ==, after);
  take_in (window);
  g_free (after);
  after = dump (window);
  g_assert_cmpstr (before, !=, after);
  receipts = list_receipts (window);
  g_assert_cmpuint (receipts->len, ==, 1);
  g_assert_cmpstr (((BvReceipt *) g_ptr_array_index (receipts, 0))->unit, ==, UNIT);
  g_assert_cmpint (((BvReceipt *) g_ptr_array_index (receipts, 0))->n_values, ==, 1);
  fixture_undo (window);
  undone = dump (window);
  g_assert_cmpstr (before, ==, undone);
  gone = list_receipts (window);
  g_assert_cmpuint (gone->len, ==, 0);
}

/* What waits is left in the inbox, and can be looked at again from the original. */
static void
test_what_waits_stays (BvWindow *window)
{
  BvTablePage *page = look_at_answer (window, "27,25", "5");
  g_autoptr (GPtrArray) receipts = NULL;

  expect_cell (page, 1, BV_PLAN_KIND, "Refused");
  g_assert_cmpuint (bv_page_count (bv_window_get_page (window, "inbox")), ==, 0);
  take_in (window);
  g_assert_cmpuint (bv_page_count (bv_window_get_page (window, "inbox")), ==, 1);
  receipts = list_receipts (window);
  bv_intake_page_read_receipt (bv_intake_page_find (GTK_WINDOW (window)), g_ptr_array_index (receipts, 0));
  fixture_wait (shows_intake, window, "the preview");
  fixture_settle (window);
  page = BV_TABLE_PAGE (bv_window_get_visible_page (window));
  expect_cell (page, 1, BV_PLAN_KIND, "Refused");
  take_in (window);
  g_clear_pointer (&receipts, g_ptr_array_unref);
  receipts = list_receipts (window);
  g_assert_cmpuint (receipts->len, ==, 1);
  fixture_show (window, "inbox");
  activate (window, "settle-answer");
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

  g_ptr_array_add (files, write_answer (window, "a.xlsx", "27,25", NULL));
  g_ptr_array_add (files, write_answer (window, "b.xlsx", "27,25", "5"));
  g_ptr_array_add (files, g_file_new_for_path (broken));
  page = look_at (window, files);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (page), "hỏng.xlsx"));
  g_assert_cmpuint (fixture_count_rows (page), ==, 0);
  activate (window, "next-open");
  fixture_settle (window);
  expect_cell (page, 1, BV_PLAN_KIND, "Refused");
  take_in (window);
  receipts = list_receipts (window);
  g_assert_cmpuint (receipts->len, ==, 2);
}

static void
test_forgetting (BvWindow *window)
{
  g_autofree char *before = dump (window);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) receipts = NULL;

  look_at_answer (window, "27,25", NULL);
  activate (window, "drop-intake");
  fixture_wait (shows_inbox, window, "the inbox");
  after = dump (window);
  g_assert_cmpstr (before, ==, after);
  receipts = list_receipts (window);
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

  look_at_answer (window, "27,25", NULL);
  g_assert_true (
    bv_journal_act (bv_session_get_library (session), "Việc khác", do_nothing_much, &campaign, NULL, &error));
  g_assert_no_error (error);
  activate (window, "take-in-all");
  fixture_settle (window);
  receipts = list_receipts (window);
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
