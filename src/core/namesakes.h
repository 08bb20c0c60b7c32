/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "core/unit.h"

G_BEGIN_DECLS

/* Units that bear one name at one time, and may be one unit. They are warned of, never refused. */

char *bv_namesakes_warn_of (const BvCampaign *campaign, const char *code);
void bv_namesakes_warn_of_all (const BvCampaign *campaign, GPtrArray *warnings);

G_END_DECLS
