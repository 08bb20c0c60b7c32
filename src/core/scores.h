/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/contest.h"
#include "core/leaf-score.h"

G_BEGIN_DECLS

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
BvScores *bv_scores_copy (const BvScores *scores);
void bv_scores_suppose (BvScores *scores, guint entrant, guint leaf, gint64 points);
gboolean bv_scores_need_all (const BvContest *contest);
void bv_scores_free (BvScores *scores);

#define bv_scores_get(self, i) (&g_array_index ((self)->scores, BvScore, (i)))
#define bv_scores_leaf(self, i) (&g_array_index ((self)->leaves, BvLeafScore, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvScores, bv_scores_free)

G_END_DECLS
