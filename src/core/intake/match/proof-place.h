/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "core/intake/match/unit-match.h"

G_BEGIN_DECLS

/* Room-private: what the folders say in which a file lies: whose it is, and what it proves. */

typedef struct
{
  const GPtrArray *groups;   /* of BvGroup */
  const GPtrArray *nominees; /* of BvNominee */
  const BvUnitMatcher *units;
} BvProofRules;

/* A nominee, and a leaf of its group. */
typedef struct
{
  const char *nominee;   /* a key */
  const char *criterion; /* a code; NULL: none is said */
  gboolean is_certain;
} BvProofPlace;

const char *bv_proof_place_find_unit (const BvProofRules *rules,
                                      const char *const *folders,
                                      guint *n_inside,
                                      GPtrArray *maybe);
GArray *bv_proof_place_list (const BvProofRules *rules, const char *unit, const char *const *folders);

G_END_DECLS
