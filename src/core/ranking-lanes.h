/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking.h"

G_BEGIN_DECLS

/* An entry of a ranking. */
typedef struct
{
  gint64 nominee;
  gint64 value; /* of the first step: the total, or the percent, in 1/100 */
  guint lane;
  guint8 place; /* BvRankPlace */
} BvRankingDot;

/* The entries of a group, or of all of them. */
typedef struct
{
  char *name;
  guint n_below; /* how many are below the axis */
} BvRankingLane;

/**
 * BvRankingLanes:
 *
 * How the entries of a ranking lie along an axis, one lane a group. Few lie far below all others: the axis
 * begins where the many do, and each lane counts whom it leaves out.
 */
typedef struct
{
  GArray *lanes; /* of BvRankingLane */
  GArray *dots;  /* of BvRankingDot, by lane, then by value from the least */
  gint64 least;  /* of the axis, in 1/100; a multiple of @step */
  gint64 most;
  gint64 step; /* from one mark of the axis to the next */
  gint64 line; /* the value of the last inside; BV_NONE: there is no line */
  gboolean by_percent;
} BvRankingLanes;

BvRankingLanes *bv_ranking_lanes_new (const BvRanking *ranking);
void bv_ranking_lanes_free (BvRankingLanes *lanes);

#define bv_ranking_lanes_dot(self, i) (&g_array_index ((self)->dots, BvRankingDot, (i)))
#define bv_ranking_lanes_lane(self, i) (&g_array_index ((self)->lanes, BvRankingLane, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRankingLanes, bv_ranking_lanes_free)

G_END_DECLS
