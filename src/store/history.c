/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/history.h"

#include "core/field-value.h"
#include "core/text/date.h"
#include "core/text/wording.h"
#include "store/layout.h"
#include "store/proof/chain.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Reads the changes of one action. */
typedef struct
{
  BvLibrary *library;
  gint64 id;
  sqlite3_stmt *action; /* at its row of BV_CHAIN_COLUMNS: id, time, user, label, … */
  GPtrArray *entries;
  GHashTable *columns; /* table → its columns as they stand in a changeset, a char ** */
} Reading;

typedef int (*ValueFunc) (sqlite3_changeset_iter *iter, int column, sqlite3_value **value);

/**
 * bv_history_entry_free:
 * @entry: (transfer full): an entry
 */
void
bv_history_entry_free (BvHistoryEntry *entry)
{
  g_free (entry->user);
  g_free (entry->label);
  g_free (entry->entity);
  g_free (entry->criterion);
  g_free (entry->field);
  g_free (entry->before);
  g_free (entry->after);
  g_free (entry);
}

/* What the record that a reference names is called today. */
static char *
name_reference (BvLibrary *library, const BvField *field, gint64 id)
{
  const BvField *key = bv_entity_key_field (field->target);
  g_autofree char *sql
    = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", key->name, field->target->name);

  return bv_statement_get_text (library, sql, NULL, "i", id);
}

static char *
word_number (BvLibrary *library, const BvField *field, gint64 number)
{
  switch (field->type)
    {
    case BV_FIELD_POINTS:
      return bv_wording_points (number);
    case BV_FIELD_QUANTITY:
      return bv_wording_quantity (number);
    case BV_FIELD_DATE:
    case BV_FIELD_PARTIAL_DATE:
      return bv_date_to_vietnamese (number);
    case BV_FIELD_FLAG:
      return g_strdup (number ? _ ("yes") : _ ("no"));
    case BV_FIELD_REFERENCE:
      return name_reference (library, field, number);
    case BV_FIELD_INTEGER:
    case BV_FIELD_TEXT:
    case BV_FIELD_CHOICE:
    case BV_FIELD_TEXTS:
    case BV_FIELD_INTEGERS:
    case BV_FIELD_DATES:
    case BV_FIELD_CHOICES:
    case BV_FIELD_CHILD:
    case BV_FIELD_CHILDREN:
    default:
      return bv_wording_number (number);
    }
}

static char *
word_value (BvLibrary *library, const BvField *field, sqlite3_value *value)
{
  const char *text;
  gint64 choice;

  if (value == NULL || sqlite3_value_type (value) == SQLITE_NULL)
    return NULL;
  if (sqlite3_value_type (value) == SQLITE_INTEGER)
    return word_number (library, field, sqlite3_value_int64 (value));
  text = (const char *) sqlite3_value_text (value);
  choice = field->type == BV_FIELD_CHOICE ? bv_choice_parse (field->choices, text) : BV_NONE;
  return g_strdup (choice != BV_NONE ? _ (field->choices[choice].title) : text);
}

static sqlite3_value *
get_value (sqlite3_changeset_iter *iter, ValueFunc func, int column)
{
  sqlite3_value *value = NULL;

  return func (iter, column, &value) == SQLITE_OK ? value : NULL;
}

/* The key columns of an update stand among the old values only. */
static gint64
get_key (sqlite3_changeset_iter *iter, int operation, int column)
{
  sqlite3_value *value
    = get_value (iter, operation == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old, column);

  return value != NULL ? sqlite3_value_int64 (value) : 0;
}

static const char *const *
list_columns (const Reading *reading, const char *table, GError **error)
{
  const char *const *known = g_hash_table_lookup (reading->columns, table);
  g_autofree char *names = NULL;
  char **columns;

  if (known != NULL)
    return known;
  if (!bv_statement_read_text (reading->library,
                               "SELECT group_concat (name, '/') FROM pragma_table_info (?1)", &names, error,
                               "s", table))
    return NULL;
  columns = g_strsplit (names != NULL ? names : "", "/", -1);
  g_hash_table_insert (reading->columns, g_strdup (table), columns);
  return (const char *const *) columns;
}

static char *
name_criterion (const Reading *reading,
                sqlite3_changeset_iter *iter,
                int operation,
                const char *const *columns)
{
  for (int i = 0; columns[i] != NULL; i++)
    if (g_str_equal (columns[i], "criterion"))
      return bv_statement_get_text (reading->library, "SELECT code FROM criterion WHERE id = ?1", NULL, "i",
                                    get_key (iter, operation, i));
  return NULL;
}

/* Owners, ids and places in an array are not fields. */
static const BvField *
find_column_field (const BvLayout *layout, const char *column)
{
  for (guint i = 0; i < layout->entity->n_fields; i++)
    {
      const BvField *field = &layout->entity->fields[i];
      g_autofree char *name = bv_field_is_child (field) ? NULL : bv_layout_column (field);

      if (g_strcmp0 (name, column) == 0)
        return field;
    }
  return NULL;
}

static void
add_entry (const Reading *reading,
           const BvLayout *layout,
           const BvField *field,
           const char *criterion,
           char *before,
           char *after)
{
  BvHistoryEntry *entry = g_new0 (BvHistoryEntry, 1);

  entry->action = sqlite3_column_int64 (reading->action, 0);
  entry->time = sqlite3_column_int64 (reading->action, 1);
  entry->user = g_strdup (bv_statement_column_text (reading->action, 2));
  entry->label = g_strdup (bv_statement_column_text (reading->action, 3));
  entry->entity = g_strdup (layout->entity->name);
  entry->criterion = g_strdup (criterion);
  entry->changed = field;
  entry->field = g_strdup (_ (field->title));
  entry->before = before;
  entry->after = after;
  g_ptr_array_add (reading->entries, entry);
}

/* A new row says only what it has to say. */
static gboolean
says_nothing (const char *before, const char *after)
{
  return (before == NULL || *before == '\0') && (after == NULL || *after == '\0');
}

static gboolean
read_row (const Reading *reading,
          sqlite3_changeset_iter *iter,
          int operation,
          const BvLayout *layout,
          GError **error)
{
  const char *const *columns = list_columns (reading, layout->entity->name, error);
  g_autofree char *criterion = NULL;

  if (columns == NULL)
    return FALSE;
  criterion = name_criterion (reading, iter, operation, columns);
  for (int i = 0; columns[i] != NULL; i++)
    {
      const BvField *field = find_column_field (layout, columns[i]);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (field == NULL)
        continue;
      if (operation != SQLITE_INSERT)
        before = word_value (reading->library, field, get_value (iter, sqlite3changeset_old, i));
      if (operation != SQLITE_DELETE)
        after = word_value (reading->library, field, get_value (iter, sqlite3changeset_new, i));
      if (operation == SQLITE_UPDATE && get_value (iter, sqlite3changeset_new, i) == NULL)
        continue;
      if (!says_nothing (before, after))
        add_entry (reading, layout, field, criterion, g_steal_pointer (&before), g_steal_pointer (&after));
    }
  return TRUE;
}

static gboolean
read_changes (const Reading *reading, GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  int result = sqlite3changeset_start (&iter, sqlite3_column_bytes (reading->action, BV_CHAIN_CHANGESET),
                                       (void *) sqlite3_column_blob (reading->action, BV_CHAIN_CHANGESET));
  gboolean ok = TRUE;

  while (ok && result == SQLITE_OK && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table = NULL;
      const BvLayout *layout;
      int n_columns = 0;
      int operation = 0;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
      layout = bv_layout_find_table (table);
      if (layout != NULL && get_key (iter, operation, 0) == reading->id)
        ok = read_row (reading, iter, operation, layout, error);
    }
  if (result == SQLITE_OK)
    result = sqlite3changeset_finalize (iter);
  if (!ok)
    return FALSE;
  if (result == SQLITE_OK)
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DATABASE,
               _ ("action %" PRId64 " of the journal cannot be read: %s"),
               (gint64) sqlite3_column_int64 (reading->action, 0), sqlite3_errstr (result));
  return FALSE;
}

/**
 * bv_history_read:
 * @library: a library
 * @id: a row; of a nominee all that belongs to it counts
 * @error: return location for a %BV_STORE_ERROR
 *
 * Who changed what of one record, when, from what to what.
 *
 * Returns: (transfer full) (element-type BvHistoryEntry) (nullable): newest action first; %NULL with @error
 * set on failure
 */
GPtrArray *
bv_history_read (BvLibrary *library, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_history_entry_free);
  sqlite3_stmt *statement = bv_statement_new (
    library, "SELECT " BV_CHAIN_COLUMNS " FROM " BV_CHAIN_FROM " ORDER BY j.id DESC", error);
  g_autoptr (GHashTable) columns
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  Reading reading = { library, id, statement, entries, columns };
  gboolean ok = TRUE;
  int result;

  if (statement == NULL)
    return NULL;
  while ((result = bv_statement_step (library, statement)) == SQLITE_ROW && ok)
    ok = bv_chain_check_row (statement, error) && read_changes (&reading, error);
  ok = bv_statement_finish (library, statement, result, ok ? error : NULL) && ok;
  return ok ? g_steal_pointer (&entries) : NULL;
}
