/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/action.h"

/**
 * bv_action_copy:
 * @action: an action
 *
 * Returns: (transfer full): the same
 */
BvAction *
bv_action_copy (const BvAction *action)
{
  BvAction *copy = g_memdup2 (action, sizeof *action);

  copy->user = g_strdup (action->user);
  copy->label = g_strdup (action->label);
  copy->kind = g_strdup (action->kind);
  return copy;
}

/**
 * bv_action_free:
 * @action: (transfer full): an action
 */
void
bv_action_free (BvAction *action)
{
  g_free (action->user);
  g_free (action->label);
  g_free (action->kind);
  g_free (action);
}
