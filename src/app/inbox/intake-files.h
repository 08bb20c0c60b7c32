/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/import-plan.h"

G_BEGIN_DECLS

guint *bv_intake_files_sort (const BvImportPlan *plan);
char *bv_intake_files_describe (const BvImportPlan *plan, const BvPlannedFile *file);
guint bv_intake_files_count_values (const BvPlannedFile *file);

G_END_DECLS
