/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/lock.h"

#include "store/failure.h"
#include "store/file-system.h"
#include "store/privacy.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <sqlite3.h>
#include <unistd.h>

/* The lock is a transaction that is never committed: SQLite knows how to lock a file on every system and on
 * network shares, and the system lets go of it when the process dies. Who holds it cannot be read from a
 * locked database, so that stands in a file beside it, which means nothing while nobody holds the lock. */
#define LOCK_NAME "bangvang.lock"
#define OWNER_NAME "bangvang.lock.txt"
#define OWNER_GROUP "writer"
#define OWNER_TURNING "turning"

/* For who opens or closes the library just now: five seconds, as a busy disk may take some to write what the
 * last one leaves. Whoever dies over it has the lock no longer. */
#define MOST_TRIES 500
#define PAUSE 10000 /* microseconds */

/* So much longer than the folder are the paths of these and of their drafts. */
#define ROOM 40

struct _BvLock
{
  sqlite3 *db;
  char *owner_path;
  gboolean was_turning;
  gboolean is_left_turning;
};

static gboolean
write_owner (const char *path, gboolean turning)
{
  g_autoptr (GKeyFile) owner = g_key_file_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *since = g_date_time_format_iso8601 (now);
  g_autofree char *text = NULL;
  g_autoptr (GError) ignored = NULL;

  g_key_file_set_string (owner, OWNER_GROUP, "user", g_get_user_name ());
  g_key_file_set_string (owner, OWNER_GROUP, "host", g_get_host_name ());
  g_key_file_set_string (owner, OWNER_GROUP, "since", since);
  g_key_file_set_int64 (owner, OWNER_GROUP, "process", getpid ());
  g_key_file_set_boolean (owner, OWNER_GROUP, OWNER_TURNING, turning);
  text = g_key_file_to_data (owner, NULL, NULL);

  /* A full disk must not keep the library from being opened, and the lock holds without this file. But half
   * of it would not say that the library was just being opened or closed (store/rest). */
  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &ignored))
    return TRUE;
  g_debug ("%s", ignored->message);
  return FALSE;
}

/* %FALSE: there is no note. */
static gboolean
read_turning (const char *path, gboolean *turning)
{
  g_autoptr (GKeyFile) owner = g_key_file_new ();
  gboolean read = g_key_file_load_from_file (owner, path, G_KEY_FILE_NONE, NULL);

  *turning = read && g_key_file_get_boolean (owner, OWNER_GROUP, OWNER_TURNING, NULL);
  return read;
}

/* Who has not noted anything yet will in a moment, and who closes the library has it no longer then. */
static gboolean
is_passing (const char *owner_path)
{
  gboolean turning;

  return !read_turning (owner_path, &turning) || turning;
}

/* Without the journal in memory the transaction would leave a file of its own when the process dies. */
static int
take (sqlite3 *db, const char *owner_path)
{
  int result = SQLITE_BUSY;

  for (guint i = 0; result == SQLITE_BUSY && i < MOST_TRIES && (i == 0 || is_passing (owner_path)); i++)
    {
      if (i > 0)
        g_usleep (PAUSE);
      result = sqlite3_exec (db, "PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE", NULL, NULL, NULL);
    }
  return result;
}

/* Says who holds the lock; NULL if that cannot be read. */
static char *
describe_owner (const char *path)
{
  g_autoptr (GKeyFile) owner = g_key_file_new ();
  g_autofree char *user = NULL, *host = NULL, *since = NULL, *shown = NULL;
  g_autoptr (GDateTime) time = NULL, local = NULL;
  gint64 process;

  if (!g_key_file_load_from_file (owner, path, G_KEY_FILE_NONE, NULL))
    return NULL;
  user = g_key_file_get_string (owner, OWNER_GROUP, "user", NULL);
  host = g_key_file_get_string (owner, OWNER_GROUP, "host", NULL);
  since = g_key_file_get_string (owner, OWNER_GROUP, "since", NULL);
  process = g_key_file_get_int64 (owner, OWNER_GROUP, "process", NULL);
  time = since != NULL ? g_date_time_new_from_iso8601 (since, NULL) : NULL;
  if (user == NULL || host == NULL || time == NULL)
    return NULL;
  local = g_date_time_to_local (time);
  shown = g_date_time_format (local, "%H:%M %d/%m/%Y");
  /* Translators: user, computer, since when (14:05 21/06/2021), number of the process */
  return g_strdup_printf (_ ("%s on the computer %s since %s (process %" PRId64 ")"), user, host, shown,
                          process);
}

static void
set_locked (const char *folder, const char *owner_path, GError **error)
{
  g_autofree char *owner = describe_owner (owner_path);

  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_LOCKED,
               _ ("The library %s is open for writing by %s. Close it there, or only read it here."), folder,
               owner != NULL ? owner : _ ("another program"));
}

static void
set_failed (const char *folder, sqlite3 *db, GError **error)
{
  const char *why = db != NULL ? bv_failure_describe_database (sqlite3_errcode (db), sqlite3_errmsg (db))
                               : sqlite3_errstr (SQLITE_NOMEM);
  g_autofree char *room = bv_failure_describe_room (why, folder);

  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_DATABASE,
    _ (
      "The library %s cannot be locked for writing: %s%s. Check that the folder is there, that you may write in "
      "it, and that there is room on the disk."),
    folder, why, room);
}

/**
 * bv_lock_acquire:
 * @folder: the folder of a library, which exists
 * @error: return location for a #GError
 *
 * Takes the right to write in the library, for as long as the lock lives; it ends with the process, however
 * that ends. A second writer, in this process too, is refused at once; who just closes the library is waited
 * for.
 *
 * Returns: (transfer full): the lock, or %NULL with %BV_STORE_ERROR_LOCKED, which says who holds it, or
 *   %BV_STORE_ERROR_DATABASE
 */
BvLock *
bv_lock_acquire (const char *folder, GError **error)
{
  g_autoptr (BvLock) lock = g_new0 (BvLock, 1);
  g_autofree char *reached = bv_file_system_reach (folder, ROOM);
  g_autofree char *path = g_build_filename (reached, LOCK_NAME, NULL);
  g_autofree char *owner_path = g_build_filename (reached, OWNER_NAME, NULL);
  int result;

  /* Where it cannot be made, SQLite says so. */
  bv_privacy_keep_file (path);
  result = sqlite3_open_v2 (path, &lock->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  if (result == SQLITE_OK)
    result = take (lock->db, owner_path);
  if (result == SQLITE_BUSY)
    set_locked (folder, owner_path, error);
  else if (result != SQLITE_OK)
    set_failed (folder, lock->db, error);
  if (result != SQLITE_OK)
    return NULL;

  read_turning (owner_path, &lock->was_turning);
  write_owner (owner_path, TRUE);
  lock->owner_path = g_steal_pointer (&owner_path);
  return g_steal_pointer (&lock);
}

/**
 * bv_lock_release:
 * @lock: (transfer full) (nullable): a lock
 *
 * Lets the next writer in.
 */
void
bv_lock_release (BvLock *lock)
{
  if (lock == NULL)
    return;
  /* First the file: once the lock is let go it may be the next writer's. */
  if (lock->owner_path != NULL && !lock->is_left_turning)
    g_unlink (lock->owner_path);
  sqlite3_close (lock->db);
  g_free (lock->owner_path);
  g_free (lock);
}

/**
 * bv_lock_note_turning:
 * @lock: a lock
 * @turning: whether the library is just being opened or closed, as when the lock was acquired
 *
 * Notes it for who comes after this process, however that ends.
 *
 * Returns: whether it could be noted
 */
gboolean
bv_lock_note_turning (BvLock *lock, gboolean turning)
{
  return write_owner (lock->owner_path, turning);
}

/**
 * bv_lock_leave_turning:
 * @lock: a lock that is about to be released
 *
 * Leaves the library to who comes next as if this process had died while it was opened or closed.
 */
void
bv_lock_leave_turning (BvLock *lock)
{
  write_owner (lock->owner_path, TRUE);
  lock->is_left_turning = TRUE;
}

/**
 * bv_lock_was_turning:
 * @lock: a lock
 *
 * Returns: whether who had it before died, or met an error, while the library was opened or closed
 */
gboolean
bv_lock_was_turning (const BvLock *lock)
{
  return lock->was_turning;
}

/**
 * bv_lock_list_drafts:
 * @folder: the folder of a library
 *
 * Who writes down that it has the lock holds it already: while the caller does, nobody is at one of them.
 *
 * Returns: (transfer full): the paths of drafts of that note, which are left where a process dies over it
 */
char **
bv_lock_list_drafts (const char *folder)
{
  g_autofree char *reached = bv_file_system_reach (folder, ROOM);
  g_autoptr (GDir) dir = g_dir_open (reached, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, OWNER_NAME "."))
      g_ptr_array_add (paths, g_build_filename (reached, name, NULL));
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}
