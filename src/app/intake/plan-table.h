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

/* What a row stands for: one of both, or neither. */
typedef struct
{
  const BvPlannedValue *value;
  const BvPlannedQuestion *asked;
} BvPlanRow;

typedef gboolean (*BvPlanRowTest) (const BvPlanRow *row);

gint64 bv_plan_table_get_question_id (const BvPlannedFile *file, guint index);
BvPlanRow bv_plan_table_find (const BvPlannedFile *file, gint64 id);
char *bv_plan_table_write_asked_place (const BvImportPlan *plan,
                                       const BvPlannedFile *file,
                                       const BvPlannedQuestion *asked);
const char *bv_plan_table_get_asked_reason (const BvImportPlan *plan,
                                            const BvPlannedFile *file,
                                            const BvPlannedQuestion *asked);
gint64 bv_plan_table_find_row (const BvPlannedFile *file, const BvIntakeQuestion *question);
gboolean bv_plan_row_is_open (const BvPlanRow *row);
gboolean bv_plan_row_is_asked (const BvPlanRow *row);
const BvIntakeQuestion *bv_plan_row_get_question (const BvPlanRow *row);
BvTable *bv_plan_table_new (const BvImportPlan *plan, const BvPlannedFile *file, GHashTable *closed);
guint bv_plan_table_count_open (const BvPlannedFile *file);
const char *bv_plan_table_name_subject (const BvImportPlan *plan, const BvPlannedValue *value);
const char *bv_plan_table_name_state (BvPlannedState state);

G_END_DECLS
