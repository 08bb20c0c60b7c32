/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"

G_BEGIN_DECLS

/* Where an assessment is (RULES.md, Points of one leaf). */
typedef enum
{
  BV_ASSESSMENT_PENDING,
  BV_ASSESSMENT_ACCEPTED,
  BV_ASSESSMENT_RETURNED,
  BV_ASSESSMENT_NOT_ASSIGNED,
  BV_ASSESSMENT_AWAITING_PUBLICATION,
} BvAssessmentState;

extern const BvChoice bv_assessment_states[];

G_END_DECLS
