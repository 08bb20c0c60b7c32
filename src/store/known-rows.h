/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"

G_BEGIN_DECLS

/* Room-private: the rows of a campaign that takes the place of another. */

void bv_known_rows_adopt (BvCampaign *campaign, const BvCampaign *known);
gint64 bv_known_rows_place (const BvRecord *record, gint64 last);

G_END_DECLS
