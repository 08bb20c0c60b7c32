/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvBackupMoment:
 *
 * A backup, for who decides how long it is kept.
 */
typedef struct
{
  gint64 number; /* what was made later has a greater one, whatever the clock showed */
  gint64 stamp;  /* yyyymmddhhmmss */
  gboolean kept;
} BvBackupMoment;

void bv_backup_choice_make (BvBackupMoment *moments, guint n_moments);

G_END_DECLS
