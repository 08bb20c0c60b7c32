/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/planned-file.h"

G_BEGIN_DECLS

/* Room-private: a place in the making of a plan to which one can go back. Whoever changes a nominee, a claim
 * or the state of a value of a plan says so before; without a mark that does nothing. */

void bv_plan_mark_begin (BvImportPlan *plan);
void bv_plan_mark_touch (BvImportPlan *plan, const char *nominee);
void bv_plan_mark_claim (BvImportPlan *plan, const char *place);
void bv_plan_mark_change (BvImportPlan *plan, BvPlannedValue *value);
void bv_plan_mark_end (BvImportPlan *plan, gboolean keep);

G_END_DECLS
