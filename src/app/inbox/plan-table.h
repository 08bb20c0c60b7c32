/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"
#include "exchange/intake/import-plan.h"

G_BEGIN_DECLS

typedef enum
{
  BV_PLAN_KIND,
  BV_PLAN_PLACE,
  BV_PLAN_SUBJECT,
  BV_PLAN_WHAT,
  BV_PLAN_BEFORE,
  BV_PLAN_AFTER,
  BV_PLAN_REASON,
  BV_PLAN_N_COLUMNS,
} BvPlanColumn;

/* What stands together. */
typedef enum
{
  BV_PLAN_OPEN, /* somebody has to do something */
  BV_PLAN_CHANGED,
  BV_PLAN_NEW,
  BV_PLAN_SAME,
  BV_PLAN_LEFT_OUT,
  BV_N_PLAN_SECTIONS,
} BvPlanSection;

#define BV_PLAN_SECTION_ID(section) (-1 - (gint64) (section))

BvTable *bv_plan_table_new (const BvImportPlan *plan, const BvPlannedFile *file, GHashTable *closed);
guint bv_plan_table_count_open (const BvPlannedFile *file);
const char *bv_plan_table_name_subject (const BvImportPlan *plan, const BvPlannedValue *value);
const char *bv_plan_table_name_state (BvPlannedState state);

G_END_DECLS
