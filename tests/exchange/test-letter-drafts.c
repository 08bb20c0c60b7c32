/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/contest-fixture.h"
#include "core/text/date.h"
#include "exchange/mail/letter-drafts.h"
#include "exchange/mail/mail-error.h"
#include "exchange/mail/mail.h"
#include "print/paper.h"
#include "scratch-folder.h"
#include "store/campaigns.h"
#include "store/journal.h"
#include "store/letters.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define DATE 20220520
#define OLDER "what was there before"

typedef struct
{
  char *root;
  char *library_folder;
  char *folder; /* of the letters; not made yet */
  BvLibrary *library;
  gint64 campaign;
  BvLetterDraftsRequest request;
} Fixture;

static BvUnit *
add_unit (BvCampaign *campaign, const char *code, const char *parent, const char *name)
{
  BvUnit *unit = fixture_add_unit (campaign, code, parent);

  fixture_set_text (&unit->name, name);
  return unit;
}

static void
add_person (BvCampaign *campaign, const char *line, const char *name, gint64 gender, const char *position)
{
  BvNominee *nominee = fixture_add_nominee (campaign, line);

  nominee->person = bv_record_new (&bv_person_entity);
  nominee->person->gender = gender;
  fixture_set_text (&nominee->person->name, name);
  fixture_set_text (&nominee->person->position, position);
}

/* Two units of one name, one that is written with a slash, and one that owes nothing. */
static BvCampaign *
make_campaign (void)
{
  BvCampaign *campaign = fixture_campaign_new (NULL);
  BvUnit *office = add_unit (campaign, "SYT", NULL, "Sở Y tế");

  fixture_set_text (&office->email, "Văn thư <vanthu@syt.example>");
  fixture_set_text (&campaign->short_name, "PAPI 2021");
  fixture_set_text (&campaign->title, "Phong trào thi đua");
  fixture_set_text (&campaign->issuer_organ, "SỞ NỘI VỤ");
  add_unit (campaign, "X1", NULL, "UBND xã Vĩnh Phú");
  add_unit (campaign, "X2", NULL, "UBND xã VĨNH PHÚ");
  add_unit (campaign, "N1", NULL, "Đội 1/2 Châu Đốc");
  add_unit (campaign, "STP", NULL, "Sở Tư pháp");
  fixture_add_group (campaign, "so kind=collective | 1 kind=points max=50.00 title=A evidence=1 | "
                               "2 kind=points max=50.00 title=B evidence=1");
  fixture_add_group (campaign, "ca-nhan kind=individual | 1 kind=points max=50.00 title=C");
  fixture_add_quota (campaign, "q kind=collective groups=so count=1");
  fixture_add_nominee (campaign, "a group=so unit=SYT");
  fixture_add_nominee (campaign, "b group=so unit=X1");
  fixture_add_nominee (campaign, "c group=so unit=X2");
  fixture_add_nominee (campaign, "d group=so unit=N1");
  add_person (campaign, "e group=ca-nhan unit=SYT", "Nguyễn Thị Ánh", BV_GENDER_FEMALE, "Phó Giám đốc");
  add_person (campaign, "f group=ca-nhan unit=SYT", "Chau Sóc", BV_GENDER_MALE, "");
  add_person (campaign, "g group=ca-nhan unit=SYT", "Lê An", BV_NONE, "");
  return campaign;
}

static void
load (Fixture *fixture, const BvCampaign *campaign)
{
  g_autoptr (GError) error = NULL;

  fixture->campaign = bv_campaigns_load (fixture->library, campaign, FALSE, &error);
  fixture->request.campaign = fixture->campaign;
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) campaign = make_campaign ();
  g_autoptr (GError) error = NULL;

  fixture->root = g_dir_make_tmp ("mailing-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->library_folder = g_build_filename (fixture->root, "library", NULL);
  fixture->folder = g_build_filename (fixture->root, "Thư", NULL);
  fixture->library = bv_library_open (fixture->library_folder, BV_LIBRARY_CREATE, &error);
  g_assert_no_error (error);
  fixture->request = (BvLetterDraftsRequest){ .date = DATE, .folder = fixture->folder, .until = BV_NONE };
  load (fixture, campaign);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bv_library_close (fixture->library);
  scratch_folder_remove (fixture->root);
  g_free (fixture->root);
  g_free (fixture->library_folder);
  g_free (fixture->folder);
}

static BvLetterDrafts *
write_drafts (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BvLetterDrafts *mailing = bv_letter_drafts_new (fixture->library, &fixture->request, NULL, &error);

  g_assert_no_error (error);
  return mailing;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The names in the folder in the order of their bytes, separated by bars; "-": there is no folder. */
static char *
list_folder (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return g_strdup ("-");
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("|", (char **) names->pdata);
}

static void
assert_folder (Fixture *fixture, const char *expected)
{
  g_autofree char *found = list_folder (fixture);

  g_assert_cmpstr (found, ==, expected);
}

static guint
count_records (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = bv_letters_list (fixture->library, fixture->campaign, &error);

  g_assert_no_error (error);
  return records->len;
}

static void
put_older (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_mkdir (fixture->folder, 0700);
  g_assert_true (g_file_set_contents (path, OLDER, -1, NULL));
}

static void
assert_older (Fixture *fixture, const char *name, gboolean is_there)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpint (g_str_equal (contents, OLDER), ==, is_there);
}

#define ALL "Sở Y tế.eml|UBND xã VĨNH PHÚ (X2).eml|UBND xã Vĩnh Phú.eml|Đội 1-2 Châu Đốc.eml"

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvLetterDrafts) mailing = write_drafts (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_letter_drafts_publish (mailing, fixture->library, &error));
  g_assert_no_error (error);
  g_clear_pointer (&mailing, bv_letter_drafts_free);
  assert_folder (fixture, ALL);
  g_assert_cmpuint (count_records (fixture), ==, 4);
}

static char *
make_long_name (void)
{
  GString *name = g_string_new ("Trung tâm");

  for (guint i = 0; i < 40; i++)
    g_string_append (name, " Hướng dẫn");
  return g_string_free (name, FALSE);
}

/* So long that what tells them apart would be cut off. */
static void
test_long_names (Fixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { "A1", "A2", "A3" };
  g_autoptr (BvCampaign) campaign = fixture_campaign_new (NULL);
  g_autofree char *name = make_long_name ();
  g_autoptr (BvLetterDrafts) mailing = NULL;
  g_autoptr (GHashTable) files = g_hash_table_new (g_str_hash, g_str_equal);

  fixture_set_text (&campaign->key, "long");
  fixture_add_group (campaign, "so kind=collective | 1 kind=points max=50.00 title=A");
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *line = g_strdup_printf ("n%u group=so unit=%s", i, codes[i]);

      add_unit (campaign, codes[i], NULL, name);
      fixture_add_nominee (campaign, line);
    }
  load (fixture, campaign);
  mailing = write_drafts (fixture);
  g_assert_cmpuint (mailing->letters->len, ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < mailing->letters->len; i++)
    {
      const BvLetter *letter = g_ptr_array_index (mailing->letters, i);

      g_assert_cmpuint (strlen (letter->file), <=, 150);
      g_assert_true (g_str_has_suffix (letter->file, ".eml"));
      g_assert_true (i == 0 || strstr (letter->file, codes[i]) != NULL);
      g_assert_true (g_hash_table_add (files, letter->file));
    }
}

static void
test_until (void)
{
  static const struct
  {
    gint64 until;
    const char *expected; /* NULL: nothing is said */
  } cases[] = {
    { BV_NONE, NULL },
    { 20220611, "16/06/2022" },
    { 20220616, "16/06/2022" },
    { 20220617, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *doubt = bv_unit_letters_doubt_until (cases[i].until, 20220616);

      g_assert_cmpint (doubt != NULL, ==, cases[i].expected != NULL);
      g_assert_true (doubt == NULL || strstr (doubt, cases[i].expected) != NULL);
    }
}

static void
test_day_that_has_come (void)
{
  gint64 today = bv_date_today ();
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_unit_letters_check_until (BV_NONE, &error));
  g_assert_true (bv_unit_letters_check_until (29991231, &error));
  g_assert_no_error (error);
  g_assert_false (bv_unit_letters_check_until (today, &error));
  g_assert_error (error, BV_MAIL_ERROR, BV_MAIL_ERROR_DAY);
}

static void
test_body (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvLetterDrafts) mailing = NULL;
  const BvLetter *letter;

  fixture->request.unit = "SYT";
  fixture->request.until = 20220601;
  mailing = write_drafts (fixture);
  letter = g_ptr_array_index (mailing->letters, 0);
  g_assert_cmpuint (letter->n_items, ==, 7);
  g_assert_cmpstr (letter->subject, ==, "Đề nghị bổ sung hồ sơ thi đua: PAPI 2021 – Sở Y tế");
  g_assert_cmpstr (letter->email, ==, "Văn thư <vanthu@syt.example>");
  g_assert_cmpstr (
    letter->body, ==,
    "Kính gửi: Sở Y tế\n\n"
    "Thực hiện Phong trào thi đua, SỞ NỘI VỤ đã rà soát hồ sơ thi đua, tính đến ngày 20 tháng 5 năm 2022. "
    "Hồ sơ do quý đơn vị phụ trách còn 07 nội dung sau đây:\n\n"
    "1. Sở Y tế\n   - Các tiêu chí 1, 2: chưa tự chấm; thiếu 01/01 tài liệu minh chứng.\n\n"
    "2. Bà Nguyễn Thị Ánh, Phó Giám đốc\n   - Tiêu chí 1 (C): chưa tự chấm.\n\n"
    "3. Ông Chau Sóc\n   - Tiêu chí 1: chưa tự chấm.\n\n"
    "4. Lê An\n   - Tiêu chí 1: chưa tự chấm.\n\n"
    "Đề nghị quý đơn vị:\n"
    "   - Tự chấm điểm các tiêu chí chưa có điểm tự chấm.\n"
    "   - Bổ sung tài liệu minh chứng còn thiếu, ghi rõ số, ngày và cơ quan ban hành; trường hợp không có "
    "tài liệu, đề nghị giải trình lý do.\n\n"
    "Nội dung bổ sung đề nghị gửi về SỞ NỘI VỤ trước ngày 01 tháng 6 năm 2022 để kịp tổng hợp.\n\n"
    "Trân trọng cảm ơn.\n\nSỞ NỘI VỤ\n");
}

/* Who is proposed owes its report of achievements: of no criterion, but in the same letter. */
static void
test_achievement (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvCampaign) campaign = fixture_campaign_new (NULL);
  g_autoptr (BvLetterDrafts) mailing = NULL;
  const BvLetter *letter;

  fixture_set_text (&campaign->key, "khac");
  add_unit (campaign, "SKH", NULL, "Sở Khoa học");
  fixture_add_group (campaign,
                     "so kind=collective | 1 kind=points max=50.00 title=A | 2 kind=points max=9.00 title=B");
  fixture_add_quota (campaign, "q kind=collective groups=so count=1");
  fixture_add_assessment (fixture_add_nominee (campaign, "a group=so unit=SKH"), "1 verified=9.00");
  load (fixture, campaign);
  mailing = write_drafts (fixture);
  g_assert_cmpuint (mailing->letters->len, ==, 1);
  letter = g_ptr_array_index (mailing->letters, 0);
  g_assert_nonnull (strstr (letter->body,
                            "   - Tiêu chí 2 (B): chưa tự chấm.\n"
                            "   - Hồ sơ đề nghị khen thưởng: chưa nộp báo cáo thành tích.\n\n"));
  g_assert_nonnull (
    strstr (letter->body, "   - Gửi báo cáo thành tích của các trường hợp nêu trên, có xác nhận"));
}

static void
test_not_published (Fixture *fixture, gconstpointer data)
{
  bv_letter_drafts_free (write_drafts (fixture));
  assert_folder (fixture, "-");
  put_older (fixture, "Riêng.txt");
  bv_letter_drafts_free (write_drafts (fixture));
  assert_folder (fixture, "Riêng.txt");
  g_assert_cmpuint (count_records (fixture), ==, 0);
}

static void
cancel_in_the_middle (double fraction, gpointer data)
{
  g_assert_cmpfloat (fraction, <, 1);
  g_cancellable_cancel (data);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const BvProgress progress = BV_PROGRESS_INIT (cancel_in_the_middle, cancellable, cancellable);
  g_autoptr (GError) error = NULL;

  g_assert_null (bv_letter_drafts_new (fixture->library, &fixture->request, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_folder (fixture, "-");
}

static void
test_there_already (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put_older (fixture, "UBND xã Vĩnh Phú.eml");
  g_assert_null (bv_letter_drafts_new (fixture->library, &fixture->request, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  g_assert_nonnull (strstr (error->message, "UBND xã Vĩnh Phú.eml"));
  assert_folder (fixture, "UBND xã Vĩnh Phú.eml");
  assert_older (fixture, "UBND xã Vĩnh Phú.eml", TRUE);
}

/* A file of that name may come while the drafts wait. */
static void
test_there_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvLetterDrafts) mailing = write_drafts (fixture);
  g_autoptr (GError) error = NULL;

  put_older (fixture, "UBND xã VĨNH PHÚ (X2).eml");
  g_assert_false (bv_letter_drafts_publish (mailing, fixture->library, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  g_clear_pointer (&mailing, bv_letter_drafts_free);
  assert_folder (fixture, "UBND xã VĨNH PHÚ (X2).eml");
  assert_older (fixture, "UBND xã VĨNH PHÚ (X2).eml", TRUE);
  g_assert_cmpuint (count_records (fixture), ==, 0);
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvLetterDrafts) mailing = NULL;
  g_autoptr (GError) error = NULL;

  put_older (fixture, "Sở Y tế.eml");
  fixture->request.replace = TRUE;
  mailing = write_drafts (fixture);
  assert_older (fixture, "Sở Y tế.eml", TRUE);
  g_assert_true (bv_letter_drafts_publish (mailing, fixture->library, &error));
  g_assert_no_error (error);
  g_clear_pointer (&mailing, bv_letter_drafts_free);
  assert_folder (fixture, ALL);
  assert_older (fixture, "Sở Y tế.eml", FALSE);
}

/* A link to nothing is not a file, but somebody made it. */
static void
test_dangling_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Sở Y tế.eml", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_mkdir (fixture->folder, 0700);
  if (!g_file_make_symbolic_link (link, "nowhere", NULL, &error))
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
      g_test_skip ("GLib makes no links at this system");
      return;
    }
  for (guint i = 0; i < 2; i++)
    {
      fixture->request.replace = i > 0;
      g_assert_null (bv_letter_drafts_new (fixture->library, &fixture->request, NULL, &error));
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
      g_clear_error (&error);
    }
  assert_folder (fixture, "Sở Y tế.eml");
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
}

/* As one that was killed leaves it: a draft that waits, and perhaps a file that was to be replaced. */
static void
leave_behind (Fixture *fixture, const char *name, gboolean is_old)
{
  static const char *const files[] = { "0.eml", ".bangvang-ABCDEF.eml", "1-before.eml" };
  g_autofree char *staging = g_build_filename (fixture->folder, name, NULL);
  guint n_files = g_str_has_suffix (name, "KEPTxx") ? 3 : 2;
  g_autoptr (GFile) left = g_file_new_for_path (staging);
  g_autoptr (GError) error = NULL;

  g_mkdir (fixture->folder, 0700);
  g_assert_cmpint (g_mkdir (staging, 0700), ==, 0);
  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_build_filename (staging, files[i], NULL);

      g_assert_true (g_file_set_contents (path, OLDER, -1, NULL));
    }
  if (is_old)
    g_file_set_attribute_uint64 (left, G_FILE_ATTRIBUTE_TIME_MODIFIED, 1, G_FILE_QUERY_INFO_NONE, NULL,
                                 &error);
  g_assert_no_error (error);
}

static void
test_left_behind (Fixture *fixture, gconstpointer data)
{
  fixture->request.unit = "SYT";
  leave_behind (fixture, ".bangvang-GONExx", TRUE);
  leave_behind (fixture, ".bangvang-KEPTxx", TRUE);
  leave_behind (fixture, ".bangvang-busyxx", FALSE);
  leave_behind (fixture, ".bangvang-of-mine", TRUE);
  bv_letter_drafts_free (write_drafts (fixture));
  assert_folder (fixture, ".bangvang-KEPTxx|.bangvang-busyxx|.bangvang-of-mine");
  assert_older (fixture, ".bangvang-KEPTxx/1-before.eml", TRUE);
}

/* Runs SQL on the library's database from outside. */
static void
run_sql (Fixture *fixture, const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->library_folder, "bangvang.db", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
check_refused_by_journal (Fixture *fixture, const char *trigger)
{
  g_autoptr (BvLetterDrafts) mailing = NULL;
  g_autoptr (GError) error = NULL;

  put_older (fixture, "Sở Y tế.eml");
  fixture->request.replace = TRUE;
  mailing = write_drafts (fixture);
  run_sql (fixture, trigger);
  g_assert_false (bv_letter_drafts_publish (mailing, fixture->library, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DATABASE);
  g_clear_pointer (&mailing, bv_letter_drafts_free);
  assert_folder (fixture, "Sở Y tế.eml");
  assert_older (fixture, "Sở Y tế.eml", TRUE);
  g_assert_cmpuint (count_records (fixture), ==, 0);
}

static void
test_not_recorded (Fixture *fixture, gconstpointer data)
{
  check_refused_by_journal (
    fixture, "CREATE TRIGGER full BEFORE INSERT ON letter BEGIN SELECT raise (ABORT, 'no'); END");
}

/* The journal's own row is written last, when all drafts have their names. */
static void
test_taken_back (Fixture *fixture, gconstpointer data)
{
  check_refused_by_journal (
    fixture, "CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT raise (ABORT, 'no'); END");
}

static void
test_other_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->root, "Mẫu phiếu.txt", NULL);
  const char *files[] = { path, NULL };
  g_autoptr (BvLetterDrafts) mailing = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
  fixture->request.files = files;
  fixture->request.unit = "SYT";
  mailing = write_drafts (fixture);
  g_assert_true (bv_letter_drafts_publish (mailing, fixture->library, &error));
  g_assert_no_error (error);
  draft = g_build_filename (fixture->folder, "Sở Y tế.eml", NULL);
  g_assert_true (g_file_get_contents (draft, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "filename*"));
}

static void
test_absent_file (Fixture *fixture, gconstpointer data)
{
  const char *files[] = { "absent.pdf", NULL };
  g_autoptr (GError) error = NULL;

  fixture->request.files = files;
  g_assert_null (bv_letter_drafts_new (fixture->library, &fixture->request, NULL, &error));
  g_assert_error (error, BV_MAIL_ERROR, BV_MAIL_ERROR_FILE);
  assert_folder (fixture, "-");
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvLetterDrafts) mailing = NULL;
  g_autoptr (GError) error = NULL;

  fixture->request.unit = "STP";
  mailing = write_drafts (fixture);
  g_assert_cmpuint (mailing->letters->len, ==, 0);
  g_assert_true (bv_letter_drafts_publish (mailing, fixture->library, &error));
  g_assert_no_error (error);
  assert_folder (fixture, "-");
  g_assert_cmpuint (count_records (fixture), ==, 0);
}

static void
test_unknown_unit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->request.unit = "XYZ";
  g_assert_null (bv_letter_drafts_new (fixture->library, &fixture->request, NULL, &error));
  g_assert_error (error, BV_PAPER_ERROR, BV_PAPER_ERROR_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/mailing/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("each-unit-has-a-file-of-its-name-and-no-two-have-one", test_names);
  ADD ("units-of-one-very-long-name-have-files-of-their-own", test_long_names);
  ADD ("a-letter-says-what-is-missing-of-whom-and-what-to-do", test_body);
  ADD ("who-is-proposed-is-asked-for-its-report-of-achievements", test_achievement);
  ADD ("what-is-not-published-leaves-nothing", test_not_published);
  ADD ("what-is-cancelled-leaves-nothing", test_cancelled);
  ADD ("a-file-that-is-there-is-named-and-left-alone", test_there_already);
  ADD ("a-file-that-comes-meanwhile-is-left-alone-and-nothing-written", test_there_meanwhile);
  ADD ("a-file-that-is-there-is-replaced-where-that-is-asked", test_replaced);
  ADD ("a-link-to-nothing-is-left-alone", test_dangling_link);
  ADD ("what-a-killed-run-left-is-removed-but-not-what-it-was-to-replace", test_left_behind);
  ADD ("what-is-not-recorded-is-not-written", test_not_recorded);
  ADD ("drafts-are-taken-back-when-the-journal-refuses-last", test_taken_back);
  ADD ("other-files-go-with-each-letter", test_other_files);
  ADD ("a-file-that-cannot-be-attached-leaves-nothing", test_absent_file);
  ADD ("who-owes-nothing-gets-no-letter", test_nobody);
  ADD ("a-unit-that-is-not-there-is-refused", test_unknown_unit);
  g_test_add_func ("/mailing/a-day-that-has-come-is-refused", test_day_that_has_come);
  g_test_add_func ("/mailing/a-day-on-which-nobody-can-answer-any-more-is-doubted", test_until);
  return g_test_run ();
}
