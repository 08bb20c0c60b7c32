/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text/text.h"
#include "file-limit.h"
#include "store-fixture.h"
#include "store/library.h"
#include "vault-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define ADD_OPTION "--add"
#define LIMITED_OPTION "--add-limited"
#define MEBIBYTE (1024 * 1024)

static const char *program;

/* A file of zeros that takes no room on the disk; no truncating, as GLib for Windows cannot count so far. */
static GFile *
make_large_file (VaultFixture *fixture, goffset size)
{
  g_autofree char *path = g_build_filename (fixture->outside, "large.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, &error);

  g_assert_no_error (error);
  g_seekable_seek (G_SEEKABLE (stream), size - 1, G_SEEK_SET, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (G_OUTPUT_STREAM (stream), "", 1, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&file);
}

static void
check_refused (VaultFixture *fixture, GFile *file, BvStoreError code, const char *why)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvVaultItem) item = bv_vault_add (fixture->library, file, NULL, &error);

  g_assert_null (item);
  g_assert_error (error, BV_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, why));
  g_assert_cmpuint (vault_fixture_count_files (fixture->library), ==, 0);
}

static void
test_add (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (BvVaultItem) item = vault_fixture_add (fixture, "Kế hoạch 45.PDF", "abc");
  g_autofree char *path = bv_vault_get_path (fixture->library, item->sha256, item->file);
  g_autofree char *expected
    = g_build_filename (fixture->library, "vault", "ba",
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (item->file, ==, "Kế hoạch 45.PDF");
  g_assert_cmpint (item->bytes, ==, 3);
  g_assert_cmpstr (path, ==, expected);
  g_assert_true (bv_vault_has (fixture->library, item->sha256, item->file));
  g_assert_true (bv_vault_check (fixture->library, item->sha256, item->file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "abc");
}

static void
test_private (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (BvVaultItem) item = vault_fixture_add (fixture, "a.pdf", "abc");
  g_autofree char *path = bv_vault_get_path (fixture->library, item->sha256, item->file);
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  if (!store_fixture_keeps_modes (fixture->outside))
    {
      g_test_skip ("files of this system have no permission bits");
      return;
    }
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

static void
test_large (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_large_file (fixture, 3 * MEBIBYTE + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvVaultItem) item = bv_vault_add (fixture->library, file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (item->bytes, ==, 3 * MEBIBYTE + 1);
  g_assert_cmpstr (item->sha256, ==, "5983281b51c767c831104f52c95e4075f27e6f4fa8dd0526e3929f79176a1217");
}

/* What was here before is somebody else's. */
static void
test_taken_back (VaultFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->outside, "a.pdf", NULL);
  g_autofree char *vault = g_build_filename (fixture->library, "vault", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (BvVaultItem) first = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "%PDF-1.4", -1, NULL));
  first = bv_vault_add (fixture->library, file, NULL, &error);
  g_assert_no_error (error);
  again = bv_vault_add (fixture->library, file, NULL, &error);
  g_assert_no_error (error);
  bv_vault_take_back (fixture->library, again);
  g_assert_true (bv_vault_has (fixture->library, first->sha256, first->file));
  bv_vault_take_back (fixture->library, first);
  g_assert_false (bv_vault_has (fixture->library, first->sha256, first->file));
  g_assert_cmpuint (vault_fixture_count_files (vault), ==, 0);
}

static void
test_same_content (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (BvVaultItem) first = vault_fixture_add (fixture, "a.pdf", "the same");
  g_autoptr (BvVaultItem) second = vault_fixture_add (fixture, "b.pdf", "the same");
  g_autoptr (BvVaultItem) third = vault_fixture_add (fixture, "c.docx", "the same");
  g_autofree char *path = bv_vault_get_path (fixture->library, first->sha256, "a.pdf");
  g_autofree char *other = bv_vault_get_path (fixture->library, first->sha256, "c.docx");
  g_autofree char *unnamed = bv_vault_get_path (fixture->library, first->sha256, NULL);

  g_assert_cmpstr (second->sha256, ==, first->sha256);
  g_assert_cmpstr (third->sha256, ==, first->sha256);
  g_assert_cmpstr (third->file, ==, "c.docx");
  g_assert_cmpstr (other, ==, path);
  g_assert_cmpstr (unnamed, ==, path);
  g_assert_cmpuint (vault_fixture_count_files (fixture->library), ==, 1);
}

static void
test_names (VaultFixture *fixture, gconstpointer data)
{
  /* Name as it comes, name kept, extension in the vault. */
  static const char *const cases[][3] = {
    { "\xc4\x91\x65\xcc\x82\xcc\x80 a\xcc\x81n.PDF", "đề án.PDF", ".pdf" },
    { "no extension", "no extension", "" },
    { ".hidden", ".hidden", ".hidden" },
    { "report.verylongextension", "report.verylongextension", "" },
    { "report.p-f", "report.p-f", "" },
    { "report.đ", "report.đ", "" },
    { "báo cáo.tar.GZ", "báo cáo.tar.GZ", ".gz" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvVaultItem) item = vault_fixture_add (fixture, cases[i][0], cases[i][0]);
      g_autofree char *path = bv_vault_get_path (fixture->library, item->sha256, item->file);

      g_assert_cmpstr (item->file, ==, cases[i][1]);
      g_assert_cmpstr (strstr (path, item->sha256) + strlen (item->sha256), ==, cases[i][2]);
    }
}

/* Windows lets no file have some of them. */
static gboolean
system_takes_name (VaultFixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->outside, name, NULL);

  return g_file_set_contents (path, "", 0, NULL) && g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static void
test_printable_names (VaultFixture *fixture, gconstpointer data)
{
  /* Name as it comes, name kept. */
  static const char *const cases[][2] = {
    { "a\nb\tc\x7f.pdf", "a_b_c_.pdf" },
    { "x\u202afdp\u202e.\u2066y\u2069.pdf", "xfdp.y.pdf" },
    { "a\xef\xbf\xbe\xef\xbf\xbf.pdf", "a__.pdf" },
    { "a\u2028b\xc2\x85.pdf", "a_b_.pdf" },
    { "\xff.pdf", "\xef\xbf\xbd.pdf" },
    { "\u202e", "tai-lieu" },
    { "a: “b”?.pdf", "a: “b”?.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BvVaultItem) item = NULL;

      if (!system_takes_name (fixture, cases[i][0]))
        continue;
      item = vault_fixture_add (fixture, cases[i][0], cases[i][0]);
      g_assert_cmpstr (item->file, ==, cases[i][1]);
      g_assert_true (bv_text_check (item->file, NULL));
      g_assert_true (bv_vault_has (fixture->library, item->sha256, item->file));
    }
}

static void
test_disguised_program (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = vault_fixture_make_file (fixture, "a.e\u202exe", "harmless", -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (bv_vault_add (fixture->library, file, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "a.exe"));
}

static void
test_program_names (VaultFixture *fixture, gconstpointer data)
{
  static const char *const names[]
    = { "a.exe", "a.EXE", "a.pdf.exe", "a.exe.", "a.exe ", "a.exe. .", "a.bat",     "a.cmd", "a.com", "a.scr",
        "a.js",  "a.vbs", "a.ps1",     "a.msi",  "a.sh",   "a.jar",    "a.desktop", "a.lnk", "a.hta" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = vault_fixture_make_file (fixture, names[i], "harmless", -1);

      check_refused (fixture, file, BV_STORE_ERROR_FILE, "program");
    }
}

static void
test_program_content (VaultFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    gssize length;
  } cases[] = { { "MZ\x90", 3 }, { "\177ELF\2", 5 }, { "#!/bin/sh\n", 10 }, { "\x4c\0\0\0\1\x14\2\0\0", 9 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = vault_fixture_make_file (fixture, "a.pdf", cases[i].bytes, cases[i].length);

      check_refused (fixture, file, BV_STORE_ERROR_FILE, "program");
    }
}

static void
test_refused (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->outside);
  g_autoptr (GFile) empty = vault_fixture_make_file (fixture, "empty.pdf", "", 0);
  g_autoptr (GFile) absent = g_file_get_child (folder, "absent.pdf");
  g_autoptr (GFile) large = make_large_file (fixture, ((goffset) 2 << 30) + 1);

  check_refused (fixture, folder, BV_STORE_ERROR_FILE, "folder");
  check_refused (fixture, empty, BV_STORE_ERROR_FILE, "empty");
  check_refused (fixture, absent, BV_STORE_ERROR_NOT_FOUND, "Check that the file is there");
  check_refused (fixture, large, BV_STORE_ERROR_FILE, "2 GB");
}

/* Cancels as soon as the copy has begun. */
static gpointer
cancel_copy (gpointer data)
{
  gpointer *pair = data;
  VaultFixture *fixture = pair[0];

  while (vault_fixture_count_files (fixture->library) == 0)
    g_usleep (1000);
  g_cancellable_cancel (pair[1]);
  return NULL;
}

static void
test_cancelled (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_large_file (fixture, (goffset) 2 << 30);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gpointer pair[] = { fixture, cancellable };
  GThread *thread = g_thread_new ("cancel", cancel_copy, pair);
  g_autoptr (BvVaultItem) item = bv_vault_add (fixture->library, file, cancellable, &error);

  g_thread_join (thread);
  g_assert_null (item);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (vault_fixture_count_files (fixture->library), ==, 0);
}

/* Runs this program again, to take the file in. */
static GSubprocess *
start_adding (VaultFixture *fixture, GFile *file, const char *option)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_PIPE, &error, program, option,
                                           fixture->library, g_file_peek_path (file), NULL);

  g_assert_no_error (error);
  return process;
}

static void
test_full_disk (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_large_file (fixture, 4 * MEBIBYTE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (!file_limit_is_there ())
    {
      g_test_skip (FILE_LIMIT_MISSING);
      return;
    }
  process = start_adding (fixture, file, LIMITED_OPTION);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &message, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  g_assert_nonnull (strstr (message, "cannot be written"));
  g_assert_cmpuint (vault_fixture_count_files (fixture->library), ==, 0);
}

static void
notice_end_cb (GObject *process, GAsyncResult *result, gpointer data)
{
  gboolean *ended = data;
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_finish (G_SUBPROCESS (process), result, &error);
  g_assert_no_error (error);
  *ended = TRUE;
}

static void
test_killed (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_large_file (fixture, (goffset) 2 << 30);
  g_autofree char *temporary = g_build_filename (fixture->library, "vault", "tmp", NULL);
  g_autoptr (GSubprocess) process = start_adding (fixture, file, ADD_OPTION);
  g_autoptr (GError) error = NULL;
  gboolean ended = FALSE;

  g_subprocess_wait_async (process, NULL, notice_end_cb, &ended);
  while (!ended && vault_fixture_count_files (temporary) == 0)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_false (ended);
  g_subprocess_force_exit (process);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (g_subprocess_get_successful (process));
  g_assert_cmpuint (vault_fixture_count_files (temporary), ==, 1);
  g_assert_cmpuint (vault_fixture_count_files (fixture->library), ==, 1);
  g_assert_true (bv_vault_clean (fixture->library, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (vault_fixture_count_files (fixture->library), ==, 0);
}

static void
test_damaged (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (BvVaultItem) item = vault_fixture_add (fixture, "a.pdf", "as it was hashed");
  g_autofree char *path = bv_vault_get_path (fixture->library, item->sha256, item->file);
  g_autofree char *copy = NULL;
  g_autoptr (BvVaultItem) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "as it was hashеd", -1, NULL));
  g_assert_false (bv_vault_check (fixture->library, item->sha256, item->file, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "a.pdf"));
  g_assert_nonnull (strstr (error->message, "damaged"));
  g_clear_error (&error);

  copy = bv_vault_open_copy (fixture->library, item->sha256, item->file, &error);
  g_assert_null (copy);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE);
  g_assert_cmpuint (vault_fixture_count_files (fixture->library), ==, 1);
  g_clear_error (&error);

  again = vault_fixture_add (fixture, "a.pdf", "as it was hashed");
  g_assert_true (bv_vault_check (fixture->library, item->sha256, item->file, &error));
  g_assert_no_error (error);
}

static void
test_absent (VaultFixture *fixture, gconstpointer data)
{
  static const char *const hashes[]
    = { "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "", "../../../etc/passwd", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (hashes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *copy = NULL;

      g_assert_false (bv_vault_has (fixture->library, hashes[i], "a.pdf"));
      g_assert_false (bv_vault_check (fixture->library, hashes[i], "a.pdf", &error));
      g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
      g_clear_error (&error);
      copy = bv_vault_open_copy (fixture->library, hashes[i], "a.pdf", &error);
      g_assert_null (copy);
      g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND);
    }
  g_assert_cmpuint (vault_fixture_count_files (fixture->library), ==, 0);
}

static void
test_attach (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) document = vault_fixture_make_file (fixture, "a.pdf", DOCUMENT, -1);
  g_autoptr (GFile) page = vault_fixture_make_file (fixture, "a.html", "<script>", -1);
  g_autoptr (GFile) disguised = vault_fixture_make_file (fixture, "b.pdf", "<script>", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvVaultItem) item = NULL;

  g_assert_null (bv_vault_attach (fixture->library, page, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, ".zip"));
  g_clear_error (&error);
  g_assert_null (bv_vault_attach (fixture->library, disguised, NULL, &error));
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, ".zip"));
  g_clear_error (&error);
  g_assert_cmpuint (vault_fixture_count_files (fixture->library), ==, 0);
  item = bv_vault_attach (fixture->library, document, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bv_vault_check (fixture->library, item->sha256, item->file, NULL));
}

/* Goes on writing a file until it is taken or refused. */
typedef struct
{
  char *path;
  gint ended;
} Writing;

static gpointer
keep_writing (gpointer data)
{
  Writing *writing = data;
  FILE *stream = g_fopen (writing->path, "ab");

  while (!g_atomic_int_get (&writing->ended))
    {
      fputc (' ', stream);
      fflush (stream);
      g_usleep (1000);
    }
  fclose (stream);
  return NULL;
}

static void
test_changing (VaultFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_large_file (fixture, 64 * MEBIBYTE);
  Writing writing = { g_file_get_path (file), 0 };
  GThread *thread = g_thread_new ("writer", keep_writing, &writing);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvVaultItem) item = bv_vault_add (fixture->library, file, NULL, &error);

  g_atomic_int_set (&writing.ended, 1);
  g_thread_join (thread);
  g_free (writing.path);
  g_assert_null (item);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "changed while it was read"));
  g_assert_cmpuint (vault_fixture_count_files (fixture->library), ==, 0);
}

/* The other process: adds one file. */
static int
add_one (const char *library, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvVaultItem) item = bv_vault_add (library, file, NULL, &error);

  if (item != NULL)
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], LIMITED_OPTION))
    file_limit_set (MEBIBYTE);
  if (argc == 4)
    return add_one (argv[2], argv[3]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/vault/" name, VaultFixture, NULL, vault_fixture_set_up, func, vault_fixture_tear_down)
  ADD ("a-file-lies-under-its-hash", test_add);
  ADD ("files-and-folders-are-the-owners-alone", test_private);
  ADD ("a-file-of-many-blocks-is-hashed-whole", test_large);
  ADD ("the-same-content-is-kept-once", test_same_content);
  ADD ("what-nobody-names-is-taken-back", test_taken_back);
  ADD ("names-are-kept-in-nfc-and-give-the-extension", test_names);
  ADD ("a-kept-name-has-no-control-or-bidirectional-characters", test_printable_names);
  ADD ("a-program-with-a-name-that-hides-it-is-refused", test_disguised_program);
  ADD ("programs-are-refused-by-name", test_program_names);
  ADD ("programs-are-refused-by-content", test_program_content);
  ADD ("folders-empty-absent-and-huge-files-are-refused", test_refused);
  ADD ("a-cancelled-copy-leaves-nothing", test_cancelled);
  ADD ("a-full-disk-is-reported-and-leaves-nothing", test_full_disk);
  ADD ("a-killed-copy-leaves-only-what-cleaning-removes", test_killed);
  ADD ("a-damaged-file-is-found-not-opened-and-healed", test_damaged);
  ADD ("a-file-that-is-not-here-is-named", test_absent);
  ADD ("only-what-may-be-evidence-is-attached", test_attach);
  ADD ("a-file-that-changes-while-it-is-read-is-refused", test_changing);
  return g_test_run ();
}
