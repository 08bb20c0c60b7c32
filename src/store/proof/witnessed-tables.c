/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/proof/witnessed-tables.h"

#include "store/layout.h"
#include "store/statement.h"

#include <string.h>

/* Of tables that are no entity of a campaign. */
static const struct
{
  const char *table;
  const char *owner;
  int column;
  gboolean is_record;
} others[] = {
  { "participation", "campaign", 0, FALSE },
  { "proposal", "campaign", 1, TRUE },
  { "handout", "campaign", 1, TRUE },
  { "letter", "campaign", 1, TRUE },
  { "receipt", "campaign", 1, TRUE },
  { "template", NULL, 0, TRUE },
  { "learned", NULL, 0, FALSE },
};

static void
column_clear (gpointer data)
{
  BvWitnessedColumn *column = data;

  g_free (column->name);
  g_free (column->text);
}

static void
table_free (gpointer data)
{
  BvWitnessedTable *table = data;

  g_array_unref (table->columns);
  g_free (table->find_owner);
  g_free (table);
}

static void
find_owner (BvWitnessedTable *table)
{
  const BvLayout *layout = bv_layout_find_table (table->name);

  if (layout != NULL)
    {
      table->owner = g_intern_string (layout->owners[0]);
      table->owner_column = layout->has_id;
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].table, table->name))
      {
        table->owner = g_intern_string (others[i].owner);
        table->owner_column = others[i].column;
        table->is_record = others[i].is_record;
      }
}

static BvWitnessedTable *
table_new (const char *name)
{
  BvWitnessedTable *table = g_new0 (BvWitnessedTable, 1);

  table->name = g_intern_string (name);
  table->columns = g_array_new (FALSE, TRUE, sizeof (BvWitnessedColumn));
  g_array_set_clear_func (table->columns, column_clear);
  find_owner (table);
  return table;
}

/* As SQLite keeps it: the text of an expression. */
static void
read_default (BvWitnessedColumn *column, const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  column->type = SQLITE_NULL;
  if (length >= 2 && text[0] == '\'' && text[length - 1] == '\'')
    {
      g_autoptr (GString) plain = g_string_new_len (text + 1, length - 2);

      g_string_replace (plain, "''", "'", 0);
      column->type = SQLITE_TEXT;
      column->text = g_strdup (plain->str);
    }
  else if (length > 0 && g_ascii_strcasecmp (text, "null") != 0)
    {
      column->type = SQLITE_INTEGER;
      column->number = g_ascii_strtoll (text, NULL, 10);
    }
}

/* The rows of a table come one after the other, in the order of the columns. */
static void
take_column (sqlite3_stmt *row, gpointer data)
{
  GHashTable *tables = data;
  const char *name = (const char *) sqlite3_column_text (row, 0);
  BvWitnessedTable *table;
  BvWitnessedColumn column = { .is_key = sqlite3_column_int (row, 3) != 0 };

  if (name == NULL || !bv_witnessed_tables_take (name))
    return;
  table = g_hash_table_lookup (tables, name);
  if (table == NULL)
    {
      table = table_new (name);
      g_hash_table_insert (tables, (gpointer) table->name, table);
    }
  column.name = g_strdup ((const char *) sqlite3_column_text (row, 1));
  read_default (&column, (const char *) sqlite3_column_text (row, 2));
  g_array_append_val (table->columns, column);
}

static void
write_query (gpointer key, gpointer value, gpointer data)
{
  BvWitnessedTable *table = value;

  if (table->owner != NULL && !bv_witnessed_table_column (table, table->owner_column)->is_key)
    table->find_owner
      = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1",
                         bv_witnessed_table_column (table, table->owner_column)->name, table->name);
}

/**
 * bv_witnessed_tables_take:
 * @table: a table's name
 *
 * Returns: whether its changes are recorded by the journal: not the journal itself, what proves it, what is
 * derived from journalled rows, and what is noted of files
 */
gboolean
bv_witnessed_tables_take (const char *table)
{
  static const char *const apart[] = { "journal", "chain", "content", "sort_key", "unfinished", NULL };

  return !g_strv_contains (apart, table) && !g_str_has_prefix (table, "search")
         && !g_str_has_prefix (table, "sqlite_");
}

/**
 * bv_witnessed_tables_read:
 * @library: a library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type utf8 BvWitnessedTable): the journalled tables by their
 * names
 */
GHashTable *
bv_witnessed_tables_read (BvLibrary *library, GError **error)
{
  g_autoptr (GHashTable) tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, table_free);

  if (!bv_statement_each (library,
                          "SELECT m.name, c.name, c.dflt_value, c.pk FROM sqlite_schema m "
                          "JOIN pragma_table_info (m.name) c WHERE m.type = 'table' ORDER BY m.name, c.cid",
                          take_column, tables, error, ""))
    return NULL;
  g_hash_table_foreach (tables, write_query, NULL);
  return g_steal_pointer (&tables);
}

/**
 * bv_witnessed_table_column:
 * @table: a table
 * @column: from 0
 *
 * Returns: (transfer none): the column
 */
const BvWitnessedColumn *
bv_witnessed_table_column (const BvWitnessedTable *table, int column)
{
  return &g_array_index (table->columns, BvWitnessedColumn, column);
}

/**
 * bv_witnessed_table_is_default:
 * @table: a table
 * @column: from 0
 * @value: a value
 *
 * Returns: whether a row that a younger step gave the column has that value
 */
gboolean
bv_witnessed_table_is_default (const BvWitnessedTable *table, int column, sqlite3_value *value)
{
  const BvWitnessedColumn *known = bv_witnessed_table_column (table, column);

  if (sqlite3_value_type (value) != known->type)
    return FALSE;
  if (known->type == SQLITE_INTEGER)
    return sqlite3_value_int64 (value) == known->number;
  if (known->type != SQLITE_TEXT)
    return TRUE;
  return sqlite3_value_bytes (value) == (int) strlen (known->text)
         && memcmp (sqlite3_value_text (value), known->text, strlen (known->text)) == 0;
}

/* A query whose rows are told. */
typedef struct
{
  const BvWitnessedTable *table;
  BvWitnessedRowFunc func;
  gpointer data;
} Reading;

static void
tell_row (sqlite3_stmt *row, gpointer data)
{
  const Reading *reading = data;

  reading->func (reading->table, row, reading->data);
}

static char *
write_reverse_order (const BvWitnessedTable *table)
{
  GString *sql = g_string_new (" ORDER BY ");

  for (guint i = 0; i < table->columns->len; i++)
    if (bv_witnessed_table_column (table, i)->is_key)
      g_string_append_printf (sql, "\"%s\" DESC, ", bv_witnessed_table_column (table, i)->name);
  g_string_truncate (sql, sql->len - 2);
  return g_string_free (sql, FALSE);
}

/**
 * bv_witnessed_table_each_row:
 * @library: a library
 * @table: a table of it
 * @torn: whether pages of it may be unreadable: what lies behind such a one is read from the other end
 * @func: takes each row
 * @data: for @func
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure, but never of a @torn table
 */
gboolean
bv_witnessed_table_each_row (BvLibrary *library,
                             const BvWitnessedTable *table,
                             gboolean torn,
                             BvWitnessedRowFunc func,
                             gpointer data,
                             GError **error)
{
  Reading reading = { table, func, data };
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" NOT INDEXED", table->name);
  g_autofree char *order = NULL;
  g_autofree char *reverse = NULL;

  if (bv_statement_each_as_it_is (library, sql, tell_row, &reading, torn ? NULL : error))
    return TRUE;
  if (!torn)
    return FALSE;
  order = write_reverse_order (table);
  reverse = g_strconcat (sql, order, NULL);
  bv_statement_each_as_it_is (library, reverse, tell_row, &reading, NULL);
  return TRUE;
}
