/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking.h"

G_BEGIN_DECLS

/* Two in a ranking: the one that stands before the other first. */
#define BV_N_COMPARED 2

/* What was compared of two: the total, then each step of the tie chain. */
typedef struct
{
  char *title;
  char *values[BV_N_COMPARED];
  int difference;   /* negative: the first is better, positive: the second, 0: equal */
  gboolean decides; /* no step before it separated them, and it does */
} BvComparedStep;

/* The points of both on one leaf. */
typedef struct
{
  const BvCriterion *leaf;
  gint64 points[BV_N_COMPARED]; /* 1/100; BV_NONE: its group has no such leaf, or none is asked of it */
  gint64 most[BV_N_COMPARED];   /* 1/100; the maximum; BV_NONE where @points is */
  gint64 difference;            /* 1/100: the first less the second; BV_NONE where one has none */
  gboolean decides;             /* the step that decided compares these points */
} BvComparedLeaf;

/**
 * BvRankingComparison:
 *
 * Two in a ranking beside each other: where it was decided who comes first, and what they have.
 */
typedef struct
{
  guint entries[BV_N_COMPARED];
  char *sentence; /* in Vietnamese: where it was decided, with both numbers */
  GArray *steps;  /* of BvComparedStep; none where one of them has no rank */
  GArray *leaves; /* of BvComparedLeaf, in the order of the first, then what the second alone has */
} BvRankingComparison;

BvRankingComparison *bv_ranking_comparison_new (const BvRanking *ranking, guint entry, guint other);
void bv_ranking_comparison_free (BvRankingComparison *comparison);

#define bv_ranking_comparison_step(self, i) (&g_array_index ((self)->steps, BvComparedStep, (i)))
#define bv_ranking_comparison_leaf(self, i) (&g_array_index ((self)->leaves, BvComparedLeaf, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRankingComparison, bv_ranking_comparison_free)

G_END_DECLS
