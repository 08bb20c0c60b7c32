/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "core/unit.h"

G_BEGIN_DECLS

/* What may be missing of one nominee, on a leaf but for the last. */
typedef enum
{
  BV_MISSING_SCORE,       /* nobody gave a score, neither the unit itself nor who verifies */
  BV_MISSING_EVIDENCE,    /* fewer pieces than asked for, and no explanation (RULES.md, unproven) */
  BV_MISSING_REJECTED,    /* a piece was rejected where the leaf is not settled */
  BV_MISSING_REPORT,      /* due before the ranking's date, not received */
  BV_MISSING_LATE,        /* received behind its due date */
  BV_MISSING_EXPLANATION, /* sent back with fewer points than the self-score, and not explained */
  BV_MISSING_RETURNED,    /* sent back by who verifies */
  BV_MISSING_ACHIEVEMENT, /* the report of achievements of who is proposed; of no leaf */
  BV_N_MISSING_KINDS,
} BvMissingKind;

typedef struct
{
  BvMissingKind kind;
  guint entrant;           /* index into the contest's entrants */
  const BvCriterion *leaf; /* of the contest; NULL: of the nominee as such */
  char *words;             /* Vietnamese, without a full stop */
} BvMissingItem;

/* What is missing of all nominees that one unit answers for. Nominees stand in the file's order, leaves of
 * each in theirs, and behind them what is of no leaf. */
typedef struct
{
  const BvUnit *unit;
  GPtrArray *items; /* of BvMissingItem */
  guint counts[BV_N_MISSING_KINDS];
} BvMissingUnit;

/**
 * BvMissing:
 *
 * What each unit still owes a campaign, on the ranking's date.
 */
typedef struct
{
  const BvProposal *proposal;
  GPtrArray *units; /* of BvMissingUnit, in the registry's order: only those that owe something */
} BvMissing;

BvMissing *bv_missing_new (const BvProposal *proposal, const char *group, const char *nominee);
void bv_missing_free (BvMissing *missing);
const BvMissingUnit *bv_missing_find (const BvMissing *missing, const char *unit);
guint bv_missing_count_leaf (const BvMissingUnit *unit, guint first);
char *bv_missing_describe_leaf (const BvMissingUnit *unit, guint first, const char *separator);
char *bv_missing_leaf_title (const BvCriterion *leaf);
char *bv_missing_item_subject (const BvMissingItem *item);
const char *bv_missing_kind_words (BvMissingKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvMissing, bv_missing_free)

G_END_DECLS
