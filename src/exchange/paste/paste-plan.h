/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/import-plan.h"

G_BEGIN_DECLS

/* What is to become of a block that was pasted: a plan as files have one. */

BvPlannedFile *bv_paste_plan_add (BvImportPlan *plan, const BvPaste *paste, const char *name);
gboolean bv_paste_plan_fits (const BvImportPlan *plan);
guint bv_paste_plan_count_open (const BvPlannedFile *planned);

G_END_DECLS
