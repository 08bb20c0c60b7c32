/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"

G_BEGIN_DECLS

/**
 * BvQuotaTrial:
 *
 * How the pools of a proposal would be if its quotas had other numbers. Nothing is written, and the proposal
 * stays as it is.
 */
typedef struct
{
  const BvProposal *proposal;
  GPtrArray *quotas;  /* of BvQuota, in the order of the campaign's */
  GPtrArray *written; /* of BvQuota, as they are without the trial */
  GPtrArray *pools;   /* of BvRanking, one a quota */
} BvQuotaTrial;

BvQuotaTrial *bv_quota_trial_new (const BvProposal *proposal, const BvQuotaTrial *before);
void bv_quota_trial_free (BvQuotaTrial *trial);
void bv_quota_trial_rank (BvQuotaTrial *trial);
gboolean bv_quota_trial_differs_in (const BvQuotaTrial *trial, guint quota);
gboolean bv_quota_trial_differs (const BvQuotaTrial *trial);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvQuotaTrial, bv_quota_trial_free)

G_END_DECLS
