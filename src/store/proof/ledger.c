/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/proof/ledger.h"

#include "store/proof/content.h"
#include "store/proof/journal-walk.h"
#include "store/proof/witnessed-cells.h"

#include <glib/gi18n-lib.h>

struct _BvLedger
{
  BvLibrary *library;
  GHashTable *tables;
  GHashTable *rows; /* BvWitnessedPlace * → Row * */
};

typedef struct
{
  BvWitnessedPlace place; /* of the row itself */
  BvSum sum;
  gint64 owner;
  gint64 action; /* that inserted it */
} Row;

/* A row of a table that is compared. */
typedef struct
{
  const BvLedger *ledger;
  GHashTable *missing; /* rows on record of which no equal one was read yet */
  GArray *strays;
} Comparison;

static Row *
find_row (const BvLedger *ledger, const BvWitnessedPlace *place)
{
  BvWitnessedPlace key = *place;
  Row *row;

  key.column = BV_WITNESSED_OF_ROW;
  row = g_hash_table_lookup (ledger->rows, &key);
  if (row != NULL)
    return row;
  row = g_new0 (Row, 1);
  row->place = key;
  g_hash_table_insert (ledger->rows, &row->place, row);
  return row;
}

/* A change of which the cells are told. */
typedef struct
{
  const BvLedger *ledger;
  Row *row;
} Change;

static void
change_cell (const BvWitnessedPlace *place, const BvSum *digest, gboolean is_gained, gpointer data)
{
  Change *change = data;

  if (change->row == NULL)
    change->row = find_row (change->ledger, place);
  if (is_gained)
    bv_sum_add (&change->row->sum, digest);
  else
    bv_sum_subtract (&change->row->sum, digest);
}

static void
note_owner (Row *row, const BvWitnessedTable *table, sqlite3_changeset_iter *iter)
{
  sqlite3_value *owner = table->owner != NULL ? bv_witnessed_cells_get_new (iter, table->owner_column) : NULL;

  if (owner != NULL)
    row->owner = sqlite3_value_int64 (owner);
}

static void
follow_change (gint64 action, sqlite3_changeset_iter *iter, gpointer data)
{
  BvLedger *ledger = data;
  const BvWitnessedTable *table = bv_witnessed_table_find (ledger->tables, iter);
  Change change = { ledger, NULL };
  const char *name;
  int n_columns;
  int operation;

  if (table == NULL)
    return;
  sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
  bv_witnessed_cells_each_changed (table, iter, change_cell, &change);
  if (change.row == NULL)
    return;
  if (operation == SQLITE_DELETE)
    g_hash_table_remove (ledger->rows, &change.row->place);
  else
    note_owner (change.row, table, iter);
  if (operation == SQLITE_INSERT)
    change.row->action = action;
}

/**
 * bv_ledger_read:
 * @library: a library that may be damaged
 * @is_chained: whether the actions have hashes, which an older program did not write
 * @error: return location for a %BV_STORE_ERROR
 *
 * Follows the journal from the first action to the last.
 *
 * Returns: (transfer full) (nullable): what it has left; %NULL with @error set where the journal is damaged
 */
BvLedger *
bv_ledger_read (BvLibrary *library, gboolean is_chained, GError **error)
{
  g_autoptr (BvLedger) ledger = g_new0 (BvLedger, 1);
  gboolean is_whole = FALSE;

  ledger->library = library;
  ledger->rows = g_hash_table_new_full (bv_witnessed_place_hash, bv_witnessed_place_equal, NULL, g_free);
  ledger->tables = bv_witnessed_tables_read (library, error);
  if (ledger->tables == NULL
      || !bv_journal_walk (library, is_chained, follow_change, ledger, &is_whole, error))
    return NULL;
  if (is_whole)
    return g_steal_pointer (&ledger);
  g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_DAMAGED, _ ("the journal is damaged too"));
  return NULL;
}

/**
 * bv_ledger_free:
 * @ledger: (transfer full): a ledger
 */
void
bv_ledger_free (BvLedger *ledger)
{
  g_hash_table_unref (ledger->rows);
  g_clear_pointer (&ledger->tables, g_hash_table_unref);
  g_free (ledger);
}

/* The campaign of a row; 0: none. */
static gint64
find_campaign (const BvLedger *ledger, const Row *row)
{
  BvWitnessedPlace above = { .column = BV_WITNESSED_OF_ROW };

  while (row != NULL && row->place.table->owner != NULL)
    {
      above.table = g_hash_table_lookup (ledger->tables, row->place.table->owner);
      above.keys[0] = row->owner;
      row = above.table != NULL ? g_hash_table_lookup (ledger->rows, &above) : NULL;
    }
  return row != NULL && g_str_equal (row->place.table->name, "campaign") ? row->place.keys[0] : 0;
}

static GHashTable *
sum_up (const BvLedger *ledger)
{
  GHashTable *sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, ledger->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Row *row = value;
      gint64 campaign = row->place.table->is_record ? 0 : find_campaign (ledger, row);
      BvSum *sum = g_hash_table_lookup (sums, &campaign);

      if (row->place.table->is_record)
        continue;
      if (sum == NULL)
        {
          sum = g_new0 (BvSum, 1);
          g_hash_table_insert (sums, g_memdup2 (&campaign, sizeof campaign), sum);
        }
      bv_sum_add (sum, &row->sum);
    }
  return sums;
}

/**
 * bv_ledger_list_whole:
 * @ledger: a ledger
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): a set of gint64: the campaigns that are what the journal has left, but
 * for what was sealed and written of them, and 0 where the units are; %NULL with @error set on failure
 */
GHashTable *
bv_ledger_list_whole (const BvLedger *ledger, GError **error)
{
  static const BvSum nothing = { 0, 0 };
  g_autoptr (GHashTable) found = bv_content_sum_without_records (ledger->library, error);
  g_autoptr (GHashTable) left = sum_up (ledger);
  g_autoptr (GHashTable) whole = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const gint64 units = 0;
  GHashTableIter iter;
  gpointer key;
  gpointer sum;

  if (found == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, &key, &sum))
    {
      const BvSum *other = g_hash_table_lookup (found, key);

      if (bv_sum_equal (sum, other != NULL ? other : &nothing))
        g_hash_table_add (whole, g_memdup2 (key, sizeof (gint64)));
    }
  if (!g_hash_table_contains (left, &units) && !g_hash_table_contains (found, &units))
    g_hash_table_add (whole, g_memdup2 (&units, sizeof units));
  return g_steal_pointer (&whole);
}

static void
add_cell (const BvWitnessedPlace *place, const BvSum *digest, gboolean is_gained, gpointer data)
{
  Row *row = data;

  row->place = *place;
  bv_sum_add (&row->sum, digest);
}

static void
append_stray (Comparison *comparison, const Row *row, gint64 campaign)
{
  const BvLedgerStray stray = { row->place.table->name, row->place.keys[0], campaign, row->action };

  g_array_append_val (comparison->strays, stray);
}

/* What nobody recorded has no action. */
static void
compare_row (const BvWitnessedTable *table, sqlite3_stmt *statement, gpointer data)
{
  Comparison *comparison = data;
  Row found = { 0 };
  const Row *recorded;

  bv_witnessed_cells_each (table, bv_witnessed_cells_get_column, statement, TRUE, add_cell, &found);
  found.place.column = BV_WITNESSED_OF_ROW;
  recorded = g_hash_table_lookup (comparison->ledger->rows, &found.place);
  if (recorded == NULL)
    append_stray (comparison, &found, 0);
  else if (bv_sum_equal (&recorded->sum, &found.sum))
    g_hash_table_remove (comparison->missing, recorded);
}

static void
take_missing (gpointer key, gpointer value, gpointer data)
{
  Comparison *comparison = data;
  const Row *row = key;

  append_stray (comparison, row, find_campaign (comparison->ledger, row));
}

static int
compare_strays (gconstpointer a, gconstpointer b)
{
  const BvLedgerStray *first = a;
  const BvLedgerStray *second = b;

  if (first->action != second->action)
    return first->action < second->action ? -1 : 1;
  return (first->id > second->id) - (first->id < second->id);
}

/**
 * bv_ledger_list_strays:
 * @ledger: a ledger
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type BvLedgerStray) (nullable): the rows of what was sealed and written,
 * and of templates, that are not what the journal has left, in the order of its actions; %NULL with @error
 * set on failure
 */
GArray *
bv_ledger_list_strays (const BvLedger *ledger, GError **error)
{
  g_autoptr (GHashTable) missing = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) strays = g_array_new (FALSE, FALSE, sizeof (BvLedgerStray));
  Comparison comparison = { ledger, missing, strays };
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, ledger->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((const Row *) value)->place.table->is_record)
      g_hash_table_add (missing, value);
  g_hash_table_iter_init (&iter, ledger->tables);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((const BvWitnessedTable *) value)->is_record
        && !bv_witnessed_table_each_row (ledger->library, value, TRUE, compare_row, &comparison, error))
      return NULL;
  g_hash_table_foreach (missing, take_missing, &comparison);
  g_array_sort (strays, compare_strays);
  return g_steal_pointer (&strays);
}

/**
 * bv_ledger_list_campaigns:
 * @ledger: a ledger
 *
 * Returns: (transfer full) (element-type gint64): the campaigns that the journal has left
 */
GArray *
bv_ledger_list_campaigns (const BvLedger *ledger)
{
  GArray *campaigns = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, ledger->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Row *row = value;

      if (g_str_equal (row->place.table->name, "campaign"))
        g_array_append_val (campaigns, row->place.keys[0]);
    }
  return campaigns;
}
