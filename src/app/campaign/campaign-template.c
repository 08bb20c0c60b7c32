/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/campaign/campaign-template.h"

#include "exchange/template/outline.h"
#include "store/campaigns.h"

#include <glib/gi18n-lib.h>

static gboolean
save (BvLibrary *library, const BvCampaign *campaign, GError **error)
{
  g_autofree char *text = bv_outline_write_template (campaign, NULL);

  return bv_outline_shelve (library, campaign, text, error);
}

/**
 * bv_campaign_template_save:
 * @session: a session with a campaign
 *
 * Keeps what the campaign is made of as a template of the library, under its key, as an action that can be
 * undone. The window shows what goes wrong.
 */
void
bv_campaign_template_save (BvSession *session)
{
  BvLibrary *library = bv_session_get_library (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) campaign
    = bv_campaigns_read (library, bv_session_get_campaign (session), BV_CAMPAIGN_HEAD, &error);
  g_autoptr (BvWork) work = NULL;
  g_autofree char *message = NULL;

  if (campaign == NULL || !save (library, campaign, &error))
    {
      bv_session_report (session, error);
      return;
    }
  message = g_strdup_printf (_ ("Saved as a template: %s"), bv_campaign_short_title (campaign));
  work = bv_session_begin_work (session, _ ("Saving the template…"));
  bv_work_finish_in_idle (work, message, NULL);
}
