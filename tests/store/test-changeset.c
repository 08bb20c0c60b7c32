/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/changeset.h"

#include <glib.h>
#include <sqlite3.h>

static const char schema[] = "CREATE TABLE a (id INTEGER PRIMARY KEY, i INTEGER, r REAL, t TEXT, b BLOB);"
                             "CREATE TABLE b (x INTEGER, y TEXT, PRIMARY KEY (x, y)) WITHOUT ROWID;"
                             "INSERT INTO a VALUES (1, 1, 1.5, 'một', x'00ff'), (2, NULL, NULL, NULL, NULL);";

/* Five rows in the end: three are new, one is changed, one is gone. Two values need a long length. */
static const char changes[]
  = "INSERT INTO a VALUES (3, -9e18, 0.5, printf ('%200s', 'đ'), x''), (4, 0, 0, '', NULL);"
    "UPDATE a SET t = 'hai', r = NULL WHERE id = 1;"
    "INSERT INTO b VALUES (9223372036854775807, 'khóa');"
    "UPDATE a SET b = zeroblob (20000) WHERE id = 3;"
    "UPDATE a SET i = 7 WHERE id = 2;"
    "DELETE FROM a WHERE id = 1;";
#define N_ROWS 5

static GBytes *
record_changes (void)
{
  sqlite3 *db = NULL;
  sqlite3_session *session = NULL;
  void *changeset = NULL;
  GBytes *bytes;
  int size = 0;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, schema, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_create (db, "main", &session), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_attach (session, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, changes, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_changeset (session, &size, &changeset), ==, SQLITE_OK);
  bytes = g_bytes_new (changeset, size);
  sqlite3_free (changeset);
  sqlite3session_delete (session);
  sqlite3_close (db);
  return bytes;
}

static void
test_counted (void)
{
  g_autoptr (GBytes) changeset = record_changes ();
  sqlite3_changeset_iter *iter = NULL;
  gint64 rows = 0;

  g_assert_cmpint (
    sqlite3changeset_start (&iter, g_bytes_get_size (changeset), (void *) g_bytes_get_data (changeset, NULL)),
    ==, SQLITE_OK);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    rows++;
  g_assert_cmpint (sqlite3changeset_finalize (iter), ==, SQLITE_OK);
  g_assert_cmpint (rows, ==, N_ROWS);
  g_assert_cmpint (bv_changeset_count_rows (g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset)),
                   ==, N_ROWS);
  g_assert_cmpint (bv_changeset_count_rows (NULL, 0), ==, 0);
}

static void
test_cut_off (void)
{
  g_autoptr (GBytes) changeset = record_changes ();
  const guint8 *data = g_bytes_get_data (changeset, NULL);

  for (gsize length = 1; length < g_bytes_get_size (changeset); length++)
    {
      /* A block of its own, so that a sanitizer sees a read past its end. */
      g_autofree guint8 *part = g_memdup2 (data, length);

      g_assert_cmpint (bv_changeset_count_rows (part, length), <, N_ROWS);
    }
}

static void
test_damaged (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } cases[] = {
    { "T\1", 2 },                                                   /* no name */
    { "T\0\0", 3 },                                                 /* no columns */
    { "T\1\1a", 4 },                                                /* a name without an end */
    { "\x12\0\5", 3 },                                              /* a row without a table */
    { "T\1\1a\0\x13\0\5", 8 },                                      /* no such operation */
    { "T\1\1a\0\x12\0\6", 8 },                                      /* no such type */
    { "T\1\1a\0\x12\0\1\0\0", 10 },                                 /* a number cut off */
    { "T\1\1a\0\x12\0\3\xff\xff\xff\xff\xff\xff\xff\xff\xff", 17 }, /* a text of 2^64 - 1 bytes */
    { "P\1\1a\0\x12\0\5", 8 },                                      /* a patchset */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int result = SQLITE_OK;
      g_autoptr (GArray) listed = bv_changeset_list_bytes (cases[i].bytes, cases[i].length, &result);

      g_assert_cmpint (bv_changeset_count_rows (cases[i].bytes, cases[i].length), ==, -1);
      g_assert_cmpint (result, ==, SQLITE_CORRUPT);
      g_assert_cmpuint (listed->len, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changeset/rows-are-counted-as-sqlite-counts-them", test_counted);
  g_test_add_func ("/changeset/no-part-passes-for-the-whole", test_cut_off);
  g_test_add_func ("/changeset/a-damaged-one-is-refused", test_damaged);
  return g_test_run ();
}
