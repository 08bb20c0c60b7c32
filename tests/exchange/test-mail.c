/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mail/mail-split.h"
#include "file-limit.h"
#include "scratch-file.h"
#include "scratch-folder.h"
#include "store/whole-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define OLD_DRAFT "the draft of yesterday"
#define MEGABYTE 1000000

/* Bytes of every value, in no order that repeats within a line. */
static char *
make_file (ScratchFile *fixture, const char *name, gsize length)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *bytes = g_malloc (length + 1);
  guint32 state = 1;

  for (gsize i = 0; i < length; i++)
    {
      state = state * 1664525 + 1013904223;
      bytes[i] = (char) (state >> 24);
    }
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  return path;
}

static void
write_mail (ScratchFile *fixture, const BvMail *mail)
{
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  bv_mail_write (mail, fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (bv_mail_measure (mail, NULL), ==, status.st_size);
}

/* Lets Python read the draft. The texts are what it must find. */
static void
check_draft (ScratchFile *fixture,
             const BvMail *mail,
             const char *to,
             const char *cc,
             const char *subject,
             const char *body)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "check_mail.py", NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *complaint = NULL;
  g_autoptr (GError) error = NULL;
  const char *python = g_getenv ("BANGVANG_PYTHON");
  int status;

  if (python == NULL)
    {
      g_test_skip ("there is no Python to read it with");
      return;
    }
  g_ptr_array_add (arguments, (char *) python);
  g_ptr_array_add (arguments, script);
  g_ptr_array_add (arguments, fixture->path);
  g_ptr_array_add (arguments, (char *) to);
  g_ptr_array_add (arguments, (char *) cc);
  g_ptr_array_add (arguments, (char *) subject);
  g_ptr_array_add (arguments, (char *) body);
  for (guint i = 0; i < mail->files->len; i++)
    {
      const BvMailFile *file = g_ptr_array_index (mail->files, i);

      g_ptr_array_add (arguments, file->path);
      g_ptr_array_add (arguments, file->name);
    }
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &complaint,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (complaint, ==, "");
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static void
test_proposal (ScratchFile *fixture, gconstpointer data)
{
  static const char body[] = "Kính gửi: Ban Thi đua – Khen thưởng,\n\nSở Nội vụ gửi kèm hồ sơ.\n";
  g_autoptr (BvMail) mail
    = bv_mail_new ("Ban Thi đua – Khen thưởng <btdkt@angiang.gov.vn>; vt@angiang.gov.vn",
                   "\"Nguyễn Thị Ánh, Phó Giám đốc\" <nta@angiang.gov.vn>",
                   "Sở Nội vụ: Đề nghị khen thưởng phong trào thi đua nâng cao Chỉ số PAPI năm 2021", body);
  g_autofree char *workbook = make_file (fixture, "DỰ THẢO Đề nghị khen thưởng PAPI 2021.xlsx", 70001);
  g_autofree char *list = make_file (fixture, "Phụ lục I.pdf", 57 * 4096);

  bv_mail_add_file (mail, workbook, NULL);
  bv_mail_add_file (mail, list, NULL);
  write_mail (fixture, mail);
  check_draft (fixture, mail, "Ban Thi đua – Khen thưởng <btdkt@angiang.gov.vn>, vt@angiang.gov.vn",
               "\"Nguyễn Thị Ánh, Phó Giám đốc\" <nta@angiang.gov.vn>",
               "Sở Nội vụ: Đề nghị khen thưởng phong trào thi đua nâng cao Chỉ số PAPI năm 2021", body);
}

static void
test_without_files (ScratchFile *fixture, gconstpointer data)
{
  g_autoptr (BvMail) mail = bv_mail_new ("", "", "", "");

  write_mail (fixture, mail);
  check_draft (fixture, mail, "", "", "", "");
}

/* What is typed, and what is read. */
typedef struct
{
  const char *typed;
  const char *read;
} Case;

static void
test_subjects (ScratchFile *fixture, gconstpointer data)
{
  static const Case cases[] = {
    { "Plain words", "Plain words" },
    { "Báo cáo", "Báo cáo" },
    { "Bie\xcc\x82\xcc\x89u ma\xcc\x82\xcc\x83u", "Biểu mẫu" },
    { "Plain words that are so many of them that no line of a header would ever hold all of them at once",
      "Plain words that are so many of them that no line of a header would ever hold all of them at once" },
    { "=?UTF-8?Q?gi=E1=BA=A3?=", "=?UTF-8?Q?gi=E1=BA=A3?=" },
    { "Một\r\nBcc: ai-do@example.vn", "Một  Bcc: ai-do@example.vn" },
    { "Two\nBcc: somebody@example.vn", "Two Bcc: somebody@example.vn" },
    { "  Ở giữa \xf0\x9f\x8f\x86 là cúp ", "Ở giữa \xf0\x9f\x8f\x86 là cúp" },
    { "Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh \xf0\x9f\x8f\x86\xf0\x9f\x8f\x86\xf0\x9f\x8f\x86 "
      "và nhiều lời nữa, dài đến mức phải viết trên nhiều dòng mà không chữ nào bị cắt đôi",
      "Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh \xf0\x9f\x8f\x86\xf0\x9f\x8f\x86\xf0\x9f\x8f\x86 "
      "và nhiều lời nữa, dài đến mức phải viết trên nhiều dòng mà không chữ nào bị cắt đôi" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvMail) mail = bv_mail_new ("a@b.vn", "", cases[i].typed, "x");

      write_mail (fixture, mail);
      check_draft (fixture, mail, "a@b.vn", "", cases[i].read, "x\n");
    }
}

static void
test_texts (ScratchFile *fixture, gconstpointer data)
{
  static const Case cases[] = {
    { "một\r\nhai\rba\nbốn", "một\nhai\nba\nbốn\n" },
    { "một\n\n\nhai\n\n", "một\n\n\nhai\n" },
    { ".\n..\nFrom đầu\nFrom here\n=3D = a=b\n--=_bangvang--",
      ".\n..\nFrom đầu\nFrom here\n=3D = a=b\n--=_bangvang--\n" },
    { "cuối dòng \ncó tab\t\n \n", "cuối dòng \ncó tab\t\n \n" },
    { "Một dòng dài, dài hơn mọi dòng mà thư điện tử cho phép, nên phải viết thành nhiều dòng, rồi đọc lại "
      "thành một; nothing-of-this-may-be-broken-where-the-writer-has-not-broken-it-whatever-it-costs.",
      "Một dòng dài, dài hơn mọi dòng mà thư điện tử cho phép, nên phải viết thành nhiều dòng, rồi đọc lại "
      "thành một; nothing-of-this-may-be-broken-where-the-writer-has-not-broken-it-whatever-it-costs.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvMail) mail = bv_mail_new ("", "", "x", cases[i].typed);
      g_autofree char *empty = make_file (fixture, "a.zip", 0);

      write_mail (fixture, mail);
      check_draft (fixture, mail, "", "", "x", cases[i].read);
      bv_mail_add_file (mail, empty, NULL);
      write_mail (fixture, mail);
      check_draft (fixture, mail, "", "", "x", cases[i].read);
    }
}

static void
test_file_names (ScratchFile *fixture, gconstpointer data)
{
  g_autoptr (BvMail) mail = bv_mail_new ("", "", "x", "x");
  g_autofree char *path = make_file (fixture, "a.bin", 100);
  g_autofree char *letters = g_strnfill (195, 'w');
  g_autofree char *plain = g_strconcat (letters, ".xlsx", NULL);
  g_autoptr (GString) marks = g_string_new (NULL);
  const char *names[] = { "plain.pdf",
                          "with space.docx",
                          "\"quoted\" and 'so'.pdf",
                          "back\\slash.pdf",
                          "100% * ; , ? <a> (b) [c] & = @ #.zip",
                          "=?UTF-8?B?eA==?=.pdf",
                          "Cúp \xf0\x9f\x8f\x86 vàng.xlsx",
                          "noextension",
                          "thư.eml",
                          "Ảnh chụp.jpeg",
                          "DỰ THẢO Đề nghị khen thưởng phong trào thi đua nâng cao chỉ số PAPI.xlsx" };

  for (guint i = 0; i < 196; i++)
    g_string_append (marks, i % 3 == 0 ? "ệ" : i % 3 == 1 ? "Đ" : "x");
  g_string_append (marks, ".pdf");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    bv_mail_add_file (mail, path, names[i]);
  bv_mail_add_file (mail, path, plain);
  bv_mail_add_file (mail, path, marks->str);
  write_mail (fixture, mail);
  check_draft (fixture, mail, "", "", "x", "x\n");
}

static void
test_hostile_file_name (ScratchFile *fixture, gconstpointer data)
{
  g_autoptr (BvMail) mail = bv_mail_new ("", "", "x", "x");
  g_autofree char *path = make_file (fixture, "a.bin", 100);
  const BvMailFile *file;

  bv_mail_add_file (mail, path, "Bie\xcc\x82\xcc\x89u\r\nBcc: x\u202Exslx.exe");
  file = g_ptr_array_index (mail->files, 0);
  g_assert_cmpstr (file->name, ==, "Biểu__Bcc: xxslx.exe");
  write_mail (fixture, mail);
  check_draft (fixture, mail, "", "", "x", "x\n");
}

/* Sizes at the edges of a line and of what is read at once. */
static void
test_sizes (ScratchFile *fixture, gconstpointer data)
{
  static const gsize sizes[]
    = { 0, 1, 2, 3, 56, 57, 58, 57 * 4096 - 1, 57 * 4096, 57 * 4096 + 1, 30 * MEGABYTE };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (BvMail) mail = bv_mail_new ("", "", "x", "x");
      g_autofree char *path = make_file (fixture, "Tệp.zip", sizes[i]);

      bv_mail_add_file (mail, path, NULL);
      write_mail (fixture, mail);
      check_draft (fixture, mail, "", "", "x", "x\n");
    }
}

static void
test_same_twice (ScratchFile *fixture, gconstpointer data)
{
  g_autoptr (BvMail) mail = bv_mail_new ("a@b.vn", "", "Thư", "Thư");
  g_autofree char *path = make_file (fixture, "a.bin", 1000);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  bv_mail_add_file (mail, path, NULL);
  write_mail (fixture, mail);
  g_assert_true (g_file_get_contents (fixture->path, &first, NULL, NULL));
  write_mail (fixture, mail);
  g_assert_true (g_file_get_contents (fixture->path, &second, NULL, NULL));
  g_assert_cmpstr (first, ==, second);
}

static void
test_addresses (ScratchFile *fixture, gconstpointer data)
{
  static const Case cases[] = {
    { " a@b.vn ", "a@b.vn" },
    { "a@b.vn, ; ,c.d+e@f-g.example", "a@b.vn, c.d+e@f-g.example" },
    { "A B <a@b.vn>;C D<c@d.vn>", "A B <a@b.vn>, C D <c@d.vn>" },
    { "Trần Văn Bình <b@x.vn>", "Trần Văn Bình <b@x.vn>" },
    { "\"Dr. \\\"X\\\", head\" <b@x.vn>", "\"Dr. \\\"X\\\", head\" <b@x.vn>" },
    { "<a@b.vn>", "a@b.vn" },
    { "lien-he@chính-phủ.vn", "lien-he@xn--chnh-ph-8ya5810e.vn" },
    { "Văn thư Ủy ban nhân dân thành phố Long Xuyên tỉnh An Giang và các cơ quan <vanthu@longxuyen.vn>",
      "Văn thư Ủy ban nhân dân thành phố Long Xuyên tỉnh An Giang và các cơ quan <vanthu@longxuyen.vn>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvMail) mail = bv_mail_new (cases[i].typed, cases[i].typed, "x", "x");

      write_mail (fixture, mail);
      check_draft (fixture, mail, cases[i].read, cases[i].read, "x", "x\n");
    }
}

static void
test_many_addresses (ScratchFile *fixture, gconstpointer data)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (list, "%sXã thứ %u <xa%u@angiang.gov.vn>, x%u@y.vn", i > 0 ? ", " : "", i, i, i);
  {
    g_autoptr (BvMail) mail = bv_mail_new (list->str, "", "x", "x");

    write_mail (fixture, mail);
    check_draft (fixture, mail, list->str, "", "x", "x\n");
  }
}

/* How many files each mail has, and what it is about. */
static char *
describe (GPtrArray *mails)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mails->len; i++)
    {
      const BvMail *mail = g_ptr_array_index (mails, i);

      g_string_append_printf (text, "%s%s: %u", i > 0 ? ", " : "", mail->subject, mail->files->len);
    }
  return g_string_free (text, FALSE);
}

static void
test_split (ScratchFile *fixture, gconstpointer data)
{
  static const struct
  {
    gint64 most;
    const char *expected;
  } cases[] = {
    { G_MAXINT64, "Thư: 4" },
    { 900000, "Thư: 4" },
    { 300000, "Thư (1/3): 2, Thư (2/3): 1, Thư (3/3): 1" },
    { 200000, "Thư (1/4): 1, Thư (2/4): 1, Thư (3/4): 1, Thư (4/4): 1" },
    { 1, "Thư (1/4): 1, Thư (2/4): 1, Thư (3/4): 1, Thư (4/4): 1" },
  };
  static const gsize sizes[] = { 100000, 100000, 300000, 100000 };
  g_autoptr (BvMail) mail = bv_mail_new ("a@b.vn", "c@d.vn", "Thư", "Lời");

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.bin", i);
      g_autofree char *path = make_file (fixture, name, sizes[i]);

      bv_mail_add_file (mail, path, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) mails = bv_mail_split (mail, cases[i].most, NULL);
      g_autofree char *found = describe (mails);
      const BvMail *last = g_ptr_array_index (mails, mails->len - 1);

      g_assert_cmpstr (found, ==, cases[i].expected);
      g_assert_cmpstr (last->to, ==, mail->to);
      g_assert_cmpstr (last->cc, ==, mail->cc);
      g_assert_cmpstr (last->body, ==, mail->body);
    }
}

static void
test_split_empty (ScratchFile *fixture, gconstpointer data)
{
  g_autoptr (BvMail) mail = bv_mail_new ("", "", "Thư", "");
  g_autoptr (BvMail) wrong = bv_mail_new ("nobody", "", "Thư", "");
  g_autoptr (GPtrArray) mails = bv_mail_split (mail, 1, NULL);
  g_autofree char *found = describe (mails);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (found, ==, "Thư: 0");
  g_assert_null (bv_mail_split (wrong, 1, &error));
  g_assert_error (error, BV_MAIL_ERROR, BV_MAIL_ERROR_ADDRESS);
}

static void
test_bad_addresses (ScratchFile *fixture, gconstpointer data)
{
  static const char *const lists[] = {
    "ai",
    "ai@",
    "@example.vn",
    "a b@example.vn",
    "a@b@example.vn",
    "a..b@example.vn",
    ".a@example.vn",
    "a@-example.vn",
    "a@example..vn",
    "a@exam ple.vn",
    "a@example.vn x",
    "ánh@example.vn",
    "Ánh <ánh@example.vn>",
    "Ánh <a@example.vn",
    "a@example.vn\nBcc: b@example.vn",
    "Ánh\r\nBcc: b@example.vn <a@example.vn>",
    "\"Ánh <a@example.vn>",
    "\"Ánh <a@example.vn>, Bình <b@example.vn>",
    "tốt@example.vn, a@example.vn",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (BvMail) to = bv_mail_new (lists[i], "", "x", "x");
      g_autoptr (BvMail) cc = bv_mail_new ("", lists[i], "x", "x");
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", lists[i]);
      g_assert_false (bv_mail_write (to, fixture->path, NULL, &error));
      g_assert_error (error, BV_MAIL_ERROR, BV_MAIL_ERROR_ADDRESS);
      g_assert_false (bv_mail_check (cc, NULL));
      g_assert_cmpuint (scratch_folder_count (fixture->folder), ==, 0);
    }
}

static void
test_shown_address (ScratchFile *fixture, gconstpointer data)
{
  g_autoptr (BvMail) mail = bv_mail_new ("a@b.vn, ông Bình, c@d.vn", "", "x", "x");
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_mail_check (mail, &error));
  g_assert_nonnull (strstr (error->message, "“ông Bình”"));
}

static void
test_missing_file (ScratchFile *fixture, gconstpointer data)
{
  g_autoptr (BvMail) mail = bv_mail_new ("", "", "x", "x");
  g_autofree char *path = make_file (fixture, "a.bin", 100);
  const char *wrong[] = { "không có.pdf", "" };

  bv_mail_add_file (mail, path, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *missing = g_build_filename (fixture->folder, wrong[i], NULL);
      g_autoptr (GError) error = NULL;

      bv_mail_add_file (mail, missing, NULL);
      g_assert_cmpint (bv_mail_measure (mail, NULL), ==, -1);
      g_assert_false (bv_mail_write (mail, fixture->path, NULL, &error));
      g_assert_error (error, BV_MAIL_ERROR, BV_MAIL_ERROR_FILE);
      g_assert_nonnull (strstr (error->message, missing));
      g_assert_cmpuint (scratch_folder_count (fixture->folder), ==, 1);
      g_ptr_array_remove_index (mail->files, 1);
    }
}

static void
test_missing_folder (ScratchFile *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "a.eml", NULL);
  g_autoptr (BvMail) mail = bv_mail_new ("", "", "x", "x");
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_mail_write (mail, path, NULL, &error));
  g_assert_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
}

static void
keep_old_draft (ScratchFile *fixture)
{
  g_assert_true (g_file_set_contents (fixture->path, OLD_DRAFT, -1, NULL));
}

static void
assert_old_draft (ScratchFile *fixture)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, OLD_DRAFT);
  g_assert_cmpuint (scratch_folder_count (fixture->folder), ==, 2);
}

static void
test_cancelled (ScratchFile *fixture, gconstpointer data)
{
  g_autoptr (BvMail) mail = bv_mail_new ("", "", "x", "x");
  g_autofree char *path = make_file (fixture, "a.bin", 100);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  keep_old_draft (fixture);
  bv_mail_add_file (mail, path, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_false (bv_mail_write (mail, fixture->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old_draft (fixture);
}

static void
test_full_disk (ScratchFile *fixture, gconstpointer data)
{
  g_autoptr (BvMail) mail = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (!file_limit_is_there ())
    {
      g_test_skip (FILE_LIMIT_MISSING);
      return;
    }
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  mail = bv_mail_new ("", "", "x", "x");
  path = make_file (fixture, "a.bin", MEGABYTE - 1);
  keep_old_draft (fixture);
  bv_mail_add_file (mail, path, NULL);
  file_limit_set (MEGABYTE);
  g_assert_false (bv_mail_write (mail, fixture->path, NULL, &error));
  g_assert_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, fixture->path));
  assert_old_draft (fixture);
}

#define ADD(name, func) \
  g_test_add ("/mail/" name, ScratchFile, "Thư nháp.eml", scratch_file_set_up, func, scratch_file_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-proposal-is-read-as-it-was-written", test_proposal);
  ADD ("an-empty-mail-is-a-mail", test_without_files);
  ADD ("subjects-are-read-as-they-were-typed", test_subjects);
  ADD ("texts-keep-their-lines", test_texts);
  ADD ("file-names-of-any-length-and-signs-arrive", test_file_names);
  ADD ("a-hostile-file-name-becomes-one-line", test_hostile_file_name);
  ADD ("files-of-any-size-arrive", test_sizes);
  ADD ("the-same-mail-is-the-same-bytes", test_same_twice);
  ADD ("addresses-with-names-and-without-arrive", test_addresses);
  ADD ("sixty-addresses-arrive", test_many_addresses);
  ADD ("files-are-divided-in-their-order", test_split);
  ADD ("without-files-there-is-one-mail", test_split_empty);
  ADD ("what-is-no-address-is-refused", test_bad_addresses);
  ADD ("the-bad-one-of-several-addresses-is-shown", test_shown_address);
  ADD ("a-missing-file-is-named-and-nothing-is-left", test_missing_file);
  ADD ("a-missing-folder-is-named", test_missing_folder);
  ADD ("cancelled-is-as-if-never-begun", test_cancelled);
  ADD ("a-full-disk-leaves-the-old-draft-whole", test_full_disk);
  return g_test_run ();
}
