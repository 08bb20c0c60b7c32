/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-owners.h"

#include "store/changes.h"
#include "store/statement.h"

/**
 * bv_row_owners_name:
 * @library: a library, as @rows have left it
 * @rows: (element-type BvChange): what a changeset says was changed
 * @error: return location for a %BV_STORE_ERROR
 *
 * Of an update a changeset has only the key, and some rows of a nominee have a key of their own: those are
 * told their nominee.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_row_owners_name (BvLibrary *library, GArray *rows, GError **error)
{
  g_autoptr (GError) local = NULL;

  for (guint i = 0; local == NULL && i < rows->len; i++)
    {
      BvChange *change = &g_array_index (rows, BvChange, i);

      if (change->operation != 'u' || change->nominee != 0)
        continue;
      if (g_str_equal (change->table, "hold"))
        change->nominee = bv_statement_get_number (library, "SELECT nominee FROM hold WHERE id = ?1", 0,
                                                   &local, "i", change->id);
      else if (g_str_equal (change->table, "award"))
        change->nominee = bv_statement_get_number (library, "SELECT nominee FROM award WHERE id = ?1", 0,
                                                   &local, "i", change->id);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
