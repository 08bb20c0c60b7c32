/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema.h"

#include "store/backup/upgrade-copy.h"
#include "store/file-system.h"
#include "store/library-parts.h"
#include "store/library-private.h"
#include "store/proof/chain.h"
#include "store/proof/witnessed-tables.h"
#include "store/search.h"
#include "store/statement.h"
#include "store/store-resources.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Says of a database file that it is a library: "BnVg". */
#define APPLICATION_ID 0x426e5667

#define RESOURCE_FOLDER "/io/github/bangvang/store/schema"

/* No program will ever have so many steps: the number is none that was written. */
#define MOST_STEPS 1000

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Kept for good: where the program ends while a thread still looks at a library, the steps outlive that. */
static GResource *
get_resource (void)
{
  static GResource *kept;

  if (g_once_init_enter (&kept))
    g_once_init_leave (&kept, g_resource_ref (bv_store_get_resource ()));
  return kept;
}

/* The steps are the scripts that are built in, in the order of their numbers. */
static const char *const *
list_steps (void)
{
  static gsize ready = 0;
  static char **steps;

  if (g_once_init_enter (&ready))
    {
      steps = g_resource_enumerate_children (get_resource (), RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                             NULL);
      qsort (steps, g_strv_length (steps), sizeof *steps, compare_names);
      g_once_init_leave (&ready, 1);
    }
  return (const char *const *) steps;
}

static guint
count_steps (void)
{
  return g_strv_length ((char **) list_steps ());
}

/* The step that links the actions of older programs. */
#define PROOF_STEP "006-proof.sql"

/* Of a row that is older than a column of its table, SQLite's sessions take the missing value for null
 * instead of the default, so that the next change of it could not be undone: every row is written in full. */
static gboolean
write_rows_in_full (BvLibrary *library, GError **error)
{
  g_autoptr (GHashTable) tables = bv_witnessed_tables_read (library, error);
  GHashTableIter iter;
  gpointer value;
  gboolean ok = tables != NULL;

  if (ok)
    g_hash_table_iter_init (&iter, tables);
  while (ok && g_hash_table_iter_next (&iter, NULL, &value))
    {
      const BvWitnessedTable *table = value;
      const char *column = bv_witnessed_table_column (table, table->columns->len - 1)->name;
      g_autofree char *sql
        = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = \"%s\"", table->name, column, column);

      ok = bv_statement_run_script (library, sql, error);
    }
  return ok;
}

/* What a step's script cannot do by itself, in the same transaction. */
static gboolean
run_further_work (BvLibrary *library, guint step, GError **error)
{
  const char *name = list_steps ()[step];

  if (strcmp (name, PROOF_STEP) < 0)
    return TRUE;
  return write_rows_in_full (library, error)
         && (!g_str_equal (name, PROOF_STEP) || bv_chain_adopt (library, error));
}

static gboolean
take_step (BvLibrary *library, guint step, const char *sql, GError **error)
{
  g_autofree char *marks
    = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u", APPLICATION_ID, step + 1);

  return bv_statement_run (library, "BEGIN IMMEDIATE", error, "")
         && bv_statement_run_script (library, sql, error) && run_further_work (library, step, error)
         && bv_statement_run_script (library, marks, error)
         && bv_statement_run (library, "COMMIT", error, "");
}

static GBytes *
load_step (guint step, GError **error)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_FOLDER "/%s", list_steps ()[step]);

  return g_resource_lookup_data (get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static gboolean
run_step (BvLibrary *library, guint step, GError **error)
{
  g_autoptr (GBytes) sql = load_step (step, error);

  if (sql == NULL)
    return FALSE;
  if (take_step (library, step, g_bytes_get_data (sql, NULL), error))
    {
      library->version = step + 1;
      return TRUE;
    }
  if (!sqlite3_get_autocommit (library->db))
    bv_statement_run (library, "ROLLBACK", NULL, "");
  return FALSE;
}

/* So is one whose maker was killed between two steps. */
static gboolean
is_empty (BvLibrary *library, guint version)
{
  return version == 0 || bv_statement_get_number (library, "SELECT count (*) FROM journal", 1, NULL, "") == 0;
}

/* A new file has no tables yet; any other without the marks belongs to somebody else. Only these pragmas read
 * no table: of a damaged library the first that does says what is wrong. */
static gboolean
is_library (BvLibrary *library, GError **error)
{
  gint64 version = 0;
  gint64 id = -1;

  library->version = 0;
  if (!bv_statement_read_number (library, "PRAGMA user_version", &version, error, "")
      || !bv_statement_read_number (library, "PRAGMA application_id", &id, error, ""))
    return FALSE;
  library->version = version;
  if (id == 0 && library->version == 0)
    return bv_statement_get_number (library, "SELECT count (*) FROM sqlite_schema", 1, error, "") == 0;
  return id == APPLICATION_ID;
}

/* Whether the last error says that the file is not a database at all. */
static gboolean
is_foreign (BvLibrary *library)
{
  int code = sqlite3_errcode (library->db) & 0xff;

  return code == SQLITE_NOTADB || code == SQLITE_CORRUPT;
}

/* What lies beside the database of a library that was used, and beside no other. */
static gboolean
was_library (BvLibrary *library)
{
  g_autofree char *vault = bv_library_get_path (library, BV_LIBRARY_VAULT);
  g_autofree char *backups = bv_library_get_path (library, BV_LIBRARY_BACKUPS);

  return g_file_test (vault, G_FILE_TEST_IS_DIR) || g_file_test (backups, G_FILE_TEST_IS_DIR);
}

/* An empty file is a library that is to be made, but not where one was. */
static gboolean
is_torn (BvLibrary *library, gboolean ours)
{
  return (!ours || library->version == 0 || library->version > MOST_STEPS) && was_library (library);
}

static gboolean
refuse_damaged (const char *shown, GError **error)
{
  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED,
    _ ("%s: the database does not begin as that of a library does, though its files lie beside it: it "
       "is damaged. Take back a backup"),
    shown);
  return FALSE;
}

/**
 * bv_schema_check:
 * @library: an open library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with %BV_STORE_ERROR_FORMAT where the database is not a library, or is of a newer program;
 * with %BV_STORE_ERROR_DAMAGED where it was one
 */
gboolean
bv_schema_check (BvLibrary *library, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean ours = is_library (library, &local);
  g_autofree char *shown = NULL;
  const char *complaint = NULL;

  if (local != NULL && !is_foreign (library))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  shown = bv_file_system_show (library->is_copy ? library->database : library->folder);
  if (is_torn (library, ours))
    return refuse_damaged (shown, error);
  if (!ours)
    complaint = _ ("this is not a library of Bảng Vàng: choose another folder");
  else if (library->version > count_steps ())
    complaint = _ ("a newer Bảng Vàng made this library: install that version");
  if (complaint == NULL)
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FORMAT, "%s: %s", shown, complaint);
  return FALSE;
}

/**
 * bv_schema_is_current:
 * @library: an open library that bv_schema_check() accepts
 *
 * Returns: whether an upgrade would change nothing
 */
gboolean
bv_schema_is_current (BvLibrary *library)
{
  return library->version == count_steps ();
}

/**
 * bv_schema_has_proof:
 * @library: an open library that bv_schema_check() accepts
 *
 * Returns: whether the program that wrote it kept hashes of actions and digests of the content
 */
gboolean
bv_schema_has_proof (BvLibrary *library)
{
  return library->version > 0 && strcmp (list_steps ()[library->version - 1], PROOF_STEP) >= 0;
}

static gboolean
run_scripts (sqlite3 *db, guint version)
{
  gboolean ok = bv_search_register (db, NULL);

  for (guint step = version; ok && step < count_steps (); step++)
    {
      g_autoptr (GBytes) sql = load_step (step, NULL);

      ok = sql != NULL && sqlite3_exec (db, g_bytes_get_data (sql, NULL), NULL, NULL, NULL) == SQLITE_OK;
    }
  return ok;
}

/**
 * bv_schema_make:
 * @db: an empty database that is no library
 *
 * Returns: whether it has all tables of a library now
 */
gboolean
bv_schema_make (sqlite3 *db)
{
  return run_scripts (db, 0);
}

/**
 * bv_schema_complete:
 * @db: a copy of a library that is only to be read
 * @version: its schema
 *
 * Gives it the tables and columns of this program. No row is touched, as it may be damaged: nothing can be
 * undone in it afterwards, and where it had no proof it has none now.
 *
 * Returns: whether it has them
 */
gboolean
bv_schema_complete (sqlite3 *db, guint version)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %u", count_steps ());

  return run_scripts (db, version) && sqlite3_exec (db, mark, NULL, NULL, NULL) == SQLITE_OK;
}

/**
 * bv_schema_upgrade:
 * @library: a library open for writing
 * @error: return location for a %BV_STORE_ERROR
 *
 * Brings the database to the schema of this program, each step in a transaction of its own.
 *
 * Returns: %FALSE with @error set; the database is then as it was before the step that failed
 */
gboolean
bv_schema_upgrade (BvLibrary *library, GError **error)
{
  guint version = library->version;

  if (version < count_steps () && !is_empty (library, version)
      && !bv_upgrade_copy_keep (library, version, error))
    return FALSE;
  for (guint step = version; step < count_steps (); step++)
    if (!run_step (library, step, error))
      return FALSE;
  return TRUE;
}
