/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/intake/intake-preview.h"

G_BEGIN_DECLS

/* How a plan is to be made. */
typedef struct
{
  BvIntakeBatch *batch;
  const GPtrArray *answers; /* of BvGivenAnswer */
  gboolean takes_whole;
  const BvIntakePreview *before; /* of the same batch; NULL: nothing was shown yet */
} BvIntakeWish;

/* Both run in the main thread. The first takes the intake. */
typedef void (*BvIntakeFunc) (BvIntakePreview *intake, gpointer page);
typedef void (*BvIntakeWrittenFunc) (gpointer page);

BvWork *bv_intake_job_plan (BvSession *session, const BvIntakeWish *wish, BvIntakeFunc func, GObject *page);
BvWork *
bv_intake_job_write (BvSession *session, BvIntakePreview *intake, BvIntakeWrittenFunc func, GObject *page);

G_END_DECLS
