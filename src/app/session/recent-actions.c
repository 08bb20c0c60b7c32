/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session/recent-actions.h"

static char *
take_label (BvAction *action)
{
  char *label = action != NULL ? g_steal_pointer (&action->label) : NULL;

  g_clear_pointer (&action, bv_action_free);
  return label;
}

/**
 * bv_recent_actions_read:
 * @actions: recent actions
 * @library: the library
 *
 * Reads them, unless that was done since they were cleared. A journal that cannot be read is as good as empty
 * here: whoever acts on it hears why.
 */
void
bv_recent_actions_read (BvRecentActions *actions, BvLibrary *library)
{
  g_autoptr (GPtrArray) list = NULL;
  gboolean is_new;

  if (actions->are_read)
    return;
  actions->are_read = TRUE;
  list = bv_journal_list (library, 1, NULL);
  if (list == NULL || list->len == 0)
    return;
  actions->last = g_ptr_array_steal_index (list, 0);
  /* After something new there is nothing to do again, and it is what undo would take back. */
  is_new = g_str_equal (actions->last->kind, "do");
  actions->undo
    = is_new ? g_strdup (actions->last->label) : take_label (bv_journal_peek_undo (library, NULL));
  actions->redo = is_new ? NULL : take_label (bv_journal_peek_redo (library, NULL));
}

/**
 * bv_recent_actions_clear:
 * @actions: recent actions, which are others by now
 */
void
bv_recent_actions_clear (BvRecentActions *actions)
{
  g_clear_pointer (&actions->last, bv_action_free);
  g_clear_pointer (&actions->undo, g_free);
  g_clear_pointer (&actions->redo, g_free);
  actions->are_read = FALSE;
}
