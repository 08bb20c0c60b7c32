/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/error.h"
#include "store/lock.h"

G_BEGIN_DECLS

/**
 * BvBackupPlace:
 *
 * A folder in which there are backups: `backups/` in the library, whose evidence lies beside it, or one on
 * another disk, which has a vault of its own.
 */
typedef struct
{
  char *folder;      /* as the system is asked for it */
  char *vault_owner; /* the folder whose vault has the evidence of the backups */
  gboolean own;      /* the library's own */
  BvLock *lock;      /* NULL: it is only looked at */
} BvBackupPlace;

BvBackupPlace *bv_backup_place_find (const char *library_folder, const char *folder, GError **error);
void bv_backup_place_free (BvBackupPlace *place);
gboolean bv_backup_place_hold (BvBackupPlace *place, GError **error);
char **bv_backup_place_list (const BvBackupPlace *place);
char *bv_backup_place_choose (const BvBackupPlace *place, gint64 stamp);
gboolean
bv_backup_place_write_manifest (const char *database, const char *text, gsize length, GError **error);
gboolean bv_backup_place_publish (const char *part, const char *path, GError **error);
gboolean bv_backup_place_remove (const char *database, GError **error);
char *bv_backup_place_find_vault_owner (const char *database);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvBackupPlace, bv_backup_place_free)

G_END_DECLS
