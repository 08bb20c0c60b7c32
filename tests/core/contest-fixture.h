/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/assessment.h"
#include "core/contest.h"
#include "core/evidence.h"
#include "core/nominee.h"
#include "core/quota.h"
#include "core/unit.h"

G_BEGIN_DECLS

/* Campaigns and contests written as short lines of text. Words are separated by spaces; `field=value` sets a
 * field of the interchange file. Lists in a value are separated by commas. */

#define FIXTURE_DATE 20220520

BvCampaign *fixture_campaign_new (const char *tie_chain);
BvUnit *fixture_add_unit (BvCampaign *campaign, const char *code, const char *parent);
BvGroup *fixture_add_group (BvCampaign *campaign, const char *line);
BvCriterion *fixture_add_criterion (GPtrArray *criteria, const char *line);
BvQuota *fixture_add_quota (BvCampaign *campaign, const char *line);
BvNominee *fixture_add_nominee (BvCampaign *campaign, const char *line);
BvAssessment *fixture_add_assessment (BvNominee *nominee, const char *line);
BvEvidence *fixture_add_evidence (BvCampaign *campaign, const char *key);
void fixture_link_evidence (BvAssessment *assessment, const char *key);
void fixture_set (gpointer record, const char *field, const char *value);
void fixture_set_text (char **field, const char *text);

void fixture_add_entrant (BvContest *contest, const char *line);
void fixture_add_entrants (BvContest *contest, const char *lines);
void fixture_place_entrants (BvContest *contest, const BvCampaign *campaign);

G_END_DECLS
