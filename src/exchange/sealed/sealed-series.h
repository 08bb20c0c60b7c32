/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "store/library.h"

G_BEGIN_DECLS

gboolean bv_sealed_series_find_before (BvLibrary *library,
                                       gint64 campaign,
                                       BvProposal *proposal,
                                       guint sealing,
                                       GError **error);

G_END_DECLS
