/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/nominee.h"
#include "core/quota.h"
#include "core/ranking.h"

G_BEGIN_DECLS

/* What the Emulation and Commendation Council votes on, and what its votes say by the campaign's own rules.
 * No law sets a percentage for a certificate of merit (Bằng khen): without a rule of the campaign there is
 * none. */

typedef enum
{
  BV_COUNCIL_UNKNOWN, /* nobody voted, or nothing is asked for */
  BV_COUNCIL_NO,
  BV_COUNCIL_YES,
} BvCouncilAnswer;

gint64 bv_council_percent (const BvCampaign *campaign, const BvVote *vote);
gint64 bv_council_threshold (const BvCampaign *campaign, const BvQuota *quota);
BvCouncilAnswer bv_council_agrees (const BvCampaign *campaign, const BvQuota *quota, const BvVote *vote);
BvCouncilAnswer bv_council_has_quorum (const BvCampaign *campaign, const BvVote *vote);
gboolean bv_council_counts_agree (const BvVote *vote);
char *bv_council_organ (const BvCampaign *campaign);
const char *bv_council_parent (const BvCampaign *campaign);
gboolean bv_council_votes_on (const BvRankingEntry *entry);

G_END_DECLS
