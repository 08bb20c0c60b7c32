/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/changes.h"

struct _BvChanges
{
  GArray *rows; /* of BvChange, by table and row */
};

/* What a contest reads of one nominee at a time. */
static const char *const mark_tables[] = { "assessment", "evidence_link", "hold", "report", "result", NULL };

static int
compare_place (const BvChange *row, const char *table, gint64 id)
{
  int order = g_strcmp0 (row->table, table);

  return order != 0 ? order : (row->id > id) - (row->id < id);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const BvChange *second = b;

  return compare_place (a, second->table, second->id);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* The first row that stands at or behind a place. */
static guint
find_place (const BvChanges *changes, const char *table, gint64 id)
{
  guint from = 0;
  guint to = changes->rows->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (compare_place (&g_array_index (changes->rows, BvChange, middle), table, id) < 0)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

static gboolean
stands_at (const BvChanges *changes, guint index, const char *table)
{
  return index < changes->rows->len
         && g_str_equal (g_array_index (changes->rows, BvChange, index).table, table);
}

static void
clear_changes (gpointer data)
{
  g_array_unref (((BvChanges *) data)->rows);
}

G_DEFINE_BOXED_TYPE (BvChanges, bv_changes, bv_changes_ref, bv_changes_unref)

/**
 * bv_changes_new:
 * @rows: (transfer full) (element-type BvChange): the rows, in any order
 *
 * Returns: (transfer full): them as one thing, ordered by table and row
 */
BvChanges *
bv_changes_new (GArray *rows)
{
  BvChanges *changes = g_atomic_rc_box_new (BvChanges);

  g_array_sort (rows, compare_rows);
  changes->rows = rows;
  return changes;
}

/**
 * bv_changes_ref:
 * @changes: changes
 *
 * Returns: (transfer full): the same; any thread may call this
 */
BvChanges *
bv_changes_ref (const BvChanges *changes)
{
  return g_atomic_rc_box_acquire ((BvChanges *) changes);
}

/**
 * bv_changes_unref:
 * @changes: (transfer full): changes
 */
void
bv_changes_unref (BvChanges *changes)
{
  g_atomic_rc_box_release_full (changes, clear_changes);
}

/**
 * bv_changes_count:
 * @changes: changes
 *
 * Returns: how many rows were changed
 */
guint
bv_changes_count (const BvChanges *changes)
{
  return changes->rows->len;
}

/**
 * bv_changes_get:
 * @changes: changes
 * @index: less than bv_changes_count()
 *
 * Returns: (transfer none): one row
 */
const BvChange *
bv_changes_get (const BvChanges *changes, guint index)
{
  return &g_array_index (changes->rows, BvChange, index);
}

/**
 * bv_changes_touch:
 * @changes: changes
 * @table: an entity's name
 *
 * Returns: whether a row of that table was changed
 */
gboolean
bv_changes_touch (const BvChanges *changes, const char *table)
{
  return stands_at (changes, find_place (changes, table, G_MININT64), table);
}

/**
 * bv_changes_has_row:
 * @changes: changes
 * @table: an entity's name
 * @id: a row as in #BvChange.id
 *
 * Returns: whether that row, or one that it begins the key of, was changed
 */
gboolean
bv_changes_has_row (const BvChanges *changes, const char *table, gint64 id)
{
  guint index = find_place (changes, table, id);

  return stands_at (changes, index, table) && g_array_index (changes->rows, BvChange, index).id == id;
}

/**
 * bv_changes_list_rows:
 * @changes: changes
 * @table: an entity's name
 *
 * Returns: (transfer full) (element-type gint64): the rows of that table, as in #BvChange.id, each once and
 * in their order
 */
GArray *
bv_changes_list_rows (const BvChanges *changes, const char *table)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = find_place (changes, table, G_MININT64); stands_at (changes, i, table); i++)
    {
      gint64 id = g_array_index (changes->rows, BvChange, i).id;

      if (ids->len == 0 || g_array_index (ids, gint64, ids->len - 1) != id)
        g_array_append_val (ids, id);
    }
  return ids;
}

/**
 * bv_changes_list_nominees:
 * @changes: changes
 *
 * Returns: (transfer full) (element-type gint64): the nominees of which anything was changed, each once and
 * in their order
 */
GArray *
bv_changes_list_nominees (const BvChanges *changes)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = 0;

  for (guint i = 0; i < changes->rows->len; i++)
    if (g_array_index (changes->rows, BvChange, i).nominee != 0)
      g_array_append_val (ids, g_array_index (changes->rows, BvChange, i).nominee);
  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (n == 0 || g_array_index (ids, gint64, i) != g_array_index (ids, gint64, n - 1))
      g_array_index (ids, gint64, n++) = g_array_index (ids, gint64, i);
  return g_array_set_size (ids, n);
}

/**
 * bv_changes_are_marks:
 * @changes: changes
 *
 * Returns: whether nothing but assessments, their reports, results and evidence links, and holds were
 * changed: then a contest needs only the marks of bv_changes_list_nominees() anew
 */
gboolean
bv_changes_are_marks (const BvChanges *changes)
{
  for (guint i = 0; i < changes->rows->len; i++)
    if (!g_strv_contains (mark_tables, g_array_index (changes->rows, BvChange, i).table))
      return FALSE;
  return TRUE;
}
