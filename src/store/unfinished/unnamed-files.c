/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/unfinished/unnamed-files.h"

#include "store/library-parts.h"
#include "store/rest.h"

#include <glib/gstdio.h>
#include <string.h>

#define HASH_LENGTH 64

/* An action that was undone names its file, too: it may be done again. */
#define NAMED                                                 \
  "SELECT EXISTS (SELECT 1 FROM evidence WHERE sha256 = ?1) " \
  "OR EXISTS (SELECT 1 FROM proposal WHERE dump = ?1) "       \
  "OR EXISTS (SELECT 1 FROM receipt WHERE sha256 = ?1) "      \
  "OR EXISTS (SELECT 1 FROM journal WHERE instr (changeset, CAST (?1 AS BLOB)))"

/* What cannot be found out is taken for named. */
static gboolean
is_named (sqlite3_stmt *query, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  gboolean named = strlen (name) < HASH_LENGTH
                   || sqlite3_bind_text (query, 1, name, HASH_LENGTH, SQLITE_TRANSIENT) != SQLITE_OK
                   || sqlite3_step (query) != SQLITE_ROW || sqlite3_column_int (query, 0) != 0;

  sqlite3_reset (query);
  return named;
}

/**
 * bv_unnamed_files_remove:
 * @db: the database of a library, for whose writer the caller stands
 * @paths: (element-type filename): files of its vault, laid there for an action
 *
 * Removes those that nothing in the library names.
 */
void
bv_unnamed_files_remove (sqlite3 *db, GPtrArray *paths)
{
  sqlite3_stmt *query = NULL;

  if (sqlite3_prepare_v2 (db, NAMED, -1, &query, NULL) != SQLITE_OK)
    return;
  for (guint i = 0; i < paths->len; i++)
    if (!is_named (query, g_ptr_array_index (paths, i)))
      g_unlink (g_ptr_array_index (paths, i));
  sqlite3_finalize (query);
}

/**
 * bv_unnamed_files_remove_of_folder:
 * @folder: the folder of a library, as the system is asked for it
 * @paths: (element-type filename): files of its vault that a process has laid there which is no more
 *
 * Removes those that nothing in the library names.
 *
 * Returns: %FALSE where somebody else has the library open for writing
 */
gboolean
bv_unnamed_files_remove_of_folder (const char *folder, GPtrArray *paths)
{
  g_autofree char *database = g_build_filename (folder, BV_LIBRARY_DATABASE, NULL);
  BvLock *lock;
  sqlite3 *db;

  if (!g_file_test (database, G_FILE_TEST_EXISTS))
    return TRUE;
  lock = bv_lock_acquire (folder, NULL);
  if (lock == NULL)
    return FALSE;
  db = bv_rest_open (database);
  if (db != NULL)
    bv_unnamed_files_remove (db, paths);
  sqlite3_close (db);
  bv_rest_end (folder, lock, FALSE);
  return TRUE;
}
