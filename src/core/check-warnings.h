/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"

G_BEGIN_DECLS

char **bv_check_list_warnings (const BvCampaign *campaign);

G_END_DECLS
