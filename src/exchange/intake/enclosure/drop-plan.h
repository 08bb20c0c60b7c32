/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/drop/drop.h"
#include "exchange/intake/import-plan.h"
#include "store/progress.h"

G_BEGIN_DECLS

gboolean
bv_drop_plan_make (BvImportPlan *plan, const BvDrop *drop, const BvProgress *progress, GError **error);

G_END_DECLS
