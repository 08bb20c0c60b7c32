/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/lineage.h"

#include "core/text/date.h"

/* The same code alone says nothing: units of 2025 have codes of others before them. */
static gboolean
follows (const BvUnit *before, const BvUnit *after)
{
  if (before->valid_to == BV_NONE || after->valid_from == BV_NONE
      || before->valid_to != bv_date_day_before (after->valid_from))
    return FALSE;
  if (g_str_equal (before->name, after->name))
    return g_str_equal (before->code, after->code);
  return after->aliases != NULL && g_strv_contains ((const char *const *) after->aliases, before->name);
}

/**
 * bv_lineage_list_before:
 * @units: (element-type BvUnit): a registry, of all times
 * @unit: a unit of it
 *
 * Returns: (transfer container) (element-type BvUnit): the units that it was made of, in the order of @units
 */
GPtrArray *
bv_lineage_list_before (const GPtrArray *units, const BvUnit *unit)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < units->len; i++)
    if (follows (g_ptr_array_index (units, i), unit))
      g_ptr_array_add (found, g_ptr_array_index (units, i));
  return found;
}

/**
 * bv_lineage_list_after:
 * @units: (element-type BvUnit): a registry, of all times
 * @unit: a unit of it
 *
 * Returns: (transfer container) (element-type BvUnit): the units that it became, in the order of @units
 */
GPtrArray *
bv_lineage_list_after (const GPtrArray *units, const BvUnit *unit)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < units->len; i++)
    if (follows (unit, g_ptr_array_index (units, i)))
      g_ptr_array_add (found, g_ptr_array_index (units, i));
  return found;
}
