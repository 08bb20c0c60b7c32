/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/proof/content.h"

#include "store/library-private.h"
#include "store/proof/witnessed-cells.h"
#include "store/proof/witnessed-tables.h"
#include "store/statement.h"

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
};

/* A table of which rows are read. */
typedef struct
{
  BvContent *content;
  const BvWitnessedTable *table;
} TableReading;

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

/**
 * bv_content_new_of:
 * @library: a library
 * @tables: its tables, which outlive the changes
 *
 * Returns: (transfer full): no changes yet
 */
BvContent *
bv_content_new_of (BvLibrary *library, GHashTable *tables)
{
  BvContent *content = g_new0 (BvContent, 1);

  content->library = library;
  content->tables = tables;
  content->nodes = g_hash_table_new_full (hash_node, equal_nodes, NULL, g_free);
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
  return library->witnessed != NULL ? bv_content_new_of (library, library->witnessed) : NULL;
}

/**
 * bv_content_free:
 * @content: (transfer full): changes
 */
void
bv_content_free (BvContent *content)
{
  g_hash_table_unref (content->nodes);
  g_free (content);
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
find_owner (BvContent *content, const BvWitnessedTable *table, BvWitnessedValueFunc get, gpointer source)
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

static void
add_cell (const BvWitnessedPlace *place, const BvSum *digest, gboolean is_gained, gpointer owner)
{
  if (is_gained)
    bv_sum_add (&((Entry *) owner)->sum, digest);
  else
    bv_sum_subtract (&((Entry *) owner)->sum, digest);
}

/**
 * bv_content_take_row:
 * @content: changes
 * @table: a table
 * @row: a query of all its columns, at a row, which counts as new
 */
void
bv_content_take_row (BvContent *content, const BvWitnessedTable *table, sqlite3_stmt *row)
{
  bv_witnessed_cells_each (table, bv_witnessed_cells_get_column, row, TRUE, add_cell,
                           find_owner (content, table, bv_witnessed_cells_get_column, row));
}

/* An update says the owner only where that is another one now. */
static Entry *
find_owner_of_update (BvContent *content, const BvWitnessedTable *table, sqlite3_changeset_iter *iter)
{
  Entry *entry = find_owner (content, table, bv_witnessed_cells_get_old, iter);
  sqlite3_value *after
    = table->find_owner != NULL ? bv_witnessed_cells_get_new (iter, table->owner_column) : NULL;

  if (after == NULL)
    return entry;
  entry->has_moved = TRUE;
  entry->left = entry->above;
  entry->above = (Node){ table->owner, get_number (after) };
  return entry;
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
  Entry *owner;

  sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
  table = g_hash_table_lookup (content->tables, name);
  g_return_if_fail (table != NULL && (guint) n_columns == table->columns->len);
  if (operation == SQLITE_UPDATE)
    owner = find_owner_of_update (content, table, iter);
  else
    owner = find_owner (content, table,
                        operation == SQLITE_INSERT ? bv_witnessed_cells_get_new : bv_witnessed_cells_get_old,
                        iter);
  bv_witnessed_cells_each_changed (table, iter, add_cell, owner);
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

  bv_content_take_row (reading->content, reading->table, row);
}

/* Of a row that owns no others: it takes all its cells along, but changes tell only of those that are not the
 * same. */
static gboolean
sum_up_moved (BvContent *content, const Entry *entry, GHashTable *sums, GError **error)
{
  g_autoptr (BvContent) whole = bv_content_new_of (content->library, content->tables);
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

/**
 * bv_content_sum_up:
 * @content: changes
 * @torn: whether pages of the library cannot be read: of rows whose campaign is not known nothing is said
 * then
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type gint64 BvSum): what each campaign has gained; %NULL with
 * @error set on failure
 */
GHashTable *
bv_content_sum_up (BvContent *content, gboolean torn, GError **error)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, content->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Entry *entry = value;
      gboolean ok = entry->has_moved
                      ? sum_up_moved (content, entry, sums, error)
                      : sum_up_entry (content, &entry->node, &entry->sum, sums, torn ? NULL : error);

      if (!ok && !torn)
        return NULL;
    }
  return g_steal_pointer (&sums);
}

static gboolean
add_sum (BvLibrary *library, gint64 campaign, const BvSum *sum, GError **error)
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
 * bv_content_add:
 * @library: a library, in a transaction
 * @sums: (element-type gint64 BvSum): what each campaign has gained
 * @total: (out caller-allocates): what all together have gained
 * @error: return location for a %BV_STORE_ERROR
 *
 * Enters it in the digests of the campaigns.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_content_add (BvLibrary *library, GHashTable *sums, BvSum *total, GError **error)
{
  static const BvSum nothing = { 0, 0 };
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  *total = nothing;
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      bv_sum_add (total, value);
      if (!bv_sum_equal (value, &nothing) && !add_sum (library, *(const gint64 *) key, value, error))
        return FALSE;
    }
  return TRUE;
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
  g_autoptr (GHashTable) sums = bv_content_sum_up (content, FALSE, error);

  return sums != NULL && bv_content_add (content->library, sums, total, error);
}

/**
 * bv_content_read_sum:
 * @value: a value of a query
 * @sum: (out caller-allocates): the digest
 *
 * Returns: whether it is one
 */
gboolean
bv_content_read_sum (sqlite3_value *value, BvSum *sum)
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

  if (!bv_content_read_sum (values[0], &sum) || !bv_content_read_sum (values[1], &other))
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
