/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/proof/content.h"

#include "store/digest.h"
#include "store/library-private.h"
#include "store/proof/witnessed-tables.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands for the row itself, whatever its cells are. */
#define NO_COLUMN G_MAXUINT16

/* What rows belong to: a row of another table, or one that does not say in its key what it belongs to. */
typedef struct
{
  const char *table; /* interned; NULL: no campaign */
  gint64 id;
} Node;

typedef struct
{
  Node node;
  BvSum sum;
  gboolean has_above; /* else the library is asked */
  Node above;
  gboolean has_moved; /* what was sealed goes over to the campaign that takes the place of its own */
  Node left;          /* where it was before */
} Entry;

struct _BvContent
{
  BvLibrary *library;
  GHashTable *tables; /* of the library */
  GHashTable *nodes;  /* Node * → Entry * */
  Entry *last;        /* most rows have the same owner as the one before */
  GByteArray *cell;   /* the table and the key of a row, and then a cell of it */
};

/* A table of which rows are read. */
typedef struct
{
  BvContent *content;
  const BvWitnessedTable *table;
} TableReading;

/* Of a changeset or a query. */
typedef sqlite3_value *(*ValueFunc) (gpointer source, int column);

typedef void (*SumFunc) (BvSum *sum, const BvSum *other);

static sqlite3_value *
get_old (gpointer iter, int column)
{
  sqlite3_value *value = NULL;

  return sqlite3changeset_old (iter, column, &value) == SQLITE_OK ? value : NULL;
}

static sqlite3_value *
get_new (gpointer iter, int column)
{
  sqlite3_value *value = NULL;

  return sqlite3changeset_new (iter, column, &value) == SQLITE_OK ? value : NULL;
}

/* A connection has one thread at a time, so that what a row holds may be read like any other value. */
static sqlite3_value *
get_column (gpointer statement, int column)
{
  return sqlite3_column_value (statement, column);
}

static guint
hash_node (gconstpointer data)
{
  const Node *node = data;

  return g_direct_hash (node->table) ^ g_int64_hash (&node->id);
}

static gboolean
equal_nodes (gconstpointer a, gconstpointer b)
{
  const Node *first = a;
  const Node *second = b;

  return first->table == second->table && first->id == second->id;
}

static BvContent *
content_new (BvLibrary *library, GHashTable *tables)
{
  BvContent *content = g_new0 (BvContent, 1);

  content->library = library;
  content->tables = tables;
  content->nodes = g_hash_table_new_full (hash_node, equal_nodes, NULL, g_free);
  content->cell = g_byte_array_new ();
  return content;
}

/**
 * bv_content_new:
 * @library: a library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): no changes yet; %NULL with @error set on failure
 */
BvContent *
bv_content_new (BvLibrary *library, GError **error)
{
  if (library->witnessed == NULL)
    library->witnessed = bv_witnessed_tables_read (library, error);
  return library->witnessed != NULL ? content_new (library, library->witnessed) : NULL;
}

/**
 * bv_content_free:
 * @content: (transfer full): changes
 */
void
bv_content_free (BvContent *content)
{
  g_hash_table_unref (content->nodes);
  g_byte_array_unref (content->cell);
  g_free (content);
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

static Entry *
find_entry (BvContent *content, const char *table, gint64 id)
{
  const Node node = { table, id };
  Entry *entry = content->last;

  if (entry != NULL && equal_nodes (&entry->node, &node))
    return entry;
  entry = g_hash_table_lookup (content->nodes, &node);
  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->node = node;
      g_hash_table_insert (content->nodes, &entry->node, entry);
    }
  content->last = entry;
  return entry;
}

static gint64
get_number (sqlite3_value *value)
{
  return value != NULL ? sqlite3_value_int64 (value) : 0;
}

/* A row whose key does not name its owner is a node of its own: an update does not say more than its key. */
static Entry *
find_owner (BvContent *content, const BvWitnessedTable *table, ValueFunc get, gpointer source)
{
  sqlite3_value *owner = table->owner != NULL ? get (source, table->owner_column) : NULL;
  Entry *entry;

  if (table->owner == NULL && !g_str_equal (table->name, "campaign"))
    return find_entry (content, NULL, 0);
  if (table->owner != NULL && table->find_owner == NULL)
    return find_entry (content, table->owner, get_number (owner));
  entry = find_entry (content, table->name, get_number (get (source, 0)));
  if (owner != NULL)
    {
      entry->has_above = TRUE;
      entry->above = (Node){ table->owner, get_number (owner) };
    }
  return entry;
}

/* Table and key of a row stand before each of its cells. */
static guint
begin_row (BvContent *content, const BvWitnessedTable *table, ValueFunc get, gpointer source)
{
  g_byte_array_set_size (content->cell, 0);
  g_byte_array_append (content->cell, (const guint8 *) table->name, strlen (table->name) + 1);
  for (guint i = 0; i < table->columns->len; i++)
    if (bv_witnessed_table_column (table, i)->is_key)
      append_value (content->cell, get (source, i));
  return content->cell->len;
}

static void
take_cell (BvContent *content, Entry *owner, guint begin, guint16 column, sqlite3_value *value, SumFunc func)
{
  guint8 digest[BV_DIGEST_BYTES];
  BvSum sum;

  g_byte_array_set_size (content->cell, begin);
  append_number (content->cell, column, 2);
  append_value (content->cell, value);
  bv_digest_compute (content->cell->data, content->cell->len, digest);
  bv_sum_read (&sum, digest);
  func (&owner->sum, &sum);
}

static void
take_row (BvContent *content, const BvWitnessedTable *table, ValueFunc get, gpointer source, SumFunc func)
{
  Entry *owner = find_owner (content, table, get, source);
  guint begin = begin_row (content, table, get, source);

  take_cell (content, owner, begin, NO_COLUMN, NULL, func);
  for (guint i = 0; i < table->columns->len; i++)
    {
      sqlite3_value *value = bv_witnessed_table_column (table, i)->is_key ? NULL : get (source, i);

      if (value != NULL && !bv_witnessed_table_is_default (table, i, value))
        take_cell (content, owner, begin, i, value, func);
    }
}

static void
move (Entry *entry, const BvWitnessedTable *table, sqlite3_value *before, sqlite3_value *after)
{
  entry->has_above = entry->has_moved = TRUE;
  entry->above = (Node){ table->owner, get_number (after) };
  entry->left = (Node){ table->owner, get_number (before) };
}

/* The old values are those of the key and of what was changed. */
static void
take_update (BvContent *content, const BvWitnessedTable *table, sqlite3_changeset_iter *iter)
{
  Entry *owner = find_owner (content, table, get_old, iter);
  guint begin = begin_row (content, table, get_old, iter);

  for (guint i = 0; i < table->columns->len; i++)
    {
      sqlite3_value *after = bv_witnessed_table_column (table, i)->is_key ? NULL : get_new (iter, i);
      sqlite3_value *before = after != NULL ? get_old (iter, i) : NULL;

      if (after == NULL)
        continue;
      if (table->find_owner != NULL && i == (guint) table->owner_column)
        move (owner, table, before, after);
      if (!bv_witnessed_table_is_default (table, i, before))
        take_cell (content, owner, begin, i, before, bv_sum_subtract);
      if (!bv_witnessed_table_is_default (table, i, after))
        take_cell (content, owner, begin, i, after, bv_sum_add);
    }
}

/**
 * bv_content_take_change:
 * @content: changes
 * @iter: at a row of a changeset that the library has just recorded
 */
void
bv_content_take_change (BvContent *content, sqlite3_changeset_iter *iter)
{
  const BvWitnessedTable *table;
  const char *name = NULL;
  int n_columns = 0;
  int operation = 0;

  sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
  table = g_hash_table_lookup (content->tables, name);
  g_return_if_fail (table != NULL && (guint) n_columns == table->columns->len);
  if (operation == SQLITE_INSERT)
    take_row (content, table, get_new, iter, bv_sum_add);
  else if (operation == SQLITE_DELETE)
    take_row (content, table, get_old, iter, bv_sum_subtract);
  else
    take_update (content, table, iter);
}

/* The node above @node: as the changes say it, else as the library does. */
static Node
climb (BvContent *content, const Node *node, GError **error)
{
  const Entry *entry = g_hash_table_lookup (content->nodes, node);
  const BvWitnessedTable *table = g_hash_table_lookup (content->tables, node->table);
  Node above = { NULL, 0 };

  if (entry != NULL && entry->has_above)
    return entry->above;
  if (table == NULL || table->find_owner == NULL)
    return above;
  above.id = bv_statement_get_number (content->library, table->find_owner, 0, error, "i", node->id);
  above.table = above.id != 0 ? table->owner : NULL;
  return above;
}

static gboolean
find_campaign (BvContent *content, const Node *node, gint64 *campaign, GError **error)
{
  g_autoptr (GError) local = NULL;
  Node at = *node;

  while (local == NULL && at.table != NULL && !g_str_equal (at.table, "campaign"))
    at = climb (content, &at, &local);
  *campaign = at.table != NULL ? at.id : 0;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static BvSum *
find_sum (GHashTable *sums, gint64 campaign)
{
  BvSum *sum = g_hash_table_lookup (sums, &campaign);

  if (sum == NULL)
    {
      sum = g_new0 (BvSum, 1);
      g_hash_table_insert (sums, g_memdup2 (&campaign, sizeof campaign), sum);
    }
  return sum;
}

static gboolean
sum_up_entry (BvContent *content, const Node *node, const BvSum *sum, GHashTable *sums, GError **error)
{
  gint64 campaign = 0;

  if (!find_campaign (content, node, &campaign, error))
    return FALSE;
  bv_sum_add (find_sum (sums, campaign), sum);
  return TRUE;
}

static void
read_row (sqlite3_stmt *row, gpointer data)
{
  const TableReading *reading = data;

  take_row (reading->content, reading->table, get_column, row, bv_sum_add);
}

/* Of a row that owns no others: it takes all its cells along, but changes tell only of those that are not the
 * same. */
static gboolean
sum_up_moved (BvContent *content, const Entry *entry, GHashTable *sums, GError **error)
{
  g_autoptr (BvContent) whole = content_new (content->library, content->tables);
  TableReading reading = { whole, g_hash_table_lookup (content->tables, entry->node.table) };
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" WHERE id = ?1", entry->node.table);
  const BvSum *now;
  gint64 left = 0;

  if (!bv_statement_each (content->library, sql, read_row, &reading, error, "i", entry->node.id)
      || !find_campaign (content, &entry->left, &left, error))
    return FALSE;
  now = &find_entry (whole, entry->node.table, entry->node.id)->sum;
  bv_sum_add (find_sum (sums, left), &entry->sum);
  bv_sum_subtract (find_sum (sums, left), now);
  return sum_up_entry (content, &entry->node, now, sums, error);
}

/* Returns campaign → BvSum. */
static GHashTable *
sum_up (BvContent *content, GError **error)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, content->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Entry *entry = value;
      gboolean ok = entry->has_moved ? sum_up_moved (content, entry, sums, error)
                                     : sum_up_entry (content, &entry->node, &entry->sum, sums, error);

      if (!ok)
        return NULL;
    }
  return g_steal_pointer (&sums);
}

static gboolean
write_sum (BvLibrary *library, gint64 campaign, const BvSum *sum, GError **error)
{
  sqlite3_stmt *statement
    = bv_statement_new (library,
                        "INSERT INTO content (campaign, digest) VALUES (?1, ?2) "
                        "ON CONFLICT DO UPDATE SET digest = bv_sum (digest, excluded.digest)",
                        error);
  guint8 bytes[BV_SUM_BYTES];

  if (statement == NULL)
    return FALSE;
  bv_sum_write (sum, bytes);
  sqlite3_bind_int64 (statement, 1, campaign);
  sqlite3_bind_blob (statement, 2, bytes, sizeof bytes, SQLITE_STATIC);
  return bv_statement_finish (library, statement, sqlite3_step (statement), error);
}

/**
 * bv_content_write:
 * @content: changes
 * @total: (out caller-allocates): what all campaigns together have gained by them
 * @error: return location for a %BV_STORE_ERROR
 *
 * Enters the changes in the digests of their campaigns.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_content_write (BvContent *content, BvSum *total, GError **error)
{
  g_autoptr (GHashTable) sums = sum_up (content, error);
  static const BvSum nothing = { 0, 0 };
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  *total = nothing;
  if (sums == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      bv_sum_add (total, value);
      if (!bv_sum_equal (value, &nothing)
          && !write_sum (content->library, *(const gint64 *) key, value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_sum (sqlite3_value *value, BvSum *sum)
{
  if (sqlite3_value_type (value) != SQLITE_BLOB || sqlite3_value_bytes (value) != BV_SUM_BYTES)
    return FALSE;
  bv_sum_read (sum, sqlite3_value_blob (value));
  return TRUE;
}

static void
sum_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  guint8 bytes[BV_SUM_BYTES];
  BvSum sum;
  BvSum other;

  if (!read_sum (values[0], &sum) || !read_sum (values[1], &other))
    {
      sqlite3_result_error_code (context, SQLITE_CORRUPT);
      return;
    }
  bv_sum_add (&sum, &other);
  bv_sum_write (&sum, bytes);
  sqlite3_result_blob (context, bytes, sizeof bytes, SQLITE_TRANSIENT);
}

/**
 * bv_content_register:
 * @db: a connection
 *
 * Has to be called before anything is written.
 *
 * Returns: whether SQLite knows now how digests are added
 */
gboolean
bv_content_register (sqlite3 *db)
{
  return sqlite3_create_function_v2 (db, "bv_sum", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, sum_cb, NULL,
                                     NULL, NULL)
         == SQLITE_OK;
}

/* The digests as the tables say; they are read anew too, as a step of the schema changes them. */
static GHashTable *
compute (BvLibrary *library, GError **error)
{
  g_autoptr (GHashTable) tables = bv_witnessed_tables_read (library, error);
  g_autoptr (BvContent) content = tables != NULL ? content_new (library, tables) : NULL;
  GHashTableIter iter;
  gpointer value;

  if (content == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, tables);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TableReading reading = { content, value };
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" NOT INDEXED", reading.table->name);

      if (!bv_statement_each_as_it_is (library, sql, read_row, &reading, error))
        return NULL;
    }
  return sum_up (content, error);
}

/**
 * bv_content_rebuild:
 * @library: a library, in a transaction
 * @total: (out caller-allocates): the sum of all campaigns
 * @error: return location for a %BV_STORE_ERROR
 *
 * Writes the digests of what stands in the tables, for a library that had none.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_content_rebuild (BvLibrary *library, BvSum *total, GError **error)
{
  g_autoptr (GHashTable) sums = compute (library, error);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  *total = (BvSum){ 0, 0 };
  if (sums == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      bv_sum_add (total, value);
      if (!write_sum (library, *(const gint64 *) key, value, error))
        return FALSE;
    }
  return TRUE;
}

/* A comparison of the digests that are kept with those of the tables. */
typedef struct
{
  GHashTable *sums; /* of the tables; what was compared is taken out */
  GArray *damaged;  /* of gint64: campaigns */
} Comparison;

static void
compare_kept (sqlite3_stmt *row, gpointer data)
{
  static const BvSum nothing = { 0, 0 };
  Comparison *comparison = data;
  gint64 campaign = sqlite3_column_int64 (row, 0);
  const BvSum *found = g_hash_table_lookup (comparison->sums, &campaign);
  BvSum kept;

  if (!read_sum (sqlite3_column_value (row, 1), &kept)
      || !bv_sum_equal (&kept, found != NULL ? found : &nothing))
    g_array_append_val (comparison->damaged, campaign);
  g_hash_table_remove (comparison->sums, &campaign);
}

static void
add_to_total (gpointer key, gpointer value, gpointer total)
{
  bv_sum_add (total, value);
}

static void
add_unkept (gpointer key, gpointer value, gpointer damaged)
{
  g_array_append_vals (damaged, key, 1);
}

/* The last action says what it left; an older program's last one what the upgrade found. */
static void
compare_last (sqlite3_stmt *row, gpointer data)
{
  BvSum *total = data;
  BvSum last;

  if (read_sum (sqlite3_column_value (row, 0), &last))
    bv_sum_subtract (total, &last);
}

static void
tell_damaged (BvLibrary *library, const GArray *damaged, GPtrArray *findings)
{
  for (guint i = 0; i < damaged->len; i++)
    {
      gint64 campaign = g_array_index (damaged, gint64, i);
      g_autofree char *key
        = bv_statement_get_text (library, "SELECT key FROM campaign WHERE id = ?1", NULL, "i", campaign);

      if (campaign == 0)
        g_ptr_array_add (findings,
                         g_strdup (_ ("content: the units are not what the actions of the journal left")));
      else
        g_ptr_array_add (
          findings,
          g_strdup_printf (_ ("content: the campaign “%s” is not what the actions of the journal left"),
                           key != NULL ? key : "?"));
    }
}

/**
 * bv_content_check:
 * @library: a library, in a transaction
 * @findings: (element-type utf8): gets a line for each campaign that is not what its actions left
 * @error: return location for a %BV_STORE_ERROR
 *
 * Computes all digests anew, and compares them with those that were kept and with what the last action of the
 * journal witnesses.
 *
 * Returns: %FALSE with @error set if that could not be done
 */
gboolean
bv_content_check (BvLibrary *library, GPtrArray *findings, GError **error)
{
  g_autoptr (GHashTable) sums = compute (library, error);
  g_autoptr (GArray) damaged = g_array_new (FALSE, FALSE, sizeof (gint64));
  Comparison comparison = { sums, damaged };
  BvSum total = { 0, 0 };

  if (sums == NULL)
    return FALSE;
  g_hash_table_foreach (sums, add_to_total, &total);
  if (!bv_statement_each (library, "SELECT campaign, digest FROM content", compare_kept, &comparison, error,
                          "")
      || !bv_statement_each (library, "SELECT content FROM chain ORDER BY action DESC LIMIT 1", compare_last,
                             &total, error, ""))
    return FALSE;
  g_hash_table_foreach (sums, add_unkept, damaged);
  tell_damaged (library, damaged, findings);
  if (total.high != 0 || total.low != 0)
    g_ptr_array_add (findings,
                     g_strdup (_ ("content: the library is not what the last action of the journal left")));
  return TRUE;
}
