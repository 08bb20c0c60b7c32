/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/intake/intake-preview.h"

G_BEGIN_DECLS

/* What all files of a preview come to. */
typedef struct
{
  guint n_files; /* that are taken in */
  guint n_values;
  guint n_open;
  guint n_open_files;
  guint n_asked_files;  /* of which is asked what they prove; not among those that are open */
  guint n_refused;      /* rows */
  gboolean takes_whole; /* of a file in which something waits nothing is written */
} BvIntakeSums;

BvIntakeSums bv_intake_sums_count (const BvIntakePreview *intake);
char *bv_intake_sums_write_open (const BvIntakeSums *sums);
char *bv_intake_sums_write_take (const BvIntakeSums *sums);
char *bv_intake_sums_write_enclosures (const BvIntakePreview *intake, char **title);

G_END_DECLS
