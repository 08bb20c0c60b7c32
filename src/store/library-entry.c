/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup/replacement.h"
#include "store/failure.h"
#include "store/file-system.h"
#include "store/library-parts.h"
#include "store/library-private.h"
#include "store/privacy.h"
#include "store/proof/content.h"
#include "store/rest.h"
#include "store/schema.h"
#include "store/search.h"
#include "store/statement.h"
#include "store/unfinished/intents.h"
#include "store/unfinished/register.h"
#include "store/unfinished/unfinished-name.h"
#include "store/vault.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* So much longer than its folder are the paths of what lies in the library. */
#define ROOM 120

#define BUSY_MILLISECONDS 5000

/* Room for the pages of a load of thousands of nominees, whose random keys touch them all: 32 MiB at most. */
#define CACHE_SIZE "-32768"

/**
 * bv_library_fits_folder:
 * @folder: a path, as the system is asked for it
 *
 * Returns: whether a new library may be made there: nothing is there yet, or only what a library left behind
 */
gboolean
bv_library_fits_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_prefix (name, "bangvang."))
      return FALSE;
  return TRUE;
}

static gboolean
fail_without_library (const char *folder, GError **error)
{
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
               _ ("%s: there is no library here: make one with “init”, “demo” or “load”"), folder);
  return FALSE;
}

static gboolean
refuse_depth (const char *folder, GError **error)
{
  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_FILE,
    _ ("%s: Windows does not reach all that a library has in a folder of so long a path: choose one "
       "nearer to the drive, or shorten the names of the folders above"),
    folder);
  return FALSE;
}

/* The top one first, which is removed last. */
static void
announce_folders (const char *path)
{
  g_autofree char *above = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_str_equal (above, path))
    return;
  announce_folders (above);
  bv_register_add (BV_REGISTER_FOLDER, path);
}

/* What lies in a work folder is removed with that. */
static void
announce (const char *reached)
{
  g_autofree char *path = bv_unfinished_name_place (reached);
  g_autofree char *name = g_path_get_basename (path);

  if (bv_unfinished_name_fits (name, FALSE))
    return;
  announce_folders (path);
  bv_register_add (BV_REGISTER_LIBRARY, path);
}

static gboolean
check_folder (const char *folder, const char *reached, BvLibraryMode mode, GError **error)
{
  g_autofree char *database = g_build_filename (reached, BV_LIBRARY_DATABASE, NULL);

  if (!bv_file_system_takes_folder (folder))
    return refuse_depth (folder, error);
  if (g_file_test (database, G_FILE_TEST_EXISTS))
    return TRUE;
  if (mode != BV_LIBRARY_CREATE)
    return fail_without_library (folder, error);
  if (!bv_library_fits_folder (reached))
    {
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FORMAT,
                   _ ("%s: the folder holds other files: choose an empty one"), folder);
      return FALSE;
    }
  announce (reached);
  if (g_mkdir_with_parents (reached, 0700) == 0)
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE, _ ("%s: cannot make the folder: %s"), folder,
               bv_failure_describe_code (errno));
  return FALSE;
}

/* Who reads at rest for long keeps the log from being begun: then the older journal does. */
static gboolean
begin_log (BvLibrary *library, GError **error)
{
  g_autoptr (GError) cause = NULL;

  /* The log is there once it was looked into. */
  if ((bv_statement_run (library, "PRAGMA journal_mode = WAL", &cause, "")
       && bv_statement_run (library, "PRAGMA user_version", &cause, ""))
      || (sqlite3_errcode (library->db) & 0xff) == SQLITE_BUSY)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* WAL needs memory that all processes share, which a network drive does not give: there SQLite keeps the
 * older journal, whose locks hold everywhere. */
static gboolean
set_journal_mode (BvLibrary *library, GError **error)
{
  if (!bv_file_system_is_remote (library->folder))
    return begin_log (library, error);
  return bv_statement_run (library, "PRAGMA journal_mode = DELETE", error, "")
         && bv_statement_run (library, "PRAGMA locking_mode = NORMAL", error, "")
         && bv_statement_run (library, "PRAGMA user_version", error, "");
}

static gboolean
configure (BvLibrary *library, GError **error)
{
  /* What is sorted goes to no file: reading needs no room on any disk, and leaves nothing there. */
  if (!bv_statement_run (library, "PRAGMA cache_size = " CACHE_SIZE, error, "")
      || !bv_statement_run (library, "PRAGMA temp_store = MEMORY", error, ""))
    return FALSE;
  if (library->mode == BV_LIBRARY_READ)
    return bv_statement_run (library, "PRAGMA query_only = 1", error, "");
  return set_journal_mode (library, error)
         && bv_statement_run (library, "PRAGMA synchronous = FULL", error, "")
         && sqlite3_db_config (library->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL) == SQLITE_OK;
}

/* Where SQLite may not make the files that it shares between processes, a reader takes the database as it
 * lies there; so nobody may be writing to it, nor have left a journal behind. */
static char *
find_unwritable (BvLibrary *library)
{
  g_autofree char *log = g_strconcat (library->database, "-wal", NULL);
  g_autofree char *absolute = g_canonicalize_filename (library->database, NULL);
  g_autofree char *uri = NULL;

  if (!(library->is_copy || bv_library_is_unwritable (library)) || g_file_test (log, G_FILE_TEST_EXISTS))
    return NULL;
  uri = g_filename_to_uri (absolute, NULL, NULL);
  return uri != NULL ? g_strconcat (uri, "?immutable=1", NULL) : NULL;
}

/* @alone: without the memory that processes share, which is a file: a reader for which the disk has no room
 * locks the others out for the moment instead. */
static gboolean
open_connection (BvLibrary *library, gboolean alone, GError **error)
{
  g_autofree char *uri = find_unwritable (library);
  int flags
    = library->mode == BV_LIBRARY_CREATE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;

  /* Where it cannot be made, SQLite says so. */
  if (library->mode == BV_LIBRARY_CREATE)
    bv_privacy_keep_file (library->database);
  if (uri != NULL)
    flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  if (sqlite3_open_v2 (uri != NULL ? uri : library->database, &library->db, flags | SQLITE_OPEN_NOMUTEX, NULL)
      != SQLITE_OK)
    return bv_statement_fail (library, error);
  sqlite3_busy_timeout (library->db, BUSY_MILLISECONDS);
  sqlite3_extended_result_codes (library->db, 1);
  bv_rest_keep_log (library->db, TRUE);
  if (alone && !bv_statement_run (library, "PRAGMA locking_mode = EXCLUSIVE", error, ""))
    return FALSE;
  return bv_schema_check (library, error) && configure (library, error);
}

static void
close_connection (BvLibrary *library)
{
  g_hash_table_remove_all (library->statements);
  sqlite3_close_v2 (library->db);
  library->db = NULL;
}

/* What SQLite says where it cannot make or fill the file of the memory that processes share. */
static gboolean
lacks_room (BvLibrary *library)
{
  int code = sqlite3_errcode (library->db) & 0xff; /* without what extends it */

  return library->mode == BV_LIBRARY_READ
         && (code == SQLITE_IOERR || code == SQLITE_FULL || code == SQLITE_CANTOPEN);
}

static gboolean
open_database (BvLibrary *library, GError **error)
{
  g_autoptr (GError) cause = NULL;

  /* A library that was moved to a network drive still asks for WAL: alone, SQLite does without that memory.
   */
  if (library->mode != BV_LIBRARY_READ && bv_file_system_is_remote (library->folder))
    return open_connection (library, TRUE, error);
  if (open_connection (library, FALSE, &cause))
    return TRUE;
  if (lacks_room (library))
    {
      close_connection (library);
      if (open_connection (library, TRUE, NULL))
        {
          g_autofree char *shared = bv_library_get_path (library, BV_LIBRARY_DATABASE "-shm");

          /* What the first attempt left of it is in nobody's use while others are locked out. */
          g_unlink (shared);
          return TRUE;
        }
    }
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* What a process that died may have left behind: work folders, and the draft of the note who writes. */
static void
remove_leftovers (BvLibrary *library)
{
  g_auto (GStrv) drafts = bv_lock_list_drafts (library->folder);

  bv_library_remove_leftovers (library->reached);
  bv_replacement_give_up (library->folder);
  for (guint i = 0; drafts[i] != NULL; i++)
    g_unlink (drafts[i]);
}

/* A copy that another program still shows cannot be removed everywhere; the next start tries again. What was
 * being given its name waits until there is room on the disk. */
static void
settle (BvLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) unsettled = NULL;

  if (!bv_vault_clean (library->folder, &error))
    g_message ("%s", error->message);
  if (!bv_intents_settle (library, &unsettled))
    g_message ("%s", unsettled->message);
}

static gboolean
prepare (BvLibrary *library, GError **error)
{
  if (library->mode != BV_LIBRARY_READ)
    {
      bv_privacy_keep_folder (library->reached, library->is_new);
      library->lock = bv_lock_acquire (library->folder, error);
      if (library->lock == NULL)
        return FALSE;
    }
  if (!library->is_copy && !bv_rest_check (library->folder, library->lock, error))
    return FALSE;
  if (!open_database (library, error) || !bv_search_register (library->db, error))
    return FALSE;
  if (!bv_content_register (library->db))
    return bv_statement_fail (library, error);
  if (library->mode == BV_LIBRARY_READ)
    return library->version > 0 || fail_without_library (library->folder, error);
  bv_lock_note_turning (library->lock, FALSE);
  remove_leftovers (library);
  if (!bv_schema_upgrade (library, error))
    return FALSE;
  settle (library);
  return TRUE;
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static BvLibrary *
new_library (const char *folder, BvLibraryMode mode)
{
  BvLibrary *library = g_new0 (BvLibrary, 1);

  library->folder = bv_file_system_show (folder);
  library->reached = bv_file_system_reach (folder, ROOM);
  library->database = g_build_filename (library->reached, BV_LIBRARY_DATABASE, NULL);
  library->mode = mode;
  library->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  library->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  return library;
}

/* A writer brings it up to date, a reader takes it as it is. */
static BvLibrary *
open_as_it_is (const char *folder, BvLibraryMode mode, GError **error)
{
  g_autoptr (BvLibrary) library = new_library (folder, mode);
  gboolean is_new = !g_file_test (library->database, G_FILE_TEST_EXISTS);

  if (bv_replacement_is_due (folder) && !bv_replacement_finish (folder, error))
    return NULL;
  if (!check_folder (library->folder, library->reached, mode, error))
    return NULL;
  library->is_new = is_new;
  return prepare (library, error) ? g_steal_pointer (&library) : NULL;
}

/* Of a library of an older program a reader would miss what was added since. */
static gboolean
upgrade_for_reader (const char *folder, GError **error)
{
  g_autoptr (BvLibrary) writer = NULL;

  if (!bv_file_system_may_write (folder))
    {
      g_set_error (
        error, BV_STORE_ERROR, BV_STORE_ERROR_FORMAT,
        _ ("%s: an older Bảng Vàng made this library, and you have no right to bring it up to date: "
           "ask who may write there to open it once, or open a copy of the folder"),
        folder);
      return FALSE;
    }
  writer = open_as_it_is (folder, BV_LIBRARY_WRITE, error);
  if (writer != NULL)
    return TRUE;
  g_prefix_error (error, "%s",
                  _ ("an older Bảng Vàng made this library, and it must be brought up to date: "));
  return FALSE;
}

/* What a program leaves that is killed over its intents, over a restoration, over a transaction, or when it
 * took the lock. SQLite takes back what a journal has, but lets one lie in which nothing is. Where that
 * cannot be told the writer looks, who says why. */
static gboolean
has_leftovers (BvLibrary *library)
{
  g_autofree char *journal = bv_library_get_path (library, BV_LIBRARY_DATABASE "-journal");
  g_auto (GStrv) drafts = bv_lock_list_drafts (library->folder);
  gboolean is_begun;

  return !bv_intents_exist (library, &is_begun, NULL) || is_begun || bv_replacement_is_begun (library->folder)
         || g_file_test (journal, G_FILE_TEST_EXISTS) || drafts[0] != NULL;
}

/* A reader that finds something half done has it ended first, by a writer; who is at it has the lock, and
 * keeps that one out. */
static void
settle_for_reader (const char *folder)
{
  g_autoptr (BvLibrary) writer = NULL;
  g_autoptr (GError) error = NULL;

  if (bv_file_system_may_write (folder))
    writer = open_as_it_is (folder, BV_LIBRARY_WRITE, &error);
  if (error != NULL)
    g_debug ("%s", error->message);
}

static BvLibrary *
open_library (const char *folder, BvLibraryMode mode, GError **error)
{
  g_autoptr (BvLibrary) library = open_as_it_is (folder, mode, error);
  gboolean is_current = library != NULL && bv_schema_is_current (library);

  if (library == NULL || mode != BV_LIBRARY_READ || (is_current && !has_leftovers (library)))
    return g_steal_pointer (&library);
  g_clear_pointer (&library, bv_library_close);
  if (is_current)
    settle_for_reader (folder);
  else if (!upgrade_for_reader (folder, error))
    return NULL;
  return open_as_it_is (folder, mode, error);
}

/**
 * bv_library_open:
 * @folder: the library's folder
 * @mode: how to open it
 * @error: return location for a %BV_STORE_ERROR
 *
 * Of an older program's library, also a reader first has it brought up to date. The first time a process
 * opens one, what others have left unfinished that were killed is removed, wherever it lies.
 *
 * Returns: (transfer full) (nullable): the library; %NULL with @error set where the folder is not one,
 * somebody else writes to it, or the disk says no
 */
BvLibrary *
bv_library_open (const char *folder, BvLibraryMode mode, GError **error)
{
  static int cleaned = 0;
  gboolean is_first = g_atomic_int_compare_and_exchange (&cleaned, 0, 1);
  BvLibrary *library;

  if (is_first)
    bv_register_clean (FALSE);
  library = open_library (folder, mode, error);
  if (is_first)
    bv_register_clean (TRUE);
  return library;
}

/**
 * bv_library_open_copy:
 * @database: a database that nobody writes: a backup, or what is to become one
 * @folder: the folder whose vault has its evidence
 * @error: return location for a %BV_STORE_ERROR
 *
 * Takes it as it is, of whatever schema that this program knows, and leaves nothing beside it.
 *
 * Returns: (transfer full) (nullable): the copy, to be read; %NULL with @error set where it is no library
 */
BvLibrary *
bv_library_open_copy (const char *database, const char *folder, GError **error)
{
  g_autoptr (BvLibrary) library = new_library (folder, BV_LIBRARY_READ);

  g_free (library->database);
  library->database = bv_file_system_reach (database, ROOM);
  library->is_copy = TRUE;
  return prepare (library, error) ? g_steal_pointer (&library) : NULL;
}

/**
 * bv_library_is_current:
 * @library: a library or copy
 *
 * Returns: whether it is of this program's schema; a copy may be of an older one
 */
gboolean
bv_library_is_current (BvLibrary *library)
{
  return bv_schema_is_current (library);
}

/**
 * bv_library_begin_reading:
 * @library: a library, outside an action
 * @error: return location for a %BV_STORE_ERROR
 *
 * Until bv_library_end_reading() all that is read is of one state, whatever a writer does meanwhile.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_library_begin_reading (BvLibrary *library, GError **error)
{
  return bv_statement_run (library, "BEGIN", error, "");
}

/**
 * bv_library_end_reading:
 * @library: a library, after bv_library_begin_reading()
 */
void
bv_library_end_reading (BvLibrary *library)
{
  bv_statement_end_reading (library, TRUE);
}
