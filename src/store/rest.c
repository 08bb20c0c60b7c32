/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rest.h"

#include "store/error.h"
#include "store/file-system.h"
#include "store/library-parts.h"
#include "store/shown-path.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

/* So much longer than the folder are the paths in it. */
#define ROOM 40

/* Of older schemas the log was kept on at rest. */
#define FIRST_AT_REST 6

/* Where SQLite's file format (1.3) says by which journal the file is read, and what user_version is. */
#define HEADER_SIZE 100
#define JOURNAL_OFFSET 19
#define HAS_LOG 2
#define VERSION_OFFSET 60

/* For who is closing it just now. */
#define BUSY_MILLISECONDS 1000

static gboolean
read_header (const char *path, guint8 *header)
{
  FILE *file = g_fopen (path, "rb");
  gboolean whole = file != NULL && fread (header, 1, HEADER_SIZE, file) == HEADER_SIZE;

  if (file != NULL)
    fclose (file);
  return whole;
}

static guint32
get_version (const guint8 *header)
{
  const guint8 *at = header + VERSION_OFFSET;

  return (guint32) at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3];
}

/* A journal that SQLite would roll back tells that nothing was copied, but a process died. */
static gboolean
lacks_log (const char *folder)
{
  g_autofree char *reached = bv_file_system_reach (folder, ROOM);
  g_autofree char *path = g_build_filename (reached, BV_LIBRARY_DATABASE, NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  guint8 header[HEADER_SIZE];

  return read_header (path, header) && header[JOURNAL_OFFSET] == HAS_LOG
         && get_version (header) >= FIRST_AT_REST && !g_file_test (log, G_FILE_TEST_EXISTS)
         && !g_file_test (journal, G_FILE_TEST_EXISTS);
}

static gboolean
refuse_copied (const char *folder, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (folder);

  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_COPIED,
    _ ("%s: this library was copied while it was open, so what was entered last may be missing. Close "
       "it where it comes from and copy it again, or take over what is here: “restore FOLDER "
       "--replace” checks it first"),
    shown);
  return FALSE;
}

/* Who opens or closes it just now holds the lock. */
static gboolean
check_as_reader (const char *folder, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (BvLock) lock = bv_lock_acquire (folder, &cause);
  gboolean settled;

  if (lock == NULL)
    return g_error_matches (cause, BV_STORE_ERROR, BV_STORE_ERROR_LOCKED) || refuse_copied (folder, error);
  if (!lacks_log (folder))
    return TRUE;
  if (!bv_lock_was_turning (lock))
    return refuse_copied (folder, error);
  settled = bv_rest_settle (folder, error);
  bv_rest_end (folder, g_steal_pointer (&lock), FALSE);
  return settled;
}

/**
 * bv_rest_check:
 * @folder: the folder of a library
 * @lock: (nullable): its lock, where the caller has it
 * @error: return location for %BV_STORE_ERROR_COPIED
 *
 * Returns: %FALSE with @error set where the library was copied while it was open
 */
gboolean
bv_rest_check (const char *folder, BvLock *lock, GError **error)
{
  if (!lacks_log (folder))
    return TRUE;
  if (lock == NULL)
    return check_as_reader (folder, error);
  return bv_lock_was_turning (lock) || refuse_copied (folder, error);
}

static int
keep_text (void *text, int n_columns, char **values, char **names)
{
  *(gboolean *) text = g_strcmp0 (values[0], "wal") == 0;
  return 0;
}

static gboolean
uses_log (sqlite3 *db)
{
  gboolean uses = FALSE;

  return sqlite3_exec (db, "PRAGMA journal_mode", keep_text, &uses, NULL) == SQLITE_OK && uses;
}

/**
 * bv_rest_keep_log:
 * @db: a connection to a library's database
 * @keep: whether the log stays when the last connection is closed
 *
 * It does but for bv_rest_begin(): where several close at once the file would speak of a log that is gone.
 */
void
bv_rest_keep_log (sqlite3 *db, gboolean keep)
{
  sqlite3_file_control (db, "main", SQLITE_FCNTL_PERSIST_WAL, &keep);
}

/**
 * bv_rest_open:
 * @database: the database of a library, of which the caller holds the lock
 *
 * Opens what a process that is no more may have had open: closed again, it is as far from rest as before.
 *
 * Returns: (transfer full) (nullable): a connection; %NULL: it cannot be opened
 */
sqlite3 *
bv_rest_open (const char *database)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (database, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
    bv_rest_keep_log (db, TRUE);
  else
    g_clear_pointer (&db, sqlite3_close);
  return db;
}

/**
 * bv_rest_begin:
 * @db: a connection to the library's database that is about to be closed, and has no statements any more
 * @folder: the folder of the library
 * @lock: (nullable): its lock, where the caller has it
 *
 * The last who has the library open brings it to rest; where that is not the caller, nothing happens.
 *
 * Returns: (transfer full) (nullable): a lock for bv_rest_end()
 */
BvLock *
bv_rest_begin (sqlite3 *db, const char *folder, BvLock *lock)
{
  g_autoptr (BvLock) own = NULL;

  if (!uses_log (db))
    return NULL;
  if (lock == NULL)
    lock = own = bv_lock_acquire (folder, NULL);
  if (lock == NULL)
    return NULL;
  /* Without that note one that is not brought to rest would be taken for a copy: with its log it is whole,
   * too. */
  if (!bv_lock_note_turning (lock, TRUE))
    return g_steal_pointer (&own);
  sqlite3_busy_timeout (db, 0);
  bv_rest_keep_log (db, FALSE);
  sqlite3_exec (db, "PRAGMA query_only = 0; PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  bv_rest_keep_log (db, uses_log (db));
  return g_steal_pointer (&own);
}

/**
 * bv_rest_end:
 * @folder: the folder of a library that is closed
 * @lock: (transfer full) (nullable): its lock
 * @was_open: whether its database could be opened, which a copy of an open library cannot
 *
 * Releases the lock. What an error left half way between rest and use is brought to rest by who comes next.
 */
void
bv_rest_end (const char *folder, BvLock *lock, gboolean was_open)
{
  if (lock != NULL && (was_open || bv_lock_was_turning (lock)) && lacks_log (folder))
    bv_lock_leave_turning (lock);
  bv_lock_release (lock);
}

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
 * Brings the library to rest, before its files are moved. A database that is too damaged for it stays as it
 * is, with what SQLite has beside it.
 *
 * Returns: %FALSE with @error set where a program still has the library open
 */
gboolean
bv_rest_settle (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, BV_LIBRARY_DATABASE, NULL);
  g_autofree char *shown = NULL;
  int result = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? leave_log (path) : SQLITE_OK;

  if (result != SQLITE_BUSY && result != SQLITE_LOCKED)
    return TRUE;
  shown = bv_shown_path_write (folder);
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOCKED,
               _ ("%s: a program still has this library open: close it there, and try again"), shown);
  return FALSE;
}
