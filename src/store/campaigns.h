/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "core/contest.h"
#include "store/library.h"

G_BEGIN_DECLS

typedef enum
{
  BV_CAMPAIGN_HEAD,  /* its own fields, groups with criteria, quotas */
  BV_CAMPAIGN_FRAME, /* all but the nominees */
  BV_CAMPAIGN_WHOLE,
} BvCampaignParts;

gint64 bv_campaigns_find (BvLibrary *library, const char *key, GError **error);
GPtrArray *bv_campaigns_list (BvLibrary *library, GError **error);
GArray *bv_campaigns_list_of_unit (BvLibrary *library, gint64 unit, GError **error);
BvCampaign *bv_campaigns_read (BvLibrary *library, gint64 campaign, BvCampaignParts parts, GError **error);
gint64 bv_campaigns_load (BvLibrary *library, const BvCampaign *campaign, gboolean replace, GError **error);
gboolean bv_campaigns_read_both (BvLibrary *library,
                                 gint64 campaign,
                                 gint64 date,
                                 BvCampaign **whole,
                                 BvContest **contest,
                                 GError **error);
BvContest *bv_campaigns_read_contest (BvLibrary *library, gint64 campaign, gint64 date, GError **error);

G_END_DECLS
