/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/criterion.h"
#include "core/group.h"

G_BEGIN_DECLS

/* What the maxima of a group's criteria sum to, and how many there are. */

gint64 bv_criterion_sum_full (const BvCriterion *criterion);
gint64 bv_criterion_sum_list (const GPtrArray *criteria);
gboolean bv_criterion_sum_differs (const BvGroup *group, gint64 full);
guint bv_criterion_sum_count (const BvGroup *group);

G_END_DECLS
