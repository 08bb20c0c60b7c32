/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"
#include "exchange/backup/backup-list.h"

G_BEGIN_DECLS

BvTable *bv_backup_table_new (const BvBackupList *list, const char *library, gboolean wants_second);
char *bv_backup_table_name_places (const BvBackupEntry *entry, const char *library);

G_END_DECLS
