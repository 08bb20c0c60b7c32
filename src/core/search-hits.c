/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/search-hits.h"

/**
 * bv_search_hits_find:
 * @table: a table; rows that offer to add something are passed over
 * @name: the column that names a row
 * @words: what is searched, not nothing
 * @most: how many are wanted
 *
 * Returns: (transfer full) (element-type guint): the rows in which all of it stands, by #BvSearchPlace, those
 * of one place as they stand in the table; no more than @most
 */
GArray *
bv_search_hits_find (BvTable *table, guint name, const BvSearchWords *words, guint most)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_at[BV_SEARCH_NOWHERE] = { 0 };
  guint n_rows = bv_table_get_n_rows (table);

  for (guint row = 0; row < n_rows; row++)
    {
      BvSearchPlace place = bv_search_words_find (words, bv_table_get_folded (table, row, name));
      guint at = 0;

      if (place == BV_SEARCH_NOWHERE || (bv_table_get_flags (table, row) & BV_TABLE_ROW_OFFER) != 0)
        continue;
      n_at[place]++;
      for (guint i = 0; i <= place; i++)
        at += n_at[i];
      /* Behind those that stand as well or better. */
      if (at <= most)
        g_array_insert_val (hits, at - 1, row);
      if (hits->len > most)
        g_array_set_size (hits, most);
    }
  return hits;
}

/**
 * bv_search_hits_share:
 * @counts: of each list, how many it has; then, how many of them are shown
 * @n_lists: how many lists there are
 * @most: how many are shown of all together
 *
 * Each list gives one in turn, the first first, so that a long one leaves room for those behind it.
 */
void
bv_search_hits_share (guint *counts, guint n_lists, guint most)
{
  g_autofree guint *shown = g_new0 (guint, n_lists);
  gboolean gave = TRUE;

  while (gave && most > 0)
    {
      gave = FALSE;
      for (guint i = 0; i < n_lists && most > 0; i++)
        if (shown[i] < counts[i])
          {
            shown[i]++;
            most--;
            gave = TRUE;
          }
    }
  for (guint i = 0; i < n_lists; i++)
    counts[i] = shown[i];
}
