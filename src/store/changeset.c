/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/changeset.h"

#include "core/assessment.h"
#include "store/layout.h"

#include <string.h>

/* The format is described in SQLite's sqlite3session.c. */
#define TABLE_MARK 'T'
#define MOST_COLUMNS 32767

enum
{
  VALUE_UNDEFINED,
  VALUE_INTEGER,
  VALUE_FLOAT,
  VALUE_TEXT,
  VALUE_BLOB,
  VALUE_NULL,
};

/* What is still to be read. */
typedef struct
{
  const guint8 *next;
  gsize left;
} Cursor;

static gboolean
skip (Cursor *cursor, guint64 length)
{
  if (length > cursor->left)
    return FALSE;
  cursor->next += length;
  cursor->left -= length;
  return TRUE;
}

static gboolean
read_byte (Cursor *cursor, guint8 *byte)
{
  if (cursor->left == 0)
    return FALSE;
  *byte = *cursor->next;
  return skip (cursor, 1);
}

/* Seven bits a byte, the highest first; a ninth byte has all eight. */
static gboolean
read_varint (Cursor *cursor, guint64 *value)
{
  guint8 byte = 0x80;

  *value = 0;
  for (int i = 0; i < 9 && (byte & 0x80) != 0; i++)
    {
      if (!read_byte (cursor, &byte))
        return FALSE;
      *value = i < 8 ? *value << 7 | (byte & 0x7f) : *value << 8 | byte;
    }
  return TRUE;
}

/* The count of columns, a byte for each, and the name of the table. */
static gboolean
read_table (Cursor *cursor, guint64 *n_columns)
{
  const guint8 *end;

  if (!read_varint (cursor, n_columns) || *n_columns == 0 || *n_columns > MOST_COLUMNS
      || !skip (cursor, *n_columns))
    return FALSE;
  end = memchr (cursor->next, '\0', cursor->left);
  return end != NULL && skip (cursor, end - cursor->next + 1);
}

static gboolean
read_value (Cursor *cursor)
{
  guint64 length;
  guint8 type;

  if (!read_byte (cursor, &type))
    return FALSE;
  switch (type)
    {
    case VALUE_UNDEFINED:
    case VALUE_NULL:
      return TRUE;
    case VALUE_INTEGER:
    case VALUE_FLOAT:
      return skip (cursor, 8);
    case VALUE_TEXT:
    case VALUE_BLOB:
      return read_varint (cursor, &length) && skip (cursor, length);
    default:
      return FALSE;
    }
}

/* One row after its operation: a flag, then the values before, after, or both. */
static gboolean
read_row (Cursor *cursor, guint8 operation, guint64 n_columns)
{
  guint64 n_values = operation == SQLITE_UPDATE ? 2 * n_columns : n_columns;

  if (operation != SQLITE_INSERT && operation != SQLITE_UPDATE && operation != SQLITE_DELETE)
    return FALSE;
  if (!skip (cursor, 1))
    return FALSE;
  for (guint64 i = 0; i < n_values; i++)
    if (!read_value (cursor))
      return FALSE;
  return TRUE;
}

/**
 * bv_changeset_count_rows:
 * @changeset: (nullable): what may be a changeset of SQLite's session extension
 * @length: its length in bytes
 *
 * Reads a changeset without trusting it. SQLite's own reader goes round for ever in some that are cut off, so
 * one that may be damaged goes through this first.
 *
 * Returns: how many rows it changes; -1 if it is not a whole changeset
 */
gint64
bv_changeset_count_rows (const void *changeset, gsize length)
{
  Cursor cursor = { changeset, length };
  guint64 n_columns = 0;
  gint64 rows = 0;

  while (cursor.left > 0)
    {
      guint8 mark;
      gboolean is_whole;

      read_byte (&cursor, &mark);
      is_whole = mark == TABLE_MARK ? read_table (&cursor, &n_columns)
                                    : n_columns > 0 && read_row (&cursor, mark, n_columns);
      if (!is_whole)
        return -1;
      rows += mark != TABLE_MARK;
    }
  return rows;
}

/* The nominee that the row at @iter belongs to: it stands in the key, or beside it, where an update does not
 * repeat it. */
static gint64
read_nominee (sqlite3_changeset_iter *iter, const BvChange *change)
{
  const BvLayout *layout = bv_layout_find_table (change->table);
  sqlite3_value *value = NULL;

  if (g_str_equal (change->table, "nominee"))
    return change->id;
  if (layout == NULL || g_strcmp0 (layout->owners[0], "nominee") != 0)
    return 0;
  if (!layout->has_id)
    return change->id;
  if (change->operation == 'i')
    sqlite3changeset_new (iter, 1, &value);
  else
    sqlite3changeset_old (iter, 1, &value);
  return value != NULL ? sqlite3_value_int64 (value) : 0;
}

/* What is of a score has its leaf as the second part of its key. */
static gint64
read_criterion (sqlite3_changeset_iter *iter, const BvChange *change)
{
  const BvLayout *layout = bv_layout_find_table (change->table);
  sqlite3_value *value = NULL;

  if (layout == NULL || layout->has_id
      || (layout->entity != &bv_assessment_entity && g_strcmp0 (layout->owners[1], "criterion") != 0))
    return 0;
  if (change->operation == 'i')
    sqlite3changeset_new (iter, 1, &value);
  else
    sqlite3changeset_old (iter, 1, &value);
  return value != NULL ? sqlite3_value_int64 (value) : 0;
}

/**
 * bv_changeset_read_change:
 * @iter: at a row
 *
 * Returns: which row it is; its nominee is 0 where the row is updated and does not name it in its key
 */
BvChange
bv_changeset_read_change (sqlite3_changeset_iter *iter)
{
  BvChange change = { .operation = 'u' };
  const char *table = NULL;
  sqlite3_value *value = NULL;
  int n_columns = 0;
  int operation = 0;

  sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &value);
  else
    sqlite3changeset_old (iter, 0, &value);
  change.table = g_intern_string (table);
  change.id = value != NULL ? sqlite3_value_int64 (value) : 0;
  change.operation = operation == SQLITE_INSERT ? 'i' : operation == SQLITE_DELETE ? 'd' : 'u';
  change.nominee = read_nominee (iter, &change);
  change.criterion = read_criterion (iter, &change);
  return change;
}

/* @content: takes note of each of them too; NULL: nobody does
 * @result: (inout): whether there are any; then what SQLite says of them */
static GArray *
list_changes (sqlite3_changeset_iter *iter, BvContent *content, int *result)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (BvChange));

  if (*result != SQLITE_OK)
    return changes;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      BvChange change = bv_changeset_read_change (iter);

      g_array_append_val (changes, change);
      if (content != NULL)
        bv_content_take_change (content, iter);
    }
  *result = sqlite3changeset_finalize (iter);
  return changes;
}

/**
 * bv_changeset_each_key:
 * @iter: at a change
 * @func: takes each part of the key of its row, in the order of the columns
 * @data: for @func
 */
void
bv_changeset_each_key (sqlite3_changeset_iter *iter, BvChangesetKeyFunc func, gpointer data)
{
  unsigned char *is_key = NULL;
  const char *table = NULL;
  int n_columns = 0;
  int operation = 0;

  sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
  sqlite3changeset_pk (iter, &is_key, &n_columns);
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *value = NULL;

      if (!is_key[i])
        continue;
      if (operation == SQLITE_INSERT)
        sqlite3changeset_new (iter, i, &value);
      else
        sqlite3changeset_old (iter, i, &value);
      func (value, data);
    }
}

/**
 * bv_changeset_list:
 * @changeset: a whole changeset
 * @content: takes note of what they change
 * @result: (out): what SQLite says
 *
 * Returns: (transfer full) (element-type BvChange): the rows that it changes
 */
GArray *
bv_changeset_list (BvSpool *changeset, BvContent *content, int *result)
{
  sqlite3_changeset_iter *iter = NULL;

  bv_spool_rewind (changeset);
  *result = sqlite3changeset_start_strm (&iter, bv_spool_read, changeset);
  return list_changes (iter, content, result);
}

/**
 * bv_changeset_list_bytes:
 * @changeset: (nullable): a changeset, as the journal has it
 * @length: its length in bytes
 * @result: (out): what SQLite says; %SQLITE_CORRUPT where it is not a whole changeset
 *
 * Returns: (transfer full) (element-type BvChange): the rows that it changes; none where it is not whole
 */
GArray *
bv_changeset_list_bytes (const void *changeset, gsize length, int *result)
{
  sqlite3_changeset_iter *iter = NULL;

  *result = bv_changeset_count_rows (changeset, length) >= 0
              ? sqlite3changeset_start (&iter, length, (void *) changeset)
              : SQLITE_CORRUPT;
  return list_changes (iter, NULL, result);
}
