/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema.h"

#include "store/library-private.h"
#include "store/statement.h"
#include "store/store-resources.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* Says of a database file that it is a library: "BnVg". */
#define APPLICATION_ID 0x426e5667

#define RESOURCE_FOLDER "/io/github/bangvang/store/schema"

static const char *const steps[] = { "001-campaigns.sql", "002-submission-text.sql", "003-letters.sql" };

static gboolean
execute (BvLibrary *library, const char *sql, GError **error)
{
  if (sqlite3_exec (library->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return bv_statement_fail (library, error);
}

static gboolean
run_step (BvLibrary *library, guint step, GError **error)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_FOLDER "/%s", steps[step]);
  g_autoptr (GBytes) sql
    = g_resource_lookup_data (bv_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *script = NULL;
  GError *ignored = NULL;

  if (sql == NULL)
    return FALSE;
  script
    = g_strdup_printf ("BEGIN IMMEDIATE; %s; PRAGMA application_id = %d; PRAGMA user_version = %u; COMMIT",
                       (const char *) g_bytes_get_data (sql, NULL), APPLICATION_ID, step + 1);
  if (execute (library, script, error))
    return TRUE;
  if (!sqlite3_get_autocommit (library->db) && !execute (library, "ROLLBACK", &ignored))
    g_clear_error (&ignored);
  return FALSE;
}

/* So is one whose maker was killed between two steps. */
static gboolean
is_empty (BvLibrary *library, gint64 version)
{
  return version == 0 || bv_statement_get_number (library, "SELECT count (*) FROM journal", 1, NULL, "") == 0;
}

/* Before a step changes a library that holds data, a copy of the database stays beside it. */
static gboolean
keep_copy (BvLibrary *library, gint64 version, GError **error)
{
  g_autofree char *name = g_strdup_printf ("bangvang-%" G_GINT64_FORMAT ".db", version);
  g_autofree char *path = bv_library_get_path (library, name);

  if (is_empty (library, version) || g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  return bv_statement_run (library, "VACUUM INTO ?1", error, "s", path);
}

/* A new file has no tables yet; any other without the marks belongs to somebody else. */
static gboolean
is_library (BvLibrary *library, gint64 version, GError **error)
{
  gint64 id = bv_statement_get_number (library, "PRAGMA application_id", -1, error, "");

  if (id == 0 && version == 0)
    return bv_statement_get_number (library, "SELECT count (*) FROM sqlite_schema", 1, error, "") == 0;
  return id == APPLICATION_ID;
}

/* Whether the last error says that the file is no database at all. */
static gboolean
is_foreign (BvLibrary *library)
{
  int code = sqlite3_errcode (library->db) & 0xff;

  return code == SQLITE_NOTADB || code == SQLITE_CORRUPT;
}

/**
 * bv_schema_check:
 * @library: an open library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with %BV_STORE_ERROR_FORMAT where the database is not a library, or is of a newer program
 */
gboolean
bv_schema_check (BvLibrary *library, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 version = bv_statement_get_number (library, "PRAGMA user_version", 0, NULL, "");
  gboolean ours = is_library (library, version, &local);
  const char *complaint = NULL;

  if (local != NULL && !is_foreign (library))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!ours)
    complaint = _ ("this is not a library of Bảng Vàng: choose another folder");
  else if (version > (gint64) G_N_ELEMENTS (steps))
    complaint = _ ("a newer Bảng Vàng made this library: install that version");
  if (complaint == NULL)
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FORMAT, "%s: %s", library->folder, complaint);
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
  return bv_statement_get_number (library, "PRAGMA user_version", 0, NULL, "")
         == (gint64) G_N_ELEMENTS (steps);
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
  gint64 version = bv_statement_get_number (library, "PRAGMA user_version", 0, NULL, "");

  if (version < (gint64) G_N_ELEMENTS (steps) && !keep_copy (library, version, error))
    return FALSE;
  for (guint step = version; step < G_N_ELEMENTS (steps); step++)
    if (!run_step (library, step, error))
      return FALSE;
  return TRUE;
}
