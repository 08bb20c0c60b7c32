/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "core/check-leaf.h"
#include "core/nominee.h"

G_BEGIN_DECLS

/* What a single field cannot say of itself: references, ranges that depend on another record, rules between
 * fields (RULES.md, CONTRACT.md). Types, choices and the presence of fields are the matter of entity.h; what
 * holds of one kind of criterion, of criterion-kind.h. */

/* Sections in sections. */
#define BV_CHECK_DEPTH_MAX 16

/* 1/100 percent, from which a class begins at most. */
#define BV_CHECK_CLASS_FROM_MAX 99999

gboolean bv_check_votes (const BvVote *votes, GError **error);
gboolean bv_check_campaign (const BvCampaign *campaign, GError **error);

G_END_DECLS
