/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/registry/registry.h"

#include "core/unit.h"
#include "store/records.h"
#include "store/statement.h"

/**
 * bv_registry_read:
 * @library: a library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type BvUnit): all its units, of all times and campaigns, by
 * code and then by day; %NULL with @error set on failure
 */
GPtrArray *
bv_registry_read (BvLibrary *library, GError **error)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (bv_record_free);
  g_autoptr (GPtrArray) ids = bv_statement_list_ids (
    library, "SELECT id FROM unit ORDER BY code, ifnull (valid_from, 0), id", error, "");

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gpointer unit
        = bv_records_read (library, &bv_unit_entity, *(const gint64 *) g_ptr_array_index (ids, i), error);

      if (unit == NULL)
        return NULL;
      g_ptr_array_add (units, unit);
    }
  return ids != NULL ? g_steal_pointer (&units) : NULL;
}
