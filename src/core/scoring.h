/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/contest.h"

G_BEGIN_DECLS

typedef enum
{
  BV_LEAF_NOT_ASSIGNED = 1 << 0,
  BV_LEAF_AWAITING = 1 << 1,
  BV_LEAF_UNASSESSED = 1 << 2,
  BV_LEAF_UNPROVEN = 1 << 3,
  BV_LEAF_NOT_ACCEPTED = 1 << 4, /* pending or returned: the secretary is warned */
} BvLeafFlags;

/* The points of one leaf of one entrant, and what is to be said of them. */
typedef struct
{
  gint64 points; /* 1/100 */
  guint flags;   /* BvLeafFlags */
} BvLeafScore;

/* The total of one entrant. Points in 1/100, percent in 1/100 %. */
typedef struct
{
  gint64 base;
  gint64 bonus;
  gint64 deduction;
  gint64 total;
  gint64 percent;
  gint64 assigned;
  gint64 self_total; /* the same with the self-scores, which never count; BV_NONE: none was given */
  guint n_late_or_missing;
  guint flags; /* the union of its leaves' BvLeafFlags */
  gboolean eligible;
  gboolean provisional;
} BvScore;

/**
 * BvScores:
 *
 * The points and totals of all entrants of a contest.
 */
typedef struct
{
  const BvContest *contest;
  GArray *leaves; /* of BvLeafScore, as the contest's marks */
  GArray *scores; /* of BvScore, as the contest's entrants */
} BvScores;

BvScores *bv_scores_compute (const BvContest *contest);
void bv_scores_free (BvScores *scores);
char *bv_leaf_score_words (const BvLeafScore *score);

#define bv_scores_get(self, i) (&g_array_index ((self)->scores, BvScore, (i)))
#define bv_scores_leaf(self, i) (&g_array_index ((self)->leaves, BvLeafScore, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvScores, bv_scores_free)

G_END_DECLS
