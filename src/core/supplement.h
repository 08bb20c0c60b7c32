/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"

G_BEGIN_DECLS

/**
 * BvSupplement:
 *
 * What a proposal says otherwise than one that was sealed before it, always in Vietnamese.
 */
typedef struct
{
  const BvProposal *proposal;
  const BvProposal *before;
  GPtrArray *added;   /* of BvRankingEntry of @proposal */
  GPtrArray *removed; /* of BvRankingEntry of @before */
  GPtrArray *changed; /* of BvRankingEntry of @proposal: proposed for another award */
} BvSupplement;

BvSupplement *bv_supplement_new (const BvProposal *proposal, const BvProposal *before);
void bv_supplement_free (BvSupplement *supplement);
char *bv_supplement_write_subject (const BvSupplement *supplement);
char *bv_supplement_write_text (const BvSupplement *supplement);
char *bv_supplement_write_identity (const BvProposal *proposal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSupplement, bv_supplement_free)

G_END_DECLS
