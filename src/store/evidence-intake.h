/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/evidence.h"
#include "store/key-map.h"

G_BEGIN_DECLS

gboolean bv_evidence_intake_add (BvLibrary *library,
                                 gint64 campaign,
                                 BvKeyMap *keys,
                                 BvEvidence *piece,
                                 GError **error);

G_END_DECLS
