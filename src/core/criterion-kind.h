/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mark.h"
#include "core/measured.h"

G_BEGIN_DECLS

/* What an assessment gives beside scores, and points are computed from. */
typedef enum
{
  BV_INPUT_NONE,     /* points are given by people */
  BV_INPUT_PASSED,   /* judged: passed or not */
  BV_INPUT_ITEMS,    /* those of a checklist that are ticked */
  BV_INPUT_RECEIVED, /* the dates of reports */
  BV_INPUT_RESULTS,  /* measured */
  BV_N_INPUTS,
} BvCriterionInput;

/* How the points of a leaf enter the total. */
typedef enum
{
  BV_PART_NORMAL,
  BV_PART_BONUS,
  BV_PART_DEDUCTION,
  BV_N_PARTS,
} BvCriterionPart;

/* Who is expected to say what the points of a leaf are. */
typedef enum
{
  BV_CLAIM_EXPECTED,  /* each nominee scores itself */
  BV_CLAIM_OPTIONAL,  /* it is claimed or not */
  BV_CLAIM_COMPUTED,  /* the points come from a schedule */
  BV_CLAIM_OF_OTHERS, /* they come from who verifies, who needs no evidence of the nominee */
} BvCriterionClaim;

/* What the scoring reads of one leaf, looked up once for all nominees of its group. */
typedef struct _BvLeafPlan BvLeafPlan;

/**
 * BvCriterionKindRow:
 * @words: on paper, in Vietnamese; empty: a section
 * @beside_max: what stands behind its maximum there; empty: nothing
 * @input: what its points are computed from
 * @part: how they enter the total
 * @claim: who is expected to give them
 * @compute: the points in 1/100, %BV_NONE where nothing was given; %NULL: none but those that people give
 * @check: what holds of this kind alone, with an error whose message begins with the field's name; %NULL:
 * nothing
 *
 * All that the rules know of a kind of criterion. Its name in files and its title on screen are those of
 * #bv_criterion_kinds, whose entry points here.
 */
typedef struct
{
  const char *words;
  const char *beside_max;
  BvCriterionInput input;
  BvCriterionPart part;
  BvCriterionClaim claim;
  gint64 (*compute) (const BvLeafPlan *plan, const BvMark *mark);
  gboolean (*check) (const BvCriterion *criterion, GError **error);
} BvCriterionKindRow;

struct _BvLeafPlan
{
  const BvCriterion *leaf;
  const BvCriterionKindRow *kind;
  const BvMeasured *measured; /* all results of the contest */
  guint n_items;
  gboolean by_target; /* its points depend on what others reached */
  gint64 best;        /* then the highest result of the group; BV_NONE: nobody has one */
};

const BvCriterionKindRow *bv_criterion_kind (const BvCriterion *criterion);
gboolean bv_criterion_kind_check (const BvCriterion *criterion, GError **error);
gboolean bv_criterion_is_normal (const BvCriterion *leaf);
gboolean bv_criterion_is_by_target (const BvCriterion *leaf);
BvCriterionInput bv_criterion_input (const BvCriterion *leaf);
const char *bv_criterion_input_field (BvCriterionInput input);
char *bv_criterion_write_max (const BvCriterion *leaf);

G_END_DECLS
