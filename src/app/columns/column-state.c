/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/columns/column-state.h"

#include "app/rows/row.h"

/* The keys of a state. Each column stands there by its name. */
#define ORDER "order"   /* as: all columns, where the user moved one */
#define WIDTHS "widths" /* a{si}: pixels, of those whose border the user moved */
#define SHOWN "shown"   /* as */
#define HIDDEN "hidden" /* as */
#define SORT "sort"     /* (sb): by which column, and whether downwards */

static gboolean
is_moved (BvColumns *columns)
{
  for (guint i = 0; i < bv_columns_count (columns); i++)
    if (bv_columns_get_place (columns, bv_columns_get_nth_at_first (columns, i)) != i)
      return TRUE;
  return FALSE;
}

static void
save_order (BvColumns *columns, GVariantDict *state)
{
  g_auto (GVariantBuilder) names = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);

  if (!is_moved (columns))
    return;
  for (guint i = 0; i < bv_columns_count (columns); i++)
    g_variant_builder_add (&names, "s", bv_cells_get_name (bv_columns_get_nth (columns, i)->cells));
  g_variant_dict_insert_value (state, ORDER, g_variant_builder_end (&names));
}

static void
save_widths (BvColumns *columns, GVariantDict *state)
{
  g_auto (GVariantBuilder) widths = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{si}"));

  for (guint i = 0; i < bv_columns_count (columns); i++)
    {
      const BvTableColumn *column = bv_columns_get_nth (columns, i);

      if (column->given > 0)
        g_variant_builder_add (&widths, "{si}", bv_cells_get_name (column->cells), column->given);
    }
  g_variant_dict_insert_value (state, WIDTHS, g_variant_builder_end (&widths));
}

static void
save_choice (BvColumns *columns, GVariantDict *state, const char *key, BvColumnChoice choice)
{
  g_auto (GVariantBuilder) names = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);

  for (guint i = 0; i < bv_columns_count (columns); i++)
    {
      const BvTableColumn *column = bv_columns_get_nth (columns, i);

      if (column->choice == choice)
        g_variant_builder_add (&names, "s", bv_cells_get_name (column->cells));
    }
  g_variant_dict_insert_value (state, key, g_variant_builder_end (&names));
}

/* Two rows, of which the first comes first by @first and last by all other columns. */
static BvTable *
create_probe (guint n_columns, guint first)
{
  g_autofree BvColumnType *types = g_new (BvColumnType, n_columns);
  BvTable *probe;

  for (guint i = 0; i < n_columns; i++)
    types[i] = BV_COLUMN_NUMBER;
  probe = bv_table_new (types, n_columns);
  for (guint row = 0; row < 2; row++)
    {
      bv_table_append (probe, row, 0);
      for (guint i = 0; i < n_columns; i++)
        bv_table_set_number (probe, row, i, (i == first) == (row == 0) ? 0 : 1);
    }
  return probe;
}

static GtkOrdering
probe_sorter (BvColumns *columns, guint n_columns, guint first)
{
  g_autoptr (BvTable) probe = create_probe (n_columns, first);
  g_autoptr (BvRow) row = bv_row_new (probe, 0);
  g_autoptr (BvRow) other = bv_row_new (probe, 1);

  return gtk_sorter_compare (gtk_column_view_get_sorter (bv_columns_get_view (columns)), row, other);
}

static guint
count_table_columns (BvColumns *columns)
{
  guint n = 0;

  for (guint i = 0; i < bv_columns_count (columns); i++)
    n = MAX (n, bv_cells_get_column (bv_columns_get_nth (columns, i)->cells) + 1);
  return n;
}

/* GTK tells by which column it sorts from 4.10 only; rows that are made for it tell it too: by the others
 * (a column behind the last stands for them) they compare the other way round. */
static void
save_sort (BvColumns *columns, GVariantDict *state)
{
  guint n_columns = count_table_columns (columns) + 1;
  GtkOrdering others = probe_sorter (columns, n_columns, n_columns - 1);

  for (guint i = 0; i < bv_columns_count (columns) && others != GTK_ORDERING_EQUAL; i++)
    {
      BvCells *cells = bv_columns_get_nth (columns, i)->cells;

      if (probe_sorter (columns, n_columns, bv_cells_get_column (cells)) != others)
        g_variant_dict_insert (state, SORT, "(sb)", bv_cells_get_name (cells),
                               others == GTK_ORDERING_SMALLER);
    }
}

static void
restore_order (BvColumns *columns, GVariant *state)
{
  g_autoptr (GVariantIter) names = NULL;
  const char *name;
  guint place = 0;

  if (!g_variant_lookup (state, ORDER, "as", &names))
    return;
  while (g_variant_iter_next (names, "&s", &name))
    {
      BvTableColumn *column = bv_columns_find (columns, name);

      if (column != NULL)
        bv_columns_move (columns, column, place++);
    }
}

static void
restore_widths (BvColumns *columns, GVariant *state)
{
  g_autoptr (GVariantIter) widths = NULL;
  const char *name;
  int width;

  if (!g_variant_lookup (state, WIDTHS, "a{si}", &widths))
    return;
  while (g_variant_iter_next (widths, "{&si}", &name, &width))
    {
      BvTableColumn *column = bv_columns_find (columns, name);

      if (column != NULL && width > 0)
        bv_columns_give_width (columns, column, width);
    }
}

static void
restore_choice (BvColumns *columns, GVariant *state, const char *key, BvColumnChoice choice)
{
  g_autoptr (GVariantIter) names = NULL;
  const char *name;

  if (!g_variant_lookup (state, key, "as", &names))
    return;
  while (g_variant_iter_next (names, "&s", &name))
    {
      BvTableColumn *column = bv_columns_find (columns, name);

      if (column != NULL)
        bv_columns_choose (columns, column, choice);
    }
}

static void
restore_sort (BvColumns *columns, GVariant *state)
{
  const BvTableColumn *column;
  const char *name;
  gboolean down;

  if (!g_variant_lookup (state, SORT, "(&sb)", &name, &down))
    return;
  column = bv_columns_find (columns, name);
  if (column != NULL)
    gtk_column_view_sort_by_column (bv_columns_get_view (columns), column->column,
                                    down ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * bv_column_state_save:
 * @columns: the columns of a table
 *
 * Returns: (transfer floating): an a{sv} of what the user changed of them
 */
GVariant *
bv_column_state_save (BvColumns *columns)
{
  g_auto (GVariantDict) state = G_VARIANT_DICT_INIT (NULL);

  save_order (columns, &state);
  save_widths (columns, &state);
  save_choice (columns, &state, SHOWN, BV_COLUMN_CHOICE_SHOWN);
  save_choice (columns, &state, HIDDEN, BV_COLUMN_CHOICE_HIDDEN);
  save_sort (columns, &state);
  return g_variant_dict_end (&state);
}

/**
 * bv_column_state_restore:
 * @columns: the columns of a table, as at first
 * @state: what bv_column_state_save() gave, perhaps in another version
 *
 * A column that is not there any more is passed over; one that is new stays where it is.
 */
void
bv_column_state_restore (BvColumns *columns, GVariant *state)
{
  restore_order (columns, state);
  restore_widths (columns, state);
  restore_choice (columns, state, SHOWN, BV_COLUMN_CHOICE_SHOWN);
  restore_choice (columns, state, HIDDEN, BV_COLUMN_CHOICE_HIDDEN);
  restore_sort (columns, state);
}
