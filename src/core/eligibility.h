/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scoring.h"

G_BEGIN_DECLS

gboolean bv_eligibility_check_leaf (const BvCriterion *leaf, const BvMark *mark, const BvLeafScore *score);
char **bv_eligibility_list_reasons (const BvScores *scores, guint entrant);

G_END_DECLS
