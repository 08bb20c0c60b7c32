/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup/row-digest.h"

#include "store/digest.h"
#include "store/library-private.h"
#include "store/statement.h"

#include <string.h>

/* What stands in pages of its own; a virtual table shows rows of others. */
#define TABLES                                                                                       \
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name " \
  "NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"

/* FTS5's own tables: nobody typed their rows. */
#define INDEX_PREFIX "search_"

/* A value with its type and length, so that no two rows are written by the same bytes. */
static void
add_cell (BvDigest *digest, sqlite3_stmt *row, int column)
{
  int type = sqlite3_column_type (row, column);
  gint64 number = type == SQLITE_INTEGER ? GINT64_TO_LE (sqlite3_column_int64 (row, column)) : 0;
  gconstpointer bytes = type == SQLITE_INTEGER ? &number : sqlite3_column_blob (row, column);
  gint64 length = type == SQLITE_INTEGER ? (gint64) sizeof number : sqlite3_column_bytes (row, column);
  gint64 head = GINT64_TO_LE (length << 8 | type);

  bv_digest_update (digest, &head, sizeof head);
  if (length > 0)
    bv_digest_update (digest, bytes, length);
}

static gint64
add_rows (BvDigest *digest, sqlite3_stmt *rows, int *result)
{
  gint64 n_rows = 0;

  while ((*result = sqlite3_step (rows)) == SQLITE_ROW)
    {
      n_rows++;
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        add_cell (digest, rows, i);
    }
  return n_rows;
}

static gboolean
add_table (BvLibrary *library, const char *table, BvDigest *digest, gint64 *n_rows, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *rows = NULL;
  int result = sqlite3_prepare_v2 (library->db, sql, -1, &rows, NULL);
  gint64 n = 0;
  gint64 end;

  bv_digest_update (digest, table, strlen (table) + 1);
  if (result == SQLITE_OK)
    n = add_rows (digest, rows, &result);
  end = GINT64_TO_LE (n);
  bv_digest_update (digest, &end, sizeof end);
  if (result != SQLITE_DONE)
    bv_statement_fail (library, error);
  sqlite3_finalize (rows);
  if (!g_str_has_prefix (table, INDEX_PREFIX))
    *n_rows += n;
  return result == SQLITE_DONE;
}

static gpointer
read_name (sqlite3_stmt *row)
{
  return g_strdup ((const char *) sqlite3_column_text (row, 0));
}

/**
 * bv_row_digest_compute:
 * @library: a library, in one state of reading
 * @n_rows: (out): how many rows there are, without those of the search's index
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads every value of every table, whatever the schema: two databases of the same rows have the same digest.
 *
 * Returns: (transfer full) (nullable): the SHA-256; %NULL with @error set where a table cannot be read
 */
char *
bv_row_digest_compute (BvLibrary *library, gint64 *n_rows, GError **error)
{
  g_autoptr (GPtrArray) tables = bv_statement_list (library, TABLES, read_name, g_free, error, "");
  g_autoptr (BvDigest) digest = bv_digest_new ();

  *n_rows = 0;
  if (tables == NULL)
    return NULL;
  for (guint i = 0; i < tables->len; i++)
    if (!add_table (library, g_ptr_array_index (tables, i), digest, n_rows, error))
      return NULL;
  return bv_digest_finish (digest);
}
