/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/lock.h"
#include "store/progress.h"

G_BEGIN_DECLS

/**
 * BvSuccession:
 *
 * A folder that gets another library, while it is held.
 */
typedef struct
{
  char *folder; /* of the library, as the system is asked for it */
  BvLock *lock;
  char *ready;    /* the folder in which the other library is made ready */
  char *database; /* in it */
  gboolean done;
} BvSuccession;

BvSuccession *bv_succession_begin (const char *to, gboolean replace, GError **error);
gboolean
bv_succession_commit (BvSuccession *succession, const BvProgress *progress, char **aside, GError **error);
void bv_succession_free (BvSuccession *succession);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSuccession, bv_succession_free)

G_END_DECLS
