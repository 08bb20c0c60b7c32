/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"
#include "app/session/session.h"
#include "store/template-shelf.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_CAMPAIGN_DIALOG (bv_campaign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BvCampaignDialog, bv_campaign_dialog, BV, CAMPAIGN_DIALOG, GtkWindow)

GtkWidget *bv_campaign_dialog_new (GtkWindow *parent, BvSession *session);
BvSession *bv_campaign_dialog_get_session (BvCampaignDialog *dialog);
const BvShelvedTemplate *bv_campaign_dialog_get_own (BvCampaignDialog *dialog);
void bv_campaign_dialog_show_own (BvCampaignDialog *dialog, const char *name);
void bv_campaign_dialog_say (BvCampaignDialog *dialog, const char *message);
BvDraft *bv_campaign_dialog_get_draft (BvCampaignDialog *dialog);
gboolean bv_campaign_dialog_make (BvCampaignDialog *dialog);

G_END_DECLS
