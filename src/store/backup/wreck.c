/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup/wreck.h"

#include "store/failure.h"
#include "store/file-system.h"
#include "store/proof/content.h"
#include "store/schema.h"
#include "store/shown-path.h"
#include "store/statement.h"

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

static BvLibrary *
open_current (const char *work, const char *vault_owner, GError **error)
{
  g_autoptr (BvLibrary) wreck = bv_library_open_copy (work, vault_owner, error);

  if (wreck == NULL || bv_schema_is_current (wreck))
    return g_steal_pointer (&wreck);
  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED,
    _ ("%s: this library is of an older Bảng Vàng, which could not prove yet what is whole in it: take "
       "back a backup"),
    vault_owner);
  return NULL;
}

/**
 * bv_wreck_open:
 * @database: the database of a library that nobody has open; it is not changed
 * @vault_owner: the folder whose vault has its evidence
 * @work: the path of a file that is made for it, which the caller removes
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): what is left, to be read; %NULL with @error set where nothing can be
 * read
 */
BvLibrary *
bv_wreck_open (const char *database, const char *vault_owner, const char *work, GError **error)
{
  g_autofree char *from = bv_file_system_reach (database, ROOM);
  g_autofree char *to = bv_file_system_reach (work, ROOM);
  g_autofree char *log = g_strconcat (to, "-wal", NULL);

  if (!copy_file (from, to, error) || !copy_log (from, to, error))
    return NULL;
  mend_header (to, g_file_test (log, G_FILE_TEST_EXISTS));
  mend_indexes (to);
  return open_current (work, vault_owner, error);
}

static void
free_campaign (BvWreckCampaign *campaign)
{
  g_free (campaign->key);
  g_free (campaign->title);
  g_free (campaign);
}

/**
 * bv_wreck_facts_free:
 * @facts: (transfer full): facts
 */
void
bv_wreck_facts_free (BvWreckFacts *facts)
{
  g_ptr_array_unref (facts->campaigns);
  g_free (facts);
}

static BvWreckCampaign *
find_campaign (BvWreckFacts *facts, gint64 id)
{
  BvWreckCampaign *campaign;

  for (guint i = 0; i < facts->campaigns->len; i++)
    {
      campaign = facts->campaigns->pdata[i];
      if (campaign->id == id)
        return campaign;
    }
  campaign = g_new0 (BvWreckCampaign, 1);
  campaign->id = id;
  g_ptr_array_add (facts->campaigns, campaign);
  return campaign;
}

static char *
read_text (sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static void
read_campaign (sqlite3_stmt *row, gpointer facts)
{
  BvWreckCampaign *campaign = find_campaign (facts, sqlite3_column_int64 (row, 0));

  if (campaign->key != NULL)
    return;
  campaign->key = read_text (row, 1);
  campaign->title = read_text (row, 2);
}

/* Of one whose own row cannot be read it is still known that it was there. */
static void
read_digest (sqlite3_stmt *row, gpointer facts)
{
  gint64 id = sqlite3_column_int64 (row, 0);

  if (id != 0)
    find_campaign (facts, id);
}

/**
 * bv_wreck_read:
 * @wreck: a library of bv_wreck_open()
 * @error: return location for a %BV_STORE_ERROR
 *
 * Whole is what the digests of the content witness (store/proof/content.h): nothing is missing, and nothing
 * is another than it was.
 *
 * Returns: (transfer full) (nullable): what is left; %NULL with @error set where nothing can be read
 */
BvWreckFacts *
bv_wreck_read (BvLibrary *wreck, GError **error)
{
  g_autoptr (GHashTable) whole = bv_content_list_whole (wreck, error);
  g_autoptr (BvWreckFacts) facts = NULL;
  const gint64 units = 0;

  if (whole == NULL)
    return NULL;
  facts = g_new0 (BvWreckFacts, 1);
  facts->campaigns = g_ptr_array_new_with_free_func ((GDestroyNotify) free_campaign);
  bv_statement_each_as_it_is (wreck, "SELECT id, key, title FROM campaign NOT INDEXED", read_campaign, facts,
                              NULL);
  bv_statement_each_as_it_is (wreck, "SELECT id, key, title FROM campaign NOT INDEXED ORDER BY id DESC",
                              read_campaign, facts, NULL);
  bv_statement_each_as_it_is (wreck, "SELECT campaign FROM content", read_digest, facts, NULL);
  for (guint i = 0; i < facts->campaigns->len; i++)
    {
      BvWreckCampaign *campaign = facts->campaigns->pdata[i];

      campaign->is_whole = g_hash_table_contains (whole, &campaign->id);
    }
  facts->units_are_whole = g_hash_table_contains (whole, &units);
  return g_steal_pointer (&facts);
}
