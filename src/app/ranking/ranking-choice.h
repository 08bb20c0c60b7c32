/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/page/tabs.h"
#include "core/proposal.h"

G_BEGIN_DECLS

/* The rankings of a proposal as the tabs of a page: each stands for its place from 1, pools first. @pools are
 * those of the proposal, or what they would be with other quotas. */

const BvRanking *bv_ranking_choice_find (const BvProposal *proposal, const GPtrArray *pools, gint64 place);
char *bv_ranking_choice_name (const BvRanking *ranking);
void bv_ranking_choice_show (BvTabs *tabs, const BvProposal *proposal);
char *bv_ranking_choice_list_remarks (const BvRanking *ranking);

G_END_DECLS
