/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/proof/trace.h"

#include "store/proof/journal-walk.h"
#include "store/proof/witnessed-cells.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Rows are told apart by their keys into so many heaps, so that only the cells of those have to stand in
 * memory that do not fit. */
#define N_HEAPS 4096

/* More are not told: they are all of one kind. */
#define MOST_FINDINGS 20

typedef struct
{
  BvLibrary *library;
  GHashTable *tables;
  BvSum heaps[N_HEAPS]; /* what the journal has left, without what stands in the tables */
  GHashTable *cells; /* BvWitnessedPlace * → BvSum *: the cells of heaps that do not fit; NULL: not yet */
  BvWitnessedCellFunc func;
  const BvWitnessedTable *table; /* that is read */
  gboolean is_whole;             /* the journal could be read so far */
} Trace;

static BvSum *
find_heap (Trace *trace, const BvWitnessedPlace *place)
{
  return &trace->heaps[bv_witnessed_place_hash (place) % N_HEAPS];
}

static void
add_to_heap (const BvWitnessedPlace *place, const BvSum *digest, gboolean is_gained, gpointer data)
{
  BvSum *heap = find_heap (data, place);

  if (is_gained)
    bv_sum_add (heap, digest);
  else
    bv_sum_subtract (heap, digest);
}

/* The last that was recorded of a place stays. */
static void
keep_cell (const BvWitnessedPlace *place, const BvSum *digest, gboolean is_gained, gpointer data)
{
  static const BvSum nothing = { 0, 0 };
  Trace *trace = data;

  if (bv_sum_equal (find_heap (trace, place), &nothing))
    return;
  if (is_gained)
    g_hash_table_replace (trace->cells, g_memdup2 (place, sizeof *place), g_memdup2 (digest, sizeof *digest));
  else
    g_hash_table_remove (trace->cells, place);
}

/* What is as it was recorded is taken out; what nobody recorded comes in. */
static void
compare_cell (const BvWitnessedPlace *place, const BvSum *digest, gboolean is_gained, gpointer data)
{
  Trace *trace = data;
  const BvSum *recorded = g_hash_table_lookup (trace->cells, place);

  if (recorded != NULL && bv_sum_equal (recorded, digest))
    g_hash_table_remove (trace->cells, place);
  else
    keep_cell (place, digest, TRUE, data);
}

static void
follow_change (gint64 action, sqlite3_changeset_iter *iter, gpointer data)
{
  Trace *trace = data;
  const BvWitnessedTable *table = bv_witnessed_table_find (trace->tables, iter);

  if (table != NULL)
    bv_witnessed_cells_each_changed (table, iter, trace->func, trace);
}

static gboolean
follow_journal (Trace *trace, BvWitnessedCellFunc func, GError **error)
{
  trace->func = func;
  return bv_journal_walk (trace->library, TRUE, follow_change, trace, &trace->is_whole, error);
}

static void
take_row (sqlite3_stmt *row, gpointer data)
{
  Trace *trace = data;
  gboolean is_gained = trace->func != add_to_heap;

  bv_witnessed_cells_each (trace->table, bv_witnessed_cells_get_column, row, is_gained, trace->func, trace);
}

static gboolean
read_tables (Trace *trace, BvWitnessedCellFunc func, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  trace->func = func;
  g_hash_table_iter_init (&iter, trace->tables);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      g_autofree char *sql = NULL;

      trace->table = value;
      sql = g_strdup_printf ("SELECT * FROM \"%s\" NOT INDEXED", trace->table->name);
      if (!bv_statement_each_as_it_is (trace->library, sql, take_row, trace, error))
        return FALSE;
    }
  return TRUE;
}

static char *
write_keys (const BvWitnessedPlace *place)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < BV_WITNESSED_MOST_KEYS && (i == 0 || place->keys[i] != 0); i++)
    g_string_append_printf (text, "%s%" PRId64, i > 0 ? "/" : "", place->keys[i]);
  return g_string_free (text, FALSE);
}

static char *
describe (const BvWitnessedPlace *place)
{
  g_autofree char *keys = write_keys (place);

  if (place->column == BV_WITNESSED_OF_ROW)
    /* Translators: a table, the number of a row */
    return g_strdup_printf (_ ("content: table %s, row %s: it was not recorded, or is not here"),
                            place->table->name, keys);
  /* Translators: a table, the number of a row, a column */
  return g_strdup_printf (_ ("content: table %s, row %s: %s is not what was recorded"), place->table->name,
                          keys, bv_witnessed_table_column (place->table, place->column)->name);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Where a whole row came or went. */
static gboolean
goes_without_saying (Trace *trace, const BvWitnessedPlace *place)
{
  BvWitnessedPlace row = *place;

  row.column = BV_WITNESSED_OF_ROW;
  return place->column != BV_WITNESSED_OF_ROW && g_hash_table_contains (trace->cells, &row);
}

static void
tell (Trace *trace, GPtrArray *findings)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer place;

  g_hash_table_iter_init (&iter, trace->cells);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    if (!goes_without_saying (trace, place))
      g_ptr_array_add (lines, describe (place));
  g_ptr_array_sort (lines, compare_texts);
  if (lines->len > MOST_FINDINGS)
    g_ptr_array_set_size (lines, MOST_FINDINGS);
  g_ptr_array_extend_and_steal (findings, g_steal_pointer (&lines));
}

static gboolean
find (Trace *trace, GPtrArray *findings, GError **error)
{
  if (!follow_journal (trace, add_to_heap, error) || !read_tables (trace, add_to_heap, error))
    return FALSE;
  if (trace->is_whole
      && (!follow_journal (trace, keep_cell, error) || !read_tables (trace, compare_cell, error)))
    return FALSE;
  if (trace->is_whole)
    tell (trace, findings);
  return TRUE;
}

/**
 * bv_trace_find:
 * @library: a library, in a transaction
 * @findings: (element-type utf8): gets a line for each cell that is not what the journal has left; not more
 * than twenty
 * @error: return location for a %BV_STORE_ERROR
 *
 * Follows the journal from the first action to the last, twice. Where the journal is damaged itself nothing
 * can be told.
 *
 * Returns: %FALSE with @error set if that could not be done
 */
gboolean
bv_trace_find (BvLibrary *library, GPtrArray *findings, GError **error)
{
  g_autoptr (GHashTable) tables = bv_witnessed_tables_read (library, error);
  g_autoptr (GHashTable) cells
    = g_hash_table_new_full (bv_witnessed_place_hash, bv_witnessed_place_equal, g_free, g_free);
  g_autofree Trace *trace = g_new0 (Trace, 1);

  if (tables == NULL)
    return FALSE;
  trace->library = library;
  trace->tables = tables;
  trace->cells = cells;
  return find (trace, findings, error);
}
