/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/statement.h"

#include "core/points.h"
#include "store/failure.h"
#include "store/file-system.h"
#include "store/library-private.h"
#include "store/proof/damage.h"

#include <glib/gi18n-lib.h>

/* All statements are the program's own: where one is wrong, the tables are not those that it made. */
static gboolean
speaks_of_damage (int code)
{
  return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_ERROR;
}

/**
 * bv_statement_fail:
 * @library: a library whose last call of SQLite failed
 * @error: return location for a %BV_STORE_ERROR
 *
 * Who writes what belongs to a row that somebody removed meanwhile is told so, not what SQLite says.
 *
 * Returns: %FALSE, with @error set to what SQLite says
 */
gboolean
bv_statement_fail (BvLibrary *library, GError **error)
{
  int code = sqlite3_errcode (library->db) & 0xff; /* without what extends it */
  const char *why = bv_failure_describe_database (code, sqlite3_errmsg (library->db));
  g_autofree char *shown = bv_file_system_show (library->database);
  g_autofree char *room = bv_failure_describe_room (why, library->reached);
  const char *hint = "";

  if (sqlite3_extended_errcode (library->db) == SQLITE_CONSTRAINT_FOREIGNKEY)
    {
      g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                           _ ("The campaign, or what this belongs to in it, was removed or replaced "
                              "meanwhile: nothing was changed"));
      return FALSE;
    }
  if (code == SQLITE_FULL)
    hint = _ (": free some space on the disk and try again; nothing was changed");
  else if (code == SQLITE_IOERR)
    hint = _ (
      ": free some space if there is little, else check the disk and how it is connected, and try again");
  else if (code == SQLITE_READONLY || code == SQLITE_CANTOPEN || code == SQLITE_PERM)
    hint = _ (": you may not write in the folder");
  g_set_error (error, BV_STORE_ERROR,
               speaks_of_damage (code) ? BV_STORE_ERROR_DAMAGED : BV_STORE_ERROR_DATABASE, "%s: %s%s%s",
               shown, why, room, hint);
  return FALSE;
}

/**
 * bv_statement_new:
 * @library: a library
 * @sql: one statement; the text must live as long as the library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (nullable): the statement, to be given back by bv_statement_finish(); %NULL on error
 */
sqlite3_stmt *
bv_statement_new (BvLibrary *library, const char *sql, GError **error)
{
  gpointer key = NULL;
  gpointer kept = NULL;
  sqlite3_stmt *statement = NULL;

  if (g_hash_table_steal_extended (library->statements, sql, &key, &kept))
    {
      g_free (key);
      return kept;
    }
  if (sqlite3_prepare_v3 (library->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      bv_statement_fail (library, error);
      return NULL;
    }
  return statement;
}

/**
 * bv_statement_step:
 * @library: the library
 * @statement: a statement from bv_statement_new()
 *
 * Looks at a row before anybody reads it. What is wrong with it bv_statement_finish() says.
 *
 * Returns: what SQLite says; %SQLITE_DONE also where the next row cannot be what the program wrote
 */
int
bv_statement_step (BvLibrary *library, sqlite3_stmt *statement)
{
  int result = sqlite3_step (statement);

  return result == SQLITE_ROW && !bv_damage_check_row (library, statement) ? SQLITE_DONE : result;
}

/**
 * bv_statement_finish:
 * @library: the library
 * @statement: (transfer full): a statement from bv_statement_new()
 * @result: what the last sqlite3_step() returned
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set where @result is an error, or damage was found in the rows
 */
gboolean
bv_statement_finish (BvLibrary *library, sqlite3_stmt *statement, int result, GError **error)
{
  gboolean ok = result == SQLITE_DONE || result == SQLITE_ROW;

  if (!ok)
    bv_statement_fail (library, error);
  library->stepped = NULL;
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  if (g_hash_table_contains (library->statements, sqlite3_sql (statement)))
    sqlite3_finalize (statement);
  else
    g_hash_table_insert (library->statements, g_strdup (sqlite3_sql (statement)), statement);
  return bv_damage_take (library, ok ? error : NULL) && ok;
}

/**
 * bv_statement_bind_number:
 * @statement: a statement
 * @index: from 1
 * @value: a number; %BV_NONE is bound as NULL
 */
void
bv_statement_bind_number (sqlite3_stmt *statement, int index, gint64 value)
{
  if (value == BV_NONE)
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_int64 (statement, index, value);
}

/**
 * bv_statement_bind_text:
 * @statement: a statement
 * @index: from 1
 * @text: (nullable): must live until the statement is finished
 */
void
bv_statement_bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

/**
 * bv_statement_column_number:
 * @statement: a statement at a row
 * @index: from 0
 *
 * Returns: the number, %BV_NONE for NULL
 */
gint64
bv_statement_column_number (sqlite3_stmt *statement, int index)
{
  if (sqlite3_column_type (statement, index) == SQLITE_NULL)
    return BV_NONE;
  return sqlite3_column_int64 (statement, index);
}

/**
 * bv_statement_column_text:
 * @statement: a statement at a row
 * @index: from 0
 *
 * Returns: (transfer none): the text, empty for NULL
 */
const char *
bv_statement_column_text (sqlite3_stmt *statement, int index)
{
  const unsigned char *text = sqlite3_column_text (statement, index);

  return text != NULL ? (const char *) text : "";
}

static sqlite3_stmt *
begin (BvLibrary *library, const char *sql, GError **error, const char *types, va_list values)
{
  sqlite3_stmt *statement = bv_statement_new (library, sql, error);

  for (int i = 0; statement != NULL && types[i] != '\0'; i++)
    {
      if (types[i] == 's')
        bv_statement_bind_text (statement, i + 1, va_arg (values, const char *));
      else
        bv_statement_bind_number (statement, i + 1, va_arg (values, gint64));
    }
  return statement;
}

/**
 * bv_statement_run:
 * @library: a library
 * @sql: a statement that returns no row
 * @error: return location for a %BV_STORE_ERROR
 * @types: one letter a parameter: 'i' for a #gint64, 's' for a const char *
 * @...: the parameters
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_statement_run (BvLibrary *library, const char *sql, GError **error, const char *types, ...)
{
  sqlite3_stmt *statement;
  va_list values;

  va_start (values, types);
  statement = begin (library, sql, error, types, values);
  va_end (values);
  if (statement == NULL)
    return FALSE;
  return bv_statement_finish (library, statement, sqlite3_step (statement), error);
}

/**
 * bv_statement_run_script:
 * @library: a library
 * @script: statements that return no rows
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure; a transaction that the script began is still open then
 */
gboolean
bv_statement_run_script (BvLibrary *library, const char *script, GError **error)
{
  return sqlite3_exec (library->db, script, NULL, NULL, NULL) == SQLITE_OK
         || bv_statement_fail (library, error);
}

static gboolean
step_each (BvLibrary *library, sqlite3_stmt *statement, BvStatementFunc func, gpointer data, GError **error)
{
  int result;

  if (statement == NULL)
    return FALSE;
  while ((result = bv_statement_step (library, statement)) == SQLITE_ROW && !bv_damage_is_noted (library))
    func (statement, data);
  return bv_statement_finish (library, statement, result, error);
}

/**
 * bv_statement_each:
 * @library: a library
 * @sql: a query
 * @func: takes each row
 * @data: for @func
 * @error: return location for a %BV_STORE_ERROR
 * @types: as for bv_statement_run()
 * @...: the parameters
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_statement_each (BvLibrary *library,
                   const char *sql,
                   BvStatementFunc func,
                   gpointer data,
                   GError **error,
                   const char *types,
                   ...)
{
  sqlite3_stmt *statement;
  va_list values;

  va_start (values, types);
  statement = begin (library, sql, error, types, values);
  va_end (values);
  return step_each (library, statement, func, data, error);
}

/**
 * bv_statement_each_as_it_is:
 * @library: a library
 * @sql: a query without parameters
 * @func: takes each row, whatever it holds
 * @data: for @func
 * @error: return location for a %BV_STORE_ERROR
 *
 * For who looks for damage: no row is looked at before.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_statement_each_as_it_is (BvLibrary *library,
                            const char *sql,
                            BvStatementFunc func,
                            gpointer data,
                            GError **error)
{
  sqlite3_stmt *statement = bv_statement_new (library, sql, error);
  int result;

  if (statement == NULL)
    return FALSE;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    func (statement, data);
  return bv_statement_finish (library, statement, result, error);
}

static gboolean
take_number (BvLibrary *library, sqlite3_stmt *statement, gint64 *number, GError **error)
{
  gint64 read = *number;
  int result;

  if (statement == NULL)
    return FALSE;
  result = bv_statement_step (library, statement);
  if (result == SQLITE_ROW)
    read = bv_statement_column_number (statement, 0);
  if (!bv_statement_finish (library, statement, result, error))
    return FALSE;
  *number = read;
  return TRUE;
}

/**
 * bv_statement_read_number:
 * @library: a library
 * @sql: a query of one number
 * @number: (inout): the number; where there is no row, and on failure, as it was
 * @error: return location for a %BV_STORE_ERROR
 * @types: as for bv_statement_run()
 * @...: the parameters
 *
 * For who decides something by it: what cannot be read is no "no".
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_statement_read_number (BvLibrary *library,
                          const char *sql,
                          gint64 *number,
                          GError **error,
                          const char *types,
                          ...)
{
  sqlite3_stmt *statement;
  va_list values;

  va_start (values, types);
  statement = begin (library, sql, error, types, values);
  va_end (values);
  return take_number (library, statement, number, error);
}

/**
 * bv_statement_get_number:
 * @library: a library
 * @sql: a query of one number
 * @fallback: returned where there is no row
 * @error: return location for a %BV_STORE_ERROR
 * @types: as for bv_statement_run()
 * @...: the parameters
 *
 * Returns: the number, @fallback also on error
 */
gint64
bv_statement_get_number (BvLibrary *library,
                         const char *sql,
                         gint64 fallback,
                         GError **error,
                         const char *types,
                         ...)
{
  gint64 number = fallback;
  sqlite3_stmt *statement;
  va_list values;

  va_start (values, types);
  statement = begin (library, sql, error, types, values);
  va_end (values);
  take_number (library, statement, &number, error);
  return number;
}

static gboolean
take_text (BvLibrary *library, sqlite3_stmt *statement, char **text, GError **error)
{
  g_autofree char *read = NULL;
  int result;

  *text = NULL;
  if (statement == NULL)
    return FALSE;
  result = bv_statement_step (library, statement);
  if (result == SQLITE_ROW)
    read = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  if (!bv_statement_finish (library, statement, result, error))
    return FALSE;
  *text = g_steal_pointer (&read);
  return TRUE;
}

/**
 * bv_statement_read_text:
 * @library: a library
 * @sql: a query of one text
 * @text: (out) (transfer full) (nullable): the text; %NULL where there is no row, and on failure
 * @error: return location for a %BV_STORE_ERROR
 * @types: as for bv_statement_run()
 * @...: the parameters
 *
 * For who decides something by it: what cannot be read is no "no".
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_statement_read_text (BvLibrary *library,
                        const char *sql,
                        char **text,
                        GError **error,
                        const char *types,
                        ...)
{
  sqlite3_stmt *statement;
  va_list values;

  va_start (values, types);
  statement = begin (library, sql, error, types, values);
  va_end (values);
  return take_text (library, statement, text, error);
}

/**
 * bv_statement_get_text:
 * @library: a library
 * @sql: a query of one text
 * @error: return location for a %BV_STORE_ERROR
 * @types: as for bv_statement_run()
 * @...: the parameters
 *
 * Returns: (transfer full) (nullable): the text; %NULL where there is no row, and on error
 */
char *
bv_statement_get_text (BvLibrary *library, const char *sql, GError **error, const char *types, ...)
{
  sqlite3_stmt *statement;
  char *text;
  va_list values;

  va_start (values, types);
  statement = begin (library, sql, error, types, values);
  va_end (values);
  take_text (library, statement, &text, error);
  return text;
}

/* Items, and what makes one of a row. */
typedef struct
{
  BvStatementReader read;
  GPtrArray *items;
} List;

static void
append_item (sqlite3_stmt *row, gpointer data)
{
  List *list = data;

  g_ptr_array_add (list->items, list->read (row));
}

/**
 * bv_statement_list:
 * @library: a library
 * @sql: a query
 * @read: makes an item of a row
 * @free_item: frees one
 * @error: return location for a %BV_STORE_ERROR
 * @types: as for bv_statement_run()
 * @...: the parameters
 *
 * Returns: (transfer full) (nullable): the items, in the order of the rows; %NULL with @error set on failure
 */
GPtrArray *
bv_statement_list (BvLibrary *library,
                   const char *sql,
                   BvStatementReader read,
                   GDestroyNotify free_item,
                   GError **error,
                   const char *types,
                   ...)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_item);
  List list = { read, items };
  sqlite3_stmt *statement;
  va_list values;

  va_start (values, types);
  statement = begin (library, sql, error, types, values);
  va_end (values);
  return step_each (library, statement, append_item, &list, error) ? g_steal_pointer (&items) : NULL;
}

static gpointer
read_id (sqlite3_stmt *row)
{
  gint64 id = sqlite3_column_int64 (row, 0);

  return g_memdup2 (&id, sizeof id);
}

/**
 * bv_statement_list_ids:
 * @library: a library
 * @sql: a query whose first column is a row of a table
 * @error: return location for a %BV_STORE_ERROR
 * @types: as for bv_statement_run()
 * @...: the parameters
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the rows, in their order; %NULL with @error set
 * on failure
 */
GPtrArray *
bv_statement_list_ids (BvLibrary *library, const char *sql, GError **error, const char *types, ...)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  List list = { read_id, ids };
  sqlite3_stmt *statement;
  va_list values;

  va_start (values, types);
  statement = begin (library, sql, error, types, values);
  va_end (values);
  return step_each (library, statement, append_item, &list, error) ? g_steal_pointer (&ids) : NULL;
}

/**
 * bv_statement_begin_reading:
 * @library: a library
 * @begun: (out): for bv_statement_end_reading()
 * @error: return location for a %BV_STORE_ERROR
 *
 * From here on all statements see one state of the library, whatever a writer does meanwhile. Inside a
 * transaction they do so already.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_statement_begin_reading (BvLibrary *library, gboolean *begun, GError **error)
{
  *begun = FALSE;
  if (!sqlite3_get_autocommit (library->db))
    return TRUE;
  *begun = bv_statement_run (library, "BEGIN", error, "");
  return *begun;
}

/**
 * bv_statement_end_reading:
 * @library: a library
 * @begun: what bv_statement_begin_reading() said
 */
void
bv_statement_end_reading (BvLibrary *library, gboolean begun)
{
  if (begun)
    bv_statement_run (library, "COMMIT", NULL, "");
}
