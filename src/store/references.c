/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/references.h"

#include "store/changeset.h"
#include "store/library-private.h"
#include "store/proof/damage.h"
#include "store/statement.h"
#include "store/transaction.h"

#include <glib/gi18n-lib.h>

/* The references of the schema, column by column, and the columns of the keys. A reference names the key of
 * the other table, in its order. */
#define REFERENCES                                                                                         \
  "SELECT m.name, f.id, f.\"table\", f.\"from\" FROM sqlite_schema m, pragma_foreign_key_list (m.name) f " \
  "WHERE m.type = 'table' ORDER BY m.name, f.id, f.seq"
#define KEYS                                                                                          \
  "SELECT m.name, 0, NULL, i.name FROM sqlite_schema m, pragma_table_info (m.name) i WHERE i.pk > 0 " \
  "AND m.type = 'table' ORDER BY m.name, i.cid"

/* One reference of a table, or its key. */
typedef struct
{
  char *table;
  gint64 id;
  char *target;       /* NULL of a key */
  GPtrArray *columns; /* of char * */
} Reference;

/* What is asked of a row of one table: ?1, ?2 … are its key. */
typedef struct
{
  char *of_row;     /* whether it refers to nothing; NULL: it does not refer */
  char *of_removed; /* whether something refers to it still; NULL: nothing does */
} Question;

typedef struct
{
  BvLibrary *library;
  GPtrArray *references;
  GPtrArray *keys;
  GHashTable *questions; /* table → Question, made when it is asked for */
} Check;

static void
reference_free (gpointer data)
{
  Reference *reference = data;

  g_free (reference->table);
  g_free (reference->target);
  g_ptr_array_unref (reference->columns);
  g_free (reference);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->of_row);
  g_free (question->of_removed);
  g_free (question);
}

static gpointer
read_reference (sqlite3_stmt *row)
{
  Reference *reference = g_new0 (Reference, 1);

  reference->table = g_strdup ((const char *) sqlite3_column_text (row, 0));
  reference->id = sqlite3_column_int64 (row, 1);
  reference->target = g_strdup ((const char *) sqlite3_column_text (row, 2));
  reference->columns = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (reference->columns, g_strdup ((const char *) sqlite3_column_text (row, 3)));
  return reference;
}

/* Each came with its first column only: those of one reference follow each other. */
static void
join_columns (GPtrArray *references)
{
  for (guint i = references->len; i > 1; i--)
    {
      Reference *before = g_ptr_array_index (references, i - 2);
      Reference *self = g_ptr_array_index (references, i - 1);

      if (self->id != before->id || !g_str_equal (self->table, before->table))
        continue;
      g_ptr_array_extend_and_steal (before->columns, g_steal_pointer (&self->columns));
      self->columns = g_ptr_array_new ();
      g_ptr_array_remove_index (references, i - 1);
    }
}

static const Reference *
find_key (const Check *check, const char *table)
{
  for (guint i = 0; i < check->keys->len; i++)
    if (g_str_equal (((Reference *) g_ptr_array_index (check->keys, i))->table, table))
      return g_ptr_array_index (check->keys, i);
  return NULL;
}

/* "c.x = ?1 AND c.y = ?2" */
static void
append_condition (GString *sql, const GPtrArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%sc.\"%s\" = ?%u", i > 0 ? " AND " : "", (char *) columns->pdata[i], i + 1);
}

/* A reference with a null in it refers to nothing by right. */
static void
append_broken (GString *sql, const Reference *reference, const Reference *target)
{
  g_string_append (sql, "(");
  for (guint i = 0; i < reference->columns->len; i++)
    g_string_append_printf (sql, "c.\"%s\" IS NOT NULL AND ", (char *) reference->columns->pdata[i]);
  g_string_append_printf (sql, "NOT EXISTS (SELECT * FROM \"%s\" p WHERE ", reference->target);
  for (guint i = 0; i < reference->columns->len; i++)
    g_string_append_printf (sql, "%sp.\"%s\" = c.\"%s\"", i > 0 ? " AND " : "",
                            (char *) target->columns->pdata[i], (char *) reference->columns->pdata[i]);
  g_string_append (sql, "))");
}

static char *
ask_of_row (const Check *check, const char *table, const Reference *key)
{
  GString *broken = g_string_new (NULL);
  GString *sql;

  for (guint i = 0; i < check->references->len; i++)
    {
      const Reference *reference = g_ptr_array_index (check->references, i);

      if (!g_str_equal (reference->table, table))
        continue;
      g_string_append (broken, broken->len > 0 ? " OR " : "");
      append_broken (broken, reference, find_key (check, reference->target));
    }
  if (broken->len == 0)
    return g_string_free (broken, TRUE);
  sql = g_string_new (NULL);
  g_string_printf (sql, "SELECT EXISTS (SELECT * FROM \"%s\" c WHERE ", table);
  append_condition (sql, key->columns);
  g_string_append_printf (sql, " AND (%s))", broken->str);
  g_string_free (broken, TRUE);
  return g_string_free (sql, FALSE);
}

static char *
ask_of_removed (const Check *check, const char *table)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < check->references->len; i++)
    {
      const Reference *reference = g_ptr_array_index (check->references, i);

      if (!g_str_equal (reference->target, table))
        continue;
      g_string_append_printf (sql, "%s EXISTS (SELECT * FROM \"%s\" c WHERE ",
                              sql->len > 0 ? " OR" : "SELECT", reference->table);
      append_condition (sql, reference->columns);
      g_string_append (sql, ")");
    }
  return g_string_free (sql, sql->len == 0);
}

static const Question *
find_question (Check *check, const char *table)
{
  Question *question = g_hash_table_lookup (check->questions, table);
  const Reference *key = find_key (check, table);

  if (question != NULL)
    return question;
  question = g_new0 (Question, 1);
  if (key != NULL)
    {
      question->of_row = ask_of_row (check, table, key);
      question->of_removed = ask_of_removed (check, table);
    }
  g_hash_table_insert (check->questions, g_strdup (table), question);
  return question;
}

typedef struct
{
  sqlite3_stmt *statement;
  int n_bound;
} Binding;

static void
bind_part (sqlite3_value *value, gpointer data)
{
  Binding *binding = data;

  sqlite3_bind_value (binding->statement, ++binding->n_bound, value);
}

static gboolean
check_row (Check *check, sqlite3_changeset_iter *iter, gboolean *broken, GError **error)
{
  const char *table = NULL;
  const Question *question;
  const char *sql;
  sqlite3_stmt *statement;
  int n_columns = 0;
  int operation = 0;
  int result;

  sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
  question = find_question (check, table);
  sql = operation == SQLITE_DELETE ? question->of_removed : question->of_row;
  if (sql == NULL)
    return TRUE;
  statement = bv_statement_new (check->library, sql, error);
  if (statement == NULL)
    return FALSE;
  bv_changeset_each_key (iter, bind_part, &(Binding){ statement, 0 });
  result = sqlite3_step (statement);
  *broken = result == SQLITE_ROW && sqlite3_column_int (statement, 0);
  return bv_statement_finish (check->library, statement, result, error);
}

static gboolean
check_rows (Check *check, const void *changeset, gsize length, gboolean *broken, GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  int result = sqlite3changeset_start (&iter, length, (void *) changeset);
  gboolean ok = TRUE;

  if (result != SQLITE_OK)
    return bv_transaction_fail (check->library, result, error);
  while (ok && !*broken && sqlite3changeset_next (iter) == SQLITE_ROW)
    ok = check_row (check, iter, broken, error);
  sqlite3changeset_finalize (iter);
  return ok;
}

/* The schema is text in the file, and may be damaged as all of it. */
static gboolean
lead_somewhere (const Check *check, GError **error)
{
  for (guint i = 0; i < check->references->len; i++)
    {
      const Reference *reference = g_ptr_array_index (check->references, i);
      const Reference *key = reference->target != NULL ? find_key (check, reference->target) : NULL;

      if (key == NULL || key->columns->len != reference->columns->len)
        {
          bv_damage_note (check->library, reference->table, 0, _ ("it refers to a table that is not there"));
          return bv_damage_take (check->library, error);
        }
    }
  return TRUE;
}

/**
 * bv_references_check:
 * @library: a library in which @changeset was applied while references were not enforced
 * @changeset: a whole changeset
 * @length: its length in bytes
 * @broken: (out): whether a reference leads nowhere now
 * @error: return location for a %BV_STORE_ERROR
 *
 * Looks at the rows of the changeset and at what refers to them, by index; the rest of the library was right
 * before.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_references_check (BvLibrary *library,
                     const void *changeset,
                     gsize length,
                     gboolean *broken,
                     GError **error)
{
  g_autoptr (GPtrArray) references
    = bv_statement_list (library, REFERENCES, read_reference, reference_free, error, "");
  g_autoptr (GPtrArray) keys
    = references != NULL ? bv_statement_list (library, KEYS, read_reference, reference_free, error, "")
                         : NULL;
  g_autoptr (GHashTable) questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, question_free);
  Check check = { library, references, keys, questions };

  *broken = FALSE;
  if (keys == NULL)
    return FALSE;
  join_columns (references);
  join_columns (keys);
  return lead_somewhere (&check, error) && check_rows (&check, changeset, length, broken, error);
}
