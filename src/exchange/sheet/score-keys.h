/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "core/tie-step.h"

G_BEGIN_DECLS

/**
 * BvScoreKeys:
 *
 * Integers by which a spreadsheet finds the application's ranks with COUNTIFS. A nominee is ranked in one
 * scope: the first pool its group competes in, or the group itself where it competes in none. A scope ranks
 * all its members, those of other scopes too; scopes that share no group stand in the same columns, a lane.
 */
typedef struct
{
  const BvProposal *proposal;
  GArray *steps;       /* of BvTieComparison */
  GPtrArray *scopes;   /* of BvRanking */
  guint *lanes;        /* by scope */
  guint *group_scopes; /* by group: where it is ranked */
  int *members;        /* by group and lane: the scope it is a member of; -1: none */
  guint n_lanes;
  gint64 *ranks;  /* by entrant, lane and step, the first after the total alone; BV_NONE: none */
  guint **places; /* by step and entrant, of fractions: 0 for the least, and so on; NULL: no fractions */
} BvScoreKeys;

BvScoreKeys *bv_score_keys_new (const BvProposal *proposal);
void bv_score_keys_free (BvScoreKeys *keys);
gint64 bv_score_keys_get (const BvScoreKeys *keys, guint entrant, guint step);
gint64 bv_score_keys_get_rank (const BvScoreKeys *keys, guint entrant, guint lane, guint n_steps);
const BvRanking *bv_score_keys_get_scope (const BvScoreKeys *keys, guint group);
guint bv_score_keys_get_lane (const BvScoreKeys *keys, guint group);
int bv_score_keys_find_member (const BvScoreKeys *keys, guint group, guint lane);
int bv_score_keys_find_leaf (const BvScoreKeys *keys, guint group, guint step);
gboolean bv_score_keys_is_less_first (const BvScoreKeys *keys, guint step);
gboolean bv_score_keys_has_mixed_scope (const BvScoreKeys *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvScoreKeys, bv_score_keys_free)

G_END_DECLS
