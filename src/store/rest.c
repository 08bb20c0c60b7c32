/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rest.h"

#include "store/error.h"
#include "store/shown-path.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#define DATABASE "bangvang.db"

/* For who is closing it just now. */
#define BUSY_MILLISECONDS 1000

/* An SQLite result. */
static int
leave_log (const char *path)
{
  sqlite3 *db = NULL;
  int result = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  if (result == SQLITE_OK)
    {
      sqlite3_busy_timeout (db, BUSY_MILLISECONDS);
      result = sqlite3_exec (db, "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; ROLLBACK", NULL, NULL, NULL);
    }
  sqlite3_close (db);
  return result & 0xff;
}

/**
 * bv_rest_settle:
 * @folder: the folder of a library, which need not be there, and of which the caller holds the lock
 * @error: return location for %BV_STORE_ERROR_LOCKED
 *
 * Brings all that was written into the one file, before that is moved. A database that is too damaged for it
 * stays as it is, with what SQLite has beside it.
 *
 * Returns: %FALSE with @error set where a program still has the library open
 */
gboolean
bv_rest_settle (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, DATABASE, NULL);
  g_autofree char *shown = NULL;
  int result = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? leave_log (path) : SQLITE_OK;

  if (result != SQLITE_BUSY && result != SQLITE_LOCKED)
    return TRUE;
  shown = bv_shown_path_write (folder);
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOCKED,
               _ ("%s: a program still has this library open: close it there, and try again"), shown);
  return FALSE;
}
