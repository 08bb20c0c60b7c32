/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/scores.h"

G_BEGIN_DECLS

/* One comparison after the total: a step of the tie chain, `criteria` as one for each number. */
typedef struct
{
  BvTieStep step;
  gint64 number; /* the tie-breaker's; BV_NONE: of a step that has none */
} BvTieComparison;

/* What an entrant brings to a comparison; higher goes first. A fraction, for votes are compared exactly.
 * Narrow, so that all keys of one entrant lie in one line of the cache; no points are beyond BV_POINTS_MAX.
 */
typedef struct
{
  gint32 value;
  gint32 of;
} BvTieKey;

/**
 * BvTieStepRow:
 * @decided: what separated two, on screen and on paper
 * @heading: what is counted, above a column; the number of a tie-breaker stands behind it
 * @rule: who goes first; of numbered comparisons the words before the number
 * @is_numbered: it is a comparison for each tie-breaker number
 * @counts_against: what is counted speaks against: the key is its negative
 * @is_fraction: the key is a part of something else than one
 * @compute: the key of an entrant; the leaf is that of the tie-breaker, -1 where there is none
 *
 * All that the rules know of a step of the tie chain; words are Vietnamese. Its name in files and its title
 * on screen are those of #bv_tie_steps, whose entry points here.
 */
typedef struct
{
  const char *decided;
  const char *heading;
  const char *rule;
  gboolean is_numbered;
  gboolean counts_against;
  gboolean is_fraction;
  BvTieKey (*compute) (const BvScores *scores, guint entrant, int leaf);
} BvTieStepRow;

const BvTieStepRow *bv_tie_step (BvTieStep step);
GArray *bv_tie_comparisons_list (const BvContest *contest, const gboolean *takes_part);
int bv_tie_comparison_find_leaf (const BvTieComparison *comparison, const BvContestGroup *group);
char *bv_tie_comparison_write_heading (const BvTieComparison *comparison);
char *bv_tie_comparison_write_rule (const BvTieComparison *comparison);
char *bv_tie_comparisons_write_order (const GArray *comparisons);
int bv_tie_key_compare (const BvTieKey *a, const BvTieKey *b);

G_END_DECLS
