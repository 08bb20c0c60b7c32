/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tree/group-place.h"

/* The row of the group there; 0: there is none. */
static gint64
get_id (const GPtrArray *groups, guint place)
{
  return place < groups->len ? ((const BvRecord *) g_ptr_array_index (groups, place))->id : 0;
}

static gboolean
find (const GPtrArray *groups, gint64 group, guint *place)
{
  for (guint i = 0; i < groups->len; i++)
    if (get_id (groups, i) == group)
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * bv_group_place_step:
 * @groups: (element-type BvGroup): the groups of a campaign
 * @group: a group's row
 * @step: up or down
 * @before: (out): before which group it stands after that step; 0: it is the last
 *
 * Returns: %FALSE where it stands at the edge, or the step is none that a group takes
 */
gboolean
bv_group_place_step (const GPtrArray *groups, gint64 group, BvTreeStep step, gint64 *before)
{
  guint place;

  if (!find (groups, group, &place))
    return FALSE;
  if (step == BV_TREE_STEP_UP && place > 0)
    *before = get_id (groups, place - 1);
  else if (step == BV_TREE_STEP_DOWN && place + 1 < groups->len)
    *before = get_id (groups, place + 2);
  else
    return FALSE;
  return TRUE;
}

/**
 * bv_group_place_take:
 * @groups: (element-type BvGroup): the groups of a campaign
 * @group: a group's row
 * @other: another group's row, whose place it is to take
 * @before: (out): before which group it stands then; 0: it is the last
 *
 * Returns: %FALSE where one of them is not there, or both are the same
 */
gboolean
bv_group_place_take (const GPtrArray *groups, gint64 group, gint64 other, gint64 *before)
{
  guint from, to;

  if (!find (groups, group, &from) || !find (groups, other, &to) || from == to)
    return FALSE;
  *before = get_id (groups, from < to ? to + 1 : to);
  return TRUE;
}
