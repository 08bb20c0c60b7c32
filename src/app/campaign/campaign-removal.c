/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/campaign/campaign-removal.h"

#include "app/form/removal.h"

#include <glib/gi18n-lib.h>

/**
 * bv_campaign_removal_ask:
 * @parent: the window
 * @session: its session, with a campaign
 *
 * Asks whether to remove the campaign that is shown, and removes it then.
 */
void
bv_campaign_removal_ask (GtkWindow *parent, BvSession *session)
{
  const BvCampaign *head = bv_session_get_head (session);
  g_autofree char *question = g_strdup_printf (_ ("Remove the campaign “%s”?"), head->title);

  bv_removal_ask (parent, session, &bv_campaign_entity, head->record.id,
                  &(BvRemovalWords){ _ ("Remove the campaign"), question,
                                     _ ("Its nominees, their scores and the links to evidence go too. The "
                                        "documents stay in the library, and Undo brings all back.") });
}
