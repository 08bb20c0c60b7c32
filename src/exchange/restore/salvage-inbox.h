/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/restore/salvage-records.h"

G_BEGIN_DECLS

gboolean bv_salvage_inbox_take (const BvSalvageRecords *records,
                                const BvWreckCampaign *campaign,
                                gint64 id,
                                GError **error);

G_END_DECLS
