/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/backup/restore-job.h"
#include "store/backup/backup-facts.h"

G_BEGIN_DECLS

/* A campaign that could not be taken over. */
typedef struct
{
  char *key; /* NULL: it cannot be read */
  char *title;
  char *reason;
} BvSalvageLoss;

/**
 * BvSalvage:
 *
 * What was taken over of a damaged library.
 */
typedef struct
{
  char *source; /* the database that was taken apart */
  char *folder; /* of the new library */
  char *aside;  /* where the library is now that was there; NULL: none was */
  BvBackupFacts *taken;
  GPtrArray *left; /* of BvSalvageLoss */
  guint n_files;   /* of evidence, whose content is right */
  guint n_absent;  /* that are not there */
  char **notes;    /* what should be known, a line each */
} BvSalvage;

BvSalvage *bv_salvage_job_run (const BvRestoreRequest *request, const BvProgress *progress, GError **error);
char *bv_salvage_job_describe (const BvSalvage *salvage);
void bv_salvage_job_free (BvSalvage *salvage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSalvage, bv_salvage_job_free)

G_END_DECLS
