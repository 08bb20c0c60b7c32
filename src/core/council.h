/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/nominee.h"
#include "core/ranking.h"

G_BEGIN_DECLS

/* What the Emulation and Commendation Council votes on, and what its votes say by the campaign's own rules.
 * No law sets a percentage for a certificate of merit (Bằng khen): without a rule of the campaign there is
 * none. */

gint64 bv_council_percent (const BvCampaign *campaign, const BvVote *vote);
gboolean bv_council_agrees (const BvCampaign *campaign, const BvVote *vote);
gboolean bv_council_has_quorum (const BvCampaign *campaign, const BvVote *vote);
gboolean bv_council_votes_on (const BvRankingEntry *entry);

G_END_DECLS
