/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "store/library.h"

G_BEGIN_DECLS

/* Room-private: the trees of criteria of a campaign are brought to what they are to be. */

gboolean bv_criterion_rows_write (BvLibrary *library,
                                  const BvCampaign *before,
                                  const BvCampaign *after,
                                  GError **error);

G_END_DECLS
