/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/assessment.h"
#include "core/criterion.h"

G_BEGIN_DECLS

/* What a change of a criterion means for the answers that it has already. */

/* What may be done to answers that a change leaves without a place: a set. */
typedef enum
{
  BV_MEND_NOTHING = 0,
  BV_MEND_CUT = 1 << 0,  /* points above the maximum are cut to it */
  BV_MEND_DROP = 1 << 1, /* answers that have no place any more go */
} BvMend;

/* What becomes of one answer: a set. */
typedef enum
{
  BV_FATE_KEPT = 0,
  BV_FATE_FOLLOWED = 1 << 0, /* it says the same in other numbers: the places of items or dates changed */
  BV_FATE_CUT = 1 << 1,      /* points lay above the maximum */
  BV_FATE_LOST = 1 << 2,     /* all or a part of it has no place any more */
} BvFate;

typedef struct _BvCriterionChange BvCriterionChange;

BvCriterionChange *bv_criterion_change_new (const BvCriterion *before, const BvCriterion *after);
void bv_criterion_change_free (BvCriterionChange *change);
gboolean bv_criterion_change_concerns_answers (const BvCriterionChange *change);
gboolean bv_criterion_change_takes_all (const BvCriterionChange *change);
gboolean bv_criterion_change_only_cuts (const BvCriterionChange *change);
BvFate bv_criterion_change_apply (const BvCriterionChange *change, BvAssessment *assessment);
gboolean bv_criterion_change_counts (const BvAssessment *assessment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCriterionChange, bv_criterion_change_free)

G_END_DECLS
