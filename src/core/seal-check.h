/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"

G_BEGIN_DECLS

/* How much something weighs that is found before a proposal is sealed. */
typedef enum
{
  BV_FINDING_REFUSED,      /* nothing is sealed */
  BV_FINDING_NEEDS_REASON, /* only with a written reason, which is printed */
  BV_FINDING_LISTED,       /* said, and confirmed once */
} BvFindingWeight;

typedef struct
{
  BvFindingWeight weight;
  char *text; /* translated */
} BvFinding;

/* What only the library knows of a campaign. */
typedef struct
{
  guint n_absent;   /* pieces of evidence that are named and whose file is not in the vault */
  gboolean unsound; /* the library does not verify */
} BvSealingFacts;

GPtrArray *bv_seal_check_find_obstacles (const BvProposal *proposal, const BvSealingFacts *facts);
GPtrArray *bv_seal_check_new (const BvProposal *proposal, const BvSealingFacts *facts);
char **bv_seal_check_list_idle_decisions (const BvProposal *proposal);
gboolean bv_seal_check_has (const GPtrArray *findings, BvFindingWeight weight);
char **bv_seal_check_list (const GPtrArray *findings, BvFindingWeight weight);
char **bv_seal_check_list_obstacles (const GPtrArray *findings, const char *reason);

G_END_DECLS
