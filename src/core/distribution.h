/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking.h"

G_BEGIN_DECLS

/* A column stands for so much of the axis. */
#define BV_DISTRIBUTION_BINS 40

/* The entries of a group. */
typedef struct
{
  char *name;
  guint n;
  guint bins[BV_DISTRIBUTION_BINS];
} BvDistributionLane;

/**
 * BvDistribution:
 *
 * How many entries of a ranking have which total, by group.
 */
typedef struct
{
  GArray *lanes; /* of BvDistributionLane, in the order of the campaign */
  guint n;
  guint highest; /* entries in one column, of all groups */
  gint64 most;   /* the end of the axis, which begins at 0, in 1/100 */
  gint64 line;   /* the value of the last inside; BV_NONE: there is no line */
  gboolean by_percent;
} BvDistribution;

BvDistribution *bv_distribution_new (const BvRanking *ranking);
void bv_distribution_free (BvDistribution *distribution);

#define bv_distribution_lane(self, i) (&g_array_index ((self)->lanes, BvDistributionLane, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDistribution, bv_distribution_free)

G_END_DECLS
