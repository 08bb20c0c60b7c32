/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "store/library-private.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* Where the file says by which journal it is read, and what it says. */
#define OFFSET 19
#define NO_LOG 1
#define LOG 2

static char *
build_path (const StoreFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static int
read_mode (const StoreFixture *fixture)
{
  g_autofree char *path = build_path (fixture, "bangvang.db");
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, >, OFFSET);
  return content[OFFSET];
}

static gboolean
has_log (const StoreFixture *fixture)
{
  g_autofree char *path = build_path (fixture, "bangvang.db-wal");

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* As the database was in the moment of the copy, alone. */
static void
copy_while_open (StoreFixture *fixture)
{
  g_autofree char *path = build_path (fixture, "bangvang.db");
  FILE *file;

  g_clear_pointer (&fixture->library, bv_library_close);
  file = g_fopen (path, "r+b");
  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, OFFSET - 1, SEEK_SET), ==, 0);
  g_assert_cmpint (fputc (LOG, file), ==, LOG);
  g_assert_cmpint (fputc (LOG, file), ==, LOG);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
write_note (const StoreFixture *fixture, gboolean turning)
{
  g_autofree char *path = build_path (fixture, "bangvang.lock.txt");
  g_autofree char *text
    = g_strdup_printf ("[writer]\nuser=a\nhost=b\nsince=2026-11-30T17:40:00+07\nprocess=1\nturning=%s\n",
                       turning ? "true" : "false");

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static BvLibrary *
open_library (const StoreFixture *fixture, BvLibraryMode mode)
{
  g_autoptr (GError) error = NULL;
  BvLibrary *library = bv_library_open (fixture->folder, mode, &error);

  g_assert_no_error (error);
  return library;
}

static void
test_writer (StoreFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (read_mode (fixture), ==, LOG);
  g_clear_pointer (&fixture->library, bv_library_close);
  g_assert_cmpint (read_mode (fixture), ==, NO_LOG);
  g_assert_false (has_log (fixture));
}

static void
test_last_reader (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvLibrary) reader = open_library (fixture, BV_LIBRARY_READ);
  g_autoptr (BvLibrary) other = open_library (fixture, BV_LIBRARY_READ);

  store_fixture_load_file (fixture->library, TEMPLATE);
  g_assert_cmpint (store_fixture_count (reader, "SELECT count (*) FROM campaign"), ==, 1);
  g_assert_cmpint (store_fixture_count (other, "SELECT count (*) FROM campaign"), ==, 1);
  g_clear_pointer (&fixture->library, bv_library_close);
  g_assert_cmpint (read_mode (fixture), ==, LOG);
  g_assert_true (has_log (fixture));
  g_clear_pointer (&other, bv_library_close);
  g_assert_cmpint (store_fixture_count (reader, "SELECT count (*) FROM campaign"), ==, 1);
  g_clear_pointer (&reader, bv_library_close);
  g_assert_cmpint (read_mode (fixture), ==, NO_LOG);
  g_assert_false (has_log (fixture));
}

static void
test_reader_stays (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvLibrary) reader = NULL;

  g_clear_pointer (&fixture->library, bv_library_close);
  reader = open_library (fixture, BV_LIBRARY_READ);
  for (guint i = 0; i < 3; i++)
    {
      store_fixture_reopen (fixture, BV_LIBRARY_WRITE);
      if (i == 0)
        store_fixture_load_file (fixture->library, TEMPLATE);
      g_assert_cmpint (store_fixture_count (reader, "SELECT count (*) FROM campaign"), ==, 1);
      g_clear_pointer (&fixture->library, bv_library_close);
    }
}

/* Who reads at rest for long: then the writer does without the log, and what it writes is whole all the same.
 */
static void
test_long_reading (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvLibrary) reader = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->library, bv_library_close);
  reader = open_library (fixture, BV_LIBRARY_READ);
  g_assert_true (bv_library_begin_reading (reader, &error));
  g_assert_cmpint (store_fixture_count (reader, "SELECT count (*) FROM campaign"), ==, 0);
  store_fixture_reopen (fixture, BV_LIBRARY_WRITE);
  g_assert_cmpint (read_mode (fixture), ==, NO_LOG);
  bv_library_end_reading (reader);
  store_fixture_load_file (fixture->library, TEMPLATE);
  g_assert_cmpint (store_fixture_count (reader, "SELECT count (*) FROM campaign"), ==, 1);
}

static void
test_copied (StoreFixture *fixture, gconstpointer data)
{
  static const BvLibraryMode modes[] = { BV_LIBRARY_READ, BV_LIBRARY_WRITE, BV_LIBRARY_CREATE };

  copy_while_open (fixture);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;

      if (i >= G_N_ELEMENTS (modes))
        write_note (fixture, FALSE); /* the whole folder was copied */
      g_assert_null (bv_library_open (fixture->folder, modes[i % G_N_ELEMENTS (modes)], &error));
      g_assert_error (error, BV_STORE_ERROR, BV_STORE_ERROR_COPIED);
    }
}

static void
test_turning (StoreFixture *fixture, gconstpointer data)
{
  static const BvLibraryMode modes[] = { BV_LIBRARY_READ, BV_LIBRARY_WRITE };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      copy_while_open (fixture);
      write_note (fixture, TRUE);
      store_fixture_reopen (fixture, modes[i]);
      g_clear_pointer (&fixture->library, bv_library_close);
      g_assert_cmpint (read_mode (fixture), ==, NO_LOG);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/rest/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("a-writer-that-is-alone-leaves-one-file", test_writer);
  ADD ("the-last-reader-leaves-one-file", test_last_reader);
  ADD ("a-reader-follows-writers-that-come-and-go", test_reader_stays);
  ADD ("who-reads-for-long-keeps-nobody-from-writing", test_long_reading);
  ADD ("what-was-copied-while-it-was-open-is-refused", test_copied);
  ADD ("who-died-over-opening-or-closing-copied-nothing", test_turning);
  return g_test_run ();
}
