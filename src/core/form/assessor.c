/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/form/assessor.h"

/**
 * bv_assessor_find:
 * @group: a group
 * @leaf: one of its leaves
 * @unit: (nullable): that of a nominee of the group
 *
 * Finds who gives the points of a leaf: the unit that the leaf itself names, else the one that leads the
 * group, or the one above
 * @unit, as the group has it.
 *
 * Returns: (nullable): its code; %NULL: the office does
 */
const char *
bv_assessor_find (const BvGroup *group, const BvCriterion *leaf, const BvUnit *unit)
{
  if (leaf->assessor != NULL)
    return leaf->assessor;
  switch (group->assessed_by)
    {
    case BV_ASSESSED_BY_LEAD:
      return group->assessor;
    case BV_ASSESSED_BY_PARENT:
      return unit != NULL ? unit->parent : NULL;
    case BV_ASSESSED_BY_OFFICE:
    default:
      return NULL;
    }
}
