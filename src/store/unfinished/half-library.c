/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/unfinished/half-library.h"

#include "store/file-tree.h"
#include "store/library-parts.h"
#include "store/rest.h"
#include "store/unfinished/unfinished-name.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static int
take_number_cb (void *data, int n_columns, char **values, char **names)
{
  *(gboolean *) data = g_strcmp0 (values[0], "0") != 0;
  return 0;
}

/* Whether the query, which must be possible, finds anything. */
static gboolean
finds (sqlite3 *db, const char *sql)
{
  gboolean found = TRUE;

  return sqlite3_exec (db, sql, take_number_cb, &found, NULL) != SQLITE_OK || found;
}

/* What cannot be read may hold something, and what has tables but no journal is somebody else's. */
static gboolean
holds_something (const char *database)
{
  sqlite3 *db = bv_rest_open (database);
  gboolean holds
    = db == NULL
      || (finds (db, "SELECT count (*) FROM sqlite_schema") && finds (db, "SELECT count (*) FROM journal"));

  sqlite3_close (db);
  return holds;
}

static gboolean
is_of_library (const char *name)
{
  return g_str_has_prefix (name, "bangvang.") || g_str_equal (name, BV_LIBRARY_VAULT)
         || g_str_equal (name, BV_LIBRARY_COPIES) || bv_unfinished_name_fits (name, TRUE);
}

static void
remove_content (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_of_library (name))
        bv_file_tree_remove (path, NULL);
    }
}

/**
 * bv_half_library_remove:
 * @folder: a folder in which a process that is no more began a library
 *
 * Removes the library while nothing was done in it, and nobody has it open. The folder stays, and what else
 * is in it.
 *
 * Returns: whether there is nothing more to do
 */
gboolean
bv_half_library_remove (const char *folder)
{
  g_autofree char *database = g_build_filename (folder, BV_LIBRARY_DATABASE, NULL);
  BvLock *lock;
  gboolean holds;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  lock = bv_lock_acquire (folder, NULL);
  if (lock == NULL)
    return FALSE;
  holds = g_file_test (database, G_FILE_TEST_EXISTS) && holds_something (database);
  bv_rest_end (folder, lock, FALSE);
  if (!holds)
    remove_content (folder);
  return TRUE;
}
