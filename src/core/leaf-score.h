/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/contest.h"
#include "core/criterion-kind.h"

G_BEGIN_DECLS

typedef enum
{
  BV_LEAF_NOT_ASSIGNED = 1 << 0,
  BV_LEAF_AWAITING = 1 << 1,
  BV_LEAF_UNASSESSED = 1 << 2,
  BV_LEAF_UNPROVEN = 1 << 3,
  BV_LEAF_NOT_ACCEPTED = 1 << 4, /* pending or returned: the secretary is warned */
} BvLeafFlags;

/* The points of one leaf of one entrant, and what is to be said of them. Narrow, for there are millions;
 * points are at most BV_POINTS_MAX. */
typedef struct
{
  gint32 points; /* 1/100 */
  guint32 flags; /* BvLeafFlags */
} BvLeafScore;

void bv_leaf_plan_init (BvLeafPlan *plan, const BvContest *contest, const BvCriterion *leaf);
BvLeafScore bv_leaf_score_compute (const BvLeafPlan *plan, const BvMark *mark, gboolean unproven_scores_zero);
gboolean bv_leaf_score_suffices (const BvLeafScore *score, const BvCriterion *leaf, const BvMark *mark);
char *bv_leaf_score_words (const BvLeafScore *score);
const char *bv_leaf_score_reason (const BvLeafScore *score);

G_END_DECLS
