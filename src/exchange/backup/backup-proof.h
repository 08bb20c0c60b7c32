/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"
#include "store/progress.h"

G_BEGIN_DECLS

/**
 * BvBackupProof:
 *
 * What tells one state of a library from any other.
 */
typedef struct
{
  gint64 rows;
  char *rows_sha256; /* of all rows of all tables */
  char *dump_sha256; /* of the dumps of all campaigns; NULL: they could not be made */
} BvBackupProof;

BvBackupProof *
bv_backup_proof_new (BvLibrary *library, gboolean with_dumps, const BvProgress *progress, GError **error);
void bv_backup_proof_free (BvBackupProof *proof);
gboolean bv_backup_proof_compare (const BvBackupProof *proof, const BvBackupProof *other, GError **error);
gboolean bv_backup_proof_check_database (const char *database, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvBackupProof, bv_backup_proof_free)

G_END_DECLS
