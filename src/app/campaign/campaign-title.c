/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/campaign/campaign-title.h"

#include "store/campaigns.h"

/**
 * bv_campaign_title_read:
 * @session: a session
 * @campaign: the row of a campaign, which need not be the one that is shown
 *
 * Returns: (transfer full): its short title; empty where it cannot be read
 */
char *
bv_campaign_title_read (BvSession *session, gint64 campaign)
{
  g_autoptr (BvCampaign) read
    = bv_campaigns_read (bv_session_get_library (session), campaign, BV_CAMPAIGN_HEAD, NULL);

  return g_strdup (read != NULL ? bv_campaign_short_title (read) : "");
}
