/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "held-file.h"
#include "store-fixture.h"
#include "store/fence.h"
#include "store/file-name.h"
#include "store/file-system.h"
#include "store/vault.h"
#include "store/whole-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* Windows' own limit of a path, in units of UTF-16. */
#define WINDOWS_MOST 260

/* A name of 20 letters. */
#define DEEPER "Phòng Cải cách hành\u00a0"

#define NO_HASH "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static char *
read_file (const char *path)
{
  g_autofree char *reached = bv_file_system_reach (path, 1);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (reached, &content, NULL, &error);
  g_assert_no_error (error);
  return content;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

/* A folder whose path has at least so many units; it and those above are made. */
static char *
make_deep (const char *folder, glong most)
{
  char *deep = g_strdup (folder);

  while (g_utf8_strlen (deep, -1) < most)
    {
      g_autofree char *above = deep;
      g_autofree char *reached = NULL;

      deep = g_build_filename (above, DEEPER, NULL);
      reached = bv_file_system_reach (deep, 12);
      g_assert_cmpint (g_mkdir (reached, 0700), ==, 0);
    }
  return deep;
}

/* The C library lists no folder that lies so deep: from below upwards each is empty. */
static void
remove_deep (const char *folder, const char *deep)
{
  g_autofree char *path = g_strdup (deep);

  while (strlen (path) > strlen (folder))
    {
      g_autofree char *below = path;
      g_autofree char *reached = bv_file_system_reach (below, 12);

      g_assert_cmpint (g_rmdir (reached), ==, 0);
      path = g_path_get_dirname (below);
    }
}

/* What is in a folder, the folder itself stays. */
static void
remove_tree (const char *folder)
{
  g_autofree char *reached = bv_file_system_reach (folder, 120);
  g_autoptr (GDir) dir = g_dir_open (reached, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (reached, name, NULL);

      remove_tree (path);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static void
check_plain (const GError *error, const char *folder)
{
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, folder));
  g_assert_null (strstr (error->message, "\\\\?\\"));
}

static void
check_held (StoreFixture *fixture, HeldFileSharing sharing)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Tờ trình.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  HeldFile *held;

  g_assert_true (bv_whole_file_write (path, "old", 3, &error));
  g_assert_false (bv_file_system_is_in_use (path));
  held = held_file_open (path, sharing);
  g_assert_true (bv_file_system_is_in_use (path));
  g_assert_cmpint (bv_file_system_is_withheld (path), ==, sharing == HELD_FILE_ALONE);
  g_assert_false (bv_whole_file_write (path, "new", 3, &error));
  g_assert_error (error, BV_WHOLE_FILE_ERROR, BV_WHOLE_FILE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, "Close it there"));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_clear_error (&error);
  held_file_close (held);
  before = read_file (path);
  g_assert_cmpstr (before, ==, "old");
  g_assert_true (bv_whole_file_write (path, "new", 3, &error));
  g_assert_no_error (error);
  after = read_file (path);
  g_assert_cmpstr (after, ==, "new");
}

static void
test_held (StoreFixture *fixture, gconstpointer data)
{
  if (!held_file_is_there ())
    {
      g_test_skip (HELD_FILE_MISSING);
      return;
    }
  check_held (fixture, HELD_FILE_READ);
  check_held (fixture, HELD_FILE_ALONE);
}

static void
test_held_freely (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Tờ trình.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  HeldFile *held;

  if (!held_file_is_there ())
    {
      g_test_skip (HELD_FILE_MISSING);
      return;
    }
  g_assert_true (bv_whole_file_write (path, "old", 3, &error));
  held = held_file_open (path, HELD_FILE_FREELY);
  g_assert_false (bv_file_system_is_in_use (path));
  g_assert_false (bv_file_system_is_withheld (path));
  g_assert_false (bv_whole_file_refuse_to_replace (path, EACCES, &error));
  g_assert_nonnull (strstr (error->message, g_strerror (EACCES)));
  held_file_close (held);
}

/* That somebody has the old file open is not what is wrong. */
static void
test_reason (StoreFixture *fixture, gconstpointer data)
{
  static const int failures[] = { ENOSPC, EROFS, ENOENT };
  g_autofree char *path = g_build_filename (fixture->folder, "Tờ trình.xlsx", NULL);
  g_autofree char *absent = g_build_filename (fixture->folder, "absent", NULL);
  g_autoptr (GError) error = NULL;
  HeldFile *held = NULL;

  g_assert_true (bv_whole_file_write (path, "old", 3, &error));
  if (held_file_is_there ())
    held = held_file_open (path, HELD_FILE_READ);
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_assert_false (bv_whole_file_refuse_to_replace (path, failures[i], &error));
      g_assert_nonnull (strstr (error->message, g_strerror (failures[i])));
      g_clear_error (&error);
    }
  g_assert_false (bv_whole_file_finish (absent, path, &error));
  g_assert_nonnull (strstr (error->message, g_strerror (ENOENT)));
  if (held != NULL)
    held_file_close (held);
}

static void
test_held_evidence (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvVaultItem) shared = NULL;
  g_autoptr (BvVaultItem) alone = NULL;
  HeldFile *held;

  if (!held_file_is_there ())
    {
      g_test_skip (HELD_FILE_MISSING);
      return;
    }
  g_assert_true (g_file_set_contents (path, "abc", 3, NULL));
  held = held_file_open (path, HELD_FILE_READ);
  shared = bv_vault_add (fixture->folder, file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (shared->bytes, ==, 3);
  held_file_close (held);
  held = held_file_open (path, HELD_FILE_ALONE);
  alone = bv_vault_add (fixture->folder, file, NULL, &error);
  g_assert_null (alone);
  g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "a.pdf"));
  g_assert_nonnull (strstr (error->message, "Close it there"));
  held_file_close (held);
}

static void
test_long_path (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *deep = make_deep (fixture->folder, WINDOWS_MOST);
  g_autofree char *path = g_build_filename (deep, "Tờ trình.xlsx", NULL);
  g_autofree char *reached = bv_file_system_reach (path, 1);
  g_autofree char *shown = bv_file_system_show (reached);
  g_autofree char *kept = NULL, *first = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_utf8_strlen (path, -1), >, WINDOWS_MOST);
  g_assert_cmpstr (shown, ==, path);
  g_assert_true (bv_whole_file_write (path, "old", 3, &error));
  g_assert_no_error (error);
  g_assert_true (bv_whole_file_keep (path, &kept, &error));
  g_assert_no_error (error);
  g_assert_true (bv_whole_file_write (path, "new", 3, &error));
  g_assert_no_error (error);
  first = read_file (kept);
  g_assert_cmpstr (first, ==, "old");
  second = read_file (path);
  g_assert_cmpstr (second, ==, "new");
  g_assert_cmpint (g_remove (kept), ==, 0);
  g_assert_cmpint (g_remove (reached), ==, 0);
  remove_deep (fixture->folder, deep);
}

/* What lies in the library has longer paths than its folder. */
static void
test_deep_library (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *deep = make_deep (fixture->folder, WINDOWS_MOST - 100);
  g_autofree char *outside = g_build_filename (fixture->folder, "a.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (outside);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) library = bv_library_open (deep, BV_LIBRARY_CREATE, &error);
  g_autoptr (BvVaultItem) item = NULL;
  g_autofree char *path = NULL, *copy = NULL, *content = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (outside, "%PDF-1.4", -1, NULL));
  item = bv_vault_add (bv_library_get_folder (library), file, NULL, &error);
  g_assert_no_error (error);
  path = bv_vault_get_path (bv_library_get_folder (library), item->sha256, item->file);
  g_assert_cmpint (g_utf8_strlen (path, -1), >, WINDOWS_MOST - 20);
  content = read_file (path);
  g_assert_cmpstr (content, ==, "%PDF-1.4");
  copy = bv_vault_open_copy (bv_library_get_folder (library), item->sha256, "a.pdf", &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (copy, fixture->folder));
  g_assert_true (g_file_test (copy, G_FILE_TEST_IS_REGULAR));
}

static void
test_plain_words (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *deep = make_deep (fixture->folder, WINDOWS_MOST - 100);
  g_autofree char *inside = g_build_filename (deep, "a.xlsx", NULL);
  g_autofree char *reached = bv_file_system_reach (inside, 120);
  g_autoptr (GError) locked = NULL, fenced = NULL, absent = NULL, empty = NULL;
  g_autoptr (BvLibrary) none = bv_library_open (deep, BV_LIBRARY_READ, &empty);
  g_autoptr (BvLibrary) library = bv_library_open (deep, BV_LIBRARY_CREATE, NULL);
  g_autoptr (BvLibrary) second = bv_library_open (deep, BV_LIBRARY_WRITE, &locked);

  g_assert_null (none);
  g_assert_null (second);
  g_assert_cmpstr (bv_library_get_folder (library), ==, deep);
  g_assert_false (bv_fence_check (deep, reached, &fenced));
  g_assert_false (bv_vault_check (deep, NO_HASH, "a.pdf", &absent));
  check_plain (locked, deep);
  check_plain (fenced, deep);
  check_plain (absent, deep);
  check_plain (empty, deep);
}

/* The path of the copy is for others: it must not be longer than they can open. */
static void
test_long_name (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *outside = g_build_filename (fixture->folder, "a.pdf", NULL);
  g_autofree char *title = g_strnfill (140, 'a');
  g_autofree char *name = g_strconcat (title, "ế.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (outside);
  gboolean limited = !bv_file_system_takes_name ("con");

  g_assert_true (g_file_set_contents (outside, "%PDF-1.4", -1, NULL));
  for (glong most = WINDOWS_MOST - 180; most < WINDOWS_MOST - 80; most += 20)
    {
      g_autofree char *deep = make_deep (fixture->folder, most);
      g_autoptr (BvVaultItem) item = bv_vault_add (deep, file, NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *copy = bv_vault_open_copy (deep, item->sha256, name, &error);
      g_autofree char *content = NULL;

      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (copy, deep));
      g_assert_true (g_str_has_suffix (copy, ".pdf"));
      content = read_file (copy);
      g_assert_cmpstr (content, ==, "%PDF-1.4");
      if (limited)
        g_assert_cmpint (g_utf8_strlen (copy, -1), <, WINDOWS_MOST);
      else
        g_assert_true (g_str_has_suffix (copy, name));
      g_assert_true (bv_vault_clean (deep, &error));
      remove_tree (deep);
      remove_deep (fixture->folder, deep);
    }
}

static void
test_cut (void)
{
  static const struct
  {
    const char *name;
    guint most;
    const char *cut;
  } cases[] = {
    { "Kế hoạch.pdf", 12, "Kế hoạch.pdf" },       { "Kế hoạchế.pdf", 12, "Kế hoạc.pdf" },
    { "Kế hoạ   ch.pdf", 12, "Kế hoạ.pdf" },      { "😀😀😀😀😀.docx", 12, "😀😀😀.docx" },
    { "tài liệu không đuôi", 12, "tài liệu kh" }, { "a.nhiềuchữquá", 12, "a.nhiềuchữq" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cut = bv_file_name_cut (cases[i].name, cases[i].most);

      g_assert_cmpstr (cut, ==, cases[i].cut);
    }
}

static void
test_far_evidence (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *deep = make_deep (fixture->folder, WINDOWS_MOST);
  g_autofree char *path = g_build_filename (deep, "a.pdf", NULL);
  g_autofree char *reached = bv_file_system_reach (path, 1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvVaultItem) item = NULL;

  g_assert_true (bv_whole_file_write (path, "abc", 3, NULL));
  item = bv_vault_add (fixture->folder, file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (item->bytes, ==, 3);
  g_assert_cmpint (g_remove (reached), ==, 0);
  remove_deep (fixture->folder, deep);
}

/* Where nothing but the list of a folder has a limit, the library is refused before anything is written. */
static void
test_too_deep_library (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *deep = make_deep (fixture->folder, WINDOWS_MOST);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLibrary) library = NULL;

  if (bv_file_system_takes_folder (deep))
    g_test_skip ("this system lists every folder");
  else
    {
      library = bv_library_open (deep, BV_LIBRARY_CREATE, &error);
      g_assert_null (library);
      g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE);
      g_assert_nonnull (strstr (error->message, deep));
    }
  remove_deep (fixture->folder, deep);
}

static void
test_names (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gboolean portable;
  } cases[] = {
    { "Tờ trình số 45.xlsx", TRUE },
    { "CONTRACT.xlsx", TRUE },
    { ".hidden", TRUE },
    { "a: b.xlsx", FALSE },
    { "a?.xlsx", FALSE },
    { "a\tb.xlsx", FALSE },
    { "a.xlsx.", FALSE },
    { "a.xlsx ", FALSE },
    { "CON.xlsx", FALSE },
    { "lpt1", FALSE },
    { "\"a\".pdf", FALSE },
    { "a|b", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);
      g_autoptr (GError) error = NULL;
      gboolean taken = bv_file_system_takes_name (path);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (bv_file_name_is_portable (cases[i].name), ==, cases[i].portable);
      g_assert_true (taken || !cases[i].portable);
      g_assert_cmpint (bv_whole_file_write (path, "x", 1, &error), ==, taken);
      if (!taken)
        g_assert_nonnull (strstr (error->message, path));
    }
}

/* Windows opens a device by such a name of a folder, too. */
static void
test_folder_names (StoreFixture *fixture, gconstpointer data)
{
  static const char *const folders[] = { "aux", "a:b", "a ", "lpt1.x" };
  gboolean taken = bv_file_system_takes_name ("con");

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, folders[i], "x.xlsx", NULL);

      g_assert_cmpint (bv_file_system_takes_name (path), ==, taken);
    }
  g_assert_true (bv_file_system_takes_name ("./../Tờ trình.xlsx"));
}

static void
test_folder (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *absent = g_build_filename (fixture->folder, "absent", NULL);

  g_assert_true (bv_file_system_may_write (fixture->folder));
  g_assert_false (bv_file_system_may_write (absent));
  g_assert_false (bv_file_system_is_remote (fixture->folder));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                   \
  g_test_add ("/file-system/" name, StoreFixture, NULL, store_fixture_set_up_empty, func, \
              store_fixture_tear_down)
  ADD ("a-file-that-another-program-has-open-stays-as-it-is", test_held);
  ADD ("a-file-that-another-program-only-looks-at-is-not-in-use", test_held_freely);
  ADD ("what-is-wrong-is-told-whoever-has-the-file-open", test_reason);
  ADD ("evidence-that-another-program-shows-is-taken", test_held_evidence);
  ADD ("a-path-of-any-length-is-written", test_long_path);
  ADD ("a-library-may-lie-deep", test_deep_library);
  ADD ("a-deep-library-is-called-as-people-write-it", test_plain_words);
  ADD ("a-copy-has-a-name-that-others-can-open", test_long_name);
  ADD ("evidence-of-any-length-of-path-is-taken", test_far_evidence);
  ADD ("a-library-that-lies-too-deep-is-refused", test_too_deep_library);
  ADD ("a-name-that-the-system-does-not-take-is-refused-at-once", test_names);
  ADD ("no-folder-above-has-the-name-of-a-device", test_folder_names);
  ADD ("a-folder-says-who-may-write-and-where-it-is", test_folder);
#undef ADD
  g_test_add_func ("/file-system/a-name-is-cut-between-letters-before-its-extension", test_cut);
  return g_test_run ();
}
