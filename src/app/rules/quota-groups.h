/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"
#include "core/campaign.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_QUOTA_GROUPS (bv_quota_groups_get_type ())
G_DECLARE_FINAL_TYPE (BvQuotaGroups, bv_quota_groups, BV, QUOTA_GROUPS, GtkWidget)

void bv_quota_groups_bind (BvQuotaGroups *list, BvDraft *draft, const BvCampaign *head);

G_END_DECLS
