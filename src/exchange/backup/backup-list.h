/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/backup/backup-manifest.h"

G_BEGIN_DECLS

typedef enum
{
  BV_BACKUP_KIND_BACKUP,
  BV_BACKUP_KIND_UPGRADE, /* the database as it was before it was brought up to date */
} BvBackupKind;

/**
 * BvBackupEntry:
 *
 * A backup, which may lie in several places.
 */
typedef struct
{
  BvBackupKind kind;
  gint64 time;                /* when it was made, seconds since 1970 */
  GPtrArray *paths;           /* of char *: its databases, one a place */
  gint64 bytes;               /* of one of them */
  BvBackupManifest *manifest; /* NULL: it is not known what it holds */
  char *fault;                /* why it is not to be relied on; NULL: it was proven, and is as it was then */
} BvBackupEntry;

/**
 * BvBackupList:
 *
 * The backups of a library in several places, newest first.
 */
typedef struct
{
  GPtrArray *entries; /* of BvBackupEntry */
  GPtrArray *missing; /* of char *: which places are not there, in words */
} BvBackupList;

BvBackupList *bv_backup_list_read (const char *library, const char *const *places, gboolean whole);
const BvBackupEntry *bv_backup_list_find_newest (const BvBackupList *list);
gboolean bv_backup_list_remove (const char *library, const BvBackupEntry *entry, GError **error);
void bv_backup_list_free (BvBackupList *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvBackupList, bv_backup_list_free)

G_END_DECLS
