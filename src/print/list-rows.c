/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/list-rows.h"

/**
 * bv_list_rows_add:
 * @table: a table
 * @list: who is proposed
 * @write_part: what stands over a part
 * @write_row: the cells of an entry, as many as the table has columns
 *
 * Adds everybody on the list, the pools in their order.
 */
void
bv_list_rows_add (BvBlock *table,
                  const BvProposedList *list,
                  BvListPartWriter write_part,
                  BvListRowWriter write_row)
{
  for (guint i = 0; i < list->parts->len; i++)
    {
      const BvProposedPart *part = bv_proposed_list_part (list, i);
      g_autofree char *heading = write_part (list, i);

      if (heading != NULL)
        bv_block_add_across (table, BV_BLOCK_ROW_PART, heading);
      for (guint entry = part->first; entry < part->end; entry++)
        bv_block_add_row (table, BV_BLOCK_ROW_PLAIN, write_row (list, entry));
    }
}
