/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-limit.h"
#include "store-fixture.h"
#include "store/library-private.h"
#include "store/spool.h"

#include <string.h>

#define FEW 1000
#define MANY 300000
#define ROOM_FOR_FILES 65536

/* The byte at @offset; no two pieces are alike. */
static guint8
get_byte (gsize offset)
{
  return offset * 31 + offset / 251;
}

static gsize
get_piece_size (gsize offset, gsize length)
{
  return MIN (1 + offset * 7 % 5000, length - offset);
}

static int
write_bytes (BvSpool *spool, gsize length)
{
  g_autofree guint8 *bytes = g_malloc (length);
  int result = SQLITE_OK;
  gsize size;

  for (gsize i = 0; i < length; i++)
    bytes[i] = get_byte (i);
  for (gsize offset = 0; result == SQLITE_OK && offset < length; offset += size)
    {
      size = get_piece_size (offset, length);
      result = bv_spool_write (spool, bytes + offset, size);
    }
  return result;
}

/* Reads in pieces of other sizes than it was written in, and beyond its end. */
static void
check_bytes (BvSpool *spool, gsize length)
{
  g_autofree guint8 *bytes = g_malloc (length);
  gsize offset = 0;
  int size;
  int more = 10;

  bv_spool_rewind (spool);
  for (; offset < length; offset += size)
    {
      size = get_piece_size (offset + 3, length + 3);
      g_assert_cmpint (bv_spool_read (spool, bytes + offset, &size), ==, SQLITE_OK);
      g_assert_cmpint (size, ==, get_piece_size (offset + 3, length + 3));
    }
  for (gsize i = 0; i < length; i++)
    g_assert_cmpuint (bytes[i], ==, get_byte (i));
  g_assert_cmpint (bv_spool_read (spool, bytes, &more), ==, SQLITE_OK);
  g_assert_cmpint (more, ==, 0);
}

/* From here on no folder can be made where the library makes them. */
static void
forbid_folders (BvLibrary *library)
{
  char *file = g_build_filename (library->folder, "bangvang.db", NULL);

  g_free (library->reached);
  library->reached = file;
}

static void
test_few (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvSpool) spool = bv_spool_new (fixture->library, FEW);

  forbid_folders (fixture->library);
  g_assert_cmpint (write_bytes (spool, FEW), ==, SQLITE_OK);
  g_assert_cmpint (bv_spool_get_length (spool), ==, FEW);
  check_bytes (spool, FEW);
  g_assert_null (bv_spool_get_error (spool));
}

static void
test_none (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvSpool) spool = bv_spool_new (fixture->library, FEW);
  guint8 byte;
  int length = 1;

  bv_spool_rewind (spool);
  g_assert_cmpint (bv_spool_read (spool, &byte, &length), ==, SQLITE_OK);
  g_assert_cmpint (length, ==, 0);
  g_assert_cmpint (bv_spool_get_length (spool), ==, 0);
}

static void
test_many (StoreFixture *fixture, gconstpointer data)
{
  static const gsize limits[] = { 0, FEW, MANY - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      BvSpool *spool = bv_spool_new (fixture->library, limits[i]);

      g_assert_cmpint (write_bytes (spool, MANY), ==, SQLITE_OK);
      g_assert_cmpint (bv_spool_get_length (spool), ==, MANY);
      check_bytes (spool, MANY);
      check_bytes (spool, MANY);
      g_assert_null (bv_spool_get_error (spool));
      bv_spool_free (spool);
      store_fixture_assert_no_work_folder (fixture->library);
    }
}

/* It says so, in these words, and goes on saying so. */
static void
check_failure (BvSpool *spool, const char *says)
{
  guint8 byte = 0;
  int length = 1;

  g_assert_cmpint (bv_spool_write (spool, &byte, 1), ==, SQLITE_IOERR);
  bv_spool_rewind (spool);
  g_assert_cmpint (bv_spool_read (spool, &byte, &length), ==, SQLITE_IOERR);
  g_assert_cmpint (length, ==, 0);
  g_assert_error (bv_spool_get_error (spool), BV_STORE_ERROR, BV_STORE_ERROR_FILE);
  g_assert_nonnull (strstr (bv_spool_get_error (spool)->message, says));
}

static void
test_no_folder (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (BvSpool) spool = bv_spool_new (fixture->library, FEW);

  forbid_folders (fixture->library);
  g_assert_cmpint (write_bytes (spool, FEW + 1), ==, SQLITE_IOERR);
  check_failure (spool, "cannot make a work folder here");
}

static void
test_full_disk (StoreFixture *fixture, gconstpointer data)
{
  BvSpool *spool;

  if (!file_limit_is_there ())
    {
      g_test_skip (FILE_LIMIT_MISSING);
      return;
    }
  spool = bv_spool_new (fixture->library, FEW);
  file_limit_set (ROOM_FOR_FILES);
  g_assert_cmpint (write_bytes (spool, MANY), ==, SQLITE_IOERR);
  file_limit_lift ();
  check_failure (spool, "cannot keep a work file here");
  bv_spool_free (spool);
  store_fixture_assert_no_work_folder (fixture->library);
}

/* The stream has its own memory: what does not fit may be noticed as late as that is emptied. */
static void
test_full_disk_at_end (StoreFixture *fixture, gconstpointer data)
{
  guint8 byte;
  int length = 1;
  BvSpool *spool;

  if (!file_limit_is_there ())
    {
      g_test_skip (FILE_LIMIT_MISSING);
      return;
    }
  spool = bv_spool_new (fixture->library, 0);
  g_assert_cmpint (write_bytes (spool, 10), ==, SQLITE_OK);
  file_limit_set (1);
  bv_spool_rewind (spool);
  file_limit_lift ();
  g_assert_cmpint (bv_spool_read (spool, &byte, &length), ==, SQLITE_IOERR);
  check_failure (spool, "cannot keep a work file here");
  bv_spool_free (spool);
  store_fixture_assert_no_work_folder (fixture->library);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/spool/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("few-bytes-stand-in-memory", test_few);
  ADD ("an-empty-one-can-be-read", test_none);
  ADD ("many-bytes-come-back-from-a-file-that-is-gone-afterwards", test_many);
  ADD ("where-no-folder-can-be-made-many-bytes-are-an-error", test_no_folder);
  ADD ("a-full-disk-is-reported-and-nothing-is-left", test_full_disk);
  ADD ("a-full-disk-is-reported-however-late-it-is-noticed", test_full_disk_at_end);
  return g_test_run ();
}
