/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/assessment.h"
#include "core/check-error.h"
#include "core/criterion.h"

G_BEGIN_DECLS

/* What is answered to a criterion in a few letters, as it is typed in one cell: `8/8` or `1-5,8` items of a
 * checklist, `14/12;;15/3` dates of reports, `Đ` or `K`, `7,6316;7,8650` measured; of any kind `kg` that it
 * is not assigned, `cb` that its result awaits publication. */

gboolean bv_short_answer_read_state (const char *text, BvAssessmentState *state);
gboolean
bv_short_answer_read (const char *text, const BvCriterion *leaf, BvAssessment *assessment, GError **error);
void bv_short_answer_complete_reports (BvAssessment *assessment, const BvCriterion *leaf);
char *bv_short_answer_describe (const BvAssessment *assessment, const BvCriterion *leaf);
char *bv_short_answer_write_example (const BvCriterion *leaf);

G_END_DECLS
