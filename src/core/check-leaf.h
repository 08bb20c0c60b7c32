/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/assessment.h"
#include "core/check-error.h"
#include "core/criterion.h"

G_BEGIN_DECLS

gboolean bv_check_criterion (const BvCriterion *criterion, GError **error);
gboolean bv_check_assessment (const BvAssessment *assessment, const BvCriterion *leaf, GError **error);

G_END_DECLS
