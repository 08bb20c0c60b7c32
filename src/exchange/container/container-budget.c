/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/container/container-budget.h"

#include "exchange/container/container-error.h"
#include "exchange/container/container-limits.h"

/**
 * bv_container_budget_of_drop:
 *
 * Returns: what may be unpacked of all that is taken in together
 */
BvContainerBudget
bv_container_budget_of_drop (void)
{
  return (BvContainerBudget){ 0, 0, BV_CONTAINER_MOST_BYTES };
}

/**
 * bv_container_budget_of_container:
 * @packed: bytes of an archive or mail
 *
 * Returns: what may be unpacked of it
 */
BvContainerBudget
bv_container_budget_of_container (guint64 packed)
{
  guint64 most
    = MAX (BV_CONTAINER_FREE_BYTES, MIN (packed, BV_CONTAINER_MOST_BYTES) * BV_CONTAINER_MOST_RATIO);

  return (BvContainerBudget){ 0, 0, MIN (most, BV_CONTAINER_MOST_BYTES) };
}

/**
 * bv_container_budget_take_entry:
 * @budget: a budget
 * @error: return location for %BV_CONTAINER_ERROR_BOMB
 *
 * Returns: whether there may be one more file or folder
 */
gboolean
bv_container_budget_take_entry (BvContainerBudget *budget, GError **error)
{
  return ++budget->n_entries <= BV_CONTAINER_MOST_ENTRIES
         || bv_container_refuse (BV_CONTAINER_ERROR_BOMB, error);
}

/**
 * bv_container_budget_take_bytes:
 * @budget: a budget
 * @length: bytes
 * @error: return location for %BV_CONTAINER_ERROR_BOMB
 *
 * Returns: whether there may be so many more
 */
gboolean
bv_container_budget_take_bytes (BvContainerBudget *budget, guint64 length, GError **error)
{
  if (length > budget->most_bytes - budget->n_bytes)
    return bv_container_refuse (BV_CONTAINER_ERROR_BOMB, error);
  budget->n_bytes += length;
  return TRUE;
}
