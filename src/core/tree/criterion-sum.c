/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tree/criterion-sum.h"

#include "core/criterion-kind.h"

/**
 * bv_criterion_sum_full:
 * @criterion: a section or a leaf
 *
 * Returns: what it adds to `full` of its group (bv_group_full()): the maxima of the normal leaves below it,
 * of a leaf its own; in 1/100 point
 */
gint64
bv_criterion_sum_full (const BvCriterion *criterion)
{
  if (bv_criterion_is_leaf (criterion))
    return bv_criterion_is_normal (criterion) && criterion->max != BV_NONE ? criterion->max : 0;
  return bv_criterion_sum_list (criterion->criteria);
}

/**
 * bv_criterion_sum_list:
 * @criteria: (element-type BvCriterion): sections and leaves
 *
 * Returns: what they add to `full` of a group (bv_criterion_sum_full()), in 1/100 point
 */
gint64
bv_criterion_sum_list (const GPtrArray *criteria)
{
  gint64 full = 0;

  for (guint i = 0; i < criteria->len; i++)
    full += bv_criterion_sum_full (g_ptr_array_index (criteria, i));
  return full;
}

/**
 * bv_criterion_sum_differs:
 * @group: a group
 * @full: what the maxima of its normal leaves sum to, or will, in 1/100 point
 *
 * Returns: whether that is not what they should add up to (`groups[].sum`); it counts all the same, but is
 * warned of
 */
gboolean
bv_criterion_sum_differs (const BvGroup *group, gint64 full)
{
  return group->sum != BV_NONE && full != group->sum;
}

static guint
count_in (const GPtrArray *criteria)
{
  guint n = criteria->len;

  for (guint i = 0; i < criteria->len; i++)
    n += count_in (((const BvCriterion *) g_ptr_array_index (criteria, i))->criteria);
  return n;
}

/**
 * bv_criterion_sum_count:
 * @group: a group with its criteria
 *
 * Returns: how many sections and leaves it has
 */
guint
bv_criterion_sum_count (const BvGroup *group)
{
  return count_in (group->criteria);
}
