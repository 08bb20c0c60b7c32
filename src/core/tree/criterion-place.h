/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/criterion.h"
#include "core/group.h"
#include "core/tree/tree-step.h"

G_BEGIN_DECLS

/**
 * BvCriterionPlace:
 *
 * Where a criterion stands in the trees of a campaign's groups, by rows of the library.
 */
typedef struct
{
  gint64 group;
  gint64 section; /* that it stands in; 0: at the top of the group */
  gint64 before;  /* the one that it stands before; 0: it is the last there */
} BvCriterionPlace;

gboolean bv_criterion_place_find (const GPtrArray *groups, gint64 criterion, BvCriterionPlace *place);
gboolean
bv_criterion_place_step (const GPtrArray *groups, gint64 criterion, BvTreeStep step, BvCriterionPlace *place);

G_END_DECLS
