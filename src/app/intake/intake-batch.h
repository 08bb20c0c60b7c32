/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/drop/drop.h"
#include "exchange/intake/read-files.h"
#include "exchange/paste/paste.h"

G_BEGIN_DECLS

/* A file, or a block that was pasted, that is to be taken in. */
typedef struct
{
  char *path;
  char *name;     /* as people know it; NULL: that of the path */
  BvPaste *paste; /* NULL: it is a file */
} BvIntakeSource;

/* What was handed over together, and what was read of it: the same for all plans that are made of it. */
typedef struct
{
  GPtrArray *sources; /* of BvIntakeSource */
  BvDrop *drop;       /* where the files lie; NULL: nobody looked yet */
  BvReadFiles *read;
  gboolean joined; /* some was read before, and may have been changed since */
} BvIntakeBatch;

BvIntakeBatch *bv_intake_batch_new (void);
void bv_intake_batch_add (BvIntakeBatch *batch, const char *path, const char *name);
void bv_intake_batch_add_pasted (BvIntakeBatch *batch, const BvPaste *paste);
BvIntakeBatch *bv_intake_batch_join (BvIntakeBatch *before, BvIntakeBatch *added);
BvIntakeBatch *bv_intake_batch_ref (BvIntakeBatch *batch);
void bv_intake_batch_unref (BvIntakeBatch *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvIntakeBatch, bv_intake_batch_unref)

G_END_DECLS
