/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup/database-copy.h"

#include "store/failure.h"
#include "store/file-system.h"
#include "store/library-private.h"
#include "store/shown-path.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* 256 KB of them: whoever gives up waits for no more. */
#define PAGES_A_STEP 64

/* Bytes 18 and 19 of a database say by which journal it is written and read (SQLite's file format, 1.3.3).
 * The copy of a library that is open says that there is a write-ahead log, which it has none of. */
#define JOURNAL_OFFSET 18
#define NO_LOG "\1\1"

static gboolean
fail (const char *path, const char *reason, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (path);

  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
               _ ("The copy “%s” could not be written: %s. Free some space there, or choose another place."),
               shown, reason);
  return FALSE;
}

static gboolean
step_through (BvLibrary *library, sqlite3 *copy, const char *path, const BvProgress *progress, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy, "main", library->db, "main");
  int result = backup != NULL ? SQLITE_OK : sqlite3_errcode (copy);

  while (result == SQLITE_OK && !bv_progress_is_cancelled (progress, error))
    {
      result = sqlite3_backup_step (backup, PAGES_A_STEP);
      bv_progress_tell (
        progress,
        1 - (double) sqlite3_backup_remaining (backup) / MAX (1, sqlite3_backup_pagecount (backup)));
    }
  if (backup != NULL)
    sqlite3_backup_finish (backup);
  if (result == SQLITE_OK)
    return FALSE; /* given up */
  return result == SQLITE_DONE
         || fail (path, bv_failure_describe_database (result, sqlite3_errstr (result)), error);
}

/* Without a journal beside it: a copy that is cut off is thrown away. */
static gboolean
copy_pages (BvLibrary *library, const char *path, const BvProgress *progress, GError **error)
{
  sqlite3 *copy = NULL;
  int result = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  gboolean ok;

  if (result == SQLITE_OK)
    result = sqlite3_exec (copy, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", NULL, NULL, NULL);
  ok = result == SQLITE_OK
         ? step_through (library, copy, path, progress, error)
         : fail (path, bv_failure_describe_database (result, sqlite3_errstr (result)), error);
  sqlite3_close (copy);
  return ok;
}

static gboolean
settle (const char *path)
{
  int file = g_open (path, O_RDWR, 0);
  gboolean ok = file >= 0 && lseek (file, JOURNAL_OFFSET, SEEK_SET) == JOURNAL_OFFSET
                && write (file, NO_LOG, 2) == 2 && g_fsync (file) == 0;
  int failure = errno;

  if (file >= 0)
    g_close (file, NULL);
  errno = failure;
  return ok;
}

static gboolean
create (const char *path)
{
  int file = g_open (path, O_WRONLY | O_CREAT | O_EXCL, 0600);

  return file >= 0 && g_close (file, NULL);
}

/**
 * bv_database_copy_write:
 * @library: a library, in one state of reading
 * @path: a file that is not there yet
 * @progress: (nullable): is told
 * @error: return location for a %BV_STORE_ERROR_FILE, or %G_IO_ERROR_CANCELLED
 *
 * Copies the database as @library reads it, page by page, in small steps. Nobody else may read the file,
 * which is safe on the disk when this returns.
 *
 * Returns: %FALSE with @error set, and no file, on failure
 */
gboolean
bv_database_copy_write (BvLibrary *library, const char *path, const BvProgress *progress, GError **error)
{
  g_autofree char *reached = bv_file_system_reach (path, 1);

  if (!create (reached))
    return fail (path, bv_failure_describe_code (errno), error);
  if (copy_pages (library, reached, progress, error)
      && (settle (reached) || fail (path, bv_failure_describe_code (errno), error)))
    return TRUE;
  g_unlink (reached);
  return FALSE;
}
