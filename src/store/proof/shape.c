/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/proof/shape.h"

#include "store/library-private.h"
#include "store/schema.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* Not the texts of the statements that made them: SQLite writes those anew as it likes. The tables behind the
 * search are SQLite's own. */
#define OURS "m.name NOT LIKE 'search%' AND m.name NOT LIKE 'sqlite%'"
#define SHAPE                                                                                                       \
  "SELECT l.name, concat_all (l.type, l.wr, l.strict) FROM pragma_table_list l WHERE l.schema = 'main' "            \
  "AND l.name NOT LIKE 'search%' AND l.name NOT LIKE 'sqlite%' "                                                    \
  "UNION ALL SELECT m.name, concat_all (c.cid, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk, c.hidden) "       \
  "FROM sqlite_schema m JOIN pragma_table_xinfo (m.name) c WHERE m.type = 'table' AND " OURS " "                    \
  "UNION ALL SELECT m.name, concat_all (f.id, f.seq, f.\"table\", f.\"from\", f.\"to\", f.on_update, f.on_delete) " \
  "FROM sqlite_schema m JOIN pragma_foreign_key_list (m.name) f WHERE m.type = 'table' AND " OURS " "               \
  "UNION ALL SELECT m.name, concat_all (i.name, i.\"unique\", i.origin, i.partial, x.seqno, x.cid, x.\"desc\", "    \
  "x.coll, x.key) FROM sqlite_schema m JOIN pragma_index_list (m.name) i JOIN pragma_index_xinfo (i.name) x "       \
  "WHERE m.type = 'table' AND " OURS

static void
concat_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < n_values; i++)
    {
      const char *value = (const char *) sqlite3_value_text (values[i]);

      g_string_append_printf (text, "%s|", value != NULL ? value : "\n");
    }
  sqlite3_result_text (context, text->str, -1, SQLITE_TRANSIENT);
}

/* Adds to @lines: a line → the table it is of. */
static gboolean
read_shape (sqlite3 *db, GHashTable *lines)
{
  sqlite3_stmt *statement = NULL;
  int result;

  sqlite3_create_function_v2 (db, "concat_all", -1, SQLITE_UTF8, NULL, concat_cb, NULL, NULL, NULL);
  if (sqlite3_prepare_v2 (db, SHAPE, -1, &statement, NULL) != SQLITE_OK)
    return FALSE;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (statement, 0);

      g_hash_table_insert (lines, g_strdup_printf ("%s|%s", table, sqlite3_column_text (statement, 1)),
                           g_strdup (table));
    }
  sqlite3_finalize (statement);
  return result == SQLITE_DONE;
}

/* The tables of the lines that only @lines has. */
static void
add_other_tables (GHashTable *lines, GHashTable *others, GHashTable *tables)
{
  GHashTableIter iter;
  gpointer line;
  gpointer table;

  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, &line, &table))
    if (!g_hash_table_contains (others, line))
      g_hash_table_add (tables, table);
}

static void
tell (GHashTable *tables, GPtrArray *findings)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (tables), (GCompareFunc) g_strcmp0);

  for (const GList *name = names; name != NULL; name = name->next)
    g_ptr_array_add (findings, g_strdup_printf (_ ("database: table %s is not made as this program makes it"),
                                                (const char *) name->data));
}

/**
 * bv_shape_check:
 * @library: a library that is up to date
 * @findings: (element-type utf8): gets a line for each table that is not as the steps of the schema make it
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set if that could not be done
 */
gboolean
bv_shape_check (BvLibrary *library, GPtrArray *findings, GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) tables = g_hash_table_new (g_str_hash, g_str_equal);
  sqlite3 *model = NULL;
  gboolean ok = sqlite3_open (":memory:", &model) == SQLITE_OK && bv_schema_make (model)
                && read_shape (model, expected);

  sqlite3_close (model);
  if (!ok || !read_shape (library->db, found))
    return bv_statement_fail (library, error);
  add_other_tables (found, expected, tables);
  add_other_tables (expected, found, tables);
  tell (tables, findings);
  return TRUE;
}
