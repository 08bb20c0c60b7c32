/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/backup/backup-place.h"

G_BEGIN_DECLS

gint64 bv_backup_upkeep_get_next_number (const BvBackupPlace *place, const char *library_folder);
guint bv_backup_upkeep_thin (const BvBackupPlace *place, const char *library_folder);

G_END_DECLS
