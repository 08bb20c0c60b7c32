/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/restore/salvage-report.h"
#include "store/backup/wreck-facts.h"

G_BEGIN_DECLS

gboolean bv_salvage_templates_take (BvLibrary *wreck,
                                    const BvWreckFacts *facts,
                                    BvLibrary *library,
                                    BvSalvage *salvage,
                                    GError **error);

G_END_DECLS
