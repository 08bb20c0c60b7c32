/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/proof/damage.h"

#include "store/library-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* What a column of a query may hold. */
typedef struct
{
  char *table; /* NULL: it is computed */
  char *name;
  int type; /* SQLITE_INTEGER, SQLITE_TEXT or SQLITE_BLOB; 0: any */
  gboolean is_required;
  int row; /* the column with the row's number; -1: there is none */
} Column;

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_free (column->table);
  g_free (column->name);
}

/* SQLite says of any column where it comes from, but not whether a join, a union or a query in its place may
 * have left it empty. */
static gboolean
is_plain (const char *sql)
{
  const char *from = strstr (sql, " FROM ");
  const char *inner = strstr (sql, "(SELECT");

  return g_str_has_prefix (sql, "SELECT") && from != NULL && (inner == NULL || inner > from)
         && strstr (sql, "LEFT JOIN") == NULL && strstr (sql, "UNION") == NULL
         && strstr (sql, "FROM (") == NULL;
}

static int
find_type (const char *declared)
{
  if (g_strcmp0 (declared, "INTEGER") == 0)
    return SQLITE_INTEGER;
  if (g_strcmp0 (declared, "TEXT") == 0)
    return SQLITE_TEXT;
  return g_strcmp0 (declared, "BLOB") == 0 ? SQLITE_BLOB : 0;
}

static void
read_origin (BvLibrary *library, sqlite3_stmt *statement, int index, Column *column)
{
  const char *declared = NULL;
  int not_null = 0;
  int is_key = 0;

  column->table = g_strdup (sqlite3_column_table_name (statement, index));
  column->name = g_strdup (sqlite3_column_origin_name (statement, index));
  if (column->table == NULL
      || sqlite3_table_column_metadata (library->db, "main", column->table, column->name, &declared, NULL,
                                        &not_null, &is_key, NULL)
           != SQLITE_OK)
    return;
  column->type = find_type (declared);
  column->is_required = not_null != 0 || is_key != 0;
}

static int
find_row (const GArray *columns, const char *table)
{
  for (guint i = 0; table != NULL && i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);

      if (g_strcmp0 (column->table, table) == 0
          && (g_str_equal (column->name, "id") || g_str_equal (column->name, "nominee")))
        return i;
    }
  return -1;
}

static GArray *
read_columns (BvLibrary *library, sqlite3_stmt *statement)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));
  gboolean plain = is_plain (sqlite3_sql (statement));

  g_array_set_clear_func (columns, column_clear);
  g_array_set_size (columns, sqlite3_column_count (statement));
  for (guint i = 0; plain && i < columns->len; i++)
    read_origin (library, statement, i, &g_array_index (columns, Column, i));
  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = &g_array_index (columns, Column, i);

      column->row = find_row (columns, column->table);
    }
  return columns;
}

/* Kept by the text of the statement, as the statements are; of most rows it is that of the row before. */
static const GArray *
find_columns (BvLibrary *library, sqlite3_stmt *statement)
{
  const char *sql;
  GArray *columns;

  if (library->stepped == statement)
    return library->stepped_columns;
  sql = sqlite3_sql (statement);
  columns = g_hash_table_lookup (library->columns, sql);
  if (columns == NULL)
    {
      columns = read_columns (library, statement);
      g_hash_table_insert (library->columns, g_strdup (sql), columns);
    }
  library->stepped = statement;
  library->stepped_columns = columns;
  return columns;
}

/* What is wrong with a value; NULL: nothing. */
static const char *
check_value (sqlite3_stmt *row, int index, const Column *column)
{
  int type = sqlite3_column_type (row, index);
  const char *text;

  if (type == SQLITE_NULL)
    return column->is_required ? _ ("it is empty") : NULL;
  if (column->type != 0 && type != column->type)
    return _ ("it is of another kind");
  if (type != SQLITE_TEXT)
    return NULL;
  text = (const char *) sqlite3_column_text (row, index);
  return text != NULL && g_utf8_validate (text, sqlite3_column_bytes (row, index), NULL)
           ? NULL
           : _ ("it is no text");
}

/**
 * bv_damage_check_row:
 * @library: a library
 * @row: a statement at a row
 *
 * Looks at the types of all columns, at what must not be empty, and at the characters of texts: whoever reads
 * the row need not.
 *
 * Returns: whether the row can be read; else the damage is noted
 */
gboolean
bv_damage_check_row (BvLibrary *library, sqlite3_stmt *row)
{
  const GArray *columns = find_columns (library, row);

  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      const char *complaint = check_value (row, i, column);
      g_autofree char *what = NULL;

      if (complaint == NULL)
        continue;
      what = g_strdup_printf ("%s: %s", column->name != NULL ? column->name : "?", complaint);
      bv_damage_note (library, column->table, column->row >= 0 ? sqlite3_column_int64 (row, column->row) : 0,
                      what);
      return FALSE;
    }
  return TRUE;
}

/**
 * bv_damage_note:
 * @library: a library
 * @table: (nullable): where something stands that cannot be; %NULL: it is not known
 * @id: the row; 0: it is not known
 * @what: which column, and what is wrong with it
 *
 * The statement that is read ends with that error.
 */
void
bv_damage_note (BvLibrary *library, const char *table, gint64 id, const char *what)
{
  g_autofree char *row = id != 0 ? g_strdup_printf (_ (", row %" PRId64), id) : g_strdup ("");

  if (library->damage == NULL)
    library->damage
      = g_error_new (BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED,
                     /* Translators: the file, a table, perhaps a row, what is wrong */
                     _ ("%s/bangvang.db is damaged: table %s%s: %s: run “verify”, and take back a backup"),
                     library->folder, table != NULL ? table : "?", row, what);
}

/**
 * bv_damage_is_noted:
 * @library: a library
 *
 * Returns: whether there is damage that nobody has taken yet
 */
gboolean
bv_damage_is_noted (BvLibrary *library)
{
  return library->damage != NULL;
}

/**
 * bv_damage_take:
 * @library: a library
 * @error: return location for a %BV_STORE_ERROR_DAMAGED
 *
 * Returns: %FALSE with @error set where damage was noted; it is forgotten then
 */
gboolean
bv_damage_take (BvLibrary *library, GError **error)
{
  if (library->damage == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&library->damage));
  return FALSE;
}
