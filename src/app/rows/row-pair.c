/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rows/row-pair.h"

#include "app/rows/row.h"

/* What the row there stands for; 0: there is none. */
static gint64
get_id (const BvRowPair *self, guint place)
{
  g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), place);

  return row != NULL ? bv_row_get_id (row) : 0;
}

/**
 * bv_row_pair_has:
 * @pair: a pair
 * @place: the place of a row among all
 *
 * Returns: whether it is the one beside the selected row
 */
gboolean
bv_row_pair_has (const BvRowPair *pair, guint place)
{
  return pair->other != 0 && get_id (pair, place) == pair->other;
}

/**
 * bv_row_pair_find:
 * @pair: a pair
 *
 * Returns: the place of the row beside the selected one; %GTK_INVALID_LIST_POSITION: there is none, or it is
 * not shown
 */
guint
bv_row_pair_find (const BvRowPair *pair)
{
  guint n_rows = pair->other != 0 ? g_list_model_get_n_items (G_LIST_MODEL (pair->selection)) : 0;

  for (guint i = 0; i < n_rows; i++)
    if (bv_row_pair_has (pair, i))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/**
 * bv_row_pair_is_over:
 * @pair: a pair
 *
 * Returns: whether there was one, but another row is selected now, or the other one is not shown any more
 */
gboolean
bv_row_pair_is_over (const BvRowPair *pair)
{
  return pair->other != 0
         && (get_id (pair, gtk_single_selection_get_selected (pair->selection)) != pair->first
             || bv_row_pair_find (pair) == GTK_INVALID_LIST_POSITION);
}

/**
 * bv_row_pair_take:
 * @pair: a pair
 * @place: the place of a row among all; of the selected one, or of none: there is no pair any more
 */
void
bv_row_pair_take (BvRowPair *pair, guint place)
{
  pair->first = get_id (pair, gtk_single_selection_get_selected (pair->selection));
  pair->other = place != GTK_INVALID_LIST_POSITION ? get_id (pair, place) : 0;
  if (pair->other == pair->first)
    pair->other = 0;
}

/**
 * bv_row_pair_count_from:
 * @pair: a pair
 * @rows: how many rows to go down; less than 0: up
 *
 * Returns: the place so many rows from the other one, or where there is none from the selected one
 */
guint
bv_row_pair_count_from (const BvRowPair *pair, int rows)
{
  int last = (int) g_list_model_get_n_items (G_LIST_MODEL (pair->selection)) - 1;
  guint place = bv_row_pair_find (pair);

  if (place == GTK_INVALID_LIST_POSITION)
    place = gtk_single_selection_get_selected (pair->selection);
  return CLAMP ((int) place + rows, 0, MAX (last, 0));
}
