/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/planned-file.h"

G_BEGIN_DECLS

#define BV_IMPORT_PLAN_ERROR (bv_import_plan_error_quark ())
GQuark bv_import_plan_error_quark (void);

typedef enum
{
  BV_IMPORT_PLAN_ERROR_FOREIGN, /* it has nothing for this campaign */
} BvImportPlanError;

BvImportPlan *bv_import_plan_new (BvCampaign *campaign);
void bv_import_plan_use (BvImportPlan *plan, BvReadFiles *read);
void bv_import_plan_free (BvImportPlan *plan);
void bv_import_plan_know (BvImportPlan *plan, GPtrArray *registry, const GPtrArray *learned);
void bv_import_plan_name (BvImportPlan *plan, const char *path, const char *name);
BvPlannedFile *bv_import_plan_begin (BvImportPlan *plan, const char *path);
BvPlannedFile *
bv_import_plan_add (BvImportPlan *plan, const char *path, GCancellable *cancellable, GError **error);
BvPlannedFile *bv_import_plan_refuse (BvImportPlan *plan, const char *path, const GError *failure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvImportPlan, bv_import_plan_free)

G_END_DECLS
