/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/campaign/last-campaign.h"

#include "store/campaigns.h"

#define KEY "campaign"

static void
remember_cb (BvSession *session)
{
  g_autoptr (GSettings) settings = g_settings_new (BV_APP_ID);
  const BvCampaign *head = bv_session_get_head (session);

  if (bv_session_get_campaign (session) != 0 && head != NULL)
    g_settings_set_string (settings, KEY, head->key);
}

/**
 * bv_last_campaign_show:
 * @session: a session that shows no campaign yet
 *
 * Shows the campaign that was shown last, also by an earlier run of the program, or the newest where the
 * library does not have that; from now on it is remembered.
 */
void
bv_last_campaign_show (BvSession *session)
{
  g_autoptr (GSettings) settings = g_settings_new (BV_APP_ID);
  g_autofree char *key = g_settings_get_string (settings, KEY);
  gint64 campaign = *key != '\0' ? bv_campaigns_find (bv_session_get_library (session), key, NULL) : 0;

  if (campaign > 0)
    bv_session_set_campaign (session, campaign);
  else
    bv_session_show_newest (session);
  remember_cb (session);
  g_signal_connect (session, "campaign-changed", G_CALLBACK (remember_cb), NULL);
}
