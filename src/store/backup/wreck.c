/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup/wreck.h"

#include "store/failure.h"
#include "store/file-system.h"
#include "store/library-private.h"
#include "store/proof/ledger.h"
#include "store/schema.h"
#include "store/shown-path.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

/* So much longer than the folder are the paths in it. */
#define ROOM 40

/* SQLite's file format, 1.3: what stands there in every database that this program makes, and is no secret of
 * its content. */
#define HEADER_SIZE 24
#define MAGIC "SQLite format 3"
#define PAGE_SIZE_OFFSET 16
#define PAGE_SIZE "\x10\x00" /* 4096, SQLite's own */
#define JOURNAL_OFFSET 18
#define NO_LOG "\1\1"
#define FRACTIONS_OFFSET 20
#define FRACTIONS "\x00\x40\x20\x20"

/* The copy is this program's own. */
#define OPEN_PRAGMAS "PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF"

static gboolean
fail (const char *path, const char *reason, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (path);

  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FILE, "%s: %s", shown, reason);
  return FALSE;
}

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) cause = NULL;

  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL,
                      NULL, &cause)
         || fail (from, bv_failure_describe (cause), error);
}

/* What was written last may still stand in the log. */
static gboolean
copy_log (const char *database, const char *work, GError **error)
{
  g_autofree char *log = g_strconcat (database, "-wal", NULL);
  g_autofree char *target = g_strconcat (work, "-wal", NULL);

  g_unlink (target);
  return !g_file_test (log, G_FILE_TEST_EXISTS) || copy_file (log, target, error);
}

static void
mend_header (const char *work, gboolean has_log)
{
  FILE *file = g_fopen (work, "r+b");
  guint8 header[HEADER_SIZE];

  if (file == NULL)
    return;
  if (fread (header, 1, sizeof header, file) == sizeof header)
    {
      memcpy (header, MAGIC, sizeof MAGIC);
      memcpy (header + PAGE_SIZE_OFFSET, PAGE_SIZE, 2);
      memcpy (header + FRACTIONS_OFFSET, FRACTIONS, 4);
      if (!has_log)
        memcpy (header + JOURNAL_OFFSET, NO_LOG, 2);
      rewind (file);
      fwrite (header, 1, sizeof header, file);
    }
  fclose (file);
}

static int
append_name (void *names, int n_columns, char **values, char **columns)
{
  if (values[0] != NULL)
    g_ptr_array_add (names, g_strdup (values[0]));
  return 0;
}

/* What an index says of a table that is whole must not be trusted less than the table: it is derived from it.
 * One whose table is damaged stays as it is. */
static void
mend_indexes (const char *work)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (work, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK
      && sqlite3_exec (db, OPEN_PRAGMAS, NULL, NULL, NULL) == SQLITE_OK)
    sqlite3_exec (db, "SELECT name FROM sqlite_schema WHERE type = 'index'", append_name, names, NULL);
  for (guint i = 0; i < names->len; i++)
    {
      char *sql = sqlite3_mprintf ("REINDEX \"%w\"", (const char *) names->pdata[i]);

      sqlite3_exec (db, sql, NULL, NULL, NULL);
      sqlite3_free (sql);
    }
  sqlite3_close (db);
}

/* %FALSE: the tables are too damaged even to be given what a younger program added. */
static gboolean
take_steps (const char *work, guint version)
{
  sqlite3 *db = NULL;
  gboolean ok = sqlite3_open_v2 (work, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK
                && bv_schema_complete (db, version);

  sqlite3_close (db);
  return ok;
}

static void
refuse_older (const char *vault_owner, const char *reason, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (vault_owner);

  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED,
    /* Translators: a folder, and why */
    _ ("%s: an older Bảng Vàng made this library, and nothing can be taken over of it: %s. Take back "
       "a backup"),
    shown, reason);
}

/* @is_proven: (out): whether the program that wrote it kept digests. */
static BvLibrary *
open_current (const char *work, const char *vault_owner, gboolean *is_proven, GError **error)
{
  g_autoptr (BvLibrary) wreck = bv_library_open_copy (work, vault_owner, error);
  guint version;

  if (wreck == NULL)
    return NULL;
  *is_proven = bv_schema_has_proof (wreck);
  if (bv_schema_is_current (wreck))
    return g_steal_pointer (&wreck);
  version = wreck->version;
  g_clear_pointer (&wreck, bv_library_close);
  if (take_steps (work, version))
    return bv_library_open_copy (work, vault_owner, error);
  refuse_older (vault_owner, _ ("its tables are too damaged to be brought up to date"), error);
  return NULL;
}

/* Where a page is torn a row may stay: then what is read of its table says so. */
static void
remove_strays (const char *work, const GArray *strays)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (work, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
    for (guint i = 0; i < strays->len; i++)
      {
        const BvLedgerStray *stray = &g_array_index (strays, BvLedgerStray, i);
        char *sql
          = sqlite3_mprintf ("DELETE FROM \"%w\" WHERE id = %lld", stray->table, (long long) stray->id);

        sqlite3_exec (db, sql, NULL, NULL, NULL);
        sqlite3_free (sql);
      }
  sqlite3_close (db);
}

/* What nobody recorded of what was sealed, written and kept is not seen by who reads it. */
static BvLibrary *
read_facts (BvLibrary *opened,
            gboolean is_proven,
            const char *work,
            const char *vault_owner,
            BvWreckFacts **facts,
            GError **error)
{
  g_autoptr (BvLibrary) wreck = opened;
  g_autoptr (GArray) strays = g_array_new (FALSE, FALSE, sizeof (BvLedgerStray));
  g_autoptr (GError) cause = NULL;

  *facts = bv_wreck_facts_read (wreck, is_proven, strays, &cause);
  if (*facts == NULL && !is_proven)
    refuse_older (vault_owner, cause->message, error);
  else if (*facts == NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  if (*facts == NULL)
    return NULL;
  if (strays->len == 0)
    return g_steal_pointer (&wreck);
  g_clear_pointer (&wreck, bv_library_close);
  remove_strays (work, strays);
  return bv_library_open_copy (work, vault_owner, error);
}

/**
 * bv_wreck_open:
 * @database: the database of a library that nobody has open; it is not changed
 * @vault_owner: the folder whose vault has its evidence
 * @work: the path of a file that is made for it, which the caller removes
 * @facts: (out) (transfer full) (nullable): what is left; %NULL on failure
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): what is left, to be read; %NULL with @error set where nothing can be
 * read
 */
BvLibrary *
bv_wreck_open (const char *database,
               const char *vault_owner,
               const char *work,
               BvWreckFacts **facts,
               GError **error)
{
  g_autofree char *from = bv_file_system_reach (database, ROOM);
  g_autofree char *to = bv_file_system_reach (work, ROOM);
  g_autofree char *log = g_strconcat (to, "-wal", NULL);
  gboolean is_proven = FALSE;
  BvLibrary *wreck;

  *facts = NULL;
  if (!copy_file (from, to, error) || !copy_log (from, to, error))
    return NULL;
  mend_header (to, g_file_test (log, G_FILE_TEST_EXISTS));
  mend_indexes (to);
  wreck = open_current (to, vault_owner, &is_proven, error);
  return wreck != NULL ? read_facts (wreck, is_proven, to, vault_owner, facts, error) : NULL;
}
