/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/inbox/file-counts.h"
#include "app/session/session.h"
#include "exchange/drop/drop.h"
#include "exchange/intake/import-plan.h"

G_BEGIN_DECLS

/* A file, or a block that was pasted, that is to be taken in. */
typedef struct
{
  char *path;
  char *name;     /* as people know it; NULL: that of the path */
  BvPaste *paste; /* NULL: it is a file */
} BvIntakeSource;

/* What is to become of files, and of which state of the library that was said. */
typedef struct
{
  BvImportPlan *plan;
  BvDrop *drop;       /* where the files of the plan lie */
  GArray *files;      /* of BvFileCounts, the worst first */
  GPtrArray *sources; /* of BvIntakeSource */
  gint64 campaign;    /* a campaign's row */
  gint64 action;      /* the last one of the journal when they were read */
} BvIntake;

/* Runs in the main thread; takes the intake. */
typedef void (*BvIntakeFunc) (BvIntake *intake, gpointer page);

BvIntakeSource *bv_intake_job_source_new (const char *path, const char *name);
BvIntakeSource *bv_intake_job_source_new_pasted (const BvPaste *paste);
BvIntakeSource *bv_intake_job_source_copy (const BvIntakeSource *source);
void bv_intake_job_source_free (gpointer data);
void bv_intake_job_free (BvIntake *intake);
gboolean bv_intake_job_is_stale (const BvIntake *intake, BvSession *session);

BvWork *bv_intake_job_start (BvSession *session, GPtrArray *sources, BvIntakeFunc func, GObject *page);
BvWork *bv_intake_job_write (BvSession *session, BvIntake *intake);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvIntake, bv_intake_job_free)

G_END_DECLS
