/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/criteria/group-moves.h"

#include "core/tree/criterion-tree.h"
#include "store/tree/group-order.h"

static gboolean
move (BvSession *session, gint64 group, gint64 before)
{
  g_autoptr (GError) error = NULL;

  if (bv_group_order_move (bv_session_get_library (session), bv_session_get_campaign (session), group, before,
                           &error))
    return TRUE;
  bv_session_report (session, error);
  return FALSE;
}

/**
 * bv_group_moves_step:
 * @session: a session whose campaign can be changed
 * @group: a group's row
 * @step: where it goes among the others
 *
 * Returns: whether there was a place, and it stands there now
 */
gboolean
bv_group_moves_step (BvSession *session, gint64 group, BvTreeStep step)
{
  gint64 before;

  return bv_group_place_step (bv_session_get_head (session)->groups, group, step, &before)
         && move (session, group, before);
}

/**
 * bv_group_moves_drop:
 * @session: a session whose campaign can be changed
 * @group: a group's row
 * @target: the row of another group, or of a criterion in it, whose place it is to take
 *
 * Returns: whether it stands there now, and did not before
 */
gboolean
bv_group_moves_drop (BvSession *session, gint64 group, gint64 target)
{
  const GPtrArray *groups = bv_session_get_head (session)->groups;
  BvCriterionPlace place;
  gint64 other = bv_criterion_place_find (groups, target, &place) ? place.group : target;
  gint64 before;

  return bv_group_place_take (groups, group, other, &before) && move (session, group, before);
}
