/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal.h"

G_BEGIN_DECLS

/**
 * BvRecentActions:
 *
 * The end of the journal, read when it is asked for.
 */
typedef struct
{
  gboolean are_read;
  BvAction *last; /* NULL: there is none */
  char *undo;     /* what undo would take back; NULL: nothing */
  char *redo;     /* what redo would do again; NULL: nothing */
} BvRecentActions;

void bv_recent_actions_read (BvRecentActions *actions, BvLibrary *library);
void bv_recent_actions_clear (BvRecentActions *actions);

G_END_DECLS
