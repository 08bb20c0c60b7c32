/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "core/criterion.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/quota.h"

G_BEGIN_DECLS

/* A campaign without fault, to be spoilt in one place. */
BvCampaign *check_fixture_make_campaign (void);
BvGroup *check_fixture_get_group (BvCampaign *campaign, guint i);
BvCriterion *check_fixture_get_criterion (BvCampaign *campaign, guint i);
/* Of the criteria in the section. */
BvCriterion *check_fixture_get_nested (BvCampaign *campaign, guint i);
BvQuota *check_fixture_get_quota (BvCampaign *campaign, guint i);
BvNominee *check_fixture_get_nominee (BvCampaign *campaign, guint i);
/* @message: the fault that it has; NULL: none. */
void check_fixture_assert (const BvCampaign *campaign, const char *message);

G_END_DECLS
