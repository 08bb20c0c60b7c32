/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"
#include "exchange/backup/backup-list.h"

G_BEGIN_DECLS

/* Columns of the table of backups. */
enum
{
  BV_BACKUPS_TIME,
  BV_BACKUPS_PLACES,
  BV_BACKUPS_CAMPAIGNS,
  BV_BACKUPS_ACTIONS,
  BV_BACKUPS_EVIDENCE,
  BV_BACKUPS_SIZE,
  BV_BACKUPS_PROOF,
  BV_BACKUPS_N_COLUMNS,
};

BvTable *bv_backup_table_new (const BvBackupList *list, const char *library, gboolean wants_second);
char *bv_backup_table_name_places (const BvBackupEntry *entry, const char *library);

G_END_DECLS
