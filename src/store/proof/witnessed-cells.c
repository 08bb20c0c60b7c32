/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/proof/witnessed-cells.h"

#include "store/digest.h"

#include <string.h>

/* Most rows have so many bytes of name and key, and most cells so many more. */
#define ROOM 256

/* A row whose cells are told. */
typedef struct
{
  BvWitnessedPlace place;
  GByteArray *bytes; /* table and key, and then a cell */
  guint begin;       /* how many stand before the cell */
  BvWitnessedCellFunc func;
  gpointer data;
} Row;

/**
 * bv_witnessed_place_hash:
 * @place: a #BvWitnessedPlace
 *
 * Returns: a hash of table and keys; the cells of a row have the same
 */
guint
bv_witnessed_place_hash (gconstpointer place)
{
  const BvWitnessedPlace *at = place;
  guint hash = g_str_hash (at->table->name);

  for (guint i = 0; i < BV_WITNESSED_MOST_KEYS; i++)
    hash = hash * 33 ^ g_int64_hash (&at->keys[i]);
  return hash;
}

/**
 * bv_witnessed_place_equal:
 * @a: a #BvWitnessedPlace
 * @b: a #BvWitnessedPlace of the same list of tables
 *
 * Returns: whether they are the same cell
 */
gboolean
bv_witnessed_place_equal (gconstpointer a, gconstpointer b)
{
  const BvWitnessedPlace *first = a;
  const BvWitnessedPlace *second = b;

  for (guint i = 0; i < BV_WITNESSED_MOST_KEYS; i++)
    if (first->keys[i] != second->keys[i])
      return FALSE;
  return first->table == second->table && first->column == second->column;
}

/**
 * bv_witnessed_cells_get_old:
 * @iter: a #sqlite3_changeset_iter at a row
 * @column: from 0
 *
 * Returns: (nullable): the value before; %NULL where the change does not say it
 */
sqlite3_value *
bv_witnessed_cells_get_old (gpointer iter, int column)
{
  sqlite3_value *value = NULL;

  return sqlite3changeset_old (iter, column, &value) == SQLITE_OK ? value : NULL;
}

/**
 * bv_witnessed_cells_get_new:
 * @iter: a #sqlite3_changeset_iter at a row
 * @column: from 0
 *
 * Returns: (nullable): the value afterwards; %NULL where the change does not say it
 */
sqlite3_value *
bv_witnessed_cells_get_new (gpointer iter, int column)
{
  sqlite3_value *value = NULL;

  return sqlite3changeset_new (iter, column, &value) == SQLITE_OK ? value : NULL;
}

/**
 * bv_witnessed_cells_get_column:
 * @statement: a #sqlite3_stmt at a row
 * @column: from 0
 *
 * A connection has one thread at a time, so that what a row holds may be read like any other value.
 *
 * Returns: the value
 */
sqlite3_value *
bv_witnessed_cells_get_column (gpointer statement, int column)
{
  return sqlite3_column_value (statement, column);
}

static void
append_number (GByteArray *bytes, guint64 number, guint length)
{
  guint8 digits[8];

  for (guint i = 0; i < length; i++)
    digits[i] = number >> (8 * (length - 1 - i));
  g_byte_array_append (bytes, digits, length);
}

/* With its type, so that no two values have the same bytes. */
static void
append_value (GByteArray *bytes, sqlite3_value *value)
{
  int type = value != NULL ? sqlite3_value_type (value) : SQLITE_NULL;

  append_number (bytes, type, 1);
  if (type == SQLITE_INTEGER)
    append_number (bytes, sqlite3_value_int64 (value), 8);
  else if (type != SQLITE_NULL)
    {
      const void *text = type == SQLITE_BLOB ? sqlite3_value_blob (value) : sqlite3_value_text (value);
      guint length = sqlite3_value_bytes (value);

      append_number (bytes, length, 4);
      if (length > 0)
        g_byte_array_append (bytes, text, length);
    }
}

static void
begin_row (Row *row, BvWitnessedValueFunc get, gpointer source)
{
  const BvWitnessedTable *table = row->place.table;
  guint n_keys = 0;

  row->bytes = g_byte_array_sized_new (ROOM);
  g_byte_array_append (row->bytes, (const guint8 *) table->name, strlen (table->name) + 1);
  for (guint i = 0; i < table->columns->len; i++)
    if (bv_witnessed_table_column (table, i)->is_key)
      {
        sqlite3_value *key = get (source, i);

        append_value (row->bytes, key);
        if (n_keys < BV_WITNESSED_MOST_KEYS)
          row->place.keys[n_keys++] = key != NULL ? sqlite3_value_int64 (key) : 0;
      }
  row->begin = row->bytes->len;
}

static void
tell_cell (Row *row, guint column, sqlite3_value *value, gboolean is_gained)
{
  guint8 digest[BV_DIGEST_BYTES];
  BvSum sum;

  g_byte_array_set_size (row->bytes, row->begin);
  append_number (row->bytes, column, 2);
  append_value (row->bytes, value);
  bv_digest_compute (row->bytes->data, row->bytes->len, digest);
  bv_sum_read (&sum, digest);
  row->place.column = column;
  row->func (&row->place, &sum, is_gained, row->data);
}

/* A change of an older program knows fewer columns than the table has now. */
static void
tell_value (Row *row, guint column, sqlite3_value *value, gboolean is_gained)
{
  if (value != NULL && !bv_witnessed_table_is_default (row->place.table, column, value))
    tell_cell (row, column, value, is_gained);
}

/**
 * bv_witnessed_cells_each:
 * @table: a table
 * @get: gets the values of a row
 * @source: for @get
 * @is_gained: whether the row comes, or goes
 * @func: called for each cell
 * @data: for @func
 */
void
bv_witnessed_cells_each (const BvWitnessedTable *table,
                         BvWitnessedValueFunc get,
                         gpointer source,
                         gboolean is_gained,
                         BvWitnessedCellFunc func,
                         gpointer data)
{
  Row row = { .place.table = table, .func = func, .data = data };

  begin_row (&row, get, source);
  tell_cell (&row, BV_WITNESSED_OF_ROW, NULL, is_gained);
  for (guint i = 0; i < table->columns->len; i++)
    if (!bv_witnessed_table_column (table, i)->is_key)
      tell_value (&row, i, get (source, i), is_gained);
  g_byte_array_unref (row.bytes);
}

/* The old values are those of the key and of what was changed. */
static void
each_updated (const BvWitnessedTable *table,
              sqlite3_changeset_iter *iter,
              BvWitnessedCellFunc func,
              gpointer data)
{
  Row row = { .place.table = table, .func = func, .data = data };

  begin_row (&row, bv_witnessed_cells_get_old, iter);
  for (guint i = 0; i < table->columns->len; i++)
    {
      sqlite3_value *after
        = bv_witnessed_table_column (table, i)->is_key ? NULL : bv_witnessed_cells_get_new (iter, i);

      if (after == NULL)
        continue;
      tell_value (&row, i, bv_witnessed_cells_get_old (iter, i), FALSE);
      tell_value (&row, i, after, TRUE);
    }
  g_byte_array_unref (row.bytes);
}

/**
 * bv_witnessed_table_find:
 * @tables: of bv_witnessed_tables_read()
 * @iter: at a row of a changeset
 *
 * Returns: (transfer none) (nullable): the table of the row; %NULL: it is none of them
 */
const BvWitnessedTable *
bv_witnessed_table_find (GHashTable *tables, sqlite3_changeset_iter *iter)
{
  const char *name = NULL;
  int n_columns = 0;
  int operation = 0;

  sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
  return g_hash_table_lookup (tables, name);
}

/**
 * bv_witnessed_cells_each_changed:
 * @table: the table of @iter
 * @iter: at a row of a changeset
 * @func: called for each cell that is lost or gained
 * @data: for @func
 */
void
bv_witnessed_cells_each_changed (const BvWitnessedTable *table,
                                 sqlite3_changeset_iter *iter,
                                 BvWitnessedCellFunc func,
                                 gpointer data)
{
  const char *name = NULL;
  int n_columns = 0;
  int operation = 0;

  sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
  if (operation == SQLITE_INSERT)
    bv_witnessed_cells_each (table, bv_witnessed_cells_get_new, iter, TRUE, func, data);
  else if (operation == SQLITE_DELETE)
    bv_witnessed_cells_each (table, bv_witnessed_cells_get_old, iter, FALSE, func, data);
  else
    each_updated (table, iter, func, data);
}
