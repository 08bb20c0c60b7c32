/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"

G_BEGIN_DECLS

/* One comparison after the total: a step of the tie chain, `criteria` as one for each number. */
typedef struct
{
  BvTieStep by;
  gint64 number; /* the tie-breaker's, of BV_TIE_CRITERIA */
} BvScoreStep;

/**
 * BvScoreKeys:
 *
 * Integers by which a spreadsheet finds the application's ranks with COUNTIFS. A nominee is ranked in one
 * scope: the first pool its group competes in, or the group itself where it competes in none.
 */
typedef struct
{
  const BvProposal *proposal;
  GArray *steps;            /* of BvScoreStep */
  const BvRanking **scopes; /* by group */
  guint *scope_numbers;     /* by group: equal where the scope is */
  gint64 *ranks;            /* by entrant and step, the first after the total alone; BV_NONE: not eligible */
  guint *votes;             /* by entrant: 0 for the least part of the council, and so on */
} BvScoreKeys;

BvScoreKeys *bv_score_keys_new (const BvProposal *proposal);
void bv_score_keys_free (BvScoreKeys *keys);
gint64 bv_score_keys_get (const BvScoreKeys *keys, guint entrant, guint step);
gint64 bv_score_keys_get_rank (const BvScoreKeys *keys, guint entrant, guint n_steps);
int bv_score_keys_find_leaf (const BvScoreKeys *keys, guint group, guint step);
gboolean bv_score_step_is_less_first (const BvScoreStep *step);
char *bv_score_step_words (const BvScoreStep *step);
char *bv_score_step_rule (const BvScoreStep *step);
gboolean bv_score_keys_has_mixed_scope (const BvScoreKeys *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvScoreKeys, bv_score_keys_free)

G_END_DECLS
