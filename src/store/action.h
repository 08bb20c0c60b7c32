/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One row of the journal. */
typedef struct
{
  gint64 id;
  gint64 time; /* seconds since 1970 */
  char *user;
  char *label;
  char *kind;    /* "do", "undo", "redo" */
  gint64 target; /* of an undo or redo: the action; else 0 */
  gboolean undone;
  gint64 rows;
} BvAction;

BvAction *bv_action_copy (const BvAction *action);
void bv_action_free (BvAction *action);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvAction, bv_action_free)

G_END_DECLS
