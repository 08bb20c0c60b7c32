/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/backup/backup-place.h"
#include "store/library.h"
#include "store/progress.h"

G_BEGIN_DECLS

/* Which files of evidence are taken from where to where. */
typedef struct
{
  GPtrArray *items; /* of BvVaultItem */
  const char *from; /* folders that have a vault; the same: nothing is copied */
  const char *to;
  gboolean check_all; /* the hash of every file in @to, not only of a seventh a day */
  gint64 day;         /* yyyymmdd */
} BvBackupEvidencePlan;

/**
 * BvBackupEvidence:
 *
 * What became of them.
 */
typedef struct
{
  guint n_files; /* that are named */
  guint n_copied;
  guint n_checked;    /* whose hash was compared, with those that were copied */
  guint n_absent;     /* that are nowhere */
  GPtrArray *damaged; /* of char *: which file is no longer what was attached, and where */
} BvBackupEvidence;

GPtrArray *bv_backup_evidence_list (BvLibrary *library, GError **error);
GPtrArray *bv_backup_evidence_list_attached (BvLibrary *library, GError **error);
GPtrArray *bv_backup_evidence_list_sealed (BvLibrary *library, GError **error);
GPtrArray *bv_backup_evidence_list_received (BvLibrary *library, GError **error);
BvBackupEvidence *
bv_backup_evidence_take (const BvBackupEvidencePlan *plan, const BvProgress *progress, GError **error);
void bv_backup_evidence_free (BvBackupEvidence *evidence);
void bv_backup_evidence_remove_unnamed (const BvBackupPlace *place, GPtrArray *items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvBackupEvidence, bv_backup_evidence_free)

G_END_DECLS
