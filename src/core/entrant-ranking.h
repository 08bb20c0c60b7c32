/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"

G_BEGIN_DECLS

const BvRanking *
bv_entrant_ranking_find (const BvProposal *proposal, guint entrant, const BvRankingEntry **entry);

G_END_DECLS
