/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/import-plan.h"

G_BEGIN_DECLS

/* What becomes of a file, counted once: a drop may have hundreds of files with hundreds of values each. */
typedef struct
{
  const BvPlannedFile *file;
  guint n_open; /* somebody has to look at */
  guint n_changed;
  guint n_new;
  guint n_taken; /* of both, what is written */
} BvFileCounts;

GArray *bv_file_counts_list (const BvImportPlan *plan, const char *const *order);
char *bv_file_counts_describe (const BvFileCounts *counts, const BvImportPlan *plan);

G_END_DECLS
