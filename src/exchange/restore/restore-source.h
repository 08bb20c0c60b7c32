/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/backup/backup-manifest.h"

G_BEGIN_DECLS

/**
 * BvRestoreSource:
 *
 * A database from which a library can be made.
 */
typedef struct
{
  char *database;
  char *vault_owner;          /* the folder whose vault has its evidence */
  BvBackupManifest *manifest; /* NULL: it is no backup, or that is damaged */
} BvRestoreSource;

BvRestoreSource *
bv_restore_source_find (const char *from, const char *library, GPtrArray *notes, GError **error);
void bv_restore_source_free (BvRestoreSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRestoreSource, bv_restore_source_free)

G_END_DECLS
