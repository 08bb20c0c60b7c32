/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_CAMPAIGN_CHOOSER (bv_campaign_chooser_get_type ())
G_DECLARE_FINAL_TYPE (BvCampaignChooser, bv_campaign_chooser, BV, CAMPAIGN_CHOOSER, GtkWidget)

void bv_campaign_chooser_set_session (BvCampaignChooser *chooser, BvSession *session);

G_END_DECLS
