/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scratch-file.h"
#include "store-fixture.h"
#include "store/whole-file.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define HOUR 3600

static char *
begin (ScratchFile *fixture)
{
  g_autoptr (GError) error = NULL;
  char *temporary = bv_whole_file_begin (fixture->path, &error);

  g_assert_no_error (error);
  return temporary;
}

static guint
get_mode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
set_age (const char *path, gint64 seconds)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint64 then = g_get_real_time () / G_USEC_PER_SEC - seconds;
  g_autoptr (GError) error = NULL;

  g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, then, G_FILE_QUERY_INFO_NONE, NULL,
                               &error);
  g_assert_no_error (error);
}

static char *
write_file (ScratchFile *fixture, const char *name, gint64 age)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_file_set_contents (path, "x", -1, &error);
  g_assert_no_error (error);
  set_age (path, age);
  return path;
}

static void
test_mode (ScratchFile *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *temporary = begin (fixture);
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  FILE *usual = g_fopen (other, "w");

  g_assert_nonnull (usual);
  fclose (usual);
  if (store_fixture_keeps_modes (fixture->folder))
    g_assert_cmphex (get_mode (temporary), ==, 0600);
  g_assert_true (bv_whole_file_finish (temporary, fixture->path, &error));
  g_assert_no_error (error);
  g_assert_cmphex (get_mode (fixture->path), ==, get_mode (other));
  g_remove (fixture->path);
  g_remove (other);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
}

static void
test_leftovers (ScratchFile *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gint64 age;
    gboolean stays;
  } cases[] = {
    { ".bangvang-Ab3Xyz.pdf", 2 * HOUR, FALSE }, { ".bangvang-Ab3Xyz.zip", 2 * HOUR, FALSE },
    { ".bangvang-Ab3Xyz.tmp", 2 * HOUR, FALSE }, { ".bangvang-Ab3Xyw.pdf", HOUR / 2, TRUE },
    { ".bangvang-Ab3Xy.pdf", 2 * HOUR, TRUE },   { ".bangvang-Ab3Xyz1.pdf", 2 * HOUR, TRUE },
    { ".bangvang-notes.a b", 2 * HOUR, TRUE },   { ".bangvang-Ab3Xyz", 2 * HOUR, FALSE },
    { "bangvang-Ab3Xyz.pdf", 2 * HOUR, TRUE },   { ".bangvang-before-Ab3Xyz.pdf", 2 * HOUR, TRUE },
    { ".bangvang-Ab-Xyz.pdf", 2 * HOUR, TRUE },
  };
  char *paths[G_N_ELEMENTS (cases)];
  g_autofree char *folder = g_build_filename (fixture->folder, ".bangvang-Folder.pdf", NULL);
  g_autofree char *temporary = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    paths[i] = write_file (fixture, cases[i].name, cases[i].age);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  set_age (folder, 2 * HOUR);
  temporary = begin (fixture);
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (g_file_test (paths[i], G_FILE_TEST_EXISTS) != cases[i].stays)
        g_error ("%s", cases[i].name);
      g_free (paths[i]);
    }
  g_rmdir (folder);
}

static void
test_kept (ScratchFile *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *temporary = NULL;

  g_free (write_file (fixture, "Bản in.PDF", 2 * HOUR));
  g_assert_true (bv_whole_file_keep (fixture->path, &kept, &error));
  g_assert_no_error (error);
  temporary = begin (fixture);
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (temporary, G_FILE_TEST_IS_REGULAR));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                  \
  g_test_add ("/whole-file/" name, ScratchFile, "Bản in.PDF", scratch_file_set_up, func, \
              scratch_file_tear_down)
  ADD ("nobody-else-reads-it-before-it-has-its-name", test_mode);
  ADD ("what-killed-runs-left-is-removed-and-nothing-else", test_leftovers);
  ADD ("the-older-file-is-never-a-leftover", test_kept);
#undef ADD
  return g_test_run ();
}
