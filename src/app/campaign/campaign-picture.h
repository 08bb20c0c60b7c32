/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bv_campaign_picture_show (GtkGrid *grid, const BvCampaign *campaign);

G_END_DECLS
