/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/backup/backup-facts.h"

G_BEGIN_DECLS

#define BV_BACKUP_MANIFEST_ERROR (bv_backup_manifest_error_quark ())
GQuark bv_backup_manifest_error_quark (void);

typedef enum
{
  BV_BACKUP_MANIFEST_ERROR_ABSENT, /* there is none: the backup was cut off */
  BV_BACKUP_MANIFEST_ERROR_FORMAT, /* it is damaged, or of a newer program */
  BV_BACKUP_MANIFEST_ERROR_MISFIT, /* the database is not the one that was proven */
} BvBackupManifestError;

/**
 * BvBackupManifest:
 *
 * What is known of a backup, and by what it was proven. It lies beside the database, as JSON.
 */
typedef struct
{
  gint64 number; /* of its library in its place, from 1: what was made later has a greater one */
  gint64 made;   /* seconds since 1970 */
  char *program; /* the version that made it */
  char *library; /* its folder, and the computer: whose backup it is */
  char *computer;
  gboolean by_hand;
  BvBackupFacts *facts;
  gint64 rows;       /* that were compared */
  char *rows_sha256; /* of all rows of all tables */
  char *dump_sha256; /* of the dumps of all campaigns, in the order of `campaigns` */
  gint64 bytes;      /* of the database */
  char *file_sha256;
  gint64 proven;        /* seconds since 1970 */
  gint64 files;         /* of evidence that it names */
  gint64 files_checked; /* whose hash was compared then */
  gint64 files_absent;  /* that the library did not have either */
  char **damaged;       /* what was no longer as attached, a line each; empty: nothing */
} BvBackupManifest;

BvBackupManifest *bv_backup_manifest_new (void);
void bv_backup_manifest_free (BvBackupManifest *manifest);
char *bv_backup_manifest_write (const BvBackupManifest *manifest, gsize *length);
BvBackupManifest *bv_backup_manifest_read (const char *text, gsize length, GError **error);
BvBackupManifest *bv_backup_manifest_read_of (const char *database, gboolean whole, GError **error);
gboolean bv_backup_manifest_is_of (const BvBackupManifest *manifest, const char *library_folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvBackupManifest, bv_backup_manifest_free)

G_END_DECLS
