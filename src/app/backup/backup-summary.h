/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/backup/backup-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_BACKUP_SUMMARY (bv_backup_summary_get_type ())
G_DECLARE_FINAL_TYPE (BvBackupSummary, bv_backup_summary, BV, BACKUP_SUMMARY, GtkWidget)

void bv_backup_summary_show (BvBackupSummary *summary, const BvBackupList *list);

G_END_DECLS
