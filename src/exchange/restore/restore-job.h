/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/progress.h"

G_BEGIN_DECLS

/**
 * BvRestoreRequest:
 *
 * What is to be restored where.
 */
typedef struct
{
  const char *from;       /* the database of a backup; or a place: its newest; or the folder of a library */
  const char *to;         /* the folder of the library that it becomes */
  gboolean replace;       /* the library that is there is put aside; else there must be none */
  gboolean database_only; /* evidence stays where it lies */
} BvRestoreRequest;

/**
 * BvRestore:
 *
 * What was restored.
 */
typedef struct
{
  char *source; /* the database that was taken */
  char *folder; /* of the library */
  char *aside;  /* where the library is now that was there; NULL: none was */
  gint64 rows;  /* that were compared */
  char *dump_sha256;
  guint n_files;  /* of evidence */
  guint n_absent; /* that are neither with the backup nor in the library that was there */
  char **notes;   /* what should be known, a line each */
} BvRestore;

BvRestore *bv_restore_job_run (const BvRestoreRequest *request, const BvProgress *progress, GError **error);
char *bv_restore_job_describe (const BvRestore *restore);
void bv_restore_job_free (BvRestore *restore);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRestore, bv_restore_job_free)

G_END_DECLS
