/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/backup/backup-manifest.h"
#include "store/progress.h"

G_BEGIN_DECLS

/**
 * BvBackupRequest:
 *
 * What backup is wanted.
 */
typedef struct
{
  const char *library; /* the folder of the library */
  const char *place;   /* a folder on another disk; NULL: in the library itself, the database only */
  gint64 time;         /* seconds since 1970, by which it is named: the same in several places; 0: now */
  gboolean by_hand;    /* somebody asked for it; else it is made on closing */
  gboolean check_all;  /* the hash of every file of evidence, not only of the new ones and a seventh a day */
} BvBackupRequest;

/**
 * BvBackup:
 *
 * A backup that was made and proven.
 */
typedef struct
{
  char *path; /* of its database */
  BvBackupManifest *manifest;
  guint n_copied;  /* files of evidence */
  guint n_removed; /* older backups, by thinning */
} BvBackup;

BvBackup *bv_backup_job_run (const BvBackupRequest *request, const BvProgress *progress, GError **error);
char *bv_backup_job_describe (const BvBackup *backup);
void bv_backup_job_free (BvBackup *backup);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvBackup, bv_backup_job_free)

G_END_DECLS
