/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/tree/criterion-place.h"

G_BEGIN_DECLS

/* The trees of a campaign's groups, changed as plain values: whoever keeps them writes what differs. Criteria
 * are named by their rows; one that was made now has the row 0. */

#define BV_CRITERION_TREE_ERROR (bv_criterion_tree_error_quark ())
GQuark bv_criterion_tree_error_quark (void);

typedef enum
{
  BV_CRITERION_TREE_ERROR_PLACE, /* nothing can stand there */
} BvCriterionTreeError;

BvGroup *bv_criterion_tree_find_group (const GPtrArray *groups, gint64 id);
BvCriterion *bv_criterion_tree_find (const GPtrArray *groups, gint64 id);
GPtrArray *bv_criterion_tree_list_siblings (const GPtrArray *groups, gint64 id);
GPtrArray *bv_criterion_tree_list_roots (const GPtrArray *groups, const GArray *criteria);
gboolean bv_criterion_tree_move (const GPtrArray *groups,
                                 const GArray *criteria,
                                 const BvCriterionPlace *place,
                                 GError **error);
gboolean bv_criterion_tree_add (const GPtrArray *groups,
                                GPtrArray *criteria,
                                const BvCriterionPlace *place,
                                GError **error);
guint bv_criterion_tree_count_leaves (const BvCriterion *criterion);

G_END_DECLS
