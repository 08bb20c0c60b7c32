/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "core/contest.h"
#include "store/library.h"

G_BEGIN_DECLS

/* What is read of a campaign, beside its own fields. */
typedef enum
{
  BV_CAMPAIGN_HEAD = 1 << 0, /* groups with criteria, quotas */
  BV_CAMPAIGN_UNITS = 1 << 1,
  BV_CAMPAIGN_EVIDENCE = 1 << 2,
  BV_CAMPAIGN_NOMINEES = 1 << 3,    /* without their assessments */
  BV_CAMPAIGN_ASSESSMENTS = 1 << 4, /* of the nominees, which are read too */
  BV_CAMPAIGN_DISTINCT = 1 << 6,
  BV_CAMPAIGN_PROOF = 1 << 5, /* of the assessments those that have evidence, with nothing but their links */
  BV_CAMPAIGN_FRAME = BV_CAMPAIGN_HEAD | BV_CAMPAIGN_UNITS | BV_CAMPAIGN_EVIDENCE,
  BV_CAMPAIGN_IDENTITY
  = BV_CAMPAIGN_FRAME | BV_CAMPAIGN_PROOF | BV_CAMPAIGN_DISTINCT, /* for core/identity.h */
  BV_CAMPAIGN_WHOLE
  = BV_CAMPAIGN_FRAME | BV_CAMPAIGN_NOMINEES | BV_CAMPAIGN_ASSESSMENTS | BV_CAMPAIGN_DISTINCT,
} BvCampaignParts;

gint64 bv_campaigns_find (BvLibrary *library, const char *key, GError **error);
GPtrArray *bv_campaigns_list (BvLibrary *library, GError **error);
GArray *bv_campaigns_list_of_unit (BvLibrary *library, gint64 unit, GError **error);
BvCampaign *bv_campaigns_read (BvLibrary *library, gint64 campaign, BvCampaignParts parts, GError **error);
gint64 bv_campaigns_load (BvLibrary *library, const BvCampaign *campaign, gboolean replace, GError **error);
gint64 bv_campaigns_make (BvLibrary *library, const BvCampaign *campaign, GError **error);
gint64 bv_campaigns_take (BvLibrary *library, BvCampaign *campaign, gboolean replace, GError **error);
BvContest *bv_campaigns_read_contest (BvLibrary *library, gint64 campaign, gint64 date, GError **error);
BvContest *bv_campaigns_read_entrants (BvLibrary *library,
                                       gint64 campaign,
                                       gint64 date,
                                       const GArray *nominees,
                                       GError **error);
gboolean
bv_campaigns_read_marks (BvLibrary *library, BvContest *contest, const GArray *nominees, GError **error);

G_END_DECLS
