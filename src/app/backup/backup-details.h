/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/backup/backup-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_BACKUP_DETAILS (bv_backup_details_get_type ())
G_DECLARE_FINAL_TYPE (BvBackupDetails, bv_backup_details, BV, BACKUP_DETAILS, GtkWidget)

void bv_backup_details_show (BvBackupDetails *details, const BvBackupEntry *entry, const char *library);
gboolean bv_backup_details_is_busy (BvBackupDetails *details);

G_END_DECLS
