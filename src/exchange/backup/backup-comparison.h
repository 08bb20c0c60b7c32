/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/backup/backup-facts.h"
#include "store/backup/backup-loss.h"

G_BEGIN_DECLS

/**
 * BvBackupComparison:
 *
 * A copy beside the library as it is now.
 */
typedef struct
{
  BvBackupFacts *copy;
  BvBackupFacts *present; /* NULL: there is no library, or it cannot be read */
  BvBackupLoss loss;      /* what would be lost if the copy took its place; nothing without @present */
} BvBackupComparison;

BvBackupComparison *bv_backup_comparison_new (const char *library, const char *database, GError **error);
char *bv_backup_comparison_describe_copy (const BvBackupComparison *comparison);
char *bv_backup_comparison_describe (const BvBackupComparison *comparison);
void bv_backup_comparison_free (BvBackupComparison *comparison);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvBackupComparison, bv_backup_comparison_free)

G_END_DECLS
