/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/units/unit-tree.h"

#include "store/lists.h"

#define NONE G_MAXUINT

/* Which units stand below which, by their places. */
typedef struct
{
  BvTable *units;
  BvTable *seen;
  GHashTable *closed; /* of units' rows below which nothing is seen; NULL: none */
  guint *first;       /* of those below each; NONE: none */
  guint *next;        /* beside each; NONE: it is the last */
  gboolean *done;
} Making;

static GHashTable *
index_units (BvTable *units)
{
  guint n_units = bv_table_get_n_rows (units);
  GHashTable *places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < n_units; i++)
    {
      gint64 id = bv_table_get_id (units, i);

      g_hash_table_insert (places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i));
    }
  return places;
}

/* NONE: it stands under no unit of the campaign. */
static guint
find_above (BvTable *units, GHashTable *places, guint unit)
{
  gint64 above = bv_table_get_number (units, unit, BV_UNITS_ABOVE);
  gpointer place;

  return g_hash_table_lookup_extended (places, &above, NULL, &place) ? GPOINTER_TO_UINT (place) : NONE;
}

/* Those beside each other stay in their order. Returns the roots. */
static guint
link_units (Making *making, guint n_units)
{
  g_autoptr (GHashTable) places = index_units (making->units);
  guint roots = NONE;

  for (guint i = 0; i < n_units; i++)
    making->first[i] = NONE;
  for (guint i = n_units; i-- > 0;)
    {
      guint above = find_above (making->units, places, i);
      guint *begin = above != NONE ? &making->first[above] : &roots;

      making->next[i] = *begin;
      *begin = i;
    }
  return roots;
}

static gboolean
is_closed (const Making *making, guint unit)
{
  gint64 id = bv_table_get_id (making->units, unit);

  return making->closed != NULL && g_hash_table_contains (making->closed, &id);
}

static guint
add_row (Making *making, guint unit, guint above)
{
  guint row = bv_table_copy_row (making->seen, making->units, unit);

  if (above != NONE)
    bv_table_set_above (making->seen, row, above);
  if (making->first[unit] != NONE)
    bv_table_add_flags (making->seen, row,
                        BV_TABLE_ROW_HOLDS | (is_closed (making, unit) ? 0 : BV_TABLE_ROW_OPEN));
  return row;
}

static void
add_units (Making *making, guint unit, guint above, gboolean hidden)
{
  for (; unit != NONE && !making->done[unit]; unit = making->next[unit])
    {
      guint row = hidden ? NONE : add_row (making, unit, above);

      making->done[unit] = TRUE;
      add_units (making, making->first[unit], row, hidden || is_closed (making, unit));
    }
}

/**
 * bv_unit_tree_new:
 * @units: #BvUnitsColumn of units
 * @closed: (nullable) (element-type gint64): rows of units below which nothing is seen; %NULL: none
 * @nested: (out): whether any stands under another of them
 *
 * Returns: (transfer full): the units that are seen, each behind what it stands under
 */
BvTable *
bv_unit_tree_new (BvTable *units, GHashTable *closed, gboolean *nested)
{
  guint n_units = bv_table_get_n_rows (units);
  g_autofree guint *first = g_new (guint, n_units);
  g_autofree guint *next = g_new (guint, n_units);
  g_autofree gboolean *done = g_new0 (gboolean, n_units);
  Making making = { units, bv_table_new_like (units), closed, first, next, done };
  guint roots = link_units (&making, n_units);

  add_units (&making, roots, NONE, FALSE);
  *nested = FALSE;
  for (guint i = 0; i < n_units; i++)
    {
      *nested |= first[i] != NONE;
      /* What stands in a circle, which a damaged library may have, is under nobody. */
      add_units (&making, done[i] ? NONE : i, NONE, FALSE);
    }
  return making.seen;
}
