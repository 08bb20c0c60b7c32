/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ranking.h"

G_BEGIN_DECLS

/* What would have to change for the next place: one leaf of the entry's own, by as little as is enough. */
typedef struct
{
  const BvCriterion *leaf;
  gint64 points; /* 1/100: from which on, of a deduction up to which, the place is reached */
  gint64 change; /* 1/100, from what it has; never 0 */
  gint64 rank;   /* that is reached then */
} BvNextPlace;

gboolean bv_next_place_find (const BvRanking *ranking, guint entry, BvNextPlace *next);

G_END_DECLS
