/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/answers/given-answers.h"
#include "app/intake/intake-batch.h"
#include "app/session/session.h"
#include "exchange/intake/import-plan.h"

G_BEGIN_DECLS

/* What is to become of files, and of which state of the library that was said. It does not change: another
 * answer is another intake. */
typedef struct
{
  BvIntakeBatch *batch;
  BvImportPlan *plan;
  GArray *files;        /* of BvFileCounts, the worst first, or as they stood before */
  GPtrArray *answers;   /* of BvGivenAnswer: what was answered so far, the last one last */
  gboolean takes_whole; /* of a file in which something waits nothing is written */
  gint64 campaign;      /* a campaign's row */
  gint64 action;        /* the last one of the journal when the plan was made */
} BvIntakePreview;

BvIntakePreview *bv_intake_preview_new (BvIntakeBatch *batch);
BvIntakePreview *bv_intake_preview_ref (BvIntakePreview *intake);
void bv_intake_preview_unref (BvIntakePreview *intake);
gboolean bv_intake_preview_is_stale (const BvIntakePreview *intake, BvSession *session);
gint64 bv_intake_preview_get_last_action (BvSession *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvIntakePreview, bv_intake_preview_unref)

G_END_DECLS
