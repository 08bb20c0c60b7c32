/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "core/evidence.h"

G_BEGIN_DECLS

void bv_evidence_state_set (BvSession *session, gint64 evidence, BvEvidenceState state);

G_END_DECLS
