/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/**
 * BvBackupLoss:
 *
 * What the library has and a copy has not.
 */
typedef struct
{
  gint64 actions;
  gint64 since;    /* when the first of them was done, seconds since 1970; 0: there are none */
  gint64 verified; /* scores that the copy has not, or has otherwise */
} BvBackupLoss;

gboolean bv_backup_loss_count (BvLibrary *present, BvLibrary *copy, BvBackupLoss *loss, GError **error);

G_END_DECLS
