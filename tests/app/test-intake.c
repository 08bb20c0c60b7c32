/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/intake/intake-page-private.h"
#include "app/intake/refused-job.h"
#include "exchange/recognise/refused-book.h"
#include "hand.h"
#include "intake-fixture.h"
#include "store/campaigns.h"
#include "store/inbox/receipts.h"
#include "store/learned.h"

#include <string.h>

/* Two rows ask the same, a third something else, a fourth is refused. */
static const char *const titles[] = { "STT", "Họ và tên", "Đơn vị công tác", "Chức vụ", NULL };
static const char *const first[] = { "1", "Đỗ Hữu Tâm", "Sở Y té", "Chuyên viên", NULL };
static const char *const second[] = { "2", "Đinh Thị Thu", "sở y té", "Chuyên viên", NULL };
static const char *const third[] = { "3", "Mai Thị Lụa", "Tan Chau", "Văn thư", NULL };
static const char *const nobody[] = { "4", "", "Sở Y tế", "Văn thư", NULL };
static const char *const *const list[] = { titles, first, second, third, NULL };
static const char *const *const faulty_list[] = { titles, first, nobody, NULL };

static BvIntakePage *
look_at_list (BvWindow *window, const char *const *const *rows)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, intake_write_list (window, "danh sach.xlsx", rows));
  return BV_INTAKE_PAGE (intake_look_at (window, files));
}

static guint
count_persons (BvWindow *window, const char *unit)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvCampaign) campaign = bv_campaigns_read (
    bv_session_get_library (session), bv_session_get_campaign (session), BV_CAMPAIGN_WHOLE, NULL);
  guint n = 0;

  for (guint i = 0; i < campaign->nominees->len; i++)
    {
      const BvNominee *nominee = g_ptr_array_index (campaign->nominees, i);

      n += nominee->person != NULL && g_str_equal (nominee->unit, unit)
           && (g_str_equal (nominee->person->name, "Đỗ Hữu Tâm")
               || g_str_equal (nominee->person->name, "Đinh Thị Thu"));
    }
  return n;
}

static guint
count_learned (BvWindow *window)
{
  g_autoptr (GPtrArray) learned
    = bv_learned_list (bv_session_get_library (bv_window_get_session (window)), NULL);

  return learned->len;
}

static gint64
read_points (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvCampaign) campaign = bv_campaigns_read (
    bv_session_get_library (session), bv_session_get_campaign (session), BV_CAMPAIGN_WHOLE, NULL);

  return bv_nominee_find_assessment (bv_record_find (campaign->nominees, "thi-xa-tan-chau"), "2")->self;
}

/* By keys alone: to the question, its answer, the next question. */
static void
test_answers (BvWindow *window)
{
  g_autofree char *before = intake_dump (window);
  g_autofree char *undone = NULL;
  BvIntakePage *page = look_at_list (window, list);
  BvTablePage *table = BV_TABLE_PAGE (page);
  guint n_read = bv_read_files_count (page->intake->batch->read);

  intake_expect_cell (table, 0, BV_PLAN_KIND, "For you to look at: 2");
  intake_expect_cell (table, 1, BV_PLAN_SUBJECT, "“Sở Y té”");
  intake_expect_cell (table, 1, BV_PLAN_AFTER, "2 places");
  intake_press (window, GDK_KEY_Return, 0);
  g_assert_cmpstr (intake_read_focused_answer (window), ==, "SYT");
  intake_press (window, GDK_KEY_Return, 0);
  g_assert_cmpuint (page->intake->answers->len, ==, 1);
  g_assert_cmpuint (bv_read_files_count (page->intake->batch->read), ==, n_read);
  intake_expect_cell (table, 1, BV_PLAN_SUBJECT, "“Tan Chau”");
  g_assert_cmpstr (intake_read_focused_answer (window), ==, "887");
  intake_press (window, GDK_KEY_Return, 0);
  g_assert_cmpuint (bv_intake_questions_list (page->intake->plan->questions)->len, ==, 0);
  intake_take_in (window);
  g_assert_cmpuint (count_persons (window, "SYT"), ==, 2);
  g_assert_cmpuint (count_learned (window), ==, 2);
  fixture_undo (window);
  g_assert_cmpuint (count_learned (window), ==, 0);
  undone = intake_dump (window);
  g_assert_cmpstr (before, ==, undone);
}

static void
read_another (BvWindow *window, BvIntakePage *page, const char *name, const char *const *const *rows)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, intake_write_list (window, name, rows));
  g_assert_true (bv_intake_page_read_files (page, files));
  intake_wait_for_plan (window);
}

/* What was answered and what waits stays when more comes; only what is new, or other than it was, is read. */
static void
test_more_files (BvWindow *window)
{
  BvIntakePage *page = look_at_list (window, list);
  guint n_read = bv_read_files_count (page->intake->batch->read);

  intake_press (window, GDK_KEY_Return, 0);
  intake_press (window, GDK_KEY_Return, 0);
  g_assert_cmpuint (page->intake->answers->len, ==, 1);
  read_another (window, page, "danh sach 2.xlsx", faulty_list);
  g_assert_cmpuint (page->intake->answers->len, ==, 1);
  g_assert_cmpuint (page->intake->files->len, ==, 2);
  g_assert_cmpuint (bv_read_files_count (page->intake->batch->read), ==, n_read + 1);
  g_assert_cmpuint (bv_intake_questions_list (page->intake->plan->questions)->len, ==, 1);
  read_another (window, page, "danh sach.xlsx", faulty_list);
  g_assert_cmpuint (page->intake->files->len, ==, 2);
  g_assert_cmpuint (bv_read_files_count (page->intake->batch->read), ==, n_read + 2);
  g_assert_cmpuint (bv_intake_questions_list (page->intake->plan->questions)->len, ==, 0);
  g_assert_cmpuint (bv_refused_book_count (page->intake->plan), ==, 2);
}

/* What a plan shows is there as long as the plan, also when its file was read otherwise meanwhile. */
static void
test_former_files (BvWindow *window)
{
  BvIntakePage *page = look_at_list (window, faulty_list);
  g_autoptr (GFile) changed = intake_write_list (window, "danh sach.xlsx", list);
  g_autoptr (GFile) file = intake_get_outside (window, "tu choi.xlsx");
  g_autoptr (BvWork) work = NULL;

  g_assert_true (g_file_query_exists (changed, NULL));
  bv_read_files_forget_changed (page->intake->batch->read);
  bv_file_list_choose (page->files, 0);
  intake_press (window, GDK_KEY_Return, 0);
  work = bv_refused_job_start (bv_window_get_session (window), page->intake, file);
  fixture_wait_for_work (work);
  g_assert_false (bv_work_has_failed (work));
  g_assert_nonnull (strstr (bv_work_get_message (work), "1 row"));
}

/* A unit that is not offered is searched, and an answer is taken back before anything is written. */
static void
test_another_unit (BvWindow *window)
{
  BvIntakePage *page = look_at_list (window, list);

  intake_press (window, GDK_KEY_Return, 0);
  hand_press (GDK_KEY_Down, 0);
  g_assert_null (intake_read_focused_answer (window));
  hand_press (GDK_KEY_Return, 0);
  hand_type ("so noi vu");
  hand_press (GDK_KEY_Down, 0);
  g_assert_cmpstr (intake_read_focused_answer (window), ==, "SNV");
  intake_press (window, GDK_KEY_Return, 0);
  g_assert_cmpstr (((BvGivenAnswer *) g_ptr_array_index (page->intake->answers, 0))->answer, ==, "SNV");
  intake_expect_cell (BV_TABLE_PAGE (page), 1, BV_PLAN_SUBJECT, "“Tan Chau”");
  intake_activate (window, "take-back-answer");
  intake_wait_for_plan (window);
  g_assert_cmpuint (page->intake->answers->len, ==, 0);
  intake_expect_cell (BV_TABLE_PAGE (page), 1, BV_PLAN_SUBJECT, "“Sở Y té”");
  g_assert_cmpstr (intake_read_focused_answer (window), ==, "SYT");
  hand_press (GDK_KEY_Escape, 0);
  g_assert_true (bv_page_has_focus (BV_PAGE (page), BV_PAGE_MAIN));
}

static void
test_leaving_out (BvWindow *window)
{
  g_autofree char *before = intake_dump (window);
  g_autofree char *after = NULL;
  BvIntakePage *page = look_at_list (window, list);

  for (guint i = 0; i < 2; i++)
    {
      intake_activate (window, "next-open");
      fixture_settle (window);
      hand_press (GDK_KEY_End, 0);
      g_assert_cmpstr (intake_read_focused_answer (window), ==, BV_ANSWER_LEAVE_OUT);
      intake_press (window, GDK_KEY_Return, 0);
    }
  g_assert_cmpuint (bv_intake_questions_list (page->intake->plan->questions)->len, ==, 0);
  intake_take_in (window);
  after = intake_dump (window);
  g_assert_cmpstr (before, ==, after);
}

static BvIntakePage *
look_at_conflict (BvWindow *window)
{
  return BV_INTAKE_PAGE (intake_look_at_form (window, &(IntakeForm){ .points = "27,25", .was = "1.00" }));
}

/* Old, ours and theirs are seen; what is chosen is done, and what is not waits in the inbox. */
static void
test_conflicts (BvWindow *window)
{
  gint64 ours = read_points (window);
  BvIntakePage *page = look_at_conflict (window);
  g_autoptr (GPtrArray) receipts = NULL;

  intake_expect_cell (BV_TABLE_PAGE (page), 1, BV_PLAN_KIND, "Conflict");
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (page), "1,00"));
  intake_take_in (window);
  g_assert_cmpint (read_points (window), ==, ours);
  receipts = intake_list_receipts (window);
  g_assert_cmpint (((BvReceipt *) g_ptr_array_index (receipts, 0))->n_conflicts, ==, 1);
  page = look_at_conflict (window);
  intake_press (window, GDK_KEY_Return, 0);
  g_assert_cmpstr (intake_read_focused_answer (window), ==, BV_ANSWER_OURS);
  hand_press (GDK_KEY_Down, 0);
  intake_press (window, GDK_KEY_Return, 0);
  intake_expect_cell (BV_TABLE_PAGE (page), 1, BV_PLAN_KIND, "Changed");
  intake_take_in (window);
  g_assert_cmpint (read_points (window), ==, 2725);
  g_clear_pointer (&receipts, g_ptr_array_unref);
  receipts = intake_list_receipts (window);
  g_assert_cmpint (((BvReceipt *) g_ptr_array_index (receipts, 0))->n_conflicts, ==, 0);
}

static void
test_all_conflicts_of_a_file (BvWindow *window)
{
  gint64 ours = read_points (window);
  BvIntakePage *page = look_at_conflict (window);

  intake_press (window, GDK_KEY_Return, 0);
  hand_click ("Take theirs in all of the file");
  intake_wait_for_plan (window);
  intake_expect_cell (BV_TABLE_PAGE (page), 1, BV_PLAN_KIND, "Changed");
  intake_activate (window, "take-back-answer");
  intake_wait_for_plan (window);
  hand_click ("Keep ours in all of the file");
  intake_wait_for_plan (window);
  g_assert_cmpuint (bv_planned_file_count (bv_intake_page_get_file (page), BV_PLANNED_CONFLICT), ==, 0);
  intake_take_in (window);
  g_assert_cmpint (read_points (window), ==, ours);
}

/* Of a file in which something is refused nothing is written, and all of it waits. */
static void
test_whole_files (BvWindow *window)
{
  gint64 ours = read_points (window);
  BvIntakePage *page
    = BV_INTAKE_PAGE (intake_look_at_form (window, &(IntakeForm){ .points = "27,25", .other = "5" }));
  g_autoptr (GPtrArray) receipts = NULL;

  hand_click_widget (GTK_WIDGET (page->whole_check));
  intake_wait_for_plan (window);
  g_assert_true (bv_intake_page_get_file (page)->is_held);
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (page->files), "all of it waits"));
  intake_take_in (window);
  g_assert_cmpint (read_points (window), ==, ours);
  receipts = intake_list_receipts (window);
  g_assert_cmpint (((BvReceipt *) g_ptr_array_index (receipts, 0))->n_values, ==, 0);
  g_assert_cmpuint (bv_page_count (bv_window_get_page (window, "inbox")), ==, 1);
}

/* The rows that are refused, mended, are a list that is taken in. */
static void
test_saving_refused_rows (BvWindow *window)
{
  BvIntakePage *page = look_at_list (window, faulty_list);
  g_autoptr (GFile) file = intake_get_outside (window, "tu choi.xlsx");
  g_autoptr (BvWork) work = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_true (gtk_widget_get_visible (page->refused_button));
  work = bv_refused_job_start (bv_window_get_session (window), page->intake, file);
  fixture_wait_for_work (work);
  g_assert_false (bv_work_has_failed (work));
  g_assert_nonnull (strstr (bv_work_get_message (work), "1 row"));
  g_ptr_array_add (files, g_object_ref (file));
  intake_look_at (window, files);
  intake_wait_for_plan (window);
  g_assert_cmpuint (page->intake->files->len, ==, 2);
  for (guint i = 0; i < 2 && strstr (bv_intake_page_get_file (page)->name, "tu choi") == NULL; i++)
    bv_file_list_choose (page->files, i);
  g_assert_nonnull (strstr (bv_intake_page_get_file (page)->name, "tu choi"));
  intake_expect_cell (BV_TABLE_PAGE (page), 1, BV_PLAN_KIND, "Refused");
}

static gboolean
has_failed (gpointer window)
{
  return bv_window_get_error (window) != NULL && bv_session_is_writable (bv_window_get_session (window));
}

/* A file was changed after it was read: nothing is written, and nothing of the preview is lost. */
static void
test_a_failure (BvWindow *window)
{
  BvIntakePage *page = look_at_list (window, list);
  g_autoptr (GFile) file = intake_get_outside (window, "danh sach.xlsx");
  g_autofree char *before = intake_dump (window);
  g_autofree char *after = NULL;
  g_autofree char *content = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  intake_press (window, GDK_KEY_Return, 0);
  intake_press (window, GDK_KEY_Return, 0);
  g_assert_true (g_file_load_contents (file, NULL, &content, &length, NULL, &error));
  g_assert_true (g_file_replace_contents (file, "khác", strlen ("khác"), NULL, FALSE, 0, NULL, NULL, &error));
  intake_activate (window, "take-in-all");
  fixture_wait (has_failed, window, "the failure");
  intake_wait_for_plan (window);
  g_assert_true (intake_shows_preview (window));
  g_assert_cmpuint (page->intake->answers->len, ==, 1);
  after = intake_dump (window);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (g_file_replace_contents (file, content, length, NULL, FALSE, 0, NULL, NULL, &error));
  intake_take_in (window);
  g_assert_null (page->intake);
  g_assert_cmpuint (count_persons (window, "SYT"), ==, 2);
}

/* Given up while it is written. */
static void
test_giving_up (BvWindow *window)
{
  BvIntakePage *page = look_at_list (window, list);
  g_autofree char *before = intake_dump (window);
  g_autofree char *after = NULL;

  intake_press (window, GDK_KEY_Return, 0);
  intake_press (window, GDK_KEY_Return, 0);
  intake_activate (window, "take-in-all");
  g_cancellable_cancel (bv_work_get_cancellable (page->work));
  intake_wait_for_plan (window);
  g_assert_true (intake_shows_preview (window));
  g_assert_nonnull (page->intake);
  after = intake_dump (window);
  g_assert_cmpstr (before, ==, after);
  intake_take_in (window);
  g_assert_cmpuint (count_persons (window, "SYT"), ==, 2);
}

/* The name of a file may say whose it is: its original in the vault has that name, too. */
static void
test_originals_keep_their_names (BvWindow *window)
{
  static const char *const heads[] = { "STT", "Họ và tên", "Chức vụ", NULL };
  static const char *const somebody[] = { "1", "Đỗ Hữu Tâm", "Chuyên viên", NULL };
  static const char *const unnamed[] = { "2", "", "Văn thư", NULL };
  static const char *const *const rows[] = { heads, somebody, unnamed, NULL };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) receipts = NULL;
  BvIntakePage *page;

  g_ptr_array_add (files, intake_write_list (window, "Sở Y tế.xlsx", rows));
  page = BV_INTAKE_PAGE (intake_look_at (window, files));
  g_assert_cmpuint (bv_intake_questions_list (page->intake->plan->questions)->len, ==, 0);
  intake_take_in (window);
  g_assert_cmpuint (count_persons (window, "SYT"), ==, 1);
  receipts = intake_list_receipts (window);
  bv_intake_page_read_receipt (page, g_ptr_array_index (receipts, 0));
  fixture_wait (intake_shows_preview, window, "the preview");
  intake_wait_for_plan (window);
  g_assert_cmpuint (bv_intake_questions_list (page->intake->plan->questions)->len, ==, 0);
  g_assert_cmpstr (bv_intake_page_get_file (page)->unit, ==, "SYT");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  fixture_add ("/intake/a-question-is-answered-by-keys-for-all-places-and-learned-with-the-action",
               test_answers);
  fixture_add ("/intake/more-files-come-beside-those-that-are-shown", test_more_files);
  fixture_add ("/intake/what-is-shown-stays-when-its-file-is-read-otherwise", test_former_files);
  fixture_add ("/intake/another-unit-is-searched-and-the-answer-taken-back", test_another_unit);
  fixture_add ("/intake/what-is-asked-about-is-left-out", test_leaving_out);
  fixture_add ("/intake/a-conflict-waits-until-one-value-is-chosen", test_conflicts);
  fixture_add ("/intake/all-conflicts-of-a-file-are-decided-at-once", test_all_conflicts_of_a_file);
  fixture_add ("/intake/of-a-file-in-which-something-waits-nothing-is-written", test_whole_files);
  fixture_add ("/intake/originals-keep-their-names", test_originals_keep_their_names);
  fixture_add ("/intake/refused-rows-are-saved-as-a-workbook", test_saving_refused_rows);
  fixture_add ("/intake/a-writing-that-fails-leaves-the-preview", test_a_failure);
  fixture_add ("/intake/a-writing-that-is-given-up-leaves-the-preview", test_giving_up);
  return g_test_run ();
}
